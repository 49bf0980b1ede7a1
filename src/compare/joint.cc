#include "compare/joint.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "compare/events.h"
#include "compare/linear.h"

namespace counterclaim {
namespace {

constexpr std::size_t kMostParts = 24;
constexpr double kNearlyAll = 0.9;  // parts that leave less than this out are meant to be all

const Quantity& Count(const Item* item) {
  return item->claim->quantity;
}
std::int64_t Low(const Item* item) {
  return std::min<std::int64_t>(Count(item).hard.low, 1LL << 40);
}

// As their words tell: a guess keeps no dead apart.
bool OfTwoSides(const Item& a, const Item& b) {
  return a.side && b.side && *a.side != *b.side && !a.claim->object.resolved &&
         !b.claim->object.resolved;
}

bool Apart(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  if (a.claim->metric != b.claim->metric) return true;
  if (OfTwoSides(a, b)) return true;
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  return x && y && taxonomy.Exclude(*x, *y);
}

// Parts of one whole are apart unless their groups may overlap (children, civilians); the items of
// one list ("77 men, 67 women and 32 children") do not.
bool PartsApart(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  const bool listed = a.claim->article == b.claim->article &&
                      a.claim->sentence == b.claim->sentence && !a.claim->open_part &&
                      !b.claim->open_part;
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  return listed || !x || !y || x == y || Apart(a, b, taxonomy);
}

std::vector<const Item*> Keep(std::vector<const Item*> parts, const Taxonomy& taxonomy,
                              bool (*apart)(const Item&, const Item&, const Taxonomy&)) {
  std::sort(parts.begin(), parts.end(), [](const Item* a, const Item* b) {
    return Low(a) != Low(b) ? Low(a) > Low(b) : a->claim->id < b->claim->id;
  });
  std::vector<const Item*> kept;
  for (const Item* part : parts) {
    if (kept.size() == kMostParts) break;
    if (std::all_of(kept.begin(), kept.end(),
                    [&](const Item* k) { return apart(*k, *part, taxonomy); }))
      kept.push_back(part);
  }
  return kept;
}

std::int64_t Sum(const std::vector<const Item*>& parts) {
  std::int64_t sum = 0;
  for (const Item* part : parts) sum += Low(part);
  return sum;
}

bool AllExact(const std::vector<const Item*>& parts) {
  return std::all_of(parts.begin(), parts.end(),
                     [](const Item* p) { return Count(p).hard.IsPoint(); });
}

void CheckParts(const Item* whole, const std::vector<const Item*>& parts, const Taxonomy& taxonomy,
                std::vector<JointConflict>* found) {
  const std::vector<const Item*> kept = Keep(parts, taxonomy, PartsApart);
  if (kept.size() < 2) return;
  const std::int64_t sum = Sum(kept);
  const Interval total = Count(whole).hard;
  const bool one_metric = std::all_of(kept.begin(), kept.end(), [whole](const Item* p) {
    return p->claim->metric == whole->claim->metric;
  });
  const bool list =
      std::none_of(kept.begin(), kept.end(), [](const Item* p) { return p->claim->open_part; });
  const bool short_sum = list && one_metric && kept.size() == parts.size() && total.IsPoint() &&
                         AllExact(kept) && sum < total.low &&
                         static_cast<double>(sum) >= kNearlyAll * static_cast<double>(total.low);
  if (sum <= total.high && !short_sum) return;
  JointConflict conflict{{whole}, true};
  conflict.items.insert(conflict.items.end(), kept.begin(), kept.end());
  found->push_back(std::move(conflict));
}

// An exact count of what is the sum of other metrics.
bool IsTotal(const Item& item, const Taxonomy& taxonomy) {
  const Interval hard = Count(&item).hard;
  if (!hard.IsPoint() || hard.high == 0) return false;
  const Metric* metric = taxonomy.FindMetric(item.claim->metric);
  return metric && metric->sum_of.size() >= 2;
}

// A stated sum of metrics against its parts in one statement: killed and
// wounded against casualties.
void CheckMetricSums(const std::vector<const Item*>& statement, const Taxonomy& taxonomy,
                     std::vector<JointConflict>* found) {
  for (const Item* total : statement) {
    if (!IsTotal(*total, taxonomy)) continue;
    const Metric* metric = taxonomy.FindMetric(total->claim->metric);
    std::vector<const Item*> parts;
    for (const MetricId& id : metric->sum_of) {
      const Item* most = nullptr;
      for (const Item* item : statement) {
        if (item->claim->metric == id && item->side == total->side && !item->whole &&
            (!most || Low(item) > Low(most)))
          most = item;
      }
      if (most) parts.push_back(most);
    }
    if (parts.size() < metric->sum_of.size() || !AllExact(parts) ||
        Sum(parts) == Count(total).hard.low)
      continue;
    JointConflict conflict{{total}, true};
    conflict.items.insert(conflict.items.end(), parts.begin(), parts.end());
    found->push_back(std::move(conflict));
  }
}

bool Covers(const Item& whole, const Item& part, const Taxonomy& taxonomy) {
  if (KeptApart(whole, part)) return false;
  if (part.claim->metric != whole.claim->metric &&
      !taxonomy.AtMost(part.claim->metric, whole.claim->metric))
    return false;
  if (whole.side && whole.side != part.side) return false;
  const auto &w = whole.claim->object.category, &p = part.claim->object.category;
  if (w && p && taxonomy.Subset(*p, *w) != SubsetStrength::kHard) return false;
  if (w && !p && !taxonomy.Everyone(*w)) return false;
  const auto &outer = whole.claim->when, &inner = part.claim->when;
  if (outer && inner &&
      (inner->days.first < outer->days.first || inner->days.last > outer->days.last))
    return false;
  // What is told without a day before or after the days of the whole is not of them.
  if (outer && !inner && part.said &&
      (part.said->first > outer->days.last || part.said->last < outer->days.first))
    return false;
  return whole.event == part.event || whole.claim->scope == Scope::kCumulative;
}

bool JointlyApart(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  if (Dated(a) && Dated(b) && !a.when->Overlaps(*b.when)) return true;
  if (OfTwoSides(a, b)) return true;
  // Two parties that count soldiers and civilians dispute who the dead were.
  if (a.party && b.party && a.source != b.source) return false;
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  return x && y && taxonomy.Exclude(*x, *y);
}

}  // namespace

std::vector<JointConflict> FindSumErrors(const std::vector<Item>& items, const Taxonomy& taxonomy) {
  std::unordered_map<const Claim*, const Item*> by_claim;  // wholes
  std::unordered_set<std::string_view> totalled;           // articles with a stated sum of metrics
  for (const Item& item : items) {
    if (item.whole) by_claim[item.whole];
    if (IsTotal(item, taxonomy)) totalled.insert(item.claim->article.text);
  }
  if (!by_claim.empty()) {
    for (const Item& item : items) {
      const auto at = by_claim.find(item.claim);
      if (at != by_claim.end()) at->second = &item;
    }
  }
  std::map<std::string, std::pair<const Item*, std::vector<const Item*>>> wholes;
  std::map<std::string, std::vector<const Item*>> statements;
  for (const Item& item : items) {
    if (item.claim->stance != Stance::kAsserted) continue;
    if (item.whole) {
      auto& [whole, parts] = wholes[item.whole->id.text];
      whole = by_claim[item.whole];
      if (item.claim->metric == item.whole->metric ||
          taxonomy.AtMost(item.claim->metric, item.whole->metric))
        parts.push_back(&item);
    }
    if (totalled.count(item.claim->article.text))
      statements[item.claim->article.text + "\n" + item.source].push_back(&item);
  }
  std::vector<JointConflict> found;
  for (const auto& [id, whole] : wholes)
    if (whole.first) CheckParts(whole.first, whole.second, taxonomy, &found);
  for (const auto& [id, statement] : statements) CheckMetricSums(statement, taxonomy, &found);
  return found;
}

namespace {

constexpr std::size_t kMostLooked = 400;  // claims looked at for one whole
constexpr std::size_t kMostWholes = 100;  // of one event
constexpr std::size_t kMostCliques = 64;
constexpr std::size_t kMostSteps = 4096;  // of the search for them

// A toll said to be over when the part was still to come cannot hold it.
bool CameLater(const Item& part, const Item& whole, int growing_days) {
  if (!Before(whole, part)) return false;
  const auto& when = whole.when ? whole.when : part.when;
  return !when || !part.said || part.said->first - when->last <= growing_days;
}

// Sets of parts of which no two can share a member and which together are more
// than the whole: by bits, at most kMostCliques of them.
class Cliques {
 public:
  Cliques(const std::vector<const Item*>& parts, std::int64_t most, const Taxonomy& taxonomy)
      : most_(most) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      low_.push_back(Low(parts[i]));
      apart_.push_back(0);
      for (std::size_t j = 0; j < i; ++j) {
        if (!JointlyApart(*parts[i], *parts[j], taxonomy)) continue;
        apart_[i] |= 1u << j;
        apart_[j] |= 1u << i;
      }
    }
    Grow(0, 0, (1u << parts.size()) - 1);
  }
  const std::vector<std::uint32_t>& found() const { return found_; }
  bool cut() const { return steps_ > kMostSteps; }

