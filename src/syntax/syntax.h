#pragma once
#include <cstdint>
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

// The same of one sentence, behind all that the layer has chunks of.
void FindChunksIn(std::uint32_t sentence, std::string_view text,
                  const std::vector<Quantity>& quantities, const Language& language,
                  TextLayer* layer);

}  // namespace counterclaim
