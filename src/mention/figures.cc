// Bare figures that somebody gives: "the army stays at two", "it now says 89", "and the rebels
// 274".
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kLongestSpeaker = 8;  // chunks of whoever gives a figure

}  // namespace

// Nothing that stands behind the bare number can be what it counts.
bool MentionReader::FigureEnds(std::size_t chunk) const {
  const std::size_t next = clause_->SkipRight(chunk + 1);
  if (next >= clause_->size() || clause_->Is(next, ChunkKind::kPunctuation) ||
      clause_->Is(next, ChunkKind::kPreposition) || clause_->Is(next, ChunkKind::kCoordinator) ||
      clause_->Is(next, ChunkKind::kComma) || clause_->Is(next, ChunkKind::kSubordinator))
    return true;
  // "made it 261 a little after noon"
  return clause_->Is(next, ChunkKind::kNoun) && clause_->Noun(next).one &&
         clause_->Is(next + 1, ChunkKind::kPreposition);
}

bool MentionReader::BareFigure(std::size_t chunk) const {
  return clause_->Is(chunk, ChunkKind::kNoun) && clause_->CountOf(chunk) && !Taken(chunk) &&
         !clause_->Noun(chunk).partitive && FigureEnds(chunk) &&
         ReadObject(*clause_, chunk, layer_, rulebook_, language_).headless;
}

// A party, an office, people, or a word for one of them.
bool MentionReader::Speaks(std::size_t chunk) const {
  if (!clause_->Is(chunk, ChunkKind::kNoun) || clause_->Noun(chunk).quantity) return false;
  const NounGroup& group = clause_->Noun(chunk);
  if (group.pronoun)
    return language_.cues.Word(layer_.tokens[group.head].word) &
           (kHeWord | kItWord | kTheyWord | kFirstWord);
  if (PartyIn(layer_, group.first_token, group.end_token)) return true;
  for (std::uint32_t at = group.first_token; at <= group.head; ++at)
    if (language_.cues.speakers.Longest(layer_.tokens, at, group.end_token).values) return true;
  return ReadObject(*clause_, chunk, layer_, rulebook_, language_).people;
}

// "The figure that we can confirm is four", "The number they gave was 30": the verb of the figure.
std::optional<std::size_t> MentionReader::VerbOfFigure(std::size_t at) const {
  const std::size_t who = at + (clause_->Is(at + 1, ChunkKind::kRelative) ? 2 : 1);
  if (Speaks(who) && clause_->Is(who + 1, ChunkKind::kVerb) &&
      clause_->Is(who + 2, ChunkKind::kVerb) && clause_->Verb(who + 2).be)
    return who + 2;
  return clause_->VerbOf(at);
}

void MentionReader::ReadFigures() {
  for (std::size_t i = 0; i < clause_->size(); ++i) {
    if (found_.empty()) break;
    const bool verb = clause_->Is(i, ChunkKind::kVerb);
    if (verb || clause_->Is(i, ChunkKind::kNoun)) ReadReached(i);
    if (verb) ReadSaid(i);
  }
  for (std::size_t i = 0; i < clause_->size(); ++i) {
    if (!clause_->CountOf(i) || !BareFigure(i)) continue;
    if (i > 0 && clause_->Is(i - 1, ChunkKind::kNoun) && ReadNumbering(i - 1, i)) continue;
    if (found_.size() > first_found_) ReadSameVerb(i);
  }
}

bool MentionReader::EmitAgain(std::size_t number, std::size_t at) {
  const auto last = LastCounted(number);
  if (!last || !found_[*last].people || LeftUnread(at)) return false;
  Frame frame;
  frame.rule = found_[*last].mention.rule;
  frame.frame_class = FrameClass::kTally;
  return EmitFormer(number, at, frame);
}

// The bare figure behind the preposition at a chunk; a small one behind "at" may be an hour.
std::optional<std::size_t> MentionReader::FigureAt(std::size_t preposition, bool stays) const {
  constexpr std::int64_t kHours = 24;
  if (!clause_->Is(preposition, ChunkKind::kPreposition) ||
      !clause_->Class(preposition, kAt | kTo) || clause_->Class(preposition, kOf) ||
      !BareFigure(preposition + 1))
    return std::nullopt;
  const Quantity& count = *clause_->CountOf(preposition + 1);
  // "began at 0120"
  const bool clock = clause_->Text(count.number).starts_with('0');
  const bool hour = !clause_->Class(preposition, kTo) && (clock || count.hard.low <= kHours);
  return hour && !stays ? std::nullopt : std::optional(preposition + 1);
}

// Whoever does what the verb at a chunk says, past a clause about them: "those who dug got to".
bool MentionReader::SpeakerBefore(std::size_t at) const {
  for (std::size_t k = at, steps = 0; k-- > 0 && steps < kLongestSpeaker; ++steps) {
    if (clause_->Is(k, ChunkKind::kPunctuation) || clause_->Is(k, ChunkKind::kCoordinator) ||
        clause_->Is(k, ChunkKind::kSubordinator) || clause_->CountOf(k))
      return false;
    if (Speaks(k) && !clause_->AfterPreposition(k)) return true;
  }
  return false;
}

