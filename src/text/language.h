#pragma once
#include <string_view>

#include "rulebook/rulebook.h"
#include "text/scan.h"

namespace counterclaim {

// The language of the rules whose small words ("the", "of") make up most of the
// text; the fallback language where none stands out. Null: the rules have none.
// Reads the beginning only.
const Language* GuessLanguage(std::string_view text, const Rulebook& rulebook);

// The same of a scanned text: the scan of any language counts the small words
// of all.
const Language* GuessLanguage(const ScannedText& scanned, const Rulebook& rulebook);

// The language that most texts are likely to be in. Null: the rules have none.
const Language* FallbackLanguage(const Rulebook& rulebook);

}  // namespace counterclaim
