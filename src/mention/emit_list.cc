// What is coordinated with the count beside a trigger, and the subject of one.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

bool MentionReader::EmitRight(std::size_t chunk, const Use& use) {
  return EmitAll(clause_->JoinedRight(chunk), use);
}

bool MentionReader::EmitLeft(std::size_t chunk, const Use& use) {
  std::vector<std::size_t> joined = clause_->JoinedLeft(chunk);
  // "2,189 deaths, 12,268 injured": counted by its own noun.
  std::erase_if(joined, [&](std::size_t item) {
    const auto frames = item == chunk ? std::vector<const Frame*>{} : FramesOfNoun(item);
    return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
      return frame->frame_class == FrameClass::kEvent && !frame->doer;
    });
  });
  std::reverse(joined.begin(), joined.end());
  return EmitAll(joined, use);
}

// Those of whom the predicate is said; where word order is free, a count right behind it goes
// before one that stands farther away or is told of already.
bool MentionReader::EmitSubject(std::size_t at, const Use& use) {
  const bool intransitive =
      use.frame->frame_class == FrameClass::kUndergo && use.frame->with.empty();
  const auto subject = clause_->Subject(at, intransitive);
  if (language_.syntax.free_order) {
    const auto behind = clause_->Object(at);
    const std::size_t left = at == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(at - 1);
    const bool beside = subject && *subject == left && clause_->CountOf(left) && !Taken(left);
    if (behind && clause_->CountOf(*behind) && !beside && EmitRight(*behind, use)) return true;
  }
  if (!subject || !clause_->Noun(*subject).partitive) return subject && EmitLeft(*subject, use);
  // "nine of the 14 farmers who were killed": the 14 are meant.
  Use inner = use;
  inner.inner = SaidOfInner(at, *subject);
  if (inner.inner && !clause_->InnerCountOf(*subject)) return false;
  return EmitLeft(*subject, inner);
}

// A relative clause, or a participle in a sentence with a verb of its own, tells of all of them.
bool MentionReader::SaidOfInner(std::size_t at, std::size_t subject) const {
  if (at == 0 || clause_->SkipRight(subject + 1) > at) return false;
  const std::size_t left = clause_->SkipLeft(at - 1);
  if (left == subject + 1 && clause_->Is(left, ChunkKind::kRelative)) return true;
  const Quantity* inner = clause_->InnerCountOf(subject);
  const bool state = clause_->Is(at, ChunkKind::kState);
  if (left != subject || !(state || clause_->Is(at, ChunkKind::kVerb)) || !inner) return false;
  // "five of the 12 wounded died"
  const bool beside = inner->end_token == clause_->Noun(subject).end_token && at == subject + 1;
  const bool reduced =
      !state && clause_->Verb(at).participle && clause_->Verb(at).voice != Voice::kPassive;
  if (!state && !beside && !reduced) return false;
  for (std::size_t k = 0; k < clause_->size(); ++k) {
    if (k == at || !clause_->Is(k, ChunkKind::kVerb)) continue;
    // "making her one of five teachers murdered"
    if (reduced && k < subject && (k + 3 > subject || !clause_->Verb(k).participle)) return true;
    if (clause_->Verb(k).finite && (!clause_->Verb(k).participle || (beside && k > at)))
      return true;
  }
  return false;
}

// From the one beside the trigger on; the first that does not fit ends the list.
bool MentionReader::EmitAll(const std::vector<std::size_t>& chunks, Use use) {
  bool any = false;
  // "lost two tanks and a howitzer": beside a count, one thing is counted as well.
  use.listed = chunks.size() > 1 && std::any_of(chunks.begin(), chunks.end(), [&](std::size_t k) {
                 return clause_->CountOf(k) != nullptr;
               });
  // "lost two, a frigate and a tender": told again, one by one.
  const auto again = [&] {
    std::int64_t sum = 0;
    for (std::size_t i = 1; i < chunks.size(); ++i) sum += ValueOf(chunks[i]);
    return chunks.size() > 2 && clause_->Noun(chunks[1]).one && sum == ValueOf(chunks[0]) &&
           ReadObject(*clause_, chunks[0], layer_, rulebook_, language_).headless;
  };
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (i == 1 && again()) break;
    if (InFamily(chunks[i])) continue;
    if (Emit(chunks[i], use)) {
      any = true;
    } else if (i > 0) {
      break;
    }
  }
  return any;
}

}  // namespace counterclaim
