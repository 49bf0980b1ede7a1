#include "attribution/noun_phrase.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestPhrase = 16;
constexpr std::uint32_t kLongestAside = 5;  // items of "as it now stands"
constexpr std::uint64_t kAuxiliary = kBeWord | kHaveWord | kModalWord;
constexpr std::uint64_t kThirdPersonWord = kHeWord | kSheWord | kItWord | kTheyWord;

}  // namespace

bool Phrases::IsPronoun(std::uint32_t at) const {
  return At(at).Is(kThirdPersonWord | kFirstWord);
}

bool Phrases::IsVerb(std::uint32_t at) const {
  const PassageItem& item = At(at);
  if (!item.word() || item.capital) return false;
  if (item.Is(kAuxiliary)) return true;
  if (!item.Is(kVerbWord) || at == 0) return false;
  return !At(at - 1).Is(kDeterminerWord | kPossessorWord) && !text_.InNoun(item.first);
}

bool Phrases::IsDocument(Range range) const {
  const auto& cues = text_.language.cues;
  for (std::uint32_t i = range.first; i < range.end && i < range.first + kLongestPhrase; ++i) {
    if (!At(i).word()) return false;
    const auto match = cues.nouns.Longest(text_.layer.tokens, At(i).first, At(range.end - 1).end);
    if (match.length == 0) continue;
    for (const std::uint32_t value : *match.values) {
      if (cues.noun_list[value].document) return true;
    }
  }
  return false;
}

bool Phrases::CanSpeak(Range range) const {
  if (range.empty()) return false;
  for (std::uint32_t i = range.first; i < range.end && i < range.first + 6; ++i) {
    if (At(i).Is(kShareWord) && !At(i).capital) return false;
  }
  if (range.size() == 1 && At(range.first).Is(kThirdPersonWord | kRelativeWord)) return true;
  if (range.size() == 1 && At(range.first).Is(kDeterminerWord)) return At(range.first).plural;
  const auto& cues = text_.language.cues;
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const PassageItem& item = At(i);
    if (!item.word()) continue;
    const bool small = item.Is(kDeterminerWord | kPossessorWord | kPrepositionWord | kOpenerWord |
                               kTimeWord | kAdverbWord);
    if (item.capital && !small) return true;
    if (cues.speakers.Longest(text_.layer.tokens, item.first, At(range.end - 1).end).length > 0)
      return true;
  }
  return IsDocument(range);
}

bool Phrases::MaySpeak(Range range) const {
  if (range.size() < 2 || !At(range.first).Is(kDeterminerWord | kPossessorWord)) return false;
  for (std::uint32_t i = range.first + 1; i < range.end; ++i) {
    const PassageItem& item = At(i);
    if (!item.word() || item.number || item.Is(kTimeWord | kFigureWord | kStateWord | kShareWord))
      return false;
  }
  return true;
}

// A count in letters that opens a noun group of its own: "nineteen jets".
bool Phrases::SpelledAt(std::uint32_t at) const {
  const auto& groups = text_.layer.noun_groups;
  const std::uint32_t token = At(at).first;
  const auto group =
      std::lower_bound(groups.begin(), groups.end(), token,
                       [](const NounGroup& g, std::uint32_t t) { return g.first_token < t; });
  return group != groups.end() && group->first_token == token && group->quantity.has_value();
}

// A number that counts the noun behind it; not "Channel 12".
bool Phrases::CountsNext(std::uint32_t at) const {
  constexpr std::uint32_t kLong = 4;  // letters and digits
  const bool spelled = !At(at).capital && SpelledAt(at);
  if (!(At(at).number || spelled) || at + 1 >= size() || !At(at + 1).word()) return false;
  const PassageItem &before = At(at - 1), &next = At(at + 1);
  const auto& tokens = text_.layer.tokens;
  const bool named = before.capital && tokens[At(at).first].span.size() < kLong;
  return !named && !before.number && !before.Is(kPrepositionWord | kAndWord) && !next.capital &&
         !next.number && !next.Is(kPrepositionWord | kAndWord | kTimeWord) && !IsVerb(at + 1);
}

