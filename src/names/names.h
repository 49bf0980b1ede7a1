#pragma once
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Input: a tokenised text. Output: layer->names, every known party, person and
// place in it, sorted by first token; readings of one stretch of words follow
// one another, the longest match wins.
void FindNames(std::string_view text, const Rulebook& rulebook, const Language& language, TextLayer* layer);

}  // namespace counterclaim
