#include <fmt/format.h>

#include <algorithm>

#include "report/escape.h"
#include "report/markdown.h"

namespace counterclaim {

namespace {

constexpr std::size_t kShown = 50;  // rows of one list; the JSON has them all

std::string More(std::size_t count) {
  return count > kShown ? fmt::format("\n... and {} more (see the JSON output).\n", count - kShown)
                        : "";
}

std::string EventTitle(const RunView& view, const Event& event) {
  std::string text = event.id.text;
  for (std::size_t i = 0; i < event.parties.size(); ++i)
    text += (i > 0 ? ", " : ": ") + view.Party(event.parties[i]);
  if (event.when) text += "; " + ToText(event.when->days);
  if (event.place && (event.place->text || event.place->id)) {
    text += "; " + (event.place->text ? *event.place->text : event.place->id->text);
  }
  return text;
}

std::string ClaimPair(const RunView& view, const std::vector<ClaimId>& ids) {
  std::string text;
  for (const Claim* claim : view.Claims(ids)) {
    if (!text.empty()) text += " / ";
    text +=
        MarkdownText(view.Source(*claim) + ": " + FigureText(*claim) + " " + view.Counted(*claim)) +
        " " + MarkdownCode(view.Where(*claim));
  }
  return text;
}

std::string Refusals(const RunView& view) {
  const auto& refused = view.run().extraction.refused;
  if (refused.empty()) return "";
  std::map<std::string, std::vector<std::string>> by_reason;
  for (const Refused& each : refused) by_reason[ToText(each.reason)].push_back(each.text);
  std::string out =
      "## Numbers that are no claims\n\n| Reason | Count | For example |\n|---|---|---|\n";
  for (auto& [reason, texts] : by_reason) {
    const std::size_t count = texts.size();
    std::string examples;
    std::vector<std::string> seen;
    for (const std::string& text : texts) {
      if (seen.size() == 5) break;
      if (std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
      seen.push_back(text);
      examples += (examples.empty() ? "" : "; ") + MarkdownText(text);
    }
    out += fmt::format("| {} | {} | {} |\n", reason, count, examples);
  }
  return out + "\n";
}

}  // namespace

std::string MarkdownEvents(const RunView& view) {
  if (view.run().comparison.events.empty()) return "";
  std::string out = "## Events\n\n";
  for (const Event& event : view.run().comparison.events) {
    auto claims = view.Claims(event.claims);
    std::stable_sort(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) {
      return std::make_pair(view.Counted(*a), view.Source(*a)) <
             std::make_pair(view.Counted(*b), view.Source(*b));
    });
    out += "### " + MarkdownText(EventTitle(view, event)) + "\n\n";
    out +=
        "| What is counted | Source | Figure | Stance | Scope | When | Where it says so "
        "|\n|---|---|---|---|---|---|---|\n";
    for (const auto& position : Positions(view, claims)) {
      const Claim& claim = *position.front();
      std::string where = MarkdownCode(view.Where(claim));
      if (position.size() > 1) where += fmt::format(" and {} more", position.size() - 1);
      out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n",
                         MarkdownText(view.Counted(claim)), MarkdownText(view.Source(claim)),
                         MarkdownText(FigureText(claim)), ToText(claim.stance), ToText(claim.scope),
                         claim.when ? ToText(claim.when->days) : "unknown", where);
    }
    out += "\n";
  }
  return out;
}

std::string MarkdownNotes(const RunView& view) {
  std::map<Kind, std::string> by_kind;
  for (const Finding& finding : view.run().comparison.findings) {
    if (IsDisagreement(finding.kind)) continue;
    by_kind[finding.kind] +=
        fmt::format("- {} ({})\n", MarkdownText(finding.why), ClaimPair(view, finding.claims));
  }
  if (by_kind.empty()) return "";
  std::string out = "## Further relations\n\n";
  for (const auto& [kind, lines] : by_kind) out += "### " + Heading(kind) + "\n\n" + lines + "\n";
  return out;
}

std::string MarkdownLimits(const RunView& view) {
  const Run& run = view.run();
  std::string out;
  const auto& candidates = run.comparison.candidates;
  if (!candidates.empty()) {
    out += "## Candidates\n\nWould be findings if what is missing were known.\n\n";
    for (std::size_t i = 0; i < candidates.size() && i < kShown; ++i) {
      out +=
          fmt::format("- {}, missing {}: {}\n", Heading(candidates[i].would_be),
                      MarkdownText(candidates[i].missing), ClaimPair(view, candidates[i].claims));
    }
    out += More(candidates.size()) + "\n";
  }
  const auto& apart = run.comparison.not_comparable;
  if (!apart.empty()) {
    out += "## What could not be compared\n\n";
    for (std::size_t i = 0; i < apart.size() && i < kShown; ++i) {
      out += fmt::format("- {}: {}\n", MarkdownText(apart[i].reason),
                         ClaimPair(view, apart[i].claims));
    }
    out += More(apart.size() + run.comparison.not_comparable_left_out) + "\n";
  }
  out += Refusals(view);
  const auto& unread = run.extraction.unread;
  if (!unread.empty()) {
    out += "## Sentences that could not be read\n\n";
    for (std::size_t i = 0; i < unread.size() && i < kShown; ++i) {
      out += fmt::format("- {} bytes {} to {}: {}\n", MarkdownCode(unread[i].article.text),
                         unread[i].span.begin, unread[i].span.end, MarkdownText(unread[i].reason));
    }
    out += More(unread.size()) + "\n";
  }
  return out;
}

std::string MarkdownArticles(const RunView& view) {
  std::map<ArticleId, std::size_t> claims;
  for (const Claim& claim : view.run().extraction.claims) ++claims[claim.article];
  std::string out =
      "## Articles\n\n| Article | Publisher | Date | Date from | Title | Claims | Repeats "
      "|\n|---|---|---|---|---|---|---|\n";
  for (const Document& article : view.run().articles) {
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", MarkdownCode(article.id.text),
                       MarkdownText(article.source.value_or("unknown")),
                       article.date ? ToText(*article.date) : "unknown",
                       article.date ? ToText(article.date_from) : "",
                       MarkdownText(article.title.value_or("")), claims[article.id],
                       article.repeats.size());
  }
  return out + "\n";
}

}  // namespace counterclaim
