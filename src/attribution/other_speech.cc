#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestAside = 8;  // items

}  // namespace

bool RelationReader::Inverted(const Cue& cue, const CueVerb& verb) {
  const bool quoted = cue.first > 0 && MarkAt(cue.first - 1, Mark::kQuote);
  const bool clause =
      cue.first > 2 && (MarkAt(cue.first - 1, Mark::kComma) || MarkAt(cue.first - 1, Mark::kDash));
  if ((!quoted && !clause) || (verb.takes & kTakesHearer)) return false;
  if (cue.end >= size() || !At(cue.end).word() || At(cue.end).Is(kThatWord)) return false;
  const auto source = phrases_.After(cue.end, true);
  const bool stranger = source && !verb.weak && clause && phrases_.MaySpeak(*source);
  if (!source || !(phrases_.CanSpeak(*source) || stranger) || At(source->first).Is(kObjectWord))
    return false;
  const bool closed = source->end >= End() || !At(source->end).word() ||
                      At(source->end)
                          .Is(kPrepositionWord | kTimeWord | kAdverbWord | kAsWord | kOpenerWord |
                              kRelativeWord | kThatWord);
  if (!closed) return false;
  if (!quoted && (verb.takes & (kTakesFigure | kTakesRecord)) && !(verb.takes & kTakesThat))
    return false;
  Draft draft = Make(cue, verb);
  draft.source = WithAuthor(*source);
  draft.first_person = source->size() == 1 && At(source->first).Is(kFirstWord);
  const bool fronted = clause && MarkAt(source->end, Mark::kComma) && Adjunct(0, cue.first - 1);
  if (fronted) draft.content.push_back({source->end + 1, End()});
  if (!fronted) AddBefore(cue.first, &draft);
  for (std::uint32_t i = source->end; i < End() && !fronted; ++i) {
    const bool goes_on = MarkAt(i, Mark::kQuote) ||
                         (i + 1 < End() && MarkAt(i, Mark::kComma) && At(i + 1).Is(kAndWord)) ||
                         MarkAt(i, Mark::kSemicolon);
    if (!goes_on) continue;
    draft.content.push_back({i, End()});
    break;
  }
  if (draft.content.empty()) return false;
  Keep(draft);
  return true;
}

void RelationReader::Continued(const Cue& cue, const CueVerb& verb) {
  const Draft* last = LastSpeaker();
  Draft draft = Make(cue, verb);
  if (last) {
    draft.source = last->source;
    draft.first_person = last->first_person;
    draft.antecedent = last->antecedent;
  } else {
    auto first = JoinedSubject(cue);
    if (!first) first = phrases_.First(0, cue.first);
    if (!first || !phrases_.CanSpeak(*first)) {  // "A correction first: the army ..."
      std::uint32_t from = cue.first;
      while (from > 0 && !MarkAt(from - 1, Mark::kColon) && !MarkAt(from - 1, Mark::kSemicolon))
        --from;
      first = phrases_.First(from, cue.first);
    }
    if (!first || !phrases_.CanSpeak(*first)) return;
    draft.source = *first;
  }
  const std::uint32_t after = SkipAdjuncts(cue.end, verb, &draft);
  if (after >= End() || !Completed(cue, verb, draft, after, false, End())) return;
  Keep(draft);
}

// "A week after the attack, police have published the names and revised the toll": who does
// what stands before the "and".
std::optional<Range> RelationReader::JoinedSubject(const Cue& cue) const {
  constexpr std::uint32_t kFarthest = 40;  // items
  if (cue.first == 0) return std::nullopt;
  const std::uint32_t floor = cue.first - std::min(cue.first, kFarthest);
  for (std::uint32_t i = cue.first - 1; i-- > floor && At(i).mark != Mark::kSemicolon;) {
    if (!VerbAt(i)) continue;
    const auto subject = phrases_.Before(i, 0);
    if (!subject || subject->relative || !phrases_.CanSpeak(subject->range)) return std::nullopt;
    return subject->range;
  }
  return std::nullopt;
}

