#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "attribution/cue.h"
#include "attribution/noun_phrase.h"
#include "attribution/relation.h"

namespace counterclaim {

inline constexpr std::uint32_t kReach = 16;  // items between a verb and what completes it

// A relation while its sentence is read; ranges are items.
struct Draft {
  Cue cue;
  Range source;
  bool first_person = false;
  std::optional<Range> antecedent;
  std::vector<Range> content;
  std::vector<Range> relays;
  std::uint32_t start = 0;  // where its territory begins
  Strength strength = Strength::kStated;
  std::optional<Stance> stance;
  RuleId rule;
  bool relay = false, unsourced = false, opens = false;
  bool labels = false;   // "The army: ..."
  bool figures = false;  // "The army has new figures."
  bool origin = false;   // citing X, before the one who cites has spoken
};

// Reads the cues of one passage from left to right. What a speaker said ends
// where a later one begins, so drafts stay open until the passage is read.
class RelationReader {
 public:
  RelationReader(const Text& text, const Passage& passage)
      : text_(text), passage_(passage), rules_(text.language.cues), phrases_(text, passage) {}

  std::vector<SpeechRelation> Read();

 private:
  const PassageItem& At(std::uint32_t at) const { return passage_.items[at]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(passage_.items.size()); }
  bool MarkAt(std::uint32_t at, Mark mark) const { return at < size() && At(at).mark == mark; }

  // relation.cc
  // Where the last words before the final stop end.
  std::uint32_t End() const;
  // No subject reaches over an earlier cue of the same clause.
  std::uint32_t Floor(const Cue& cue) const;
  bool Made(const Cue& cue) const;
  // The verb of "who denied it" in "The rebels, who denied it, now say".
  bool ClosedRelative(const Cue& inner, const Cue& cue) const;
  Draft Make(const Cue& cue, const CueVerb& verb) const;
  // Where content before the source begins: after the last turn to another
  // speaker, when somebody has spoken in this sentence before.
  std::uint32_t ContentStart(std::uint32_t end) const;
  // A new speaker begins at `boundary`: what earlier ones said ends there.
  void Cut(std::uint32_t boundary);
  void CutBefore(const Draft& draft);
  void AddBefore(std::uint32_t start, Draft* draft);
  // "The rebels, who denied it, now say": what was denied ends before "now".
  void CloseRelatives(const Draft& draft);
  void Keep(const Draft& draft);
  const Draft* LastSpeaker() const;
  std::uint32_t ClauseEnd(std::uint32_t at) const;
  bool Earlier(const Cue& cue) const;  // "had still given", "said earlier"
  std::optional<SpeechRelation> Finish(const Draft& draft) const;

  // direct_speech.cc
  void Verb(const Cue& cue);
  bool UntrueBehind(std::uint32_t at) const;
  bool OfThose(std::uint32_t end) const;
  bool ObjectOfVerb(const Cue& cue, Range subject) const;
  // "…, who lives there, says Steve Schale": a name and nothing else follows.
  bool PrefersInversion(const Cue& cue) const;
  // After the verb: past dates, "in a statement", hearers; to where the
  // content may begin.
  std::uint32_t SkipAdjuncts(std::uint32_t at, const CueVerb& verb, Draft* draft) const;
  std::uint32_t HearerEnd(std::uint32_t at) const;
  std::optional<Range> Antecedent(std::uint32_t relative) const;
  bool ClauseBefore(std::uint32_t start) const;
  bool Adjunct(std::uint32_t from, std::uint32_t end) const;
  bool NoVerb(std::uint32_t from, std::uint32_t end) const;
  void Direct(const Cue& cue, const CueVerb& verb, const Phrases::Subject& subject);
  // What follows the verb decides where the content stands.
  bool Completed(const Cue& cue, const CueVerb& verb, Draft& draft, std::uint32_t after,
                 bool before, std::uint32_t end);
  bool Objects(const Cue& cue, const CueVerb& verb, Draft& draft, std::uint32_t after, bool before,
               std::uint32_t end);
  bool AtMark(const CueVerb& verb, Draft* draft, std::uint32_t after, bool before, bool clause);
  bool OtherThat(const Cue& cue, std::uint32_t at, std::uint32_t end) const;
  std::uint32_t EvidenceThat(std::uint32_t at) const;
  std::uint32_t ThatBehindAside(std::uint32_t at) const;  // 0: none
  bool NextIs(std::uint32_t at, std::uint64_t bits) const;
  bool QuoteAfter(std::uint32_t at) const;
  bool VerbAt(std::uint32_t at) const;  // a finite verb begins there
  // After "he said," the content goes on unless a participle or an apposition
  // tells more about the speaker.
  bool MidSentence(std::uint32_t mark) const;
  bool Broken(std::uint32_t start) const;
  bool ClauseAt(std::uint32_t at, bool counts) const;
  std::uint32_t ClauseAfter(std::uint32_t at) const;
  bool FigureEndsAt(std::uint32_t at) const;
  bool LossesAt(std::uint32_t at) const;
  bool FigureBehind(std::uint32_t number) const;
  bool FigureAt(std::uint32_t at) const;  // "the toll at five", "five dead"
  bool TellsClause(const Draft& draft) const;
  bool ChangeAt(std::uint32_t at) const;  // "its count to five"
  bool NumberAt(std::uint32_t at) const;

