#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestCount = 16;  // chunks from a toll to its figure

}  // namespace

void MentionReader::ReadNoun(std::size_t at) {
  ReadWithNone(at);
  if (ReadOfNoun(at)) return;
  for (const Frame* frame : FramesOfNoun(at)) {
    if (frame->frame_class == FrameClass::kEvent) ReadEvent(at, *frame);
    if (frame->frame_class == FrameClass::kTotal) ReadTotal(at, *frame, at);
    if (frame->frame_class == FrameClass::kCounter) ReadCounter(at, *frame);
  }
}

// "inflicted three casualties on the rebels": those behind the preposition.
void MentionReader::SufferedBy(std::size_t at, Use* use) const {
  const std::size_t link = clause_->SkipRight(at + 1);
  if (!clause_->Is(link, ChunkKind::kPreposition) || clause_->Class(link, kOf | kBy) ||
      !clause_->Is(link + 1, ChunkKind::kNoun))
    return;
  const auto who = ActorOf(link + 1);
  if (who->party && rulebook_.parties.TakesSides(*who->party)) use->side = Principal(*who->party);
  use->lost_by = LosersOf(link + 1);
}

// Who suffered or inflicted what the noun counts: "the army suffered 12
// casualties"; negation: "did not report any casualties".
void MentionReader::AddGovernor(std::size_t at, Use* use) const {
  std::size_t k = at;
  for (std::size_t steps = 0; k > 0 && steps < 8; ++steps) {
    --k;
    if (clause_->Is(k, ChunkKind::kVerb)) break;
    if (!clause_->Is(k, ChunkKind::kNoun) && !clause_->Is(k, ChunkKind::kCoordinator) &&
        !clause_->Is(k, ChunkKind::kComma) && !clause_->Is(k, ChunkKind::kOther))
      return;
  }
  if (!clause_->Is(k, ChunkKind::kVerb)) return;
  use->negated = clause_->Verb(k).negated;
  // "did not mention any casualties": nobody said that there were none.
  if (use->negated && clause_->Noun(at).any && clause_->IsSpeech(k)) use->negated = false;
  if (use->stance == Stance::kAsserted) use->stance = StanceOf(k);
  for (const Frame* frame : FramesOfVerb(k)) {
    if (frame->frame_class != FrameClass::kSuffer && frame->frame_class != FrameClass::kInflict)
      continue;
    const auto actor = ActorOf(clause_->Subject(k));
    if (!actor) return;
    if (frame->frame_class == FrameClass::kInflict) {
      use->actor = actor;
      SufferedBy(at, use);
    } else {
      // A body that counts others ("the Red Cross reported 20 deaths") has lost nobody.
      if (actor->party && rulebook_.parties.TakesSides(*actor->party))
        use->side = PeopleOf(*actor->party);
    }
    return;
  }
}

// "The Hamas-run health ministry reported 47 deaths": of those of the place that the group rules.
PartyId MentionReader::PeopleOf(const PartyId& party) const {
  const PartyId principal = Principal(party);
  const auto ruled = rulebook_.places.StateRuledBy(principal);
  return principal != party && ruled ? *ruled : principal;
}

bool MentionReader::Withheld(std::size_t at) const {
  if (!clause_->Noun(at).none || at == 0) return false;
  if (clause_->Is(at - 1, ChunkKind::kPreposition) && at > 1) --at;
  if (!clause_->Is(at - 1, ChunkKind::kVerb)) return false;
  const VerbGroup& verb = clause_->Verb(at - 1);
  return verb.voice == Voice::kActive &&
         (language_.cues.Word(layer_.tokens[verb.head].word) & kMentionWord);
}

