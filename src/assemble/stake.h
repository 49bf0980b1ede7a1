#pragma once
#include "model/claim.h"
#include "model/mention.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Does the text speak of fighting (combatants, materiel, acts of war, or one
// party acting on another), so that governments in it are parties? DOMAIN.md
// section 8: a state that counts victims of a disaster is a third party.
bool IsConflict(const Mentions& mentions, const Taxonomy& taxonomy);

// What the figure means to the one who gives it: a party's own loss or its
// enemy's, what it gained, what it did.
Stake StakeOf(const Claim& claim, const Rulebook& rulebook);

}  // namespace counterclaim
