// What the taxonomy answers, worked out each time or looked up in tables made once.
#include <algorithm>
#include <set>

#include "rulebook/taxonomy.h"

namespace counterclaim {

namespace {

SubsetStrength FindSubset(const Taxonomy& taxonomy, const CategoryId& a, const CategoryId& b) {
  // Breadth first over hard links, then over both kinds: the best path wins.
  for (const bool presumed : {false, true}) {
    std::vector<CategoryId> open = {a};
    std::set<CategoryId> seen = {a};
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i] == b) return presumed ? SubsetStrength::kPresumed : SubsetStrength::kHard;
      const Category* category = taxonomy.FindCategory(open[i]);
      if (!category) continue;
      for (const CategoryId& parent : category->hard_parents) {
        if (seen.insert(parent).second) open.push_back(parent);
      }
      if (!presumed) continue;
      for (const CategoryId& parent : category->presumed_parents) {
        if (seen.insert(parent).second) open.push_back(parent);
      }
    }
  }
  return SubsetStrength::kNone;
}

bool FindExclusion(const Taxonomy& taxonomy, const CategoryId& a, const CategoryId& b) {
  const auto within = [&](const CategoryId& inner, const CategoryId& outer) {
    return taxonomy.Subset(inner, outer) == SubsetStrength::kHard;
  };
  for (const auto& [id, category] : taxonomy.categories) {
    for (const CategoryId& other : category.excludes) {
      if ((within(a, id) && within(b, other)) || (within(b, id) && within(a, other))) return true;
    }
  }
  return false;
}

bool FindOrder(const Taxonomy& taxonomy, const MetricId& a, const MetricId& b) {
  if (a == b) return false;
  std::vector<MetricId> open = {a};
  std::set<MetricId> seen = {a};
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i] == b) return true;
    const Metric* metric = taxonomy.FindMetric(open[i]);
    if (!metric) continue;
    for (const MetricId& above : metric->at_most) {
      if (seen.insert(above).second) open.push_back(above);
    }
  }
  return false;
}

// The same answers for all pairs at once, by index.
using Steps = std::vector<std::vector<std::size_t>>;

template <typename IdType>
std::vector<std::size_t> Indexes(const std::vector<IdType>& ids,
                                 const std::unordered_map<IdType, std::size_t>& index) {
  std::vector<std::size_t> known;
  for (const IdType& id : ids) {
    if (const auto at = index.find(id); at != index.end()) known.push_back(at->second);
  }
  return known;
}

// What steps lead to from `start`, itself among it.
std::vector<bool> Reached(const Steps& steps, std::size_t start) {
  std::vector<bool> seen(steps.size());
  std::vector<std::size_t> open = {start};
  seen[start] = true;
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t next : steps[at]) {
      if (!seen[next]) seen[next] = true, open.push_back(next);
    }
  }
  return seen;
}

void CompileSubsets(Taxonomy* taxonomy) {
  Steps hard, all;
  for (const auto& [id, category] : taxonomy->categories) {
    hard.push_back(Indexes(category.hard_parents, taxonomy->category_index));
    all.push_back(hard.back());
    for (const std::size_t parent : Indexes(category.presumed_parents, taxonomy->category_index))
      all.back().push_back(parent);
  }
  for (std::size_t a = 0; a < all.size(); ++a) {
    const std::vector<bool> surely = Reached(hard, a), presumably = Reached(all, a);
    for (std::size_t b = 0; b < all.size(); ++b) {
      taxonomy->subsets.push_back(surely[b]       ? SubsetStrength::kHard
                                  : presumably[b] ? SubsetStrength::kPresumed
                                                  : SubsetStrength::kNone);
    }
  }
}

void CompileExclusions(Taxonomy* taxonomy) {
  const std::size_t size = taxonomy->category_index.size();
  const auto within = [&](std::size_t inner, std::size_t outer) {
    return taxonomy->subsets[inner * size + outer] == SubsetStrength::kHard;
  };
  taxonomy->exclusions.assign(size * size, false);
  for (const auto& [id, category] : taxonomy->categories) {
    const std::size_t own = taxonomy->category_index.at(id);
    for (const std::size_t other : Indexes(category.excludes, taxonomy->category_index)) {
      for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; within(a, own) && b < size; ++b) {
          if (!within(b, other)) continue;
          taxonomy->exclusions[a * size + b] = taxonomy->exclusions[b * size + a] = true;
        }
      }
    }
  }
}