 private:
  // Parts come largest first, so that the sets found first are the smallest.
  void Grow(std::uint32_t chosen, std::int64_t sum, std::uint32_t open) {
    if (found_.size() >= kMostCliques || ++steps_ > kMostSteps) return;
    if (sum > most_) {
      if (std::popcount(chosen) > 1) found_.push_back(chosen);
      return;
    }
    std::int64_t rest = 0;
    for (std::uint32_t each = open; each; each &= each - 1) rest += low_[std::countr_zero(each)];
    for (; open && sum + rest > most_; open &= open - 1) {
      const int next = std::countr_zero(open);
      Grow(chosen | 1u << next, sum + low_[next], open & apart_[next] & ~((2u << next) - 1));
      rest -= low_[next];
    }
  }

  std::int64_t most_;
  std::vector<std::int64_t> low_;
  std::vector<std::uint32_t> apart_, found_;
  std::size_t steps_ = 0;
};

LinearProblem::Count Limits(const Item* item) {
  const Interval hard = Count(item).hard;
  return {static_cast<double>(hard.low), hard.high == kNoLimit
                                             ? std::numeric_limits<double>::infinity()
                                             : static_cast<double>(hard.high)};
}

// The whole is count 0; part i is count i + 1.
LinearProblem MakeProblem(const Item* whole, const std::vector<const Item*>& parts,
                          const std::vector<std::uint32_t>& cliques) {
  LinearProblem problem;
  problem.counts.push_back(Limits(whole));
  for (const Item* part : parts) problem.counts.push_back(Limits(part));
  for (std::uint32_t clique : cliques) {
    LinearProblem::AtMost sum;
    for (; clique; clique &= clique - 1)
      sum.parts.push_back(static_cast<std::size_t>(std::countr_zero(clique)) + 1);
    problem.sums.push_back(std::move(sum));
  }
  return problem;
}

