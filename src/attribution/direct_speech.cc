#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestAdjunct = 8;  // items

}  // namespace

void RelationReader::Verb(const Cue& cue) {
  const CueVerb& verb = rules_.verb_list[cue.index];
  if (cue.passive) return Passive(cue, verb);
  if (ReducedPassive(cue, verb)) return;
  if (!cue.finite) return Nonfinite(cue, verb);
  if (verb.takes == kTakesPassive || (cue.negated && passage_.inside)) return;
  const bool losses_only = (verb.takes & ~kTakesPassive) == kTakesLosses;
  // "2,000 have died, the agency believes"
  const bool behind = cue.end >= End() && cue.end == cue.main + 1;
  if (losses_only && (cue.negated || !(behind || LossesAt(cue.end)))) return;
  const std::uint32_t from = Floor(cue);
  if (cue.first > 0 && At(cue.first - 1).Is(kAndWord | kTurnWord)) return Continued(cue, verb);
  if (PrefersInversion(cue) && Inverted(cue, verb)) return;
  auto subject = phrases_.Before(cue.first, from);
  if (subject && ObjectOfVerb(cue, subject->range)) return;
  const bool bare_form = (cue.forms & (kBaseForm | kGerund)) != 0 && !(cue.forms & kPast);
  if (!subject && (cue.first > 0 || !(bare_form)) && Inverted(cue, verb)) return;
  if (!subject || !(phrases_.CanSpeak(subject->range) ||
                    (!verb.weak && (verb.takes & kTakesBare) && phrases_.MaySpeak(subject->range))))
    return;
  Direct(cue, verb, *subject);
}

// "rejected the United Nations report on": a noun of the spelling of a verb.
bool RelationReader::ObjectOfVerb(const Cue& cue, Range subject) const {
  if (!(cue.forms & kBaseForm) || cue.first != cue.main) return false;
  return std::any_of(
      cues_.begin(), cues_.begin() + static_cast<std::ptrdiff_t>(at_), [&](const Cue& before) {
        return before.kind == Cue::Kind::kVerb && before.end == subject.first && before.finite &&
               !(rules_.verb_list[before.index].takes & (kTakesThat | kTakesBare));
      });
}

bool RelationReader::PrefersInversion(const Cue& cue) const {
  if (cue.first < 3 || !MarkAt(cue.first - 1, Mark::kComma) || cue.end >= End() ||
      cue.first != cue.main)
    return false;
  if (!At(cue.end).word() || At(cue.end).number) return false;
  // "The army, meanwhile, announced the death of a Marine"
  std::uint32_t aside = cue.first - 1;
  while (aside > 0 && At(aside - 1).word() && At(aside - 1).Is(kAdverbWord)) --aside;
  if (aside > 1 && aside + 1 < cue.first && MarkAt(aside - 1, Mark::kComma)) return false;
  const auto source = phrases_.After(cue.end, false);
  return source && phrases_.CanSpeak(*source) &&
         (source->end >= End() || MarkAt(source->end, Mark::kComma));
}

std::uint32_t RelationReader::SkipAdjuncts(std::uint32_t at, const CueVerb& verb,
                                           Draft* draft) const {
  if ((verb.takes & kTakesHearer) && at < size() && At(at).word() && !At(at).Is(kThatWord)) {
    std::uint32_t end =
        At(at).Is(kFirstWord | kPersonalWord | kObjectWord) || phrases_.IsPronoun(at)
            ? at + 1
            : HearerEnd(at);
    if (end > at && draft) draft->relays.push_back({at, end});
    at = end;
  }
  for (int rounds = 0; rounds < 6 && at < size(); ++rounds) {
    const PassageItem& item = At(at);
    if (!item.word() || item.Is(kThatWord)) break;
    if ((item.Is(kAdverbWord) && !item.Is(kDeterminerWord)) || item.Is(kTimeWord)) {
      ++at;
      continue;
    }
    if (!item.Is(kPrepositionWord) && !item.Is(kDeterminerWord)) break;
    const auto counts = [&](std::uint32_t i) {
      return i + 1 < size() && At(i).number && !At(i + 1).Is(kTimeWord);
    };
    const bool figure = counts(at + 1) || counts(at + 2);  // "at least 20 dead"
    if (item.Is(kPrepositionWord) && figure) break;        // "about 1,700 dead"
    std::uint32_t end = at + 1;
    while (end < size() &&
           (At(end).Is(kTimeWord) ||
            (At(end).Is(kDeterminerWord) && end + 1 < size() && At(end + 1).Is(kTimeWord)) ||
            (At(end).number && end > at + 1 && At(end - 1).Is(kTimeWord)))) {
      ++end;
    }
    if (end > at + 1) {
      at = end;
      continue;
    }
    if (!item.Is(kPrepositionWord)) break;
    end = phrases_.EndOf(at + 1);
    // "rejects with contempt the figure of 47 dead"
    const bool object = (verb.takes & kTakesNoun) && end < size() && At(end).Is(kDeterminerWord);
    const bool closes = end >= size() || !At(end).word() || object ||
                        At(end).Is(kThatWord | kTimeWord | kPrepositionWord);
    if (end == at + 1 || !closes) break;
    at = end;
  }
  return at;
}

