#include <fmt/format.h>

#include <ostream>

#include "cli/output.h"
#include "cli/session.h"
#include "ledger/ledger.h"

namespace counterclaim {

int RunExtract(Session* session) {
  if (!LoadRules(session) || !ReadArticles(session)) return kNotRun;
  ExtractClaims(session);
  return Finish(session, "jsonl");
}

int RunIngest(Session* session) {
  if (!LoadRules(session) || !ReadArticles(session)) return kNotRun;
  ExtractClaims(session);
  const std::string folder = LedgerFolder(session->options);
  const Run& run = session->run;
  const auto change = WriteLedger(folder, run.articles, run.extraction.claims, run.rules_hash);
  if (!change.ok()) {
    Print(change.problems(), session->err);
    return kNotRun;
  }
  const std::string summary =
      fmt::format("{}, {}: {} added, {} changed, {} unchanged, {} skipped",
                  Count(run.articles.size(), "article", "articles"),
                  Count(run.extraction.claims.size(), "claim", "claims"), change->added,
                  change->changed, change->unchanged, session->skipped);
  const int code = FinishText(session, "", summary);
  return code == kClean && run.articles.empty() && !session->options.allow_empty ? kIncomplete
                                                                                 : code;
}

}  // namespace counterclaim
