#include "syntax/syntax.h"

#include <algorithm>

#include "syntax/words.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kAuxiliary = kBe | kHave | kDo | kModal;
constexpr std::uint32_t kLongestGroup = 40;  // tokens; a longer one is cut

class Chunker {
 public:
  Chunker(const WordReader& words, const std::vector<Quantity>& quantities, TextLayer* layer)
      : words_(words), quantities_(quantities), layer_(*layer) {}

  void ReadSentence(std::uint32_t index) {
    const Sentence& sentence = layer_.sentences[index];
    if (sentence.first_token >= sentence.end_token) return;
    begin_ = sentence.first_token;
    end_ = sentence.end_token;
    out_ = ChunkedSentence{index, {}};
    for (std::uint32_t at = begin_; at < end_;) at = std::max(ReadChunk(at), at + 1);
    layer_.chunked.push_back(std::move(out_));
  }

 private:
  bool Is(std::uint32_t at, std::uint32_t bits) const { return at < end_ && words_.Is(at, bits); }
  bool Has(std::uint32_t at) const { return at < end_; }

  std::uint32_t Add(ChunkKind kind, std::uint32_t index, std::uint32_t first, std::uint32_t end) {
    out_.chunks.push_back({kind, index, first, std::min(end, end_)});
    return end;
  }

  Span SpanOf(std::uint32_t first, std::uint32_t end) const {
    return {layer_.tokens[first].span.begin, layer_.tokens[end - 1].span.end};
  }

  bool IsCount(std::int32_t quantity) const {
    return quantity >= 0 && quantities_[static_cast<std::size_t>(quantity)].kind == NumberKind::kCount;
  }
  bool IsKind(std::int32_t quantity, std::initializer_list<NumberKind> kinds) const {
    return quantity >= 0 && std::find(kinds.begin(), kinds.end(),
                                      quantities_[static_cast<std::size_t>(quantity)].kind) != kinds.end();
  }
  // Dates and times stand beside the clause; they are no noun groups.
  bool IsWhen(std::int32_t quantity) const {
    return IsKind(quantity, {NumberKind::kDate, NumberKind::kTime, NumberKind::kDuration});
  }