// "Five were killed. The army stays at two." "Those who dug the graves got to 160."
void MentionReader::ReadReached(std::size_t at) {
  const bool verb = clause_->Is(at, ChunkKind::kVerb);
  const std::uint32_t head = verb ? clause_->Verb(at).head : clause_->Noun(at).head;
  const bool stays = (language_.syntax.ClassOf(layer_.tokens[head].word) & kRemain) != 0;
  if (!verb && (!stays || head <= clause_->Noun(at).first_token)) return;
  const auto number = FigureAt(clause_->SkipRight(at + 1), stays);
  if (!number) return;
  if (!verb) {  // "the army stays", which may be a noun as well
    if (Speaks(at)) EmitAgain(*number, at);
    return;
  }
  const VerbGroup& group = clause_->Verb(at);
  if (group.be || group.negated || group.modal || group.voice == Voice::kPassive || !group.finite)
    return;
  for (const Frame* frame : FramesOfVerb(at))
    if (AfterParticle(at, *frame)) return;
  if (SpeakerBefore(at)) EmitAgain(*number, at);
}

// "The ministry now says 89: among those are 31 women."
void MentionReader::ReadSaid(std::size_t at) {
  const VerbGroup& verb = clause_->Verb(at);
  const std::size_t number = at + 1;
  if (verb.negated || verb.voice == Voice::kPassive || !clause_->CountOf(number) ||
      !clause_->IsSpeech(at) || !BareFigure(number) ||
      !clause_->CountOf(number)->readings.empty())  // "said many 'were sleeping'"
    return;
  const std::size_t next = clause_->SkipRight(number + 1);
  if (!clause_->Is(next, ChunkKind::kPreposition)) EmitAgain(number, at);
}

// "Mali's government lists 305 and Niger's pilgrim office 274": the verb of whoever tells is said
// once, and so is the preposition of "spoke of 44 dead in the north, and the army of 12".
void MentionReader::ReadSameVerb(std::size_t number) {
  std::size_t k = number;
  const bool preposition = clause_->AfterPreposition(number);
  if (preposition) k = clause_->SkipLeft(k - 1);
  const std::size_t phrase = k;
  bool speaker = false;
  std::size_t mark = ClauseReader::kNowhere;
  for (std::size_t steps = 0; k-- > 0 && steps < kLongestSpeaker; ++steps) {
    const bool comma = clause_->Is(k, ChunkKind::kComma);
    if (clause_->Is(k, ChunkKind::kCoordinator) || clause_->Is(k, ChunkKind::kPunctuation) ||
        (comma && speaker)) {
      mark = k;
      break;
    }
    // "and the institute, Indeci, of a dozen"
    if (clause_->Is(k, ChunkKind::kNoun) && !clause_->CountOf(k)) {
      speaker = speaker || Speaks(k);
    } else if (!clause_->Is(k, ChunkKind::kOther) && !clause_->Is(k, ChunkKind::kTime) &&
               !(comma && preposition) && !clause_->Class(k, kOf)) {
      return;
    }
  }
  if (!speaker || mark == ClauseReader::kNowhere) return;
  for (std::size_t i = found_.size(); i-- > first_found_;) {
    const Found& before = found_[i];
    if (before.chunk >= mark || before.mention.part_link != PartLink::kNone) continue;
    std::size_t verb = before.chunk == 0 ? ClauseReader::kNowhere : before.chunk - 1;
    if (verb != ClauseReader::kNowhere && verb > 0 && clause_->Is(verb, ChunkKind::kPreposition)) {
      const WordId said = layer_.tokens[clause_->At(verb).first_token].word;
      if (!preposition || layer_.tokens[clause_->At(phrase).first_token].word != said) return;
      --verb;
    } else if (preposition) {
      return;
    }
    if (!clause_->Is(verb, ChunkKind::kVerb)) return;
    const auto frames = FramesOfVerb(verb);
    const bool tells = std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
      return frame->frame_class == FrameClass::kTally;
    });
    if (tells || clause_->IsSpeech(verb)) ShareVerb(number, i);
    return;
  }
}

// "Our own martyrs number eighteen": a noun of counting behind those who are counted is a verb.
bool MentionReader::ReadNumbering(std::size_t at, std::size_t number) {
  const NounGroup& group = clause_->Noun(at);
  const auto counters = FramesOfNoun(at);
  const bool counts =
      !group.plural && std::any_of(counters.begin(), counters.end(), [](const Frame* frame) {
        return frame->frame_class == FrameClass::kCounter && !frame->own && !frame->alone;
      });
  if (!counts || group.quantity || group.head <= group.first_token) return false;
  const WordId last = layer_.tokens[group.head - 1].word;
  const auto match = language_.frames.nouns.Longest(layer_.tokens, group.head - 1, group.head);
  if (match.values && language_.syntax.FactsOf(last).plural) {
    for (const std::uint32_t index : *match.values) {
      const Frame& frame = language_.frames.frames[index];
      if (frame.frame_class == FrameClass::kEvent && frame.metric && !frame.doer &&
          !frame.uncounted && Emit(number, MakeUse(frame, at, "those who number:")))
        return true;
    }
  }
  return false;
}

}  // namespace counterclaim