std::uint32_t RelationReader::HearerEnd(std::uint32_t at) const {
  std::uint32_t end = at;
  const bool name = At(at).capital && !At(at).Is(kDeterminerWord);
  while (end < size() && end < at + kReach && At(end).word() &&
         !At(end).Is(kThatWord | kOpenerWord)) {
    if (end > at && (At(end).number || phrases_.IsPronoun(end))) break;
    if (end > at + 1 && At(end).Is(kDeterminerWord) && !At(end - 1).Is(kPrepositionWord)) break;
    if (name && !At(end).capital && !At(end).Is(kPrepositionWord | kTimeWord) &&
        !At(end).possessive)
      break;
    if (end > at && phrases_.IsVerb(end)) break;
    ++end;
  }
  return end;
}

bool RelationReader::ClauseBefore(std::uint32_t start) const {
  if (start < 2) return start == 1 && MarkAt(0, Mark::kQuote);
  const Mark mark = At(start - 1).mark;
  if (mark == Mark::kQuote) return true;
  if (mark != Mark::kComma && mark != Mark::kDash) return false;
  std::uint32_t from = start - 1;
  while (from > 0 && At(from - 1).word()) --from;
  if (from > 0) return true;
  return start - 1 - from >= 2 && !Adjunct(from, start - 1);
}

// "On the other side": no clause that anybody could have said.
bool RelationReader::Adjunct(std::uint32_t from, std::uint32_t end) const {
  const bool adverb = At(from).Is(kAdverbWord) && !At(from).Is(kDeterminerWord);  // not "all 41"
  return end - from <= kLongestAdjunct && (At(from).Is(kPrepositionWord) || adverb) &&
         NoVerb(from, end);
}

bool RelationReader::NoVerb(std::uint32_t from, std::uint32_t end) const {
  for (std::uint32_t i = from + 1; i < end; ++i) {
    if (phrases_.IsVerb(i) || VerbAt(i)) return false;
  }
  return true;
}

// "Of those who died, he said, 22 were women": the only verb before is that of a relative.
bool RelationReader::OfThose(std::uint32_t end) const {
  if (!At(0).Is(kOfWord)) return false;
  for (std::uint32_t i = 1; i < end; ++i)
    if (phrases_.IsVerb(i) && !At(i - 1).Is(kRelativeWord | kThatWord)) return false;
  return true;
}

// The noun before "who", with or without a comma.
std::optional<Range> RelationReader::Antecedent(std::uint32_t relative) const {
  if (relative > 0 && MarkAt(relative - 1, Mark::kComma)) --relative;
  const auto noun = phrases_.EndingAt(relative, 0);
  if (!noun || noun->first < 2 || !At(noun->first - 1).Is(kPrepositionWord)) return noun;
  // "the army in Bamako, which"
  const auto head = phrases_.EndingAt(noun->first - 1, 0);
  return head && phrases_.CanSpeak(*head) ? Range{head->first, noun->end} : noun;
}

