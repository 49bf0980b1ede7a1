#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace counterclaim {

// The runs of digits of a telephone number ("+1-222-2222/2222"), an address
// ("192.168.1.2") or another code whose first digit stands at `begin`: three or
// more runs that marks join without a blank. Empty for anything else, dates
// ("2025-10-18", "5/17/2018") and grouped figures ("1.200.000") among them.
std::vector<Span> FindCodeRuns(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace counterclaim
