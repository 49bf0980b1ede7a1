#include "text/quotation.h"

#include <algorithm>

#include "text/characters.h"

namespace counterclaim {

namespace {

constexpr std::size_t kDeepest = 4;

std::int32_t CloserOf(std::int32_t code) {
  switch (code) {
    case 0x201C:
      return 0x201D;
    case 0x201E:
      return 0x201C;  // also closed by U+201D
    case 0xAB:
      return 0xBB;
    case 0x2018:
      return 0x2019;
    default:
      return code;  // straight marks
  }
}

bool IsSingle(std::int32_t code) {
  return code == '\'' || code == 0x2018 || code == 0x2019;
}

bool MayClose(std::int32_t code, std::int32_t closer) {
  return code == closer || (closer == 0x201C && code == 0x201D);
}

}  // namespace

bool QuotationReader::SpaceBefore(std::uint32_t at) const {
  if (at <= paragraph_.begin) return true;
  std::uint32_t before = at - 1;
  while (before > paragraph_.begin && (text_[before] & 0xC0) == 0x80) --before;
  const std::int32_t code = CharacterAt(text_, before, at).code;
  return IsSpace(code) || code == '(' || code == '[' || code == 0x2013 || code == 0x2014 ||
         code == '-' || code == ':' || code == 0x201C || code == 0x2018 || code == '"';
}

bool QuotationReader::WordAfter(std::uint32_t next) const {
  return IsInsideWord(CharacterAt(text_, next, paragraph_.end).code);
}

void QuotationReader::OpenAt(const QuoteMark& mark, std::uint32_t next) {
  if (open_.size() < kDeepest) open_.push_back({mark.at, next, mark.code, CloserOf(mark.code)});
}

// Closes the innermost quotation that this mark may close, and what was left
// open inside it.
void QuotationReader::CloseAt(const QuoteMark& mark, std::uint32_t next) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (!MayClose(mark.code, open_[i].closer)) continue;
    out_->push_back(
        {{open_[i].begin, next}, {open_[i].content, mark.at}, static_cast<std::uint8_t>(i), true});
    open_.resize(i);
    return;
  }
}

// Two apostrophes stand for one mark in plain type.
bool QuotationReader::Doubled(std::span<const QuoteMark> marks, std::size_t i) {
  return i + 1 < marks.size() && marks[i].code == '\'' && marks[i + 1].code == '\'' &&
         marks[i].at + 1 == marks[i + 1].at;
}

void QuotationReader::ReadMark(const QuoteMark& mark) {
  std::uint32_t next = CharacterAt(text_, mark.at, paragraph_.end).next;
  if (mark.code == '"' && text_[mark.at] == '\'') ++next;
  const bool opened = std::any_of(open_.begin(), open_.end(),
                                  [&](const Open& o) { return MayClose(mark.code, o.closer); });
  const bool space = SpaceBefore(mark.at), word = WordAfter(next);
  switch (mark.code) {
    case '"': {
      const bool inches =
          !opened && !space && IsDigit(static_cast<unsigned char>(text_[mark.at - 1]));
      if (opened && !(space && word)) return CloseAt(mark, next);
      if (opened) CloseAt(mark, mark.at);  // never closed before: the new mark opens
      if (!inches && next < paragraph_.end) OpenAt(mark, next);
      return;
    }
    case '\'':
      if (opened && !word && !space) return CloseAt(mark, next);
      if (!opened && space && word && mark.at < last_single_) OpenAt(mark, next);
      return;
    case 0x2019: {  // closes, or is an apostrophe: "the soldiers’ post"
      if (!opened || word) return;
      const char before = text_[mark.at - 1];
      const bool possessive = (before == 's' || before == 'S') && mark.at < last_single_;
      if (!possessive) CloseAt(mark, next);
      return;
    }
    case 0x201C:
      if (opened) return CloseAt(mark, next);  // after U+201E
      return OpenAt(mark, next);
    case 0x201D:
    case 0xBB:
      return CloseAt(mark, next);
    case 0x2018:
    case 0x201E:
    case 0xAB:
      return OpenAt(mark, next);
    default:
      return;
  }
}

bool QuotationReader::TakenUp(std::int32_t code, Span next) const {
  return !next.empty() && CharacterAt(text_, next.begin, next.end).code == code;
}

void QuotationReader::FinishParagraph(const ScannedParagraph& scanned, Span next) {
  carried_ = 0;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const Open& open = open_[i];
    if (i > 0 && IsSingle(open.code)) continue;
    std::uint32_t stop = paragraph_.end;
    if (TakenUp(open.code, next)) {
      carried_ = open.code;
    } else {
      for (const ScannedSentence& sentence : scanned.sentences) {
        if (sentence.span.begin <= open.begin && open.begin < sentence.span.end)
          stop = sentence.span.end;
      }
    }
    if (open.content < stop)
      out_->push_back(
          {{open.begin, stop}, {open.content, stop}, static_cast<std::uint8_t>(i), false});
  }
  open_.clear();
}

void QuotationReader::Add(const ScannedParagraph& scanned, Span next) {
  paragraph_ = scanned.span;
  const std::size_t before = out_->size();
  last_single_ = 0;
  for (std::size_t i = 0; i < scanned.marks.size(); ++i) {
    const QuoteMark& mark = scanned.marks[i];
    if (Doubled(scanned.marks, i)) {
      ++i;
      continue;
    }
    const bool closes = (mark.code == '\'' || mark.code == 0x2019) && !SpaceBefore(mark.at) &&
                        !WordAfter(CharacterAt(text_, mark.at, paragraph_.end).next);
    if (closes) last_single_ = mark.at;
  }
  for (std::size_t i = 0; i < scanned.marks.size(); ++i) {
    const QuoteMark& mark = scanned.marks[i];
    if (Doubled(scanned.marks, i)) {
      ReadMark({mark.at, '"'});
      ++i;
    } else {
      ReadMark(mark);
    }
  }
  FinishParagraph(scanned, next);
  std::sort(out_->begin() + static_cast<std::ptrdiff_t>(before), out_->end(),
            [](const Quotation& a, const Quotation& b) { return a.span.begin < b.span.begin; });
}

}  // namespace counterclaim
