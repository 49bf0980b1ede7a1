#pragma once
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Input: a tokenised text with its names and quantities. Output:
// layer->noun_groups, verb_groups and chunked: each candidate sentence as a row
// of chunks.
void FindChunks(std::string_view text, const std::vector<Quantity>& quantities,
                const Language& language, TextLayer* layer);

}  // namespace counterclaim
