#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
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
  std::string name;  // "killed", for sentences of reports
  MetricKind kind = MetricKind::kPeople;
  bool stock = false;                 // counts at the day of the statement (missing, displaced)
  bool loss = true;                   // the object loses (killed, destroyed, captured)
  bool fixed = false;                 // counts what stays where it stands: buildings, places hit
  std::vector<MetricId> at_most;      // this <= each of these: killed <= casualties
  std::vector<MetricId> migrates_to;  // what may become of those counted: the missing may be killed
  std::vector<MetricId> mirrors;  // "lost" by X is "captured", "destroyed" or "downed" by X's enemy
  std::vector<MetricId> if_none;  // no aircraft hit: none downed; a count of some says nothing
  std::vector<MetricId> soft_equal;  // comparable, but never more than tension
  std::vector<MetricId> sum_of;      // the whole of these: casualties of killed and wounded
};

enum class SubsetStrength : std::uint8_t { kNone, kPresumed, kHard };

struct Category {
  CategoryId id;
  std::string name;
  bool thing = false;
  bool everyone = false;  // the group that holds all others: a count of "people"
  bool civilian = false;  // those who fight for nobody
  // These hold of every subset as well, once CompileTaxonomy has run.
  bool fights = false;                       // takes part in fighting: combatants
  bool armed = false;                        // carries arms for a side: combatants and police
  bool rebel = false;                        // fights against a state
  std::optional<CategoryId> own_as;          // what "our men" are, where a side counts its own
  std::vector<CategoryId> hard_parents;      // every soldier is a combatant
  std::vector<CategoryId> presumed_parents;  // a child is taken for a civilian
  std::vector<CategoryId> excludes;          // cannot be both: civilian, combatant
  std::vector<CategoryId> alike;             // one people by another word: "girls", "pupils"
};

// How vague words read: word id ("dozens") -> reading, per convention.
struct Convention {
  std::string id;  // cautious, literal, acled, pitf
  std::string about;
  std::map<std::string, Reading> readings;
};

// How a state of things stands to the others of its family: {name: lost, mirrors: [captured]}.
struct ThingState {
  std::string name;
  bool loss = true;
  std::vector<std::string> at_most, mirrors, if_none;
};

// Figures of convention that comparison goes by; 0: no rule file gives them.
struct Horizon {
  int growing_days = 0;     // a toll may grow for so long after the event's last day
  int told_days = 0;        // an undated report is about what happened so long before, at most
  int start_days = 0;       // by which the starts of a battle and of its running sum may differ
  double mirror_ratio = 0;  // claimed over conceded from which the gap is worth a finding
  double few_ratio = 0;     // a toll over the few whom somebody without an office knows of
  int many = 0;             // a toll of so many holds each single person that is told of
  double leap_ratio = 0;    // a figure that moved so many times over counts something else
  int town_ratio = 0;       // a toll over the count of one town from which that is a part of it
  double voice_ratio = 0;   // a source's toll over a smaller one that an article tells by itself
};

// So that a set of them fits into one number.
inline constexpr std::size_t kMostConventions = 64;

struct Taxonomy {
  std::map<MetricId, Metric> metrics;
  std::map<CategoryId, Category> categories;
  std::vector<Convention> conventions;  // the default first
  Horizon horizon;
  std::set<std::string> local_organs;  // organs that count where they rule: governors, mayors
  std::map<std::string, ThingState> states;
  std::map<std::string, std::vector<std::string>> covers;  // munition: drones and missiles as one

  const Metric* FindMetric(const MetricId& id) const;
  const Category* FindCategory(const CategoryId& id) const;
  // a subset of b (reflexive), by any path; the weakest link decides.
  SubsetStrength Subset(const CategoryId& a, const CategoryId& b) const;
  bool Exclude(const CategoryId& a, const CategoryId& b) const;  // through parents as well
  bool AtMost(const MetricId& a, const MetricId& b) const;       // a <= b, transitively; not a == b
  bool Everyone(const CategoryId& id) const;  // a count of no group in particular
  bool Fights(const std::optional<CategoryId>& id) const;
  bool Armed(const std::optional<CategoryId>& id) const;
  bool Rebel(const std::optional<CategoryId>& id) const;
  // Metrics that any order, mirror or migration joins have one number; -1 for an unknown metric.
  int FamilyOf(const MetricId& id) const;

  // Tables of the answers above, made once by CompileTaxonomy. Without them
  // the answers are worked out each time.
  std::unordered_map<CategoryId, std::size_t> category_index;  // in the order of `categories`
  std::unordered_map<MetricId, std::size_t> metric_index;
  std::vector<SubsetStrength> subsets;  // row by row over category_index
  std::vector<bool> exclusions;
  std::vector<bool> orders;  // over metric_index: AtMost
  std::vector<int> metric_families;
};

// rules/taxonomy/*.yaml
void LoadTaxonomy(const YamlFile& file, Taxonomy* taxonomy, std::vector<Diagnostic>* problems);
// Dangling ids, cycles. `organs`: ids of those that some language names; empty: no language is
// read.
void CheckTaxonomy(const Taxonomy& taxonomy, const std::set<std::string>& organs,
                   std::vector<Diagnostic>* problems);
void CompileTaxonomy(Taxonomy* taxonomy);

}  // namespace counterclaim
