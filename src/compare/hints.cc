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

// What the lower figure's source counts besides, which would make up the difference.
std::string Besides(const Position& lower, const Position& higher,
                    const std::vector<const Position*>& same_source, const Taxonomy& taxonomy) {
  const Metric* sum = nullptr;
  for (const auto& [id, metric] : taxonomy.metrics) {
    if (std::find(metric.sum_of.begin(), metric.sum_of.end(), lower.claim().metric) !=
        metric.sum_of.end())
      sum = &metric;
  }
  for (const Position* other : same_source) {
    if (other == &lower || other->part || other->claim().quantity.hard.high == 0) continue;
    if (!Plus(lower.claim().quantity.soft, other->claim().quantity.soft)
             .Overlaps(higher.claim().quantity.soft))
      continue;
    const bool one_metric = other->claim().metric == lower.claim().metric;
    const bool one_side = other->first().side == lower.first().side;
    if (!one_metric && one_side && sum &&
        std::find(sum->sum_of.begin(), sum->sum_of.end(), other->claim().metric) !=
            sum->sum_of.end()) {
      return "includes-other-metric|" + Summed(lower, *other);
    }
    const auto &x = lower.claim().object.category, &y = other->claim().object.category;
    if (one_metric && one_side && x && y && taxonomy.Exclude(*x, *y))
      return "includes-other-group|" + Summed(lower, *other);
    if (one_metric && !one_side && other->first().side && lower.first().side)
      return "both-sides|" + Summed(lower, *other);
  }
  return "";
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
  std::map<std::string, std::vector<const Position*>> by_source;
  for (const Position& p : positions)
    if (!p.first().unnamed && p.claim().stance == Stance::kAsserted)
      by_source[p.first().source].push_back(&p);
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
    if (const std::string besides =
            Besides(lower, higher, by_source[lower.first().source], rulebook.taxonomy);
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
