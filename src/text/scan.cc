#include "text/scan.h"

#include <algorithm>
#include <bit>

#include "rulebook/word_hash.h"
#include "text/characters.h"
#include "text/lines.h"
#include "text/sentence_end.h"

namespace counterclaim {

namespace {

// What has no stops is cut: later stages look at every pair of words.
constexpr std::uint32_t kLongestSentence = 6000;  // bytes, cut at a blank
constexpr std::uint32_t kMostPieces = 400;        // words, figures and marks, cut anywhere
constexpr std::uint32_t kBeginning = 8192;        // bytes whose words tell the language
constexpr std::size_t kMostTriggers = 8;          // of a sentence that are looked at

}  // namespace

class Scanner {
 public:
  Scanner(std::string_view text, const Language& language, ScannedText* out)
      : text_(text), table_(language.text.scan), ends_(text, language), out_(*out) {}

  void Scan(Span paragraph);
  bool TellsUncounted(Span sentence);

 private:
  void ReadWord();
  void ReadSlowWord(std::uint32_t begin);
  void ReadNumber();
  void ReadStop();
  void ReadHigh();
  void EndSentence(std::uint32_t at);
  Tells Told() const;
  void AddMark(std::uint32_t at, std::uint32_t next, std::int32_t code);
  void AddWord(const ScanWord& word);
  void AddFigure() {
    out_.bits |= kScanNumber;
    given_ |= kNeedsCount;
  }

