#include "text/layout.h"

#include <algorithm>

#include "text/characters.h"
#include "text/token.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kHeadingWords = 18, kRowWords = 14, kCaptionWords = 60;
constexpr std::uint32_t kHead = 400;  // bytes of a paragraph that are looked at
constexpr std::uint32_t kTail = 160;

class Layout {
 public:
  Layout(std::string_view text, const ScannedParagraph& scanned, const Language& language)
      : text_(text), span_(scanned.span), scanned_(scanned), language_(language) {}

  ParagraphKind Find() {
    const char first = text_[span_.begin], second = span_.size() > 1 ? text_[span_.begin + 1] : ' ';
    if (first == '#') return ParagraphKind::kHeading;
    if (first == '>' && second == ' ') return ParagraphKind::kPullQuote;
    if (IsPost()) return ParagraphKind::kPost;
    const bool closed = EndsClosed();
    if (scanned_.words <= kRowWords || (scanned_.first_bits & kScanLayout) ||
        (!closed && EndsInBracket())) {
      Tokenize(text_, {span_.begin, std::min(span_.end, span_.begin + kHead)}, language_, &tokens_);
      if (const auto kind = ByWords()) return *kind;
    }
    if (IsItem(first, second)) return ParagraphKind::kListItem;
    return !closed && scanned_.words <= kHeadingWords ? ParagraphKind::kHeading
                                                      : ParagraphKind::kBody;
  }

 private:
  std::int32_t Last() const {
    std::uint32_t at = span_.end - 1;
    while (at > span_.begin && (text_[at] & 0xC0) == 0x80) --at;
    return CharacterAt(text_, at, span_.end).code;
  }

  bool EndsClosed() const {
    const std::int32_t last = Last();
    return IsStop(last) || (IsQuote(last) && last != 0x201C);
  }

  bool EndsInBracket() const { return text_[span_.end - 1] == ')' || text_[span_.end - 1] == ']'; }

  // "... — Ministry of Foreign Affairs (@handle) October 18, 2025"
  bool IsPost() const {
    const std::uint32_t begin = span_.size() > kTail ? span_.end - kTail : span_.begin;
    return text_.substr(begin, span_.end - begin).find("(@") != std::string_view::npos;
  }

  bool IsItem(char first, char second) const {
    if ((first == '-' || first == '*') && second == ' ') return true;
    const std::int32_t code = CharacterAt(text_, span_.begin, span_.end).code;
    if (code == 0x2022 || code == 0xB7 || code == 0x25AA || code == 0x25CF) return true;
    if (code == 0x2013 || code == 0x2014) return text_.substr(span_.begin + 3, 1) == " ";
    std::uint32_t at = span_.begin;
    while (at < span_.end && at < span_.begin + 3 && ClassOf(text_[at]) == ByteClass::kDigit) ++at;
    return at > span_.begin && at + 1 < span_.end && (text_[at] == '.' || text_[at] == ')') &&
           text_[at + 1] == ' ';
  }

  bool Starts(const PhraseTable& table) const {
    return table.Longest(tokens_, 0, static_cast<std::uint32_t>(tokens_.size())).length > 0;
  }

  std::optional<ParagraphKind> ByWords() const {
    if (tokens_.empty()) return std::nullopt;
    if (IsFurniture()) return ParagraphKind::kFurniture;
    if (scanned_.words <= kRowWords && IsDateLine()) return ParagraphKind::kDateLine;
    if (scanned_.words <= kCaptionWords && (Starts(language_.text.caption_starts) || HasCredit()))
      return ParagraphKind::kCaption;
    return std::nullopt;
  }

  bool IsFurniture() const {
    if (Starts(language_.text.furniture_starts) && (!EndsClosed() || scanned_.words <= kRowWords))
      return true;
    bool word = false;
    for (const Token& token : tokens_) {
      if (token.kind != TokenKind::kWord) continue;
      word = true;
      if (!language_.text.furniture.contains(token.word)) return false;
    }
    return word;
  }

  // "Published October 18, 2025, 14:05 GMT"
  bool IsDateLine() const {
    bool number = false, word = false;
    for (const Token& token : tokens_) {
      number = number || token.kind == TokenKind::kNumber;
      if (token.kind != TokenKind::kWord) continue;
      const std::uint32_t roles = language_.numbers.At(token.word).roles;
      const bool date =
          (roles & (kMonthRole | kOrdinalEndRole)) || language_.text.date_line.contains(token.word);
      if (!date) return false;
      word = true;
    }
    return number && word && !EndsClosed();
  }

  // "... in Kabul, October 2025 [Name/AGENCY]"
  bool HasCredit() const {
    if (!EndsInBracket() || scanned_.words < 3) return false;
    const std::uint32_t tail = span_.size() > kTail ? span_.end - kTail : span_.begin;
    const std::size_t found =
        text_.substr(tail, span_.end - tail).rfind(text_[span_.end - 1] == ')' ? '(' : '[');
    if (found == std::string_view::npos) return false;
    const std::uint32_t open = tail + static_cast<std::uint32_t>(found);
    std::vector<Token> tokens;
    Tokenize(text_, {open, span_.end}, language_, &tokens);
    const auto size = static_cast<std::uint32_t>(tokens.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      if (language_.text.credits.Longest(tokens, i, size).length > 0) return true;
    }
    return false;
  }

  std::string_view text_;
  Span span_;
  const ScannedParagraph& scanned_;
  const Language& language_;
  std::vector<Token> tokens_;
};

}  // namespace

ParagraphKind KindOf(std::string_view text, const ScannedParagraph& scanned,
                     const Language& language) {
  return Layout(text, scanned, language).Find();
}

std::optional<std::uint16_t> TimeStamp(std::string_view text, Span paragraph,
                                       const Language& language) {
  std::uint32_t at = paragraph.begin;
  if (text[at] == '[' || text[at] == '(') ++at;
  const auto digits = [&](std::uint32_t most) {
    int value = -1;
    for (std::uint32_t i = 0;
         i < most && at < paragraph.end && ClassOf(text[at]) == ByteClass::kDigit; ++i, ++at) {
      value = std::max(value, 0) * 10 + (text[at] - '0');
    }
    return value;
  };
  int hour = digits(2);
  if (hour < 0 || hour > 23 || at >= paragraph.end) return std::nullopt;
  const char mark = text[at];
  if (mark != ':' && mark != '.') return std::nullopt;
  const std::uint32_t minute_at = ++at;
  const int minute = digits(2);
  if (at != minute_at + 2 || minute > 59) return std::nullopt;
  std::vector<Token> tokens;
  Tokenize(text, {at, std::min(paragraph.end, at + 24)}, language, &tokens);
  const auto size = static_cast<std::uint32_t>(tokens.size());
  const auto unit = language.numbers.units.Longest(tokens, 0, size);
  const bool clock =
      unit.length > 0 && unit.values->front() == static_cast<std::uint32_t>(NumberKind::kTime);
  if (hour < 12 && language.text.afternoon.Longest(tokens, 0, size).length > 0) hour += 12;
  const bool alone = tokens.empty() ||
                     (tokens[0].kind != TokenKind::kWord && tokens[0].kind != TokenKind::kNumber) ||
                     (tokens[0].space_before && tokens[0].capital);
  const bool figure = tokens.empty() || !tokens[0].capital;  // "18.25 The toll", not "18.25 metres"
  if (!clock && ((mark == '.' && (figure || !alone)) || !alone)) return std::nullopt;
  return static_cast<std::uint16_t>(hour * 60 + minute);
}

}  // namespace counterclaim