// What holds of combatants holds of soldiers.
void SpreadTraits(Taxonomy* taxonomy) {
  for (bool Category::*const trait : {&Category::fights, &Category::armed, &Category::rebel}) {
    std::vector<CategoryId> holders;
    for (const auto& [id, category] : taxonomy->categories)
      if (category.*trait) holders.push_back(id);
    for (auto& [id, category] : taxonomy->categories)
      for (const CategoryId& holder : holders)
        category.*trait |= taxonomy->Subset(id, holder) != SubsetStrength::kNone;
  }
}

// Joins what any link joins: the smallest index of a family names it.
std::vector<int> FindFamilies(const Taxonomy& taxonomy) {
  std::vector<int> family(taxonomy.metric_index.size());
  for (std::size_t i = 0; i < family.size(); ++i) family[i] = static_cast<int>(i);
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [id, metric] : taxonomy.metrics) {
      int& mine = family[taxonomy.metric_index.at(id)];
      for (const auto* list : {&metric.at_most, &metric.mirrors, &metric.if_none,
                               &metric.soft_equal, &metric.sum_of}) {
        for (const MetricId& other : *list) {
          const auto at = taxonomy.metric_index.find(other);
          if (at == taxonomy.metric_index.end() || family[at->second] == mine) continue;
          mine = family[at->second] = std::min(mine, family[at->second]);
          changed = true;
        }
      }
    }
  }
  return family;
}

}  // namespace

void CompileTaxonomy(Taxonomy* taxonomy) {
  for (const auto& [id, category] : taxonomy->categories)
    taxonomy->category_index.emplace(id, taxonomy->category_index.size());
  for (const auto& [id, metric] : taxonomy->metrics)
    taxonomy->metric_index.emplace(id, taxonomy->metric_index.size());
  CompileSubsets(taxonomy);
  CompileExclusions(taxonomy);
  SpreadTraits(taxonomy);
  Steps above;
  for (const auto& [id, metric] : taxonomy->metrics)
    above.push_back(Indexes(metric.at_most, taxonomy->metric_index));
  for (std::size_t i = 0; i < above.size(); ++i) {
    std::vector<bool> row = Reached(above, i);
    row[i] = false;
    taxonomy->orders.insert(taxonomy->orders.end(), row.begin(), row.end());
  }
  taxonomy->metric_families = FindFamilies(*taxonomy);
}

SubsetStrength Taxonomy::Subset(const CategoryId& a, const CategoryId& b) const {
  if (a == b) return SubsetStrength::kHard;
  const auto x = category_index.find(a), y = category_index.find(b);
  if (subsets.empty()) return FindSubset(*this, a, b);
  if (x == category_index.end() || y == category_index.end()) return SubsetStrength::kNone;
  return subsets[x->second * category_index.size() + y->second];
}

bool Taxonomy::Exclude(const CategoryId& a, const CategoryId& b) const {
  const auto x = category_index.find(a), y = category_index.find(b);
  if (exclusions.empty()) return FindExclusion(*this, a, b);
  if (x == category_index.end() || y == category_index.end()) return false;
  return exclusions[x->second * category_index.size() + y->second];
}

bool Taxonomy::AtMost(const MetricId& a, const MetricId& b) const {
  if (a == b) return false;
  const auto x = metric_index.find(a), y = metric_index.find(b);
  if (orders.empty()) return FindOrder(*this, a, b);
  if (x == metric_index.end() || y == metric_index.end()) return false;
  return orders[x->second * metric_index.size() + y->second];
}

bool Taxonomy::Everyone(const CategoryId& id) const {
  const Category* category = FindCategory(id);
  return category && category->everyone;
}

bool Taxonomy::Fights(const std::optional<CategoryId>& id) const {
  const Category* category = id ? FindCategory(*id) : nullptr;
  return category && category->fights;
}

bool Taxonomy::Armed(const std::optional<CategoryId>& id) const {
  const Category* category = id ? FindCategory(*id) : nullptr;
  return category && category->armed;
}

bool Taxonomy::Rebel(const std::optional<CategoryId>& id) const {
  const Category* category = id ? FindCategory(*id) : nullptr;
  return category && category->rebel;
}

int Taxonomy::FamilyOf(const MetricId& id) const {
  const auto at = metric_index.find(id);
  return at == metric_index.end() || metric_families.empty() ? -1 : metric_families[at->second];
}

}  // namespace counterclaim
