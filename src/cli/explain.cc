#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "cli/explain_sentence.h"
#include "cli/output.h"
#include "cli/session.h"
#include "compare/two_claims.h"
#include "ledger/ledger.h"
#include "report/escape.h"
#include "report/wording.h"

namespace counterclaim {

namespace {

std::string ExplainRule(const RuleFile& file) {
  std::string out = fmt::format("{}\n  {}\n", file.id.text, TerminalText(file.about));
  std::size_t lists[3] = {0, 0, 0};
  for (const RuleExample& example : file.examples) ++lists[static_cast<int>(example.list)];
  out += fmt::format("  examples: {} that fire, {} that stay silent, {} known gaps\n", lists[0],
                     lists[1], lists[2]);
  for (const RuleExample& example : file.examples) {
    const YamlNode* text = example.node.Find("text");
    const std::string& shown = text != nullptr ? text->scalar : example.node.scalar;
    if (example.list == RuleExample::List::kFlags && !shown.empty()) {
      out += "  for example: \"" + TerminalText(shown) + "\"\n";
      break;
    }
  }
  return out + "  file: rules/" + file.id.text + ".yaml\n";
}

std::string AboutRule(const Session& session, const RuleId& rule) {
  for (const RuleFile& file : session.rulebook->files) {
    if (file.id == rule) return TerminalText(file.about);
  }
  return "";
}

std::string ExplainClaim(const Session& session, const RunView& view, const Claim& claim) {
  std::string out = TerminalText(claim.id.text) + "\n  " + TerminalText(ToText(claim)) + "\n";
  const auto row = [&](const char* name, const std::string& value) {
    out += fmt::format("  {:<9} {}\n", name, TerminalText(value));
  };
  const auto words = [](const std::optional<std::string>& text) {
    return text ? " (\"" + *text + "\")" : std::string();
  };
  row("sentence", "\"" + claim.sentence_text + "\"");
  row("where", view.Where(claim));
  row("number", "\"" + claim.quantity_text + "\": by the words " + ToText(claim.quantity.hard) +
                    ", as read " + ToText(claim.quantity.soft) + " (" + claim.convention + ")");
  row("counts", view.Counted(claim) + words(claim.object_text));
  if (claim.actor)
    row("by", (claim.actor->party ? view.Party(*claim.actor->party) : "unknown") +
                  words(claim.actor_text));
  row("source", view.Source(claim) + words(claim.source.text) +
                    (claim.source.cue ? ", cue \"" + *claim.source.cue + "\"" : ""));
  for (const Source& link : claim.chain)
    row("", "as told by " + link.text.value_or(ToText(link.kind)));
  row("stance", ToText(claim.stance) + ", " + ToText(claim.strength) + ", " + ToText(claim.stake));
  row("said", claim.said ? ToText(*claim.said) : "unknown");
  row("when", claim.when ? ToText(claim.when->days) + words(claim.when->text) : "unknown");
  row("place", claim.place
                   ? claim.place->text.value_or(claim.place->id ? claim.place->id->text : "unknown")
                   : "unknown");
  row("scope", ToText(claim.scope));
  if (claim.part_of) row("part of", claim.part_of->text);
  row("rule", claim.rule.text + ": " + AboutRule(session, claim.rule));
  for (const std::string& step : claim.steps) out += "  - " + TerminalText(step) + "\n";
  return out;
}

// What an editor could learn that would make the finding go away.
std::string WouldChange(const RunView& view, const Finding& finding) {
  const auto positions = Positions(view, view.Claims(finding.claims));
  if (positions.size() != 2 || !IsDisagreement(finding.kind)) return "";
  const Claim& a = *positions[0].front();
  const Claim& b = *positions[1].front();
  std::string out = "  it would not stand if\n";
  if (!a.quantity.hard.Overlaps(b.quantity.hard)) {
    out += fmt::format("  - {} had given a figure within {}, or {} one within {}\n",
                       TerminalText(view.Source(a)), IntervalText(b.quantity.hard),
                       TerminalText(view.Source(b)), IntervalText(a.quantity.hard));
  }
  out += fmt::format(
      "  - the two spoke of different events: counterclaim review different-event {} {} --by YOU\n",
      ShellWord(a.id.text), ShellWord(b.id.text));
  return out + fmt::format("  - one of them was misread: counterclaim review reject {} --by YOU\n",
                           ShellWord(b.id.text));
}

std::string ExplainFinding(const Session& session, const RunView& view, const Finding& finding) {
  std::string out = fmt::format("{} {} ({})\n  {}\n", Heading(finding.kind), finding.id,
                                ToText(finding.severity), TerminalText(finding.why));
  for (const std::string& hint : finding.hints) out += "  hint: " + TerminalText(hint) + "\n";
  std::string holds;
  for (const std::string& convention : finding.holds_under)
    holds += (holds.empty() ? "" : ", ") + convention;
  if (!holds.empty()) out += "  holds under the conventions: " + holds + "\n";
  const auto positions = Positions(view, view.Claims(finding.claims));
  if (positions.size() == 2) {
    if (const auto gap = GapText(*positions[0].front(), *positions[1].front()))
      out += "  gap: " + *gap + "\n";
  }
  out += WouldChange(view, finding);
  for (const RuleFile& file : session.rulebook->files) {
    if (file.id == finding.rule) out += "\n" + ExplainRule(file);
  }
  for (const Claim* claim : view.Claims(finding.claims))
    out += "\n" + ExplainClaim(session, view, *claim);
  return out;
}

bool IsCode(const std::string& text) {
  return text.size() == 4 && text[0] >= 'A' && text[0] <= 'Z' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The long form of a code: its section in the README of the rules.
std::string ExplainCode(const Session& session, const std::string& code) {
  std::vector<std::string> folders = session.options.rule_folders;
  folders.push_back(DefaultRulesFolder(session.executable));
  for (const std::string& folder : folders) {
    const auto text = ReadInput((std::filesystem::path(folder) / "README.md").string());
    if (!text) continue;
    const std::size_t begin = text->find("\n### " + code + ":");
    if (begin == std::string::npos) continue;
    const std::size_t end = std::min(text->find("\n#", begin + 2), text->size());
    std::string section = text->substr(begin + 5, end - begin - 5);
    while (section.ends_with('\n')) section.pop_back();
    return section + "\n";
  }
  return "";
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

// A number by its place: "a1:120-131".
std::string ExplainNumber(const Session& session, const std::string& target) {
  for (const Refused& each : session.run.extraction.refused) {
    if (fmt::format("{}:{}-{}", each.article.text, each.span.begin, each.span.end) != target)
      continue;
    std::string out =
        fmt::format("{}\n  \"{}\" is no claim: it is read as {}\n", TerminalText(target),
                    TerminalText(each.text), ToText(each.reason));
    for (const Document& document : session.run.articles) {
      if (document.id != each.article) continue;
      out += "\n" + ExplainLine(session, document, FindPlace(document, each.span).line);
    }
    return out;
  }
  return "";
}

std::string ExplainFromArticles(const Session& session, const std::string& target,
                                const std::string& file, unsigned line) {
  const ReportNames names = Names(*session.rulebook);
  const RunView view(session.run, names);
  std::string out;
  for (const Finding& finding : session.run.comparison.findings) {
    if (finding.id == target || finding.key == target)
      out += ExplainFinding(session, view, finding);
  }
  for (const Claim& claim : session.run.extraction.claims) {
    const bool place = claim.id.text.starts_with(target + ":");
    if (claim.id.text == target || place)
      out += (out.empty() ? "" : "\n") + ExplainClaim(session, view, claim);
  }
  for (const Document& document : session.run.articles) {
    if (line > 0 && document.path == file) out += ExplainLine(session, document, line);
  }
  return out.empty() ? ExplainNumber(session, target) : out;
}

// The two claims, and how they stand to each other; "" where one is unknown.
std::string ExplainPair(const Session& session, const std::string& target,
                        const std::string& other) {
  const Run& run = session.run;
  const ReportNames names = Names(*session.rulebook);
  const RunView view(run, names);
  CompareOptions options;
  options.reviews = run.reviews;
  const auto two = ExplainTwo(run.extraction.claims, run.articles, *session.rulebook, options,
                              ClaimId(target), ClaimId(other));
  if (!two) return "";
  std::string out = TerminalText(target) + " beside " + TerminalText(other) + "\n";
  out += "  event     " + TerminalText(two->event) +
         (two->together ? "; put into one" : "; put into two") + "\n";
  out += "  relation  " +
         (two->relation         ? ToText(*two->relation)
          : two->reason.empty() ? "none: they agree, or one says less"
                                : "none: other " + two->reason) +
         (two->together ? "" : ", were they of one event") + "\n";
  std::string found;
  for (const Finding& finding : run.comparison.findings) {
    const auto holds = [&finding](const std::string& id) {
      return std::find(finding.claims.begin(), finding.claims.end(), ClaimId(id)) !=
             finding.claims.end();
    };
    if (holds(target) && holds(other))
      found += "  finding   " + finding.id + ": " + TerminalText(finding.why) + "\n";
  }
  if (found.empty())
    found = two->relation && two->together
                ? "  finding   none: another pair of the event says it, or a rule silences it\n"
                : "  finding   none\n";
  out += found;
  for (const Claim& claim : run.extraction.claims) {
    if (claim.id.text == target || claim.id.text == other)
      out += "\n" + ExplainClaim(session, view, claim);
  }
  return out;
}

// The articles of the ledger that still lie where they were read.
std::vector<std::string> LedgerArticles(const Options& options) {
  std::vector<std::string> paths;
  const auto ledger = LoadLedger(LedgerFolder(options));
  std::error_code error;
  if (!ledger.ok()) return paths;
  for (const auto& [id, entry] : ledger->entries) {
    const std::string& path = entry.article.path;
    const bool again = std::find(paths.begin(), paths.end(), path) != paths.end();
    if (!again && std::filesystem::is_regular_file(path, error)) paths.push_back(path);
  }
  return paths;
}

// An indented block of Markdown shows any text as it is.
std::string Indented(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += end == at ? "\n" : "    " + text.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return out;
}

int FinishExplained(Session* session, const std::string& kind, const std::string& text) {
  const std::string& target = session->options.target;
  const nlohmann::ordered_json json = {{"target", target}, {"kind", kind}, {"explanation", text}};
  return FinishRendered(
      session, "text",
      [&](const std::string& format) {
        if (format == "text") return text;
        if (format == "markdown") return "# " + MarkdownText(target) + "\n\n" + Indented(text);
        return RenderList("explanations", {json}, format);
      },
      "");
}

int Unknown(const Session& session, const std::string& target,
            const std::vector<std::string>& ids) {
  const std::string near = NearestWord(target, ids);
  *session.err << "error: nothing is known of `" << TerminalText(target) << "`"
               << (near.empty() ? "" : ", did you mean `" + near + "`?")
               << "\n  = for a claim or a finding name its articles as well: counterclaim explain "
                  "ID ARTICLES\n";
  return kNotRun;
}

int UnknownPair(const Session& session) {
  std::vector<std::string> ids;
  for (const Claim& claim : session.run.extraction.claims) ids.push_back(claim.id.text);
  for (const std::string& id : {session.options.target, session.options.with})
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) return Unknown(session, id, ids);
  *session.err
      << "error: only two claims that are asserted or denied can be set beside each other\n"
         "  = counterclaim explain ID says how each of them was read\n";
  return kNotRun;
}

}  // namespace

int RunExplain(Session* session) {
  const std::string& target = session->options.target;
  if (IsCode(target)) {
    const std::string code = ExplainCode(*session, target);
    if (!code.empty()) return FinishExplained(session, "code", code);
    *session->err << "error: there is no code " << target << "\n  = rules/README.md lists them\n";
    return kNotRun;
  }
  if (!LoadRules(session)) return kNotRun;
  std::vector<std::string> ids;
  for (const RuleFile& file : session->rulebook->files) {
    ids.push_back(file.id.text);
    if (file.id.text == target) return FinishExplained(session, "rule", ExplainRule(file));
  }
  auto [file, line] = FileLine(target);
  std::error_code error;
  if (line > 0 && !std::filesystem::is_regular_file(file, error)) line = 0;
  std::vector<std::string>& inputs = session->options.inputs;
  if (line > 0 && std::find(inputs.begin(), inputs.end(), file) == inputs.end())
    inputs.push_back(file);
  if (inputs.empty()) inputs = LedgerArticles(session->options);
  if (inputs.empty()) return Unknown(*session, target, ids);
  if (!ReadArticles(session)) return kNotRun;
  file = ShownPath(file);
  ExtractClaims(session);
  CompareClaims(session);
  const std::string& with = session->options.with;
  if (!with.empty()) {
    const std::string pair = ExplainPair(*session, target, with);
    if (!pair.empty()) return FinishExplained(session, "pair", pair);
    return UnknownPair(*session);
  }
  const std::string found = ExplainFromArticles(*session, target, file, line);
  if (!found.empty()) return FinishExplained(session, line > 0 ? "line" : "claim", found);
  if (line > 0) return FinishText(session, "", "no sentence of an article stands on this line");
  return Unknown(*session, target, ids);
}

}  // namespace counterclaim
