#include "report/markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/escape.h"
#include "report/topic.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFirstScreen = 12;  // rows of the first table
constexpr std::size_t kSides = 5;         // positions named in one of its rows

// "Taliban: **58**", the most that a cell of the first screen says of one side.
std::string Side(const RunView& view, const Claim& claim) {
  return fmt::format("{}: **{}**", MarkdownText(view.Source(claim)),
                     MarkdownText(FigureAndStance(claim)));
}

std::string FirstRow(const RunView& view, const Topic& topic, std::size_t number) {
  std::string sides;
  for (std::size_t i = 0; i < topic.positions.size() && i < kSides; ++i)
    sides += (i > 0 ? "; " : "") + Side(view, *topic.positions[i].front());
  if (topic.positions.size() > kSides)
    sides += fmt::format("; and {} more", topic.positions.size() - kSides);
  std::string gap;
  for (const Finding* finding : topic.findings) {
    const auto pair = Positions(view, view.Claims(finding->claims));
    if (gap.empty() && pair.size() == 2)
      gap = GapText(*pair[0].front(), *pair[1].front()).value_or("");
  }
  return fmt::format("| {} | {} | {} | {} | {} |\n", number, MarkdownText(TopicKinds(topic)),
                     MarkdownText(TopicTitle(view, topic)), sides, gap);
}

std::string BySeverity(const Run& run) {
  std::size_t counts[3] = {0, 0, 0};
  for (const Finding& finding : run.comparison.findings) {
    if (IsDisagreement(finding.kind)) ++counts[static_cast<int>(finding.severity)];
  }
  return fmt::format("{}, {}, {}", Count(counts[2], "error", "errors"),
                     Count(counts[1], "warning", "warnings"), Count(counts[0], "note", "notes"));
}

std::string Opening(const RunView& view, std::size_t disagreements) {
  const Run& run = view.run();
  std::string out = "# Contradiction report\n\n";
  out += fmt::format("**{}**{} in {} with {} about {}. {} did not become claims.\n\n",
                     Count(disagreements, "disagreement", "disagreements"),
                     disagreements > 0 ? " (" + BySeverity(run) + ")" : "",
                     Count(run.articles.size(), "article", "articles"),
                     Count(run.extraction.claims.size(), "claim", "claims"),
                     Count(run.comparison.events.size(), "event", "events"),
                     Count(run.extraction.refused.size(), "number", "numbers"));
  if (run.extraction.claims.empty()) {
    return out +
           "No claim was found, so nothing could be compared: this is no sign that the sources "
           "agree.\n\n";
  }
  if (const std::string left_out = LeftOutText(run.comparison.left_out); !left_out.empty())
    out += "Not all was compared: " + left_out + ".\n\n";
  if (disagreements == 0)
    return out + "No source contradicts another in what could be compared.\n\n";
  out += "| | Finding | On what | Who says what | Gap |\n|---|---|---|---|---|\n";
  std::size_t number = 0;
  for (const Topic& topic : Topics(view)) {
    if (++number <= kFirstScreen) out += FirstRow(view, topic, number);
  }
  if (number > kFirstScreen) out += fmt::format("\n{} more stand below.\n", number - kFirstScreen);
  return out + "\n";
}

}  // namespace

std::string MoreText(std::size_t all, std::size_t shown) {
  return all > shown ? fmt::format("\n... and {} more (the JSON output has all).\n", all - shown)
                     : "";
}

std::string RenderMarkdown(const Run& run, const ReportNames& names) {
  const RunView view(run, names);
  const auto disagreements = static_cast<std::size_t>(
      std::count_if(run.comparison.findings.begin(), run.comparison.findings.end(),
                    [](const Finding& finding) { return IsDisagreement(finding.kind); }));
  std::string out = Opening(view, disagreements);
  out += MarkdownFindings(view) + MarkdownEvents(view) + MarkdownNotes(view) +
         MarkdownReviews(view) + MarkdownLimits(view) + MarkdownArticles(view);
  out += fmt::format(
      "---\n\nMade by counterclaim {} with rules {}. It finds disagreement; it does not say who is "
      "right.\n",
      COUNTERCLAIM_VERSION, MarkdownCode(run.rules_hash.substr(0, 19)));
  return out;
}

}  // namespace counterclaim