  std::string_view text_;
  const ScanTable& table_;
  SentenceEnds ends_;
  ScannedText& out_;
  ScannedText::Entry entry_;
  std::uint32_t at_ = 0, begin_ = 0, end_ = 0;  // here, the sentence's begin, the paragraph's end
  std::uint32_t pieces_ = 0;                    // of the sentence so far
  ScanNeeds given_ = 0, left_out_ = 0;          // of the sentence; what is not taken for given
  std::array<std::uint16_t, kMostTriggers> triggers_{};
  std::size_t trigger_count_ = 0;
  bool one_sentence_ = false;  // its end is known: no other is looked for
};

void Scanner::Scan(Span paragraph) {
  entry_ = {};
  entry_.span = paragraph;
  at_ = begin_ = paragraph.begin;
  end_ = paragraph.end;
  while (at_ < end_) {
    const ByteClass byte = ClassOf(text_[at_]);
    if (byte != ByteClass::kSpace && pieces_++ >= kMostPieces) EndSentence(at_);
    switch (byte) {
      case ByteClass::kLetter:
        ReadWord();
        if (at_ < end_ && text_[at_] == ' ' && at_ - begin_ <= kLongestSentence) ++at_;
        break;
      case ByteClass::kDigit:
        ReadNumber();
        break;
      case ByteClass::kStop:
        ReadStop();
        break;
      case ByteClass::kHigh:
        ReadHigh();
        break;
      case ByteClass::kQuote:
        AddMark(at_, at_ + 1, text_[at_]);
        ++at_;
        break;
      case ByteClass::kSpace:
        if (at_ - begin_ > kLongestSentence) EndSentence(at_);
        ++at_;
        break;
      case ByteClass::kOther:
        ++at_;
        break;
    }
  }
  EndSentence(end_);
  entry_.end_sentence = static_cast<std::uint32_t>(out_.sentences_.size());
  entry_.end_mark = static_cast<std::uint32_t>(out_.marks_.size());
  out_.paragraphs_.push_back(entry_);
}

void Scanner::AddWord(const ScanWord& word) {
  if (entry_.words++ == 0) entry_.first_bits = word.bits;
  if (word.gives == 0 && (word.bits | word.trigger | word.small) == 0) return;  // most words
  out_.bits = static_cast<std::uint16_t>(out_.bits | word.bits);
  given_ |= word.gives;
  if (word.trigger != 0) {
    if (trigger_count_ < kMostTriggers) triggers_[trigger_count_] = word.trigger;
    ++trigger_count_;
  }
  if (word.small == 0 || at_ > kBeginning) return;
  for (std::uint32_t left = word.small; left != 0; left &= left - 1)
    ++out_.small_words[static_cast<std::size_t>(std::countr_zero(left))];
}

void Scanner::ReadWord() {
  const AsciiWord word = ReadAsciiWord(text_, at_, end_);
  const std::uint32_t after = at_ + word.size;
  if (after < end_ && ClassOf(text_[after]) == ByteClass::kHigh &&
      IsInsideWord(CharacterAt(text_, after, end_).code))
    return ReadSlowWord(at_);
  at_ = after;
  if (word.digits) given_ |= kNeedsCount;  // "RM120"
  AddWord(table_.Find(word.hash));
}

// Letters beyond ASCII: folded as the vocabulary folds.
void Scanner::ReadSlowWord(std::uint32_t begin) {
  at_ = WordEnd(text_, begin, end_);
  const std::string word = Vocabulary::Fold(text_.substr(begin, at_ - begin));
  const auto digit = [](char c) { return ClassOf(c) == ByteClass::kDigit; };
  if (std::any_of(word.begin(), word.end(), digit)) given_ |= kNeedsCount;
  AddWord(table_.Find(WordHash(word).Value()));
}

void Scanner::ReadNumber() {
  AddFigure();
  while (at_ < end_) {
    if (ClassOf(text_[at_]) == ByteClass::kDigit) {
      ++at_;
    } else if ((text_[at_] == '.' || text_[at_] == ',') && at_ + 1 < end_ &&
               ClassOf(text_[at_ + 1]) == ByteClass::kDigit) {
      at_ += 2;
    } else {
      break;
    }
  }
}

void Scanner::ReadStop() {
  const std::uint32_t stop = at_;
  const std::uint32_t after = ends_.EndAfter(begin_, stop, end_);
  if (after == 0) {
    at_ = CharacterAt(text_, at_, end_).next;
    return;
  }
  while (at_ < after) {
    const Character c = CharacterAt(text_, at_, end_);
    if (IsQuote(c.code)) AddMark(at_, c.next, c.code);
    at_ = c.next;
  }
  EndSentence(after);
}

void Scanner::ReadHigh() {
  const Character c = CharacterAt(text_, at_, end_);
  if (IsQuote(c.code)) {
    AddMark(at_, c.next, c.code);
    at_ = c.next;
  } else if (IsStop(c.code)) {
    ReadStop();
  } else if (IsDigit(c.code)) {
    AddFigure();
    at_ = c.next;
  } else if (IsInsideWord(c.code)) {
    ReadSlowWord(at_);
  } else {
    const bool dash = c.code >= 0x2000 && c.code < 0x2040;  // and blanks of many widths
    if (!dash && !IsSpace(c.code)) given_ |= kNeedsCount;   // "½"
    at_ = c.next;
  }
}

// An apostrophe between letters is part of a word.
void Scanner::AddMark(std::uint32_t at, std::uint32_t next, std::int32_t code) {
  if (IsApostrophe(code) && at > begin_ && next < end_) {
    const ByteClass before = ClassOf(text_[at - 1]), after = ClassOf(text_[next]);
    if (before == ByteClass::kLetter && after == ByteClass::kLetter) return;
  }
  out_.marks_.push_back({at, code});
}

void Scanner::EndSentence(std::uint32_t at) {
  if (one_sentence_ && at < end_) return;
  Span span{begin_, at};
  begin_ = at;
  pieces_ = 0;
  for (Character c = CharacterAt(text_, span.begin, span.end); IsSpace(c.code);
       c = CharacterAt(text_, span.begin, span.end)) {
    span.begin = c.next;
  }
  while (!span.empty() && ClassOf(text_[span.end - 1]) == ByteClass::kSpace) --span.end;
  // "has left 70,000", "Dead in ten years": a line that ends nowhere may go on in the next.
  const bool open = !span.empty() && ClassOf(text_[span.end - 1]) != ByteClass::kStop &&
                    ClassOf(text_[span.end - 1]) != ByteClass::kOther;
  if (open) given_ |= kNeedsLists;
  const Tells tells = trigger_count_ > 0 ? Told() : Tells::kNothing;
  if (!span.empty()) out_.sentences_.push_back({span, tells});
  out_.tells = out_.tells || tells == Tells::kAlone;
  given_ = 0;
  trigger_count_ = 0;
}

// A claim needs a count, and a frame that has what it asks for.
Tells Scanner::Told() const {
  constexpr ScanNeeds kNouns = kNeedsPeople | kNeedsThing | kNeedsAct;
  const ScanNeeds all = given_ & ~left_out_;
  const bool number = (all & (kNeedsCount | kNeedsNone)) != 0;
  const bool alone = number || ((all & kNeedsOne) != 0 && (all & kNouns) != 0);
  if (!number && (all & kNeedsOne) == 0) return Tells::kNothing;
  if (trigger_count_ > kMostTriggers) return alone ? Tells::kAlone : Tells::kAfterOthers;
  const auto any = [&](ScanNeeds given) {
    const auto end = triggers_.begin() + static_cast<std::ptrdiff_t>(trigger_count_);
    return std::any_of(triggers_.begin(), end,
                       [&](std::uint16_t trigger) { return table_.MayTell(trigger, given); });
  };
  if (alone && any(all)) return Tells::kAlone;
  return any(all | kNouns) ? Tells::kAfterOthers : Tells::kNothing;
}

ScannedParagraph ScannedText::Paragraph(std::size_t index) const {
  const Entry& entry = paragraphs_[index];
  const Entry before = index == 0 ? Entry{} : paragraphs_[index - 1];
  ScannedParagraph paragraph;
  paragraph.span = entry.span;
  paragraph.words = entry.words;
  paragraph.first_bits = entry.first_bits;
  paragraph.sentences =
      std::span(sentences_).subspan(before.end_sentence, entry.end_sentence - before.end_sentence);
  paragraph.marks = std::span(marks_).subspan(before.end_mark, entry.end_mark - before.end_mark);
  return paragraph;
}

bool Scanner::TellsUncounted(Span sentence) {
  one_sentence_ = true;
  left_out_ = kNeedsCount;
  Scan(sentence);
  return out_.tells;
}

bool TellsUncounted(std::string_view text, Span sentence, const Language& language) {
  ScannedText scanned;
  return Scanner(text, language, &scanned).TellsUncounted(sentence);
}

ScannedText ScanText(std::string_view text, const Language& language) {
  ScannedText scanned;
  Scanner scanner(text, language, &scanned);
  for (const Span& paragraph : FindParagraphs(text)) scanner.Scan(paragraph);
  return scanned;
}

}  // namespace counterclaim
