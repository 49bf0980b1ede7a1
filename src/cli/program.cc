#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/session.h"
#include "report/escape.h"

namespace counterclaim {

namespace {

int Dispatch(Session* session) {
  const std::string& command = session->options.command;
  if (command == "report" || command == "check") return RunReport(session);
  if (command == "ingest") return RunIngest(session);
  if (command == "extract") return RunExtract(session);
  if (command == "compare") return RunCompare(session);
  if (command == "relate") return RunRelate(session);
  if (command == "inspect") return RunInspect(session);
  if (command == "explain") return RunExplain(session);
  if (command == "bias") return RunBias(session);
  if (command == "eval") return RunEval(session);
  if (command.starts_with("review ")) return RunReview(session);
  return RunRules(session);
}

int ParseAndRun(Session* session, const std::vector<std::string>& args) {
  CLI::App app(
      "Reads news articles and shows where their sources contradict each other in numbers.");
  DeclareOptions(&app, &session->options);
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::Success& asked) {  // --help, --version
    app.exit(asked, *session->out, *session->err);
    return kClean;
  } catch (const CLI::ParseError& error) {
    const std::string unknown = UnknownWord(app, args);
    *session->err << "error: " << TerminalText(unknown.empty() ? error.what() : unknown)
                  << "\n  = see counterclaim " << (args.empty() ? "" : "COMMAND ") << "--help\n";
    return kNotRun;
  }
  return Dispatch(session);
}

}  // namespace

int RunProgram(const std::string& executable, const std::vector<std::string>& args,
               std::ostream& out, std::ostream& err) {
  Session session;
  session.executable = executable;
  session.out = &out;
  session.err = &err;
  try {
    return ParseAndRun(&session, args);
  } catch (const std::exception& bug) {
    err << "internal error: " << TerminalText(bug.what())
        << "; please report this with the input that causes it\n";
  } catch (...) {
    err << "internal error; please report this with the input that causes it\n";
  }
  return kBug;
}

}  // namespace counterclaim
