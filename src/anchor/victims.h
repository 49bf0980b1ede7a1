#pragma once
#include <vector>

#include "model/anchor.h"
#include "model/attribution.h"
#include "model/mention.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Fills `object.party` where the words of a figure name no side: that of the
// whole it is part of, of the figure it continues by ellipsis, of the party
// that launched the counted things; for people who bear no arms the state of
// the place where they were hurt, else the state that most places and victims
// of the text belong to. Combatants and materiel get no side from a place:
// they may be far from home. Nothing where that leaves a doubt.
void FindVictims(const TextLayer& layer, const Attributions& attributions,
                 const std::vector<Anchor>& anchors, const Rulebook& rulebook, Mentions* mentions);

}  // namespace counterclaim
