#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/quantity.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// What part a word may take beside a number. One word may take several.
enum NumberRole : std::uint32_t {
  kArticleRole = 1u << 0,  // "a": a hundred
  kAndRole = 1u << 1,
  kOrRole = 1u << 2,
  kToRole = 1u << 3,  // to, through
  kBetweenRole = 1u << 4,
  kFromRole = 1u << 5,
  kDashRole = 1u << 6,
  kMinusRole = 1u << 7,
  kPointRole = 1u << 8,
  kOverRole = 1u << 9,  // "one over three"
  kOfRole = 1u << 10,
  kPronounBeforeRole = 1u << 11,  // "this one", "no one": no number
  kMonthRole = 1u << 12,
  kYearRole = 1u << 13,        // surely a year follows: since
  kMaybeYearRole = 1u << 14,   // a year may follow: the 1995 proposal
  kTimeRole = 1u << 15,        // after a time: p.m.
  kOldRole = 1u << 16,         // "37 years old"
  kOrdinalEndRole = 1u << 17,  // th
  kFormationRole = 1u << 18,   // the 14th Brigade
  kPercentRole = 1u << 19,
  kTimeBeforeRole = 1u << 20,  // before a time: "at 9:30"
  kPluralRole = 1u << 21,      // plural of a denominator: thirds
  kHalfRole = 1u << 22,
  kButRole = 1u << 23,
  kDimensionRole = 1u << 24,  // after "37m": long, high, from
  kDefiniteRole = 1u << 25,   // the: between the tenth and the fifteenth
  kEndsUnitRole = 1u << 26,   // never part of what is counted: of, were, after
  kScoreRole = 1u << 27,      // beside a score or a vote: won 3-1, voted 52-48
  kNoneRole = 1u << 28,       // "no soldiers", "none"
  kRatioRole = 1u << 29,      // one in five
  kEveryRole = 1u << 30,      // "all but six": those who are left out
  kChangeRole = 1u << 30,     // rose from 41 to 56: two numbers, no range
  kByRole = 1u << 31,         // fell by 3 to 41
};

// A word of the number grammar; 0 (cardinal: -1) where it does not take the part.
struct NumberWord {
  double cardinal = -1;    // zero .. ninety
  double scale = 0;        // hundred, thousand, lakh
  double group = 0;        // dozen, score, couple
  double denominator = 0;  // half, third, fifths
  double ordinal = 0;      // first, fifth
  std::uint32_t roles = 0;
  std::optional<NumberKind> before;  // the word before a number tells its kind: Flight 171
  bool currency = false;
};

// What a phrase before or after a number says about it.
struct NumberModifier {
  std::optional<Bound> bound = std::nullopt;
  bool increment = false;
  bool others = false;
  bool firm = false;   // exactly: not rounded
  bool equal = false;  // "equal to 20": an interval whose ends meet
};

struct VagueWord {
  std::string id;       // key of Convention::readings
  double unit = 0;      // hundreds -> 100: the figure it is a plural of; 0: none
  bool scales = false;  // may be followed by a scale: "several hundred", "tens of thousands"
  Interval hard, soft;  // where no convention has a reading
};

struct NumberRules {
  WordTable<NumberWord> words;
  PhraseTable before, after;  // value: index into modifiers
  std::vector<NumberModifier> modifiers;
  PhraseTable vague;  // value: index into vague_words
  std::vector<VagueWord> vague_words;
  PhraseTable units;                             // value: a NumberKind
  PhraseTable idioms;                            // "at one point": the number counts nothing
  std::map<std::string, double> suffixes;        // glued to figures, case as written: 10k
  std::map<std::string, double> money_suffixes;  // only after a currency: $3m
  char decimal = '.';

  const NumberWord& At(WordId id) const { return words.At(id); }
};

// rules/languages/<tag>/numbers/*.yaml
void LoadNumberRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