void RelationReader::Nonfinite(const Cue& cue, const CueVerb& verb) {
  if (cue.infinitive && !(verb.takes & kTakesThat)) return;
  if (cue.first > 0 && At(cue.first - 1).Is(kAsWord) && QuotedAs(cue, verb)) return;
  Draft draft = Make(cue, verb);
  const std::uint32_t after = SkipAdjuncts(cue.end, verb, &draft);
  if (after >= End()) return;
  // "63 died, the mayor said, raising an earlier count of 41"
  const Draft* spoke = LastSpeaker();
  if (spoke && (cue.forms & kGerund) && (verb.takes & kTakesChange) && FigureAt(cue.end)) {
    draft.source = spoke->source;
    draft.antecedent = spoke->antecedent;
    draft.first_person = spoke->first_person;
    draft.content.push_back({cue.end, End()});
    return Keep(draft);
  }
  const bool opens = At(after).Is(kThatWord | kOpenerWord) || At(after).mark == Mark::kQuote ||
                     At(after).mark == Mark::kColon;
  if (!opens && !(verb.takes & kTakesBare) && !QuoteAfter(after)) return;
  std::optional<Range> source;
  if (!cue.infinitive && cue.first > 0 && At(cue.first - 1).word()) {
    source = phrases_.EndingAt(cue.first, 0);
    if (source && !phrases_.CanSpeak(*source)) source.reset();
    if (source && phrases_.IsDocument(*source) && source->first > 0 &&
        phrases_.IsVerb(source->first - 1)) {  // "the army issued a statement saying"
      const auto issuer = phrases_.Before(source->first - 1, 0);
      if (issuer && phrases_.CanSpeak(issuer->range)) source = issuer->range;
    }
  }
  const Draft* last = LastSpeaker();
  if (!source && last) {
    draft.first_person = last->first_person;
    draft.antecedent = last->antecedent;
    source = last->source;
  }
  if (!source) source = phrases_.First(0, cue.first);
  if (!source || !phrases_.CanSpeak(*source)) return;
  draft.source = *source;
  draft.start = cue.first;
  if (!Completed(cue, verb, draft, after, false, End())) return;
  Keep(draft);
}

bool RelationReader::QuotedAs(const Cue& cue, const CueVerb& verb) {
  for (std::size_t i = at_; i-- > 0;) {
    const Cue& quote = cues_[i];
    if (quote.end + kReach < cue.first) return false;
    if (quote.kind != Cue::Kind::kVerb || !(rules_.verb_list[quote.index].takes & kTakesOrigin))
      continue;
    Draft draft = Make(cue, verb);
    const auto subject = phrases_.Before(quote.first, 0);
    if (quote.passive) {
      if (!subject) return false;
      draft.source = subject->range;
      draft.start = subject->clause;
      ByRelay(cue.end, &draft);
    } else {
      const auto object = phrases_.EndingAt(cue.first - 1, quote.end);
      if (quote.end >= cue.first - 1 || !object) return false;
      draft.source = {quote.end, cue.first - 1};
      if (subject) draft.relays.push_back(subject->range);
    }
    const std::uint32_t after = SkipAdjuncts(cue.end, verb, nullptr);
    if (MarkAt(draft.start > 0 ? draft.start - 1 : size(), Mark::kComma))
      AddBefore(draft.start, &draft);
    if (after < End()) draft.content.push_back({after, End()});
    if (draft.content.empty()) return false;
    Keep(draft);
    return true;
  }
  return false;
}

void RelationReader::ByRelay(std::uint32_t at, Draft* draft) const {
  for (std::uint32_t i = at; i + 1 < size() && i < at + kReach; ++i) {
    if (!At(i).Is(kByWord)) continue;
    if (const auto relay = phrases_.After(i + 1, false)) draft->relays.push_back(*relay);
    return;
  }
}

