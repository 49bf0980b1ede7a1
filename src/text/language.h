#pragma once
#include <string_view>

#include "rulebook/rulebook.h"

namespace counterclaim {

// The language of the rules whose small words ("the", "of") make up most of the
// text; the fallback language where none stands out. Null: the rules have none.
// Reads the beginning only.
const Language* GuessLanguage(std::string_view text, const Rulebook& rulebook);

}  // namespace counterclaim
