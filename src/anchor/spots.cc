#include "anchor/spots.h"

#include <set>

namespace counterclaim {

std::uint32_t TokenAt(const TextLayer& layer, std::uint32_t position) {
  const auto at =
      std::lower_bound(layer.tokens.begin(), layer.tokens.end(), position,
                       [](const Token& token, std::uint32_t p) { return token.span.end <= p; });
  return static_cast<std::uint32_t>(at - layer.tokens.begin());
}

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
