#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/dates.h"
#include "anchor/time_use.h"
#include "model/document.h"
#include "model/mention.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// When one mention's event happened and its statement was made.
struct ChosenTime {
  std::optional<DayRange> days;
  std::optional<std::size_t> expression;  // the one that was read; index into the expressions
  TimeRole role = TimeRole::kEvent;
  bool own = false;   // stands in the mention's own sentence
  bool main = false;  // of the event that the article reports
  std::optional<DayRange> said;
  std::vector<std::string> steps;
};

// What the choice rests on: one text and what was found in it.
struct TimeSight {
  const Document& document;
  std::string_view text;
  const TextLayer& layer;
  const Mentions& mentions;
  const Attributions& attributions;
  const Taxonomy& taxonomy;
  const CueMasks& cues;
  const std::vector<TimeExpression>& expressions;
  const std::vector<TimeUse>& uses;
};

// One entry for each mention. The expression nearest in the sentence governs;
// else the date of the event that the paragraph speaks of; else that of the
// event that the article reports. Stocks (missing, displaced) count at the day
// of the statement. Nothing where no date is given or implied.
std::vector<ChosenTime> ChooseTimes(const TimeSight& sight);

}  // namespace counterclaim
