#pragma once
#include <vector>

#include "anchor/time_use.h"
#include "model/anchor.h"
#include "model/attribution.h"
#include "model/mention.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"
#include "rulebook/stakes.h"

namespace counterclaim {

// Fills `object.party` where the words of a figure name no side. In this order:
//   the sentence: "its own losses", "two of our men", "21 enemy posts", "on the
//     Afghan side", the figure whose verb or noun it shares, the whole it is
//     part of, the party that launched the counted things;
//   who speaks: a state that counts soldiers, police or civilians whom nobody is
//     said to have hit counts its own, and a party that counts rebels, posts
//     taken or aircraft shot down counts its enemy's;
//   for people who bear no arms the state of the place, of the one who counts,
//     or the state that most places and victims of the text belong to.
// Nothing where that leaves a doubt. The enemy is the side that the text names
// most beside the speaker.
void FindVictims(const TextLayer& layer, const Attributions& attributions,
                 const std::vector<Anchor>& anchors, const Rulebook& rulebook,
                 const Language& language, const Stakes& stakes, Mentions* mentions);

}  // namespace counterclaim
