// Where the parts of a count stand: what they are parts of, and the list they stand in.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kFarthestWhole = 3;  // sentences between a part and its whole
constexpr std::size_t kLongestList = 24;     // items
constexpr std::size_t kMostLooked = 256;     // mentions before a part that may be its whole
constexpr std::size_t kMostNamed = 6;        // names before a counted item

}  // namespace

bool MentionReader::MayGive(std::uint32_t sentence) const {
  const Tells tells = layer_.sentences[sentence].tells;
  if (found_.empty()) return tells == Tells::kAlone;
  return tells != Tells::kNothing || sentence - found_.back().sentence <= kFarthestWhole;
}

// The mention that a part at `at` belongs to: the last one before it that is
// not smaller.
std::optional<std::size_t> MentionReader::Whole(std::size_t at, std::int64_t least,
                                                bool same_sentence, const MetricId* metric,
                                                bool far) const {
  std::optional<std::size_t> best;
  // "registered 3,300 people, 2,000 of them children": of a count that is no claim.
  for (std::size_t k = at; k-- > 0 && !same_sentence;) {
    const bool mark = clause_->Is(k, ChunkKind::kPunctuation) || clause_->Is(k, ChunkKind::kVerb);
    if (mark) break;
    if (clause_->CountOf(k) && !Taken(k) && clause_->CountOf(k)->hard.low > least)
      return std::nullopt;
  }
  for (std::size_t i = found_.size(); i-- > 0 && i + kMostLooked >= found_.size();) {
    const Found& before = found_[i];
    if (before.sentence != sentence_->sentence) {
      if (same_sentence) break;
      if (!far && sentence_->sentence - before.sentence > kFarthestWhole) break;
      if (!far && layer_.sentences[before.sentence].paragraph + 1 <
                      layer_.sentences[sentence_->sentence].paragraph)
        break;
    } else if (before.chunk >= at) {
      continue;
    }
    if (before.mention.part_link != PartLink::kNone || !before.people) continue;
    // "identified 935 people; 79 of them died in one raid": bodies are dead as well.
    const Metric* own = rulebook_.taxonomy.FindMetric(before.mention.metric);
    const bool within =
        metric && own &&
        std::find(own->at_most.begin(), own->at_most.end(), *metric) != own->at_most.end() &&
        own->id.text.starts_with(metric->text + '.');
    if (metric && before.mention.metric != *metric && !within) continue;
    if (before.mention.quantity.hard.high < least || before.mention.quantity.hard.high <= 0)
      continue;
    // A toll of the dead before bodies that were found.
    if (best && metric &&
        (before.mention.metric == *metric) != (found_[*best].mention.metric == *metric)) {
      if (before.mention.metric == *metric) best = i;
      continue;
    }
    // "19 died. Eleven died on the spot. Among the dead are five children": of the 19
    const auto some = [&](const Found& each) {
      return each.mention.partial && each.sentence != sentence_->sentence;
    };
    if (best && some(before) != some(found_[*best])) {
      if (some(found_[*best])) best = i;
      continue;
    }
    if (!best || before.sentence > found_[*best].sentence ||
        (before.sentence == found_[*best].sentence && before.chunk > found_[*best].chunk)) {
      best = i;
    }
  }
  return best;
}

// The last mention before `at`, whatever it counts.
std::optional<std::size_t> MentionReader::LastCounted(std::size_t at) const {
  std::optional<std::size_t> best;
  for (std::size_t i = found_.size(); i-- > 0;) {
    const Found& before = found_[i];
    if (sentence_->sentence - before.sentence > kFarthestWhole) break;
    if (before.sentence == sentence_->sentence && before.chunk >= at) continue;
    if (!best || before.sentence > found_[*best].sentence ||
        (before.sentence == found_[*best].sentence && before.chunk > found_[*best].chunk)) {
      best = i;
    }
  }
  return best;
}

// At least so many; 1 for "a nurse", 0 for no count.
std::int64_t MentionReader::ValueOf(std::size_t chunk) const {
  if (const Quantity* count = clause_->CountOf(chunk)) return count->hard.low;
  return clause_->Noun(chunk).one ? 1 : 0;
}

// The chunk before the noun group and its possessors.
std::size_t MentionReader::LeftOf(std::size_t at) const {
  std::size_t left = at == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(at - 1);
  while (left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kNoun) &&
         clause_->Noun(left).possessive) {
    left = left == 0 ? ClauseReader::kNowhere : left - 1;
  }
  return left;
}

