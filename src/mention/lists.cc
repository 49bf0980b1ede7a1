// Lists of parts that add up to a count before.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

bool MentionReader::AddItems(const std::vector<std::size_t>& items, std::size_t whole) {
  bool any = false;
  for (std::size_t item : items) any = AddPart(item, whole, PartLink::kBreakdown, "adds up") || any;
  return any;
}

// "It took 33 lives. Twenty-three rebels, the minister said, six soldiers and four civilians.": a
// sentence of nothing but counts, and of who tells them.
void MentionReader::ReadListSentence() {
  if (found_.empty() || !clause_->Is(0, ChunkKind::kNoun) || !clause_->CountOf(0)) return;
  std::vector<std::size_t> items;
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < clause_->size(); ++k) {
    if (clause_->Is(k, ChunkKind::kVerb) && !clause_->IsSpeech(k)) return;
    if (!clause_->Is(k, ChunkKind::kNoun) || !clause_->CountOf(k)) continue;
    const ObjectReading object = ReadObject(*clause_, k, layer_, rulebook_, language_);
    if (Taken(k) || !object.people || object.barred || clause_->AfterPreposition(k)) return;
    items.push_back(k);
    sum += ValueOf(k);
  }
  const auto whole = items.size() < 2 ? std::nullopt : LastCounted(0);
  if (!whole || found_[*whole].sentence + 1 != sentence_->sentence || !found_[*whole].people ||
      found_[*whole].mention.part_of || found_[*whole].mention.quantity.hard.low != sum)
    return;
  AddItems(items, *whole);
}

// The last count of people before that is no part itself.
std::optional<std::size_t> MentionReader::LastWhole(std::size_t at) const {
  auto last = LastCounted(at);
  while (last && found_[*last].mention.part_of) last = *found_[*last].mention.part_of;
  return last && found_[*last].people ? last : std::nullopt;
}

// "96 died. Its register has 44 men, 21 women and 31 children.": a list that adds up to the
// count of the sentence before.
bool MentionReader::ReadAddsUp(std::size_t at) {
  const auto whole = LastWhole(at);
  if (!whole || found_[*whole].sentence + 1 != sentence_->sentence) return false;
  const std::vector<std::size_t> items = Items(at);
  // "sorts them into nine Tarns, six Velmarks and two Dastrians"
  if (items.size() < (clause_->AfterPreposition(at) ? 3 : 2)) return false;
  std::int64_t sum = 0;
  for (std::size_t item : items) {
    const ObjectReading object = ReadObject(*clause_, item, layer_, rulebook_, language_);
    if (Taken(item) || !clause_->CountOf(item) || !object.people || object.barred) return false;
    sum += ValueOf(item);
  }
  if (found_[*whole].mention.quantity.hard.low != sum) return false;
  return AddItems(items, *whole);
}

// "Missing: 105 (Pakyong 63, Gangtok 22)", "By district: Mangan 4, Gangtok 6": names with a bare
// number each are parts of the count before.
void MentionReader::ReadByPlace() {
  if (found_.empty()) return;
  std::vector<std::size_t> counts;
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < clause_->size(); ++k) {
    if (!clause_->Is(k, ChunkKind::kNoun) || clause_->Counts(k) ||
        !layer_.tokens[clause_->Noun(k).head].capital || clause_->AfterPreposition(k))
      continue;
    const std::size_t number = clause_->Is(k + 1, ChunkKind::kPunctuation) ? k + 2 : k + 1;
    const bool figure = clause_->Is(number, ChunkKind::kNoun) && clause_->CountOf(number) &&
                        layer_.tokens[clause_->Noun(number).first_token].kind == TokenKind::kNumber;
    if (!figure || Taken(number) ||
        !ReadObject(*clause_, number, layer_, rulebook_, language_).headless)
      continue;
    const std::size_t next = number + 1;
    const bool ends = next >= clause_->size() || clause_->Is(next, ChunkKind::kComma) ||
                      clause_->Is(next, ChunkKind::kPunctuation) ||
                      clause_->Is(next, ChunkKind::kCoordinator);
    const bool opens = k == 0 || clause_->Is(k - 1, ChunkKind::kComma) ||
                       clause_->Is(k - 1, ChunkKind::kPunctuation) ||
                       clause_->Is(k - 1, ChunkKind::kCoordinator);
    if (!ends || !opens) continue;
    counts.push_back(number);
    sum += ValueOf(number);
  }
  if (counts.size() < 2) return;
  const auto whole = LastWhole(counts.front());
  if (!whole || sentence_->sentence - found_[*whole].sentence > 1) return;
  const std::int64_t all = found_[*whole].mention.quantity.hard.low;
  if (sum <= all + all / kPartsSlip) AddItems(counts, *whole);
}

// "Twelve people were killed, eleven civilians and one soldier": the sum tells.
bool MentionReader::ReadApposition(std::size_t at) {
  const std::size_t left = LeftOf(at);
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kComma)) return false;
  const std::vector<std::size_t> items = Items(at);
  if (items.size() < 2) return false;
  std::int64_t sum = 0;
  for (std::size_t item : items) {
    if (Taken(item)) return false;
    sum += ValueOf(item);
  }
  const auto whole = Whole(at, sum, true);
  if (!whole || found_[*whole].mention.quantity.hard.low != sum) return false;
  return AddItems(items, *whole);
}

// The next item of a list of parts: ", a nurse and two drivers".
bool MentionReader::ContinueList(std::size_t at) {
  const std::size_t left = LeftOf(at);
  if (left == ClauseReader::kNowhere || ValueOf(at) == 0) return false;
  const bool semicolon =
      clause_->Is(left, ChunkKind::kPunctuation) && clause_->Text(clause_->SpanOf(left)) == ";";
  if (!clause_->Is(left, ChunkKind::kComma) && !clause_->Is(left, ChunkKind::kCoordinator) &&
      !semicolon)
    return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (object.known && !object.people) return false;
  const bool unknown_one = !clause_->CountOf(at) && !object.people;
  const auto verb = clause_->VerbOf(at);
  for (int exact = 1; exact >= 0; --exact) {
    for (std::size_t i = lists_.size(); i-- > 0;) {
      const PartList& list = lists_[i];
      if (list.last >= at || (semicolon && list.link != PartLink::kBreakdown)) continue;
      const std::int64_t sum = list.sum + ValueOf(at);
      const std::int64_t slip = list.link == PartLink::kBreakdown ? sum / kPartsSlip : 0;
      const Quantity& whole = found_[list.whole].mention.quantity;
      // "ten patients, 13 employees and seven bodies burnt beyond recognition"
      const bool described = verb && clause_->Is(*verb, ChunkKind::kVerb) &&
                             clause_->Verb(*verb).participle && sum == whole.hard.low;
      if (verb && clause_->Is(*verb, ChunkKind::kVerb) && list.link != PartLink::kOfWhom &&
          !described)
        continue;
      if (!exact && unknown_one) continue;
      if (exact ? sum != whole.hard.low : sum - slip > whole.hard.high) continue;
      if (object.headless && !clause_->Is(at + 1, ChunkKind::kPreposition) && !exact) continue;
      std::optional<std::size_t> word;
      if (object.headless && clause_->Is(at + 1, ChunkKind::kPreposition))
        word = clause_->Object(at + 1);
      return AddPart(at, list.whole, list.link, "goes on", word);
    }
  }
  return false;
}

}  // namespace counterclaim
