#include "cli/rule_example.h"

#include <algorithm>
#include <map>

#include "anchor/dates.h"
#include "base/diagnostic.h"
#include "cli/rule_world.h"
#include "compare/compare.h"
#include "pipeline.h"
#include "report/escape.h"
#include "text/language.h"

namespace counterclaim {

namespace {

using Texts = std::vector<std::string>;

// What an example names, and what came out, by key: "claims", "quantity",
// "source", "time", "place", "finding".
using Lists = std::map<std::string, Texts>;

// Keys of an example and the list that each belongs to.
const std::map<std::string, std::string>& Keys() {
  static const std::map<std::string, std::string> keys = {
      {"text", "text"},     {"a", "text"},       {"b", "text"},        {"date", "date"},
      {"world", "world"},   {"claim", "claims"}, {"claims", "claims"}, {"quantity", "quantity"},
      {"source", "source"}, {"time", "time"},    {"place", "place"},   {"kind", "kind"},
      {"hint", "hint"},
  };
  return keys;
}

// "" or what is wrong with the example.
std::string ReadLists(const YamlNode& node, Lists* lists) {
  if (node.type == YamlNode::Type::kScalar) {
    (*lists)["text"].push_back(node.scalar);
    return "";
  }
  for (const auto& [key, value] : node.map) {
    const auto list = Keys().find(key.scalar);
    if (list == Keys().end()) {
      std::vector<std::string> known;
      for (const auto& [name, unused] : Keys()) known.push_back(name);
      const std::string near = NearestWord(key.scalar, known);
      return "unknown key `" + key.scalar + "`" +
             (near.empty() ? "" : ", did you mean `" + near + "`?");
    }
    Texts& texts = (*lists)[list->second];
    if (value.type == YamlNode::Type::kScalar) texts.push_back(value.scalar);
    for (const YamlNode& item : value.list) texts.push_back(item.scalar);
  }
  return lists->count("text") + lists->count("world") == 1 ? ""
                                                           : "an example has a text or a world";
}

// The language of an example: that of its folder below languages/, else what its text tells.
const Language* LanguageOf(const Rulebook& rulebook, const RuleFile& file,
                           const std::string& text) {
  const std::string folder = "languages/";
  if (!file.id.text.starts_with(folder)) return GuessLanguage(text, rulebook);
  const std::string rest = file.id.text.substr(folder.size());
  return rulebook.FindLanguage(rest.substr(0, rest.find('/')));
}

std::vector<Claim> ReadClaims(const Rulebook& rulebook, const RuleFile& file,
                              const std::string& text, const char* name, std::optional<Day> date,
                              Stages* stages) {
  Document document;
  if (const Language* language = LanguageOf(rulebook, file, text)) document.lang = language->tag;
  document.id = ArticleId(name);
  document.path = name;
  document.source = name;
  document.text = text;
  document.date = date;
  document.bytes = text.size();
  ExtractOptions options;
  options.whole_text = true;
  return Extract(&document, rulebook, options, stages).claims;
}

std::string FirstPart(const std::string& text, const std::string& until) {
  return text.substr(0, text.find(until));
}

// "killed >=58 soldier | denied" fits "killed >=58 soldier:pak by afg | says afg
// | incident | denied": what the example leaves out is not compared.
bool Fits(const std::string& expected, const std::string& found) {
  const std::string stated = FirstPart(expected, " | "), mention = FirstPart(found, " | ");
  const std::string without_actor = FirstPart(mention, " by ");
  if (stated != mention && stated != without_actor && stated != FirstPart(without_actor, ":"))
    return false;
  const std::string parts = found + " | ";
  for (std::size_t at = stated.size(); at < expected.size();) {
    const std::size_t end = std::min(expected.find(" | ", at + 3), expected.size());
    if (parts.find(expected.substr(at, end - at) + " | ") == parts.npos) return false;
    at = end;
  }
  return true;
}

// Exactly the claims of the example, each matched once.
bool AllClaims(const Texts& expected, Texts found) {
  for (const std::string& claim : expected) {
    const auto at = std::find_if(found.begin(), found.end(),
                                 [&](const std::string& text) { return Fits(claim, text); });
    if (at == found.end()) return false;
    found.erase(at);
  }
  return found.empty();
}

bool AnyHas(const Texts& all, const std::string& part) {
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& text) { return text.find(part) != text.npos; });
}

