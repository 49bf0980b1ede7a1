#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "report/escape.h"
#include "report/markdown.h"

namespace counterclaim {

namespace {

constexpr std::size_t kColumns = 6;  // sources that get a column of their own
constexpr std::size_t kShown = 50;

std::string EventTitle(const RunView& view, const Event& event) {
  std::string text;
  for (const PartyId& party : event.parties) text += (text.empty() ? "" : ", ") + view.Party(party);
  if (event.place && (event.place->text || event.place->id)) {
    text += text.empty() ? "" : "; ";
    text += event.place->text ? *event.place->text : event.place->id->text;
  }
  if (event.when) text += (text.empty() ? "" : "; ") + ToText(event.when->days);
  return event.id.text + (text.empty() ? "" : ": " + text);
}

// Whose column a claim stands in: a party with all its organs is one.
std::string Column(const RunView& view, const Claim& claim) {
  if (claim.source.party) return view.Party(Principal(*claim.source.party));
  if (claim.source.kind == SourceKind::kNarrator) return "articles in their own voice";
  return "others";
}

// Rows: what is counted. Columns: who counts it. Only worth a table where at
// least two sources speak.
std::string Matrix(const RunView& view, const std::vector<const Claim*>& claims) {
  std::map<std::string, std::size_t> columns;
  std::vector<std::string> names, rows;
  for (const Claim* claim : claims) {
    const std::string name = Column(view, *claim);
    if (columns.size() < kColumns && columns.emplace(name, names.size()).second)
      names.push_back(name);
    const std::string row = view.Counted(*claim);
    if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
  }
  if (names.size() < 2) return "";
  std::string out = "| |", line = "|---|";
  for (const std::string& name : names) out += " " + MarkdownText(name) + " |", line += "---|";
  out += "\n" + line + "\n";
  for (const std::string& row : rows) {
    std::vector<std::string> cells(names.size());
    for (const Claim* claim : claims) {
      const auto at = columns.find(Column(view, *claim));
      if (view.Counted(*claim) != row || at == columns.end()) continue;
      const std::string figure = FigureAndStance(*claim);
      std::string& cell = cells[at->second];
      if (("; " + cell + ";").find("; " + figure + ";") == std::string::npos)
        cell += (cell.empty() ? "" : "; ") + figure;
    }
    out += "| " + MarkdownText(row) + " |";
    for (const std::string& cell : cells) out += " " + MarkdownText(cell) + " |";
    out += "\n";
  }
  return out + "\n";
}

constexpr char kHead[] =
    "| What is counted | Source | Figure | Stance | Scope | When | Where it says so |\n"
    "|---|---|---|---|---|---|---|\n";

std::string Row(const RunView& view, const std::vector<const Claim*>& position) {
  const Claim& claim = *position.front();
  std::string where = MarkdownCode(view.Where(claim));
  if (position.size() > 1) where += fmt::format(" and {} more", position.size() - 1);
  std::string scope = ToText(claim.scope);
  if (claim.part_of) scope += ", part of a larger figure";
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", MarkdownText(view.Counted(claim)),
                     MarkdownText(view.Source(claim)), MarkdownText(FigureText(claim)),
                     ToText(claim.stance), scope, claim.when ? ToText(claim.when->days) : "unknown",
                     where);
}

}  // namespace

std::string MarkdownEvents(const RunView& view) {
  std::string out, alone;
  std::size_t singles = 0;
  for (const Event& event : view.run().comparison.events) {
    auto claims = view.Claims(event.claims);
    std::stable_sort(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) {
      return std::make_tuple(view.Counted(*a), view.Source(*a)) <
             std::make_tuple(view.Counted(*b), view.Source(*b));
    });
    const auto positions = Positions(view, claims);
    if (positions.size() == 1) {
      if (++singles <= kShown) alone += Row(view, positions.front());
      continue;
    }
    out += "### " + MarkdownText(EventTitle(view, event)) + "\n\n" + Matrix(view, claims) + kHead;
    for (const auto& position : positions) out += Row(view, position);
    out += "\n";
  }
  if (!alone.empty())
    out += "### Claims that no other claim can be set beside\n\n" + (kHead + alone) +
           MoreText(singles, kShown) + "\n";
  return out.empty() ? "" : "## Events\n\n" + out;
}

std::string RenderClaimsMarkdown(const Run& run, const ReportNames& names, bool refused) {
  const RunView view(run, names);
  std::string out = fmt::format("# Claims\n\n{} in {}.\n\n",
                                Count(run.extraction.claims.size(), "claim", "claims"),
                                Count(run.articles.size(), "article", "articles"));
  if (!run.extraction.claims.empty()) out += kHead;
  for (const Claim& claim : run.extraction.claims) out += Row(view, {&claim});
  out += "\n";
  return refused ? out + MarkdownRefusals(view) : out;
}

}  // namespace counterclaim
