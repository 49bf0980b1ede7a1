#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "compare/position.h"

namespace counterclaim {
namespace {

// "118 of the drones were downed": of those launched, all that were downed.
bool Fate(const Item& item) {
  const auto family = [](const MetricId& id) { return id.text.find('.') != std::string::npos; };
  const Claim& claim = *item.claim;
  return item.whole->metric != claim.metric && family(item.whole->metric) && family(claim.metric);
}

// A part with nothing of its own to tell it from its whole.
bool VaguePart(const Item& item) {
  if (!item.whole) return false;
  const Claim &claim = *item.claim, &whole = *item.whole;
  return !Fate(item) && (whole.scope == claim.scope || claim.scope != Scope::kDay) &&
         (!claim.object.category || claim.object.category == whole.object.category);
}

// What makes claims one position, and the order of positions.
struct PositionKey {
  std::tuple<std::uint32_t, std::uint32_t, std::int64_t, std::int64_t, std::uint32_t, std::uint32_t,
             std::uint32_t, int, bool>
      names;
  // Nobody knows whether two nameless sources are one: each claim stands alone.
  const ClaimId* alone = nullptr;
  bool vague = false;
  std::uint32_t index = 0;

  bool Same(const PositionKey& other) const {
    return names == other.names && (!alone || *alone == *other.alone);
  }
  bool operator<(const PositionKey& other) const {
    if (names != other.names) return names < other.names;
    if (alone && *alone != *other.alone) return *alone < *other.alone;
    return index < other.index;
  }
};

PositionKey KeyOf(const Item& item) {
  const Claim& claim = *item.claim;
  const ItemNames& name = item.names;
  const bool vague = VaguePart(item);
  return {{name.metric, name.manner, claim.quantity.hard.low, claim.quantity.hard.high, name.source,
           name.side, name.category, static_cast<int>(claim.stance), vague && !item.unnamed},
          item.unnamed ? &claim.id : nullptr,
          vague};
}

void Settle(Position* position) {
  std::sort(position->items.begin(), position->items.end(), [](const Item* a, const Item* b) {
    if (Before(*a, *b) != Before(*b, *a)) return Before(*a, *b);
    return a->claim->id < b->claim->id;
  });
  for (const Item* item : position->items) {
    position->part = position->part && item->whole;
    position->reviewed = position->reviewed || item->reviewed != 0;
  }
}

// Numbers texts so that their order is that of the numbers.
template <typename TextOf>
void Number(std::uint32_t ItemNames::*name, TextOf text_of, std::vector<Item>* items) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const std::string_view* last = nullptr;
  std::uint32_t* number = nullptr;
  for (Item& item : *items) {
    const std::string_view text = text_of(item);
    if (!last || *last != text) {
      const auto at = numbers.try_emplace(text, static_cast<std::uint32_t>(numbers.size())).first;
      last = &at->first;
      number = &at->second;
    }
    item.names.*name = *number;
  }
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted(numbers.begin(), numbers.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> order(sorted.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) order[sorted[i].second] = i;
  for (Item& item : *items) item.names.*name = order[item.names.*name];
}

}  // namespace

void NameItems(std::vector<Item>* items, unsigned threads) {
  using Text = std::string_view;
  const auto number = [items](std::size_t which) {
    switch (which) {
      case 0:
        return Number(
            &ItemNames::source, [](const Item& i) { return Text(i.source); }, items);
      case 1:
        return Number(
            &ItemNames::metric, [](const Item& i) { return Text(i.claim->metric.text); }, items);
      case 2:
        return Number(
            &ItemNames::manner, [](const Item& i) { return Text(i.claim->manner); }, items);
      case 3:
        return Number(
            &ItemNames::side, [](const Item& i) { return i.side ? Text(*i.side) : Text(); }, items);
      default:
        return Number(
            &ItemNames::category,
            [](const Item& i) {
              const auto& category = i.claim->object.category;
              return category ? Text(category->text) : Text();
            },
            items);
    }
  };
  constexpr std::size_t kNames = 5;
  ParallelFor(threads, kNames, number, 1);
}

std::vector<Position> MakePositions(const std::vector<const Item*>& items, unsigned threads) {
  std::vector<PositionKey> keys(items.size());
  ParallelFor(threads, items.size(), [&](std::size_t i) {
    keys[i] = KeyOf(*items[i]);
    keys[i].index = static_cast<std::uint32_t>(i);
  });
  ParallelSort(threads, keys.begin(), keys.end(), std::less<>());
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (i == 0 || !keys[i].Same(keys[i - 1])) begins.push_back(i);
  begins.push_back(keys.size());
  std::vector<Position> positions(begins.size() - 1);
  ParallelFor(threads, positions.size(), [&](std::size_t at) {
    Position& position = positions[at];
    position.part = true;
    position.items.reserve(begins[at + 1] - begins[at]);
    for (std::size_t i = begins[at]; i < begins[at + 1]; ++i)
      position.items.push_back(items[keys[i].index]);
    position.vague_part = keys[begins[at + 1] - 1].vague;
    Settle(&position);
  });
  return positions;
}

bool InOneArticle(const Position& a, const Position& b) {
  const std::uint32_t article = a.first().names.article;
  auto here = [article](const Item* item) { return item->names.article == article; };
  return std::all_of(a.items.begin(), a.items.end(), here) &&
         std::all_of(b.items.begin(), b.items.end(), here);
}

bool Before(const Item& a, const Item& b) {
  if (a.said && b.said) {
    if (a.said->last < b.said->first) return true;
    if (b.said->last < a.said->first) return false;
    // Two statements of one day, told by papers of two days.
    if (a.said == b.said && a.published && b.published && *a.published != *b.published)
      return *a.published < *b.published;
  }
  // "In the morning it had given 93." "By evening it spoke of 97."
  const auto level = [](const Item& item) { return item.claim->earlier ? 0 : item.later ? 2 : 1; };
  if (a.names.article == b.names.article && level(a) != level(b)) return level(a) < level(b);
  const bool near = a.names.article == b.names.article || (a.said && a.said == b.said);
  return near && a.claim->said_order && b.claim->said_order &&
         *a.claim->said_order < *b.claim->said_order;
}

}  // namespace counterclaim