std::vector<const Item*> PartsOf(const Item* whole, const std::vector<const Item*>& near,
                                 const Taxonomy& taxonomy, std::size_t* left_out) {
  std::vector<const Item*> parts;
  std::size_t looked = 0;
  for (const Item* part : near) {
    if (part == whole || part->claim->metric != whole->claim->metric) {
      if (part == whole || !taxonomy.AtMost(part->claim->metric, whole->claim->metric)) continue;
    }
    if (++looked > kMostLooked) {
      ++*left_out;
      break;
    }
    const bool fits = !part->whole && Low(part) > 0 && Low(part) <= Count(whole).hard.high &&
                      !CameLater(*part, *whole, taxonomy.horizon.growing_days);
    if (fits && Covers(*whole, *part, taxonomy)) parts.push_back(part);
  }
  std::sort(parts.begin(), parts.end(), [](const Item* a, const Item* b) {
    return Low(a) != Low(b) ? Low(a) > Low(b) : a->claim->id < b->claim->id;
  });
  if (parts.size() > kMostParts) {
    ++*left_out;
    parts.resize(kMostParts);
  }
  return parts;
}

bool IsWhole(const Item& item) {
  const Interval hard = Count(&item).hard;
  return item.claim->stance == Stance::kAsserted && !item.narrator && !item.whole &&
         hard.high != kNoLimit && hard.high > 0;
}

