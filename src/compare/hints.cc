#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "compare/intervals.h"
#include "compare/pairs.h"

namespace counterclaim {
namespace {

Interval Plus(Interval a, Interval b) {
  const bool open = a.high == kNoLimit || b.high == kNoLimit;
  return {a.low + b.low, open ? kNoLimit : a.high + b.high};
}

std::string Summed(const Position& a, const Position& b) {
  return fmt::format("{} + {}", a.claim().quantity_text, b.claim().quantity_text);
}

// What one source counts, by metric, in the order of the positions.
struct Counted {
  Interval soft;
  std::size_t order;
  const Position* position;
};
using Counts = std::map<MetricId, std::vector<Counted>>;

using BySource = std::unordered_map<std::string_view, Counts>;

// The counts of the sources that are keys already.
void AddCounts(const std::vector<Position>& positions, BySource* by_source) {
  if (by_source->empty()) return;
  for (const Position& p : positions) {
    const auto at = by_source->find(p.first().source);
    if (at == by_source->end() || p.first().unnamed || p.part) continue;
    const Claim& claim = p.claim();
    if (claim.stance == Stance::kAsserted && claim.quantity.hard.high != 0)
      at->second[claim.metric].push_back(
          {claim.quantity.soft, static_cast<std::size_t>(&p - positions.data()), &p});
  }
}

// The metric that is the sum of this one and others; none where no rule says so.
const Metric* SumOf(const MetricId& part, const Taxonomy& taxonomy) {
  const Metric* sum = nullptr;
  for (const auto& [id, metric] : taxonomy.metrics)
    if (std::find(metric.sum_of.begin(), metric.sum_of.end(), part) != metric.sum_of.end())
      sum = &metric;
  return sum;
}

// Which hint the two counts of one source give; "" for none.
const char* HintOf(const Position& lower, const Position& other, const Metric* sum,
                   const Taxonomy& taxonomy) {
  const bool one_metric = other.claim().metric == lower.claim().metric;
  const bool one_side = other.first().side == lower.first().side;
  if (!one_metric && one_side && sum &&
      std::find(sum->sum_of.begin(), sum->sum_of.end(), other.claim().metric) != sum->sum_of.end())
    return "includes-other-metric";
  const auto &x = lower.claim().object.category, &y = other.claim().object.category;
  if (one_metric && one_side && x && y && taxonomy.Exclude(*x, *y)) return "includes-other-group";
  return one_metric && !one_side && other.first().side && lower.first().side ? "both-sides" : "";
}

// What the lower figure's source counts besides, which would make up the
// difference: the first of its positions that does.
std::string Besides(const Position& lower, const Position& higher, const Counts& same_source,
                    const Metric* sum, const Taxonomy& taxonomy) {
  const Interval soft = lower.claim().quantity.soft, wanted = higher.claim().quantity.soft;
  const Counted* found = nullptr;
  const char* hint = "";
  for (const auto& [metric, counts] : same_source) {
    const bool joined =
        metric == lower.claim().metric ||
        (sum && std::find(sum->sum_of.begin(), sum->sum_of.end(), metric) != sum->sum_of.end());
    if (!joined) continue;
    for (const Counted& other : counts) {
      if (found && found->order < other.order) break;
      if (!Plus(soft, other.soft).Overlaps(wanted) || other.position == &lower) continue;
      const char* what = HintOf(lower, *other.position, sum, taxonomy);
      if (*what == '\0') continue;
      found = &other;
      hint = what;
    }
  }
  return found ? hint + ("|" + Summed(lower, *found->position)) : "";
}

// Those under which the relation does not hold; "" where it holds under all.
std::string Conventions(const Relation& relation, const Taxonomy& taxonomy) {
  std::string names;
  if (relation.holds_under == 0) return names;
  for (std::size_t i = 0; i < taxonomy.conventions.size(); ++i) {
    if ((relation.holds_under >> i & 1) != 0) continue;
    names += (names.empty() ? "" : ", ") + taxonomy.conventions[i].id;
  }
  return names;
}

bool InConflict(const Pair& pair) {
  const auto kind = pair.relation.kind;
  return kind == Kind::kContradiction || kind == Kind::kTension || kind == Kind::kMirrorDiscrepancy;
}

// The one with the lower figure, and the other.
std::pair<const Position*, const Position*> ByFigure(const Pair& pair) {
  const bool a_lower = Figure(pair.a->claim().quantity) <= Figure(pair.b->claim().quantity);
  return a_lower ? std::pair(pair.a, pair.b) : std::pair(pair.b, pair.a);
}

std::vector<std::string> HintsOf(const Pair& pair, const Counts& same_source, const Metric* sum,
                                 const Taxonomy& taxonomy) {
  std::vector<std::string> hints;
  const auto [lower, higher] = ByFigure(pair);
  if (const std::string names = Conventions(pair.relation, taxonomy); !names.empty())
    hints.push_back("convention|" + names);
  if (std::string besides = Besides(*lower, *higher, same_source, sum, taxonomy); !besides.empty())
    hints.push_back(std::move(besides));
  const Item &x = lower->first(), &y = higher->first();
  if (Before(x, y) && x.when && y.said &&
      y.said->first - x.when->last <= taxonomy.horizon.growing_days)
    hints.push_back("later-date|" + ToText(*y.said));
  if (y.claim->scope == Scope::kCumulative && x.claim->scope != Scope::kCumulative)
    hints.push_back("cumulative|" + y.claim->quantity_text);
  return hints;
}

}  // namespace

std::vector<std::vector<std::string>> FindHints(const std::vector<Position>& positions,
                                                const Rulebook& rulebook,
                                                const std::vector<const Pair*>& pairs) {
  BySource by_source;
  for (const Pair* pair : pairs)
    if (InConflict(*pair)) by_source[ByFigure(*pair).first->first().source];
  AddCounts(positions, &by_source);
  std::map<MetricId, const Metric*> sums;
  std::vector<std::vector<std::string>> hints(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!InConflict(*pairs[i])) continue;
    const Position& lower = *ByFigure(*pairs[i]).first;
    const MetricId& metric = lower.claim().metric;
    const auto [sum, fresh] = sums.try_emplace(metric);
    if (fresh) sum->second = SumOf(metric, rulebook.taxonomy);
    hints[i] = HintsOf(*pairs[i], by_source[lower.first().source], sum->second, rulebook.taxonomy);
  }
  return hints;
}

}  // namespace counterclaim
