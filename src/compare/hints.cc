#include <fmt/format.h>

#include <algorithm>
#include <map>

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

std::map<std::string, Counts> CountsBySource(const std::vector<Position>& positions) {
  std::map<std::string, Counts> by_source;
  for (const Position& p : positions) {
    const Claim& claim = p.claim();
    const bool counts = !p.first().unnamed && claim.stance == Stance::kAsserted && !p.part &&
                        claim.quantity.hard.high != 0;
    if (counts)
      by_source[p.first().source][claim.metric].push_back(
          {claim.quantity.soft, static_cast<std::size_t>(&p - positions.data()), &p});
  }
  return by_source;
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

std::string Conventions(const Relation& relation, const Taxonomy& taxonomy) {
  std::string names;
  for (const Convention& convention : taxonomy.conventions) {
    if (std::find(relation.holds_under.begin(), relation.holds_under.end(), convention.id) ==
        relation.holds_under.end()) {
      names += (names.empty() ? "" : ", ") + convention.id;
    }
  }
  return names;
}

}  // namespace

void AddHints(const std::vector<Position>& positions, const Rulebook& rulebook,
              std::vector<Pair>* pairs) {
  std::map<std::string, Counts> by_source = CountsBySource(positions);
  std::map<MetricId, const Metric*> sums;
  for (Pair& pair : *pairs) {
    const auto kind = pair.relation.kind;
    if (kind != Kind::kContradiction && kind != Kind::kTension && kind != Kind::kMirrorDiscrepancy)
      continue;
    const bool a_lower = Figure(pair.a->claim().quantity) <= Figure(pair.b->claim().quantity);
    const Position &lower = a_lower ? *pair.a : *pair.b, &higher = a_lower ? *pair.b : *pair.a;
    std::vector<std::string>& hints = pair.relation.hints;
    if (const std::string names = Conventions(pair.relation, rulebook.taxonomy);
        !pair.relation.holds_under.empty() && !names.empty()) {
      hints.push_back("convention|" + names);
    }
    const MetricId& metric = lower.claim().metric;
    const auto [sum_of, fresh] = sums.try_emplace(metric);
    if (fresh) sum_of->second = SumOf(metric, rulebook.taxonomy);
    if (const std::string besides = Besides(lower, higher, by_source[lower.first().source],
                                            sum_of->second, rulebook.taxonomy);
        !besides.empty()) {
      hints.push_back(besides);
    }
    const Item &x = lower.first(), &y = higher.first();
    if (Before(x, y) && x.when && y.said &&
        y.said->first - x.when->last <= rulebook.taxonomy.horizon.growing_days)
      hints.push_back("later-date|" + ToText(*y.said));
    const bool sum = y.claim->scope == Scope::kCumulative && x.claim->scope != Scope::kCumulative;
    if (sum) hints.push_back("cumulative|" + y.claim->quantity_text);
  }
}

}  // namespace counterclaim
