// The frames of the words of a chunk.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

std::vector<const Frame*> MentionReader::FramesOfVerb(std::size_t at) const {
  std::vector<const Frame*> frames;
  const WordId head = layer_.tokens[clause_->Verb(at).head].word;
  const auto& forms = language_.frames.verb_forms;
  if (head >= forms.size()) return frames;
  frames.reserve(forms[head].size());
  const VerbGroup& verb = clause_->Verb(at);
  const bool passive = verb.voice == Voice::kPassive;
  for (const std::uint32_t index : forms[head]) {
    const Frame& frame = language_.frames.frames[index];
    if (!frame.negated) {
      frames.push_back(&frame);
      continue;
    }
    // "were not found", "did not survive", "could not account for"; not "did not find"
    const bool meant = passive || frame.frame_class == FrameClass::kUndergo || !frame.with.empty();
    if (verb.negated && meant) frames.insert(frames.begin(), &frame);
  }
  return frames;
}

std::vector<const Frame*> MentionReader::FramesOfState(std::size_t at) const {
  std::vector<const Frame*> frames;
  const Chunk& chunk = clause_->At(at);
  const auto match =
      language_.frames.states.Longest(layer_.tokens, chunk.first_token, chunk.end_token);
  if (!match.values) return frames;
  for (std::uint32_t index : *match.values) frames.push_back(&language_.frames.frames[index]);
  return frames;
}

std::vector<const Frame*> MentionReader::FramesOfNoun(std::size_t at) const {
  std::vector<const Frame*> frames;
  const NounGroup& group = clause_->Noun(at);
  for (std::uint32_t i = group.first_token; i <= group.head && i < group.end_token; ++i) {
    const auto match = language_.frames.nouns.Longest(layer_.tokens, i, group.end_token);
    if (!match.values || i + match.length != group.head + 1) continue;
    for (std::uint32_t index : *match.values) frames.push_back(&language_.frames.frames[index]);
    break;
  }
  return frames;
}

// The frames of a trigger inside the noun group: "wounded soldiers".
std::vector<const Frame*> MentionReader::FramesInside(std::size_t at, std::uint32_t first) const {
  const NounGroup& group = clause_->Noun(at);
  std::vector<const Frame*> frames;
  for (std::uint32_t i = first; i < group.end_token && frames.empty(); ++i) {
    const auto state = language_.frames.states.Longest(layer_.tokens, i, group.end_token);
    if (state.values) {
      for (std::uint32_t index : *state.values) frames.push_back(&language_.frames.frames[index]);
      break;
    }
    const auto* readings = language_.syntax.FindVerb(layer_.tokens[i].word);
    if (!readings) continue;
    for (const VerbReading& reading : *readings) {
      if (!(reading.forms & kPastParticiple)) continue;
      const auto found = language_.frames.verbs.find(reading.lemma);
      if (found == language_.frames.verbs.end()) continue;
      for (std::uint32_t index : found->second) {
        const Frame& frame = language_.frames.frames[index];
        if (frame.with.empty() && frame.objects.empty() && !frame.negated) frames.push_back(&frame);
      }
    }
  }
  return frames;
}

// "Of those who died", at the head of a sentence: the frames of what befell them.
std::vector<const Frame*> MentionReader::FramesOfThose() const {
  if (!clause_->Is(0, ChunkKind::kPreposition) || !clause_->Class(0, kOf) ||
      !clause_->Is(1, ChunkKind::kNoun) || clause_->CountOf(1))
    return {};
  const std::size_t verb = clause_->Is(2, ChunkKind::kRelative) ? 3 : 2;
  std::vector<const Frame*> frames =
      clause_->Is(verb, ChunkKind::kVerb) ? FramesOfVerb(verb) : FramesOfNoun(1);
  std::erase_if(frames, [&](const Frame* frame) {
    return !frame->metric || !frame->objects.empty() ||
           (clause_->Is(verb, ChunkKind::kVerb) && !AfterParticle(verb, *frame));
  });
  return frames;
}

}  // namespace counterclaim
