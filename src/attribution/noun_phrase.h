#pragma once
#include <cstdint>
#include <optional>

#include "attribution/passage.h"

namespace counterclaim {

// Finds the phrases that name a speaker, from words and marks alone: no
// dictionary tells nouns from verbs here, so the ends are found by what cannot
// belong to a name: marks, auxiliaries, openers of clauses.
class Phrases {
 public:
  Phrases(const Text& text, const Passage& passage) : text_(text), passage_(passage) {}

  struct Subject {
    Range range;
    std::uint32_t clause = 0;               // where its clause begins
    std::optional<std::uint32_t> relative;  // "who said": the antecedent ends here
    bool as_clause = false;                 // "as the army said"
  };

  // The subject of a verb group that begins at `verb`; not before `from`.
  std::optional<Subject> Before(std::uint32_t verb, std::uint32_t from) const;
  // The noun phrase that begins at `at`, with an apposition when one follows.
  std::optional<Range> After(std::uint32_t at, bool apposition) const;
  // End of the noun phrase at `at`; `at` itself when none begins there.
  std::uint32_t EndOf(std::uint32_t at) const;
  // The subject of the first clause at or after `from`.
  std::optional<Range> First(std::uint32_t from, std::uint32_t end) const;
  // The noun phrase that ends in the item before `end`: "a statement" saying.
  std::optional<Range> EndingAt(std::uint32_t end, std::uint32_t from) const;

  bool IsPronoun(std::uint32_t at) const;
  bool IsDocument(Range range) const;  // "the report", "records"
  bool CanSpeak(Range range) const;    // names, speakers, documents, pronouns
  // "the fruit seller": a noun with its article that no rule knows.
  bool MaySpeak(Range range) const;
  bool IsVerb(std::uint32_t at) const;

 private:
  std::uint32_t WithTitle(std::uint32_t name, std::uint32_t end, std::uint32_t from) const;
  bool SpelledAt(std::uint32_t at) const;
  bool CountsNext(std::uint32_t at) const;
  bool InPhrases(std::uint32_t from, std::uint32_t end) const;
  bool KnownAs(std::uint32_t as) const;
  std::uint32_t BehindVerb(std::uint32_t verb, std::uint32_t start, std::uint32_t end) const;
  std::uint32_t BehindRelative(std::uint32_t start, std::uint32_t end) const;
  std::optional<Subject> InSegment(std::uint32_t from, std::uint32_t end) const;
  bool Appositive(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t SegmentStart(std::uint32_t end, std::uint32_t from) const;
  std::uint32_t SkipOpening(std::uint32_t from, std::uint32_t end) const;
  const PassageItem& At(std::uint32_t at) const { return passage_.items[at]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(passage_.items.size()); }

  const Text& text_;
  const Passage& passage_;
};

}  // namespace counterclaim
