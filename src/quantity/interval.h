#pragma once
#include <string>

#include "quantity/numeral.h"

namespace counterclaim {

// Hard and soft interval of a number under the bound it already has;
// `quantity->low_value` and `high_value` are set for ranges.
void SetIntervals(const Numeral& numeral, const NumberModifier& modifier, Quantity* quantity);

// What a vague word, `scale` times taken ("tens of thousands"), reads as under
// every convention; the intervals are those of `convention`.
void SetReadings(const VagueWord& word, double scale, const NumberModifier& modifier,
                 const Taxonomy& taxonomy, const std::string& convention, Quantity* quantity);

}  // namespace counterclaim
