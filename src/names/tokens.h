#pragma once
#include <string_view>
#include <unordered_set>

#include "model/text_layer.h"

namespace counterclaim {

inline bool Contains(const std::unordered_set<WordId>& set, const Token& token) {
  return token.word != kUnknownWord && set.contains(token.word);
}

inline std::string_view TextOf(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.size());
}

}  // namespace counterclaim
