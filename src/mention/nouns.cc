#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestCount = 16;  // chunks from a toll to its figure

}  // namespace

void MentionReader::ReadNoun(std::size_t at) {
  for (const Frame* frame : FramesOfNoun(at)) {
    if (frame->frame_class == FrameClass::kEvent) ReadEvent(at, *frame);
    if (frame->frame_class == FrameClass::kTotal) ReadTotal(at, *frame, at);
    if (frame->frame_class == FrameClass::kCounter) ReadCounter(at);
  }
}

// Who suffered or inflicted what the noun counts: "the army suffered 12
// casualties"; negation: "did not report any casualties".
void MentionReader::AddGovernor(std::size_t at, Use* use) const {
  std::size_t k = at;
  for (std::size_t steps = 0; k > 0 && steps < 8; ++steps) {
    --k;
    if (clause_->Is(k, ChunkKind::kVerb)) break;
    if (!clause_->Is(k, ChunkKind::kNoun) && !clause_->Is(k, ChunkKind::kCoordinator) &&
        !clause_->Is(k, ChunkKind::kComma) && !clause_->Is(k, ChunkKind::kOther)) return;
  }
  if (!clause_->Is(k, ChunkKind::kVerb)) return;
  use->negated = clause_->Verb(k).negated;
  if (use->stance == Stance::kAsserted) use->stance = StanceOf(k);
  for (const Frame* frame : FramesOfVerb(k)) {
    if (frame->frame_class != FrameClass::kSuffer && frame->frame_class != FrameClass::kInflict) continue;
    const auto actor = ActorOf(clause_->Subject(k));
    if (!actor) return;
    if (frame->frame_class == FrameClass::kInflict) {
      use->actor = actor;
    } else {
      use->side = actor->party;
    }
    return;
  }
}

void MentionReader::ReadEvent(std::size_t at, const Frame& frame) {
  const NounGroup& group = clause_->Noun(at);
  Use use = MakeUse(frame, at, "noun that counts:");
  AddGovernor(at, &use);
  const bool without = at > 0 && clause_->Class(at - 1, kWithout);
  if (clause_->CountOf(at) || group.none || group.any || without) {
    if (group.any && !use.negated && !without) return;
    if (without && !clause_->CountOf(at)) use.negated = true;
    if (Emit(at, use) || clause_->CountOf(at)) {
      // "58 deaths among soldiers", "the deaths of 58 soldiers".
      return;
    }
    return;
  }
  if (clause_->Is(at + 1, ChunkKind::kPreposition) && clause_->Class(at + 1, kOf)) {
    std::size_t object = clause_->SkipRight(at + 2);
    while (object < clause_->size() && clause_->Is(object, ChunkKind::kNoun) && clause_->Noun(object).possessive) ++object;
    if (clause_->Is(object, ChunkKind::kNoun)) {
      if (const auto actor = at > 0 && clause_->Is(at - 1, ChunkKind::kNoun) && clause_->Noun(at - 1).possessive
                                 ? ActorOf(at - 1) : ActorOf(clause_->Agent(object))) {
        use.actor = actor;
      }
      if (EmitAll(clause_->JoinedRight(object), use)) return;
    }
  }
  if (clause_->Is(at + 1, ChunkKind::kPunctuation)) return ReadLabel(at, frame);
  ReadTotal(at, frame, at);
}

// "the toll rose from 41 to 56", "the toll, at 58, is the highest", "a toll of 58".
void MentionReader::ReadTotal(std::size_t at, const Frame& frame, std::size_t from) {
  const Use use = MakeUse(frame, at, "total:");
  if (at > 1 && clause_->CountOf(at - 1) && clause_->Class(at - 2, kTo) && Emit(at - 1, use)) return;
  if (clause_->CountOf(at) && frame.frame_class == FrameClass::kTotal) {
    Emit(at, use);
    return;
  }
  const bool strict = frame.frame_class == FrameClass::kEvent;
  for (std::size_t k = from + 1; k < clause_->size() && k < from + kFarthestCount; ++k) {
    if (clause_->Is(k, ChunkKind::kSubordinator) || clause_->Is(k, ChunkKind::kState)) return;
    if (clause_->Is(k, ChunkKind::kVerb) && strict) {
      for (const Frame* other : FramesOfVerb(k)) {
        if (other->frame_class == FrameClass::kAffect || other->frame_class == FrameClass::kUndergo) return;
      }
    }
    if (!clause_->Is(k, ChunkKind::kNoun) || !clause_->CountOf(k)) continue;
    std::size_t left = k == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(k - 1);
    if (left == ClauseReader::kNowhere || left <= from) {
      if (left != from) continue;
      return;
    }
    if (clause_->Is(left, ChunkKind::kPreposition)) {
      if (clause_->Class(left, kTo | kAt) || (!strict && clause_->Class(left, kOf))) {
        const ObjectReading object = ReadObject(*clause_, k, layer_, rulebook_, language_);
        if (strict && !object.headless) continue;
        if (object.known && !object.people) return;
        if (!object.known && !object.headless && strict) return;
        Emit(k, use);
        return;
      }
      continue;
    }
    if (clause_->Is(left, ChunkKind::kVerb) || clause_->Is(left, ChunkKind::kPunctuation)) {
      const ObjectReading object = ReadObject(*clause_, k, layer_, rulebook_, language_);
      if (object.headless || object.people) Emit(k, use);
      return;
    }
  }
}

