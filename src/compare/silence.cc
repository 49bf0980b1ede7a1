#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "compare/intervals.h"
#include "compare/pairs.h"

namespace counterclaim {
namespace {

// A party's count of what another side lost.
bool AgainstOther(const Position& p, const Taxonomy& taxonomy) {
  if (!p.first().party || !p.first().side || *p.first().side == p.first().source || p.part ||
      p.claim().stance != Stance::kAsserted || p.claim().quantity.hard.high == 0)
    return false;
  const Metric* metric = taxonomy.FindMetric(p.claim().metric);
  return !metric || metric->loss;
}

using Loss = std::pair<int, std::string>;  // family of the metric, side

Loss LossOf(const Position& p, const Taxonomy& taxonomy) {
  return {taxonomy.FamilyOf(p.claim().metric), p.first().side.value_or("")};
}

}  // namespace

std::vector<Pair> FindSilence(const std::vector<Position>& positions, const Rulebook& rulebook) {
  const Taxonomy& taxonomy = rulebook.taxonomy;
  std::set<Loss> answered;
  for (const Position& p : positions) {
    const bool own = p.first().side && *p.first().side == p.first().source;
    const bool denies = p.claim().stance == Stance::kDenied;
    if (p.first().party && (own || denies))
      answered.insert(denies && !own ? Loss{taxonomy.FamilyOf(p.claim().metric), p.first().source}
                                     : LossOf(p, taxonomy));
  }
  // Of one party's counts of one loss, the largest stands for all.
  std::map<std::tuple<std::string, std::string, std::string>, const Position*> open;
  for (const Position& p : positions) {
    if (!AgainstOther(p, taxonomy) || answered.count(LossOf(p, taxonomy))) continue;
    const Position*& kept = open[{p.first().source, *p.first().side, p.claim().metric.text}];
    if (!kept || Figure(p.claim().quantity) > Figure(kept->claim().quantity)) kept = &p;
  }
  std::vector<Pair> found;
  for (const auto& [key, p] : open) {
    Relation relation;
    relation.kind = Kind::kUnanswered;
    found.push_back({p, p, relation});
  }
  for (const auto& [key, p] : open) {
    const Item& a = p->first();
    for (auto y = open.lower_bound({*a.side, a.source, ""});
         y != open.end() && std::get<0>(y->first) == *a.side && std::get<1>(y->first) == a.source;
         ++y) {
      if (y->first <= key) continue;
      Relation relation;
      relation.kind = Kind::kTradedClaims;
      relation.opposed = true;
      found.push_back({p, y->second, relation});
    }
  }
  return found;
}

}  // namespace counterclaim
