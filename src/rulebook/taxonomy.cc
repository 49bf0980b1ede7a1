#include "rulebook/taxonomy.h"

#include <algorithm>
#include <set>

namespace counterclaim {

namespace {

template <typename Key, typename Value>
const Value* Lookup(const std::map<Key, Value>& table, const Key& key) {
  const auto at = table.find(key);
  return at == table.end() ? nullptr : &at->second;
}

}  // namespace

const Metric* Taxonomy::FindMetric(const MetricId& id) const { return Lookup(metrics, id); }

const Category* Taxonomy::FindCategory(const CategoryId& id) const { return Lookup(categories, id); }

SubsetStrength Taxonomy::Subset(const CategoryId& a, const CategoryId& b) const {
  // Breadth first over hard links, then over both kinds: the best path wins.
  for (const bool presumed : {false, true}) {
    std::vector<CategoryId> open = {a};
    std::set<CategoryId> seen = {a};
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i] == b) return presumed ? SubsetStrength::kPresumed : SubsetStrength::kHard;
      const Category* category = FindCategory(open[i]);
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

bool Taxonomy::Exclude(const CategoryId& a, const CategoryId& b) const {
  for (const auto& [id, category] : categories) {
    for (const CategoryId& other : category.excludes) {
      const bool forward = Subset(a, id) == SubsetStrength::kHard && Subset(b, other) == SubsetStrength::kHard;
      const bool backward = Subset(b, id) == SubsetStrength::kHard && Subset(a, other) == SubsetStrength::kHard;
      if (forward || backward) return true;
    }
  }
  return false;
}

bool Taxonomy::AtMost(const MetricId& a, const MetricId& b) const {
  if (a == b) return false;
  std::vector<MetricId> open = {a};
  std::set<MetricId> seen = {a};
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i] == b) return true;
    const Metric* metric = FindMetric(open[i]);
    if (!metric) continue;
    for (const MetricId& above : metric->at_most) {
      if (seen.insert(above).second) open.push_back(above);
    }
  }
  return false;
}

}  // namespace counterclaim
