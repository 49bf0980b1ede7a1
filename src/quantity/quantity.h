#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Every number of the tokenised sentences, with its bound and what it counts.
// "At least 58 Pakistani soldiers were killed" gives "At least 58":
// count >=58 (58..87) at_least. Sorted by number; spans do not overlap.
// `convention` names the reading of vague words ("cautious"). Without `all` only
// those of candidate sentences. Linear.
// Known gaps: fractions of people ("a third of the 90"); ranges whose ends
// stand in different clauses.
std::vector<Quantity> FindQuantities(std::string_view text, const TextLayer& layer,
                                     const Rulebook& rulebook, const Language& language,
                                     const std::string& convention, bool all = true);

// Appends those of one sentence.
void FindQuantitiesIn(std::uint32_t sentence, std::string_view text, const TextLayer& layer,
                      const Rulebook& rulebook, const Language& language,
                      const std::string& convention, std::vector<Quantity>* found);

}  // namespace counterclaim
