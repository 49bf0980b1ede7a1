#include "anchor/since.h"

#include <algorithm>
#include <string_view>

namespace counterclaim {

namespace {

constexpr std::uint32_t kPhrase = 14;   // tokens behind "since" that name the event
constexpr std::uint32_t kBeside = 6;    // tokens between a name and its date
constexpr int kWholeMonth = 28;         // days
constexpr std::size_t kMostTried = 64;  // expressions compared with a name

class Since {
 public:
  Since(const TimeSight& sight, std::uint32_t sentence)
      : sight_(sight),
        first_(sight.layer.sentences[sentence].first_token),
        end_(sight.layer.sentences[sentence].end_token),
        sentence_(sentence) {}

  // The stretch with its first day.
  std::optional<SinceStretch> Find() const {
    for (std::uint32_t i = first_; i < end_; ++i) {
      if (!HasCue(sight_.cues[i], AnchorCue::kSince)) continue;
      if (IsDate(i)) {
        if (const auto day = OfSudden(i))
          return SinceStretch{{*day, *day}, i - (i > 0), i + 1, true};
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < std::min(end_, i + kPhrase) && !EndsPhrase(end)) ++end;
      auto day = Inside(i + 1, end);
      if (!day) day = Elsewhere(i + 1, end);
      if (!day) return std::nullopt;
      SinceStretch stretch{{*day, *day}, i, end};
      for (std::uint32_t k = i + 1; k < end && !stretch.sudden; ++k)
        stretch.sudden = HasCue(sight_.cues[k], AnchorCue::kSudden);
      return stretch;
    }
    return std::nullopt;
  }

 private:
  bool EndsPhrase(std::uint32_t token) const {
    const Token& mark = sight_.layer.tokens[token];
    return mark.kind == TokenKind::kPunctuation && (Word(token) == ":" || Word(token) == ";");
  }

  // "since Thursday's earthquake"
  std::optional<Day> OfSudden(std::uint32_t token) const {
    constexpr std::uint32_t kNear = 4;  // tokens: the mark of the genitive, an adjective
    const auto at = std::lower_bound(
        sight_.expressions.begin(), sight_.expressions.end(), token,
        [](const TimeExpression& time, std::uint32_t t) { return time.end_token <= t; });
    for (std::uint32_t k = at->end_token; k < std::min(end_, at->end_token + kNear); ++k) {
      if (k == at->end_token && sight_.layer.tokens[k].space_before) return std::nullopt;
      if (HasCue(sight_.cues[k], AnchorCue::kSudden)) return at->value.days.first;
    }
    return std::nullopt;
  }

  // "since Monday" is an expression of time itself.
  bool IsDate(std::uint32_t token) const {
    const auto at = std::lower_bound(
        sight_.expressions.begin(), sight_.expressions.end(), token,
        [](const TimeExpression& time, std::uint32_t t) { return time.end_token <= t; });
    return at != sight_.expressions.end() && at->first_token <= token;
  }

  std::optional<Day> Inside(std::uint32_t first, std::uint32_t end) const {
    const auto at = std::lower_bound(
        sight_.expressions.begin(), sight_.expressions.end(), first,
        [](const TimeExpression& time, std::uint32_t token) { return time.first_token < token; });
    if (at == sight_.expressions.end() || at->first_token >= end || at->sentence != sentence_)
      return std::nullopt;
    // "since the attack began in mid-May"; "since the talks of 3 and 4 May"
    for (std::uint32_t i = first; i < at->first_token; ++i)
      if (HasCue(sight_.cues[i], AnchorCue::kBegan)) return at->value.days.first;
    const DayRange& days = at->value.days;  // of an unknown day of February: all of it
    return days.last - days.first >= kWholeMonth - 1 ? days.first : days.last;
  }

  std::string_view Word(std::uint32_t token) const {
    const Span span = sight_.layer.tokens[token].span;
    return sight_.text.substr(span.begin, span.size());
  }

  bool IsName(std::uint32_t token) const {
    const Token& word = sight_.layer.tokens[token];
    return word.capital && word.kind == TokenKind::kWord && word.span.size() > 2;
  }

  // The last date before the sentence, else the first after it, that stands
  // behind one of the names in the phrase.
  std::optional<Day> Elsewhere(std::uint32_t first, std::uint32_t end) const {
    const auto& all = sight_.expressions;
    const auto here = static_cast<std::size_t>(
        std::lower_bound(all.begin(), all.end(), sentence_,
                         [](const TimeExpression& time, std::uint32_t sentence) {
                           return time.sentence < sentence;
                         }) -
        all.begin());
    for (std::uint32_t name = first; name < end; ++name) {
      if (!IsName(name)) continue;
      for (std::size_t i = here; i > 0 && here - i < kMostTried; --i) {
        if (const auto day = Beside(all[i - 1], Word(name))) return day;
      }
      for (std::size_t i = here; i < all.size() && i < here + kMostTried; ++i) {
        if (const auto day = Beside(all[i], Word(name))) return day;
      }
    }
    return std::nullopt;
  }