  std::uint32_t ReadChunk(std::uint32_t at) {
    const Token& token = layer_.tokens[at];
    const std::uint32_t length = words_.Length(at);
    if (const std::int32_t quantity = words_.QuantityAt(at); quantity >= 0) {
      if (IsWhen(quantity)) {
        return Add(ChunkKind::kTime, at, at, quantities_[static_cast<std::size_t>(quantity)].end_token);
      }
      return ReadNounGroup(at);
    }
    if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol) return ReadMark(at);
    if (Is(at, kNegation) && !Is(at, kAuxiliary)) return ReadNegation(at);
    if (words_.State(at) && !StateIsModifier(at, false)) {
      return Add(ChunkKind::kState, at, at, at + words_.StateLength(at));
    }
    if (StartsVerb(at)) return ReadVerbGroup(at);
    if (Is(at, kNone | kNobody | kAny) && !(Is(at, kPreposition) && length > 1)) return ReadNounGroup(at);
    if (Is(at, kPossessive | kDeterminer | kIndefinite) && !Is(at, kThat)) return ReadNounGroup(at);
    if (Is(at, kThat)) return ReadThat(at);
    if (Is(at, kRelative)) return Add(ChunkKind::kRelative, at, at, at + length);
    if (Is(at, kCoordinator)) return Add(ChunkKind::kCoordinator, at, at, at + length);
    if (Is(at, kSubordinator | kConditional) && !StartsPreposition(at)) {
      return Add(ChunkKind::kSubordinator, at, at, at + length);
    }
    if (Is(at, kPreposition | kIncluding | kWithout)) return Add(ChunkKind::kPreposition, at, at, at + length);
    if (Is(at, kPronoun)) return ReadPronoun(at);
    if (Is(at, kTime)) return ReadTime(at);
    if (words_.NounLike(at) || token.kind == TokenKind::kNumber) return ReadNounGroup(at);
    return Add(ChunkKind::kOther, at, at, at + length);
  }

  std::uint32_t ReadMark(std::uint32_t at) {
    const std::string_view mark = words_.Text(at);
    if (mark == ",") return Add(ChunkKind::kComma, at, at, at + 1);
    if (mark == "\"" || mark == "“" || mark == "”" || mark == "«" || mark == "»") {
      return Add(ChunkKind::kQuote, at, at, at + 1);
    }
    if (Is(at, kCoordinator)) return Add(ChunkKind::kCoordinator, at, at, at + 1);
    return Add(ChunkKind::kPunctuation, at, at, at + 1);
  }

  std::uint32_t ReadNegation(std::uint32_t at) {
    if (Has(at + 1) && (StartsVerb(at + 1) || Is(at + 1, kTo))) return ReadVerbGroup(at);
    return Add(ChunkKind::kOther, at, at, at + words_.Length(at));
  }

  // "that" opens a clause unless a noun follows it at once ("that day").
  std::uint32_t ReadThat(std::uint32_t at) {
    const bool clause = !Has(at + 1) || words_.Opens(at + 1) || StartsVerb(at + 1) || words_.QuantityAt(at + 1) >= 0;
    return Add(clause ? ChunkKind::kRelative : ChunkKind::kOther, at, at, at + 1);
  }

  // "after 58 died" is a clause, "after the raid" is not; both read alike here:
  // what follows decides when the clause is read.
  bool StartsPreposition(std::uint32_t at) const { return Is(at, kPreposition); }

  std::uint32_t ReadPronoun(std::uint32_t at) {
    NounGroup group;
    group.pronoun = true;
    group.first_token = group.head = at;
    group.end_token = at + words_.Length(at);
    return AddGroup(group);
  }

  std::uint32_t ReadTime(std::uint32_t at) {
    std::uint32_t end = at + words_.Length(at);
    while (Has(end) && Is(end, kTime)) ++end;
    if (Has(end) && words_.Possessive(end)) return ReadNounGroup(at);
    return Add(ChunkKind::kTime, at, at, end);
  }

  // ---- verbs
  bool IsVerbForm(std::uint32_t at) const { return Has(at) && words_.Forms(at) != 0 && words_.QuantityOver(at) < 0; }

  bool FollowedByObject(std::uint32_t at) const {
    std::uint32_t next = at + 1;
    if (!Has(next)) return false;
    if (words_.QuantityAt(next) >= 0) return !IsWhen(words_.QuantityAt(next));
    return Is(next, kDeterminer | kIndefinite | kPossessive | kNone | kAny | kPronoun | kNobody) || words_.IsName(next);
  }

  bool StartsVerb(std::uint32_t at) const {
    if (words_.QuantityOver(at) >= 0) return false;
    if (Is(at, kAuxiliary)) return !words_.IsName(at) || !layer_.tokens[at].capital;
    if (Is(at, kTo) && Has(at + 1)) return (words_.Forms(at + 1) & kBaseForm) != 0 || Is(at + 1, kBe | kHave | kDo);
    if (!IsVerbForm(at)) return false;
    const std::uint8_t forms = words_.Forms(at);
    const bool fresh = at == begin_;
    const bool after_noun = !fresh && (AfterKind(ChunkKind::kNoun) || AfterKind(ChunkKind::kTime));
    if (forms & (kPast | kPastParticiple)) {
      if (words_.NounToo(at) && (forms & kBaseForm)) return after_noun || FollowedByObject(at);
      return !(ModifiesNext(at) && !after_noun && !FollowedByObject(at));
    }
    if (forms & kGerund) {
      if (words_.NounToo(at)) return FollowedByObject(at);
      return FollowedByObject(at) || !AfterKind(ChunkKind::kPreposition) || (Has(at + 1) && words_.NounLike(at + 1));
    }
    if (words_.NounToo(at)) return after_noun && FollowedByObject(at);
    if (forms & kThirdPerson) return true;
    return after_noun || AfterKind(ChunkKind::kOther);
  }

  bool AfterKind(ChunkKind kind) const { return !out_.chunks.empty() && out_.chunks.back().kind == kind; }

  // "wounded soldiers": a participle right before a noun that it describes.
  bool ModifiesNext(std::uint32_t at) const {
    return Has(at + 1) && words_.NounLike(at + 1) && !words_.State(at + 1) && !words_.IsName(at + 1) &&
           !(words_.Forms(at + 1) & (kPast | kPastParticiple));
  }

  std::uint32_t ReadVerbGroup(std::uint32_t at) {
    VerbGroup group;
    group.first_token = at;
    bool be = false, auxiliary = false, found = false;
    std::uint32_t i = at;
    for (; Has(i) && i < at + 10; ++i) {
      if (words_.QuantityOver(i) >= 0 || words_.State(i)) break;
      if (Is(i, kNegation)) group.negated = true;
      if (Is(i, kModal)) {
        group.modal = auxiliary = true;
      } else if (Is(i, kBe)) {
        be = auxiliary = true;
        group.head = i;
      } else if (Is(i, kHave)) {
        group.perfect = auxiliary = true;
        group.head = i;
      } else if (Is(i, kDo)) {
        auxiliary = true;
        group.head = i;
      } else if (Is(i, kTo) && !auxiliary && i == at) {
        group.infinitive = true;
        group.finite = false;
      } else if (IsVerbForm(i) && MayBeMain(i, be, auxiliary || group.infinitive)) {
        group.head = i;
        found = true;
        ++i;
        break;
      } else if (!Is(i, kNegation) && !(Is(i, kAdverb) && AdverbInside(i))) {
        break;
      }
    }
    FinishVerb(&group, i, be, auxiliary, found);
    layer_.verb_groups.push_back(group);
    return Add(ChunkKind::kVerb, static_cast<std::uint32_t>(layer_.verb_groups.size() - 1), at, group.end_token);
  }

  bool AdverbInside(std::uint32_t at) const {
    const std::uint32_t next = at + 1;
    return Has(next) && (IsVerbForm(next) || Is(next, kAuxiliary | kAdverb | kNegation));
  }

  bool MayBeMain(std::uint32_t at, bool be, bool auxiliary) const {
    const std::uint8_t forms = words_.Forms(at);
    if (be) return (forms & (kPastParticiple | kGerund)) != 0;
    if (auxiliary) return (forms & (kBaseForm | kPastParticiple)) != 0;
    return true;
  }

  void FinishVerb(VerbGroup* group, std::uint32_t end, bool be, bool auxiliary, bool found) {
    if (end == group->first_token) ++end;
    group->end_token = end;
    group->span = SpanOf(group->first_token, end);
    if (!auxiliary && !found) group->head = group->first_token;
    const std::uint8_t forms = words_.Forms(group->head);
    group->be = !found && be;
    if (found && be && (forms & kPastParticiple)) group->voice = Voice::kPassive;
    if (!auxiliary && found) {
      if (forms & kGerund) group->finite = false;
      if (forms & kPastParticiple) group->participle = true;
    }
    if (group->perfect && !found) group->perfect = false;
  }

  // ---- nouns
  struct Growth {
    bool head = false;      // a noun was read
    bool number = false;    // a count was read
    bool article = false;   // a determiner was read
  };

  bool StateIsModifier(std::uint32_t at, bool article) const {
    const std::uint32_t next = at + words_.StateLength(at);
    if (!Has(next)) return false;
    (void)article;
    return words_.NounLike(next) && !words_.State(next) && layer_.tokens[next].kind == TokenKind::kWord;
  }

  std::uint32_t ReadNounGroup(std::uint32_t first) {
    NounGroup group;
    group.first_token = group.head = first;
    Growth growth;
    std::uint32_t at = first;
    while (Has(at) && at < first + kLongestGroup) {
      const std::uint32_t next = Grow(at, first, &group, &growth);
      if (next == at) break;
      at = next;
    }
    if (at == first) at = first + 1;
    group.end_token = at;
    if (!growth.head && !growth.number && Is(first, kPronoun)) group.pronoun = true;
    return JoinOf(&group, growth);
  }

  // Takes the next word into the group; the same position when it ends here.
  std::uint32_t Grow(std::uint32_t at, std::uint32_t first, NounGroup* group, Growth* growth) {
    if (const std::int32_t quantity = words_.QuantityAt(at); quantity >= 0) {
      return GrowNumber(at, quantity, group, growth);
    }
    const Token& token = layer_.tokens[at];
    const std::string_view text = words_.Text(at);
    if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol) {
      if (at == first) return at;
      const bool glued = Has(at + 1) && !token.space_before && !layer_.tokens[at + 1].space_before;
      if ((text == "-" || text == "‑" || text == "/" || text == ".") && glued &&
          layer_.tokens[at + 1].kind != TokenKind::kPunctuation) {
        return GrowGlued(at + 1, group, growth);
      }
      return at;
    }
    const bool open = !growth->head;
    if (open && Is(at, kDeterminer | kIndefinite | kPossessive | kNone | kAny | kNobody)) {
      return GrowDeterminer(at, first, group, growth);
    }
    if (words_.Possessive(at)) return at;
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
    if (open && (Is(at, kAdverb)) && (growth->article || growth->number) && Has(at + 1) && words_.NounLike(at + 1)) {
      return at + 1;
    }
    if (IsVerbForm(at) && !TakesAsNoun(at, growth, *group)) return at;
    if (!words_.NounLike(at) && !(IsVerbForm(at) && TakesAsNoun(at, growth, *group))) {
      if (token.kind == TokenKind::kNumber && words_.QuantityOver(at) < 0) return at + 1;
      return at;
    }
    group->head = at;
    growth->head = true;
    return at + 1;
  }

  std::uint32_t GrowGlued(std::uint32_t at, NounGroup* group, Growth* growth) {
    const std::int32_t quantity = words_.QuantityOver(at);
    if (quantity >= 0 && IsCount(quantity)) return at - 1;
    if (layer_.tokens[at].kind == TokenKind::kWord) {
      group->head = at;
      const bool modifies = Has(at + 1) && layer_.tokens[at + 1].space_before && words_.NounLike(at + 1);
      growth->head = growth->head || !modifies;
    }
    return quantity >= 0 ? std::max(at + 1, quantities_[static_cast<std::size_t>(quantity)].end_token) : at + 1;
  }

  std::uint32_t GrowNumber(std::uint32_t at, std::int32_t index, NounGroup* group, Growth* growth) {
    const Quantity& quantity = quantities_[static_cast<std::size_t>(index)];
    if (IsWhen(index)) return at;
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

  std::uint32_t GrowDeterminer(std::uint32_t at, std::uint32_t first, NounGroup* group, Growth* growth) {
    const std::uint32_t length = words_.Length(at);
    if (at != first && !growth->article) return at;
    if (growth->number) return at;
    growth->article = true;
    if (Is(at, kIndefinite)) group->one = true;
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
  bool TakesAsNoun(std::uint32_t at, const Growth* growth, const NounGroup& group) const {
    if (words_.IsName(at)) return true;
    const std::uint8_t forms = words_.Forms(at);
    const bool open = !growth->head;
    const bool noun_next = Has(at + 1) && words_.NounLike(at + 1) && !words_.State(at + 1);
    if (forms & (kPast | kPastParticiple)) {
      if (words_.NounToo(at) && (forms & kBaseForm) && open && growth->article) return true;
      if (!open) return false;
      const bool free = at == group.first_token;
      if (noun_next && !(words_.Forms(at + 1) & (kPast | kPastParticiple))) {
        return growth->article || growth->number || free;
      }
      return growth->article && !growth->number && !Is(at + 1 < end_ ? at + 1 : at, kBy);
    }
    if (forms & kGerund) {
      if (open) return true;
      return !FollowedByObject(at) && (words_.NounToo(at) || !noun_next);
    }
    if (!words_.NounToo(at)) return open && (growth->article || growth->number);
    return open || !FollowedByObject(at);
  }

  // "dozens of soldiers" counts soldiers; "three of the dead" is a part;
  // "a group of 20 men" counts men.
  std::uint32_t JoinOf(NounGroup* group, const Growth& growth) {
    const std::uint32_t at = group->end_token;
    const bool counts = group->quantity && !growth.head;
    const bool groups = growth.head && !group->quantity && Is(group->head, kGroup);
    const bool one = group->none && Is(group->head, kNobody);
    if (!Has(at + 1) || !Is(at, kOf) || words_.Length(at) > 1 || !(counts || groups || one)) return AddGroup(*group);
    const std::uint32_t next = at + 1;
    if (Is(next, kRelative)) {
      group->partitive = true;
      group->end_token = next + words_.Length(next);
      return AddGroup(*group);
    }
    if (!words_.Opens(next)) return AddGroup(*group);
    const std::int32_t inner = words_.QuantityAt(next);
    if (groups && !(inner >= 0 && IsCount(inner))) return AddGroup(*group);
    return JoinInner(group, next, groups);
  }

  std::uint32_t JoinInner(NounGroup* group, std::uint32_t next, bool groups) {
    const bool named = Is(next, kDeterminer | kPossessive | kPronoun) || words_.QuantityAt(next) >= 0;
    const std::size_t before = out_.chunks.size();
    const std::uint32_t end = Is(next, kPronoun) && !words_.NounLike(next) ? ReadPronoun(next) : ReadNounGroup(next);
    if (out_.chunks.size() <= before) return AddGroup(*group);
    NounGroup inner = layer_.noun_groups[out_.chunks.back().index];
    out_.chunks.resize(before);
    layer_.noun_groups.pop_back();
    if (groups) {
      inner.first_token = group->first_token;
    } else {
      inner.quantity = group->quantity;
      inner.none = group->none;
      inner.one = false;
      inner.partitive = named;
      inner.first_token = group->first_token;
    }
    (void)end;
    inner.possessive = false;
    return AddGroup(inner);
  }

  std::uint32_t AddGroup(NounGroup group) {
    group.end_token = std::max(group.end_token, group.first_token + 1);
    group.span = SpanOf(group.first_token, group.end_token);
    layer_.noun_groups.push_back(group);
    const auto index = static_cast<std::uint32_t>(layer_.noun_groups.size() - 1);
    Add(ChunkKind::kNoun, index, group.first_token, group.end_token);
    std::uint32_t end = group.end_token;
    if (Has(end + 1) && words_.Possessive(end) && (words_.NounLike(end + 1) || words_.QuantityAt(end + 1) >= 0)) {
      layer_.noun_groups.back().possessive = true;
      return end + 1;
    }
    return end;
  }

  const WordReader& words_;
  const std::vector<Quantity>& quantities_;
  TextLayer& layer_;
  std::uint32_t begin_ = 0, end_ = 0;
  ChunkedSentence out_;
};

}  // namespace

void FindChunks(std::string_view text, const std::vector<Quantity>& quantities, const Language& language,
                TextLayer* layer) {
  const WordReader words(text, quantities, language, *layer);
  Chunker chunker(words, quantities, layer);
  for (std::uint32_t i = 0; i < layer->sentences.size(); ++i) chunker.ReadSentence(i);
}

}  // namespace counterclaim
