#pragma once
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// "half of the 40 dead", "60 percent of the 40": a share of a count right behind it, from
// `first` on in `found`, becomes a count itself. A percentage is as exact as it is written.
void ReadShares(const TextLayer& layer, const Language& language, std::size_t first,
                std::vector<Quantity>* found);

}  // namespace counterclaim