void MentionReader::ReadEvent(std::size_t at, const Frame& frame) {
  const NounGroup& group = clause_->Noun(at);
  Use use = MakeUse(frame, at, "noun that counts:");
  if (frame.doer) {
    use.stance = Stance::kAsserted;
  } else {
    AddGovernor(at, &use);
  }
  for (std::uint32_t i = group.first_token; i < group.head; ++i) {  // "the attempted murder of"
    if (language_.syntax.ClassOf(layer_.tokens[i].word) & kHope) use.stance = Stance::kExpected;
  }
  const Quantity* count = clause_->CountOf(at);
  if (count && !count->readings.empty() && !group.plural) return;  // "a multiple murder"
  if ((count && frame.uncounted) || Withheld(at)) return;
  const bool without = at > 0 && clause_->Class(at - 1, kWithout);
  // "Two survivors told the court"
  const auto verb = clause_->VerbOf(at);
  const bool tells = verb && clause_->Is(*verb, ChunkKind::kVerb) && clause_->IsSpeech(*verb) &&
                     clause_->Verb(*verb).voice != Voice::kPassive;
  if (tells && ReadObject(*clause_, at, layer_, rulebook_, language_).never) return;
  if (!frame.doer && (count || group.none || group.any || without)) {
    if (group.any && !use.negated && !without) return;
    if (without && !count) use.negated = true;
    Emit(at, use);  // "58 deaths among soldiers"
    return;
  }
  const std::size_t behind = clause_->SkipRight(at + 1);
  if (clause_->Is(behind, ChunkKind::kPreposition) && clause_->Class(behind, kOf)) {
    std::size_t object = clause_->SkipRight(behind + 1);
    while (object < clause_->size() && clause_->Is(object, ChunkKind::kNoun) &&
           clause_->Noun(object).possessive)
      ++object;
    if (clause_->Is(object, ChunkKind::kNoun)) {
      if (const auto actor =
              at > 0 && clause_->Is(at - 1, ChunkKind::kNoun) && clause_->Noun(at - 1).possessive
                  ? ActorOf(at - 1)
                  : ActorOf(clause_->Agent(object))) {
        use.actor = actor;
      }
      // "will investigate the murder of the six priests": it has happened.
      const std::uint32_t first = clause_->Noun(object).first_token;
      if (use.stance == Stance::kHypothetical &&
          (language_.syntax.ClassOf(layer_.tokens[first].word) & kDeterminer)) {
        use.stance = Stance::kAsserted;
      }
      // "shot down two drones; the loss of one is admitted"
      const auto lost = frame.state.empty() ? std::nullopt : LostThings(object, frame);
      if (lost && EmitLost(object, *lost, use)) return;
      if (EmitRight(object, use)) return;
    }
  }
  if (frame.doer) return;
  if (language_.syntax.bare_of && clause_->CountOf(behind) && EmitRight(behind, use)) return;
  if (clause_->Is(at + 1, ChunkKind::kPunctuation)) return ReadLabel(at, frame);
  ReadTotal(at, frame, at);
}

bool MentionReader::IsTotal(std::size_t at) const {
  const auto frames = FramesOfNoun(at);
  return std::any_of(frames.begin(), frames.end(),
                     [](const Frame* frame) { return frame->frame_class == FrameClass::kTotal; });
}

// "rose to 56", "a toll of 58": whether the count behind the preposition ends the search.
bool MentionReader::ReadTotalBehind(std::size_t at, std::size_t preposition, std::size_t count,
                                    const Use& use) {
  const bool strict = use.frame->frame_class == FrameClass::kEvent;
  const bool of = clause_->Class(preposition, kOf);
  if (!clause_->Class(preposition, kTo | kAt) && (strict || !of)) return false;
  const ObjectReading object = ReadObject(*clause_, count, layer_, rulebook_, language_);
  // "the death of Scott, a father of seven"
  if (strict && (object.headless ? of : !object.people)) return false;
  if (object.known && !object.people) return true;
  // "losses at 980 men, four tanks and 31 guns"
  const bool any = use.frame->state.empty() ? Emit(count, use) : EmitRight(count, use);
  if (any) DescribeBy(at, count);
  return true;
}

// "the toll rose from 41 to 56", "the toll, at 58, is the highest", "a toll of 58".
void MentionReader::ReadTotal(std::size_t at, const Frame& frame, std::size_t from) {
  Use use = MakeUse(frame, at, "total:");
  if (const auto figure = FigureBefore(at); figure && Emit(*figure, use)) return;
  if (clause_->CountOf(at) && frame.frame_class == FrameClass::kTotal) {
    // "two arms of the state give two tolls" counts nobody; "two dead" does.
    const NounGroup& noun = clause_->Noun(at);
    if (!noun.plural || language_.syntax.plural_words.contains(layer_.tokens[noun.head].word))
      Emit(at, use);
    return;
  }
  const bool strict = frame.frame_class == FrameClass::kEvent;
  for (std::size_t k = from + 1; k < clause_->size() && k < from + kFarthestCount; ++k) {
    if (clause_->Is(k, ChunkKind::kSubordinator) || clause_->Is(k, ChunkKind::kState)) return;
    if (clause_->Is(k, ChunkKind::kVerb) && strict && TellsLosses(k)) return;
    // "died of their injuries, taking the toll to 25": the figure of another noun
    if (strict && clause_->Is(k, ChunkKind::kNoun) && !clause_->CountOf(k) && IsTotal(k)) return;
    if (!clause_->Is(k, ChunkKind::kNoun) || !clause_->CountOf(k)) continue;
    std::size_t left = k == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(k - 1);
    if (left == ClauseReader::kNowhere || left <= from) {
      if (left != from) continue;
      // "Toll tops 110": the bound is the verb.
      const Quantity& count = *clause_->CountOf(k);
      const bool bound = count.bound == Bound::kMoreThan && count.span.begin < count.number.begin;
      if (bound && ReadObject(*clause_, k, layer_, rulebook_, language_).headless) Emit(k, use);
      return;
    }
    if (clause_->Is(left, ChunkKind::kPreposition)) {
      if (ReadTotalBehind(at, left, k, use)) return;
      continue;
    }
    // "The wounded, 151 in number, are treated."
    if (left == from + 1 && clause_->Is(left, ChunkKind::kComma) && !clause_->Noun(k).partitive &&
        !clause_->Noun(from).quantity && clause_->Is(k + 1, ChunkKind::kPreposition) &&
        ReadObject(*clause_, k, layer_, rulebook_, language_).headless) {
      Emit(k, use);
      return;
    }
    // "The dead included three children": parts of a count before.
    if (clause_->Is(left, ChunkKind::kVerb) && !clause_->Verb(left).be &&
        (language_.syntax.ClassOf(layer_.tokens[clause_->Verb(left).head].word) & kCopula))
      return;
    if (clause_->Is(left, ChunkKind::kVerb) || clause_->Is(left, ChunkKind::kPunctuation)) {
      if (clause_->Is(left, ChunkKind::kVerb) && use.stance == Stance::kAsserted)
        use.stance = StanceOf(left);
      const ObjectReading object = ReadObject(*clause_, k, layer_, rulebook_, language_);
      // "the death shocked 300 neighbours" counts nobody.
      const bool told = !strict || !clause_->Is(left, ChunkKind::kVerb) || clause_->Verb(left).be;
      if ((object.headless || (object.people && told)) && Emit(k, use)) DescribeBy(at, k);
      return;
    }
  }
}

