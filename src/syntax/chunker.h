#pragma once
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "syntax/words.h"

namespace counterclaim {

inline constexpr WordClasses kAuxiliary = kBe | kHave | kDo | kModal;

// Cuts sentences into chunks from left to right; each word is looked at a
// bounded number of times.
class Chunker {
 public:
  Chunker(WordReader* words, const std::vector<Quantity>& quantities, TextLayer* layer)
      : words_(*words), quantities_(quantities), layer_(*layer) {}

  void ReadSentence(std::uint32_t index);

 private:
  // What a noun group holds so far.
  struct Growth {
    bool head = false;     // a noun was read
    bool number = false;   // a count was read
    bool article = false;  // a determiner was read
  };

  bool Is(std::uint32_t at, WordClasses bits) const { return at < end_ && words_.Is(at, bits); }
  bool Has(std::uint32_t at) const { return at < end_; }
  std::uint32_t Add(ChunkKind kind, std::uint32_t index, std::uint32_t first, std::uint32_t end);
  Span SpanOf(std::uint32_t first, std::uint32_t end) const;
  bool IsCount(std::int32_t quantity) const;
  bool IsKind(std::int32_t quantity, std::initializer_list<NumberKind> kinds) const;
  bool IsWhen(std::int32_t quantity) const;
  std::uint32_t ReadChunk(std::uint32_t at);
  std::uint32_t ReadMark(std::uint32_t at);
  std::uint32_t ReadNegation(std::uint32_t at);
  std::uint32_t ReadThat(std::uint32_t at);
  bool StartsPreposition(std::uint32_t at) const { return Is(at, kPreposition); }
  std::uint32_t ReadPronoun(std::uint32_t at);
  std::uint32_t ReadTime(std::uint32_t at);
  bool IsVerbForm(std::uint32_t at) const {
    return Has(at) && words_.Forms(at) != 0 && words_.QuantityOver(at) < 0;
  }
  bool FollowedByObject(std::uint32_t at) const;
  bool Hyphenated(std::uint32_t at) const;
  const NounGroup* GroupBefore() const;
  bool Agrees(std::uint32_t at, std::uint32_t head, bool pronoun) const;
  bool StartsVerb(std::uint32_t at) const;
  bool PastStarts(std::uint32_t at, std::uint8_t forms, bool after_noun) const;
  bool AfterSubject() const;
  bool GoesOn(std::uint32_t at) const;
  bool AfterOwner() const;  // right behind "the army's"
  bool AfterKind(ChunkKind kind) const {
    return !out_.chunks.empty() && out_.chunks.back().kind == kind;
  }
  bool ModifiesNext(std::uint32_t at) const;
  std::uint32_t ReadVerbGroup(std::uint32_t at);
  bool AdverbInside(std::uint32_t at) const;
  bool MayBeMain(std::uint32_t at, bool be, bool auxiliary) const;
  void FinishVerb(VerbGroup* group, std::uint32_t end, bool be, bool auxiliary, bool found);
  bool StateIsModifier(std::uint32_t at, bool article) const;
  std::uint32_t ReadNounGroup(std::uint32_t first);
  std::uint32_t Grow(std::uint32_t at, std::uint32_t first, NounGroup* group, Growth* growth);
  static bool IsQuote(std::string_view mark) {
    return mark == "\"" || mark == "“" || mark == "”" || mark == "«" || mark == "»";
  }
  bool OwnsInName(std::uint32_t at, const NounGroup& group, const Growth& growth) const;
  std::uint32_t GrowMark(std::uint32_t at, std::uint32_t first, NounGroup* group, Growth* growth);
  std::uint32_t QuotedEnd(std::uint32_t at) const;
  std::uint32_t GrowGlued(std::uint32_t at, NounGroup* group, Growth* growth);
  std::uint32_t GrowNumber(std::uint32_t at, std::int32_t index, NounGroup* group, Growth* growth);
  std::uint32_t GrowDeterminer(std::uint32_t at, std::uint32_t first, NounGroup* group,
                               Growth* growth);
  bool TakesAsNoun(std::uint32_t at, const Growth* growth, const NounGroup& group) const;
  std::uint32_t JoinOf(NounGroup* group, const Growth& growth);
  std::uint32_t JoinInner(NounGroup* group, std::uint32_t next, bool groups);
  std::uint32_t AddGroup(NounGroup group);

  WordReader& words_;
  const std::vector<Quantity>& quantities_;
  TextLayer& layer_;
  std::uint32_t begin_ = 0, end_ = 0;
  ChunkedSentence out_;
};

}  // namespace counterclaim
