#pragma once
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/vocabulary.h"

namespace counterclaim {

inline bool Contains(const WordSet& set, const Token& token) {
  return token.word != kUnknownWord && set.contains(token.word);
}

inline std::string_view TextOf(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.size());
}

}  // namespace counterclaim
