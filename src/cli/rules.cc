#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "anchor/dates.h"
#include "cli/output.h"
#include "cli/session.h"
#include "compare/compare.h"
#include "report/escape.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

Json RuleJson(const RuleFile& file) {
  std::size_t counts[3] = {0, 0, 0};
  for (const RuleExample& example : file.examples) ++counts[static_cast<int>(example.list)];
  return {
      {"id", file.id.text},
      {"about", file.about},
      {"tests", fmt::format("{} flags, {} passes, {} misses", counts[0], counts[1], counts[2])}};
}

// What an example says must come out.
struct Expected {
  std::vector<std::string> texts;       // the text; or the two texts of a comparison
  std::vector<std::string> claims;      // "killed >=58 soldier"; empty: any
  std::vector<std::string> quantities;  // "count >=58"
  std::vector<std::string> sources;     // part of an attribution's printed form
  std::vector<std::string> times;       // "last weekend = 2025-10-11..2025-10-12"
  std::optional<Day> date;              // of the article
  std::string kind;                     // of a finding
};

std::vector<std::string> Scalars(const YamlNode& node, const char* key) {
  const YamlNode* found = node.Find(key);
  std::vector<std::string> values;
  if (found == nullptr) return values;
  if (found->type == YamlNode::Type::kScalar) values.push_back(found->scalar);
  for (const YamlNode& item : found->list) values.push_back(item.scalar);
  return values;
}

Expected ReadExample(const YamlNode& node) {
  Expected expected;
  if (node.type == YamlNode::Type::kScalar) {
    expected.texts.push_back(node.scalar);
    return expected;
  }
  for (const char* key : {"text", "a", "b"}) {
    for (const std::string& text : Scalars(node, key)) expected.texts.push_back(text);
  }
  expected.claims = Scalars(node, "claim");
  for (const std::string& claim : Scalars(node, "claims")) expected.claims.push_back(claim);
  expected.quantities = Scalars(node, "quantity");
  expected.sources = Scalars(node, "source");
  expected.times = Scalars(node, "time");
  for (const std::string& date : Scalars(node, "date")) expected.date = ParseIsoDay(date);
  const auto kind = Scalars(node, "kind");
  if (!kind.empty()) expected.kind = kind.front();
  return expected;
}

std::string FirstPart(const std::string& text, const std::string& until) {
  return text.substr(0, text.find(until));
}

// "killed >=58 soldier" fits "killed >=58 soldier:pak by afg | says afg | ...":
// what the example leaves out is not compared.
bool Fits(const std::string& expected, const std::string& found) {
  const std::string mention = FirstPart(found, " | ");
  const std::string without_actor = FirstPart(mention, " by ");
  return expected == found || expected == mention || expected == without_actor ||
         expected == FirstPart(without_actor, ":");
}

struct Seen {
  std::vector<std::string> claims, quantities, sources, times;
  bool fired = false;  // the rule itself took part
};