std::uint32_t Phrases::EndOf(std::uint32_t at) const {
  std::uint32_t end = at;
  bool noun = false;
  for (; end < size() && end < at + kLongestPhrase; ++end) {
    const PassageItem& item = At(end);
    if (!item.word() || item.Is(kThatWord | kRelativeWord | kAuxiliary)) break;
    if (item.Is(kOpenerWord) && !item.capital) break;
    const bool him = end == at && item.Is(kObjectWord) && !item.Is(kPossessorWord);
    if (IsPronoun(end) || item.Is(kToWord) || him) {
      if (end == at && (IsPronoun(end) || him)) return end + 1;
      if (noun) break;
    }
    if (noun && CountsNext(end)) break;  // "according to the ministry 41,000 people"
    if (noun && item.Is(kDeterminerWord) && !item.capital &&
        !At(end - 1).Is(kPrepositionWord | kAndWord))
      break;  // "according to the ministry the rebels"
    if (noun && item.Is(kAdverbWord | kAsWord) && !item.capital && !item.Is(kDeterminerWord)) break;
    if (noun && item.Is(kTurnWord) && !item.Is(kAndWord)) break;
    if (noun && item.Is(kAndWord) && end + 1 < size() && !At(end + 1).capital &&
        !At(end + 1).Is(kDeterminerWord))
      break;
    if (noun && IsVerb(end) && !item.joined &&
        (end + 1 >= size() || !At(end + 1).Is(kPrepositionWord)))
      break;
    if (end == at && item.Is(kPrepositionWord) && !item.capital) break;
    noun = noun || !item.Is(kDeterminerWord | kPossessorWord | kPrepositionWord);
  }
  while (
      end > at &&
      (At(end - 1).Is(kPrepositionWord | kAndWord | kDeterminerWord) || At(end - 1).possessive) &&
      !At(end - 1).capital) {
    --end;
  }
  return noun ? end : at;
}

bool Phrases::Appositive(std::uint32_t at, std::uint32_t end) const {
  if (at >= end || end - at > 2 * kLongestPhrase) return false;
  const PassageItem& item = At(at);
  if (!item.word()) return false;
  if (item.Is(kRelativeWord)) return true;
  if (item.Is(kThatWord | kOpenerWord | kTurnWord) || IsPronoun(at)) return false;
  // "the dead, says X, include 20"; not "elders, reached on a bad line, told us"
  const bool listed = text_.language.cues.Word(text_.layer.tokens[item.first].word) & kVerbWord;
  const bool participle = !listed && at + 1 < end && At(at + 1).Is(kPrepositionWord);
  if (item.Is(kVerbWord) && !item.capital && !participle) return false;
  const bool verbless = [&] {
    for (std::uint32_t i = at; i < end; ++i) {
      if (At(i).Is(kRelativeWord)) return true;
      if (At(i).Is(kAuxiliary)) return false;
    }
    return true;
  }();
  return verbless;
}

std::optional<Range> Phrases::After(std::uint32_t at, bool apposition) const {
  std::uint32_t end = EndOf(at);
  if (end == at) return std::nullopt;
  if (!apposition || IsPronoun(at)) return Range{at, end};
  for (int rounds = 0; rounds < 2 && end + 1 < size() && At(end).mark == Mark::kComma; ++rounds) {
    std::uint32_t close = end + 1;
    while (close < size() && At(close).word()) ++close;
    const bool named = At(end + 1).capital && !At(end + 1).Is(kDeterminerWord);
    if (close == end + 1 || close - end > kLongestPhrase) break;
    if (!Appositive(end + 1, close) || At(end + 1).Is(kRelativeWord | kAsWord) ||
        At(end + 1).gerund)
      break;
    if (named && EndOf(end + 1) != close) break;
    if (At(end + 1).Is(kPrepositionWord | kAdverbWord | kTimeWord) || At(end + 1).number) break;
    end = close;
  }
  return Range{at, end};
}

std::uint32_t Phrases::SegmentStart(std::uint32_t end, std::uint32_t from) const {
  std::uint32_t at = end;
  while (at > from && At(at - 1).word()) --at;
  return at;
}

std::uint32_t Phrases::SkipOpening(std::uint32_t from, std::uint32_t end) const {
  const auto skippable = [&](std::uint32_t i) {
    return At(i).Is(kAdverbWord | kTurnWord | kAndWord) && !At(i).Is(kDeterminerWord);
  };
  while (from + 1 < end && skippable(from)) ++from;
  std::uint32_t dated = from;  // "Since May 2023 the agency"
  while (dated + 1 < end && (At(dated).number || At(dated).Is(kTimeWord))) ++dated;
  if (dated > from && At(dated).Is(kDeterminerWord | kPossessorWord)) from = dated;
  if (from + 1 >= end || !At(from).Is(kPrepositionWord) || At(from).Is(kDeterminerWord))
    return from;
  for (std::uint32_t i = end - 1; i > from + 1; --i) {
    const bool opens = At(i).Is(kDeterminerWord | kPossessorWord) || IsPronoun(i);
    if (opens && !At(i - 1).Is(kPrepositionWord | kOfWord) && i - 1 != from) return i;
  }
  std::uint32_t after = from + 1;
  while (after < end &&
         (At(after).Is(kTimeWord | kDeterminerWord | kAdverbWord) || At(after).number))
    ++after;
  if (after < end && after > from + 1) return after;
  return from + 1;
}

