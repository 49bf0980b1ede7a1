#include "anchor/where.h"

#include <algorithm>
#include <map>

#include "anchor/place_finder.h"
#include "anchor/towns.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kBeside = 2;  // "at X in Khost": tokens from a town to its province

// What follows the figure is nearer than what stands as far before it.
std::uint32_t Away(std::uint32_t first, const Mention& mention) {
  const std::uint32_t figure = mention.quantity.first_token;
  return first > figure ? 2 * (first - figure) : 2 * (figure - first) + 1;
}

// Whichever of its sentence is nearer. A town lies in the place that the text
// has named, or in its country where that is another town.
std::optional<Place> Join(const Spot* spot, const Town* town, const Mention& mention) {
  if (!spot) return town ? std::optional(town->place) : std::nullopt;
  if (!town || town->sentence != mention.sentence) return spot->place;
  const bool both = spot->sentence == mention.sentence;
  if (both && Away(spot->first, mention) < Away(town->first, mention)) return spot->place;
  Place place = town->place;
  place.id = spot->place.id;
  // "in X, nine in Kandahar": two places of one country; "at X in Khost": one.
  const bool one = spot->first >= town->end && spot->first - town->end < kBeside;
  if (place.id && (spot->place.town || (both && !one)))
    place.id = PlaceId(place.id->text.substr(0, 2));
  return place;
}

}  // namespace

std::vector<std::optional<Place>> ChoosePlaces(std::string_view text, const TextLayer& layer,
                                               const Mentions& mentions,
                                               const Attributions& attributions,
                                               const CueMasks& cues,
                                               const std::vector<ChosenTime>& times,
                                               const Rulebook& rulebook, const Stakes& stakes) {
  FoundPlaces found = FindPlaces(text, layer, attributions, cues, rulebook, mentions, stakes);
  std::vector<Spot>& spots = found.spots;
  DropCounters(layer, mentions, cues, &spots);
  const std::vector<Town> towns = FindTowns(text, layer, cues);
  std::vector<std::optional<Place>> places(mentions.mentions.size());
  const auto named =
      std::find_if(spots.begin(), spots.end(), [](const Spot& s) { return s.names_event; });
  std::map<std::optional<DayRange>, Place> by_days;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Mention& mention = mentions.mentions[i];
    const Neighbours beside = NeighboursOf(mentions, i);
    places[i] =
        Join(Around(spots, mention, beside, layer), Around(towns, mention, beside, layer), mention);
    if (!places[i] && mention.sentence < layer.sentences.size() &&
        InSamePlace(text, layer, layer.sentences[mention.sentence], cues)) {
      const Spot* spot = LastBefore(spots, mention.sentence);
      const Town* town = LastBefore(towns, mention.sentence);
      if (town && (!spot || spot->first < town->first)) places[i] = town->place;
      if (spot && !places[i]) places[i] = spot->place;
      if (!spot && !town) places[i] = found.dateline;
    }
    // An entry of a live report says where it was, or is of no place.
    const bool live = mention.sentence < layer.sentences.size() &&
                      layer.paragraphs[layer.sentences[mention.sentence].paragraph].minute;
    if (live) continue;
    // "Elsewhere in the country": what is told behind is of another place, named or not.
    if (!places[i] && OpensElsewhere(layer, cues, mention.sentence)) continue;
    if (places[i]) {
      by_days.try_emplace(times[i].days, *places[i]);
    } else if (const auto same = by_days.find(times[i].days); same != by_days.end()) {
      places[i] = same->second;
    } else if (named != spots.end() && named->sentence < mention.sentence &&
               (!times[i].days || times[i].main)) {
      places[i] = named->place;
    }
  }
  return places;
}

}  // namespace counterclaim
