#pragma once
#include <optional>

#include "base/day.h"
#include "model/mention.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Gives names and those whom figures count the parties that the names meant on the day of the
// article: the Taliban of 2008 were no part of the Afghan state. Without a day nothing changes.
void TellPartiesOfDay(std::optional<Day> day, const PartyTable& parties, TextLayer* layer,
                      Mentions* mentions);

}  // namespace counterclaim
