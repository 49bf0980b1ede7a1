#pragma once
#include <optional>
#include <vector>

#include "model/anchor.h"
#include "model/attribution.h"
#include "model/mention.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"
#include "rulebook/stakes.h"

namespace counterclaim {

// The state where the events of the text take place: that of most places, of the figures or
// of the witnesses who give them, and of most unarmed victims; where these are fewer than two,
// of most places and states that the text names, other sources left out; where that tells
// nothing, sources are counted with them, and then the title. Nothing where no state stands out.
std::optional<PartyId> HomeState(const TextLayer& layer, const Attributions& attributions,
                                 const std::vector<Anchor>& anchors, const Mentions& mentions,
                                 const Rulebook& rulebook, const Language& language,
                                 const Stakes& stakes);

}  // namespace counterclaim
