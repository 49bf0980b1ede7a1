#include "report/text.h"

#include <fmt/format.h>

#include "report/escape.h"

namespace counterclaim {

namespace {

std::string Level(Severity severity, bool colour) {
  std::string word = ToText(severity);
  if (!colour) return word;
  const char* code = severity == Severity::kError     ? "31"
                     : severity == Severity::kWarning ? "33"
                                                      : "36";
  return fmt::format("\x1b[1;{}m{}\x1b[0m", code, word);
}

std::string Block(const RunView& view, const Finding& finding, bool colour) {
  std::string out = fmt::format("{}[{}]: {}\n", Level(finding.severity, colour),
                                ToText(finding.kind), TerminalText(finding.why));
  const auto positions = Positions(view, view.Claims(finding.claims));
  for (const auto& position : positions) {
    const Claim& claim = *position.front();
    out += fmt::format("  --> {}: {} says {} ({})", TerminalText(view.Where(claim)),
                       TerminalText(view.Source(claim)), TerminalText(FigureText(claim)),
                       TerminalText(view.Counted(claim)));
    if (position.size() > 1) out += fmt::format(", and {} more", position.size() - 1);
    out += fmt::format("\n      \"{}\"\n", TerminalText(claim.sentence_text));
  }
  if (positions.size() == 2) {
    if (const auto gap = GapText(*positions[0].front(), *positions[1].front()))
      out += "  = gap: " + *gap + "\n";
  }
  for (const std::string& hint : finding.hints) out += "  = " + TerminalText(hint) + "\n";
  if (!finding.event_why.empty()) out += "  = " + TerminalText(finding.event_why) + "\n";
  return out + fmt::format("  = rule {}, finding {}\n\n", finding.rule.text, finding.id);
}

}  // namespace

std::string RenderText(const Run& run, const ReportNames& names, bool colour, bool all) {
  const RunView view(run, names);
  std::string out;
  std::size_t shown = 0;
  for (const Finding& finding : run.comparison.findings) {
    if (!all && ++shown > 50) continue;
    out += Block(view, finding, colour);
  }
  if (const std::string left_out = LeftOutText(run.comparison.left_out); !left_out.empty())
    out += left_out + "\n";
  for (const Review& review : run.reviews) {
    out += TerminalText(fmt::format("review: {}", ReviewText(review)));
    for (const ClaimId& id : review.claims) out += " " + TerminalText(id.text);
    out += "\n";
  }
  if (shown > 50) out += fmt::format("... and {} more (--all)\n", shown - 50);
  return out;
}

std::string RenderClaimsText(const Run& run, const ReportNames& names, bool refused) {
  const RunView view(run, names);
  std::string out;
  for (const Claim& claim : run.extraction.claims) {
    out += fmt::format("{}: {}\n", TerminalText(view.Where(claim)), TerminalText(ToText(claim)));
  }
  if (!refused) return out;
  for (const Refused& each : run.extraction.refused) {
    out += fmt::format("{}: no claim, {}: {}\n", TerminalText(view.Where(each.article, each.span)),
                       ToText(each.reason), TerminalText(each.text));
  }
  for (const UnreadSentence& each : run.extraction.unread) {
    out += fmt::format("{}: not read: {}\n", TerminalText(view.Where(each.article, each.span)),
                       TerminalText(each.reason));
  }
  return out;
}

}  // namespace counterclaim
