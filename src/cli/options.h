#pragma once
// The command line as plain values.
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace counterclaim {

enum ExitCode { kClean = 0, kFindings = 1, kNotRun = 2, kIncomplete = 3, kBug = 70 };

struct Options {
  std::string command;              // "report", "rules test"
  std::vector<std::string> inputs;  // articles, or what the command reads
  std::string target;               // explain: what to explain
  std::string with;                 // explain: the claim that it is set beside
  std::string stage;                // inspect
  std::vector<std::string> rule_folders;
  bool no_default_rules = false;
  unsigned threads = 0;  // 0: all cores
  bool quiet = false;
  int verbose = 0;
  std::string format;                // "": the command's own
  std::vector<std::string> outputs;  // FORMAT=PATH
  std::string output_file;           // -o
  std::string color = "auto";
  std::string date;  // ISO; for articles without one
  std::string lang;  // for articles without one
  std::string stdin_path;
  std::string convention = "cautious";
  std::string fail_level;  // "": error for check, none elsewhere
  bool allow_empty = false;
  bool no_ledger = false;
  std::string ledger;
  bool refused = false;  // extract
  bool all = false;
  bool coverage = false;
  bool by_stake = false;  // bias
  std::string by;         // review: who says so
  std::string reason;
};

// Declares every subcommand and flag on `app`, bound to `options`.
void DeclareOptions(CLI::App* app, Options* options);

// What CLI11 does not say: "" or a sentence about the first unknown
// subcommand or flag of `args`, with the nearest known one.
std::string UnknownWord(const CLI::App& app, const std::vector<std::string>& args);

}  // namespace counterclaim
