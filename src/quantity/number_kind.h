#pragma once
#include "quantity/numeral.h"

namespace counterclaim {

// Says what a number counts or names by the words around it, and finds its
// unit. `quantity->first_token` and `end_token` hold the number with its bound.
void FindKind(std::string_view text, const TextLayer& layer, const Language& language,
              const NumeralReader& reader, const Numeral& numeral, std::uint32_t begin,
              std::uint32_t end, Quantity* quantity);

}  // namespace counterclaim
