#include <algorithm>

#include "syntax/chunker.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestGroup = 40;  // tokens; a longer one is cut
constexpr std::uint32_t kLongestQuoted = 6;  // tokens of a name in quotation marks

}  // namespace

bool Chunker::StateIsModifier(std::uint32_t at, bool article) const {
  const std::uint32_t next = at + words_.StateLength(at);
  if (!Has(next)) return false;
  // "the dead number 269"
  if (article && (words_.Forms(next) & kBaseForm) && Has(next + 1) &&
      words_.QuantityAt(next + 1) >= 0 && IsCount(words_.QuantityAt(next + 1)))
    return false;
  // "the number of missing stands at 110"
  if (at > begin_ && Is(at - 1, kPreposition) && (words_.Forms(next) & kThirdPerson) &&
      Has(next + 1) && Is(next + 1, kPreposition))
    return false;
  return words_.NounLike(next) && !words_.State(next) &&
         layer_.tokens[next].kind == TokenKind::kWord;
}

std::uint32_t Chunker::ReadNounGroup(std::uint32_t first) {
  NounGroup group;
  group.first_token = group.head = first;
  Growth growth;
  growth.article = AfterOwner();
  std::uint32_t at = first;
  while (Has(at) && at < first + kLongestGroup) {
    const std::uint32_t next = Grow(at, first, &group, &growth);
    if (next == at) break;
    at = next;
  }
  if (at == first) at = first + 1;
  group.end_token = at;
  // "Two died; a third is missing, another was hurt": one more of those told of.
  const bool ordinal = at > first && words_.QuantityOver(at - 1) >= 0 &&
                       IsKind(words_.QuantityOver(at - 1), {NumberKind::kOrdinal});
  const bool another = at == first + 1 && Is(first, kDeterminer) && Is(first, kIndefinite);
  if (group.one && !growth.head && (ordinal || another) && !Is(at, kOf)) group.rest = true;
  if (!growth.head && !growth.number && Is(first, kPronoun)) group.pronoun = true;
  return JoinOf(&group, growth);
}

// Takes the next word into the group; the same position when it ends here.
std::uint32_t Chunker::Grow(std::uint32_t at, std::uint32_t first, NounGroup* group,
                            Growth* growth) {
  if (const std::int32_t quantity = words_.QuantityAt(at); quantity >= 0) {
    // "Of those 17,000 were killed": a pronoun, where no noun follows the number.
    const std::uint32_t end = quantities_[static_cast<std::size_t>(quantity)].end_token;
    if (at == first + 1 && Is(first, kThem) && AfterKind(ChunkKind::kPreposition) && Has(end) &&
        (Is(end, kAuxiliary) || IsVerbForm(end)))
      return at;
    return GrowNumber(at, quantity, group, growth);
  }
  const Token& token = layer_.tokens[at];
  if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol) {
    return GrowMark(at, first, group, growth);
  }
  const bool open = !growth->head;
  if (open && Is(at, kDeterminer | kIndefinite | kPossessive | kNone | kAny | kNobody)) {
    return GrowDeterminer(at, first, group, growth);
  }
  if (words_.Possessive(at)) return OwnsInName(at, *group, *growth) ? at + 1 : at;
  if (words_.State(at)) {
    if (!open) return at;
    if (StateIsModifier(at, growth->article)) return at + words_.StateLength(at);
    if (growth->number || !growth->article) return at;
    group->head = at;
    growth->head = true;
    return at + words_.StateLength(at);
  }
  if (Is(at, kTime) && !words_.IsName(at)) {
    if (growth->head || growth->number) return at;
    if (!Has(at + 1) || !words_.NounLike(at + 1)) return at == first ? at + 1 : at;
    return at + 1;
  }
  if (open && Is(at, kRest)) {
    group->rest = true;
    group->head = at;
    if (!Has(at + 1) || !words_.NounLike(at + 1)) {
      growth->head = words_.QuantityAt(at + 1 < end_ ? at + 1 : at) < 0;
    }
    return at + 1;
  }
  // "another badly hurt": what befell one more, no noun
  const bool befell = group->one && Has(at + 1) && (words_.Forms(at + 1) & kPastParticiple) &&
                      !(Has(at + 2) && words_.NounLike(at + 2));
  if (open && (Is(at, kAdverb)) && (growth->article || growth->number) && Has(at + 1) &&
      words_.NounLike(at + 1) && !befell) {
    return at + 1;
  }
  if (at != first && Is(at, kIncluding)) return at;  // "eight including three boys"
  if (growth->number && open && Is(at, kModal) && !token.capital) return at;  // "102 could not be"
  if (at != first && Is(at, kPreposition) && words_.Length(at) > 1) return at;  // "according to"
  if (IsVerbForm(at) && !TakesAsNoun(at, growth, *group)) return at;
  if (!words_.NounLike(at) && !(IsVerbForm(at) && TakesAsNoun(at, growth, *group))) {
    if (token.kind == TokenKind::kNumber && words_.QuantityOver(at) < 0) return at + 1;
    return at;
  }
  group->head = at;
  growth->head = true;
  return at + 1;
}

