#include "compare/event_blocks.h"

#include <algorithm>

#include "compare/events.h"
#include "compare/report_finding.h"

namespace counterclaim {
namespace {

constexpr int kBucket = 8;        // days
constexpr int kYear = 365;        // days
constexpr int kMostBuckets = 60;  // of one claim: longer spans are looked up by their first days

std::uint64_t Key(std::uint64_t name, int bucket) {
  return (name ^ static_cast<std::uint64_t>(bucket)) * 0x9e3779b97f4a7c15ULL;
}

}  // namespace

DayRange Reach(const Item& item, int told_days) {
  if (item.when && (!item.elsewhere || !item.said)) return *item.when;
  if (item.when)
    return {std::min(item.when->first, item.said->first - told_days),
            std::max(item.when->last, item.said->last)};
  if (item.said) return {item.said->first - told_days, item.said->last};
  return {Day{0}, Day{0}};
}

std::vector<std::uint64_t> TownKeys(const Item& item) {
  const auto& place = item.claim->place;
  if (!place || !place->town || !(item.when || item.said)) return {};
  const std::uint64_t town = StableHash("Y" + *place->town);
  const int last = (Dated(item) || !item.said ? item.when->first : item.said->last).number / kYear;
  std::vector<std::uint64_t> keys = {Key(town, last)};
  if (!Dated(item)) keys.push_back(Key(town, last - 1));
  return keys;
}

std::vector<std::uint64_t> BlockKeys(const Item& item, int told_days) {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint64_t> names;
  for (const std::string& party : item.parties) names.push_back(StableHash("A" + party));
  if (const auto& place = item.claim->place) {
    if (place->town)
      names.push_back(StableHash("T" + *place->town));
    else if (place->id)
      names.push_back(StableHash("P" + place->id->text));
    else if (place->text)
      names.push_back(StableHash("X" + *place->text));
  }
  if (!item.claim->place && item.when && !item.dateline.empty())
    names.push_back(StableHash("D" + item.dateline));
  if (item.parties.empty() || item.incident)
    names.push_back(StableHash("I" + std::to_string(item.incident)));
  const DayRange reach = Reach(item, told_days);
  const int first = reach.first.number / kBucket,
            last = std::min(reach.last.number / kBucket, first + kMostBuckets);
  for (int bucket = first; bucket <= last; ++bucket)
    for (const std::uint64_t name : names) keys.push_back(Key(name, bucket));
  const auto town = TownKeys(item);
  keys.insert(keys.end(), town.begin(), town.end());
  return keys;
}

}  // namespace counterclaim
