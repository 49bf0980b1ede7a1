#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// One sentence as a row of chunks, with the ways to walk it. Positions are
// indexes into the row.
class ClauseReader {
 public:
  ClauseReader(std::string_view text, const TextLayer& layer,
               const std::vector<Quantity>& quantities, const Language& language,
               const ChunkedSentence& sentence);

  std::size_t size() const { return chunks_.size(); }
  const Chunk& At(std::size_t i) const { return chunks_[i]; }
  bool Is(std::size_t i, ChunkKind kind) const {
    return i < chunks_.size() && chunks_[i].kind == kind;
  }
  const NounGroup& Noun(std::size_t i) const { return layer_.noun_groups[chunks_[i].index]; }
  const VerbGroup& Verb(std::size_t i) const { return layer_.verb_groups[chunks_[i].index]; }
  // Word class of the chunk's first word or phrase.
  WordClasses ClassOf(std::size_t i) const {
    if (classes_[i] == kUnread) classes_[i] = ReadClass(i);
    return classes_[i];
  }
  bool Class(std::size_t i, WordClasses bits) const {
    return i < chunks_.size() && (ClassOf(i) & bits) != 0;
  }
  Span SpanOf(std::size_t i) const;
  std::string_view Text(Span span) const { return text_.substr(span.begin, span.size()); }
  const Quantity* CountOf(std::size_t i) const {  // the count of a noun group; null: none
    if (!Is(i, ChunkKind::kNoun) || !Noun(i).quantity) return nullptr;
    const Quantity& quantity = quantities_[*Noun(i).quantity];
    return quantity.kind == NumberKind::kCount ? &quantity : nullptr;
  }

  // The subject of the verb (or predicate) at `i`: the noun group it is said of. An intransitive
  // verb always says something of the noun before it ("residents died"); a participle may only
  // describe it ("soldiers killed").
  std::optional<std::size_t> Subject(std::size_t i, bool intransitive = false) const;
  // The noun group right behind the verb at `i`.
  std::optional<std::size_t> Object(std::size_t i) const;
  // The noun group of a "by" phrase behind `i`, inside the clause.
  std::optional<std::size_t> Agent(std::size_t i) const;
  // The clause of the verb opens the sentence: "Since the siege began, 12 ...".
  bool InOpening(std::size_t verb) const;
  // `i` and the noun groups coordinated with it, from left to right.
  std::vector<std::size_t> JoinedLeft(std::size_t i) const;
  std::vector<std::size_t> JoinedRight(std::size_t i) const;
  bool Asks() const;                           // "Fourteen deaths?": nothing is said of them
  bool Tells(std::size_t i) const;             // "an aide of the mayor there says"
  bool AfterPreposition(std::size_t i) const;  // stands in a prepositional phrase
  // Index of the verb group that starts at the right of noun group `i`, past
  // its prepositional phrases: the verb it is subject of.
  std::optional<std::size_t> VerbOf(std::size_t i) const;
  // Past adverbs, times, quotes and asides ("(...)", "-- ... --"); kNowhere at the start.
  std::size_t SkipLeft(std::size_t i) const;
  std::size_t SkipRight(std::size_t i) const;

  bool IsSpeech(std::size_t verb) const;  // opens a clause of content or a count: "says 58"
  bool IsDash(std::size_t i) const;
  // The second count of "nine of the 14 farmers"; null: there is none.
  const Quantity* InnerCountOf(std::size_t i) const;
  // A verb that lays what it reports to its object: "accused the army of killing".
  bool Accuses(std::size_t verb) const;
  bool IsKind(std::size_t i) const;      // a plain plural: "shops"
  bool HasAge(std::size_t i) const;      // "a 46-year-old tapper"
  bool IsDefinite(std::size_t i) const;  // a noun group with "the"
  // A noun group that counts: "58 soldiers", "a soldier", "no soldier".
  bool Counts(std::size_t i) const {
    return Is(i, ChunkKind::kNoun) && (Noun(i).quantity || Noun(i).one || Noun(i).none);
  }

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

 private:
  std::string_view text_;
  const TextLayer& layer_;
  const std::vector<Quantity>& quantities_;
  const Language& language_;
  const std::vector<Chunk>& chunks_;
  // By chunk: the mark at the other end of the aside that this one opens or closes; itself for
  // a mark that parts nothing ("the murder [of six men]"); else kNowhere.
  std::vector<std::size_t> aside_;
  static constexpr WordClasses kUnread = ~WordClasses{0};
  mutable std::vector<WordClasses> classes_;  // by chunk, once read

  WordClasses ReadClass(std::size_t i) const;
  void FindAsides();
  bool IsNamed(std::size_t i) const;
  bool IsTheOne(std::size_t i) const;
  std::size_t BeforeRelative(std::size_t i) const;
  bool Passes(std::size_t i) const;
};

}  // namespace counterclaim
