#pragma once
#include <optional>
#include <string>
#include <vector>

#include "attribution/passage.h"
#include "model/attribution.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// "OCHA Sudan Flash Update, 18 March 2024.", "Source: UNHCR": the words of the body by whose
// name a text begins or ends, in a line without a verb. Nothing: there is none.
std::optional<Span> Letterhead(const Text& text, const Rulebook& rulebook);

// The only one who speaks in the text, where its title says that it is a statement of that body:
// "HPG: action in Zap", "Kenya floods: Red Cross operational update". Null: nobody.
const Source* SoleSpeaker(const Text& text, const std::string& title,
                          const std::vector<Attribution>& all, const Rulebook& rulebook);

}  // namespace counterclaim
