// Fractions in words: the parts of NumeralReader that read what divides a number.
#include <cmath>

#include "quantity/numeral.h"

namespace counterclaim {

// "twenty and three and three fifths": units with a fraction of their own.
bool NumeralReader::AddMixed(std::uint32_t at, int depth, Numeral* numeral) const {
  if (numeral->figure || numeral->value < 20 || numeral->value > 90 ||
      std::fmod(numeral->value, 10) != 0)
    return false;
  const auto rest = ReadWords(at, depth + 1);
  if (!rest || rest->fraction || Whole(rest->value) || !(rest->value > 1 && rest->value < 10))
    return false;
  numeral->value += rest->value;
  Close(numeral, rest->end);
  return true;
}

// "third", "twenty-first(s)", "hundredths": into how many parts.
double NumeralReader::Denominator(std::uint32_t at, std::uint32_t* end, bool* plural) const {
  const NumberWord& word = Word(at);
  if (word.denominator > 0) {
    *end = at + 1;
    *plural = (word.roles & kPluralRole) != 0;
    return word.denominator;
  }
  const std::uint32_t next = SkipDash(at + 1);
  if (word.cardinal >= 20 && Word(next).denominator + Word(next).ordinal > 0) {
    const double unit = Word(next).denominator > 0 ? Word(next).denominator : Word(next).ordinal;
    if (unit >= 10) return 0;
    *end = next + 1;
    *plural = (Word(next).roles & kPluralRole) != 0;
    return word.cardinal + unit;
  }
  return 0;
}

// "One in five people", "one out of three Germans" where a clause begins; not "killing one in
// three attacks".
bool NumeralReader::AddRatio(Numeral* numeral) const {
  constexpr double kLargest = 1000;
  std::uint32_t at = numeral->end;
  const bool opens =
      numeral->first == begin_ || tokens_[numeral->first - 1].kind == TokenKind::kPunctuation;
  if (!opens || !Is(at, kRatioRole)) return false;
  if (Is(++at, kOfRole)) ++at;
  if (at >= end_) return false;
  auto whole = ReadDigits(at, false);
  if (!whole) whole = ReadWords(at, kDeepest - 1);
  if (!whole || !Whole(whole->value) || whole->value < 2 || whole->value > kLargest) return false;
  if (whole->end >= end_ || tokens_[whole->end].kind != TokenKind::kWord) return false;
  numeral->value /= whole->value;
  numeral->fraction = true;
  numeral->plain = false;
  Close(numeral, whole->end);
  return true;
}

void NumeralReader::AddDenominator(Numeral* numeral) const {
  if (numeral->value <= 0 || !Whole(numeral->value)) return;
  std::uint32_t end = 0;
  bool plural = false;
  if (numeral->value == 1 && Is(numeral->end, kOverRole)) {  // "one over three"
    auto under = ReadDigits(numeral->end + 1 < end_ ? numeral->end + 1 : numeral->end, false);
    if (!under)
      under = ReadWords(numeral->end + 1 < end_ ? numeral->end + 1 : numeral->end, kDeepest - 1);
    if (!under || under->value <= 1) return;
    numeral->value /= under->value;
    numeral->fraction = true;
    Close(numeral, under->end);
    return;
  }
  if (numeral->value == 1 && !numeral->figure && AddRatio(numeral)) return;
  const double parts = Denominator(SkipDash(numeral->end), &end, &plural);
  if (parts <= 0 || (!plural && numeral->value != 1)) {
    const NumberWord& last = Word(SkipDash(numeral->end));  // "twenty-first": a rank
    if (last.ordinal > 0 && last.ordinal < 10 && numeral->value >= 20 &&
        std::fmod(numeral->value, 10) == 0) {
      numeral->value += last.ordinal;
      numeral->ordinal = true;
      Close(numeral, SkipDash(numeral->end) + 1);
    }
    return;
  }
  const bool open = end < end_ && tokens_[end].kind == TokenKind::kWord && !Is(end, kOfRole);
  if (!plural && (numeral->value != 1 || open)) return;
  numeral->value /= parts;
  numeral->fraction = true;
  Close(numeral, end);
}

}  // namespace counterclaim