// "which in a first message at noon had said": every noun stands behind a preposition.
bool Phrases::InPhrases(std::uint32_t from, std::uint32_t end) const {
  bool open = false;  // a phrase that a preposition opened may take one noun
  for (std::uint32_t i = from; i < end; ++i) {
    const PassageItem& item = At(i);
    const bool preposition = item.Is(kPrepositionWord | kOfWord);
    if (!item.word() || IsVerb(i) || (i == from && !preposition)) return false;
    const bool opens = item.Is(kDeterminerWord | kPossessorWord) || IsPronoun(i);
    if (opens && !preposition && !open) return false;
    open = preposition;
  }
  return true;
}

// Where a phrase begins that follows the verb at `verb`: behind it, or behind an "and" where the
// verb only describes the noun before it.
std::uint32_t Phrases::BehindVerb(std::uint32_t verb, std::uint32_t start,
                                  std::uint32_t end) const {
  const bool modifier = At(verb).Is(kVerbWord) &&
                        At(verb + 1).Is(kPrepositionWord | kTimeWord | kAsWord) && verb != start;
  if (!modifier) {
    start = verb + 1;
    while (start + 1 < end && At(start).Is(kAndWord | kTurnWord | kThatWord)) ++start;
    return start;
  }
  for (std::uint32_t k = verb; k + 1 < end; ++k) {
    if (At(k).Is(kAndWord) && (At(k + 1).Is(kDeterminerWord) || IsPronoun(k + 1))) start = k + 1;
  }
  return start;
}

// "a hilltop which Tarn described as a camp": who speaks stands behind the relative; 0: nobody.
std::uint32_t Phrases::BehindRelative(std::uint32_t start, std::uint32_t end) const {
  for (std::uint32_t i = end; i > start + 1; --i) {
    if (IsVerb(i - 1)) return 0;
    if (!At(i - 1).Is(kRelativeWord) || i == end) continue;
    const bool opens = At(i).capital || At(i).Is(kDeterminerWord | kPossessorWord);
    return opens && end - i <= kLongestPhrase ? i : 0;
  }
  return 0;
}

// "a militia known as the Tigers"
bool Phrases::KnownAs(std::uint32_t as) const {
  return At(as).Is(kAsWord) && IsVerb(as - 1) && At(as - 1).Is(kVerbWord) &&
         !At(as - 2).Is(kBeWord | kHaveWord);
}

std::optional<Phrases::Subject> Phrases::InSegment(std::uint32_t from, std::uint32_t end) const {
  if (from >= end) return std::nullopt;
  Subject subject;
  std::uint32_t start = from, that = end;
  bool relative = false;
  for (std::uint32_t i = from; i < end; ++i) {
    const PassageItem& item = At(i);
    // "the company that ran the bus insisted"
    if (item.Is(kThatWord) && i > from && i + 1 < end && At(i + 1).Is(kVerbWord) &&
        !IsVerb(i - 1) && !At(i - 1).Is(kPrepositionWord | kAdverbWord)) {
      relative = true;
      that = i;
      continue;
    }
    if (item.Is(kRelativeWord)) {
      relative = true;
      if (i + 1 == end || InPhrases(i + 1, end)) {
        subject.range = {i, i + 1};
        subject.as_clause = false;
        subject.clause = i;
        subject.relative = i;
        return subject;
      }
    }
    if (i > from + 1 && KnownAs(i)) continue;
    const bool opens = (item.Is(kOpenerWord | kAsWord) && !item.capital) ||
                       (item.Is(kOpenerWord | kAsWord) && i == from);
    if ((opens || item.Is(kThatWord)) && i + 1 < end && !(item.Is(kThatWord) && i == from)) {
      const bool date = At(i + 1).Is(kOfWord);  // "As of Sunday the office counts"
      subject.as_clause = item.Is(kAsWord) && !date && !(i > from && At(i - 1).Is(kAdverbWord));
      start = i + 1;
      // "As early as Saturday an aid worker had"
      if (item.Is(kAsWord) && i + 2 < end && At(i + 2).Is(kAsWord)) {
        subject.as_clause = false;
        start = std::min(i + 3, end - 1);
        i += 2;
      }
      relative = false;
    } else if (item.Is(kTurnWord) && !item.Is(kAndWord) && i + 1 < end) {
      start = i + 1;
      relative = false;
    } else if (!relative && IsVerb(i) && i + 1 < end) {
      start = BehindVerb(i, start, end);
    }
    if (IsPronoun(i) && i + 1 == end) start = i;
  }
  subject.as_clause = subject.as_clause && start > 0 && At(start - 1).Is(kAsWord);
  subject.clause = start;
  start = SkipOpening(start, end);
  if (const std::uint32_t behind = BehindRelative(start, end); behind > 0) {
    subject.range = {behind, end};
    return subject;
  }
  for (std::uint32_t i = start + 1; i < end; ++i) {
    if (At(i).Is(kRelativeWord) || i == that) end = i;
  }
  if (end - start > kLongestPhrase) end = start + kLongestPhrase;
  if (start >= end) return std::nullopt;
  subject.range = {start, end};
  return subject;
}

