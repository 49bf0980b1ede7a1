#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/id.h"
#include "model/quantity.h"
#include "rulebook/yaml.h"

namespace counterclaim {

// What a metric counts. `things` metrics are `<family>.<state>`.
enum class MetricKind : std::uint8_t { kPeople, kThings, kActs, kContext };

struct Metric {
  MetricId id;
  std::string name;                          // "killed", for sentences of reports
  MetricKind kind = MetricKind::kPeople;
  bool stock = false;                        // counts at the day of the statement (missing, displaced)
  bool loss = true;                          // the object loses (killed, destroyed, captured)
  std::vector<MetricId> at_most;             // this <= each of these: killed <= casualties
  std::vector<MetricId> migrates_to;         // missing -> killed: an update, no contradiction
  std::vector<MetricId> mirrors;             // "lost" by X is "captured", "destroyed" or "downed" by X's enemy
  std::vector<MetricId> soft_equal;          // comparable, but never more than tension
};

enum class SubsetStrength : std::uint8_t { kNone, kPresumed, kHard };

struct Category {
  CategoryId id;
  std::string name;
  bool thing = false;
  std::vector<CategoryId> hard_parents;      // every soldier is a combatant
  std::vector<CategoryId> presumed_parents;  // a child is taken for a civilian
  std::vector<CategoryId> excludes;          // cannot be both: civilian, combatant
};

// How vague words read: word id ("dozens") -> reading, per convention.
struct Convention {
  std::string id;                            // cautious, literal, acled, pitf
  std::string about;
  std::map<std::string, Reading> readings;
};

struct Taxonomy {
  std::map<MetricId, Metric> metrics;
  std::map<CategoryId, Category> categories;
  std::vector<Convention> conventions;       // the default first

  const Metric* FindMetric(const MetricId& id) const;
  const Category* FindCategory(const CategoryId& id) const;
  // a subset of b (reflexive), by any path; the weakest link decides.
  SubsetStrength Subset(const CategoryId& a, const CategoryId& b) const;
  bool Exclude(const CategoryId& a, const CategoryId& b) const;  // through parents as well
  bool AtMost(const MetricId& a, const MetricId& b) const;       // a <= b, transitively; not a == b
};

// rules/taxonomy/*.yaml
void LoadTaxonomy(const YamlFile& file, Taxonomy* taxonomy, std::vector<Diagnostic>* problems);
void CheckTaxonomy(const Taxonomy& taxonomy, std::vector<Diagnostic>* problems);  // dangling ids, cycles

}  // namespace counterclaim
