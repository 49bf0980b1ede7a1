#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// What the word rules say about the tokens of one sentence at a time.
class WordReader {
 public:
  WordReader(std::string_view text, const std::vector<Quantity>& quantities,
             const Language& language, const TextLayer& layer)
      : text_(text), quantities_(quantities), language_(language), layer_(layer) {}

  // The answers below are about the tokens of the sentence read last.
  void Read(const Sentence& sentence);

  WordClasses Class(std::uint32_t at) const { return Of(at).classes; }
  bool Is(std::uint32_t at, WordClasses bits) const { return (Of(at).classes & bits) != 0; }
  // Tokens that a phrase of several words takes from `at` on; 1 for a word of its own.
  std::uint32_t Length(std::uint32_t at) const { return Of(at).length; }
  // WordForm bits of a verb; 0: no verb.
  std::uint8_t Forms(std::uint32_t at) const { return Of(at).forms; }
  bool NounToo(std::uint32_t at) const { return Of(at).noun_too; }
  bool State(std::uint32_t at) const { return Of(at).state != 0; }
  std::uint32_t StateLength(std::uint32_t at) const { return Of(at).state; }
  // Index of the quantity that starts at the token, or that holds it; -1.
  std::int32_t QuantityAt(std::uint32_t at) const { return Of(at).starts; }
  std::int32_t QuantityOver(std::uint32_t at) const { return Of(at).covers; }
  bool Possessive(std::uint32_t at) const {  // the ending of "soldiers'", "Kabul's"
    const Token& token = layer_.tokens[at];
    return !token.space_before && token.kind == TokenKind::kWord && IsOwnerEnding(token, text_);
  }
  bool IsName(std::uint32_t at) const { return Of(at).name; }
  bool Tells(std::uint32_t at) const;   // a verb of a metric: burned, killed
  bool Plural(std::uint32_t at) const;  // a noun in the plural, by its ending or the word list
  // A word that may be (part of) the head of a noun group.
  bool NounLike(std::uint32_t at) const;
  // A word that may open a noun group.
  bool Opens(std::uint32_t at) const;
  std::string_view Text(std::uint32_t at) const;
  char Mark(std::uint32_t at) const;  // the byte of a one-byte punctuation mark, else 0

 private:
  struct Word {
    WordClasses classes = 0;
    std::uint32_t length = 1;
    std::int32_t starts = -1, covers = -1;
    std::uint8_t forms = 0, state = 0;
    bool noun_too = false, name = false;
  };
  const Word& Of(std::uint32_t at) const { return words_[at - first_]; }
  void AddQuantities(const Sentence& sentence);
  void AddNames(const Sentence& sentence);
  void ReadWord(std::uint32_t at, bool capitals_tell);
  void ReadEnding(std::uint32_t at);
  void ReadPhrase(std::uint32_t at, std::uint32_t end);
  bool CapitalsTell(const Sentence& sentence) const;

  std::string_view text_;
  const std::vector<Quantity>& quantities_;
  const Language& language_;
  const TextLayer& layer_;
  std::uint32_t first_ = 0;  // token of the sentence
  std::vector<Word> words_;  // of the sentence
};

}  // namespace counterclaim