// "six New People's Army rebels", "two Hell's Angels members": inside a name.
bool Chunker::OwnsInName(std::uint32_t at, const NounGroup& group, const Growth& growth) const {
  if (!Has(at + 1)) return false;
  const bool one = growth.head && growth.number && group.quantity && at == group.head + 1 &&
                   layer_.tokens[at - 1].capital && !words_.Plural(at - 1);
  return (words_.IsName(at) && words_.IsName(at + 1)) || (one && words_.NounLike(at + 1));
}

// Takes a mark inside a name, one that opens a name in quotation marks, or one that glues words.
std::uint32_t Chunker::GrowMark(std::uint32_t at, std::uint32_t first, NounGroup* group,
                                Growth* growth) {
  if (at == first) return at;
  const Token& token = layer_.tokens[at];
  const std::string_view text = words_.Text(at);
  // "four U.S. nurses", "Col. Omar Hale"
  const bool point = text == "." && !token.space_before && Has(at + 1) &&
                     layer_.tokens[at - 1].capital && layer_.tokens[at + 1].capital &&
                     layer_.tokens[at + 1].kind == TokenKind::kWord;
  if (Has(at + 1) && (words_.IsName(at) || point)) return at + 1;
  if (const std::uint32_t end =
          !growth->head && !group->one && (growth->article || growth->number) ? QuotedEnd(at) : at;
      end != at) {
    group->head = end - 2;
    growth->head = !Has(end) || !words_.NounLike(end);
    return end;
  }
  const bool glued = Has(at + 1) && !token.space_before && !layer_.tokens[at + 1].space_before;
  if ((text == "-" || text == "‑" || text == "/" || text == ".") && glued &&
      layer_.tokens[at + 1].kind != TokenKind::kPunctuation) {
    return GrowGlued(at + 1, group, growth);
  }
  return at;
}

// Behind the closing mark of a name in quotation marks ("the \"Grand Mir\" hotel"); `at`: none.
std::uint32_t Chunker::QuotedEnd(std::uint32_t at) const {
  if (!IsQuote(words_.Text(at))) return at;
  for (std::uint32_t i = at + 1; Has(i) && i < at + kLongestQuoted; ++i) {
    if (IsQuote(words_.Text(i))) return i == at + 1 ? at : i + 1;
    if (!words_.NounLike(i) || words_.State(i)) return at;
  }
  return at;
}

std::uint32_t Chunker::GrowGlued(std::uint32_t at, NounGroup* group, Growth* growth) {
  const std::int32_t quantity = words_.QuantityOver(at);
  if (quantity >= 0 && IsCount(quantity)) return at - 1;
  if (layer_.tokens[at].kind == TokenKind::kWord) {
    group->head = at;
    const bool modifies =
        Has(at + 1) && layer_.tokens[at + 1].space_before && words_.NounLike(at + 1);
    growth->head = growth->head || !modifies;
  }
  return quantity >= 0 ? std::max(at + 1, quantities_[static_cast<std::size_t>(quantity)].end_token)
                       : at + 1;
}