// "there had been no attacks".
void MentionReader::ReadThere(std::size_t at) {
  if (!language_.frames.there || at == 0 || !clause_->Class(at - 1, kThere)) return;
  const auto object = clause_->Object(at);
  if (object && clause_->CountOf(*object) && !Taken(*object) &&
      ReadObject(*clause_, *object, layer_, rulebook_, language_).act) {
    Emit(*object, MakeUse(language_.frames.frames[*language_.frames.there], at, "there were:"));
    return;
  }
  if (!object || !clause_->Noun(*object).none) return;
  // "There were no dead"
  for (const Frame* frame : FramesOfNoun(*object)) {
    const Use use = MakeUse(*frame, at, "there is none:");
    if (frame->frame_class == FrameClass::kTotal && frame->metric && Emit(*object, use)) return;
  }
  Emit(*object, MakeUse(language_.frames.frames[*language_.frames.there], at, "there is none:"));
}

// "with no major attacks in recent days"
void MentionReader::ReadWithNone(std::size_t at) {
  if (!language_.frames.there || at == 0 || !clause_->Noun(at).none || Taken(at)) return;
  if (!clause_->Is(at - 1, ChunkKind::kPreposition) || !clause_->Class(at - 1, kAbsolute)) return;
  Emit(at, MakeUse(language_.frames.frames[*language_.frames.there], at, "there is none:"));
}

// "11 wounded soldiers": the trigger stands inside the noun group.
void MentionReader::ReadAttribute(std::size_t at) {
  const NounGroup& group = clause_->Noun(at);
  const Quantity* count = group.partitive ? clause_->InnerCountOf(at) : clause_->CountOf(at);
  if (!count) return;
  for (const Frame* frame : FramesInside(at, count->end_token)) {
    Use use = MakeUse(*frame, at, "told of the noun itself:");
    use.inner = group.partitive;  // "four of the 19 wounded policemen": the 19
    if (Emit(at, use)) return;
  }
}

// "Killed: 58", "KIA 9", "Wounded - 30".
void MentionReader::ReadLabel(std::size_t at, const Frame& frame) {
  constexpr std::size_t kFarthestMark = 14;
  std::size_t k = at + 1;
  // "Vehicles destroyed: 26"
  const bool named = at > 0 && clause_->Is(at - 1, ChunkKind::kNoun) && !clause_->Counts(at - 1) &&
                     clause_->Is(at, ChunkKind::kVerb) &&
                     (at == 1 || clause_->Is(at - 2, ChunkKind::kPunctuation));
  // "Arrested in the same period: 33", "Bodies found in Tarn by road and air: 12"
  const bool opens = named || at == 0 || clause_->Is(at - 1, ChunkKind::kPunctuation);
  if (clause_->Is(k, ChunkKind::kPreposition) && opens) {
    while (k < at + kFarthestMark &&
           (clause_->Is(k, ChunkKind::kPreposition) || clause_->Is(k, ChunkKind::kTime) ||
            clause_->Is(k, ChunkKind::kCoordinator) || clause_->Is(k, ChunkKind::kOther) ||
            (clause_->Is(k, ChunkKind::kNoun) && !clause_->CountOf(k))))
      ++k;
    if (!clause_->Is(k, ChunkKind::kPunctuation)) return;
  }
  const bool marked = clause_->Is(k, ChunkKind::kPunctuation);
  if (marked) ++k;
  if (!marked && !clause_->Is(at, ChunkKind::kState)) return;
  if (!clause_->Is(k, ChunkKind::kNoun) || Taken(k) ||
      !(clause_->CountOf(k) || clause_->Noun(k).none))
    return;
  // "How many are dead nobody knows."
  if (clause_->Noun(k).none && clause_->Is(k + 1, ChunkKind::kVerb)) return;
  const std::string_view mark = clause_->Text(clause_->SpanOf(k - 1));
  if (marked && mark != ":" && mark != "-" && mark != "–" && mark != "—" && mark != "=") return;
  Use use = MakeUse(frame, at, "label:");
  use.label = true;
  if (named) use.counted = at - 1;
  const bool listed = !ReadObject(*clause_, k, layer_, rulebook_, language_).headless;
  listed ? EmitRight(k, use) : Emit(k, use);
}

}  // namespace counterclaim
