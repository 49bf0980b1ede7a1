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

Extraction Read(const std::string& text, const char* name, const Session& session) {
  Document document;
  document.id = ArticleId(name);
  document.path = name;
  document.source = name;  // two narrators, not one
  document.text = text;
  document.bytes = text.size();
  ExtractOptions options;
  options.convention = session.options.convention;
  return Extract(&document, *session.rulebook, options);
}

Json Answer(const Pair& pair, const Session& session) {
  const Extraction a = Read(pair.texts[0], "a", session);
  const Extraction b = Read(pair.texts[1], "b", session);
  const auto answer = [&pair](const std::string& relation, const std::string& why) {
    return Json{{"id", pair.id}, {"relation", relation}, {"why", why}};
  };
  if (const auto finding = RelatePair(a.claims, b.claims, *session.rulebook))
    return answer(ToText(finding->kind), finding->why);
  if (const Refused* shared = SharedFigure(a.refused, b.refused)) {
    const bool unit = shared->reason != NumberKind::kAge && !shared->unit.empty() &&
                      shared->text.find(shared->unit) == std::string::npos;
    return answer(ToText(Kind::kRefinement),
                  fmt::format("no claim, but one figure in both: {}{}{}", shared->text,
                              unit ? " " : "", unit ? shared->unit : ""));
  }
  return answer(
      "none", fmt::format("{} and {} without a relation", Count(a.claims.size(), "claim", "claims"),
                          Count(b.claims.size(), "claim", "claims")));
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
