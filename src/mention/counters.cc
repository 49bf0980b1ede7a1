// "The number of people killed has risen to 58": nouns that stand for a count.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestCount = 16;  // chunks from a toll to its figure

}  // namespace

// "the number of people killed has risen to 58", "the number of captured posts at 20".
void MentionReader::ReadCounter(std::size_t at, const Frame& counter) {
  // "the number killed in the attack had reached 133"
  const bool reduced = clause_->Is(at + 1, ChunkKind::kVerb) && clause_->Verb(at + 1).participle;
  for (const Frame* frame : reduced ? FramesOfVerb(at + 1) : std::vector<const Frame*>{}) {
    if (frame->frame_class == FrameClass::kAffect && frame->objects.empty() &&
        frame->with.empty() && ReadCounterOf(at + 1, at + 1, *frame))
      return;
  }
  if (!clause_->Is(at + 1, ChunkKind::kPreposition) || !clause_->Class(at + 1, kOf))
    return ReadBareCounter(at, counter);
  if (!counter.own && clause_->CountOf(at + 2)) return ReadCountOf(at, at + 2);
  if (counter.own != (clause_->CountOf(at) != nullptr)) return;
  std::optional<std::size_t> counted;
  for (std::size_t k = at + 2; k < clause_->size() && k < at + 10; ++k) {
    std::vector<const Frame*> frames;
    if (clause_->Is(k, ChunkKind::kVerb)) frames = FramesOfVerb(k);
    if (clause_->Is(k, ChunkKind::kState)) frames = FramesOfState(k);
    if (clause_->Is(k, ChunkKind::kNoun)) {
      if (clause_->CountOf(k)) return;
      frames = FramesOfNoun(k);
      if (frames.empty()) frames = FramesInside(k, clause_->Noun(k).first_token);
      if (!counted && !clause_->Noun(k).possessive) counted = k;
    }
    if (clause_->Is(k, ChunkKind::kSubordinator) || clause_->Is(k, ChunkKind::kPunctuation)) return;
    for (const Frame* frame : frames) {
      if (!frame->objects.empty() || frame->frame_class == FrameClass::kSuffer ||
          frame->frame_class == FrameClass::kInflict ||
          (clause_->Is(k, ChunkKind::kVerb) && !AfterParticle(k, *frame)))
        continue;
      if (const auto figure = counter.own ? std::nullopt : FigureBefore(at)) {
        Use use = MakeUse(*frame, k, "counter of");
        if (counted) use.counted = counted;
        if (Emit(*figure, use)) return;
      }
      if (counter.own) {
        if (WithOther(k, *frame)) return;
        Use use = MakeUse(*frame, k, "counter of");
        use.counted = counted.value_or(k);
        if (Emit(at, use)) return;
        continue;
      }
      if (ReadCounterOf(k, counted.value_or(k), *frame)) return;
    }
  }
}

// "brings to 35 the number of those missing", "gives 231 as the number of dead".
std::optional<std::size_t> MentionReader::FigureBefore(std::size_t at) const {
  if (at < 2) return std::nullopt;
  if (clause_->CountOf(at - 1) && clause_->Class(at - 2, kTo | kAt) && !clause_->Class(at - 2, kOf))
    return at - 1;
  return clause_->Class(at - 1, kAs) && clause_->CountOf(at - 2) ? std::optional(at - 2)
                                                                 : std::nullopt;
}

// "131 names of dead and missing": of neither alone.
bool MentionReader::WithOther(std::size_t at, const Frame& frame) const {
  if (!clause_->Is(at + 1, ChunkKind::kCoordinator)) return false;
  const auto frames = clause_->Is(at + 2, ChunkKind::kState) ? FramesOfState(at + 2)
                      : clause_->Is(at + 2, ChunkKind::kNoun)
                          ? FramesInside(at + 2, clause_->Noun(at + 2).first_token)
                          : std::vector<const Frame*>{};
  return std::any_of(frames.begin(), frames.end(), [&](const Frame* other) {
    return other->metric && frame.metric && *other->metric != *frame.metric;
  });
}

bool MentionReader::ReadCounterOf(std::size_t trigger, std::size_t counted, const Frame& frame) {
  Use use = MakeUse(frame, trigger, "counter of");
  if (clause_->Is(counted, ChunkKind::kNoun)) use.counted = counted;
  bool inside = false;  // a clause of its own
  for (std::size_t n = trigger + 1; n < clause_->size() && n < trigger + kFarthestCount; ++n) {
    inside = inside || clause_->Is(n, ChunkKind::kSubordinator);
    if (!clause_->Is(n, ChunkKind::kNoun) || !clause_->CountOf(n)) continue;
    const std::size_t left = clause_->SkipLeft(n - 1);
    if (left == ClauseReader::kNowhere) return false;
    const bool preposition = clause_->Is(left, ChunkKind::kPreposition);
    if (preposition && !clause_->Class(left, kTo | kAt)) continue;
    // "raised the number of people killed when police cleared two camps to 638"
    const bool figure = preposition && !clause_->Class(left, kOf) &&
                        ReadObject(*clause_, n, layer_, rulebook_, language_).headless;
    if (inside && !figure) continue;
    return Emit(n, use);
  }
  return false;
}

// "63 people died, raising an earlier count of 41": of what was counted last.
void MentionReader::ReadCountOf(std::size_t at, std::size_t number) {
  const auto last = LastCounted(at);
  const ObjectReading object = ReadObject(*clause_, number, layer_, rulebook_, language_);
  if (last && found_[*last].people && object.headless && !Taken(number) && !LeftUnread(at))
    EmitLike(*last, number, at);
}

