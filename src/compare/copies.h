#pragma once
#include <vector>

#include "compare/position.h"

namespace counterclaim {

// Gives claims of one event whose passages are copies of one another (in
// different articles) one number in Item::copy. A passage is the claim's
// sentence; near copies are found by MinHash over runs of words and confirmed
// by the exact share of common runs. `items` are those of one event. `left_out`
// counts passages that stood in too full a bucket to be held against later ones.
void FindCopies(const std::vector<Item*>& items, unsigned threads, std::size_t* left_out);

}  // namespace counterclaim
