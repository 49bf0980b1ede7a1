#include <fmt/format.h>

#include "report/escape.h"
#include "report/markdown.h"

namespace counterclaim {

namespace {

constexpr std::size_t kLongest = 90;  // code points of a passage that are shown

std::string Cut(const std::string& text) {
  std::size_t points = 0, at = 0;
  for (; at < text.size(); ++at) {
    if ((text[at] & 0xC0) != 0x80 && ++points > kLongest) break;
  }
  return at < text.size() ? text.substr(0, at) + "…" : text;
}

std::string RepeatText(const RunView& view, const Document& article, const Repeat& repeat) {
  const std::string words = view.Words(article.id, repeat.span);
  std::string out = fmt::format("- {}: ", MarkdownCode(article.id.text));
  out += words.empty() ? fmt::format("bytes {} to {}", repeat.span.begin, repeat.span.end)
                       : "“" + MarkdownText(Cut(words)) + "”";
  if (const auto* other = std::get_if<ArticleId>(&repeat.of))
    return out + " stands in " + MarkdownCode(other->text) + " as well\n";
  const FilePlace place =
      article.text.empty() ? FilePlace() : FindPlace(article, std::get<Span>(repeat.of));
  return out + (article.text.empty() ? " says again what the article says elsewhere\n"
                                     : fmt::format(" says again what line {} says\n", place.line));
}

}  // namespace

std::string MarkdownArticles(const RunView& view) {
  std::map<ArticleId, std::size_t> claims;
  for (const Claim& claim : view.run().extraction.claims) ++claims[claim.article];
  std::string out =
      "## Articles\n\n| Article | Publisher | Date | The date is from | Title | Claims |\n"
      "|---|---|---|---|---|---|\n";
  std::string repeats;
  for (const Document& article : view.run().articles) {
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", MarkdownCode(article.id.text),
                       MarkdownText(article.source.value_or("unknown")),
                       article.date ? ToText(*article.date) : "unknown",
                       article.date ? WhereFrom(article.date_from) : "",
                       MarkdownText(article.title.value_or("")), claims[article.id]);
    for (const Repeat& repeat : article.repeats) repeats += RepeatText(view, article, repeat);
  }
  out += "\n";
  if (!repeats.empty()) out += "### Passages that say something twice\n\n" + repeats + "\n";
  return out;
}

}  // namespace counterclaim