std::uint32_t Chunker::GrowNumber(std::uint32_t at, std::int32_t index, NounGroup* group,
                                  Growth* growth) {
  const Quantity& quantity = quantities_[static_cast<std::size_t>(index)];
  if (IsWhen(index)) return at;
  // "a large one": stands for a noun
  if (IsCount(index) && group->one && quantity.hard.high == 1 && at > group->first_token + 1) {
    group->one = false;
    growth->head = true;
    group->head = quantity.end_token - 1;
    return quantity.end_token;
  }
  if (IsCount(index)) {
    if (growth->head || growth->number) {
      // "the other three", "MiG 29"; a second count starts a group of its own.
      if (!group->rest || growth->number) return at;
    }
    group->quantity = static_cast<std::uint32_t>(index);
    growth->number = true;
    growth->head = false;
    group->one = group->none = false;
  } else if (growth->head && IsKind(index, {NumberKind::kMoney, NumberKind::kPercentage})) {
    return at;
  } else if (!group->quantity && !growth->article && !growth->head &&
             !IsKind(index, {NumberKind::kAge, NumberKind::kOrdinal, NumberKind::kIdentifier})) {
    group->quantity = static_cast<std::uint32_t>(index);
    growth->number = true;
  }
  group->head = quantity.end_token - 1;
  return quantity.end_token;
}

std::uint32_t Chunker::GrowDeterminer(std::uint32_t at, std::uint32_t first, NounGroup* group,
                                      Growth* growth) {
  const std::uint32_t length = words_.Length(at);
  if (at != first && !growth->article) return at;
  if (growth->number) return at;
  growth->article = true;
  if (Is(at, kIndefinite)) group->one = true;
  if (Is(at, kPair)) group->pair = true;
  if (Is(at, kNone | kNobody)) {
    group->none = true;
    if (Is(at, kNobody) && (!Has(at + length) || !words_.NounLike(at + length))) {
      group->head = at + length - 1;
      growth->head = true;
    }
  }
  if (Is(at, kAny)) group->any = true;
  return at + length;
}

// A word that could be a verb, inside a noun group.
bool Chunker::TakesAsNoun(std::uint32_t at, const Growth* growth, const NounGroup& group) const {
  if (words_.IsName(at) || Hyphenated(at)) return true;
  if (Is(at, kBe | kHave | kDo)) return false;  // "hundreds have fled"
  const std::uint8_t forms = words_.Forms(at);
  const bool open = !growth->head;
  // "43 remain missing"
  if (open && growth->number && (forms & kBaseForm) && Has(at + 1) && words_.State(at + 1))
    return false;
  const bool noun_next =
      Has(at + 1) && (words_.NounLike(at + 1) || Hyphenated(at + 1)) && !words_.State(at + 1);
  if (forms & (kPast | kPastParticiple)) {
    if (words_.NounToo(at) && (forms & kBaseForm) && open && growth->article) return true;
    if (!open) return false;
    // "..., "replied General Hale": behind what was said stands who said it.
    const bool said = AfterKind(ChunkKind::kQuote) && out_.chunks.size() > 1 &&
                      out_.chunks[out_.chunks.size() - 2].kind == ChunkKind::kComma;
    const bool free = at == group.first_token && !said;
    if (noun_next && !(words_.Forms(at + 1) & (kPast | kPastParticiple))) {
      return growth->article || growth->number || free;
    }
    return growth->article && !growth->number && !group.one &&
           !Is(at + 1 < end_ ? at + 1 : at, kBy);
  }
  if (forms & kGerund) {
    if (open) return true;
    return !FollowedByObject(at) && (words_.NounToo(at) || !noun_next);
  }
  // "cost 18 civilian lives": the plural that the number asks for.
  if (!open && growth->number && group.quantity && words_.Plural(at) &&
      !words_.Plural(group.head) && quantities_[*group.quantity].hard.low > 1)
    return true;
  if (!words_.NounToo(at)) return open && (growth->article || growth->number);
  return open || !(FollowedByObject(at) || Agrees(at, group.head, false));
}

