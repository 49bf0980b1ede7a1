#pragma once
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// One number without its bound, in digits or words, from token to token.
struct Numeral {
  std::uint32_t first = 0, end = 0;  // tokens
  Span span;
  double value = 0;
  double scale = 1;          // the last scale word: "2.5 million" -> 1e6
  std::uint32_t digits = 0;  // of the whole part in digits; 0 for words
  bool figure = false;       // digits take part
  bool plain = false;        // digits alone: no grouping, decimals or scale
  bool group = false;        // dozen, couple, score
  bool ordinal = false;      // "5th", "fifth"; value is its rank
  bool fraction = false;
  bool glued = false;  // unknown letters follow without a blank: "30s", "4x4"
};

// Reads the longest numeral at a token. Bounded look-ahead, so that a scan over
// a sentence is linear.
class NumeralReader {
 public:
  NumeralReader(std::string_view text, const TextLayer& layer, const Language& language,
                std::uint32_t begin, std::uint32_t end)
      : text_(text),
        tokens_(layer.tokens),
        rules_(language.numbers),
        words_(language.words),
        begin_(begin),
        end_(end) {}

  std::optional<Numeral> Read(std::uint32_t at, bool money) const;
  // "RM120,000", or with `money` "$ A82": the byte at which digits start that are
  // glued to a currency; 0 for any other token. ReadGlued reads the figure from there.
  std::uint32_t GluedDigits(std::uint32_t at, bool money) const;
  std::optional<Numeral> ReadGlued(std::uint32_t at, std::uint32_t digits) const {
    return ReadDigits(at, true, digits);
  }
  const NumberWord& Word(std::uint32_t at) const {
    return rules_.At(at >= begin_ && at < end_ ? tokens_[at].word : kUnknownWord);
  }
  bool Is(std::uint32_t at, std::uint32_t roles) const { return (Word(at).roles & roles) != 0; }

 private:
  static constexpr int kDeepest = 6;  // "and" parts of one numeral
  static bool Whole(double value) { return std::floor(value) == value; }

  bool MayStart(std::uint32_t at) const;
  std::optional<Numeral> ReadUnsigned(std::uint32_t at, bool money) const;
  std::optional<Numeral> ReadDigits(std::uint32_t at, bool money, std::uint32_t from = 0) const;
  std::optional<Numeral> ReadWords(std::uint32_t at, int depth) const;
  std::optional<Numeral> ReadPortion(std::uint32_t at) const;
  void AddSlash(Numeral* numeral) const;
  void AddScales(Numeral* numeral) const;
  void AddTail(Numeral* numeral, int depth) const;
  bool AddMixed(std::uint32_t at, int depth, Numeral* numeral) const;
  bool AddRatio(Numeral* numeral) const;
  void AddDenominator(Numeral* numeral) const;
  void AddPoint(Numeral* numeral) const;
  bool AddSmall(std::uint32_t at, Numeral* numeral, double* room) const;
  double Denominator(std::uint32_t at, std::uint32_t* end, bool* plural) const;
  void Close(Numeral* numeral, std::uint32_t end) const;
  std::uint32_t SkipDash(std::uint32_t at) const { return Is(at, kDashRole) ? at + 1 : at; }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const NumberRules& rules_;
  const Vocabulary& words_;
  std::uint32_t begin_, end_;
};

}  // namespace counterclaim
