#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "anchor/spots.h"
#include "anchor/time_use.h"
#include "model/attribution.h"
#include "rulebook/rulebook.h"
#include "rulebook/stakes.h"

namespace counterclaim {

// The places at which something is told to have happened, and where the reporter sits: "the
// city" of a text that has named no other.
struct FoundPlaces {
  std::vector<Spot> spots;
  std::optional<Place> dateline;
};
FoundPlaces FindPlaces(std::string_view text, const TextLayer& layer,
                       const Attributions& attributions, const CueMasks& cues,
                       const Rulebook& rulebook, const Mentions& mentions, const Stakes& stakes);

}  // namespace counterclaim
