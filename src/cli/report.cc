#include "cli/output.h"
#include "cli/session.h"

namespace counterclaim {

int RunReport(Session* session) {
  if (!LoadRules(session) || !ReadArticles(session)) return kNotRun;
  ExtractClaims(session);
  if (!AddLedger(session)) return kNotRun;
  CompareClaims(session);
  return Finish(session, session->options.command == "check" ? "text" : "markdown");
}

}  // namespace counterclaim
