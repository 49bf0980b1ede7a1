#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

// What stands behind a list and "among": "were among the 13 killed", "eight children among them".
std::optional<std::size_t> MentionReader::BehindAmong(std::size_t last, WordClasses among,
                                                      bool* be) const {
  std::size_t k = clause_->SkipRight(last + 1);
  *be = clause_->Is(k, ChunkKind::kVerb) && clause_->Verb(k).be;
  if (*be) k = clause_->SkipRight(k + 1);
  const bool found = clause_->Is(k, ChunkKind::kPreposition) && clause_->Class(k, among);
  return found ? std::optional(clause_->SkipRight(k + 1)) : std::nullopt;
}

// "Two children were among the 13 killed", "There were two children among the 13 killed": the
// count behind the list that begins at a chunk.
std::optional<std::size_t> MentionReader::CountedBehind(std::size_t at) const {
  bool be = false;
  const auto behind = BehindAmong(Items(at).back(), kAmidst, &be);
  const bool counted = behind && clause_->Is(*behind, ChunkKind::kNoun) &&
                       clause_->CountOf(*behind) && (be || There(LeftOf(at)));
  return counted ? behind : std::nullopt;
}

// "12 women and eight children among them", "six medics are among them"
bool MentionReader::ReadAmong(std::size_t at) {
  const std::vector<std::size_t> items = Items(at);
  if (const auto counted = CountedBehind(at)) return ReadAmongCounted(items, *counted);
  bool be = false;
  const auto behind = BehindAmong(items.back(), kAmong, &be);
  if (!behind || (clause_->Is(*behind, ChunkKind::kNoun) && clause_->CountOf(*behind)))
    return false;
  std::int64_t sum = 0;
  for (std::size_t item : items) sum += ValueOf(item);
  const auto whole = Whole(at, sum, false);
  if (!whole) return false;
  bool any = false;
  for (std::size_t item : items)
    any = AddPart(item, *whole, PartLink::kIncluding, "among them") || any;
  return any;
}

// "There were nine"
bool MentionReader::There(std::size_t verb) const {
  return verb != ClauseReader::kNowhere && verb > 0 && clause_->Is(verb, ChunkKind::kVerb) &&
         clause_->Class(verb - 1, kThere);
}

// The items are some of those whom a count takes in that tells of people.
bool MentionReader::ReadAmongCounted(const std::vector<std::size_t>& items, std::size_t counted) {
  const Found* found = FoundAt(counted);
  if (!found || !found->people) return false;
  std::int64_t sum = 0;
  for (std::size_t item : items) {
    const ObjectReading object = ReadObject(*clause_, item, layer_, rulebook_, language_);
    // "two Britons and an Australian were among the six"
    const bool one = clause_->Noun(item).one && !object.known && object.participant.party;
    if (Taken(item) || !(object.people || object.headless || one)) return false;
    sum += ValueOf(item);
  }
  if (sum > found->mention.quantity.hard.high) return false;
  const auto whole = static_cast<std::size_t>(found - found_.data());
  bool any = false;
  for (std::size_t item : items)
    any = AddPart(item, whole, PartLink::kIncluding, "among those counted") || any;
  return any;
}

// The count behind the "among" that opens what stands before a verb: "Among the 13 people killed
// in the raid were"
std::optional<std::size_t> MentionReader::CountedAmong(std::size_t verb) const {
  constexpr std::size_t kFew = 10;  // chunks
  for (std::size_t k = verb; k-- > 0 && verb - k <= kFew;) {
    if (clause_->Is(k, ChunkKind::kPreposition) && clause_->Class(k, kAmidst)) {
      const std::size_t next = clause_->SkipRight(k + 1);
      const bool counted = clause_->Is(next, ChunkKind::kNoun) && clause_->CountOf(next);
      return counted ? std::optional(next) : std::nullopt;
    }
    if (clause_->Is(k, ChunkKind::kComma)) break;
  }
  return std::nullopt;
}

// "Among them are nine foreigners", "Among the dead were three children"
bool MentionReader::ReadAmongFirst(std::size_t at) {
  const std::size_t left = LeftOf(clause_->JoinedLeft(at).front());
  if (left == ClauseReader::kNowhere || left == 0 || !clause_->Is(left, ChunkKind::kVerb) ||
      !clause_->Verb(left).be || ValueOf(at) == 0)
    return false;
  const std::size_t opens = clause_->SkipLeft(left - 1);
  if (opens == ClauseReader::kNowhere) return false;
  const auto frames =
      clause_->Is(opens, ChunkKind::kState) ? FramesOfState(opens) : std::vector<const Frame*>{};
  const auto part =
      std::find_if(frames.begin(), frames.end(), [](const Frame* frame) { return frame->part; });
  const bool state = part != frames.end();
  const bool among =
      clause_->Is(opens, ChunkKind::kPreposition) && clause_->Class(opens, kIncluding | kAmong);
  if (const auto counted = CountedAmong(left)) return ReadAmongCounted(Items(at), *counted);
  if (!state && !among) return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (!object.people && !object.headless) return false;
  const MetricId* own = state && (*part)->metric ? &*(*part)->metric : nullptr;
  if (const auto whole = Whole(at, ValueOf(at), false, own))
    return AddPart(at, *whole, PartLink::kIncluding, "among them");
  // Nobody told how many they were.
  return own && Emit(at, MakeUse(**part, opens, "among them:"));
}

}  // namespace counterclaim
