#include "anchor/spots.h"

#include <set>

namespace counterclaim {

void DropCounters(const TextLayer& layer, const Mentions& mentions, const CueMasks& cues,
                  std::vector<Spot>* spots) {
  std::set<std::uint32_t> counting;
  for (const Mention& mention : mentions.mentions) counting.insert(mention.sentence);
  std::erase_if(*spots, [&](const Spot& spot) {
    bool tally = false;
    for (std::uint32_t i = layer.sentences[spot.sentence].first_token; i < spot.first; ++i)
      tally = tally || HasCue(cues[i], AnchorCue::kTally);
    return tally && !counting.contains(spot.sentence);
  });
}

}  // namespace counterclaim
