#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/files.h"
#include "cli/output.h"
#include "cli/rule_example.h"
#include "cli/session.h"
#include "report/escape.h"
#include "rulebook/rule_image.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

Json RuleJson(const RuleFile& file) {
  std::size_t counts[3] = {0, 0, 0};
  for (const RuleExample& example : file.examples) ++counts[static_cast<int>(example.list)];
  return {
      {"id", file.id.text},
      {"about", file.about},
      {"tests", fmt::format("{} flags, {} passes, {} misses", counts[0], counts[1], counts[2])}};
}

struct Tally {
  std::size_t examples = 0, failed = 0;
  std::string text;
};

// Whether examples of both kinds are due: for what fires and can fire wrongly.
bool FiresOrNot(const RuleFile& file) {
  return file.id.text.starts_with("compare/") ||
         file.id.text.find("/metrics/") != std::string::npos;
}

std::string Uncovered(const RuleFile& file, std::size_t flags, std::size_t passes) {
  const bool silent = FiresOrNot(file) && passes == 0;
  if (flags == 0)
    return silent ? "an example that fires and one that stays silent" : "an example that fires";
  return silent ? "an example that stays silent" : "";
}

void TestRule(const Session& session, const RuleFile& file, Tally* tally) {
  std::size_t flags = 0, passes = 0;
  const std::string path = TerminalText(file.path);
  for (const RuleExample& example : file.examples) {
    const ExampleResult result = RunExample(*session.rulebook, file, example.node);
    ++tally->examples;
    std::string problem = result.problem;
    if (example.list == RuleExample::List::kFlags) {
      ++flags;
      if (problem.empty() && !result.satisfied) problem = "this example must fire";
    } else if (example.list == RuleExample::List::kPasses) {
      ++passes;
      if (problem.empty() && result.satisfied) problem = "this example must stay silent";
    } else if (problem.empty() && result.satisfied) {
      problem = "this known gap works now: move it to `flags`";
    }
    if (problem.empty()) continue;
    ++tally->failed;
    tally->text += fmt::format("{}:{}:{}: {}: {}\n{}", path, example.node.line, example.node.column,
                               file.id.text, TerminalText(problem), result.difference);
  }
  if (!session.options.coverage) return;
  const std::string missing = Uncovered(file, flags, passes);
  if (missing.empty()) return;
  ++tally->failed;
  tally->text += fmt::format("{}: {}: needs {}\n", path, file.id.text, missing);
}

int RunTests(Session* session) {
  Tally tally;
  std::size_t rules = 0;
  for (const RuleFile& file : session->rulebook->files) {
    const auto& wanted = session->options.inputs;
    const bool taken =
        wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& prefix) {
          return file.id.text.rfind(prefix, 0) == 0;
        });
    if (!taken) continue;
    ++rules;
    TestRule(*session, file, &tally);
  }
  const int code =
      FinishText(session, tally.text,
                 fmt::format("tested {}, {}, {} failed", Count(rules, "rule", "rules"),
                             Count(tally.examples, "example", "examples"), tally.failed));
  if (code == kClean && rules == 0) return kIncomplete;
  return code == kClean && tally.failed > 0 ? kFindings : code;
}

// The build's own: no summary, and rules with problems are no failure.
int Compile(Session* session) {
  const auto image = CompileRules(session->options.target);
  const auto problems =
      image.ok() ? WriteFileAtomically(session->options.output_file, *image) : image.problems();
  Print(problems, session->err);
  return problems.empty() ? kClean : kNotRun;
}

}  // namespace

int RunRules(Session* session) {
  if (session->options.command == "rules compile") return Compile(session);
  if (!LoadRules(session)) return kNotRun;
  const auto& files = session->rulebook->files;
  if (session->options.command == "rules test") return RunTests(session);
  std::vector<Json> list;
  if (session->options.command == "rules list") {
    for (const RuleFile& file : files) list.push_back(RuleJson(file));
  }
  return FinishRendered(
      session, "text",
      [&](const std::string& format) {
        return session->options.command == "rules list" ? RenderList("rules", list, format) : "";
      },
      Count(files.size(), "rule", "rules") + ", no problems");
}

}  // namespace counterclaim