bool Satisfied(const Lists& expected, const Lists& seen, bool fired) {
  bool named = false;
  for (const auto& [key, texts] : expected) {
    const auto found = seen.find(key);
    if (key == "text" || key == "world" || key == "date") continue;
    const Texts none, &all = found == seen.end() ? none : found->second;
    named = true;
    const bool good = key == "claims" ? AllClaims(texts, all)
                      : key == "time"
                          ? texts == all
                          : std::all_of(texts.begin(), texts.end(),
                                        [&](const std::string& text) { return AnyHas(all, text); });
    if (!good) return false;
  }
  return named || fired;
}

void AddFinding(const Finding& finding, const RuleFile& file, Lists* seen, bool* fired) {
  *fired = *fired || finding.rule == file.id;
  (*seen)["finding"].push_back(ToText(finding.kind) + " of " + finding.rule.text);
  (*seen)["kind"].push_back(ToText(finding.kind));
  for (const std::string& hint : finding.hints) (*seen)["hint"].push_back(hint);
}

void ReadText(const Rulebook& rulebook, const RuleFile& file, Lists* expected, Lists* seen,
              bool* fired) {
  const std::string& text = (*expected)["text"][0];
  Stages stages;
  std::optional<Day> date;
  if (const auto found = expected->find("date"); found != expected->end())
    date = ParseIsoDay(found->second[0]);
  // A frame's examples speak of its own claims; any other rule's of all.
  const bool frame = file.id.text.find("/metrics/") != std::string::npos;
  for (const Claim& claim : ReadClaims(rulebook, file, text, "a", date, &stages)) {
    if (!frame || claim.rule == file.id) (*seen)["claims"].push_back(ToText(claim));
    if (claim.place && claim.place->id) (*seen)["place"].push_back(claim.place->id->text);
  }
  for (const Quantity& q : stages.quantities) {
    if (!q.implicit) (*seen)["quantity"].push_back(ToText(q));
  }
  for (const Attribution& each : stages.attributions.attributions)
    (*seen)["source"].push_back(ToText(each));
  if (const Language* language = LanguageOf(rulebook, file, text)) {
    for (const auto& time : FindDates(text, stages.layer, *language, date))
      (*seen)["time"].push_back(ToText(time, text));
  }
  const bool calendar = file.id.text.find("/calendar") != std::string::npos;
  *fired = seen->count(calendar ? "time" : "claims") > 0;
}

std::string Lines(const Lists& expected, const Lists& seen) {
  std::string out;
  for (const auto& [key, texts] : expected) {
    for (const std::string& text : texts) {
      out += key == "text" ? "  \"" + TerminalText(text) + "\"\n"
                           : "  - " + key + ": " + TerminalText(text) + "\n";
    }
  }
  for (const auto& [key, texts] : seen) {
    const bool asked = expected.count(key) > 0 || key == "claims" || key == "finding";
    if (!asked) continue;
    for (const std::string& text : texts) out += "  + " + key + ": " + TerminalText(text) + "\n";
  }
  return out;
}

}  // namespace

ExampleResult RunExample(const Rulebook& rulebook, const RuleFile& file, const YamlNode& example) {
  ExampleResult result;
  Lists expected, seen;
  result.problem = ReadLists(example, &expected);
  if (!result.problem.empty()) return result;
  if (const YamlNode* node = example.Find("world")) {
    World world;
    result.problem = ReadWorld(*node, rulebook, &world);
    if (!result.problem.empty()) return result;
    const Comparison comparison = Compare(world.claims, world.articles, rulebook);
    for (const Finding& finding : comparison.findings)
      AddFinding(finding, file, &seen, &result.fired);
  } else if (expected["text"].size() > 1) {
    const auto a = ReadClaims(rulebook, file, expected["text"][0], "a", std::nullopt, nullptr);
    const auto b = ReadClaims(rulebook, file, expected["text"][1], "b", std::nullopt, nullptr);
    if (const auto finding = RelatePair(a, b, rulebook))
      AddFinding(*finding, file, &seen, &result.fired);
  } else {
    ReadText(rulebook, file, &expected, &seen, &result.fired);
  }
  result.satisfied = Satisfied(expected, seen, result.fired);
  result.difference = Lines(expected, seen);
  return result;
}

}  // namespace counterclaim