bool RelationReader::ReducedPassive(const Cue& cue, const CueVerb& verb) {
  if (!(cue.forms & kPastParticiple) || cue.end != cue.main + 1 || cue.end >= size()) return false;
  if (cue.first + 1 < cue.end && cue.first != cue.main) return false;
  // "men said to have died"; not "the army claimed to have taken posts"
  const bool to_have = At(cue.end).Is(kToWord) && NextIs(cue.end + 1, kHaveWord | kBeWord) &&
                       verb.strength != Strength::kClaimed && verb.strength != Strength::kConfirmed;
  if ((At(cue.end).Is(kStateWord) || to_have) && (verb.takes & kTakesPassive)) {
    Passive(cue, verb);
    return true;
  }
  if (!At(cue.end).Is(kByWord) || cue.first == 0 || !At(cue.first - 1).word()) return false;
  const auto by = phrases_.After(cue.end + 1, false);
  if (!by || !phrases_.CanSpeak(*by)) return false;  // "two residents said by telephone"
  Passive(cue, verb);
  return true;
}

// "was announced by", "was announced on Saturday evening by"; size(): nobody is named.
std::uint32_t RelationReader::ByBehind(std::uint32_t at) const {
  const std::uint32_t end = std::min(size(), at + kLongestAside);
  const auto of_time = [this](std::uint32_t i) {
    return NextIs(i + 1, kTimeWord) ||
           (NextIs(i + 1, kDeterminerWord) && NextIs(i + 2, kTimeWord));  // not "put about by"
  };
  while (at < end && At(at).word() && !At(at).Is(kByWord) &&
         (At(at).Is(kTimeWord | kDeterminerWord) ||
          (At(at).Is(kPrepositionWord) ? of_time(at) : At(at).Is(kAdverbWord))))
    ++at;
  return at < end && At(at).Is(kByWord) && !NextIs(at + 1, kTimeWord) ? at : size();
}

void RelationReader::Passive(const Cue& cue, const CueVerb& verb) {
  const std::uint32_t at = cue.end;
  const auto subject = phrases_.Before(cue.first, 0);
  Draft draft = Make(cue, verb);
  draft.start = subject ? subject->clause : cue.first;
  const std::uint32_t end = ClauseEnd(at);
  const bool impersonal =
      subject && subject->range.size() == 1 && At(subject->range.first).Is(kSuchWord);
  if (const std::uint32_t by = ByBehind(at); by < size()) {
    const auto source = phrases_.After(by + 1, true);
    if (!source || !phrases_.CanSpeak(*source)) return;
    if (!(verb.takes & (kTakesPassive | kTakesNoun | kTakesBare | kTakesFigure))) return;
    draft.source = *source;
    std::uint32_t from = draft.start;
    if (from >= cue.first || impersonal) from = ContentStart(cue.first);
    if (from < cue.first) draft.content.push_back({from, cue.first});
    if (source->end < End() && (At(source->end).Is(kThatWord | kToWord) || impersonal))
      draft.content.push_back({source->end, End()});
    if (!draft.content.empty()) drafts_.push_back(draft);
    return;
  }
  if (at >= size() || !(verb.takes & kTakesPassive)) return;
  // "three will be declared dead": nobody has said so
  for (std::uint32_t i = cue.first; i < cue.main && At(at).Is(kStateWord); ++i)
    if (At(i).Is(kModalWord)) return;
  const bool goes_on = At(at).Is(kToWord | kThatWord | kStateWord) || (impersonal && At(at).word());
  if (!goes_on) return;
  draft.unsourced = true;
  if (verb.strength == Strength::kStated) draft.strength = Strength::kAlleged;
  const std::uint32_t from = impersonal ? at : draft.start;
  draft.content.push_back({from, end});
  drafts_.push_back(draft);
}

// "Nine died, the mayor has said now that all have a name", "said later that day", "said in a
// report that rests on pictures", "said in a paper that it published": no reported clause.
bool RelationReader::OtherThat(const Cue& cue, std::uint32_t at, std::uint32_t end) const {
  if (!At(at).Is(kThatWord) || at == 0) return false;
  if (At(at - 1).Is(kAdverbWord)) return true;
  // "wrote that night"
  if (NextIs(at + 1, kTimeWord) && (at + 2 >= end || !At(at + 2).word())) return true;
  if (at <= cue.end) return false;
  // "Two jets were lost, the commander admitted in a letter that congress made public"
  const auto counts = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i)
      if (NumberAt(i)) return true;
    return false;
  };
  if (phrases_.IsDocument({at - 1, at}) && counts(0, cue.first) && !counts(at, end)) return true;
  return VerbAt(at + 1) ||
         (!At(at - 1).Is(kTimeWord) && at + 1 < end && phrases_.IsPronoun(at + 1));
}

