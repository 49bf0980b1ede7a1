#include "attribution/relation.h"

#include <algorithm>

#include "attribution/cue.h"
#include "attribution/noun_phrase.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kReach = 16;   // items between a verb and what completes it

// A relation while its sentence is read; ranges are items.
struct Draft {
  Cue cue;
  Range source;
  bool first_person = false;
  std::optional<Range> antecedent;
  std::vector<Range> content;
  std::vector<Range> relays;
  std::uint32_t start = 0;          // where its territory begins
  Strength strength = Strength::kStated;
  std::optional<Stance> stance;
  RuleId rule;
  bool relay = false, unsourced = false;
};

class Reader {
 public:
  Reader(const Text& text, const Passage& passage)
      : text_(text), passage_(passage), rules_(text.language.cues), phrases_(text, passage) {}

  std::vector<Relation> Read() {
    cues_ = FindCues(text_, passage_);
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      at_ = i;
      switch (cues_[i].kind) {
        case Cue::Kind::kVerb: Verb(cues_[i]); break;
        case Cue::Kind::kNoun: Noun(cues_[i]); break;
        case Cue::Kind::kBefore: SourceAfter(cues_[i]); break;
        case Cue::Kind::kAfter: SourceBefore(cues_[i]); break;
      }
    }
    std::vector<Relation> relations;
    for (const Draft& draft : drafts_) {
      if (auto relation = Finish(draft)) relations.push_back(std::move(*relation));
    }
    return relations;
  }

 private:
  const Item& At(std::uint32_t at) const { return passage_.items[at]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(passage_.items.size()); }
  bool MarkAt(std::uint32_t at, Mark mark) const { return at < size() && At(at).mark == mark; }

  // Where the last words before the final stop end.
  std::uint32_t End() const {
    std::uint32_t end = size();
    while (end > 0 && At(end - 1).mark == Mark::kStop) --end;
    return end;
  }

  void Verb(const Cue& cue) {
    const CueVerb& verb = rules_.verb_list[cue.index];
    if (cue.passive) return Passive(cue, verb);
    if (ReducedPassive(cue, verb)) return;
    if (!cue.finite) return Nonfinite(cue, verb);
    if (verb.takes == kTakesPassive) return;
    const std::uint32_t from = Floor(cue);
    if (cue.first > 0 && At(cue.first - 1).Is(kAndWord | kTurnWord)) return Continued(cue, verb);
    if (PrefersInversion(cue) && Inverted(cue, verb)) return;
    auto subject = phrases_.Before(cue.first, from);
    const bool bare_form = (cue.forms & (kBaseForm | kGerund)) != 0 && !(cue.forms & kPast);
    if (!subject && (cue.first > 0 || !(bare_form)) && Inverted(cue, verb)) return;
    if (!subject || !phrases_.CanSpeak(subject->range)) return;
    Direct(cue, verb, *subject);
  }

  // "…, who lives there, says Steve Schale": a name and nothing else follows.
  bool PrefersInversion(const Cue& cue) const {
    if (cue.first < 3 || !MarkAt(cue.first - 1, Mark::kComma) || cue.end >= End() || cue.first != cue.main) return false;
    if (!At(cue.end).word() || At(cue.end).number) return false;
    const auto source = phrases_.After(cue.end, false);
    return source && phrases_.CanSpeak(*source) && (source->end >= End() || MarkAt(source->end, Mark::kComma));
  }

  // No subject reaches over an earlier cue of the same clause.
  std::uint32_t Floor(const Cue& cue) const {
    std::uint32_t floor = 0;
    for (std::size_t i = 0; i < at_; ++i) {
      if (cues_[i].kind == Cue::Kind::kVerb && cues_[i].end <= cue.first && cues_[i].finite && !cues_[i].passive &&
          Made(cues_[i])) {
        floor = std::max(floor, cues_[i].end);
      }
    }
    return floor;
  }

  bool Made(const Cue& cue) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) { return d.cue.main == cue.main; });
  }

  Draft Make(const Cue& cue, const CueVerb& verb) const {
    Draft draft;
    draft.cue = cue;
    draft.start = cue.first;
    draft.strength = verb.strength;
    draft.stance = verb.stance;
    draft.rule = verb.rule;
    draft.relay = verb.relays;
    if (cue.negated) {
      draft.stance = verb.stance == Stance::kDenied ? std::nullopt : std::optional(Stance::kQuestioned);
    }
    return draft;
  }

  // After the verb: past dates, "in a statement", hearers; to where the
  // content may begin.
  std::uint32_t SkipAdjuncts(std::uint32_t at, const CueVerb& verb, Draft* draft) const {
    if ((verb.takes & kTakesHearer) && at < size() && At(at).word() && !At(at).Is(kThatWord)) {
      std::uint32_t end = At(at).Is(kFirstWord | kPersonalWord | kObjectWord) || phrases_.IsPronoun(at) ? at + 1 : HearerEnd(at);
      if (end > at && draft) draft->relays.push_back({at, end});
      at = end;
    }
    for (int rounds = 0; rounds < 6 && at < size(); ++rounds) {
      const Item& item = At(at);
      if (!item.word() || item.Is(kThatWord)) break;
      if ((item.Is(kAdverbWord) && !item.Is(kDeterminerWord)) || item.Is(kTimeWord)) {
        ++at;
        continue;
      }
      if (!item.Is(kPrepositionWord) && !item.Is(kDeterminerWord)) break;
      std::uint32_t end = at + 1;
      while (end < size() && (At(end).Is(kTimeWord) || (At(end).Is(kDeterminerWord) && end + 1 < size() && At(end + 1).Is(kTimeWord)) ||
                              (At(end).number && end > at + 1 && At(end - 1).Is(kTimeWord)))) {
        ++end;
      }
      if (end > at + 1) {
        at = end;
        continue;
      }
      if (!item.Is(kPrepositionWord)) break;
      end = phrases_.EndOf(at + 1);
      const bool closes = end >= size() || !At(end).word() || At(end).Is(kThatWord | kTimeWord) || At(end).Is(kPrepositionWord);
      if (end == at + 1 || !closes) break;
      at = end;
    }
    return at;
  }

  std::uint32_t HearerEnd(std::uint32_t at) const {
    std::uint32_t end = at;
    const bool name = At(at).capital && !At(at).Is(kDeterminerWord);
    while (end < size() && end < at + kReach && At(end).word() && !At(end).Is(kThatWord | kOpenerWord)) {
      if (end > at && (At(end).number || phrases_.IsPronoun(end))) break;
      if (end > at + 1 && At(end).Is(kDeterminerWord) && !At(end - 1).Is(kPrepositionWord)) break;
      if (name && !At(end).capital && !At(end).Is(kPrepositionWord | kTimeWord) && !At(end).possessive) break;
      if (end > at && phrases_.IsVerb(end)) break;
      ++end;
    }
    return end;
  }

  bool ClauseBefore(std::uint32_t start) const {
    if (start < 2) return start == 1 && MarkAt(0, Mark::kQuote);
    const Mark mark = At(start - 1).mark;
    if (mark == Mark::kQuote) return true;
    if (mark != Mark::kComma && mark != Mark::kDash) return false;
    std::uint32_t from = start - 1;
    while (from > 0 && At(from - 1).word()) --from;
    if (from > 0) return true;
    return start - 1 - from >= 2 && !(At(from).Is(kPrepositionWord | kAdverbWord) && NoVerb(from, start - 1));
  }

  bool NoVerb(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t i = from + 1; i < end; ++i) {
      if (phrases_.IsVerb(i)) return false;
    }
    return true;
  }

  // Where content before the source begins: after the last turn to another
  // speaker, when somebody has spoken in this sentence before.
  std::uint32_t ContentStart(std::uint32_t end) const {
    std::uint32_t floor = 0;
    for (const Draft& draft : drafts_) {
      if (draft.cue.end < end && !draft.unsourced) floor = std::max(floor, draft.cue.end);
    }
    if (floor == 0) return 0;
    for (std::uint32_t i = end; i > floor; --i) {
      const Item& item = At(i - 1);
      if (item.mark == Mark::kSemicolon) return i;
      const bool strong = item.Is(kTurnWord) && item.Is(kOpenerWord);
      const bool marked = i >= 2 && !At(i - 2).word();
      if (item.Is(kTurnWord) && (strong || marked)) return i;
    }
    return 0;
  }

  // A new speaker begins at `boundary`: what earlier ones said ends there.
  void Cut(std::uint32_t boundary) {
    while (boundary > 0 && (At(boundary - 1).Is(kTurnWord | kAndWord) || MarkAt(boundary - 1, Mark::kComma))) --boundary;
    for (Draft& draft : drafts_) {
      if (draft.cue.end > boundary) continue;
      for (Range& range : draft.content) {
        if (range.first < boundary && range.end > boundary) range.end = boundary;
      }
    }
  }

  void CutBefore(const Draft& draft) {
    const std::uint32_t start = draft.start;
    if (start == 0) return;
    const Item& before = At(start - 1);
    if (before.Is(kTurnWord | kAndWord) || before.mark == Mark::kSemicolon) Cut(start);
  }

  void Direct(const Cue& cue, const CueVerb& verb, const Phrases::Subject& subject) {
    Draft draft = Make(cue, verb);
    draft.source = subject.range;
    draft.start = std::min(subject.clause, subject.range.first);
    draft.first_person = subject.range.size() == 1 && At(subject.range.first).Is(kFirstWord);
    if (subject.relative) draft.antecedent = phrases_.EndingAt(*subject.relative, 0);
    if (subject.as_clause && draft.start > 0) --draft.start;
    const std::uint32_t after = SkipAdjuncts(cue.end, verb, &draft);
    const bool before = ClauseBefore(draft.start) && !subject.relative;
    const std::uint32_t end = End();
    const bool over = after >= end;
    if (cue.negated && over) return;
    if (subject.as_clause) {
      std::uint32_t opening = 0;
      while (opening < draft.start && At(opening).Is(kTurnWord | kAndWord | kAdverbWord)) ++opening;
      if (opening == draft.start && after + 1 < end) draft.content.push_back({after + 1, end});
      if (opening < draft.start) AddBefore(draft.start, &draft);
    } else if (over) {
      if (!before) return;
      AddBefore(draft.start, &draft);
    } else if (!Completed(cue, verb, draft, after, before, end)) {
      return;
    }
    Keep(draft);
  }

  // What follows the verb decides where the content stands.
  bool Completed(const Cue& cue, const CueVerb& verb, Draft& draft, std::uint32_t after, bool before, std::uint32_t end) {
    const Item& next = At(after);
    const bool document = !(verb.takes & kTakesRecord) || phrases_.IsDocument(draft.source);
    if (!document && !before && !next.Is(kThatWord | kAskWord)) return false;
    if (cue.negated && !next.Is(kThatWord | kAskWord) && !(verb.takes & (kTakesBare | kTakesNoun))) return false;
    if (next.mark == Mark::kQuote) {
      if (before) AddBefore(draft.start, &draft);
      draft.content.push_back({after, end});
      return true;
    }
    if (next.mark == Mark::kColon) {
      if (before) AddBefore(draft.start, &draft);
      draft.content.push_back({after + 1, end});
      return true;
    }
    if (!next.word()) {
      const bool enclosed = !before && draft.start > 2 && MarkAt(draft.start - 1, Mark::kComma) && next.mark == Mark::kComma;
      if (before || enclosed) AddBefore(draft.start, &draft);
      const bool quote = QuoteAfter(after);
      if (!enclosed && !before && !quote && !(verb.takes & kTakesBare) && !NextIs(after + 1, kThatWord)) return false;
      if (before && !MidSentence(after)) {
        return true;
      }
      draft.content.push_back({after + 1, end});
      return true;
    }
    if (next.Is(kThatWord | kAskWord) || (next.Is(kOpenerWord) && !before)) {
      draft.content.push_back({after, end});
      return true;
    }
    if (before && (next.Is(kPrepositionWord | kOpenerWord | kAsWord | kToWord) || next.gerund || cue.end < after)) {
      AddBefore(draft.start, &draft);
      return true;
    }
    return Objects(cue, verb, draft, after, before, end);
  }

  bool Objects(const Cue& cue, const CueVerb& verb, Draft& draft, std::uint32_t after, bool before, std::uint32_t end) {
    const bool adjunct = At(after).Is(kPrepositionWord | kToWord) && !At(after).capital;
    if ((verb.takes & kTakesHearer) && adjunct) return false;
    if (!(verb.takes & (kTakesThat | kTakesFigure)) && At(cue.end).Is(kPrepositionWord | kToWord)) return false;
    if ((verb.takes & kTakesFigure) && FigureAt(cue.end)) {
      draft.content.push_back({cue.end, end});
      return true;
    }
    if (verb.takes & kTakesRecord) {
      if (!phrases_.IsDocument(draft.source)) return false;
      draft.content.push_back({after, end});
      return true;
    }
    if ((verb.takes & kTakesGerund) && (At(after).gerund || At(after).Is(kHaveWord))) {
      draft.content.push_back({after, end});
      return true;
    }
    if (verb.takes & (kTakesBare | kTakesNoun)) {
      draft.content.push_back({cue.end, end});
      return true;
    }
    if (verb.takes & kTakesFigure) return false;
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
    if (!before) return false;
    AddBefore(draft.start, &draft);
    return true;
  }

  bool NextIs(std::uint32_t at, std::uint64_t bits) const { return at < size() && At(at).Is(bits); }

  bool QuoteAfter(std::uint32_t at) const {
    for (std::uint32_t i = at; i < size() && i < at + kReach; ++i) {
      if (At(i).mark == Mark::kQuote) return true;
    }
    return false;
  }

  // After "he said," the content goes on unless a participle or an apposition
  // tells more about the speaker.
  bool MidSentence(std::uint32_t mark) const {
    const std::uint32_t at = mark + 1;
    if (at >= size()) return false;
    const Item& item = At(at);
    if (item.mark == Mark::kQuote || At(mark).mark == Mark::kSemicolon) return true;
    if (item.gerund || item.Is(kRelativeWord | kAsWord | kNotWord)) return false;
    return !(item.Is(kVerbWord) && !item.capital && NextIs(at + 1, kPrepositionWord) && !item.Is(kBeWord));
  }

  bool FigureAt(std::uint32_t at) const {
    bool figure = false;
    for (std::uint32_t i = at; i < size() && i < at + kReach; ++i) {
      if (!At(i).word()) continue;
      figure = figure || At(i).Is(kFigureWord);
      if (figure && At(i).Is(kAtWord)) return true;
    }
    return false;
  }

  void AddBefore(std::uint32_t start, Draft* draft) {
    std::uint32_t end = start;
    while (end > 0 && (MarkAt(end - 1, Mark::kComma) || MarkAt(end - 1, Mark::kDash) || At(end - 1).Is(kTurnWord))) --end;
    const std::uint32_t from = ContentStart(end);
    if (from > 0) Cut(from);
    if (from < end) draft->content.push_back({from, end});
  }

  void Keep(const Draft& draft) {
    CutBefore(draft);
    drafts_.push_back(draft);
  }

  // "…," said X.
  bool Inverted(const Cue& cue, const CueVerb& verb) {
    const bool quoted = cue.first > 0 && MarkAt(cue.first - 1, Mark::kQuote);
    const bool clause = cue.first > 2 && (MarkAt(cue.first - 1, Mark::kComma) || MarkAt(cue.first - 1, Mark::kDash));
    if (!quoted && !clause) return false;
    if (cue.end >= size() || !At(cue.end).word() || At(cue.end).Is(kThatWord)) return false;
    const auto source = phrases_.After(cue.end, true);
    if (!source || !phrases_.CanSpeak(*source) || At(source->first).Is(kObjectWord)) return false;
    const bool closed = source->end >= End() || !At(source->end).word() ||
                        At(source->end).Is(kPrepositionWord | kTimeWord | kAdverbWord | kAsWord | kOpenerWord | kRelativeWord);
    if (!closed) return false;
    if (!quoted && (verb.takes & (kTakesFigure | kTakesRecord))) return false;
    Draft draft = Make(cue, verb);
    draft.source = *source;
    draft.first_person = source->size() == 1 && At(source->first).Is(kFirstWord);
    AddBefore(cue.first, &draft);
    for (std::uint32_t i = source->end; i < End(); ++i) {
      const bool goes_on = MarkAt(i, Mark::kQuote) || (i + 1 < End() && MarkAt(i, Mark::kComma) && At(i + 1).Is(kAndWord)) ||
                           MarkAt(i, Mark::kSemicolon);
      if (!goes_on) continue;
      draft.content.push_back({i, End()});
      break;
    }
    if (draft.content.empty()) return false;
    Keep(draft);
    return true;
  }

  const Draft* LastSpeaker() const {
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend(); ++draft) {
      if (!draft->unsourced && !draft->source.empty()) return &*draft;
    }
    return nullptr;
  }

  // "... and added that": the speaker of before.
  void Continued(const Cue& cue, const CueVerb& verb) {
    const Draft* last = LastSpeaker();
    Draft draft = Make(cue, verb);
    if (last) {
      draft.source = last->source;
      draft.first_person = last->first_person;
      draft.antecedent = last->antecedent;
    } else {
      const auto first = phrases_.First(0, cue.first);
      if (!first || !phrases_.CanSpeak(*first)) return;
      draft.source = *first;
    }
    const std::uint32_t after = SkipAdjuncts(cue.end, verb, &draft);
    if (after >= End() || !Completed(cue, verb, draft, after, false, End())) return;
    Keep(draft);
  }

  // "saying", "to say": of a document before it, of the speaker of the
  // sentence, or of the subject of its clause.
  void Nonfinite(const Cue& cue, const CueVerb& verb) {
    if (cue.infinitive && !(verb.takes & kTakesThat)) return;
    if (cue.first > 0 && At(cue.first - 1).Is(kAsWord) && QuotedAs(cue, verb)) return;
    Draft draft = Make(cue, verb);
    const std::uint32_t after = SkipAdjuncts(cue.end, verb, &draft);
    if (after >= End()) return;
    const bool opens = At(after).Is(kThatWord | kOpenerWord) || At(after).mark == Mark::kQuote || At(after).mark == Mark::kColon;
    if (!opens && !(verb.takes & kTakesBare) && !QuoteAfter(after)) return;
    std::optional<Range> source;
    if (!cue.infinitive && cue.first > 0 && At(cue.first - 1).word()) {
      source = phrases_.EndingAt(cue.first, 0);
      if (source && !phrases_.CanSpeak(*source)) source.reset();
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

  // "X was quoted as saying (by Y)", "Reuters quoted X as saying".
  bool QuotedAs(const Cue& cue, const CueVerb& verb) {
    for (std::size_t i = at_; i-- > 0;) {
      const Cue& quote = cues_[i];
      if (quote.end + kReach < cue.first) return false;
      if (quote.kind != Cue::Kind::kVerb || !(rules_.verb_list[quote.index].takes & kTakesOrigin)) continue;
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
      if (MarkAt(draft.start > 0 ? draft.start - 1 : size(), Mark::kComma)) AddBefore(draft.start, &draft);
      if (after < End()) draft.content.push_back({after, End()});
      if (draft.content.empty()) return false;
      Keep(draft);
      return true;
    }
    return false;
  }

  void ByRelay(std::uint32_t at, Draft* draft) const {
    for (std::uint32_t i = at; i + 1 < size() && i < at + kReach; ++i) {
      if (!At(i).Is(kByWord)) continue;
      if (const auto relay = phrases_.After(i + 1, false)) draft->relays.push_back(*relay);
      return;
    }
  }

  // "casualties reported by the army"; "five reported dead".
  bool ReducedPassive(const Cue& cue, const CueVerb& verb) {
    if (!(cue.forms & kPastParticiple) || cue.end != cue.main + 1 || cue.end >= size()) return false;
    if (cue.first + 1 < cue.end && cue.first != cue.main) return false;
    if (At(cue.end).Is(kStateWord) && (verb.takes & kTakesPassive)) {
      Passive(cue, verb);
      return true;
    }
    if (!At(cue.end).Is(kByWord) || cue.first == 0 || !At(cue.first - 1).word()) return false;
    Passive(cue, verb);
    return true;
  }

  // "was reported to have", "was announced by the army", "it is said that".
  void Passive(const Cue& cue, const CueVerb& verb) {
    const std::uint32_t at = cue.end;
    const auto subject = phrases_.Before(cue.first, 0);
    Draft draft = Make(cue, verb);
    draft.start = subject ? subject->clause : cue.first;
    const std::uint32_t end = ClauseEnd(at);
    const bool impersonal = subject && subject->range.size() == 1 && At(subject->range.first).Is(kSuchWord);
    if (at < size() && At(at).Is(kByWord)) {
      const auto source = phrases_.After(at + 1, true);
      if (!source || !phrases_.CanSpeak(*source)) return;
      if (!(verb.takes & (kTakesPassive | kTakesNoun | kTakesBare | kTakesFigure))) return;
      draft.source = *source;
      std::uint32_t from = draft.start;
      if (from >= cue.first || impersonal) from = ContentStart(cue.first);
      if (from < cue.first) draft.content.push_back({from, cue.first});
      if (source->end < End() && (At(source->end).Is(kThatWord | kToWord) || impersonal)) draft.content.push_back({source->end, End()});
      if (!draft.content.empty()) drafts_.push_back(draft);
      return;
    }
    if (at >= size() || !(verb.takes & kTakesPassive)) return;
    const bool goes_on = At(at).Is(kToWord | kThatWord | kStateWord) || (impersonal && At(at).word());
    if (!goes_on) return;
    draft.unsourced = true;
    if (verb.strength == Strength::kStated) draft.strength = Strength::kAlleged;
    const std::uint32_t from = impersonal ? at : draft.start;
    draft.content.push_back({from, end});
    drafts_.push_back(draft);
  }

  std::uint32_t ClauseEnd(std::uint32_t at) const {
    while (at < End() && At(at).mark != Mark::kSemicolon && At(at).mark != Mark::kDash) ++at;
    return at;
  }

  // "the claim that five died", "its figure of 58", "claims by X that".
  void Noun(const Cue& cue) {
    const CueNoun& noun = rules_.noun_list[cue.index];
    if (Denied(cue)) return;
    std::uint32_t at = cue.end;
    Draft draft;
    draft.cue = cue;
    draft.strength = noun.strength;
    draft.stance = noun.stance;
    draft.rule = noun.rule;
    if (at + 1 < size() && (At(at).Is(kByWord) || (At(at).Is(kPrepositionWord) && At(at + 1).capital)) && !At(at).Is(kOfWord)) {
      const std::uint32_t end = phrases_.EndOf(at + 1);
      if (end > at + 1 && end < size() && At(end).Is(kThatWord)) {
        draft.source = {at + 1, end};
        at = end;
      }
    }
    if (at + 2 < size() && At(at).Is(kPrepositionWord) && At(at + 1).Is(kTimeWord) && At(at + 2).Is(kThatWord)) at += 2;
    if (at >= size() || !At(at).Is(kThatWord | kOfWord)) return;
    const bool clause = At(at).Is(kThatWord);
    if (draft.source.empty()) draft.source = Possessor(cue.first);
    if (draft.source.empty() && !(clause && noun.strength != Strength::kStated)) return;
    draft.unsourced = draft.source.empty();
    const std::uint32_t end = clause ? ClauseEnd(at) : std::min(End(), phrases_.EndOf(at + 1));
    if (end <= at + 1) return;
    draft.start = cue.first;
    draft.content.push_back({at + 1, end});
    drafts_.push_back(draft);
  }

  // A verb that rejects the noun answers for its content.
  bool Denied(const Cue& cue) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) {
      return d.stance && d.cue.kind == Cue::Kind::kVerb && d.cue.end <= cue.first && cue.first < d.cue.end + kReach;
    });
  }

  Range Possessor(std::uint32_t noun) const {
    for (std::uint32_t i = noun; i > 0 && i + 4 > noun; --i) {
      const Item& item = At(i - 1);
      if (!item.word()) break;
      if (item.Is(kPossessorWord)) return {i - 1, i};
      if (!item.possessive) continue;
      std::uint32_t from = i - 1;
      while (from > 0 && i - from < 8 && At(from - 1).word() && !At(from - 1).Is(kPrepositionWord | kOpenerWord | kThatWord) &&
             !phrases_.IsVerb(from - 1)) {
        --from;
        if (At(from).Is(kDeterminerWord)) break;
      }
      if (from < i - 1) return {from, i - 1};
    }
    return {};
  }

  // "according to X"
  void SourceAfter(const Cue& cue) {
    const CuePhrase& phrase = rules_.phrase_list[cue.index];
    Draft draft;
    draft.cue = cue;
    draft.strength = phrase.strength;
    draft.stance = phrase.stance;
    draft.rule = phrase.rule;
    draft.start = cue.first;
    if (phrase.unsourced) return Unsourced(draft);
    std::uint32_t before = cue.first;
    while (before > 0 && (At(before - 1).Is(kAdverbWord | kAndWord | kTurnWord) || MarkAt(before - 1, Mark::kComma))) --before;
    const std::uint32_t from = ContentStart(cue.first);
    const bool opens = before == 0 || (from > 0 && before <= from) || At(before - 1).Is(kThatWord);
    const auto source = phrases_.After(cue.end, !opens);
    if (!source) return;
    draft.source = *source;
    const std::uint32_t rest = source->end;
    if (!opens) {
      if (from > 0) Cut(from);
      if (from < before) draft.content.push_back({from, before});
    } else if (from > 0) {
      Cut(from);
    }
    if (rest < End() && (opens || !At(rest).word())) draft.content.push_back({rest, End()});
    if (phrase.origin) return Origin(draft);
    if (!draft.content.empty()) drafts_.push_back(draft);
  }

  // "Reuters reported, citing the army": the army said it, Reuters passed it on.
  void Origin(Draft draft) {
    const Draft* last = LastSpeaker();
    if (last && last->cue.kind == Cue::Kind::kVerb) {
      draft.content = last->content;
      draft.relays.push_back(last->source);
      drafts_.erase(drafts_.begin() + (last - drafts_.data()));
      drafts_.push_back(draft);
      return;
    }
    if (!draft.content.empty()) drafts_.push_back(draft);
  }

  void Unsourced(Draft draft) {
    draft.unsourced = true;
    std::uint32_t from = ContentStart(draft.cue.first);
    draft.content.push_back({from, ClauseEnd(draft.cue.first)});
    drafts_.push_back(draft);
  }

  // "by the ministry's count"
  void SourceBefore(const Cue& cue) {
    if (cue.first < 2) return;
    const Range source = At(cue.first - 1).possessive || At(cue.first - 1).Is(kPossessorWord) ? Possessor(cue.first) : Range{};
    if (source.empty() || source.first == 0 || !At(source.first - 1).Is(kPrepositionWord)) return;
    const CuePhrase& phrase = rules_.phrase_list[cue.index];
    Draft draft;
    draft.cue = cue;
    draft.source = source;
    draft.rule = phrase.rule;
    draft.strength = phrase.strength;
    draft.start = source.first - 1;
    const std::uint32_t from = ContentStart(draft.start);
    if (from > 0) Cut(from);
    if (from < draft.start) draft.content.push_back({from, draft.start});
    if (cue.end < End()) draft.content.push_back({cue.end, End()});
    if (!draft.content.empty()) drafts_.push_back(draft);
  }

  std::optional<Relation> Finish(const Draft& draft) const {
    if (draft.first_person) return std::nullopt;
    if (passage_.inside && draft.source.size() == 1 && (phrases_.IsPronoun(draft.source.first) || At(draft.source.first).plural)) {
      return std::nullopt;
    }
    Relation relation;
    relation.sentence = passage_.sentence;
    relation.inside = passage_.inside;
    if (!draft.source.empty()) relation.source = text_.SpanOf(passage_, draft.source);
    if (draft.antecedent) relation.antecedent = text_.SpanOf(passage_, *draft.antecedent);
    relation.cue = text_.SpanOf(passage_, {draft.cue.main, std::max(draft.cue.end, draft.cue.main + 1)});
    for (const Range& range : draft.content) {
      if (range.empty()) continue;
      relation.content.push_back(text_.SpanOf(passage_, range));
      for (std::uint32_t i = range.first; i < range.end; ++i) {
        if (At(i).quotation) relation.quotations.push_back(*At(i).quotation);
      }
    }
    if (relation.content.empty()) return std::nullopt;
    std::sort(relation.content.begin(), relation.content.end());
    for (const Range& range : draft.relays) relation.relays.push_back(text_.SpanOf(passage_, range));
    relation.rule = draft.rule;
    relation.strength = draft.strength;
    relation.stance = draft.stance;
    relation.relay = draft.relay;
    relation.unsourced = draft.unsourced;
    return relation;
  }

  const Text& text_;
  const Passage& passage_;
  const CueRules& rules_;
  Phrases phrases_;
  std::vector<Cue> cues_;
  std::vector<Draft> drafts_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Relation> ReadRelations(const Text& text, const Passage& passage) {
  if (passage.items.empty()) return {};
  return Reader(text, passage).Read();
}

}  // namespace counterclaim
