#include "report/markdown.h"

#include <fmt/format.h>

#include "report/escape.h"

namespace counterclaim {

namespace {

std::string Inputs(const RunView& view) {
  std::string text;
  std::string last;
  for (const Document& article : view.run().articles) {
    if (article.path != last) text += " " + ShellWord(article.path);
    last = article.path;
    if (text.size() > 300) return text + " ...";
  }
  return text;
}

std::string Sides(const RunView& view, const std::vector<std::vector<const Claim*>>& positions) {
  std::vector<std::string> names;
  for (const auto& position : positions) {
    const std::string name = view.Source(*position.front());
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < 3; ++i) text += (i > 0 ? " / " : "") + names[i];
  return text;
}

std::string PositionRow(const RunView& view, const std::vector<const Claim*>& position) {
  const Claim& first = *position.front();
  std::string places;
  for (std::size_t i = 0; i < position.size() && i < 5; ++i) {
    places += (i > 0 ? ", " : "") + MarkdownCode(view.Where(*position[i]));
  }
  if (position.size() > 5) places += fmt::format(" and {} more", position.size() - 5);
  return fmt::format("| {} | {} | {}{} | {} | {} |\n", MarkdownText(view.Source(first)),
                     MarkdownText(FigureText(first)), MarkdownText(view.Counted(first)),
                     first.stance == Stance::kAsserted ? "" : " (" + ToText(first.stance) + ")",
                     first.said ? ToText(*first.said) : "unknown", places);
}

std::string Finding1(const RunView& view, const Finding& finding, std::size_t number) {
  const auto claims = view.Claims(finding.claims);
  const auto positions = Positions(view, claims);
  std::string out = fmt::format("### {}. {}: {}\n\n", number, Heading(finding.kind),
                                MarkdownText(Sides(view, positions)));
  if (!finding.why.empty()) out += MarkdownText(finding.why) + "\n\n";
  out += "| Source | Figure | What is counted | Said | Where |\n|---|---|---|---|---|\n";
  for (const auto& position : positions) out += PositionRow(view, position);
  out += "\n";
  for (const auto& position : positions) {
    const Claim& first = *position.front();
    if (first.sentence_text.empty()) continue;
    const Document* article = view.FindArticle(first.article);
    const std::string outlet =
        article != nullptr && article->source ? *article->source : first.article.text;
    out += fmt::format("> “{}” ({})\n>\n", MarkdownText(first.sentence_text), MarkdownText(outlet));
  }
  if (positions.size() > 1) out.resize(out.size() - 2);
  out += "\n";
  if (positions.size() == 2) {
    if (const auto gap = GapText(*positions[0].front(), *positions[1].front()))
      out += "- Gap: " + *gap + "\n";
  }
  std::string holds;
  for (const std::string& convention : finding.holds_under)
    holds += (holds.empty() ? "" : ", ") + convention;
  if (!holds.empty()) out += "- Holds under: " + MarkdownText(holds) + "\n";
  for (const Kind label : finding.labels) out += "- Also: " + Heading(label) + "\n";
  for (const std::string& hint : finding.hints) out += "- " + MarkdownText(hint) + "\n";
  out += fmt::format("- Severity {}, rule {}, state {}{}\n", ToText(finding.severity),
                     MarkdownCode(finding.rule.text), ToText(finding.state),
                     finding.event ? ", event " + finding.event->text : "");
  out += "- Why: " + MarkdownCode("counterclaim explain " + ShellWord(finding.id) + Inputs(view)) +
         "\n\n";
  return out;
}

std::string Opening(const RunView& view, std::size_t disagreements) {
  const Run& run = view.run();
  std::string out = "# Contradiction report\n\n";
  out += fmt::format("{}, {}, {} in {}. {} did not become claims.\n\n",
                     Count(run.articles.size(), "article", "articles"),
                     Count(run.extraction.claims.size(), "claim", "claims"),
                     Count(disagreements, "disagreement", "disagreements"),
                     Count(run.comparison.events.size(), "event", "events"),
                     Count(run.extraction.refused.size(), "number", "numbers"));
  if (run.extraction.claims.empty()) {
    return out +
           "No claim was found, so nothing could be compared: this is no sign that the sources "
           "agree.\n\n";
  }
  if (disagreements == 0)
    return out + "No source contradicts another in what could be compared.\n\n";
  out += "| | Kind | Who | On what | Figures |\n|---|---|---|---|---|\n";
  std::size_t number = 0;
  for (const Finding& finding : run.comparison.findings) {
    if (!IsDisagreement(finding.kind)) continue;
    const auto positions = Positions(view, view.Claims(finding.claims));
    if (++number > 50) continue;
    std::string figures;
    for (std::size_t i = 0; i < positions.size() && i < 3; ++i) {
      figures += (i > 0 ? " / " : "") + FigureText(*positions[i].front());
    }
    out +=
        fmt::format("| {} | {} | {} | {} | {} |\n", number, Heading(finding.kind),
                    MarkdownText(Sides(view, positions)),
                    positions.empty() ? "" : MarkdownText(view.Counted(*positions.front().front())),
                    MarkdownText(figures));
  }
  if (number > 50) out += fmt::format("\n... and {} more below.\n", number - 50);
  return out + "\n";
}

}  // namespace

std::string RenderMarkdown(const Run& run, const ReportNames& names) {
  const RunView view(run, names);
  std::size_t disagreements = 0;
  for (const Finding& finding : run.comparison.findings)
    disagreements += IsDisagreement(finding.kind);
  std::string out = Opening(view, disagreements);
  if (disagreements > 0) out += "## Who contradicts whom\n\n";
  std::size_t number = 0;
  for (const Finding& finding : run.comparison.findings) {
    if (IsDisagreement(finding.kind)) out += Finding1(view, finding, ++number);
  }
  out += MarkdownEvents(view) + MarkdownNotes(view) + MarkdownLimits(view) + MarkdownArticles(view);
  out += fmt::format(
      "Made by counterclaim {} with rules {}. It finds disagreement; it does not say who is "
      "right.\n",
      COUNTERCLAIM_VERSION, MarkdownCode(run.rules_hash.substr(0, 19)));
  return out;
}

}  // namespace counterclaim
