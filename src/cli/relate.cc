#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "base/lines.h"
#include "base/parallel.h"
#include "cli/output.h"
#include "cli/session.h"
#include "compare/compare.h"
#include "model/json.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

struct Pair {
  Json id;
  std::string texts[2];
};

std::vector<Claim> ClaimsOf(const std::string& text, const char* name, const Session& session) {
  Document document;
  document.id = ArticleId(name);
  document.path = name;
  document.source = name;  // two narrators, not one
  document.text = text;
  document.bytes = text.size();
  ExtractOptions options;
  options.convention = session.options.convention;
  return Extract(&document, *session.rulebook, options).claims;
}

Json Answer(const Pair& pair, const Session& session) {
  const auto a = ClaimsOf(pair.texts[0], "a", session);
  const auto b = ClaimsOf(pair.texts[1], "b", session);
  const auto finding = RelatePair(a, b, *session.rulebook);
  Json json = {{"id", pair.id}, {"relation", finding ? ToText(finding->kind) : "none"}};
  json["why"] =
      finding ? finding->why
              : fmt::format("{} and {} without a relation", Count(a.size(), "claim", "claims"),
                            Count(b.size(), "claim", "claims"));
  return json;
}

bool ReadPair(std::string_view line, Pair* pair) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return false;
  const auto a = json.find("a"), b = json.find("b"), id = json.find("id");
  if (a == json.end() || b == json.end() || id == json.end() || !a->is_string() || !b->is_string())
    return false;
  pair->id = *id;
  pair->texts[0] = a->get<std::string>();
  pair->texts[1] = b->get<std::string>();
  return true;
}

std::vector<Pair> ReadPairs(Session* session) {
  std::vector<Pair> pairs;
  for (const std::string& path : session->options.inputs) {
    const auto bytes = ReadInput(path);
    if (!bytes) {
      PrintError(*session, "F001", {path, 0, 0}, "cannot read the file", "check the name");
      ++session->skipped;
      continue;
    }
    for (LineReader lines(*bytes); lines.Next();) {
      const std::string_view line = lines.line();
      if (ReadPair(line, &pairs.emplace_back())) continue;
      pairs.pop_back();
      ++session->skipped;
      PrintError(*session, "C004", {path, lines.number(), 1}, "this line is no pair",
                 "write {\"id\", \"a\", \"b\"}");
    }
  }
  return pairs;
}

}  // namespace

int RunRelate(Session* session) {
  if (!LoadRules(session)) return kNotRun;
  const std::vector<Pair> pairs = ReadPairs(session);
  std::vector<Json> answers(pairs.size());
  ParallelFor(Threads(session->options), pairs.size(),
              [&](std::size_t i) { answers[i] = Answer(pairs[i], *session); });
  const int code = FinishRendered(
      session, "jsonl",
      [&](const std::string& format) { return RenderList("relations", answers, format); },
      fmt::format("related {}, {} skipped", Count(pairs.size(), "pair", "pairs"),
                  session->skipped));
  return code == kClean && pairs.empty() && !session->options.allow_empty ? kIncomplete : code;
}

}  // namespace counterclaim
