#pragma once
#include "model/claim.h"
#include "model/mention.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// What the figure means to the one who gives it: a party's own loss or its
// enemy's, what it gained, what it did.
Stake StakeOf(const Claim& claim, const Rulebook& rulebook);

}  // namespace counterclaim
