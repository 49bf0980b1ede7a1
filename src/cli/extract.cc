#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/output.h"
#include "cli/session.h"
#include "ledger/ledger.h"

namespace counterclaim {

namespace {

// Whether nothing but claims will be printed, so that the rest need not be looked for.
bool ClaimsOnly(const Options& options) {
  const auto is_run = [](const std::string& output) { return output.starts_with("json="); };
  return !options.refused && options.format != "json" &&
         std::none_of(options.outputs.begin(), options.outputs.end(), is_run);
}

// Whether each claim is printed as a line, once.
bool LinesOnly(const Options& options) {
  return options.outputs.empty() && (options.format.empty() || options.format == "jsonl");
}

}  // namespace

int RunExtract(Session* session) {
  if (!LoadRules(session) || !ReadArticles(session)) return kNotRun;
  const bool claims_only = ClaimsOnly(session->options);
  if (claims_only && LinesOnly(session->options))
    ExtractClaimLines(session);
  else
    ExtractClaims(session, claims_only);
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
  if (!UpdateLedgerIndex(session, folder)) return kNotRun;
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
