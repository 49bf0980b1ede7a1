
#include <nlohmann/json.hpp>
#include <set>

#include "base/lines.h"
#include "cli/output.h"
#include "cli/session.h"
#include "model/json.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

// One line of `extract` or of the ledger; "" or what is wrong with it.
std::string ReadLine(std::string_view line, Run* run) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return "not a JSON object";
  if (json.contains("metric")) return FromJson(json, &run->extraction.claims.emplace_back());
  if (json.contains("id") && json.contains("sha256"))
    return FromJson(json, &run->articles.emplace_back());
  const bool other = json.contains("refused") || json.contains("unread") ||
                     json.contains("review") || json.contains("same_event") ||
                     json.contains("different_event");
  return other ? "" : "neither a claim nor an article";
}

// Claims that came without their articles still belong to some.
void AddMissingArticles(Run* run) {
  std::set<ArticleId> known;
  for (const Document& article : run->articles) known.insert(article.id);
  for (const Claim& claim : run->extraction.claims) {
    if (!known.insert(claim.article).second) continue;
    Document article;
    article.id = claim.article;
    article.path = claim.at.file;
    article.lang = claim.lang;
    article.source = claim.outlet;
    run->articles.push_back(article);
  }
}

}  // namespace

int RunCompare(Session* session) {
  if (!LoadRules(session)) return kNotRun;
  for (const std::string& path : session->options.inputs) {
    const auto bytes = ReadInput(path);
    if (!bytes) {
      PrintError(*session, "F001", {path, 0, 0}, "cannot read the file", "check the name");
      ++session->skipped;
      continue;
    }
    for (LineReader lines(*bytes); lines.Next();) {
      const std::string_view line = lines.line();
      const std::string problem = ReadLine(line, &session->run);
      if (problem.empty()) continue;
      PrintError(*session, "C004", {path, lines.number(), 1}, problem,
                 "these are the lines that `extract` prints");
      return kNotRun;
    }
  }
  AddMissingArticles(&session->run);
  session->own_articles = session->run.articles.size();
  CompareClaims(session);
  return Finish(session, "text");
}

}  // namespace counterclaim
