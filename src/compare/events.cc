#include "compare/events.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace counterclaim {
namespace {

constexpr int kTold = 30;      // days within which an undated report is about what has just happened
constexpr int kOneStart = 2;   // days by which the starts of a battle and of its running sum may differ

bool Running(const Item& item) { return item.claim->scope == Scope::kCumulative; }

bool Share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& x) { return std::binary_search(b.begin(), b.end(), x); });
}

enum class Three : std::uint8_t { kYes, kNo, kUnknown };

Three SamePlace(const Claim& a, const Claim& b, const PlaceTable& places) {
  if (!a.place || !b.place) return Three::kUnknown;
  const Place &p = *a.place, &q = *b.place;
  if (p.id && q.id && !places.Within(*p.id, *q.id) && !places.Within(*q.id, *p.id)) return Three::kNo;
  if (p.town && q.town) return *p.town == *q.town ? Three::kYes : Three::kNo;
  if (p.id && q.id) {
    // A country alone holds too much to tell two events apart.
    const bool narrow = p.id->text.size() > 2 && q.id->text.size() > 2;
    return narrow || *p.id == *q.id ? Three::kYes : Three::kUnknown;
  }
  if (p.text && q.text && *p.text == *q.text) return Three::kYes;
  return Three::kUnknown;
}

Three SameTime(const Item& a, const Item& b) {
  if (a.when && b.when) {
    if (!a.when->Overlaps(*b.when)) return Three::kNo;
    if (Running(a) || Running(b)) {
      const int apart = a.when->first - b.when->first;
      const bool carried = a.carried || b.carried;
      return carried || std::abs(apart) <= kOneStart ? Three::kYes : Three::kNo;
    }
    return Three::kYes;
  }
  const Item& dated = a.when ? a : b;
  const Item& open = a.when ? b : a;
  if (dated.when && open.said) {
    if (open.said->last < dated.when->first) return Three::kNo;
    if (open.said->first - dated.when->last <= kTold) return Three::kYes;
  } else if (!dated.when && a.said && b.said && std::abs(a.said->first - b.said->first) <= kTold) {
    return Three::kYes;
  }
  return Three::kUnknown;
}

std::uint32_t Root(std::vector<std::uint32_t>* parent, std::uint32_t i) {
  while ((*parent)[i] != i) i = (*parent)[i] = (*parent)[(*parent)[i]];
  return i;
}

DayRange Reach(const Item& item) {
  if (item.when) return *item.when;
  if (item.said) return {item.said->first - kTold, item.said->last};
  return {Day{0}, Day{0}};
}

// Numbers the groups in the order of their first item; `order` is sorted by day and id.
std::uint32_t Number(const std::vector<std::uint32_t>& order, std::vector<std::uint32_t>* parent, std::vector<Item>* items) {
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i : order) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    (*items)[i].event = numbers.try_emplace(Root(parent, i), next).first->second;
  }
  return static_cast<std::uint32_t>(numbers.size());
}

}  // namespace

EventVerdict JudgeEvent(const Item& a, const Item& b, const PlaceTable& places) {
  const Three place = SamePlace(*a.claim, *b.claim, places);
  const Three time = SameTime(a, b);
  const bool sides_known = !a.parties.empty() && !b.parties.empty();
  const bool share = Share(a.parties, b.parties);
  if (place == Three::kNo || time == Three::kNo) return {SameEvent::kDifferent, ""};
  if (sides_known && !share && place != Three::kYes) return {SameEvent::kDifferent, ""};
  if (time == Three::kUnknown) return place == Three::kYes && (share || !sides_known) ? EventVerdict{SameEvent::kSame, ""} : EventVerdict{SameEvent::kUndetermined, "date"};
  if (place == Three::kYes) return {SameEvent::kSame, ""};
  if (share) {
    if ((a.when && b.when) || a.claim->metric == b.claim->metric) return {SameEvent::kSame, ""};
    return {SameEvent::kUndetermined, "date"};
  }
  return {SameEvent::kUndetermined, a.claim->place || b.claim->place ? "parties" : "place"};
}

std::uint32_t GroupEvents(std::vector<Item>* items, const PlaceTable& places, const CompareOptions& options,
                          std::vector<OpenPair>* open) {
  std::vector<std::uint32_t> order(items->size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [items](std::uint32_t i, std::uint32_t j) {
    const Item &a = (*items)[i], &b = (*items)[j];
    const DayRange x = Reach(a), y = Reach(b);
    return x.first != y.first ? x.first < y.first : a.claim->id < b.claim->id;
  });
  std::vector<std::uint32_t> parent(items->size());
  std::iota(parent.begin(), parent.end(), 0U);
  std::vector<std::uint32_t> active;
  for (std::uint32_t i : order) {
    const Item& item = (*items)[i];
    const Day first = Reach(item).first;
    std::erase_if(active, [&](std::uint32_t j) {
      const Item& other = (*items)[j];
      return !options.one_event && Reach(other).last + 2 * kTold < first;
    });
    std::size_t seen = 0;
    for (auto j = active.rbegin(); j != active.rend() && seen < options.neighbours; ++j, ++seen) {
      const Item& other = (*items)[*j];
      const EventVerdict verdict = options.one_event ? EventVerdict{SameEvent::kSame, ""} : JudgeEvent(item, other, places);
      if (verdict.verdict == SameEvent::kSame) {
        const std::uint32_t x = Root(&parent, i), y = Root(&parent, *j);
        if (x != y) parent[std::max(x, y)] = std::min(x, y);
      } else if (verdict.verdict == SameEvent::kUndetermined && item.claim->metric == other.claim->metric) {
        if (open->size() < 10000) open->push_back({&other, &item, verdict.missing});
      }
    }
    active.push_back(i);
    if (active.size() > 4 * options.neighbours) active.erase(active.begin(), active.begin() + static_cast<std::ptrdiff_t>(options.neighbours));
  }
  return Number(order, &parent, items);
}

}  // namespace counterclaim
