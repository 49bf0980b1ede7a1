#include "rulebook/compare_rules.h"

#include <algorithm>

namespace counterclaim {
namespace {

constexpr int kKinds = static_cast<int>(Kind::kTradedClaims) + 1;

std::vector<std::string> KindNames() {
  std::vector<std::string> names;
  for (int i = 0; i < kKinds; ++i) names.push_back(ToText(static_cast<Kind>(i)));
  return names;
}

std::vector<std::string> SeverityNames() {
  return {ToText(Severity::kNote), ToText(Severity::kWarning), ToText(Severity::kError)};
}

std::size_t IndexOf(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

void ReadHints(YamlReader* reader, CompareRules* rules) {
  const YamlNode* hints = reader->Node("hints");
  for (const auto& [key, text] : hints->map) rules->hints[key.scalar] = text.scalar;
}

}  // namespace

int CompareRule::Conditions() const {
  return one_article.has_value() + same_source.has_value() + narrator.has_value() + all_conventions.has_value();
}

bool CompareRule::Fits(Kind kind, const RelationTraits& traits) const {
  auto holds = [](std::optional<bool> want, bool have) { return !want || *want == have; };
  return relation == kind && holds(one_article, traits.one_article) && holds(same_source, traits.same_source) &&
         holds(narrator, traits.narrator) && holds(all_conventions, traits.all_conventions);
}

const CompareRule* CompareRules::Find(Kind kind, const RelationTraits& traits) const {
  const CompareRule* best = nullptr;
  for (const CompareRule& rule : rules) {
    if (rule.Fits(kind, traits) && (!best || rule.Conditions() > best->Conditions())) best = &rule;
  }
  return best;
}

void LoadCompareRules(const YamlFile& file, CompareRules* rules, std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  if (reader.Has("hints")) {
    ReadHints(&reader, rules);
    reader.Finish();
    return;
  }
  static const std::vector<std::string> kinds = KindNames(), severities = SeverityNames();
  CompareRule rule;
  rule.id = RuleId(reader.RequiredString("id"));
  const auto relation = reader.OneOf("relation", kinds);
  const auto severity = reader.OneOf("severity", severities);
  rule.one_article = reader.Bool("one-article");
  rule.same_source = reader.Bool("same-source");
  rule.narrator = reader.Bool("narrator");
  rule.all_conventions = reader.Bool("all-conventions");
  rule.message = reader.RequiredString("message");
  reader.Finish();
  if (!relation || !severity) return;
  rule.relation = static_cast<Kind>(IndexOf(kinds, *relation));
  rule.severity = static_cast<Severity>(IndexOf(severities, *severity));
  auto at = std::lower_bound(rules->rules.begin(), rules->rules.end(), rule,
                             [](const CompareRule& x, const CompareRule& y) { return x.id < y.id; });
  if (at != rules->rules.end() && at->id == rule.id) *at = rule;
  else rules->rules.insert(at, std::move(rule));
}

}  // namespace counterclaim
