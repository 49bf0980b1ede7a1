#pragma once
#include <cstdint>
#include <vector>

#include "compare/position.h"

namespace counterclaim {

// The days on which what a claim tells may have happened.
DayRange Reach(const Item& item, int told_days);

// What tells of a town but not when may tell of anything that happened there in the
// year before it was said. These blocks are the last of BlockKeys (events.h).
std::vector<std::uint64_t> TownKeys(const Item& item);

}  // namespace counterclaim
