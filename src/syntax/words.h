#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// What the word rules say about the tokens of one text.
class WordReader {
 public:
  WordReader(std::string_view text, const std::vector<Quantity>& quantities,
             const Language& language, const TextLayer& layer);

  WordClasses Class(std::uint32_t at) const { return classes_[at]; }
  bool Is(std::uint32_t at, WordClasses bits) const { return (classes_[at] & bits) != 0; }
  // Tokens that a phrase of several words takes from `at` on; 1 for a word of its own.
  std::uint32_t Length(std::uint32_t at) const { return lengths_[at]; }
  // WordForm bits of a verb; 0: no verb.
  std::uint8_t Forms(std::uint32_t at) const { return forms_[at]; }
  bool NounToo(std::uint32_t at) const { return noun_too_[at] != 0; }
  bool State(std::uint32_t at) const { return states_[at] != 0; }
  std::uint32_t StateLength(std::uint32_t at) const { return states_[at]; }
  // Index of the quantity that starts at the token, or that holds it; -1.
  std::int32_t QuantityAt(std::uint32_t at) const { return starts_[at]; }
  std::int32_t QuantityOver(std::uint32_t at) const { return covers_[at]; }
  bool Possessive(std::uint32_t at) const;  // the ending of "soldiers'", "Kabul's"
  bool IsName(std::uint32_t at) const { return names_[at] != 0; }
  bool Plural(std::uint32_t at) const;  // a noun in the plural, by its ending or the word list
  // A word that may be (part of) the head of a noun group.
  bool NounLike(std::uint32_t at) const;
  // A word that may open a noun group.
  bool Opens(std::uint32_t at) const;
  std::string_view Text(std::uint32_t at) const;
  char Mark(std::uint32_t at) const;  // the byte of a one-byte punctuation mark, else 0

 private:
  void ReadWord(std::uint32_t at, bool capitals_tell);
  bool CapitalsTell(const Sentence& sentence) const;

  std::string_view text_;
  const Language& language_;
  const TextLayer& layer_;
  std::vector<WordClasses> classes_;
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint8_t> forms_, noun_too_, states_, names_;
  std::vector<std::int32_t> starts_, covers_;
};

}  // namespace counterclaim
