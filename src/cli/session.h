#pragma once
// One run of the program: what the subcommands share. Only src/cli prints,
// and only here is decided what is an error of which exit code.
#include <chrono>
#include <iosfwd>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/options.h"
#include "model/finding.h"
#include "pipeline.h"
#include "report/wording.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

struct Session {
  Options options;
  std::string executable;       // argv[0]: the rules are looked for beside it
  std::ostream* out = nullptr;  // the result, nothing else
  std::ostream* err = nullptr;
  std::shared_ptr<const Rulebook> rulebook;
  Run run;
  std::string claim_lines;        // of claims that are not kept in the run, as they are printed
  std::size_t line_count = 0;     // how many these are
  std::size_t skipped = 0;        // inputs that could not be read
  std::size_t own_articles = 0;   // of the run's articles, those of the input (they come first)
  std::set<ArticleId> in_ledger;  // of these, those that the ledger holds as they are
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
};

// Each returns false after saying why on stderr: the command ends with kNotRun.
bool LoadRules(Session* session);
bool ReadArticles(Session* session);  // options.inputs -> run.articles, with texts
void ExtractClaims(Session* session, bool claims_only = false);
// Makes claim_lines, and keeps neither claims nor texts.
void ExtractClaimLines(Session* session);
// Adds claims of the ledger: for `check` those that share a block with claims
// of the input, else all.
bool AddLedger(Session* session);
bool UpdateLedgerIndex(Session* session, const std::string& folder);
void CompareClaims(Session* session);

unsigned Threads(const Options& options);
bool Colour(const Session& session);
ReportNames Names(const Rulebook& rulebook);
void Print(const std::vector<Diagnostic>& problems, std::ostream* err);
// One problem in the same form; `code` is listed in rules/README.md.
void PrintError(const Session& session, const std::string& code, const FilePosition& at,
                const std::string& message, const std::string& hint);

// No report names a folder of this machine: a path below the current folder is
// shown from there, any other absolute one by its last part.
std::string ShownPath(const std::string& path);

// What a ledger folder is called when none is named: claims/ledger.
std::string LedgerFolder(const Options& options);

// All of standard input ("-") or of a file; nothing when it cannot be read.
std::optional<std::string> ReadInput(const std::string& path);

// The subcommands; each returns the exit code.
int RunReport(Session* session);  // report, check
int RunIngest(Session* session);
int RunExtract(Session* session);
int RunCompare(Session* session);
int RunRelate(Session* session);
int RunInspect(Session* session);
int RunExplain(Session* session);
int RunBias(Session* session);
int RunEval(Session* session);
int RunReview(Session* session);  // review accept, reject, set, same-event, different-event, list
int RunRules(Session* session);   // rules list, validate, test

}  // namespace counterclaim