// Under the metric of a count before.
void MentionReader::EmitLike(std::size_t last, std::size_t number, std::size_t trigger) {
  Frame frame;
  frame.rule = found_[last].mention.rule;
  frame.frame_class = FrameClass::kTotal;
  frame.metric = found_[last].mention.metric;
  Emit(number, MakeUse(frame, trigger, "count of what was counted before:"));
}

// "raises the count in the province to 92": behind the phrases of the verb at the given chunk.
void MentionReader::ReadRaised(std::size_t at) {
  constexpr std::size_t kFarthest = 8;  // chunks
  if (at == 0 || !clause_->Is(at - 1, ChunkKind::kVerb) || clause_->Verb(at - 1).be) return;
  const auto last = LastCounted(at);
  if (!last || !found_[*last].people) return;
  for (std::size_t n = at + 2; n < clause_->size() && n < at + kFarthest; ++n) {
    if (!clause_->Is(n, ChunkKind::kNoun) && !clause_->Is(n, ChunkKind::kPreposition) &&
        !clause_->Is(n, ChunkKind::kTime))
      return;
    if (!clause_->Is(n, ChunkKind::kNoun) || !clause_->CountOf(n)) continue;
    const bool to = clause_->Class(n - 1, kTo) && !clause_->Class(n - 1, kOf);
    const ObjectReading object = ReadObject(*clause_, n, layer_, rulebook_, language_);
    if (to && object.headless && !Taken(n)) EmitLike(*last, n, at);
    return;
  }
}

// "Total since the first night: 104": a bare figure behind the colon of a sentence without a verb.
std::optional<std::size_t> MentionReader::BehindColon(std::size_t at) const {
  for (std::size_t k = at + 1; k + 1 < clause_->size() && k < at + kFarthestCount; ++k) {
    if (clause_->Is(k, ChunkKind::kVerb)) return std::nullopt;
    if (!clause_->Is(k, ChunkKind::kPunctuation)) continue;
    const bool colon = clause_->Text(clause_->SpanOf(k)) == ":";
    const bool bare = colon && clause_->CountOf(k + 1) && !Taken(k + 1) &&
                      ReadObject(*clause_, k + 1, layer_, rulebook_, language_).headless;
    return bare ? std::optional(k + 1) : std::nullopt;
  }
  return std::nullopt;
}

// "the count has gone up to 22": of what was counted last.
void MentionReader::ReadBareCounter(std::size_t at, const Frame& counter) {
  const NounGroup& group = clause_->Noun(at);
  const bool possessed =
      at > 0 && (clause_->Is(at - 1, ChunkKind::kRelative) ||  // "whose tally"
                 (clause_->Is(at - 1, ChunkKind::kNoun) && clause_->Noun(at - 1).possessive));
  // "the toll-free number is 1818"
  const auto bars = [&](const std::vector<WordId>& words) {
    for (std::uint32_t t = group.first_token; t < group.head; ++t) {
      if (layer_.tokens[t].word == words.front()) return true;
    }
    return false;
  };
  // "He gives a new number, 151."
  const auto told = LastCounted(at);
  if (group.one && told && found_[*told].people && clause_->Is(at + 1, ChunkKind::kComma) &&
      clause_->CountOf(at + 2) && !Taken(at + 2) &&
      ReadObject(*clause_, at + 2, layer_, rulebook_, language_).headless)
    return EmitLike(*told, at + 2, at);
  if (at == 0 && told && found_[*told].people && !LeftUnread(at)) {
    if (const auto figure = BehindColon(at)) return EmitLike(*told, *figure, at);
  }
  if (group.quantity || group.one || (group.first_token == group.head && !possessed) ||
      std::any_of(counter.without.begin(), counter.without.end(), bars) || LeftUnread(at))
    return;
  // "had put the number at 174"
  if (clause_->Is(at + 1, ChunkKind::kPreposition) && clause_->Class(at + 1, kAt) &&
      !clause_->Class(at + 1, kOf) && clause_->CountOf(at + 2) && !Taken(at + 2)) {
    const auto last = LastCounted(at);
    const ObjectReading object = ReadObject(*clause_, at + 2, layer_, rulebook_, language_);
    if (last && found_[*last].people && (object.headless || object.people))
      EmitLike(*last, at + 2, at);
    return;
  }
  if (clause_->Is(at + 1, ChunkKind::kPreposition)) return ReadRaised(at);
  const auto verb = VerbOfFigure(at);
  if (!verb || !clause_->Is(*verb, ChunkKind::kVerb)) return;
  const auto last = LastCounted(at);
  const bool alone = !last && counter.alone && possessed;
  if (!alone && (!last || !found_[*last].people)) return;
  for (std::size_t n = *verb + 1; n < clause_->size() && n < *verb + 6; ++n) {
    if (clause_->Is(n, ChunkKind::kSubordinator) || clause_->Is(n, ChunkKind::kComma)) return;
    if (!clause_->Is(n, ChunkKind::kNoun) || !clause_->CountOf(n) || Taken(n)) continue;
    const std::size_t left = clause_->SkipLeft(n - 1);
    if (clause_->Is(left, ChunkKind::kPreposition) && !clause_->Class(left, kTo | kAt)) return;
    Frame frame;
    frame.rule = alone ? counter.rule : found_[*last].mention.rule;
    frame.frame_class = FrameClass::kTotal;
    frame.metric = alone ? counter.metric : std::optional(found_[*last].mention.metric);
    const ObjectReading object = ReadObject(*clause_, n, layer_, rulebook_, language_);
    if ((object.headless && !alone) || object.people)
      Emit(n, MakeUse(frame, *verb, "count of what was counted before:"));
    return;
  }
}

}  // namespace counterclaim