// "The American ambassador, John Gavin, who toured the city, said": from whom the name belongs to.
std::uint32_t Phrases::WithTitle(std::uint32_t name, std::uint32_t end, std::uint32_t from) const {
  if (name <= from + 1 || At(name - 1).mark != Mark::kComma) return name;
  for (std::uint32_t i = name; i < end; ++i)
    if (!At(i).word() || !At(i).capital) return name;
  const std::uint32_t title = SegmentStart(name - 1, from);
  const bool plain = title < name - 1 && name - title <= kLongestPhrase &&
                     At(title).Is(kDeterminerWord) && !At(name - 2).capital;
  for (std::uint32_t i = title; plain && i < name - 1; ++i)
    if (IsVerb(i)) return name;
  return plain && CanSpeak({title, name - 1}) ? title : name;
}

std::optional<Phrases::Subject> Phrases::Before(std::uint32_t verb, std::uint32_t from) const {
  if (verb <= from) return std::nullopt;
  // "The update as it now stands says": an aside about the subject.
  for (std::uint32_t at = verb; at > from + 1 && at + kLongestAside > verb && At(at - 1).word();
       --at) {
    if (!At(at - 1).Is(kAsWord) || !IsPronoun(at) || at + 1 >= verb) continue;
    return InSegment(SegmentStart(at - 1, from), at - 1);
  }
  const PassageItem& last = At(verb - 1);
  if (last.word()) return InSegment(SegmentStart(verb, from), verb);
  if (last.mark != Mark::kComma && last.mark != Mark::kDash) return std::nullopt;
  std::uint32_t close = verb - 1;
  for (int rounds = 0; rounds < 3; ++rounds) {
    const std::uint32_t open = SegmentStart(close, from);
    if (open <= from || !Appositive(open, close)) return std::nullopt;
    const Mark mark = At(open - 1).mark;
    if (mark != Mark::kComma && mark != Mark::kDash) return std::nullopt;
    const std::uint32_t head = SegmentStart(open - 1, from);
    if (head + 1 > open - 1) return std::nullopt;
    const bool inner = head > from && At(head - 1).mark == Mark::kComma &&
                       Appositive(head, open - 1) && !At(head).capital && !At(head).joined &&
                       !At(head).Is(kDeterminerWord | kPossessorWord);
    if (!inner) {
      auto subject = InSegment(WithTitle(head, open - 1, from), open - 1);
      // "The coordinator, John Miller, said": either of the two may tell that it speaks.
      if (!subject || subject->relative || !(CanSpeak(subject->range) || CanSpeak({open, close})))
        return std::nullopt;
      std::uint32_t end = head;
      while (end < verb - 1 && end < subject->range.first + kLongestPhrase &&
             !At(end).Is(kRelativeWord))
        ++end;
      while (end > subject->range.end && !At(end - 1).word()) --end;
      subject->range.end = end;
      return subject;
    }
    close = open - 1;
  }
  return std::nullopt;
}

std::optional<Range> Phrases::First(std::uint32_t from, std::uint32_t end) const {
  while (from < end && (!At(from).word() || At(from).Is(kTurnWord | kAndWord))) ++from;
  std::uint32_t comma = from;
  while (comma < end && At(comma).word()) ++comma;
  if (from < end && At(from).Is(kPrepositionWord | kOpenerWord) && comma + 1 < end)
    from = comma + 1;
  from = SkipOpening(from, end);  // "On July 28 the same group"
  std::uint32_t stop = from;
  while (stop < end && At(stop).word() && !IsVerb(stop)) ++stop;
  const std::uint32_t limit = std::min(EndOf(from), stop);
  if (from >= end || limit <= from) return std::nullopt;
  return Range{from, limit};
}

std::optional<Range> Phrases::EndingAt(std::uint32_t end, std::uint32_t from) const {
  std::uint32_t at = end;
  while (at > from && end - at < 8) {
    const PassageItem& item = At(at - 1);
    if (!item.word() || item.Is(kPrepositionWord | kThatWord | kOpenerWord) || IsVerb(at - 1) ||
        item.Is(kTurnWord))
      break;
    --at;
    if (item.Is(kDeterminerWord | kPossessorWord)) break;
  }
  if (at == end) return std::nullopt;
  return Range{at, end};
}

}  // namespace counterclaim
