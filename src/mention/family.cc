// "A father and his two sons died": those who are told of with the ones they belong to.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

void MentionReader::FindFamilies() {
  families_.clear();
  for (std::size_t at = 2; at < clause_->size(); ++at) {
    const std::size_t first = at - 2;
    if (!clause_->Is(at, ChunkKind::kNoun) || !clause_->Is(at - 1, ChunkKind::kCoordinator) ||
        !clause_->Is(first, ChunkKind::kNoun))
      continue;
    const NounGroup &head = clause_->Noun(first), &last = clause_->Noun(at);
    const auto classes = [&](const NounGroup& group) {
      return language_.syntax.ClassOf(layer_.tokens[group.first_token].word);
    };
    const Quantity *whose = clause_->CountOf(first), *count = clause_->CountOf(at);
    // "six priests and their two cooks" are told apart; "a couple and their two sons" are not
    if (whose && count && !(classes(head) & kIndefinite)) continue;
    const bool somebody = head.one || (classes(head) & kDeterminer);
    if (!(classes(last) & kPossessive) || last.possessive || (!count && last.plural) ||
        (count && count->bound != Bound::kExact) || !(whose || (somebody && !head.plural)) ||
        (whose && whose->bound != Bound::kExact) || head.partitive || last.partitive)
      continue;
    const ObjectReading one = ReadObject(*clause_, first, layer_, rulebook_, language_);
    const ObjectReading other = ReadObject(*clause_, at, layer_, rulebook_, language_);
    if (!(one.people || (whose && one.headless)) || !other.people || !other.known || other.headless)
      continue;
    Family family;
    family.first = first;
    family.last = at;
    const std::int64_t sum = (whose ? whose->hard.low : 1) + (count ? count->hard.low : 1);
    const Span span = {clause_->SpanOf(first).begin, clause_->SpanOf(at).end};
    family.count = ExactQuantity(sum, span, sentence_->sentence, head.first_token);
    family.mixed = one.participant.category != other.participant.category;
    families_.push_back(std::move(family));
  }
}

bool MentionReader::IsMixed(std::size_t chunk) const {
  return std::any_of(families_.begin(), families_.end(),
                     [&](const Family& family) { return family.first == chunk && family.mixed; });
}

bool MentionReader::InFamily(std::size_t chunk) const {
  return std::any_of(families_.begin(), families_.end(),
                     [&](const Family& family) { return family.last == chunk; });
}

}  // namespace counterclaim
