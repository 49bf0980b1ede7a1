#include "text/scan.h"

#include "text/characters.h"

namespace counterclaim {

namespace {

// What has no stops is cut: later stages look at every pair of words.
constexpr std::uint32_t kLongestSentence = 6000;  // bytes, cut at a blank
constexpr std::uint32_t kMostPieces = 400;        // words, figures and marks, cut anywhere

}  // namespace

void ScannedParagraph::Clear() {
  sentences.clear();
  marks.clear();
  words = 0;
  first_bits = 0;
}

void Scanner::Scan(Span paragraph, ScannedParagraph* out) {
  out_ = out;
  out_->Clear();
  at_ = begin_ = paragraph.begin;
  end_ = paragraph.end;
  bits_ = 0;
  pieces_ = 0;
  while (at_ < end_) {
    const ByteClass byte = ClassOf(text_[at_]);
    if (byte != ByteClass::kSpace && pieces_++ >= kMostPieces) EndSentence(at_);
    switch (byte) {
      case ByteClass::kLetter:
        ReadWord();
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
}

void Scanner::AddWord(std::uint16_t bits) {
  bits_ = static_cast<std::uint16_t>(bits_ | bits);
  if (out_->words++ == 0) out_->first_bits = bits;
}

void Scanner::ReadWord() {
  const std::uint32_t begin = at_;
  ScanHash hash;
  for (; at_ < end_; ++at_) {
    const ByteClass byte = ClassOf(text_[at_]);
    if (byte == ByteClass::kLetter) {
      hash.Add(static_cast<unsigned char>(text_[at_] | 0x20));
    } else if (byte == ByteClass::kDigit) {
      hash.Add(static_cast<unsigned char>(text_[at_]));
    } else {
      if (byte == ByteClass::kHigh && IsInsideWord(CharacterAt(text_, at_, end_).code))
        return ReadSlowWord(begin);
      break;
    }
  }
  AddWord(table_.Find(hash.value));
}

// Letters beyond ASCII: folded as the vocabulary folds.
void Scanner::ReadSlowWord(std::uint32_t begin) {
  at_ = WordEnd(text_, begin, end_);
  ScanHash hash;
  for (const char c : Vocabulary::Fold(text_.substr(begin, at_ - begin)))
    hash.Add(static_cast<unsigned char>(c));
  AddWord(table_.Find(hash.value));
}

void Scanner::ReadNumber() {
  bits_ |= kScanNumber;
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
    bits_ |= kScanNumber;
    at_ = c.next;
  } else if (IsInsideWord(c.code)) {
    ReadSlowWord(at_);
  } else {
    at_ = c.next;
  }
}

// An apostrophe between letters is part of a word.
void Scanner::AddMark(std::uint32_t at, std::uint32_t next, std::int32_t code) {
  if (IsApostrophe(code) && at > begin_ && next < end_) {
    const ByteClass before = ClassOf(text_[at - 1]), after = ClassOf(text_[next]);
    if (before == ByteClass::kLetter && after == ByteClass::kLetter) return;
  }
  out_->marks.push_back({at, code});
}

void Scanner::EndSentence(std::uint32_t at) {
  Span span{begin_, at};
  begin_ = at;
  pieces_ = 0;
  for (Character c = CharacterAt(text_, span.begin, span.end); IsSpace(c.code);
       c = CharacterAt(text_, span.begin, span.end)) {
    span.begin = c.next;
  }
  while (!span.empty() && ClassOf(text_[span.end - 1]) == ByteClass::kSpace) --span.end;
  if (!span.empty()) out_->sentences.push_back({span, bits_});
  bits_ = 0;
}

}  // namespace counterclaim
