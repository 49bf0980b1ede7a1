#include "anchor/article_date.h"

#include <algorithm>
#include <string_view>

#include "anchor/dates.h"
#include "anchor/towns.h"
#include "rulebook/cities.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kHead = 12;     // paragraphs in which a date line or dateline may stand
constexpr std::uint32_t kLine = 14;     // tokens of a date line
constexpr std::uint32_t kDateline = 9;  // tokens before the date of a dateline
constexpr std::uint32_t kAgency = 8;    // tokens between that date and its dash
constexpr std::uint32_t kHandle = 8;    // tokens of "(@handle)"

bool IsDash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("—") || text.starts_with("–");
}

class Reader {
 public:
  Reader(const TextLayer& layer, const Language& language, const Document& document)
      : layer_(layer), language_(language), text_(document.text) {}

  std::optional<Day> DateLine() const {
    for (const TimeExpression& time : Complete()) {
      const Paragraph& paragraph = ParagraphOf(time);
      if (&paragraph - layer_.paragraphs.data() >= kHead) break;
      const std::uint32_t first = FirstToken(paragraph);
      if (EndToken(paragraph) - first <= kLine && !EndsInStop(paragraph) &&
          Words(paragraph, time) <= kLine / 3) {
        return time.value.days.first;
      }
    }
    return std::nullopt;
  }

  std::optional<Day> Post() const {
    for (const TimeExpression& time : Complete()) {
      const std::uint32_t begin = layer_.sentences[time.sentence].first_token;
      if (time.first_token <= begin || First(time.first_token - 1) != ')') continue;
      for (std::uint32_t i = time.first_token - 1; i > begin && time.first_token - i < kHandle;
           --i) {
        if (First(i - 1) == '@') return time.value.days.first;
      }
    }
    return std::nullopt;
  }

  // "ISLAMABAD, Oct 18 (Agency) -", "YEREVAN, 20 September."
  std::optional<Day> Dateline(std::optional<Day> near) const {
    for (const TimeExpression& time : FindDates(text_, layer_, language_, near)) {
      const Paragraph& paragraph = ParagraphOf(time);
      if (&paragraph - layer_.paragraphs.data() >= kHead) break;
      const std::uint32_t first = FirstToken(paragraph);
      const bool single =
          time.value.days.first == time.value.days.last && time.value.role != TimeRole::kWindow;
      if (!single || time.first_token == first || time.first_token - first > kDateline) continue;
      if (layer_.tokens[first].all_capitals && HasDigit(time) && IsHead(first, time.first_token) &&
          EndsHead(time)) {
        return time.value.days.first;
      }
    }
    return std::nullopt;
  }

 private:
  char First(std::uint32_t token) const { return text_[layer_.tokens[token].span.begin]; }
  const Paragraph& ParagraphOf(const TimeExpression& time) const {
    return layer_.paragraphs[layer_.sentences[time.sentence].paragraph];
  }
  std::uint32_t FirstToken(const Paragraph& p) const {
    return layer_.sentences[p.first_sentence].first_token;
  }
  std::uint32_t EndToken(const Paragraph& p) const {
    return layer_.sentences[p.end_sentence - 1].end_token;
  }
  bool EndsInStop(const Paragraph& p) const { return First(EndToken(p) - 1) == '.'; }

  bool HasDigit(const TimeExpression& time) const {
    const std::string_view words =
        std::string_view(text_).substr(time.span.begin, time.span.size());
    return words.find_first_of("0123456789") != std::string_view::npos;
  }

  // Dates of one day with their year.
  std::vector<TimeExpression> Complete() const {
    std::vector<TimeExpression> all = FindDates(text_, layer_, language_, std::nullopt);
    std::erase_if(all, [](const TimeExpression& time) {
      return time.value.days.first != time.value.days.last || time.value.role != TimeRole::kEvent;
    });
    return all;
  }

  // Words of a line beside its date.
  std::uint32_t Words(const Paragraph& paragraph, const TimeExpression& time) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = FirstToken(paragraph); i < EndToken(paragraph); ++i) {
      const bool inside = i >= time.first_token && i < time.end_token;
      count += !inside && layer_.tokens[i].kind == TokenKind::kWord ? 1 : 0;
    }
    return count;
  }

  // Nothing but names and marks before the date.
  bool IsHead(std::uint32_t first, std::uint32_t end) const {
    return std::all_of(
        layer_.tokens.begin() + first, layer_.tokens.begin() + end,
        [](const Token& token) { return token.kind != TokenKind::kWord || token.capital; });
  }

  // A dash, colon or stop follows, after the name of an agency at most.
  bool EndsHead(const TimeExpression& time) const {
    const std::uint32_t end =
        std::min(layer_.sentences[time.sentence].end_token, time.end_token + kAgency);
    for (std::uint32_t i = time.end_token; i < end; ++i) {
      const Token& token = layer_.tokens[i];
      const char c = First(i);
      if (token.kind == TokenKind::kWord && !token.capital) return false;
      if (c == ':' || c == '.' || IsDash(std::string_view(text_).substr(token.span.begin)))
        return true;
    }
    return false;
  }

  const TextLayer& layer_;
  const Language& language_;
  const std::string& text_;
};

}  // namespace

void FindDateline(const TextLayer& layer, Document* document) {
  constexpr std::uint32_t kTown = 4, kHeading = 14;  // tokens of the town, up to the dash
  const std::string& text = document->text;
  const auto first_byte = [&](std::uint32_t at) { return text[layer.tokens[at].span.begin]; };
  if (layer.sentences.empty() || layer.tokens.empty()) return;
  const std::uint32_t end = layer.sentences.front().end_token;
  std::uint32_t at = 0;
  while (at < std::min(end, kTown) && layer.tokens[at].all_capitals) ++at;
  if (at == 0 || at >= end || first_byte(at) == '/') return;
  const Span town{layer.tokens.front().span.begin, layer.tokens[at - 1].span.end};
  const std::string key = TownKey(std::string_view(text).substr(town.begin, town.size()));
  // "TRAVEL:" is the name of a page.
  bool ends = first_byte(at) == ':' && !FindCities(key).empty();
  for (std::uint32_t i = at; i < std::min(end, kHeading) && !ends; ++i) {
    const Token& token = layer.tokens[i];
    if (token.kind == TokenKind::kWord && !token.capital) return;
    ends = token.space_before && IsDash(std::string_view(text).substr(token.span.begin));
  }
  if (ends) document->dateline = key;
}

void FindArticleDate(const TextLayer& layer, const Language& language, Document* document) {
  const bool settled =
      document->date_from != DateFrom::kNone && document->date_from != DateFrom::kFileName;
  if (settled || layer.sentences.empty()) return;
  const Reader reader(layer, language, *document);
  const auto line = reader.DateLine();
  const auto post = reader.Post();
  const auto near = line ? line : document->date ? document->date : post;
  const auto set = [&](std::optional<Day> day, DateFrom from) {
    document->date = day;
    document->date_from = from;
  };
  if (const auto dateline = reader.Dateline(near)) return set(dateline, DateFrom::kDateline);
  if (line) return set(line, DateFrom::kDateLine);
  if (!document->date && post) set(post, DateFrom::kPost);
}

}  // namespace counterclaim
