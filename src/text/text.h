#pragma once
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"
#include "text/scan.h"

namespace counterclaim {

// Input: the derived text of an article (or its title), valid UTF-8. Output:
// its paragraphs, sentences, quotations and tokens; the other parts of the layer
// are filled later.
//
// "He died.\n\nDr. Khan said 5 fled." gives two paragraphs with a sentence each;
// "Dr." ends none, because rules/languages/en/text.yaml lists it.
//
// A text has tokens where it has a number or any word of a metric; for claims
// alone, only where a sentence holds a count and all that a frame asks for; for
// `inspect` and `explain`, always. In a text with tokens each sentence has at
// least one, and those are candidates that the stages behind the quantities
// look at.
//
// Known gaps: a wide table is read as lines; a name that ends in a full stop
// before a capital that is no usual beginning of a sentence ("the U.S. Khan
// said") does not end its sentence.
TextLayer ReadText(std::string_view text, const Language& language, bool whole_text,
                   bool claims_only = false);

// The same of a text that the scan of this language has seen.
TextLayer ReadText(std::string_view text, const ScannedText& scanned, const Language& language,
                   bool whole_text, bool claims_only = false);

}  // namespace counterclaim
