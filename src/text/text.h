#pragma once
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Input: the derived text of an article (or its title), valid UTF-8. Output:
// its paragraphs, sentences, tokens and quotations; the other parts of the
// layer are filled by later stages.
//
// "He died.\n\nDr. Khan said 5 fled." gives two paragraphs with a sentence each;
// "Dr." ends none, because rules/languages/en/text.yaml lists it.
//
// Known gaps: every sentence is tokenised; the scan that passes over sentences
// without a trigger, hard-wrapped lines, captions and pull quotes are not yet
// told apart; single quotation marks are not read as quotations.
// `whole_text` is for `inspect`: nothing is passed over.
TextLayer ReadText(std::string_view text, const Language& language, bool whole_text);

}  // namespace counterclaim
