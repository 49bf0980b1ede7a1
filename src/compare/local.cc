#include <algorithm>
#include <map>

#include "compare/events.h"

namespace counterclaim {
namespace {

constexpr std::size_t kMostPlaces = 16;  // of one event and metric that are told apart

// Named in the sentence of the claim and smaller than a country.
bool Own(const Claim& claim) {
  const auto& place = claim.place;
  return place && place->span && claim.sentence.Contains(*place->span) &&
         (place->town || (place->id && place->id->text.size() > 2));
}

// A governor counts in his own province: his name; empty: no local official.
std::string Official(const Claim& claim) {
  constexpr std::string_view kLocal = "/regional-administration";
  const Source& source = claim.source;
  if (!source.party || !source.party->text.ends_with(kLocal)) return "";
  return source.person ? source.person->id.text : source.body.value_or("");
}

bool Elsewhere(const Claim& a, const Claim& b, const PlaceTable& places) {
  const std::string x = Official(a), y = Official(b);
  if (!x.empty() && !y.empty()) return x != y;
  return Own(a) && Own(b) && OtherPlace(a, b, places);
}

}  // namespace

void MarkLocal(const std::vector<Item*>& event, const PlaceTable& places) {
  std::map<std::string_view, std::vector<Item*>> by_metric;
  for (Item* item : event)
    if (Own(*item->claim) || !Official(*item->claim).empty())
      by_metric[item->claim->metric.text].push_back(item);
  for (auto& [metric, items] : by_metric) {
    std::vector<const Item*> first;  // of each place
    std::vector<std::uint16_t> place(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::size_t at = 0;
      while (at < first.size() && Elsewhere(*items[i]->claim, *first[at]->claim, places)) ++at;
      if (at == first.size() && first.size() < kMostPlaces) first.push_back(items[i]);
      place[i] = static_cast<std::uint16_t>(at + 1);
    }
    for (std::size_t i = 0; i < items.size(); ++i)
      if (first.size() > 1 || items[i]->alone) items[i]->local = place[i];
  }
}

}  // namespace counterclaim
