#pragma once
#include <vector>

#include "compare/position.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Sets of three and more claims that cannot all be true together. `sum`: the
// stated parts of one statement do not make its stated total.
struct JointConflict {
  std::vector<const Item*> items;  // the total first
  bool sum = false;
};

std::vector<JointConflict> FindSumErrors(const std::vector<Item>& items, const Taxonomy& taxonomy);
// Minimal: without any one of the claims the rest can be true. `left_out`
// counts the claims whose parts were too many to be looked at in full.
std::vector<JointConflict> FindJointConflicts(const std::vector<Item>& items,
                                              const Taxonomy& taxonomy, unsigned threads,
                                              std::size_t* left_out);

}  // namespace counterclaim
