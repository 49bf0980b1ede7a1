#include "text/token.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "rulebook/word_hash.h"
#include "text/characters.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestPlain = 40;  // bytes

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span span, const Language& language, std::vector<Token>* tokens)
      : text_(text),
        begin_(span.begin),
        at_(span.begin),
        end_(span.end),
        words_(language.words),
        rules_(language.text),
        tokens_(tokens) {}

  void Run() {
    while (at_ < end_) {
      switch (ClassOf(text_[at_])) {
        case ByteClass::kSpace:
          ++at_;
          space_ = true;
          break;
        case ByteClass::kLetter:
          if (!AddPlainWord()) AddWord();
          break;
        case ByteClass::kDigit:
          Add(TokenKind::kNumber, NumberEnd(at_));
          break;
        case ByteClass::kStop:
          Add(TokenKind::kPunctuation, at_ + 1);
          break;
        case ByteClass::kOther:
          if (IsMark(text_[at_]))
            Add(TokenKind::kPunctuation, at_ + 1);
          else
            RunOther(Peek(at_));
          break;
        default:
          RunOther(Peek(at_));
      }
    }
  }

 private:
  static bool IsMark(char c) {  // the usual ones of ASCII
    return c == ',' || c == '-' || c == ':' || c == ';' || c == '(' || c == ')';
  }
  Character Peek(std::uint32_t at) const { return CharacterAt(text_, at, end_); }

  void RunOther(Character c) {
    if (IsSpace(c.code)) {
      at_ = c.next;
      space_ = true;
    } else if (IsDigit(c.code)) {
      Add(TokenKind::kNumber, NumberEnd(at_));
    } else if (IsLetter(c.code)) {
      AddWord();
    } else if (IsApostrophe(c.code) && PossessiveEnd(at_) > at_) {
      Add(TokenKind::kWord, PossessiveEnd(at_));
    } else {
      Add(u_ispunct(c.code) ? TokenKind::kPunctuation : TokenKind::kSymbol, c.next);
    }
  }

  // Digits with one separator at a time between them: "1,200", "4.5".
  std::uint32_t NumberEnd(std::uint32_t at) const {
    while (true) {
      while (IsDigit(Peek(at).code)) at = Peek(at).next;
      const Character separator = Peek(at);
      const std::int32_t c = separator.code;
      const bool joins = c == ',' || c == '.' || c == 0x066B || c == 0x066C;
      if (!joins || !IsDigit(Peek(separator.next).code)) return at;
      at = separator.next;
    }
  }

  // The end of "'s" or of a bare "'" after a word; `at` itself where there is none.
  std::uint32_t PossessiveEnd(std::uint32_t at) const {
    const Character mark = Peek(at), letter = Peek(mark.next);
    if (!IsApostrophe(mark.code)) return at;
    const bool is_s = letter.code == 's' || letter.code == 'S';
    if (is_s && !IsInsideWord(Peek(letter.next).code)) return letter.next;
    const char last = at > begin_ ? text_[at - 1] : ' ';
    if ((last == 's' || last == 'S') && !IsInsideWord(letter.code)) return mark.next;
    return at;
  }

  // A word of ASCII without an apostrophe, in one pass; false for any other.
  bool AddPlainWord() {
    const AsciiWord word = ReadAsciiWord(text_, at_, end_);
    const std::uint32_t after = at_ + word.size;
    if (after < end_ && (ClassOf(text_[after]) == ByteClass::kHigh || text_[after] == '\''))
      return false;
    Token token;
    token.span = {at_, after};
    token.kind = TokenKind::kWord;
    token.space_before = space_;
    token.word = words_.Find(text_.substr(at_, word.size), word.hash);
    token.capital = (text_[at_] & 0x20) == 0;
    token.all_capitals = word.several && !word.small;
    token.bits = static_cast<std::uint16_t>(rules_.Bits(token.word) |
                                            (word.digits ? kScanNumber | kScanQuantity : 0));
    tokens_->push_back(token);
    at_ = after;
    space_ = false;
    return true;
  }

  void AddWord() {
    std::uint32_t end = at_;
    while (true) {
      end = WordEnd(text_, end, end_);
      const Character c = Peek(end);
      const bool inner = IsApostrophe(c.code) && IsLetter(Peek(c.next).code);
      if (!inner || PossessiveEnd(end) > end) break;
      end = c.next;
    }
    Add(TokenKind::kWord, end);
  }

  void Add(TokenKind kind, std::uint32_t end) {
    Token token;
    token.span = {at_, end};
    token.kind = kind;
    token.space_before = space_;
    if (end == at_ + 1 && ClassOf(text_[at_]) != ByteClass::kLetter &&
        ClassOf(text_[at_]) != ByteClass::kHigh) {
      token.word = words_.Find(text_.substr(at_, 1));
    } else if (!LookUpAscii(&token)) {
      token.word = words_.Find(Vocabulary::Fold(text_.substr(at_, end - at_)));
      if (kind == TokenKind::kWord) MarkCapitals(&token);
    }
    token.bits = static_cast<std::uint16_t>(rules_.Bits(token.word) | BitsOf(token));
    tokens_->push_back(token);
    at_ = end;
    space_ = false;
  }

  // What the bytes tell beside the word: figures in every script, "RM120", ".5", "½".
  std::uint16_t BitsOf(const Token& token) const {
    constexpr std::uint16_t kFigure = kScanNumber | kScanQuantity | kScanDate;
    const char first = text_[token.span.begin];
    switch (token.kind) {
      case TokenKind::kNumber:
        return kFigure;
      case TokenKind::kWord:
        for (std::uint32_t at = token.span.begin; at < token.span.end; ++at) {
          if (ClassOf(text_[at]) == ByteClass::kDigit) return kScanNumber | kScanQuantity;
        }
        return 0;
      default:
        if (first == ':') return kScanPart;
        if (first == '.') {  // ".5", no end of a sentence
          const bool figure =
              token.span.end < end_ && ClassOf(text_[token.span.end]) == ByteClass::kDigit;
          return figure ? kScanQuantity : 0;
        }
        if (static_cast<signed char>(first) >= 0 ||
            text_.substr(token.span.begin).starts_with("\xE2\x80"))  // quotes and dashes
          return 0;
        return kScanQuantity;
    }
  }

  // Folds and looks up a short word of ASCII; false for any other.
  bool LookUpAscii(Token* token) const {
    std::array<char, kLongestPlain> folded;
    if (token->span.size() > folded.size()) return false;
    std::uint32_t letters = 0, capitals = 0, size = 0;
    bool first = false;
    for (std::uint32_t at = token->span.begin; at < token->span.end; ++at) {
      const char c = text_[at];
      if (static_cast<signed char>(c) < 0) return false;
      const bool upper = c >= 'A' && c <= 'Z';
      if (upper || (c >= 'a' && c <= 'z')) {
        if (letters++ == 0) first = upper;
        capitals += upper;
      }
      folded[size++] = upper ? static_cast<char>(c | 0x20) : c;
    }
    const std::string_view word(folded.data(), size);
    token->word = words_.Find(word);
    if (token->kind == TokenKind::kWord) {
      token->capital = first;
      token->all_capitals = letters >= 2 && capitals == letters;
    }
    return true;
  }

  void MarkCapitals(Token* token) const {
    std::uint32_t letters = 0, capitals = 0;
    for (std::uint32_t at = token->span.begin; at < token->span.end; at = Peek(at).next) {
      const std::int32_t c = Peek(at).code;
      if (!IsLetter(c)) continue;
      ++letters;
      if (letters == 1) token->capital = IsUpper(c);
      capitals += IsUpper(c);
    }
    token->all_capitals = letters >= 2 && capitals == letters;
  }

  std::string_view text_;
  std::uint32_t begin_, at_, end_;
  const Vocabulary& words_;
  const TextRules& rules_;
  std::vector<Token>* tokens_;
  bool space_ = true;
};

}  // namespace

void Tokenize(std::string_view text, Span span, const Language& language,
              std::vector<Token>* tokens) {
  Tokenizer(text, span, language, tokens).Run();
}

}  // namespace counterclaim