  std::optional<Day> Beside(const TimeExpression& time, std::string_view name) const {
    if (time.value.role != TimeRole::kEvent) return std::nullopt;
    const std::uint32_t begin = sight_.layer.sentences[time.sentence].first_token;
    for (std::uint32_t i = time.first_token; i > begin && time.first_token - i < kBeside;) {
      if (Word(--i) == name) return time.value.days.last;
    }
    return std::nullopt;
  }

  const TimeSight& sight_;
  std::uint32_t first_, end_, sentence_;
};

// "its director said at the time": of what was said, not of what is counted.
bool SaidThen(const TimeSight& sight, const Sentence& here, std::uint32_t token) {
  return token > here.first_token && HasCue(sight.cues[token - 1], AnchorCue::kStatement);
}

// "the landslides which tore through the town": the word that opens the clause.
bool OfHappening(const TimeSight& sight, std::uint32_t token) {
  return token > 0 && HasCue(sight.cues[token - 1], AnchorCue::kHappening);
}

}  // namespace

bool SinceUnknown(const TimeSight& sight, std::uint32_t sentence) {
  if (sentence >= sight.layer.sentences.size()) return false;
  const Sentence& words = sight.layer.sentences[sentence];
  for (std::uint32_t i = words.first_token; i < words.end_token; ++i) {
    if (!HasCue(sight.cues[i], AnchorCue::kSince)) continue;
    for (std::uint32_t k = i + 1; k < words.end_token && k < i + kPhrase; ++k)
      if (HasCue(sight.cues[k], AnchorCue::kBegan)) return true;
  }
  return false;
}

std::optional<SinceStretch> SinceEvent(const TimeSight& sight, std::uint32_t sentence,
                                       const std::optional<DayRange>& said) {
  if (sentence >= sight.layer.sentences.size()) return std::nullopt;
  const std::optional<Day> end = said ? std::optional(said->last) : sight.document.date;
  auto stretch = Since(sight, sentence).Find();
  if (!stretch || !end || stretch->days.first > *end) return std::nullopt;
  if (!stretch->sudden) stretch->days.last = *end;
  return stretch;
}

std::optional<SinceStretch> StretchAround(const TimeSight& sight, const TimeExpression& time,
                                          const std::optional<DayRange>& said) {
  const auto stretch = SinceEvent(sight, time.sentence, said);
  const bool inside =
      stretch && time.first_token > stretch->first_token && time.first_token < stretch->end_token;
  return inside ? stretch : std::nullopt;
}

std::optional<std::size_t> BackThen(const TimeSight& sight, const Mention& mention) {
  constexpr int kLongAgo = 60;           // days
  constexpr std::uint32_t kOpening = 3;  // tokens of a sentence that "there" opens
  const auto& sentences = sight.layer.sentences;
  if (mention.sentence >= sentences.size() || !sight.document.date) return std::nullopt;
  const Sentence& here = sentences[mention.sentence];
  std::optional<std::uint32_t> cue;
  for (std::uint32_t i = here.first_token; i < here.end_token && !cue; ++i)
    if (HasCue(sight.cues[i], AnchorCue::kBackThen) && !SaidThen(sight, here, i)) cue = i;
  if (!cue) return std::nullopt;
  const bool opens = *cue < here.first_token + kOpening && mention.sentence > 0 &&
                     sentences[mention.sentence - 1].paragraph == here.paragraph;
  const auto behind =
      std::partition_point(sight.expressions.begin(), sight.expressions.end(),
                           [&cue](const TimeExpression& time) { return time.first_token < *cue; });
  if (behind == sight.expressions.begin()) return std::nullopt;
  const TimeExpression& time = *std::prev(behind);
  if (time.sentence != mention.sentence && !(opens && time.sentence + 1 == mention.sentence))
    return std::nullopt;
  // "not since 1990": its first year
  const bool since = time.value.role == TimeRole::kWindow;
  const Day day = since ? time.value.days.first : time.value.days.last;
  if (*sight.document.date - day <= kLongAgo || time.value.role == TimeRole::kFuture)
    return std::nullopt;
  return static_cast<std::size_t>(behind - sight.expressions.begin()) - 1;
}

void KeepYear(ChosenTime* chosen) {
  constexpr int kYear = 365;
  if (chosen->role != TimeRole::kWindow || !chosen->days) return;
  chosen->role = TimeRole::kEvent;
  chosen->days->last = std::min(chosen->days->last, chosen->days->first + (kYear - 1));
}

bool HappenedThen(const TimeSight& sight, const TimeExpression& time, const Mention& mention) {
  const auto& tokens = sight.layer.tokens;
  std::uint32_t at = time.end_token;
  if (at < tokens.size() && tokens[at].kind == TokenKind::kPunctuation) ++at;
  const std::uint32_t number = mention.quantity.first_token;
  if (at >= number || !HasCue(sight.cues[at], AnchorCue::kThen)) return false;
  return std::none_of(tokens.begin() + at, tokens.begin() + number,
                      [](const Token& token) { return token.kind == TokenKind::kPunctuation; });
}

void TakeSince(const SinceStretch& since, ChosenTime* chosen) {
  chosen->role = since.sudden ? TimeRole::kEvent : TimeRole::kWindow;
  chosen->days = since.days;
  chosen->steps.push_back("when: " + ToText(since.days) + ", since what is dated elsewhere");
}

// "where people dig for gold, in the night to Saturday": a comma, and at most two words more.
bool ClosedBefore(const TimeSight& sight, const TimeExpression& time) {
  constexpr std::uint32_t kLead = 3;
  const std::uint32_t begin = sight.layer.sentences[time.sentence].first_token;
  for (std::uint32_t at = time.first_token; at > begin && time.first_token - at < kLead; --at)
    if (sight.layer.tokens[at - 1].kind == TokenKind::kPunctuation) return true;
  return false;
}

std::optional<std::size_t> OnlyDay(const TimeSight& sight, const Mention& mention,
                                   const std::optional<DayRange>& said) {
  const auto& all = sight.expressions;
  std::optional<std::size_t> only;
  const auto first = std::lower_bound(
      all.begin(), all.end(), mention.sentence,
      [](const TimeExpression& time, std::uint32_t s) { return time.sentence < s; });
  for (auto time = first; time != all.end() && time->sentence == mention.sentence; ++time) {
    const auto i = static_cast<std::size_t>(time - all.begin());
    const bool event = sight.uses[i] == TimeUse::kEvent || sight.uses[i] == TimeUse::kNamed;
    const TimeRole role = time->value.role;
    if (!event || time->value.loose || role == TimeRole::kFuture || role == TimeRole::kUntil)
      continue;
    const DayRange& days = time->value.days;
    if (only || days.last - days.first >= kPrecise || (said && said->last < days.first))
      return std::nullopt;
    only = i;
  }
  if (!only) return std::nullopt;
  const std::uint32_t number = mention.quantity.first_token, day = all[*only].first_token;
  for (std::uint32_t at = std::min(number, day); at < std::max(number, day); ++at) {
    if (HasCue(sight.cues[at], AnchorCue::kRelative) ||
        (HasCue(sight.cues[at], AnchorCue::kAside) && !OfHappening(sight, at) &&
         !ClosedBefore(sight, all[*only])))
      return std::nullopt;
  }
  return only;
}

std::optional<std::size_t> UntilDay(const TimeSight& sight, std::uint32_t sentence,
                                    const std::optional<DayRange>& said) {
  const auto& all = sight.expressions;
  const auto first = std::lower_bound(
      all.begin(), all.end(), sentence,
      [](const TimeExpression& time, std::uint32_t s) { return time.sentence < s; });
  for (auto time = first; time != all.end() && time->sentence == sentence; ++time) {
    const auto i = static_cast<std::size_t>(time - all.begin());
    const DayRange days = time->value.days;
    const bool over = !said || days.first <= said->last;
    if (time->value.role == TimeRole::kUntil && sight.uses[i] == TimeUse::kEvent && over &&
        days.last - days.first < kPrecise)
      return i;
  }
  return std::nullopt;
}

bool InLiveEntry(const TextLayer& layer, const Mention& mention) {
  return mention.sentence < layer.sentences.size() &&
         layer.paragraphs[layer.sentences[mention.sentence].paragraph].minute;
}

std::optional<DayRange> DayOfEntry(const TimeSight& sight, const Mention& mention) {
  constexpr int kMinutes = 24 * 60;
  const std::uint32_t paragraph = sight.layer.sentences[mention.sentence].paragraph;
  const auto& minute = sight.layer.paragraphs[paragraph].minute;
  if (*minute < kMinutes || !sight.document.date) return std::nullopt;
  const Day day = *sight.document.date + *minute / kMinutes;
  return DayRange{day, day};
}

bool TellsOfBody(const TimeSight& sight, std::uint32_t token) {
  if (!HasCue(sight.cues[token], AnchorCue::kAside)) return false;
  std::uint32_t before = token - 1;
  if (before > 0 && sight.layer.tokens[before].kind == TokenKind::kPunctuation) --before;
  return !sight.layer.tokens[before].capital && !HasCue(sight.cues[before], AnchorCue::kHappening);
}

bool OfPerson(const TimeSight& sight, const TimeExpression& time) {
  constexpr std::uint32_t kRelative = 5;  // tokens between "who" and the date of what was done
  const std::uint32_t begin = sight.layer.sentences[time.sentence].first_token;
  for (std::uint32_t t = time.first_token; t > begin && time.first_token - t < kRelative;)
    if (HasCue(sight.cues[--t], AnchorCue::kRelative)) return true;
  return false;
}

bool TellsEvent(const TimeSight& sight, std::uint32_t sentence) {
  const Sentence& words = sight.layer.sentences[sentence];
  const auto first = sight.cues.begin() + words.first_token;
  return std::any_of(first, sight.cues.begin() + words.end_token,
                     [](CueMask mask) { return HasCue(mask, AnchorCue::kHappening); });
}

}  // namespace counterclaim