// "dozens of soldiers" counts soldiers; "three of the dead" is a part;
// "a group of 20 men" counts men.
std::uint32_t Chunker::JoinOf(NounGroup* group, const Growth& growth) {
  std::uint32_t at = group->end_token;
  const bool counts = group->quantity && !growth.head;
  // "lost “no more than a dozen” of its men"
  if (counts && Has(at + 1) && IsQuote(words_.Text(at)) && Is(at + 1, kOf)) ++at;
  const bool groups = growth.head && !group->quantity && Is(group->head, kGroup);
  // "none of the guards", "not one of its guards"
  const bool one = group->none && (Is(group->head, kNobody) || Is(group->first_token, kNobody));
  if (counts && Has(at) && Is(at, kRelative) && words_.Length(at) > 1) {
    group->partitive = true;
    group->end_token = at + words_.Length(at);
    return AddGroup(*group);
  }
  // "half the 40 passengers", "a handful of their men"
  const bool share = Has(at + 1) && Is(at, kDeterminer) && words_.QuantityAt(at + 1) >= 0 &&
                     IsCount(words_.QuantityAt(at + 1));
  const bool behind_of = counts && Is(at - 1, kOf) && Is(at, kDeterminer | kPossessive);
  if (counts && (share || behind_of)) return JoinInner(group, at, false);
  const bool pair = group->pair && !growth.head;  // "both of his daughters"
  if (!Has(at + 1) || !Is(at, kOf) || words_.Length(at) > 1 || !(counts || groups || one || pair))
    return AddGroup(*group);
  const std::uint32_t next = at + 1;
  if (Is(next, kRelative)) {
    group->partitive = true;
    group->end_token = next + words_.Length(next);
    return AddGroup(*group);
  }
  // "dozens of injured" are dozens injured
  const bool participle = (words_.Forms(next) & kPastParticiple) && words_.Tells(next) &&
                          !(Has(next + 1) && words_.Opens(next + 1));
  if (counts && (participle || (words_.State(next) && !StateIsModifier(next, false)))) {
    group->end_token = next;
    return AddGroup(*group);
  }
  if (!words_.Opens(next)) return AddGroup(*group);
  const std::int32_t inner = words_.QuantityAt(next);
  if (groups && !(inner >= 0 && IsCount(inner))) return AddGroup(*group);
  return JoinInner(group, next, groups);
}

std::uint32_t Chunker::JoinInner(NounGroup* group, std::uint32_t next, bool groups) {
  const bool named = Is(next, kDeterminer | kPossessive | kPronoun) || words_.QuantityAt(next) >= 0;
  const std::size_t before = out_.chunks.size();
  std::uint32_t end = Is(next, kPronoun) && !Is(next, kDeterminer) && !words_.NounLike(next)
                          ? ReadPronoun(next)
                          : ReadNounGroup(next);
  if (out_.chunks.size() <= before) return AddGroup(*group);
  NounGroup inner = layer_.noun_groups[out_.chunks.back().index];
  // "two of the minister's guards": the guards.
  for (std::size_t size = out_.chunks.size(); inner.possessive; size = out_.chunks.size()) {
    end = ReadNounGroup(end);
    if (out_.chunks.size() <= size || size >= before + 3) break;
    inner = layer_.noun_groups[out_.chunks.back().index];
  }
  layer_.noun_groups.resize(layer_.noun_groups.size() - (out_.chunks.size() - before));
  out_.chunks.resize(before);
  if (groups) {
    inner.first_token = group->first_token;
  } else {
    inner.quantity = group->quantity;
    inner.none = group->none;
    inner.one = false;
    inner.pair = group->pair;
    inner.partitive = named && !group->pair;
    inner.first_token = group->first_token;
  }
  inner.possessive = false;
  return AddGroup(inner);
}

std::uint32_t Chunker::AddGroup(NounGroup group) {
  group.end_token = std::max(group.end_token, group.first_token + 1);
  group.span = SpanOf(group.first_token, group.end_token);
  group.plural = words_.Plural(group.head);
  layer_.noun_groups.push_back(group);
  const auto index = static_cast<std::uint32_t>(layer_.noun_groups.size() - 1);
  Add(ChunkKind::kNoun, index, group.first_token, group.end_token);
  std::uint32_t end = group.end_token;
  if (Has(end + 1) && words_.Possessive(end) &&
      (words_.NounLike(end + 1) || words_.QuantityAt(end + 1) >= 0)) {
    NounGroup& owner = layer_.noun_groups.back();
    owner.possessive = true;
    owner.one = owner.one && !owner.plural;  // "a doctors' union"
    return end + 1;
  }
  return end;
}

}  // namespace counterclaim
