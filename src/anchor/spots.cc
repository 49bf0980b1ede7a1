#include "anchor/spots.h"

#include <set>

namespace counterclaim {

std::uint32_t TokenAt(const TextLayer& layer, std::uint32_t position) {
  const auto at =
      std::lower_bound(layer.tokens.begin(), layer.tokens.end(), position,
                       [](const Token& token, std::uint32_t p) { return token.span.end <= p; });
  return static_cast<std::uint32_t>(at - layer.tokens.begin());
}

Neighbours NeighboursOf(const Mentions& mentions, std::size_t index) {
  constexpr std::size_t kReach = 8;  // mentions
  const auto& all = mentions.mentions;
  const Mention& mention = all[index];
  Neighbours beside;
  const std::size_t from = index - std::min(index, kReach);
  for (std::size_t i = from; i < all.size() && i <= index + kReach; ++i) {
    if (i == index || all[i].sentence != mention.sentence) continue;
    const std::uint32_t at = all[i].quantity.first_token;
    if (at < mention.quantity.first_token && (!beside.before || at > *beside.before))
      beside.before = at;
    if (at > mention.quantity.first_token && (!beside.after || at < *beside.after))
      beside.after = at;
  }
  return beside;
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

bool OpensElsewhere(const TextLayer& layer, const CueMasks& cues, std::uint32_t sentence) {
  constexpr std::uint32_t kOpening = 4;  // tokens
  if (sentence >= layer.sentences.size()) return false;
  const Paragraph& paragraph = layer.paragraphs[layer.sentences[sentence].paragraph];
  const Sentence& first = layer.sentences[paragraph.first_sentence];
  const std::uint32_t end = std::min(first.end_token, first.first_token + kOpening);
  for (std::uint32_t at = first.first_token; at < end; ++at)
    if (HasCue(cues[at], AnchorCue::kElsewhere)) return true;
  return false;
}

}  // namespace counterclaim