// The noun groups with a count that follow one another by commas and "and".
std::vector<std::size_t> MentionReader::Items(std::size_t at) const {
  std::vector<std::size_t> items = {at};
  std::size_t k = at + 1;
  while (k < clause_->size() && items.size() < kLongestList) {
    k = clause_->SkipRight(k);
    while (clause_->Is(k, ChunkKind::kPreposition) && !clause_->Class(k, kIncluding | kAmong)) {
      std::size_t noun = clause_->SkipRight(k + 1);
      while (clause_->Is(noun, ChunkKind::kNoun) && clause_->Noun(noun).possessive) ++noun;
      if (!clause_->Is(noun, ChunkKind::kNoun) || clause_->CountOf(noun)) break;
      k = clause_->SkipRight(noun + 1);
    }
    bool mark = false;
    while (clause_->Is(k, ChunkKind::kCoordinator) || clause_->Is(k, ChunkKind::kComma)) {
      mark = true;
      k = clause_->SkipRight(k + 1);
    }
    while (mark && clause_->Is(k, ChunkKind::kNoun) && clause_->Noun(k).possessive) ++k;
    if (!mark || !clause_->Is(k, ChunkKind::kNoun) || ValueOf(k) == 0) break;
    if (clause_->Noun(k).partitive) break;  // "three of them children": of the item before
    items.push_back(k++);
  }
  return items;
}

// What stands before the first of a list, of which some are named alone: "including Omar Khan
// and two boys".
std::size_t MentionReader::LeftOfNamed(std::size_t at) const {
  std::size_t left = LeftOf(clause_->JoinedLeft(at).front());
  for (std::size_t steps = 0; clause_->CountOf(at) && steps < kMostNamed; ++steps) {
    std::size_t noun = left;
    while (noun != ClauseReader::kNowhere &&
           (clause_->Is(noun, ChunkKind::kCoordinator) || clause_->Is(noun, ChunkKind::kComma)))
      noun = noun == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(noun - 1);
    if (noun == ClauseReader::kNowhere || noun == left || !clause_->Is(noun, ChunkKind::kNoun) ||
        clause_->Noun(noun).quantity || clause_->Noun(noun).pronoun)
      break;
    left = LeftOf(noun);
  }
  return left;
}

// "805 drones were launched; 747 were downed": the taxonomy knows what is part of what.
std::optional<std::size_t> MentionReader::WholeOfThings(const Found& part) const {
  const Metric* metric = rulebook_.taxonomy.FindMetric(part.mention.metric);
  if (!metric || part.mention.quantity.hard.high == 0) return std::nullopt;
  for (std::size_t i = found_.size(); i-- > 0;) {
    const Found& before = found_[i];
    if (part.sentence - before.sentence > kFarthestWhole) break;
    if (before.people || (before.sentence == part.sentence && before.chunk >= part.chunk) ||
        before.mention.quantity.hard.high < part.mention.quantity.hard.low)
      continue;
    const auto& wholes = metric->at_most;
    if (std::find(wholes.begin(), wholes.end(), before.mention.metric) != wholes.end()) return i;
  }
  return std::nullopt;
}

// "Seven of the drones were downed by a destroyer": of those counted before.
std::optional<std::size_t> MentionReader::WholeOfSame(const Found& part) const {
  for (std::size_t i = found_.size(); i-- > 0;) {
    const Found& before = found_[i];
    if (part.sentence - before.sentence > kFarthestWhole) break;
    if (before.sentence == part.sentence && before.chunk >= part.chunk) continue;
    if (before.mention.metric == part.mention.metric && !before.mention.part_of &&
        before.mention.quantity.hard.high > part.mention.quantity.hard.high &&
        part.mention.quantity.hard.high > 0)
      return i;
  }
  return std::nullopt;
}

// "194 of whom were executed": the count right before in the sentence.
std::optional<std::size_t> MentionReader::WholeBeside(const Found& part) const {
  std::optional<std::size_t> best;
  for (std::size_t i = first_found_; i < found_.size(); ++i) {
    const Found& before = found_[i];
    if (before.chunk >= part.chunk || before.people != part.people ||
        before.mention.metric != part.mention.metric ||
        before.mention.quantity.hard.high < part.mention.quantity.hard.low)
      continue;
    if (!best || before.chunk > found_[*best].chunk) best = i;
  }
  return best;
}

// "seven of its fighters": part of all that it has, not of a count before.
bool MentionReader::Owned(std::size_t at) const {
  const NounGroup& group = clause_->Noun(at);
  for (std::uint32_t t = group.first_token; t < group.end_token; ++t) {
    if (language_.syntax.ClassOf(layer_.tokens[t].word) & kPossessive) return true;
  }
  return false;
}

// "...; and 15 soldiers who died in raids": the last of a breakdown.
std::optional<std::size_t> MentionReader::WholeOfList(const Found& item) {
  const std::size_t left = LeftOf(item.chunk);
  if (item.mention.quantity.hard.low == 0 || left == ClauseReader::kNowhere ||
      !clause_->Is(left, ChunkKind::kCoordinator))
    return std::nullopt;
  for (PartList& list : lists_) {
    const Found& whole = found_[list.whole];
    const std::int64_t sum = list.sum + item.mention.quantity.hard.low;
    // "the loss of nine soldiers, namely two officers and seven men who paid with their lives"
    const Metric* metric = rulebook_.taxonomy.FindMetric(item.mention.metric);
    const bool within = metric && std::find(metric->at_most.begin(), metric->at_most.end(),
                                            whole.mention.metric) != metric->at_most.end();
    const bool adds =
        list.link == PartLink::kIncluding && within && sum == whole.mention.quantity.hard.low;
    if (!(list.link == PartLink::kBreakdown && whole.mention.metric == item.mention.metric) &&
        !adds)
      continue;
    if (list.last >= item.chunk || sum > whole.mention.quantity.hard.high) continue;
    list.sum = sum;
    list.last = item.chunk;
    return list.whole;
  }
  return std::nullopt;
}

