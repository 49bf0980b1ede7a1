#include "compare/report_finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <set>
#include <string_view>

#include "compare/intervals.h"

namespace counterclaim {
namespace {

// By name where the rules know one: "it" and "the spokesman" say nothing outside
// their article.
std::string NameOf(const Source& source, const Rulebook& rulebook) {
  std::string side, organ;
  if (source.party) {
    const Party* party = rulebook.parties.Find(*source.party);
    side = party ? party->name : source.party->text;
    if (party && party->id != *source.party)
      organ = " (" + source.party->text.substr(party->id.text.size() + 1) + ")";
  }
  if (source.person) return source.person->name + (side.empty() ? "" : " (" + side + ")");
  if (!side.empty()) return side + organ;
  return source.body.value_or(source.text.value_or("an unnamed source"));
}

std::string Speaker(const Item& item, const Rulebook& rulebook) {
  if (item.claim->source.kind != SourceKind::kNarrator) return NameOf(item.claim->source, rulebook);
  if (item.claim->outlet) return *item.claim->outlet;
  const std::string& id = item.claim->article.text;
  return id.substr(id.rfind('/') + 1);
}

// "the army", "the army, the ministry".
std::string Deniers(const Claim& claim, const Rulebook& rulebook) {
  std::string text;
  for (const Source& each : claim.denied_by)
    text += (text.empty() ? "" : ", ") + NameOf(each, rulebook);
  return text;
}

void Replace(std::string* text, const std::string& name, const std::string& value) {
  for (std::size_t at = text->find(name); at != std::string::npos;
       at = text->find(name, at + value.size())) {
    text->replace(at, name.size(), value);
  }
}

void Fill(std::string* text, const std::string& side, const Item& item, const Rulebook& rulebook) {
  const Metric* metric = rulebook.taxonomy.FindMetric(item.claim->metric);
  Replace(text, "{" + side + ".source}", Speaker(item, rulebook));
  Replace(text, "{" + side + ".count}", item.claim->quantity_text);
  Replace(text, "{" + side + ".metric}", metric ? metric->name : item.claim->metric.text);
  Replace(text, "{" + side + ".object}", item.claim->object_text.value_or(""));
}

std::string KeyOf(Kind kind, const std::vector<const Item*>& all) {
  std::set<std::string> parts, places, scopes;
  std::string first;
  for (const Item* item : all) {
    parts.insert(item->source + "," + item->claim->metric.text + "," + item->side.value_or(""));
    if (item->when && (first.empty() || ToText(item->when->first) < first))
      first = ToText(item->when->first);
    if (item->claim->place && item->claim->place->id) places.insert(item->claim->place->id->text);
    scopes.insert(std::to_string(static_cast<int>(item->claim->scope)));
  }
  std::string text = ToText(kind);
  for (const std::string& part : parts) text += "|" + part;
  text += "|" + first + "|" + (places.empty() ? "" : *places.begin()) + "|" + *scopes.begin();
  return fmt::format("{:016x}", StableHash(text));
}

// "more than 200 (the army), 9 (the ministry)".
std::string Listed(const std::vector<const Item*>& all, const Rulebook& rulebook) {
  std::string text;
  for (const Item* item : all)
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", item->claim->quantity_text,
                        Speaker(*item, rulebook));
  return text;
}

// How far apart the nearest ends of what readers take from two figures are.
double Gap(const Quantity& a, const Quantity& b) {
  const Quantity &low = Figure(a) < Figure(b) ? a : b, &high = Figure(a) < Figure(b) ? b : a;
  if (low.soft.high == kNoLimit || low.soft.high >= high.soft.low) return 1;
  return static_cast<double>(high.soft.low) /
         static_cast<double>(std::max<std::int64_t>(1, low.soft.high));
}

double Ratio(const Item& a, const Item& b) {
  const double x = Figure(a.claim->quantity), y = Figure(b.claim->quantity);
  return std::min(x, y) > 0 ? std::max(x, y) / std::min(x, y) : 0;
}

}  // namespace

std::uint64_t StableHash(const std::string& text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (unsigned char c : text) hash = (hash ^ c) * 1099511628211ULL;
  return hash;
}