std::optional<JointConflict> FindConflict(const Item* whole, const std::vector<const Item*>& near,
                                          const Taxonomy& taxonomy, std::size_t* left_out) {
  const std::vector<const Item*> parts = PartsOf(whole, near, taxonomy, left_out);
  if (parts.size() < 2 || Sum(parts) <= Count(whole).hard.high) return std::nullopt;
  const Cliques cliques(parts, Count(whole).hard.high, taxonomy);
  if (cliques.cut()) ++*left_out;
  if (cliques.found().empty()) return std::nullopt;
  const std::vector<std::size_t> needed =
      MinimalConflict(MakeProblem(whole, parts, cliques.found()));
  if (needed.size() < 3 || needed.front() != 0) return std::nullopt;
  JointConflict conflict{{whole}, false};
  for (std::size_t i = 1; i < needed.size(); ++i) conflict.items.push_back(parts[needed[i] - 1]);
  return conflict;
}

std::string SideAndFamily(const Item& item, const Taxonomy& taxonomy) {
  return *item.side + "\n" + std::to_string(taxonomy.FamilyOf(item.claim->metric));
}

}  // namespace

std::vector<JointConflict> FindJointConflicts(const std::vector<Item>& items,
                                              const Taxonomy& taxonomy, unsigned threads,
                                              std::size_t* left_out) {
  std::unordered_map<std::uint32_t, std::vector<const Item*>> by_event;
  std::unordered_map<std::string, std::vector<const Item*>> by_side;
  for (const Item& item : items) {
    if (item.claim->stance != Stance::kAsserted || item.narrator) continue;
    by_event[item.event].push_back(&item);
    if (item.side) by_side[SideAndFamily(item, taxonomy)].push_back(&item);
  }
  std::unordered_map<std::uint32_t, std::size_t> wholes;
  std::vector<std::pair<const Item*, const std::vector<const Item*>*>> looked;
  for (const Item& item : items) {
    if (!IsWhole(item)) continue;
    if (++wholes[item.event] > kMostWholes) {
      ++*left_out;
      continue;
    }
    const bool running = item.claim->scope == Scope::kCumulative && item.side;
    looked.emplace_back(&item,
                        running ? &by_side[SideAndFamily(item, taxonomy)] : &by_event[item.event]);
  }
  std::vector<std::optional<JointConflict>> conflicts(looked.size());
  std::atomic<std::size_t> cut = 0;
  ParallelFor(threads, looked.size(), [&](std::size_t i) {
    std::size_t mine = 0;
    conflicts[i] = FindConflict(looked[i].first, *looked[i].second, taxonomy, &mine);
    cut += mine;
  });
  *left_out += cut;
  std::vector<JointConflict> found;
  std::set<std::vector<const Item*>> seen;
  for (std::optional<JointConflict>& conflict : conflicts)
    if (conflict && seen.insert(conflict->items).second) found.push_back(std::move(*conflict));
  return found;
}

}  // namespace counterclaim
