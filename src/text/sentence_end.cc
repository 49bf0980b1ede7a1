#include "text/sentence_end.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestWord = 32;
constexpr int kMostMarks = 8;  // closing or opening marks in a row

bool Closes(std::int32_t code) {
  return code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x201D ||
         code == 0x2019 || code == 0xBB;
}

bool Opens(std::int32_t code) {
  return IsQuote(code) || code == '(' || code == '[' || code == '-' || code == 0x2013 ||
         code == 0x2014;
}

// "[12]" after a stop: the mark of a footnote. The byte after it, or `at`.
std::uint32_t SkipFootnote(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end || text[at] != '[') return at;
  std::uint32_t i = at + 1;
  while (i < end && i < at + 4 && ClassOf(text[i]) == ByteClass::kDigit) ++i;
  return i > at + 1 && i < end && text[i] == ']' ? i + 1 : at;
}

}  // namespace

struct SentenceEnds::Next {
  bool space = false;      // a blank stands before it
  std::uint32_t at = 0;    // its first letter or digit, opening marks passed over
  std::int32_t code = -1;  // -1: the paragraph ends
};

WordId SentenceEnds::Word(std::uint32_t begin, std::uint32_t end) const {
  std::array<char, kLongestWord> folded;
  const std::string_view word = text_.substr(begin, end - begin);
  bool ascii = word.size() <= folded.size();
  for (std::size_t i = 0; ascii && i < word.size(); ++i) {
    const char c = word[i];
    ascii = static_cast<signed char>(c) >= 0;
    folded[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return ascii ? language_.words.Find({folded.data(), word.size()})
               : language_.words.Find(Vocabulary::Fold(word));
}

SentenceEnds::Next SentenceEnds::FindNext(std::uint32_t at, std::uint32_t end) const {
  Next next;
  Character c = CharacterAt(text_, at, end);
  for (int i = 0; i < kMostMarks && (IsSpace(c.code) || Opens(c.code)); ++i) {
    while (IsSpace(c.code)) {
      next.space = true;
      at = c.next;
      c = CharacterAt(text_, at, end);
    }
    if (!next.space || !Opens(c.code)) break;
    at = c.next;
    c = CharacterAt(text_, at, end);
  }
  next.at = at;
  next.code = c.code;
  return next;
}

// "killed.The": the blank was lost.
bool SentenceEnds::IsGlued(std::uint32_t stop, std::uint32_t after, std::uint32_t end) const {
  if (after != stop + 1 || stop < 3) return false;
  for (std::uint32_t i = stop - 3; i < stop; ++i) {
    if (text_[i] < 'a' || text_[i] > 'z') return false;
  }
  return IsUpper(CharacterAt(text_, after, end).code) &&
         IsLower(CharacterAt(text_, after + 1, end).code);
}

// Whether a full stop belongs to the word before it and the sentence goes on.
bool SentenceEnds::HoldsOn(std::uint32_t begin, std::uint32_t stop, std::uint32_t end,
                           const Next& next) const {
  std::uint32_t first = stop, last = stop;  // the dotted word; its part after the last dot
  while (first > begin && first + kLongestWord > stop) {
    std::uint32_t at = first - 1;
    const ByteClass byte = ClassOf(text_[at]);
    bool inside = byte == ByteClass::kLetter || byte == ByteClass::kDigit;
    if (byte == ByteClass::kHigh) {
      while (at > begin && (text_[at] & 0xC0) == 0x80) --at;
      inside = IsInsideWord(CharacterAt(text_, at, stop).code);
    }
    if (!inside && text_[at] != '.') break;
    if (inside && last == first) last = at;
    first = at;
  }
  if (first == stop || text_[stop - 1] == '.') return false;
  const bool digit = IsDigit(next.code);
  const auto following = [&] {
    return IsLetter(next.code) ? Word(next.at, WordEnd(text_, next.at, end)) : kUnknownWord;
  };
  const auto opener = [&] { return language_.text.openers.contains(following()); };
  const bool dotted = last > first;
  const Character letter = CharacterAt(text_, last, stop);
  const bool single = letter.next == stop && IsLetter(letter.code);
  const bool capital = IsUpper(CharacterAt(text_, last, stop).code);
  auto found = language_.text.stops.find(Word(first, stop));
  if (found == language_.text.stops.end() && dotted)
    found = language_.text.stops.find(Word(last, stop));
  if (found != language_.text.stops.end() && found->first != kUnknownWord &&
      (capital || !found->second.capital)) {
    switch (found->second.kind) {
      case StopKind::kTitle:
        return true;
      case StopKind::kAbbreviation:
        return !opener();
      case StopKind::kBeforeNumber:
        return digit;
      case StopKind::kClock:
        return language_.text.after_clock.contains(following());
    }
  }
  if (single) return !opener() && (capital ? !digit : dotted);  // "J. Smith", "U.S. President"
  const bool number = std::all_of(text_.begin() + first, text_.begin() + stop,
                                  [](char c) { return ClassOf(c) == ByteClass::kDigit; });
  return number && first == begin;  // "1. Killed: 58"
}

std::uint32_t SentenceEnds::EndAfter(std::uint32_t begin, std::uint32_t stop,
                                     std::uint32_t end) const {
  std::uint32_t after = stop;
  bool full_stop = true;  // nothing but dots
  std::uint32_t dots = 0;
  for (Character c = CharacterAt(text_, after, end); IsStop(c.code);
       c = CharacterAt(text_, after, end)) {
    full_stop = full_stop && c.code == '.';
    ++dots;
    after = c.next;
  }
  const std::uint32_t bare = after;
  after = SkipFootnote(text_, after, end);
  for (Character c = CharacterAt(text_, after, end); Closes(c.code);
       c = CharacterAt(text_, after, end))
    after = c.next;
  after = SkipFootnote(text_, after, end);
  const Next next = FindNext(after, end);
  if (next.code < 0) return after;
  if (!next.space) return full_stop && dots == 1 && IsGlued(stop, after, end) ? after : 0;
  if (IsLower(next.code)) return 0;
  if (full_stop && dots == 1 && bare == stop + 1 && HoldsOn(begin, stop, end, next)) return 0;
  return after;
}

}  // namespace counterclaim
