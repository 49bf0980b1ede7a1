#pragma once
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Appends the tokens of text[span]. Spans are offsets into the whole text.
void Tokenize(std::string_view text, Span span, const Language& language,
              std::vector<Token>* tokens);

}  // namespace counterclaim
