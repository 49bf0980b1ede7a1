#include <fmt/format.h>

#include <algorithm>

#include "report/escape.h"
#include "report/markdown.h"

namespace counterclaim {

namespace {

constexpr std::size_t kShown = 50;    // rows of one list; the JSON has them all
constexpr std::size_t kExamples = 6;  // of one reason

std::string Brief(const RunView& view, const Claim& claim) {
  return MarkdownText(view.Source(claim)) + ": **" + MarkdownText(FigureText(claim)) + "** " +
         MarkdownText(view.Counted(claim)) + " " + MarkdownCode(view.Where(claim));
}

std::string Pair(const RunView& view, const std::vector<ClaimId>& ids) {
  std::string text;
  for (const Claim* claim : view.Claims(ids))
    text += (text.empty() ? "" : "; ") + Brief(view, *claim);
  return text;
}

std::string Candidates(const RunView& view) {
  const auto& candidates = view.run().comparison.candidates;
  if (candidates.empty()) return "";
  std::string out =
      "## Candidates\n\nWould be findings if what is missing were known.\n\n"
      "| Would be | Missing | Claims |\n|---|---|---|\n";
  for (std::size_t i = 0; i < candidates.size() && i < kShown; ++i) {
    out += fmt::format("| {} | {} | {} |\n", Heading(candidates[i].would_be),
                       MarkdownText(candidates[i].missing), Pair(view, candidates[i].claims));
  }
  return out + MoreText(candidates.size(), kShown) + "\n";
}

std::string Apart(const RunView& view) {
  const Comparison& comparison = view.run().comparison;
  if (comparison.not_comparable.empty()) return "";
  std::map<std::string, std::string> by_reason;
  std::size_t shown = 0;
  for (const NotComparable& pair : comparison.not_comparable) {
    if (shown++ < kShown) by_reason[pair.reason] += "- " + Pair(view, pair.claims) + "\n";
  }
  std::string out = "## What could not be compared\n\n";
  for (const auto& [reason, lines] : by_reason)
    out += "### By " + MarkdownText(WhyApart(reason)) + "\n\n" + lines + "\n";
  const std::size_t all = comparison.not_comparable.size() + comparison.not_comparable_left_out;
  return out + (all > kShown ? MoreText(all, kShown).substr(1) + "\n" : "");
}

std::string UnreadText(const RunView& view) {
  const auto& unread = view.run().extraction.unread;
  if (unread.empty()) return "";
  std::string out = "## Sentences that could not be read\n\n";
  for (std::size_t i = 0; i < unread.size() && i < kShown; ++i) {
    const std::string words = view.Words(unread[i].article, unread[i].span);
    const std::string shown =
        words.empty() ? fmt::format("bytes {} to {}", unread[i].span.begin, unread[i].span.end)
                      : "“" + MarkdownText(words) + "”";
    out += fmt::format("- {}: {} ({})\n", MarkdownCode(unread[i].article.text), shown,
                       MarkdownText(unread[i].reason));
  }
  return out + MoreText(unread.size(), kShown) + "\n";
}

}  // namespace

std::string MarkdownNotes(const RunView& view) {
  std::map<Kind, std::string> by_kind;
  for (const Finding& finding : view.run().comparison.findings) {
    if (IsDisagreement(finding.kind)) continue;
    by_kind[finding.kind] += fmt::format("- {}{}\n", Pair(view, finding.claims),
                                         finding.kind == Kind::kUnanswered || finding.why.empty()
                                             ? ""
                                             : ". " + MarkdownText(finding.why));
  }
  std::string out;
  for (const Kind kind : {Kind::kUnanswered, Kind::kTradedClaims}) {
    const auto found = by_kind.find(kind);
    if (found == by_kind.end()) continue;
    out += kind == Kind::kUnanswered
               ? "## Unanswered claims\n\nNo other source of these articles speaks of them.\n\n"
               : "## Traded claims\n\nTwo parties to one clash, each with a count of another "
                 "thing.\n\n";
    out += found->second + "\n";
    by_kind.erase(found);
  }
  if (!by_kind.empty()) out += "## Further relations\n\n";
  for (const auto& [kind, lines] : by_kind) out += "### " + Heading(kind) + "\n\n" + lines + "\n";
  return out;
}

std::string MarkdownReviews(const RunView& view) {
  const std::vector<Review>& reviews = view.run().reviews;
  if (reviews.empty()) return "";
  std::string out = "## Decided by people\n\nThese lines of the ledger overrule the program.\n\n";
  for (std::size_t i = 0; i < reviews.size() && i < kShown; ++i) {
    out += "- " + MarkdownText(ReviewText(reviews[i])) + ":";
    for (const ClaimId& id : reviews[i].claims) {
      const Claim* claim = view.FindClaim(id);
      out += (&id == &reviews[i].claims.front() ? " " : "; ") +
             (claim ? Brief(view, *claim) : MarkdownCode(id.text));
    }
    out += "\n";
  }
  return out + MoreText(reviews.size(), kShown) + "\n";
}

std::string MarkdownLimits(const RunView& view) {
  return Apart(view) + Candidates(view) + MarkdownRefusals(view) + UnreadText(view);
}

std::string MarkdownRefusals(const RunView& view) {
  std::map<std::string, std::vector<const Refused*>> by_reason;
  for (const Refused& each : view.run().extraction.refused)
    by_reason[ToText(each.reason)].push_back(&each);
  if (by_reason.empty()) return "";
  std::string out =
      "## Numbers that are no claims\n\n| Read as | Count | For example |\n|---|---|---|\n";
  for (const auto& [reason, list] : by_reason) {
    std::vector<std::string> seen;
    std::string examples;
    for (const Refused* each : list) {
      std::string words = view.Around(each->article, each->span);
      if (words.empty()) words = each->text;
      const bool again = std::find(seen.begin(), seen.end(), words) != seen.end();
      if (again || seen.size() == kExamples) continue;
      seen.push_back(words);
      examples += (examples.empty() ? "" : " · ") + MarkdownText(words);
    }
    out += fmt::format("| {} | {} | {} |\n", reason, list.size(), examples);
  }
  return out + "\n";
}

}  // namespace counterclaim