  // other_speech.cc
  // "…," said X.
  bool Inverted(const Cue& cue, const CueVerb& verb);
  // "... and added that": the speaker of before.
  void Continued(const Cue& cue, const CueVerb& verb);
  std::optional<Range> JoinedSubject(const Cue& cue) const;
  // "saying", "to say": of a document before it, of the speaker of the
  // sentence, or of the subject of its clause.
  void Nonfinite(const Cue& cue, const CueVerb& verb);
  // "X was quoted as saying (by Y)", "Reuters quoted X as saying".
  bool QuotedAs(const Cue& cue, const CueVerb& verb);
  void ByRelay(std::uint32_t at, Draft* draft) const;
  // "casualties reported by the army"; "five reported dead".
  bool ReducedPassive(const Cue& cue, const CueVerb& verb);
  std::uint32_t ByBehind(std::uint32_t at) const;
  // "was reported to have", "was announced by the army", "it is said that".
  void Passive(const Cue& cue, const CueVerb& verb);

  // speech_phrases.cc
  // "the claim that five died", "its figure of 58", "claims by X that".
  void Noun(const Cue& cue);
  // "the army's count was five", "its list stood at five": content after the verb.
  bool Counted(const Cue& cue, bool counts, Draft* draft);
  Range GivenBy(std::uint32_t at) const;
  bool Grown(std::uint32_t at, Draft* draft);
  // A verb that rejects the noun answers for its content.
  bool Denied(const Cue& cue) const;
  Range Possessor(std::uint32_t noun) const;
  // "according to X"
  void SourceAfter(const Cue& cue);
  // "Reuters reported, citing the army": the army said it, Reuters passed it on.
  void Origin(Draft draft);
  void GiveToOrigins();
  void Unsourced(Draft draft);
  // "by the ministry's count"
  void SourceBefore(const Cue& cue);
  // "Ghafoor again, now on air: two pilots ...", "the staff draws up this balance: ..."
  void BeforeColon();
  std::optional<Range> Sums(std::uint32_t from, std::uint32_t colon) const;
  // labels.cc
  void Label();
  void Trailer();
  bool Speaks(Range range) const;  // words for a speaker, and no more
  // announces.cc
  bool Announced(std::uint32_t at) const;
  void Announces();
  // "The ministry now has 20 dead."
  void Holds();
  bool Stands(std::uint32_t at) const;
  // "Médecins Sans Frontières treated 40 wounded"
  void Handles();
  bool Told(std::uint32_t at) const;  // content of a speaker before
  // `source` says `content`, as the item `cue` tells.
  Draft& Say(std::uint32_t cue, Range source, Range content);
  bool IsVoice(Range range) const;  // a person, an organ, a speaker
  bool CountsAfter(std::uint32_t colon) const;
  bool Auxiliary(std::uint32_t at) const;
  Range WithAuthor(Range document) const;
  bool Records(Range range) const;
  bool NamesBody(Range range) const;
  bool NamesParty(Range range) const;
  template <typename Test>
  bool HasName(Range range, Test test) const;  // a name inside that passes the test
  void DropForward();

  const Text& text_;
  const Passage& passage_;
  const CueRules& rules_;
  Phrases phrases_;
  std::vector<Cue> cues_;
  std::vector<Draft> drafts_;
  std::size_t at_ = 0;
};

template <typename Test>
bool RelationReader::HasName(Range range, Test test) const {
  const std::uint32_t end = At(range.end - 1).end;
  for (auto name = FirstName(text_.layer, At(range.first).first);
       name != text_.layer.names.end() && name->first_token < end; ++name)
    if (name->end_token <= end && test(*name)) return true;
  return false;
}

}  // namespace counterclaim