namespace {

using Items = std::vector<const Item*>;

const CompareRule* RuleFor(Kind kind, const Items& a, const Items& b, const Relation& relation,
                           const Rulebook& rulebook) {
  const std::size_t conventions = rulebook.taxonomy.conventions.size();
  const Item &first = *a.front(), &last = b.empty() ? *a.back() : *b.back();
  RelationTraits traits{.one_article = true, .same_source = true, .narrator = false};
  std::vector<std::string_view> metrics;
  for (const Items* items : {&a, &b}) {
    for (const Item* item : *items) {
      traits.one_article = traits.one_article && item->names.article == first.names.article;
      traits.same_source = traits.same_source && item->names.source == first.names.source;
      traits.narrator = traits.narrator || item->narrator;
      if (metrics.empty() || metrics.back() != item->claim->metric.text)
        metrics.emplace_back(item->claim->metric.text);
    }
  }
  traits.all_conventions =
      relation.holds_under == 0 || std::size_t(std::popcount(relation.holds_under)) == conventions;
  traits.event_sure = relation.event_sure;
  traits.opposed = relation.opposed;
  if (&first != &last) traits.gap = Gap(first.claim->quantity, last.claim->quantity);
  return rulebook.compare.Find(kind, traits, metrics);
}

std::vector<std::string> HoldsUnder(const Relation& relation, const Taxonomy& taxonomy) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < taxonomy.conventions.size(); ++i)
    if (relation.holds_under == 0 || (relation.holds_under >> i & 1) != 0)
      names.push_back(taxonomy.conventions[i].id);
  std::sort(names.begin(), names.end());
  return names;
}

// The words of a hint: "id", or "id|what".
std::string HintText(const std::string& hint, const CompareRules& rules) {
  const std::string id = hint.substr(0, hint.find('|'));
  const auto found = rules.hints.find(id);
  std::string text = found == rules.hints.end() ? id : found->second;
  if (hint.size() > id.size()) Replace(&text, "{what}", hint.substr(id.size() + 1));
  return text;
}

void Words(const std::vector<const Item*>& a, const std::vector<const Item*>& b,
           const Rulebook& rulebook, Finding* finding) {
  std::vector<const Item*> all = {a.front()};
  all.insert(all.end(), b.begin(), b.end());
  Fill(&finding->why, "a", *a.front(), rulebook);
  if (!b.empty()) {
    Fill(&finding->why, "b", *b.back(), rulebook);
    Replace(&finding->why, "{ratio}", fmt::format("{:.1f}", Ratio(*a.front(), *b.front())));
  }
  Replace(&finding->why, "{set}", Listed(all, rulebook));
}

}  // namespace

std::optional<Severity> Weigh(Kind kind, const std::vector<const Item*>& a,
                              const std::vector<const Item*>& b, const Relation& relation,
                              const Rulebook& rulebook) {
  const CompareRule* rule = RuleFor(kind, a, b, relation, rulebook);
  if (rule && rule->silent) return std::nullopt;
  return rule ? rule->severity : Severity::kNote;
}

std::optional<Finding> MakeFinding(Kind kind, const std::vector<const Item*>& a,
                                   const std::vector<const Item*>& b, const Relation& relation,
                                   const Rulebook& rulebook,
                                   const std::vector<std::string>& hints) {
  std::vector<const Item*> all = a;
  all.insert(all.end(), b.begin(), b.end());
  Finding finding;
  finding.kind = kind;
  if (relation.label) finding.labels = {*relation.label};
  finding.holds_under = HoldsUnder(relation, rulebook.taxonomy);
  if (const CompareRule* rule = RuleFor(kind, a, b, relation, rulebook)) {
    if (rule->silent) return std::nullopt;
    finding.rule = rule->id;
    finding.severity = rule->severity;
    const bool alone = kind == Kind::kDenial && b.empty();
    finding.why = alone ? rule->alone : rule->message;
    if (alone) Replace(&finding.why, "{deniers}", Deniers(*a.front()->claim, rulebook));
  } else {
    finding.rule = RuleId("compare/" + ToText(kind));
    finding.why = "{a.source}: {a.count}";
    if (!b.empty()) finding.why += "; {b.source}: {b.count}";
  }
  // "three lie within five": the larger figure first.
  const bool turned = kind == Kind::kRefinement && !b.empty() &&
                      Figure(a.front()->claim->quantity) < Figure(b.back()->claim->quantity);
  Words(turned ? b : a, turned ? a : b, rulebook, &finding);
  for (const char* hint : relation.hints)
    if (hint) finding.hints.push_back(HintText(hint, rulebook.compare));
  for (const std::string& hint : hints) finding.hints.push_back(HintText(hint, rulebook.compare));
  std::set<ClaimId> ids;
  std::set<std::string> values;
  for (const Item* item : all) {
    ids.insert(item->claim->id);
    values.insert(ToText(item->claim->quantity.hard));
  }
  finding.claims.assign(ids.begin(), ids.end());
  finding.key = KeyOf(kind, all);
  std::string bounds;
  for (const std::string& value : values) bounds += "|" + value;
  finding.id = fmt::format("{:016x}", StableHash(finding.key + bounds));
  return finding;
}

}  // namespace counterclaim