// "has found convincing evidence that": where "that" stands; 0: nowhere.
std::uint32_t RelationReader::EvidenceThat(std::uint32_t at) const {
  for (std::uint32_t i = at + 1; i < End() && i < at + kLongestAside && At(i).word(); ++i) {
    if (At(i).Is(kPrepositionWord)) return 0;
    if (At(i).Is(kThatWord)) return !VerbAt(i + 1) && phrases_.IsDocument({i - 1, i}) ? i : 0;
  }
  return 0;
}

// "boasted through its agency, Amaq, that"
std::uint32_t RelationReader::ThatBehindAside(std::uint32_t at) const {
  if (!MarkAt(at, Mark::kComma)) return 0;
  std::uint32_t close = at + 1;
  while (close < size() && close < at + kLongestAside && At(close).word()) ++close;
  return close > at + 1 && MarkAt(close, Mark::kComma) && NextIs(close + 1, kThatWord) ? close + 1
                                                                                       : 0;
}

// "he said, showing pictures, and dozens had died"
std::uint32_t RelationReader::ClauseAfter(std::uint32_t at) const {
  for (std::uint32_t i = at; i + 1 < End(); ++i) {
    if (MarkAt(i, Mark::kSemicolon)) return i + 1;
    if (MarkAt(i, Mark::kComma) && At(i + 1).Is(kAndWord)) return i + 2;
  }
  return End();
}

// "it said, ..." : a mark stands behind the verb at `after`.
bool RelationReader::AtMark(const CueVerb& verb, Draft* draft, std::uint32_t after, bool before,
                            bool clause) {
  const std::uint32_t end = End();
  const bool enclosed = !before && !draft->antecedent && draft->start > 2 &&
                        MarkAt(draft->start - 1, Mark::kComma) && At(after).mark == Mark::kComma;
  if (before || enclosed) AddBefore(draft->start, draft);
  const bool quote = QuoteAfter(after);
  if (!enclosed && !before && !quote && !clause && !(verb.takes & kTakesBare) &&
      !NextIs(after + 1, kThatWord))
    return false;
  // "The toll, he said, stands at 37": the verb is still to come.
  const bool open = before && (NoVerb(0, draft->start) || OfThose(draft->start));
  if (before && !open && !MidSentence(after) && !Broken(draft->start)) {
    const std::uint32_t next_clause = ClauseAfter(after + 1);
    if (next_clause < end) draft->content.push_back({next_clause, end});
    return true;
  }
  draft->content.push_back({after + 1, end});
  return true;
}

bool RelationReader::MidSentence(std::uint32_t mark) const {
  const std::uint32_t at = mark + 1;
  if (at >= size()) return false;
  const PassageItem& item = At(at);
  if (item.mark == Mark::kQuote || At(mark).mark == Mark::kSemicolon) return true;
  // "the command said, killing at least 20 of them", "said, bringing the toll since May to 310"
  if (item.gerund) {
    for (std::uint32_t i = at + 1; i < End() && i < at + kReach && At(i).word(); ++i)
      if (NumberAt(i)) return true;
  }
  if (item.gerund || item.Is(kRelativeWord | kAsWord | kNotWord)) return false;
  return !(item.Is(kVerbWord) && !item.capital && NextIs(at + 1, kPrepositionWord) &&
           !item.Is(kBeWord));
}

// "It had also, she claimed, carried off": the words before are no whole clause.
bool RelationReader::Broken(std::uint32_t start) const {
  std::uint32_t at = start;
  while (at > 0 && (!At(at - 1).word() || At(at - 1).Is(kAdverbWord))) --at;
  return at > 0 && At(at - 1).Is(kBeWord | kHaveWord | kModalWord);
}

}  // namespace counterclaim
