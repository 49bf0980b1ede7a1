#include <algorithm>
#include <map>

#include "compare/events.h"

namespace counterclaim {
namespace {

constexpr std::size_t kMostPlaces = 16;  // of one event and metric that are told apart

// Named in the sentence of the claim.
bool Own(const Claim& claim) {
  return Narrow(claim) && claim.place->span && claim.sentence.Contains(*claim.place->span);
}

// A governor counts in his own province: his name; empty: no local official.
std::string Official(const Item& item) {
  const Source& source = item.claim->source;
  if (!item.local_organ) return "";
  return source.person ? source.person->id.text : source.body.value_or("");
}

bool Elsewhere(const Item& a, const Item& b, const PlaceTable& places) {
  const std::string x = Official(a), y = Official(b);
  if (!x.empty() && !y.empty()) return x != y;
  return Own(*a.claim) && Own(*b.claim) && OtherPlace(*a.claim, *b.claim, places);
}

}  // namespace

void MarkLocal(const std::vector<Item*>& event, const PlaceTable& places, int town_ratio) {
  std::map<std::string_view, std::vector<Item*>> by_metric;
  std::map<std::string_view, std::int64_t> elsewhere;  // the most that is told of no place
  for (Item* item : event) {
    const Claim& claim = *item->claim;
    if (Own(claim) || !Official(*item).empty())
      by_metric[claim.metric.text].push_back(item);
    else if (claim.stance == Stance::kAsserted && !claim.place)
      elsewhere[claim.metric.text] =
          std::max(elsewhere[claim.metric.text], claim.quantity.hard.low);
  }
  for (auto& [metric, items] : by_metric) {
    std::vector<const Item*> first;  // of each place
    std::vector<std::uint16_t> place(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::size_t at = 0;
      while (at < first.size() && Elsewhere(*items[i], *first[at], places)) ++at;
      if (at == first.size() && first.size() < kMostPlaces) first.push_back(items[i]);
      place[i] = static_cast<std::uint16_t>(at + 1);
    }
    std::vector<bool> part(kMostPlaces + 2);  // by place: far below the others
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Interval& hard = items[i]->claim->quantity.hard;
      // "no more than 400 dead in the town" denies the 900 of others
      if (hard.high != kNoLimit && hard.low > 0 && hard.high <= elsewhere[metric] / town_ratio)
        part[place[i]] = true;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool denies = items[i]->claim->quantity.hard.low == 0 && !items[i]->alone;
      if (!denies && (first.size() > 1 || items[i]->alone || part[place[i]]))
        items[i]->local = place[i];
    }
    // Who speaks of such a place without naming it counts there as well.
    for (std::size_t at = 0; at < first.size(); ++at) {
      if (!part[at + 1] || !Narrow(*first[at]->claim)) continue;
      for (Item* item : event) {
        const Claim& claim = *item->claim;
        if (!item->local && claim.metric.text == metric && Narrow(claim) &&
            !OtherPlace(claim, *first[at]->claim, places))
          item->local = static_cast<std::uint16_t>(at + 1);
      }
    }
  }
}

}  // namespace counterclaim
