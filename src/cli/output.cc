#include "cli/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/files.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/text.h"

namespace counterclaim {

namespace {

namespace fs = std::filesystem;

std::string RenderRun(Session* session, const std::string& format) {
  if (!session->claim_lines.empty()) return std::move(session->claim_lines);
  const Run& run = session->run;
  const bool claims = session->options.command == "extract";
  if (format == "json") return RenderJson(run);
  if (format == "jsonl") {
    return claims ? RenderClaimsJsonl(run.extraction, session->options.refused)
                  : RenderFindingsJsonl(run);
  }
  const ReportNames names = session->rulebook ? Names(*session->rulebook) : ReportNames();
  if (format == "markdown")
    return claims ? RenderClaimsMarkdown(run, names, session->options.refused)
                  : RenderMarkdown(run, names);
  if (claims) return RenderClaimsText(run, names, session->options.refused);
  return RenderText(run, names, Colour(*session), session->options.all);
}

bool WriteFile(Session* session, const std::string& path, const std::string& bytes) {
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  const auto problems = WriteFileAtomically(path, bytes);
  Print(problems, session->err);
  return problems.empty();
}

// "json=out.json" -> {"json", "out.json"}; an empty format where it is no such thing.
std::pair<std::string, std::string> SplitOutput(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string format = text.substr(0, equals);
  const bool known =
      format == "text" || format == "markdown" || format == "json" || format == "jsonl";
  if (!known || equals == std::string::npos || equals + 1 == text.size()) return {"", ""};
  return {format, text.substr(equals + 1)};
}

// False after saying why on stderr.
bool WriteAll(Session* session, const std::string& own_format,
              const std::function<std::string(const std::string&)>& render) {
  const Options& options = session->options;
  const std::string format = options.format.empty() ? own_format : options.format;
  bool written = true;
  for (const std::string& output : options.outputs) {
    const auto [file_format, path] = SplitOutput(output);
    if (path.empty()) {
      PrintError(*session, "C003", {}, "--output " + output + " names no format and file",
                 "write FORMAT=PATH with text, markdown, json or jsonl");
      return false;
    }
    written = WriteFile(session, path, render(file_format)) && written;
  }
  if (!options.output_file.empty())
    written = WriteFile(session, options.output_file, render(format)) && written;
  else
    *session->out << render(format) << std::flush;
  return written && *session->out;
}

int Level(const std::string& name) {
  return name == "error" ? 2 : name == "warning" ? 1 : name == "note" ? 0 : 3;
}

bool IsNew(const Finding& finding) {
  return finding.state == FindingState::kNew || finding.state == FindingState::kUpdated;
}

std::string Summary(const Session& session, bool failed, bool incomplete) {
  std::size_t contradictions = 0, fresh = 0;
  for (const Finding& finding : session.run.comparison.findings) {
    if (!IsDisagreement(finding.kind)) continue;
    ++contradictions;
    fresh += IsNew(finding);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - session.start;
  const bool compared = session.options.command != "extract";
  const std::size_t claims = session.run.extraction.claims.size() + session.line_count;
  std::string text = fmt::format("{} {}, {}", compared ? "checked" : "read",
                                 Count(session.run.articles.size(), "article", "articles"),
                                 Count(claims, "claim", "claims"));
  if (compared)
    text +=
        fmt::format(", {} ({} new)", Count(contradictions, "disagreement", "disagreements"), fresh);
  text += fmt::format(", {} skipped in {:.1f} s", session.skipped, took.count());
  if (failed) text += "; a new finding reaches the fail level";
  if (incomplete) text += session.skipped > 0 ? "; incomplete" : "; nothing to read";
  return text;
}

}  // namespace

int Finish(Session* session, const std::string& own_format) {
  const Options& options = session->options;
  if (!WriteAll(session, own_format,
                [&](const std::string& format) { return RenderRun(session, format); }))
    return kNotRun;
  const std::string fail = !options.fail_level.empty()  ? options.fail_level
                           : options.command == "check" ? "error"
                                                        : "none";
  const auto& findings = session->run.comparison.findings;
  const bool failed = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return IsNew(finding) && static_cast<int>(finding.severity) >= Level(fail);
  });
  const bool empty = session->run.articles.empty() && !options.allow_empty;
  const bool incomplete = session->skipped > 0 || empty;
  if (!options.quiet) *session->err << Summary(*session, failed, incomplete) << "\n";
  return failed ? kFindings : incomplete ? kIncomplete : kClean;
}

int FinishRendered(Session* session, const std::string& own_format,
                   const std::function<std::string(const std::string&)>& render,
                   const std::string& summary) {
  const bool written = WriteAll(session, own_format, render);
  if (!session->options.quiet && !summary.empty()) *session->err << summary << "\n";
  return !written ? kNotRun : session->skipped > 0 ? kIncomplete : kClean;
}

int FinishText(Session* session, const std::string& result, const std::string& summary) {
  return FinishRendered(
      session, "text", [&](const std::string&) { return result; }, summary);
}

}  // namespace counterclaim
