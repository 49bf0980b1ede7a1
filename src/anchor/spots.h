#pragma once
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

#include "anchor/time_use.h"
#include "model/anchor.h"
#include "model/mention.h"
#include "model/text_layer.h"

namespace counterclaim {

// A place where something is told to have happened, in order of the text.
struct Spot {
  Place place;
  std::uint32_t first = 0, end = 0;  // tokens
  std::uint32_t sentence = 0;
  bool names_event = false;  // "the Axum killings"
};

// Spots (or towns) weighed to either side of a figure.
inline constexpr std::size_t kSpotsWeighed = 6;

// The tokens of the figures before and behind one in its sentence.
struct Neighbours {
  std::optional<std::uint32_t> before, after;
};
Neighbours NeighboursOf(const Mentions& mentions, std::size_t index);

// The nearest to the figure of those of its sentence; "28 in Homs and 14 in Aleppo": the one
// behind it where the figure before has one as well.
template <typename Named>
std::optional<std::size_t> Nearest(const std::vector<Named>& spots, const Mention& mention,
                                   const Neighbours& beside) {
  const auto after = static_cast<std::size_t>(
      std::lower_bound(spots.begin(), spots.end(), mention.quantity.first_token,
                       [](const Named& spot, std::uint32_t token) { return spot.first < token; }) -
      spots.begin());
  const bool listed = after > 0 && after < spots.size() && beside.before &&
                      spots[after].sentence == mention.sentence &&
                      spots[after - 1].sentence == mention.sentence &&
                      *beside.before < spots[after - 1].first &&
                      (!beside.after || spots[after].first < *beside.after);
  if (listed) return after;
  std::optional<std::size_t> best;
  std::uint32_t least = 0;
  const std::size_t from = after > kSpotsWeighed ? after - kSpotsWeighed : 0;
  for (std::size_t i = from; i < spots.size() && i < after + kSpotsWeighed; ++i) {
    if (spots[i].sentence != mention.sentence) continue;
    const std::uint32_t distance = i >= after ? spots[i].first - mention.quantity.first_token
                                              : mention.quantity.first_token - spots[i].first;
    if (!best || distance < least) best = i, least = distance;
  }
  return best;
}

// The nearest to the figure, else the last of its paragraph before it.
template <typename Named>
const Named* Around(const std::vector<Named>& spots, const Mention& mention,
                    const Neighbours& beside, const TextLayer& layer) {
  if (const auto own = Nearest(spots, mention, beside)) return &spots[*own];
  if (mention.sentence >= layer.sentences.size()) return nullptr;
  const auto next = std::lower_bound(
      spots.begin(), spots.end(), mention.sentence,
      [](const Named& spot, std::uint32_t sentence) { return spot.sentence < sentence; });
  if (next == spots.begin()) return nullptr;
  const bool here = layer.sentences[std::prev(next)->sentence].paragraph ==
                    layer.sentences[mention.sentence].paragraph;
  return here ? &*std::prev(next) : nullptr;
}

// "in the city", "there": the place named last before the sentence.
template <typename Named>
const Named* LastBefore(const std::vector<Named>& spots, std::uint32_t sentence) {
  const auto next =
      std::lower_bound(spots.begin(), spots.end(), sentence,
                       [](const Named& spot, std::uint32_t s) { return spot.sentence < s; });
  return next == spots.begin() ? nullptr : &*std::prev(next);
}

// The token that holds the position or begins behind it.
std::uint32_t TokenAt(const TextLayer& layer, std::uint32_t position);

// "Elsewhere in the country it was calm.": so begins the paragraph of the sentence.
bool OpensElsewhere(const TextLayer& layer, const CueMasks& cues, std::uint32_t sentence);

// Takes out where somebody counts, in sentences that count nobody themselves:
// "Another sum is done in Virginia. It found 974 deaths".
void DropCounters(const TextLayer& layer, const Mentions& mentions, const CueMasks& cues,
                  std::vector<Spot>* spots);

}  // namespace counterclaim
