// Counts whose words tell that they are not of all: "one of the dead", "six others died", "died on
// the spot", "the first blast killed 14".
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kReach = 6;      // chunks behind a verb in which its act is named
constexpr std::uint32_t kAdverbs = 3;  // tokens between a verb or its object and the adverb

}  // namespace

bool MentionReader::CountsSome(std::size_t chunk, const Use& use, const Mention& mention) const {
  const NounGroup& group = clause_->Noun(chunk);
  if (group.partitive && use.at == chunk && !clause_->InnerCountOf(chunk)) return true;
  return MoreThanBefore(mention) || AtOnce(chunk, use) || OfOneAct(use);
}

// "Four were killed. Six others died", "He was killed. Three others died": beside those just told
// of; "Two were wounded and 29 others killed" is the whole of the killed.
bool MentionReader::MoreThanBefore(const Mention& mention) const {
  if (!mention.quantity.others) return false;
  if (found_.empty() || found_.back().sentence + 1 < mention.sentence) return true;
  return found_.back().mention.metric == mention.metric;
}

// "Four were killed. Six others died": the four are not all either.
void MentionReader::MarkSome(const MetricId& metric, const Quantity& more) {
  if (!more.others || found_.empty()) return;
  Mention& before = found_.back().mention;
  if (before.metric == metric && before.scope_hint != ScopeHint::kTotal && !before.part_of &&
      before.sentence + 1 >= sentence_->sentence)
    before.partial = true;
}

bool MentionReader::AtOnce(std::size_t chunk, const Use& use) const {
  if (!clause_->Is(use.at, ChunkKind::kVerb)) return false;
  const std::uint32_t last = layer_.sentences[sentence_->sentence].end_token;
  const auto behind = [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t at = first; at < std::min(end, last); ++at) {
      if (language_.syntax.ClassOf(layer_.tokens[at].word) & kAtOnce) return true;
      const auto phrase = language_.syntax.phrases.Longest(layer_.tokens, at, last);
      if (phrase.values && std::any_of(phrase.values->begin(), phrase.values->end(), [&](auto v) {
            return (language_.syntax.phrase_classes[v] & kAtOnce) != 0;
          }))
        return true;
    }
    return false;
  };
  const Chunk& verb = clause_->At(use.at);
  const Chunk& object = clause_->At(chunk);
  return behind(verb.first_token, verb.end_token + kAdverbs) ||
         (chunk > use.at && behind(object.end_token, object.end_token + kAdverbs));
}

// "the second explosion": one of several acts; "the first attack in two years" is not.
bool MentionReader::OneOfActs(std::size_t chunk) const {
  const NounGroup& group = clause_->Noun(chunk);
  auto rank = std::partition_point(quantities_.begin(), quantities_.end(), [&](const Quantity& q) {
    return q.first_token < group.first_token;
  });
  while (rank != quantities_.end() && rank->kind != NumberKind::kOrdinal &&
         rank->end_token <= group.head)
    ++rank;
  if (rank == quantities_.end() || rank->kind != NumberKind::kOrdinal ||
      rank->end_token > group.head)
    return false;
  const ObjectReading what = ReadObject(*clause_, chunk, layer_, rulebook_, language_);
  if (!what.act && !(language_.syntax.ClassOf(layer_.tokens[group.head].word) & kBout))
    return false;
  const std::size_t next = chunk + 1;
  return !clause_->Is(next, ChunkKind::kTime) &&
         !(clause_->Is(next, ChunkKind::kPreposition) && clause_->Is(next + 1, ChunkKind::kTime) &&
           !clause_->Class(next, kOf));
}

// Who acts, or in what, is one act of several.
bool MentionReader::OfOneAct(const Use& use) const {
  const auto subject = clause_->Is(use.at, ChunkKind::kVerb) ? clause_->Subject(use.at)
                                                             : std::optional<std::size_t>();
  if (subject && OneOfActs(*subject)) return true;
  for (std::size_t k = use.at + 1; k < clause_->size() && k < use.at + kReach; ++k) {
    if (clause_->Is(k, ChunkKind::kVerb) || clause_->Is(k, ChunkKind::kComma) ||
        clause_->Is(k, ChunkKind::kCoordinator) || clause_->Is(k, ChunkKind::kRelative))
      break;
    if (clause_->Is(k, ChunkKind::kNoun) && clause_->AfterPreposition(k) && OneOfActs(k))
      return true;
  }
  return false;
}

}  // namespace counterclaim
