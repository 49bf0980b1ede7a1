#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/session.h"
#include "report/escape.h"
#include "report/wording.h"

namespace counterclaim {

namespace {

std::string ExplainRule(const Session& session, const RuleFile& file) {
  std::string out = fmt::format("{}\n  {}\n", file.id.text, TerminalText(file.about));
  std::size_t lists[3] = {0, 0, 0};
  for (const RuleExample& example : file.examples) ++lists[static_cast<int>(example.list)];
  out += fmt::format("  examples: {} that fire, {} that stay silent, {} known gaps\n", lists[0],
                     lists[1], lists[2]);
  out += "  file: " + TerminalText(std::filesystem::path(file.path).filename().string()) + "\n";
  (void)session;
  return out;
}

std::string ExplainClaim(const Session& session, const RunView& view, const Claim& claim) {
  std::string out = TerminalText(claim.id.text) + "\n  " + TerminalText(ToText(claim)) + "\n";
  const auto row = [&](const char* name, const std::string& value) {
    out += fmt::format("  {:<9} {}\n", name, TerminalText(value));
  };
  row("sentence", "\"" + claim.sentence_text + "\"");
  row("where", view.Where(claim));
  row("number", claim.quantity_text + " -> " + ToText(claim.quantity.hard) + ", taken as " +
                    ToText(claim.quantity.soft) + " (" + claim.convention + ")");
  row("counts",
      view.Counted(claim) + (claim.object_text ? " (\"" + *claim.object_text + "\")" : ""));
  row("source", view.Source(claim) +
                    (claim.source.text ? " (\"" + *claim.source.text + "\")" : "") +
                    (claim.source.cue ? ", cue \"" + *claim.source.cue + "\"" : ""));
  row("stance", ToText(claim.stance) + ", " + ToText(claim.strength) + ", " + ToText(claim.stake));
  row("when", claim.when ? ToText(claim.when->days) +
                               (claim.when->text ? " (\"" + *claim.when->text + "\")" : "")
                         : "unknown");
  if (claim.place)
    row("place", claim.place->text.value_or(claim.place->id ? claim.place->id->text : "unknown"));
  row("scope", ToText(claim.scope));
  if (claim.part_of) row("part of", claim.part_of->text);
  row("rule", claim.rule.text);
  for (const RuleFile& file : session.rulebook->files) {
    if (file.id == claim.rule) row("", file.about);
  }
  for (const std::string& step : claim.steps) out += "  - " + TerminalText(step) + "\n";
  return out;
}

std::string ExplainFinding(const Session& session, const RunView& view, const Finding& finding) {
  std::string out = fmt::format("{} {} ({})\n  {}\n", Heading(finding.kind), finding.id,
                                ToText(finding.severity), TerminalText(finding.why));
  for (const std::string& hint : finding.hints) out += "  hint: " + TerminalText(hint) + "\n";
  std::string holds;
  for (const std::string& convention : finding.holds_under)
    holds += (holds.empty() ? "" : ", ") + convention;
  if (!holds.empty()) out += "  holds under: " + holds + "\n";
  const auto positions = Positions(view, view.Claims(finding.claims));
  if (positions.size() == 2) {
    if (const auto gap = GapText(*positions[0].front(), *positions[1].front()))
      out += "  gap: " + *gap + "\n";
  }
  for (const RuleFile& file : session.rulebook->files) {
    if (file.id == finding.rule) out += ExplainRule(session, file);
  }
  for (const Claim* claim : view.Claims(finding.claims))
    out += "\n" + ExplainClaim(session, view, *claim);
  return out;
}

// The long form of a code stands in the README of the rules.
std::string ExplainCode(const Session& session, const std::string& code) {
  const auto shaped = [](const std::string& text) {
    return text.size() == 4 && (text[0] == 'R' || text[0] == 'L') &&
           std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!shaped(code)) return "";
  if (code == "L001")
    return "L001: a line of the ledger is damaged. Nothing of a damaged ledger is used.\n  Restore "
           "the line from git, or delete the file and ingest the article again.\n";
  if (code == "L002")
    return "L002: the ledger could not be written. The old files are unchanged.\n";
  std::vector<std::string> folders = session.options.rule_folders;
  folders.push_back(DefaultRulesFolder(session.executable));
  std::string out;
  for (const std::string& folder : folders) {
    const auto text = ReadInput((std::filesystem::path(folder) / "README.md").string());
    for (std::size_t at = 0; text && out.empty() && at < text->size();) {
      const std::size_t end = std::min(text->find('\n', at), text->size());
      const std::string line = text->substr(at, end - at);
      if (line.find(code) != std::string::npos) out += TerminalText(line) + "\n";
      at = end + 1;
    }
  }
  return out;
}

// "a.md:7" -> {"a.md", 7}; line 0 when it is no such thing.
std::pair<std::string, unsigned> FileLine(const std::string& target) {
  const std::size_t colon = target.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == target.size() ||
      target.size() - colon > 9)
    return {"", 0};
  unsigned line = 0;
  for (std::size_t i = colon + 1; i < target.size(); ++i) {
    if (target[i] < '0' || target[i] > '9') return {"", 0};
    line = line * 10 + static_cast<unsigned>(target[i] - '0');
  }
  return {target.substr(0, colon), line};
}

std::string ExplainFromArticles(Session* session, const std::string& target,
                                const std::string& file, unsigned line) {
  const RunView view(session->run, Names(*session->rulebook));
  std::string out;
  for (const Finding& finding : session->run.comparison.findings) {
    if (finding.id == target || finding.key == target)
      out += ExplainFinding(*session, view, finding);
  }
  for (const Claim& claim : session->run.extraction.claims) {
    if (claim.id.text == target || (line > 0 && claim.at.line == line && claim.at.file == file)) {
      out += ExplainClaim(*session, view, claim);
    }
  }
  return out;
}

}  // namespace

int RunExplain(Session* session) {
  const std::string& target = session->options.target;
  if (const std::string code = ExplainCode(*session, target); !code.empty())
    return FinishText(session, code, "");
  if (!LoadRules(session)) return kNotRun;
  std::vector<std::string> ids;
  for (const RuleFile& file : session->rulebook->files) {
    ids.push_back(file.id.text);
    if (file.id.text == target) return FinishText(session, ExplainRule(*session, file), "");
  }
  auto [file, line] = FileLine(target);
  std::error_code error;
  if (line > 0 && !std::filesystem::is_regular_file(file, error)) line = 0;
  if (line > 0 && session->options.inputs.empty()) session->options.inputs = {file};
  if (session->options.inputs.empty()) {
    const std::string near = NearestWord(target, ids);
    *session->err << "error: nothing is known of `" << TerminalText(target) << "`"
                  << (near.empty() ? "" : ", did you mean `" + near + "`?")
                  << "\n  = for a claim or a finding name its articles as well: counterclaim "
                     "explain ID ARTICLES\n";
    return kNotRun;
  }
  if (!ReadArticles(session)) return kNotRun;
  ExtractClaims(session);
  CompareClaims(session);
  const std::string found = ExplainFromArticles(session, target, file, line);
  if (!found.empty()) return FinishText(session, found, "");
  *session->err << "error: no claim and no finding of these articles is `" << TerminalText(target)
                << "`\n";
  return kNotRun;
}

}  // namespace counterclaim
