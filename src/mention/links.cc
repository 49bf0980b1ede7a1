#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kFarthestWhole = 3;  // sentences between a part and its whole

}  // namespace

// "805 drones were launched; 747 were downed": the taxonomy knows what is part of what.
std::optional<std::size_t> MentionReader::WholeOfThings(const Found& part) const {
  const Metric* metric = rulebook_.taxonomy.FindMetric(part.mention.metric);
  if (!metric) return std::nullopt;
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

// "including two killed by mines": told with a verb of its own, a part all the same.
void MentionReader::LinkTaken(std::size_t at) {
  Found* found = FoundAt(at);
  if (!found || found->mention.part_of) return;
  std::optional<std::size_t> whole;
  if (!found->people) {
    whole = WholeOfThings(*found);
  } else {
    const std::size_t left = LeftOf(clause_->JoinedLeft(at).front());
    const bool including = left != ClauseReader::kNowhere &&
                           clause_->Is(left, ChunkKind::kPreposition) &&
                           clause_->Class(left, kIncluding);
    const bool partitive = clause_->Noun(at).partitive;
    if (!including && !partitive && !found->part) return;
    if (partitive) whole = WholeBeside(*found);
    if (!whole) whole = Whole(at, found->mention.quantity.hard.low, false, &found->mention.metric);
    if (whole && found_[*whole].sentence == found->sentence &&
        found_[*whole].trigger_chunk == found->trigger_chunk && !partitive)
      return;  // "44 mercenaries and 27 soldiers among the dead"
  }
  if (!whole) return;
  found->mention.part_of = static_cast<std::uint32_t>(*whole);
  found->mention.part_link = PartLink::kOfWhom;
}

}  // namespace counterclaim