// "98 died. Ninety-seven of the victims died there, and one died in hospital." "Of the dead,
// 97 were policemen; the other four were civilians."
std::optional<std::size_t> MentionReader::WholeOfSibling(const Found& item) const {
  const std::size_t left = LeftOf(item.chunk);
  const ObjectReading object = ReadObject(*clause_, item.chunk, layer_, rulebook_, language_);
  const bool rest = item.mention.quantity.others;
  const bool joined = left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kCoordinator);
  if (!(joined || rest) || !object.headless || item.mention.quantity.hard.low == 0)
    return std::nullopt;
  for (std::size_t i = first_found_; i < found_.size(); ++i) {
    const Found& sibling = found_[i];
    if (sibling.chunk >= item.chunk || !sibling.mention.part_of || !sibling.people ||
        !(rest || clause_->Noun(sibling.chunk).partitive))
      continue;
    const Found& whole = found_[*sibling.mention.part_of];
    const std::int64_t sum = sibling.mention.quantity.hard.low + item.mention.quantity.hard.low;
    if (whole.sentence < item.sentence && whole.mention.metric == item.mention.metric &&
        sum <= whole.mention.quantity.hard.high)
      return *sibling.mention.part_of;
  }
  return std::nullopt;
}

// "Of the 52 injured, 12 were in critical condition": the count that the sentence opens with.
std::optional<std::size_t> MentionReader::WholeInFront(const Found& part) const {
  const bool opens = clause_->Is(0, ChunkKind::kPreposition) && clause_->Class(0, kOf) &&
                     part.chunk > 1 && clause_->CountOf(1);
  for (std::size_t i = first_found_; opens && i < found_.size(); ++i) {
    const Found& whole = found_[i];
    if (whole.chunk == 1 && whole.people && !whole.mention.part_of &&
        part.mention.quantity.hard.low > 0 &&
        part.mention.quantity.hard.low <= whole.mention.quantity.hard.high)
      return i;
  }
  return std::nullopt;
}

// "One of the dead was a child."
void MentionReader::Describe(Found* part) const {
  const std::size_t next = clause_->SkipRight(part->chunk + 1);
  if (!clause_->Is(next, ChunkKind::kVerb) || !clause_->Verb(next).be) return;
  const auto word = clause_->Object(next);
  if (!word || clause_->CountOf(*word)) return;
  const ObjectReading kind = ReadObject(*clause_, *word, layer_, rulebook_, language_);
  if (!kind.known && kind.participant.party) {  // "Eight of the dead were British"
    part->mention.object.party = Principal(*kind.participant.party);
    part->mention.object.resolved = true;
  }
  if (!kind.known || !kind.people) return;
  if (kind.participant.category) part->mention.object.category = kind.participant.category;
  if (kind.participant.party) {  // "Nine of the dead were Chinese nationals."
    part->mention.object.party = Principal(*kind.participant.party);
    part->mention.object.resolved = true;
  }
}

// "including two killed by mines": told with a verb of its own, a part all the same.
void MentionReader::LinkTaken(std::size_t at) {
  Found* found = FoundAt(at);
  if (!found || found->mention.part_of) return;
  std::optional<std::size_t> whole;
  if (!found->people) {
    whole = WholeOfThings(*found);
    if (!whole && clause_->Noun(at).partitive && !Owned(at)) whole = WholeOfSame(*found);
  } else {
    const std::size_t left = LeftOf(clause_->JoinedLeft(at).front());
    const bool including = left != ClauseReader::kNowhere &&
                           clause_->Is(left, ChunkKind::kPreposition) &&
                           clause_->Class(left, kIncluding);
    const bool partitive = clause_->Noun(at).partitive && !Owned(at);
    whole = WholeOfList(*found);
    if (!whole) whole = WholeInFront(*found);
    if (!whole) whole = WholeOfSibling(*found);
    if (!whole && !including && !partitive && !found->part) return;
    if (partitive || (whole && found->mention.quantity.others)) Describe(found);
    if (!whole && partitive) whole = WholeBeside(*found);
    // "31 tourists among the dead", "45 of the dead": of those told of, however far before.
    const bool far = found->part || (partitive && !FramesOfNoun(at).empty());
    if (!whole)
      whole = Whole(at, found->mention.quantity.hard.low, false, &found->mention.metric, far);
    // "treated 38 injured, two of whom died"
    if (!whole && partitive) whole = Whole(at, found->mention.quantity.hard.low, true);
    if (whole && found_[*whole].sentence == found->sentence &&
        found_[*whole].trigger_chunk == found->trigger_chunk &&
        (!partitive || clause_->InnerCountOf(at)))
      return;  // "44 mercenaries and 27 soldiers among the dead", "175 and four of the six crew"
  }
  if (!whole) return;
  found->mention.part_of = static_cast<std::uint32_t>(*whole);
  found->mention.part_link = PartLink::kOfWhom;
}

}  // namespace counterclaim
