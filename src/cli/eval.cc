#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/lines.h"
#include "base/utf8.h"
#include "cli/output.h"
#include "cli/session.h"
#include "ledger/ledger.h"
#include "model/json.h"
#include "report/escape.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

struct Score {
  std::size_t gold = 0, found = 0, both = 0;
};

// A field that is compared where the gold claim carries it.
struct Field {
  const char* name;
  const char* pointer;
};

constexpr Field kFields[] = {
    {"value", "/quantity/hard"},
    {"source party", "/source/party"},
    {"source kind", "/source/kind"},
    {"object party", "/object/party"},
    {"category", "/object/category"},
    {"stance", "/stance"},
    {"scope", "/scope"},
    {"first day", "/when/first"},
    {"last day", "/when/last"},
    {"part of", "/part_of"},
};

struct Outcome {
  std::map<std::string, Score> metrics;
  Score all;
  std::map<std::string, std::pair<std::size_t, std::size_t>> fields;  // right, of
  std::vector<std::string> missed, extra;
};

std::string Text(const Json& json, const char* pointer) {
  const Json::json_pointer at(pointer);
  return json.contains(at) && json[at].is_string() ? json[at].get<std::string>() : "";
}

std::pair<std::uint64_t, std::uint64_t> NumberSpan(const Json& json) {
  const Json::json_pointer at("/quantity/span");
  if (!json.contains(at) || !json[at].is_array() || json[at].size() != 2 ||
      !json[at][0].is_number_unsigned() || !json[at][1].is_number_unsigned()) {
    return {0, 0};
  }
  return {json[at][0].get<std::uint64_t>(), json[at][1].get<std::uint64_t>()};
}

// 0 where the two cannot be the same claim; more for every field that agrees.
int Likeness(const Json& gold, const Json& claim) {
  if (Text(gold, "/article") != Text(claim, "/article")) return 0;
  if (Text(gold, "/metric") != Text(claim, "/metric")) return 0;
  const auto a = NumberSpan(gold), b = NumberSpan(claim);
  const bool spans = a.second > 0 && b.second > 0;
  if (spans ? a.first >= b.second || b.first >= a.second
            : Text(gold, "/quantity/text") != Text(claim, "/quantity/text")) {
    return 0;
  }
  int likeness = 1;
  for (const Field& field : kFields) {
    const Json::json_pointer at(field.pointer);
    likeness += gold.contains(at) && claim.contains(at) && gold[at] == claim[at];
  }
  return likeness;
}

std::string Shown(const Json& claim) {
  return Text(claim, "/article") + ": " + Text(claim, "/metric") + " \"" +
         Text(claim, "/quantity/text") + "\"";
}

void CompareFields(const Json& gold, const Json& claim, Outcome* result) {
  for (const Field& field : kFields) {
    const Json::json_pointer at(field.pointer);
    if (!gold.contains(at)) continue;
    auto& [right, of] = result->fields[field.name];
    ++of;
    right += claim.contains(at) ? claim[at] == gold[at] : gold[at].is_null();
  }
}

// Pairs every gold claim with the most alike claim that is still free.
Outcome Evaluate(const std::vector<Json>& gold, const std::vector<Json>& claims) {
  Outcome result;
  std::map<std::string, std::vector<std::size_t>> by_article;
  for (std::size_t i = 0; i < claims.size(); ++i)
    by_article[Text(claims[i], "/article")].push_back(i);
  std::vector<bool> used(claims.size(), false);
  std::map<std::string, bool> articles;
  for (const Json& each : gold) {
    const std::string metric = Text(each, "/metric");
    articles[Text(each, "/article")] = true;
    ++result.metrics[metric].gold;
    std::size_t best = claims.size();
    int most = 0;
    for (const std::size_t i : by_article[Text(each, "/article")]) {
      const int likeness = used[i] ? 0 : Likeness(each, claims[i]);
      if (likeness > most) most = likeness, best = i;
    }
    if (best == claims.size()) {
      result.missed.push_back(Shown(each));
      continue;
    }
    used[best] = true;
    ++result.metrics[metric].both;
    CompareFields(each, claims[best], &result);
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!articles.contains(Text(claims[i], "/article"))) continue;
    ++result.metrics[Text(claims[i], "/metric")].found;
    if (!used[i]) result.extra.push_back(Shown(claims[i]));
  }
  for (const auto& [metric, score] : result.metrics) {
    result.all.gold += score.gold;
    result.all.found += score.found;
    result.all.both += score.both;
  }
  return result;
}

double Ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string Row(const std::string& name, const Score& score) {
  return fmt::format("{:<24} {:>6} {:>6} {:>6}   {:.2f}  {:.2f}  {:.2f}\n", name, score.gold,
                     score.found, score.both, Ratio(score.both, score.found),
                     Ratio(score.both, score.gold),
                     Ratio(2 * score.both, score.found + score.gold));
}

std::string RenderTable(const Outcome& result, bool all) {
  std::string out = fmt::format("{:<24} {:>6} {:>6} {:>6}   {:<4}  {:<4}  {}\n", "metric", "gold",
                                "found", "both", "P", "R", "F1");
  for (const auto& [metric, score] : result.metrics) out += Row(TerminalText(metric), score);
  out += Row("all", result.all) + "\n";
  for (const Field& field : kFields) {
    const auto found = result.fields.find(field.name);
    if (found == result.fields.end()) continue;
    const auto [right, of] = found->second;
    out += fmt::format("{:<24} {:>6} of {:<6} {:.2f}\n", field.name, right, of, Ratio(right, of));
  }
  const auto list = [&](const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += fmt::format("\n{}:\n", title);
    for (std::size_t i = 0; i < lines.size() && (all || i < 50); ++i)
      out += "  " + TerminalText(lines[i]) + "\n";
    if (!all && lines.size() > 50)
      out += fmt::format("  ... and {} more (--all)\n", lines.size() - 50);
  };
  list("missed", result.missed);
  list("not in the gold", result.extra);
  return out;
}

Json ScoreJson(const Score& score) {
  return {{"gold", score.gold}, {"found", score.found}, {"both", score.both}};
}

std::string RenderJson(const Outcome& result) {
  Json json = {{"schema_version", 1}, {"all", ScoreJson(result.all)}};
  json["metrics"] = Json::object();
  for (const auto& [metric, score] : result.metrics) json["metrics"][metric] = ScoreJson(score);
  json["fields"] = Json::object();
  for (const auto& [field, counts] : result.fields) {
    json["fields"][field] = {{"right", counts.first}, {"of", counts.second}};
  }
  json["missed"] = result.missed;
  json["extra"] = result.extra;
  return SafeJson(json.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

bool ReadGold(Session* session, std::vector<Json>* gold) {
  const std::string& path = session->options.target;
  const auto bytes = ReadInput(path);
  if (!bytes) {
    PrintError(*session, "F001", {path, 0, 0}, "cannot read the file", "check the name");
    return false;
  }
  for (LineReader lines(*bytes); lines.Next();) {
    const std::string_view line = lines.line();
    const Json json = Json::parse(line, nullptr, false);
    const bool other =
        json.is_object() && !json.contains("metric") &&
        (json.contains("refused") || json.contains("unread") || json.contains("sha256"));
    if (other) continue;
    if (!json.is_object() || Text(json, "/article").empty() || Text(json, "/metric").empty()) {
      PrintError(*session, "C004", {path, lines.number(), 1}, "this line is no claim",
                 "a claim has `article`, `metric` and `quantity`");
      return false;
    }
    gold->push_back(json);
  }
  return true;
}

}  // namespace

int RunEval(Session* session) {
  std::vector<Json> gold;
  if (!LoadRules(session) || !ReadGold(session, &gold)) return kNotRun;
  Options& options = session->options;
  if (options.inputs.empty()) {
    options.ledger = LedgerFolder(options);
    if (!AddLedger(session)) return kNotRun;
  } else {
    if (!ReadArticles(session)) return kNotRun;
    ExtractClaims(session);
  }
  std::vector<Json> claims;
  for (const Claim& claim : session->run.extraction.claims) {
    if (!claim.in_title) claims.push_back(ToJson(claim));
  }
  const Outcome result = Evaluate(gold, claims);
  const std::string text =
      options.format == "json" ? RenderJson(result) : RenderTable(result, options.all);
  return FinishText(session, text, "measured against " + Count(gold.size(), "claim", "claims"));
}

}  // namespace counterclaim
