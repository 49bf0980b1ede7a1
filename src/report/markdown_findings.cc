#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/escape.h"
#include "report/markdown.h"
#include "report/topic.h"

namespace counterclaim {

namespace {

constexpr std::size_t kShown = 12;  // positions of one topic that are quoted

// The articles of the run as one would type them: their folder where they
// share one, else the first of them.
std::string Inputs(const RunView& view) {
  std::set<std::string> paths, folders;
  for (const Document& article : view.run().articles) {
    paths.insert(article.path);
    const std::size_t slash = article.path.rfind('/');
    folders.insert(slash == std::string::npos ? "" : article.path.substr(0, slash));
  }
  if (paths.size() > 3 && folders.size() == 1 && !folders.begin()->empty())
    return " " + ShellWord(*folders.begin());
  std::string text;
  for (const std::string& path : paths) {
    if (text.size() > 200) return text + " ...";
    text += " " + ShellWord(path);
  }
  return text;
}

// The sentence with its number in bold.
std::string Quotation(const Claim& claim) {
  const std::string& text = claim.sentence_text;
  const Span number = claim.quantity.span;
  const std::uint32_t begin = claim.sentence.begin;
  const bool inside = number.begin >= begin && number.begin < number.end &&
                      number.end - begin <= text.size() && !claim.quantity.implicit;
  if (!inside) return MarkdownText(text);
  const std::string bold = text.substr(number.begin - begin, number.size());
  return MarkdownText(text.substr(0, number.begin - begin)) + "**" + MarkdownText(bold) + "**" +
         MarkdownText(text.substr(number.end - begin));
}

std::string Origin(const RunView& view, const Claim& claim) {
  std::string text = MarkdownText(view.Outlet(claim));
  const Document* article = view.FindArticle(claim.article);
  if (article != nullptr && article->date) text += ", " + ToText(*article->date);
  if (claim.in_title) text += ", headline";
  return text + ", " + MarkdownCode(view.Where(claim));
}

std::string PositionText(const RunView& view, const std::vector<const Claim*>& position,
                         std::size_t index) {
  const Claim& first = *position.front();
  std::string out =
      fmt::format("**{}. {}: {}** – {}", PositionMark(index), MarkdownText(view.Source(first)),
                  MarkdownText(FigureAndStance(first)), MarkdownText(view.Counted(first)));
  if (first.when) out += ", " + ToText(first.when->days);
  out += "\n\n";
  if (!first.sentence_text.empty()) out += "> “" + Quotation(first) + "”\n>\n";
  out += "> " + Origin(view, first) + "\n";
  for (std::size_t i = 1; i < position.size() && i < 5; ++i)
    out += (i == 1 ? ">\n> Also " : "; ") + Origin(view, *position[i]);
  if (position.size() > 5) out += fmt::format("; and {} more", position.size() - 5);
  return out + (position.size() > 1 ? "\n" : "");
}

std::string Conventions(const Finding& finding, std::size_t most) {
  if (finding.holds_under.empty()) return "";
  std::string names;
  for (const std::string& convention : finding.holds_under)
    names += (names.empty() ? "" : ", ") + convention;
  return (finding.holds_under.size() < most ? " Stands only under the conventions "
                                            : " Stands under the conventions ") +
         MarkdownText(names) + ".";
}

// `most`: as many conventions as stand by any finding.
std::string FindingText(const RunView& view, const Topic& topic, const Finding& finding,
                        std::size_t most) {
  std::string out = fmt::format("- **{}** ({}) of {}", Heading(finding.kind),
                                ToText(finding.severity), MarksOf(view, topic, finding));
  for (const Kind label : finding.labels) out += ", also " + Heading(label);
  const auto pair = Positions(view, view.Claims(finding.claims));
  if (pair.size() == 2) {
    if (const auto gap = GapText(*pair[0].front(), *pair[1].front())) out += ": " + *gap;
  }
  out += ".";
  if (!finding.why.empty()) {
    out += " " + MarkdownText(finding.why);
    if (!finding.why.ends_with('.')) out += ".";
  }
  for (const std::string& hint : finding.hints) out += " Hint: " + MarkdownText(hint) + ".";
  if (!finding.event_why.empty()) out += " Event: " + MarkdownText(finding.event_why) + ".";
  const std::string about = view.AboutRule(finding.rule);
  out += " Rule " + MarkdownCode(finding.rule.text);
  out += (about.empty() ? "." : ": " + MarkdownText(about)) + Conventions(finding, most);
  if (finding.state != FindingState::kNew) out += " State: " + ToText(finding.state) + ".";
  return out + " " + MarkdownCode("counterclaim explain " + ShellWord(finding.id) + Inputs(view)) +
         "\n";
}

std::string TopicText(const RunView& view, const Topic& topic, std::size_t number,
                      std::size_t most) {
  std::string out = fmt::format("### {}. {}\n\n", number, MarkdownText(TopicTitle(view, topic)));
  for (std::size_t i = 0; i < topic.positions.size(); ++i) {
    if (i < kShown) out += PositionText(view, topic.positions[i], i) + "\n";
  }
  if (topic.positions.size() > kShown)
    out += fmt::format("{} more positions stand in the table of the event.\n\n",
                       topic.positions.size() - kShown);
  for (const Finding* finding : topic.findings) out += FindingText(view, topic, *finding, most);
  return out + "\n";
}

}  // namespace

std::string MarkdownFindings(const RunView& view) {
  std::string out;
  std::size_t number = 0, most = 0;
  for (const Finding& finding : view.run().comparison.findings)
    most = std::max(most, finding.holds_under.size());
  for (const Topic& topic : Topics(view)) out += TopicText(view, topic, ++number, most);
  return out.empty() ? "" : "## Who contradicts whom\n\n" + out;
}

}  // namespace counterclaim
