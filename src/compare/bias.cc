#include "compare/bias.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

#include "compare/bias_fit.h"
#include "compare/compare.h"
#include "compare/events.h"
#include "compare/intervals.h"
#include "compare/position.h"

namespace counterclaim {
namespace {

using SlotKey = std::tuple<std::uint32_t, std::string, std::string, std::string, Scope>;
using PartyKey = std::pair<std::string, std::optional<Stake>>;

// Own and enemy losses are told apart; what a party gained or did is the rest.
Stake Told(Stake stake) {
  return stake == Stake::kOwnLoss || stake == Stake::kEnemyLoss ? stake : Stake::kNeutral;
}

SlotKey SlotOf(const Item& item) {
  const Claim& claim = *item.claim;
  return {item.event, claim.metric.text, item.side.value_or(""),
          claim.object.category ? claim.object.category->text : "", claim.scope};
}

bool IsPart(const Item& item) {
  return item.whole != nullptr &&
         SlotOf(item) ==
             SlotKey{item.event, item.whole->metric.text, item.side.value_or(""),
                     item.whole->object.category ? item.whole->object.category->text : "",
                     item.claim->scope};
}

// Whether a claim gives a figure of a party; counts it where it does not.
bool Counts(const Item& item, const Taxonomy& taxonomy, BiasTable* table) {
  const Claim& claim = *item.claim;
  const Metric* metric = taxonomy.FindMetric(claim.metric);
  if (claim.stance != Stance::kAsserted || claim.scope == Scope::kIncrement || IsPart(item) ||
      (metric != nullptr && metric->kind == MetricKind::kContext))
    return false;
  const bool placed = claim.source.party && claim.source.kind != SourceKind::kNarrator;
  const bool zero = claim.quantity.hard.high == 0 || Figure(claim.quantity) <= 0;
  const bool vague = claim.quantity.bound == Bound::kVague;
  if (!placed)
    ++table->unplaced;
  else if (zero)
    ++table->zeros;
  else if (vague)
    ++table->vague;
  return placed && !zero && !vague;
}

Censor CensorOf(const Quantity& quantity) {
  if (quantity.hard.high == kNoLimit) return Censor::kAtLeast;
  return quantity.bound == Bound::kAtMost || quantity.bound == Bound::kLessThan ? Censor::kAtMost
                                                                                : Censor::kNone;
}

double HeightOf(const Quantity& quantity, Censor censor) {
  if (censor == Censor::kAtLeast) return std::log(std::max(1.0, double(quantity.hard.low)));
  if (censor == Censor::kAtMost) return std::log(std::max(1.0, double(quantity.hard.high)));
  return std::log(Figure(quantity));
}

// Of one party's figures on one slot the latest; of those said at once, the first by id.
std::map<SlotKey, std::map<PartyKey, const Item*>> Latest(const std::vector<Item>& items,
                                                          const Taxonomy& taxonomy, bool by_stake,
                                                          BiasTable* table) {
  std::map<SlotKey, std::map<PartyKey, const Item*>> latest;
  for (const Item& item : items) {
    if (!Counts(item, taxonomy, table)) continue;
    PartyKey party{Principal(*item.claim->source.party).text, std::nullopt};
    if (by_stake) party.second = Told(item.claim->stake);
    const Item*& kept = latest[SlotOf(item)][party];
    if (kept == nullptr || Before(*kept, item)) kept = &item;
  }
  return latest;
}

void Sort(std::vector<PartyBias>* parties) {
  std::sort(parties->begin(), parties->end(), [](const PartyBias& a, const PartyBias& b) {
    if ((a.group == 0) != (b.group == 0)) return b.group == 0;
    if (a.group != b.group) return a.group < b.group;
    if (a.bias != b.bias) return a.bias > b.bias;
    return std::tie(a.party, a.stake) < std::tie(b.party, b.stake);
  });
}

}  // namespace

BiasTable MeasureBias(const std::vector<Claim>& claims, const std::vector<Document>& documents,
                      const Rulebook& rulebook, bool by_stake) {
  std::vector<const Claim*> sorted;
  sorted.reserve(claims.size());
  for (const Claim& claim : claims) sorted.push_back(&claim);
  std::sort(sorted.begin(), sorted.end(),
            [](const Claim* a, const Claim* b) { return a->id < b->id; });
  std::vector<Item> items = MakeItems(sorted, documents, rulebook);
  std::vector<OpenPair> open;
  LeftOut left_out;
  GroupEvents(&items, rulebook, CompareOptions(), &open, &left_out);
  BiasTable table;
  const auto latest = Latest(items, rulebook.taxonomy, by_stake, &table);
  std::map<PartyKey, std::uint32_t> numbers;
  for (const auto& [slot, figures] : latest) {
    for (const auto& [party, item] : figures) numbers.emplace(party, 0);
  }
  for (auto& [party, number] : numbers) {
    number = static_cast<std::uint32_t>(table.parties.size());
    PartyBias& row = table.parties.emplace_back();
    row.party = PartyId(party.first);
    row.stake = party.second;
  }
  std::vector<Observation> observations;
  std::uint32_t slot = 0;
  for (const auto& [key, figures] : latest) {
    for (const auto& [party, item] : figures) {
      const Quantity& quantity = item->claim->quantity;
      const Censor censor = CensorOf(quantity);
      const std::uint32_t number = numbers[party];
      PartyBias& row = table.parties[number];
      ++row.slots;
      row.shared += figures.size() > 1;
      ++(censor == Censor::kNone ? row.figures : row.bounds);
      observations.push_back({slot, number, HeightOf(quantity, censor), censor});
    }
    ++slot;
  }
  const std::vector<Effect> effects = FitEffects(observations, table.parties.size());
  for (std::size_t i = 0; i < effects.size(); ++i) {
    PartyBias& row = table.parties[i];
    row.group = effects[i].group;
    row.bias = effects[i].bias;
    row.error = effects[i].error;
    if (row.group == 0)
      row.unidentified = row.figures == 0 ? Unidentified::kBoundsOnly : Unidentified::kAlone;
  }
  Sort(&table.parties);
  return table;
}

}  // namespace counterclaim
