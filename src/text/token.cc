#include "text/token.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string>

namespace counterclaim {

namespace {

constexpr UChar32 kCurlyApostrophe = 0x2019;
constexpr UChar32 kModifierApostrophe = 0x02BC;

bool IsApostrophe(UChar32 c) { return c == '\'' || c == kCurlyApostrophe || c == kModifierApostrophe; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span span, const Language& language, std::vector<Token>* tokens)
      : text_(text), at_(span.begin), end_(span.end), language_(language), tokens_(tokens) {}

  void Run() {
    while (at_ < end_) {
      const UChar32 c = Peek(at_).point;
      if (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF) {
        at_ = Peek(at_).next;
        space_ = true;
      } else if (u_isdigit(c)) {
        Add(TokenKind::kNumber, NumberEnd(at_));
      } else if (u_isalpha(c)) {
        AddWord(WordEnd(at_));
      } else if (IsApostrophe(c) && PossessiveEnd(at_) > at_) {
        Add(TokenKind::kWord, PossessiveEnd(at_));
      } else {
        Add(u_ispunct(c) ? TokenKind::kPunctuation : TokenKind::kSymbol, Peek(at_).next);
      }
    }
  }

 private:
  struct Character {
    UChar32 point = -1;
    std::uint32_t next = 0;
  };

  Character Peek(std::uint32_t at) const {
    if (at >= end_) return {-1, at};
    auto next = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    U8_NEXT(bytes, next, static_cast<std::int32_t>(end_), c);
    return {c, static_cast<std::uint32_t>(next)};
  }

  // Digits with one separator at a time between them: "1,200", "4.5".
  std::uint32_t NumberEnd(std::uint32_t at) const {
    while (true) {
      while (u_isdigit(Peek(at).point)) at = Peek(at).next;
      const Character separator = Peek(at);
      const UChar32 c = separator.point;
      const bool joins = c == ',' || c == '.' || c == 0x066B || c == 0x066C;
      if (!joins || !u_isdigit(Peek(separator.next).point)) return at;
      at = separator.next;
    }
  }

  std::uint32_t WordEnd(std::uint32_t at) const {
    while (true) {
      Character c = Peek(at);
      while (c.point >= 0 && (u_isalnum(c.point) || u_charType(c.point) == U_NON_SPACING_MARK)) {
        at = c.next;
        c = Peek(at);
      }
      const bool inner = IsApostrophe(c.point) && u_isalpha(Peek(c.next).point);
      if (!inner || PossessiveEnd(at) > at) return at;
      at = c.next;
    }
  }

  // End of "'s" or of a bare "'" after a word; `at` itself where there is none.
  std::uint32_t PossessiveEnd(std::uint32_t at) const {
    const bool after_word = at > 0 && !tokens_->empty() && !space_;
    const Character mark = Peek(at), letter = Peek(mark.next);
    if (!IsApostrophe(mark.point)) return at;
    const bool is_s = letter.point == 's' || letter.point == 'S';
    if (is_s && !u_isalnum(Peek(letter.next).point)) return letter.next;
    const char last = at > 0 ? text_[at - 1] : ' ';
    if (after_word && (last == 's' || last == 'S') && !u_isalnum(letter.point)) return mark.next;
    return at;
  }

  void AddWord(std::uint32_t end) { Add(TokenKind::kWord, end); }

  void Add(TokenKind kind, std::uint32_t end) {
    Token token;
    token.span = {at_, end};
    token.kind = kind;
    token.space_before = space_ || tokens_->empty();
    const std::string_view word = text_.substr(at_, end - at_);
    token.word = language_.words.Find(Vocabulary::Fold(word));
    if (kind == TokenKind::kWord) MarkCapitals(&token);
    tokens_->push_back(token);
    at_ = end;
    space_ = false;
  }

  void MarkCapitals(Token* token) const {
    std::uint32_t letters = 0, capitals = 0;
    for (std::uint32_t at = token->span.begin; at < token->span.end; at = Peek(at).next) {
      const UChar32 c = Peek(at).point;
      if (!u_isalpha(c)) continue;
      ++letters;
      const bool upper = u_isupper(c) || u_istitle(c);
      if (letters == 1) token->capital = upper;
      capitals += upper;
    }
    token->all_capitals = letters >= 2 && capitals == letters;
  }

  std::string_view text_;
  std::uint32_t at_, end_;
  const Language& language_;
  std::vector<Token>* tokens_;
  bool space_ = true;
};

}  // namespace

void Tokenize(std::string_view text, Span span, const Language& language, std::vector<Token>* tokens) {
  Tokenizer(text, span, language, tokens).Run();
}

}  // namespace counterclaim