std::vector<Claim> ReadClaims(const Rulebook& rulebook, const std::string& text, const char* name,
                              std::optional<Day> date, Stages* stages) {
  Document document;
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

Seen RunExample(const Rulebook& rulebook, const RuleFile& file, const Expected& expected) {
  Seen seen;
  Stages stages;
  if (expected.texts.empty()) return seen;
  const auto claims = ReadClaims(rulebook, expected.texts[0], "a", expected.date, &stages);
  if (expected.texts.size() > 1) {
    const auto others = ReadClaims(rulebook, expected.texts[1], "b", expected.date, nullptr);
    const auto finding = RelatePair(claims, others, rulebook);
    seen.fired = finding && (expected.kind.empty() ? finding->rule == file.id
                                                   : ToText(finding->kind) == expected.kind);
    return seen;
  }
  // A frame's examples speak of its own claims; any other rule's of all.
  const bool frame = file.id.text.find("/metrics/") != std::string::npos;
  for (const Claim& claim : claims) {
    if (!frame || claim.rule == file.id) seen.claims.push_back(ToText(claim));
  }
  for (const Quantity& q : stages.quantities) {
    if (!q.implicit) seen.quantities.push_back(ToText(q));
  }
  for (const Attribution& each : stages.attributions.attributions)
    seen.sources.push_back(ToText(each));
  if (const Language* language = rulebook.FindLanguage(Document().lang)) {
    for (const auto& time : FindDates(expected.texts[0], stages.layer, *language, expected.date)) {
      seen.times.push_back(ToText(time, expected.texts[0]));
    }
  }
  const bool calendar = file.id.text.find("/calendar") != std::string::npos;
  seen.fired = calendar ? !seen.times.empty() : !seen.claims.empty();
  return seen;
}

bool AnyHas(const std::vector<std::string>& all, const std::string& part) {
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

// Exactly the claims of the example, each matched once.
bool Satisfied(const Expected& expected, const Seen& seen) {
  for (const std::string& quantity : expected.quantities) {
    if (!AnyHas(seen.quantities, quantity)) return false;
  }
  for (const std::string& source : expected.sources) {
    if (!AnyHas(seen.sources, source)) return false;
  }
  if (!expected.times.empty() && expected.times != seen.times) return false;
  if (expected.claims.empty())
    return seen.fired || !expected.quantities.empty() || !expected.sources.empty();
  std::vector<std::string> left = seen.claims;
  for (const std::string& claim : expected.claims) {
    const auto found = std::find_if(left.begin(), left.end(),
                                    [&](const std::string& text) { return Fits(claim, text); });
    if (found == left.end()) return false;
    left.erase(found);
  }
  return left.empty();
}

std::string Difference(const RuleFile& file, const YamlNode& node, const std::string& what,
                       const Expected& expected, const Seen& seen) {
  std::string out = fmt::format("{}:{}:{}: {}: {}\n", TerminalText(file.path), node.line,
                                node.column, file.id.text, what);
  for (const std::string& text : expected.texts) out += "  \"" + TerminalText(text) + "\"\n";
  for (const auto* list : {&expected.claims, &expected.quantities, &expected.sources}) {
    for (const std::string& text : *list) out += "  - " + TerminalText(text) + "\n";
  }
  for (const std::string& text : expected.times) out += "  - " + TerminalText(text) + "\n";
  for (const std::string& text : seen.times) out += "  + " + TerminalText(text) + "\n";
  for (const std::string& text : seen.claims) out += "  + " + TerminalText(text) + "\n";
  if (!expected.quantities.empty()) {
    for (const std::string& text : seen.quantities) out += "  + " + TerminalText(text) + "\n";
  }
  if (!expected.sources.empty()) {
    for (const std::string& text : seen.sources) out += "  + " + TerminalText(text) + "\n";
  }
  return out;
}

struct Tally {
  std::size_t examples = 0, failed = 0;
  std::string text;
};

void TestRule(const Session& session, const RuleFile& file, Tally* tally) {
  std::size_t flags = 0, passes = 0;
  for (const RuleExample& example : file.examples) {
    const Expected expected = ReadExample(example.node);
    const Seen seen = RunExample(*session.rulebook, file, expected);
    ++tally->examples;
    std::string problem;
    if (example.list == RuleExample::List::kFlags) {
      ++flags;
      if (!Satisfied(expected, seen)) problem = "this example must fire";
    } else if (example.list == RuleExample::List::kPasses) {
      ++passes;
      if (seen.fired) problem = "this example must stay silent";
    } else if (Satisfied(expected, seen)) {
      problem = "this known gap works now: move it to `flags`";
    }
    if (problem.empty()) continue;
    ++tally->failed;
    tally->text += Difference(file, example.node, problem, expected, seen);
  }
  if (session.options.coverage && (flags == 0 || passes == 0)) {
    ++tally->failed;
    tally->text +=
        fmt::format("{}: {}: needs {}\n", TerminalText(file.path), file.id.text,
                    flags == 0 ? "an example that fires" : "an example that stays silent");
  }
}

int RunTests(Session* session) {
  Tally tally;
  std::size_t rules = 0;
  for (const RuleFile& file : session->rulebook->files) {
    const auto& wanted = session->options.inputs;
    const bool taken =
        wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& prefix) {
          return file.id.text.rfind(prefix, 0) == 0;
        });
    if (!taken) continue;
    ++rules;
    TestRule(*session, file, &tally);
  }
  const int code =
      FinishText(session, tally.text,
                 fmt::format("tested {}, {}, {} failed", Count(rules, "rule", "rules"),
                             Count(tally.examples, "example", "examples"), tally.failed));
  if (code == kClean && rules == 0) return kIncomplete;
  return code == kClean && tally.failed > 0 ? kFindings : code;
}

}  // namespace

int RunRules(Session* session) {
  if (!LoadRules(session)) return kNotRun;
  const auto& files = session->rulebook->files;
  if (session->options.command == "rules test") return RunTests(session);
  std::vector<Json> list;
  if (session->options.command == "rules list") {
    for (const RuleFile& file : files) list.push_back(RuleJson(file));
  }
  return FinishRendered(
      session, "text",
      [&](const std::string& format) {
        return session->options.command == "rules list" ? RenderList("rules", list, format) : "";
      },
      Count(files.size(), "rule", "rules") + ", no problems");
}

}  // namespace counterclaim
