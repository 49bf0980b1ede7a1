#include "compare/bias.h"

#include "cli/output.h"
#include "cli/session.h"
#include "report/bias.h"

namespace counterclaim {

int RunBias(Session* session) {
  if (!LoadRules(session)) return kNotRun;
  Options& options = session->options;
  if (options.inputs.empty() && !options.no_ledger) options.ledger = LedgerFolder(options);
  if (!ReadArticles(session)) return kNotRun;
  ExtractClaims(session);
  if (!AddLedger(session)) return kNotRun;
  const Run& run = session->run;
  const BiasTable table =
      MeasureBias(run.extraction.claims, run.articles, *session->rulebook, options.by_stake);
  const ReportNames names = Names(*session->rulebook);
  const int code = FinishRendered(
      session, "text", [&](const std::string& format) { return RenderBias(table, names, format); },
      "measured " + Count(table.parties.size(), "party", "parties") + " in " +
          Count(run.extraction.claims.size(), "claim", "claims"));
  return code == kClean && run.articles.empty() && !options.allow_empty ? kIncomplete : code;
}

}  // namespace counterclaim