// "the number of people killed has risen to 58".
void MentionReader::ReadCounter(std::size_t at) {
  if (!clause_->Is(at + 1, ChunkKind::kPreposition)) return;
  for (std::size_t k = at + 2; k < clause_->size() && k < at + 8; ++k) {
    std::vector<const Frame*> frames;
    if (clause_->Is(k, ChunkKind::kVerb)) frames = FramesOfVerb(k);
    if (clause_->Is(k, ChunkKind::kState)) frames = FramesOfState(k);
    if (clause_->Is(k, ChunkKind::kNoun)) {
      frames = FramesOfNoun(k);
      const NounGroup& group = clause_->Noun(k);
      const auto state = language_.frames.states.Longest(layer_.tokens, group.head, group.end_token);
      if (state.values && frames.empty()) frames.push_back(&language_.frames.frames[state.values->front()]);
      const auto* verb = language_.syntax.FindVerb(layer_.tokens[group.head].word);
      if (verb && frames.empty()) {
        const auto found = language_.frames.verbs.find(verb->front().lemma);
        if (found != language_.frames.verbs.end()) frames.push_back(&language_.frames.frames[found->second.front()]);
      }
    }
    for (const Frame* frame : frames) {
      if (!frame->metric) continue;
      Frame counter = *frame;
      Use use = MakeUse(*frame, k, "counter of");
      for (std::size_t n = k + 1; n < clause_->size() && n < k + kFarthestCount; ++n) {
        if (!clause_->Is(n, ChunkKind::kNoun) || !clause_->CountOf(n)) continue;
        const std::size_t left = clause_->SkipLeft(n - 1);
        if (left == ClauseReader::kNowhere) return;
        if (clause_->Is(left, ChunkKind::kPreposition) && !clause_->Class(left, kTo | kAt)) continue;
        Emit(n, use);
        return;
      }
      return;
    }
  }
}

// "11 wounded soldiers": the trigger stands inside the noun group.
void MentionReader::ReadAttribute(std::size_t at) {
  const NounGroup& group = clause_->Noun(at);
  const Quantity* count = clause_->CountOf(at);
  if (!count || group.partitive) return;
  for (std::uint32_t i = count->end_token; i < group.head; ++i) {
    std::vector<const Frame*> frames;
    const auto state = language_.frames.states.Longest(layer_.tokens, i, group.head);
    if (state.values) {
      for (std::uint32_t index : *state.values) frames.push_back(&language_.frames.frames[index]);
    } else if (const auto* readings = language_.syntax.FindVerb(layer_.tokens[i].word)) {
      for (const VerbReading& reading : *readings) {
        if (!(reading.forms & kPastParticiple)) continue;
        const auto found = language_.frames.verbs.find(reading.lemma);
        if (found == language_.frames.verbs.end()) continue;
        for (std::uint32_t index : found->second) frames.push_back(&language_.frames.frames[index]);
      }
    }
    for (const Frame* frame : frames) {
      if (!frame->with.empty() || !frame->objects.empty()) continue;
      Use use = MakeUse(*frame, at, "told of the noun itself:");
      use.trigger = layer_.tokens[i].span;
      if (Emit(at, use)) return;
    }
  }
}

// "Killed: 58", "KIA 9", "Wounded - 30".
void MentionReader::ReadLabel(std::size_t at, const Frame& frame) {
  std::size_t k = at + 1;
  if (clause_->Is(k, ChunkKind::kPunctuation)) ++k;
  if (k == at + 1 && !clause_->Is(at, ChunkKind::kState)) return;
  if (!clause_->Is(k, ChunkKind::kNoun) || !clause_->CountOf(k) || Taken(k)) return;
  const std::string_view mark = clause_->Text(clause_->SpanOf(k - 1));
  if (k > at + 1 && mark != ":" && mark != "-" && mark != "–" && mark != "—" && mark != "=") return;
  Emit(k, MakeUse(frame, at, "label:"));
}

}  // namespace counterclaim
