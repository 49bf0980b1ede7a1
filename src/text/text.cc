#include "text/text.h"

#include <algorithm>

#include "text/token.h"

namespace counterclaim {

namespace {

using Tokens = std::vector<Token>;

// Later stages look at every pair of words of a sentence; one without an end
// is cut.
constexpr std::uint32_t kLongestSentence = 400;

// What one punctuation token means for sentences and quotations.
enum class Mark : std::uint8_t { kNone, kStop, kOpenQuote, kCloseQuote, kEitherQuote, kBracket };

Mark MarkOf(std::string_view word) {
  if (word == "." || word == "!" || word == "?" || word == "…" || word == "。" || word == "؟" || word == "۔") {
    return Mark::kStop;
  }
  if (word == "“" || word == "«" || word == "„") return Mark::kOpenQuote;
  if (word == "”" || word == "»") return Mark::kCloseQuote;
  if (word == "\"") return Mark::kEitherQuote;
  if (word == ")" || word == "]" || word == "’" || word == "'") return Mark::kBracket;
  return Mark::kNone;
}

class Reader {
 public:
  Reader(std::string_view text, const Language& language) : text_(text), language_(language) {}

  TextLayer Read() {
    const std::uint32_t size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t begin = 0; begin < size;) {
      const std::size_t stop = std::min<std::size_t>(text_.find('\n', begin), size);
      AddParagraph({begin, static_cast<std::uint32_t>(stop)});
      begin = static_cast<std::uint32_t>(stop) + 1;
    }
    return std::move(layer_);
  }

 private:
  std::string_view Word(const Token& token) const { return text_.substr(token.span.begin, token.span.size()); }

  void AddParagraph(Span line) {
    const auto first = static_cast<std::uint32_t>(layer_.tokens.size());
    Tokenize(text_, line, language_, &layer_.tokens);
    const auto end = static_cast<std::uint32_t>(layer_.tokens.size());
    if (first == end) return;
    Paragraph paragraph;
    paragraph.span = {layer_.tokens[first].span.begin, layer_.tokens[end - 1].span.end};
    paragraph.first_sentence = static_cast<std::uint32_t>(layer_.sentences.size());
    paragraph.kind = KindOf(first, end);
    AddSentences(first, end);
    AddQuotations(first, end);
    paragraph.end_sentence = static_cast<std::uint32_t>(layer_.sentences.size());
    layer_.paragraphs.push_back(paragraph);
  }

  ParagraphKind KindOf(std::uint32_t first, std::uint32_t end) const {
    const Tokens& tokens = layer_.tokens;
    const auto is_word = [](const Token& token) { return token.kind == TokenKind::kWord; };
    const bool furniture = std::all_of(tokens.begin() + first, tokens.begin() + end, [&](const Token& token) {
      return !is_word(token) || language_.text.furniture.contains(token.word);
    });
    if (furniture && std::any_of(tokens.begin() + first, tokens.begin() + end, is_word)) {
      return ParagraphKind::kFurniture;
    }
    constexpr std::uint32_t kLongestHeading = 18;
    const Mark last = MarkOf(Word(tokens[end - 1]));
    const bool ends = last == Mark::kStop || last == Mark::kCloseQuote || last == Mark::kEitherQuote;
    return !ends && end - first <= kLongestHeading ? ParagraphKind::kHeading : ParagraphKind::kBody;
  }

  // A stop ends the sentence unless it follows an abbreviation or an initial,
  // or the next word goes on in small letters.
  bool EndsSentence(std::uint32_t at, std::uint32_t next, std::uint32_t first, std::uint32_t end) const {
    const Tokens& tokens = layer_.tokens;
    if (next >= end) return true;
    if (!tokens[next].space_before) return false;
    const bool small = tokens[next].kind == TokenKind::kWord && !tokens[next].capital;
    if (Word(tokens[at]) != ".") return !small;
    if (small) return false;
    if (at == first || tokens[at].space_before) return true;
    const Token& before = tokens[at - 1];
    if (before.kind != TokenKind::kWord) return true;
    const bool initial = before.span.size() == 1 && before.capital;
    return !initial && !language_.text.abbreviations.contains(before.word);
  }

  void AddSentences(std::uint32_t first, std::uint32_t end) {
    const Tokens& tokens = layer_.tokens;
    std::uint32_t begin = first;
    for (std::uint32_t i = first; i < end; ++i) {
      if (i - begin >= kLongestSentence) {
        AddSentence(begin, i);
        begin = i;
      }
      if (MarkOf(Word(tokens[i])) != Mark::kStop) continue;
      std::uint32_t next = i + 1;
      while (next < end && !tokens[next].space_before && ClosesAfterStop(Word(tokens[next]))) ++next;
      if (!EndsSentence(i, next, begin, end)) continue;
      AddSentence(begin, next);
      begin = next;
      i = next - 1;
    }
    if (begin < end) AddSentence(begin, end);
  }

  static bool ClosesAfterStop(std::string_view word) {
    const Mark mark = MarkOf(word);
    return mark == Mark::kCloseQuote || mark == Mark::kEitherQuote || mark == Mark::kBracket || mark == Mark::kStop;
  }

  void AddSentence(std::uint32_t first, std::uint32_t end) {
    Sentence sentence;
    sentence.first_token = first;
    sentence.end_token = end;
    sentence.span = {layer_.tokens[first].span.begin, layer_.tokens[end - 1].span.end};
    sentence.paragraph = static_cast<std::uint32_t>(layer_.paragraphs.size());
    sentence.candidate = true;
    layer_.sentences.push_back(sentence);
  }

  // Two apostrophes stand for a quotation mark in plain type.
  bool DoubledApostrophe(std::uint32_t at, std::uint32_t end) const {
    if (at + 1 >= end || layer_.tokens[at].span.end != layer_.tokens[at + 1].span.begin) return false;
    return Word(layer_.tokens[at]) == "'" && Word(layer_.tokens[at + 1]) == "'";
  }

  void AddQuotations(std::uint32_t first, std::uint32_t end) {
    Span open;
    bool inside = false;
    for (std::uint32_t i = first; i < end; ++i) {
      Span span = layer_.tokens[i].span;
      Mark mark = MarkOf(Word(layer_.tokens[i]));
      if (DoubledApostrophe(i, end)) {
        span.end = layer_.tokens[++i].span.end;
        mark = Mark::kEitherQuote;
      }
      const bool opens = mark == Mark::kOpenQuote || (mark == Mark::kEitherQuote && !inside);
      const bool closes = mark == Mark::kCloseQuote || (mark == Mark::kEitherQuote && inside);
      if (opens && !inside) {
        open = span;
        inside = true;
      } else if (closes && inside) {
        layer_.quotations.push_back({{open.begin, span.end}, {open.end, span.begin}, 0, true});
        inside = false;
      }
    }
    if (!inside) return;
    const std::uint32_t stop = layer_.tokens[end - 1].span.end;
    layer_.quotations.push_back({{open.begin, stop}, {open.end, stop}, 0, false});
  }

  std::string_view text_;
  const Language& language_;
  TextLayer layer_;
};

}  // namespace

TextLayer ReadText(std::string_view text, const Language& language, bool /*whole_text*/) {
  return Reader(text, language).Read();
}

}  // namespace counterclaim
