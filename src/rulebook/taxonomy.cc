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
  const std::string kind = reader.OneOf("kind", {"people", "things", "acts", "context"}).value_or("people");
  metric.kind = kind == "things" ? MetricKind::kThings : kind == "acts" ? MetricKind::kActs
                : kind == "context" ? MetricKind::kContext : MetricKind::kPeople;
  metric.stock = reader.Bool("stock").value_or(false);
  metric.loss = reader.Bool("loss").value_or(true);
  metric.at_most = Ids<MetricId>(&reader, "at_most");
  metric.migrates_to = Ids<MetricId>(&reader, "migrates_to");
  metric.mirrors = Ids<MetricId>(&reader, "mirrors");
  metric.soft_equal = Ids<MetricId>(&reader, "soft_equal");
  reader.Finish();
  if (taxonomy->metrics.contains(metric.id)) {
    reader.Problem("R031", reader.node(), "metric `" + metric.id.text + "` stands here a second time");
  }
  taxonomy->metrics[metric.id] = std::move(metric);
}

// {name: post, states: [captured, lost]} makes post.captured and post.lost.
void LoadFamily(YamlReader reader, Taxonomy* taxonomy) {
  const std::string family = reader.RequiredString("name");
  const std::vector<std::string> states = reader.Strings("states");
  reader.Finish();
  const auto id = [&](const std::string& state) { return MetricId(family + '.' + state); };
  for (const std::string& state : states) {
    Metric metric;
    metric.id = id(state);
    metric.name = family + "s " + state;
    metric.kind = MetricKind::kThings;
    metric.loss = state != "launched" && state != "attacked";
    const auto has = [&](const char* other) { return std::find(states.begin(), states.end(), other) != states.end(); };
    if (state == "captured" && has("attacked")) metric.at_most.push_back(id("attacked"));
    if ((state == "downed" || state == "hit") && has("launched")) metric.at_most.push_back(id("launched"));
    if (state == "lost") {
      for (const char* mirror : {"captured", "destroyed", "downed"}) {
        if (has(mirror)) metric.mirrors.push_back(id(mirror));
      }
    }
    taxonomy->metrics[metric.id] = std::move(metric);
  }
}

void LoadCategory(YamlReader reader, Taxonomy* taxonomy) {
  Category category;
  category.id = CategoryId(reader.RequiredString("id"));
  category.name = reader.String("name").value_or(category.id.text);
  category.thing = reader.Bool("thing").value_or(false);
  category.hard_parents = Ids<CategoryId>(&reader, "is");
  category.presumed_parents = Ids<CategoryId>(&reader, "presumed");
  category.excludes = Ids<CategoryId>(&reader, "excludes");
  reader.Finish();
  if (taxonomy->categories.contains(category.id)) {
    reader.Problem("R031", reader.node(), "category `" + category.id.text + "` stands here a second time");
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
    reading.soft = word.Has("soft_low") ? ReadInterval(&word, "soft_low", "soft_high") : reading.hard;
    word.Finish();
    convention.readings[name] = std::move(reading);
  }
  reader.Finish();
  taxonomy->conventions.push_back(std::move(convention));
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
  for (YamlReader& family : reader.Maps("families")) LoadFamily(family, taxonomy);
  for (YamlReader& category : reader.Maps("categories")) LoadCategory(category, taxonomy);
  for (YamlReader& convention : reader.Maps("conventions")) LoadConvention(convention, taxonomy);
  reader.Finish();
}

void CheckTaxonomy(const Taxonomy& taxonomy, std::vector<Diagnostic>* problems) {
  for (const auto& [id, metric] : taxonomy.metrics) {
    for (const auto* list : {&metric.at_most, &metric.migrates_to, &metric.mirrors, &metric.soft_equal}) {
      for (const MetricId& other : *list) {
        if (!taxonomy.FindMetric(other)) {
          problems->push_back(Dangling("metric `" + id.text + "` names `" + other.text + "`, which no rule defines"));
        }
      }
    }
    for (const MetricId& above : metric.at_most) {
      if (taxonomy.AtMost(above, id)) problems->push_back(Dangling("metric `" + id.text + "` is below itself"));
    }
  }
  for (const auto& [id, category] : taxonomy.categories) {
    for (const auto* list : {&category.hard_parents, &category.presumed_parents, &category.excludes}) {
      for (const CategoryId& other : *list) {
        if (!taxonomy.FindCategory(other)) {
          problems->push_back(Dangling("category `" + id.text + "` names `" + other.text + "`, which no rule defines"));
        }
      }
    }
  }
}

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
