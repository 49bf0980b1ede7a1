#include "rulebook/taxonomy.h"

#include <algorithm>
#include <set>
#include <utility>

namespace counterclaim {

namespace {

template <typename Key, typename Value>
const Value* Lookup(const std::map<Key, Value>& table, const Key& key) {
  const auto at = table.find(key);
  return at == table.end() ? nullptr : &at->second;
}

template <typename IdType>
std::vector<IdType> Ids(YamlReader* reader, std::string_view key) {
  std::vector<IdType> ids;
  for (std::string& text : reader->Strings(key)) ids.emplace_back(std::move(text));
  return ids;
}

void LoadMetric(YamlReader reader, Taxonomy* taxonomy) {
  Metric metric;
  metric.id = MetricId(reader.RequiredString("id"));
  metric.name = reader.String("name").value_or(metric.id.text);
  const std::string kind =
      reader.OneOf("kind", {"people", "things", "acts", "context"}).value_or("people");
  metric.kind = kind == "things"    ? MetricKind::kThings
                : kind == "acts"    ? MetricKind::kActs
                : kind == "context" ? MetricKind::kContext
                                    : MetricKind::kPeople;
  metric.stock = reader.Bool("stock").value_or(false);
  metric.loss = reader.Bool("loss").value_or(true);
  metric.fixed = reader.Bool("fixed").value_or(false);
  metric.at_most = Ids<MetricId>(&reader, "at_most");
  metric.migrates_to = Ids<MetricId>(&reader, "migrates_to");
  metric.mirrors = Ids<MetricId>(&reader, "mirrors");
  metric.soft_equal = Ids<MetricId>(&reader, "soft_equal");
  metric.sum_of = Ids<MetricId>(&reader, "sum_of");
  reader.Finish();
  if (taxonomy->metrics.contains(metric.id)) {
    reader.Problem("R031", reader.node(),
                   "metric `" + metric.id.text + "` stands here a second time");
  }
  taxonomy->metrics[metric.id] = std::move(metric);
}

void LoadState(YamlReader reader, Taxonomy* taxonomy) {
  ThingState state;
  state.name = reader.RequiredString("name");
  state.loss = reader.Bool("loss").value_or(true);
  state.at_most = reader.Strings("at_most");
  state.mirrors = reader.Strings("mirrors");
  reader.Finish();
  taxonomy->states[state.name] = std::move(state);
}

// {name: post, plural: posts, states: [captured, lost]} makes post.captured and post.lost.
void LoadFamily(YamlReader reader, Taxonomy* taxonomy) {
  const std::string family = reader.RequiredString("name");
  const std::string id_start = family + '.';
  const std::string name_start = reader.String("plural").value_or(family) + ' ';
  const std::vector<std::string> states = reader.Strings("states");
  const bool fixed = reader.Bool("fixed").value_or(false);
  reader.Finish();
  const auto known = [&](const std::vector<std::string>& names, std::vector<MetricId>* ids) {
    for (const std::string& name : names) {
      if (std::find(states.begin(), states.end(), name) != states.end())
        ids->emplace_back(id_start + name);
    }
  };
  for (const std::string& name : states) {
    Metric metric;
    metric.id = MetricId(id_start + name);
    metric.name = name_start + name;
    metric.kind = MetricKind::kThings;
    metric.fixed = fixed;
    if (const auto state = taxonomy->states.find(name); state != taxonomy->states.end()) {
      metric.loss = state->second.loss;
      known(state->second.at_most, &metric.at_most);
      known(state->second.mirrors, &metric.mirrors);
    }
    taxonomy->metrics[metric.id] = std::move(metric);
  }
}

void LoadCategory(YamlReader reader, Taxonomy* taxonomy) {
  Category category;
  category.id = CategoryId(reader.RequiredString("id"));
  category.name = reader.String("name").value_or(category.id.text);
  category.thing = reader.Bool("thing").value_or(false);
  category.everyone = reader.Bool("everyone").value_or(false);
  category.civilian = reader.Bool("civilian").value_or(false);
  category.fixed = reader.Bool("fixed").value_or(false);
  category.fights = reader.Bool("fights").value_or(false);
  category.armed = reader.Bool("armed").value_or(false);
  category.rebel = reader.Bool("rebel").value_or(false);
  if (auto own = reader.String("own_as")) category.own_as = CategoryId(*own);
  category.hard_parents = Ids<CategoryId>(&reader, "is");
  category.presumed_parents = Ids<CategoryId>(&reader, "presumed");
  category.excludes = Ids<CategoryId>(&reader, "excludes");
  category.alike = Ids<CategoryId>(&reader, "alike");
  reader.Finish();
  if (taxonomy->categories.contains(category.id)) {
    reader.Problem("R031", reader.node(),
                   "category `" + category.id.text + "` stands here a second time");
  }
  taxonomy->categories[category.id] = std::move(category);
}

Interval ReadInterval(YamlReader* reader, const char* low, const char* high) {
  return {reader->Integer(low).value_or(0), reader->Integer(high).value_or(kNoLimit)};
}

void LoadConvention(YamlReader reader, Taxonomy* taxonomy) {
  Convention convention;
  convention.id = reader.RequiredString("id");
  convention.about = reader.RequiredString("about");
  for (YamlReader& word : reader.Maps("words")) {
    const std::string name = word.RequiredString("word");
    Reading reading;
    reading.convention = convention.id;
    reading.hard = ReadInterval(&word, "low", "high");
    reading.soft =
        word.Has("soft_low") ? ReadInterval(&word, "soft_low", "soft_high") : reading.hard;
    word.Finish();
    convention.readings[name] = std::move(reading);
  }
  reader.Finish();
  if (taxonomy->conventions.size() == kMostConventions) {
    reader.Problem("R036", reader.node(),
                   "convention `" + convention.id + "` is one more than the " +
                       std::to_string(kMostConventions) +
                       " that there may be: take out one that nobody reads by");
    return;
  }
  taxonomy->conventions.push_back(std::move(convention));
}

void LoadHorizon(YamlReader reader, Taxonomy* taxonomy) {
  Horizon& horizon = taxonomy->horizon;
  horizon.growing_days = static_cast<int>(reader.Integer("growing_days").value_or(0));
  horizon.told_days = static_cast<int>(reader.Integer("told_days").value_or(0));
  horizon.start_days = static_cast<int>(reader.Integer("start_days").value_or(0));
  horizon.mirror_ratio = reader.Number("mirror_ratio").value_or(0);
  horizon.few_ratio = reader.Number("few_ratio").value_or(0);
  horizon.many = static_cast<int>(reader.Integer("many").value_or(0));
  horizon.town_ratio = static_cast<int>(reader.Integer("town_ratio").value_or(0));
  reader.Finish();
}

Diagnostic Dangling(std::string message) {
  Diagnostic problem;
  problem.code = "R032";
  problem.message = std::move(message);
  problem.hint = "add it below rules/taxonomy, or mend the spelling";
  return problem;
}

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
      for (const auto* list :
           {&metric.at_most, &metric.mirrors, &metric.soft_equal, &metric.sum_of}) {
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

void LoadTaxonomy(const YamlFile& file, Taxonomy* taxonomy, std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  for (YamlReader& metric : reader.Maps("metrics")) LoadMetric(metric, taxonomy);
  for (YamlReader& state : reader.Maps("states")) LoadState(state, taxonomy);
  for (YamlReader& family : reader.Maps("families")) LoadFamily(family, taxonomy);
  for (YamlReader& category : reader.Maps("categories")) LoadCategory(category, taxonomy);
  for (YamlReader& convention : reader.Maps("conventions")) LoadConvention(convention, taxonomy);
  if (const YamlNode* node = reader.Node("horizon")) {
    LoadHorizon(YamlReader(file, *node, problems), taxonomy);
  }
  for (std::string& organ : reader.Strings("local_organs"))
    taxonomy->local_organs.insert(std::move(organ));
  reader.Finish();
}

void CheckTaxonomy(const Taxonomy& taxonomy, std::vector<Diagnostic>* problems) {
  const Horizon& horizon = taxonomy.horizon;
  const bool set = horizon.growing_days > 0 && horizon.told_days > 0 && horizon.start_days > 0 &&
                   horizon.mirror_ratio > 1 && horizon.few_ratio > 1 && horizon.many > 1 &&
                   horizon.town_ratio > 1;
  if (!taxonomy.metrics.empty() && !set) {
    problems->push_back(Dangling(
        "no rule file gives `horizon` with growing_days, told_days and start_days above 0 and "
        "mirror_ratio, few_ratio, many and town_ratio above 1; see "
        "rules/taxonomy/conventions.yaml"));
  }
  for (const auto& [id, metric] : taxonomy.metrics) {
    for (const auto* list : {&metric.at_most, &metric.migrates_to, &metric.mirrors,
                             &metric.soft_equal, &metric.sum_of}) {
      for (const MetricId& other : *list) {
        if (!taxonomy.FindMetric(other)) {
          problems->push_back(Dangling("metric `" + id.text + "` names `" + other.text +
                                       "`, which no rule defines"));
        }
      }
    }
    for (const MetricId& above : metric.at_most) {
      if (taxonomy.AtMost(above, id))
        problems->push_back(Dangling("metric `" + id.text + "` is below itself"));
    }
  }
  for (const auto& [id, category] : taxonomy.categories) {
    for (const auto* list : {&category.hard_parents, &category.presumed_parents, &category.excludes,
                             &category.alike}) {
      for (const CategoryId& other : *list) {
        if (!taxonomy.FindCategory(other)) {
          problems->push_back(Dangling("category `" + id.text + "` names `" + other.text +
                                       "`, which no rule defines"));
        }
      }
    }
  }
}

const Metric* Taxonomy::FindMetric(const MetricId& id) const {
  return Lookup(metrics, id);
}

const Category* Taxonomy::FindCategory(const CategoryId& id) const {
  return Lookup(categories, id);
}

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
