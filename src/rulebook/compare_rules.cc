#include "rulebook/compare_rules.h"

#include <algorithm>

namespace counterclaim {
namespace {

constexpr int kKinds = static_cast<int>(Kind::kTradedClaims) + 1;
constexpr std::size_t kMostIncidents = 60;

std::vector<std::string> KindNames() {
  std::vector<std::string> names;
  names.reserve(kKinds);
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
  return one_article.has_value() + same_source.has_value() + narrator.has_value() +
         all_conventions.has_value() + event_sure.has_value() + opposed.has_value() +
         gap_at_least.has_value() + !metrics.empty();
}

bool CompareRule::Fits(Kind kind, const RelationTraits& traits,
                       const std::vector<std::string_view>& of) const {
  if (relation != kind) return false;
  const auto holds = [](std::optional<bool> want, bool have) { return !want || *want == have; };
  const bool metric =
      metrics.empty() || std::any_of(of.begin(), of.end(), [this](std::string_view one) {
        return std::find(metrics.begin(), metrics.end(), one) != metrics.end();
      });
  return metric && holds(one_article, traits.one_article) &&
         holds(same_source, traits.same_source) && holds(narrator, traits.narrator) &&
         holds(all_conventions, traits.all_conventions) && holds(event_sure, traits.event_sure) &&
         holds(opposed, traits.opposed) && (!gap_at_least || traits.gap >= *gap_at_least);
}

const IncidentWords* CompareRules::IncidentsOf(std::string_view language) const {
  auto at = incidents.find(language);
  if (at == incidents.end()) at = incidents.find(language.substr(0, language.find('-')));
  return at == incidents.end() ? nullptr : &at->second;
}

const CompareRule* CompareRules::Find(Kind kind, const RelationTraits& traits,
                                      const std::vector<std::string_view>& of) const {
  const CompareRule* best = nullptr;
  for (const CompareRule& rule : rules) {
    if (rule.Fits(kind, traits, of) && (!best || rule.Conditions() > best->Conditions()))
      best = &rule;
  }
  return best;
}

void LoadCompareRules(const YamlFile& file, CompareRules* rules,
                      std::vector<Diagnostic>* problems) {
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
  rule.event_sure = reader.Bool("event-sure");
  rule.opposed = reader.Bool("opposed");
  rule.gap_at_least = reader.Number("gap-at-least");
  rule.metrics = reader.Strings("metrics");
  rule.silent = reader.Bool("silent").value_or(false);
  if (!rule.silent) rule.message = reader.RequiredString("message");
  if (!rule.silent && relation == ToText(Kind::kDenial))
    rule.alone = reader.RequiredString("alone");
  reader.Finish();
  if (!relation || (!severity && !rule.silent)) return;
  rule.relation = static_cast<Kind>(IndexOf(kinds, *relation));
  if (severity) rule.severity = static_cast<Severity>(IndexOf(severities, *severity));
  auto at =
      std::lower_bound(rules->rules.begin(), rules->rules.end(), rule,
                       [](const CompareRule& x, const CompareRule& y) { return x.id < y.id; });
  if (at != rules->rules.end() && at->id == rule.id)
    *at = rule;
  else
    rules->rules.insert(at, std::move(rule));
}

namespace {

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool InWord(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!InWord(text[i])) {
      ++i;
      continue;
    }
    std::string word;
    for (; i < text.size() && InWord(text[i]); ++i) word += Lower(text[i]);
    words.push_back(std::move(word));
  }
  return words;
}

std::string Joined(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
  std::string text = words[from];
  for (std::size_t i = 1; i < count; ++i) text += ' ' + words[from + i];
  return text;
}

}  // namespace