void RelationReader::Direct(const Cue& cue, const CueVerb& verb, const Phrases::Subject& subject) {
  Draft draft = Make(cue, verb);
  draft.source = subject.range;
  while (draft.source.size() > 1 && At(draft.source.end - 1).Is(kPrepositionWord | kMoreWord) &&
         !At(draft.source.end - 1).capital)  // "the ministry more than doubled its toll"
    --draft.source.end;
  draft.start = std::min(subject.clause, subject.range.first);
  draft.first_person = subject.range.size() == 1 && At(subject.range.first).Is(kFirstWord);
  // "the minister, whose last bulletin had listed 78 dead"
  const bool whose = subject.range.size() > 1 && At(subject.range.first).Is(kRelativeWord);
  if (subject.relative || whose)
    draft.antecedent = Antecedent(whose ? subject.range.first : *subject.relative);
  CloseRelatives(draft);
  if (draft.opens || draft.labels) {
    draft.content.push_back({cue.main, End()});
    return Keep(draft);
  }
  if (verb.rejects) {
    if (!UntrueBehind(cue.end)) return;
    draft.content.push_back({cue.end, End()});
    return Keep(draft);
  }
  if (subject.as_clause && draft.start > 0) --draft.start;
  const std::uint32_t after = SkipAdjuncts(cue.end, verb, &draft);
  const bool figures_only = (verb.takes & ~(kTakesFigure | kTakesChange)) == 0;
  const bool before = ClauseBefore(draft.start) && !subject.relative && !figures_only;
  const std::uint32_t end = End();
  const bool over = after >= end;
  if (cue.negated && over) return;
  if (subject.as_clause) {
    std::uint32_t opening = 0;
    while (opening < draft.start && At(opening).Is(kTurnWord | kAndWord | kAdverbWord)) ++opening;
    // "Protesters shouted as officials said the dead had reached 282"
    const bool told = opening < draft.start && !over && At(after).word() &&
                      !At(after).Is(kPrepositionWord | kTimeWord | kAdverbWord | kOpenerWord) &&
                      !MarkAt(draft.start - 1, Mark::kComma) && !At(after).gerund;
    if (told) {
      draft.content.push_back({after, end});
      return Keep(draft);
    }
    if (opening == draft.start && after + 1 < end) draft.content.push_back({after + 1, end});
    if (opening < draft.start) AddBefore(draft.start, &draft);
    // "The final toll, as the government gave it last month, is 67."
    std::uint32_t close = after;
    while (close < end && At(close).word()) ++close;
    const bool open = opening < draft.start && NoVerb(opening, draft.start);
    if (open && (MarkAt(close, Mark::kComma) || MarkAt(close, Mark::kColon)) && close + 1 < end)
      draft.content.push_back({close + 1, end});
  } else if (over) {
    if (!before) return;
    AddBefore(draft.start, &draft);
  } else if (!Completed(cue, verb, draft, after, before, end)) {
    return;
  }
  Keep(draft);
}

// "called the report “a complete lie”": in quotation marks as well.
bool RelationReader::UntrueBehind(std::uint32_t at) const {
  constexpr std::uint32_t kFar = 16;  // tokens
  if (at >= End()) return false;
  const auto& tokens = text_.layer.tokens;
  const std::uint32_t stop = text_.layer.sentences[passage_.sentence].end_token;
  for (std::uint32_t i = At(at).first; i < std::min(stop, At(at).first + kFar); ++i)
    if (rules_.Word(tokens[i].word) & kUntrueWord) return true;
  return false;
}

bool RelationReader::Completed(const Cue& cue, const CueVerb& verb, Draft& draft,
                               std::uint32_t after, bool before, std::uint32_t end) {
  const PassageItem& next = At(after);
  if (draft.antecedent && next.Is(kAndWord)) return false;  // "the ferry, which listed and sank"
  const bool document = !(verb.takes & kTakesRecord) || Records(draft.source);
  const bool clause = next.mark == Mark::kComma && ClauseAt(after + 1, true);
  if (const std::uint32_t that = EvidenceThat(after); that > 0 && (verb.takes & kTakesThat)) {
    draft.content.push_back({that, end});
    return true;
  }
  if (!document && !before && !clause && !next.Is(kThatWord | kAskWord)) return false;
  if (cue.negated && !next.Is(kThatWord | kAskWord) && !(verb.takes & (kTakesBare | kTakesNoun)))
    return false;
  const bool colon = next.mark == Mark::kColon;
  if (colon || next.mark == Mark::kQuote) {
    if (before) AddBefore(draft.start, &draft);
    draft.content.push_back({after + (colon ? 1 : 0), end});
    return true;
  }
  if (const std::uint32_t that = ThatBehindAside(after); that > 0) {
    draft.content.push_back({that, end});
    return true;
  }
  if (!next.word()) return AtMark(verb, &draft, after, before, clause);
  if (before && OtherThat(cue, after, end)) {
    AddBefore(draft.start, &draft);
    return true;
  }
  // "A bomb set off explosives that ..." says nothing.
  const bool figures_only = (verb.takes & ~(kTakesFigure | kTakesChange)) == 0;
  if (!figures_only && (next.Is(kThatWord | kAskWord) || (next.Is(kOpenerWord) && !before))) {
    draft.content.push_back({after, end});
    return true;
  }
  const bool of_figure = At(cue.end - 1).Is(kOfWord) && cue.end == after;  // "spoke of about 30"
  // "a bus fell into a river, and a minister said at least 60 people"
  const auto joins = [this](std::uint32_t at) { return At(at).Is(kAndWord | kTurnWord); };
  const bool bound = next.Is(kPrepositionWord) && draft.start > 0 &&
                     (joins(draft.start - 1) || joins(draft.start)) && NumberAt(after + 1);
  const bool infinitive = next.Is(kToWord) && NextIs(after + 1, kHaveWord);  // "claimed to have"
  if (before && !of_figure && !bound && !(infinitive && (verb.takes & kTakesBare)) &&
      (next.Is(kPrepositionWord | kOpenerWord | kAsWord | kToWord) || next.gerund ||
       cue.end < after)) {
    AddBefore(draft.start, &draft);
    return true;
  }
  return Objects(cue, verb, draft, after, before, end);
}

