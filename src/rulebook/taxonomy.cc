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
  metric.if_none = Ids<MetricId>(&reader, "if_none");
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
  state.if_none = reader.Strings("if_none");
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
  if (auto covers = reader.Strings("covers"); !covers.empty())
    taxonomy->covers[family] = std::move(covers);
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
      known(state->second.if_none, &metric.if_none);
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
  horizon.leap_ratio = reader.Number("leap_ratio").value_or(0);
  horizon.voice_ratio = reader.Number("voice_ratio").value_or(0);
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

void CheckTaxonomy(const Taxonomy& taxonomy, const std::set<std::string>& organs,
                   std::vector<Diagnostic>* problems) {
  const Horizon& horizon = taxonomy.horizon;
  const bool set = horizon.growing_days > 0 && horizon.told_days > 0 && horizon.start_days > 0 &&
                   horizon.mirror_ratio > 1 && horizon.few_ratio > 1 && horizon.many > 1 &&
                   horizon.town_ratio > 1 && horizon.leap_ratio > 1 && horizon.voice_ratio > 1;
  if (!taxonomy.metrics.empty() && !set) {
    problems->push_back(Dangling(
        "no rule file gives `horizon` with growing_days, told_days and start_days above 0 and "
        "mirror_ratio, few_ratio, many, town_ratio, leap_ratio and voice_ratio above 1; see "
        "rules/taxonomy/conventions.yaml"));
  }
  for (const auto& [id, metric] : taxonomy.metrics) {
    for (const auto* list : {&metric.at_most, &metric.migrates_to, &metric.mirrors, &metric.if_none,
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
    const auto own = category.own_as ? std::vector{*category.own_as} : std::vector<CategoryId>{};
    for (const auto* list : {&category.hard_parents, &category.presumed_parents, &category.excludes,
                             &category.alike, &own}) {
      for (const CategoryId& other : *list) {
        if (!taxonomy.FindCategory(other)) {
          problems->push_back(Dangling("category `" + id.text + "` names `" + other.text +
                                       "`, which no rule defines"));
        }
      }
    }
  }
  for (const std::string& organ : taxonomy.local_organs) {
    if (!organs.empty() && !organs.contains(organ))
      problems->push_back(
          Dangling("`local_organs` names `" + organ + "`, which no `organs` of a language define"));
  }
}

const Metric* Taxonomy::FindMetric(const MetricId& id) const {
  return Lookup(metrics, id);
}

const Category* Taxonomy::FindCategory(const CategoryId& id) const {
  return Lookup(categories, id);
}

}  // namespace counterclaim