void LoadIncidentRules(const YamlFile& file, const std::string& tag, CompareRules* rules,
                       std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  IncidentWords& out = rules->incidents[tag];
  std::map<std::string, std::vector<std::string>> with;
  for (YamlReader& incident : reader.Maps("incidents")) {
    const std::string name = incident.RequiredString("name");
    const std::uint64_t bit = std::uint64_t{1} << std::min(out.names.size(), kMostIncidents);
    for (const std::string& phrase : incident.Strings("words")) {
      const std::vector<std::string> words = FoldedWords(phrase);
      if (words.empty()) continue;
      out.phrases[Joined(words, 0, words.size())] |= bit;
      out.starts.insert(words[0]);
      out.longest = std::max(out.longest, words.size());
    }
    with[name] = incident.Strings("may_be");
    if (out.names.size() == kMostIncidents)
      incident.Problem("R035", incident.node(), "too many kinds of incidents");
    incident.Finish();
    out.names.push_back(name);
  }
  for (const std::string& word : reader.Strings("apart")) out.apart[word] = true;
  for (const std::string& word : reader.Strings("elsewhere")) out.elsewhere[word] = true;
  for (const std::string& word : reader.Strings("alone")) out.alone[word] = true;
  for (const std::string& word : reader.Strings("witnesses")) out.witnesses.insert(word);
  for (const std::string& word : reader.Strings("own_people")) out.own_people.insert(word);
  for (const std::string& word : reader.Strings("foreigners")) out.foreigners.insert(word);
  for (const std::string& word : reader.Strings("groups")) out.groups.insert(word);
  const auto phrases = [&](const char* key, auto add) {
    for (const std::string& phrase : reader.Strings(key)) {
      const std::vector<std::string> words = FoldedWords(phrase);
      if (words.empty()) continue;
      add(Joined(words, 0, words.size()));
      out.starts.insert(words[0]);
      out.longest = std::max(out.longest, words.size());
    }
  };
  phrases("areas", [&](const std::string& words) { out.areas[words] = true; });
  phrases("apart_behind", [&](const std::string& words) { out.apart_behind.insert(words); });
  phrases("later", [&](const std::string& words) { out.later.insert(words); });
  phrases("persists", [&](const std::string& words) { out.persists.insert(words); });
  reader.Finish();
  for (std::size_t i = 0; i < out.names.size(); ++i)
    out.compatible.push_back(std::uint64_t{1} << std::min(i, kMostIncidents));
  for (std::size_t i = 0; i < out.names.size(); ++i) {
    for (const std::string& other : with[out.names[i]]) {
      const std::size_t j = IndexOf(out.names, other);
      if (j == out.names.size()) {
        reader.Problem(
            "R032", reader.node(),
            "incident `" + out.names[i] + "` names `" + other + "`, which stands nowhere");
        continue;
      }
      out.compatible[i] |= std::uint64_t{1} << j;
      out.compatible[j] |= std::uint64_t{1} << i;
    }
  }
}

IncidentWords::Found IncidentWords::Find(std::string_view sentence) const {
  Found found;
  if (phrases.empty()) return found;
  const std::vector<std::string> words = FoldedWords(sentence);
  std::size_t last_apart = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (apart.count(words[i])) last_apart = i;
    found.elsewhere |= elsewhere.count(words[i]) > 0;
    found.alone |= alone.count(words[i]) > 0;
    if (!starts.count(words[i])) continue;
    for (std::size_t n = std::min(longest, words.size() - i); n > 0; --n) {
      const std::string phrase = Joined(words, i, n);
      if (found.area.empty() && areas.count(phrase)) found.area = phrase;
      found.later |= later.count(phrase) > 0;
      if (found.kinds) found.apart |= apart_behind.count(phrase) > 0;
      found.persists |= persists.count(phrase) > 0;
    }
    for (std::size_t n = std::min(longest, words.size() - i); n > 0; --n) {
      const auto at = phrases.find(n == 1 ? words[i] : Joined(words, i, n));
      if (at == phrases.end()) continue;
      found.kinds |= at->second;
      if (last_apart < i && i - last_apart == 1) found.apart = true;
      i += n - 1;
      break;
    }
  }
  return found;
}

namespace {

bool AnyOf(const std::unordered_set<std::string>& list, std::string_view text) {
  const std::vector<std::string> words = FoldedWords(text);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return list.count(word) > 0; });
}

}  // namespace

bool IncidentWords::IsWitness(std::string_view source) const {
  return AnyOf(witnesses, source);
}

bool IncidentWords::AreForeign(std::string_view counted) const {
  return AnyOf(foreigners, counted);
}

bool IncidentWords::AreGroup(std::string_view counted) const {
  return AnyOf(groups, counted);
}

bool IncidentWords::AreOwn(std::string_view counted) const {
  const std::vector<std::string> words = FoldedWords(counted);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (own_people.count(words[i]) > 0 ||
        (i + 1 < words.size() && own_people.count(Joined(words, i, 2)) > 0))
      return true;
  return false;
}

bool IncidentWords::Conflict(std::uint64_t a, std::uint64_t b) const {
  if (a == 0 || b == 0) return false;
  for (std::size_t i = 0; i < compatible.size(); ++i) {
    if ((a >> i & 1) && (compatible[i] & b)) return false;
  }
  return true;
}

}  // namespace counterclaim