bool RelationReader::Objects(const Cue& cue, const CueVerb& verb, Draft& draft, std::uint32_t after,
                             bool before, std::uint32_t end) {
  const bool adjunct = At(after).Is(kPrepositionWord | kToWord) && !At(after).capital;
  if ((verb.takes & kTakesHearer) && adjunct) return false;
  const bool losses = (verb.takes & kTakesLosses) && LossesAt(cue.end);
  const bool counted = At(cue.end - 1).Is(kOfWord) && NumberAt(cue.end);  // "of at least 400 dead"
  const bool changed = (verb.takes & kTakesChange) && ChangeAt(cue.end);
  const bool beyond = (verb.takes & kTakesNoun) && after > cue.end && At(after).Is(kDeterminerWord);
  if (!(verb.takes & (kTakesThat | kTakesFigure)) && At(cue.end).Is(kPrepositionWord | kToWord) &&
      !losses && !counted && !changed && !beyond && !FigureEndsAt(cue.end))
    return false;
  const bool bare = FigureEndsAt(cue.end) && Earlier(cue);
  if (losses || ((verb.takes & kTakesFigure) && (FigureAt(cue.end) || bare)) ||
      ((verb.takes & kTakesChange) && !TellsClause(draft) && ChangeAt(cue.end))) {
    draft.content.push_back({cue.end, end});
    return true;
  }
  if (verb.takes & kTakesRecord) {
    if (!Records(draft.source)) return false;
    draft.content.push_back({after, end});
    return true;
  }
  if ((verb.takes & kTakesGerund) && (At(after).gerund || At(after).Is(kHaveWord))) {
    draft.content.push_back({after, end});
    return true;
  }
  if (verb.takes & (kTakesBare | kTakesNoun)) {
    bool counts = false;  // "police and the ministry announced together"
    for (std::uint32_t i = cue.end; i < end && !counts; ++i)
      counts = NumberAt(i) || At(i).capital || At(i).plural || At(i).Is(kDeterminerWord);
    constexpr std::uint32_t kFewItems = 4;
    if (before && !counts && end - cue.end <= kFewItems)
      AddBefore(draft.start, &draft);
    else
      draft.content.push_back({cue.end, end});
    return true;
  }
  if (verb.takes & (kTakesFigure | kTakesChange)) return false;
  const bool quote = QuoteAfter(after);
  if (quote && (verb.takes & (kTakesThat | kTakesQuoteOnly))) {
    if (before) AddBefore(draft.start, &draft);
    draft.content.push_back({after, end});
    return true;
  }
  for (std::uint32_t i = after; i < end && i < after + 6; ++i) {
    if (!At(i).word() || !At(i).Is(kThatWord)) continue;
    draft.content.push_back({i, end});
    return true;
  }
  if (before) {
    AddBefore(draft.start, &draft);
    return true;
  }
  if (!(verb.takes & kTakesThat) || !ClauseAt(after, false)) return false;
  draft.content.push_back({after, end});
  return true;
}

// "argues there is", "notes its men had", "a panel has found, 87 people were killed":
// a clause without "that".
bool RelationReader::ClauseAt(std::uint32_t at, bool counts) const {
  if (at >= size() || !At(at).word() || (At(at).number && !counts)) return false;
  for (std::uint32_t i = at; i < End() && i < at + kLongestAdjunct && At(i).word(); ++i) {
    if (At(i).Is(kPrepositionWord | kOpenerWord | kAsWord | kToWord | kRelativeWord | kAndWord))
      return false;
    if (i > at && At(i).Is(kBeWord | kHaveWord | kModalWord)) return true;
  }
  return false;
}

bool RelationReader::NextIs(std::uint32_t at, std::uint64_t bits) const {
  return at < size() && At(at).Is(bits);
}

bool RelationReader::VerbAt(std::uint32_t at) const {
  const auto& verbs = text_.layer.verb_groups;
  const std::uint32_t token = at < size() ? At(at).first : 0;
  const auto verb =
      std::lower_bound(verbs.begin(), verbs.end(), token,
                       [](const VerbGroup& v, std::uint32_t t) { return v.first_token < t; });
  return at < size() && verb != verbs.end() && verb->first_token == token && verb->finite;
}

bool RelationReader::QuoteAfter(std::uint32_t at) const {
  for (std::uint32_t i = at; i < size() && i < at + kReach; ++i) {
    if (At(i).mark == Mark::kQuote) return true;
  }
  return false;
}

}  // namespace counterclaim
