#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace counterclaim {

inline constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();

// A count as a closed interval of whole numbers, 0 <= low <= high. The parser
// settles strictness: "more than 58" has low == 59; "at least 58" has
// high == kNoLimit, written null.
struct Interval {
  std::int64_t low = 0;
  std::int64_t high = kNoLimit;

  bool operator==(const Interval&) const = default;
  bool Overlaps(Interval other) const { return low <= other.high && other.low <= high; }
  bool Contains(Interval other) const { return low <= other.low && other.high <= high; }
  bool IsPoint() const { return low == high; }
};

enum class Bound : std::uint8_t {
  kExact,
  kAtLeast,
  kMoreThan,
  kAtMost,
  kLessThan,
  kAbout,
  kNearly,
  kRange,
  kVague,
};

// What a number in a text counts or names. All but kCount are reasons for
// refusal (OUTPUT.md).
enum class NumberKind : std::uint8_t {
  kCount,
  kDate,
  kTime,
  kAge,
  kDuration,
  kMoney,
  kDistance,
  kMeasure,
  kStrength,
  kOrdinal,
  kPercentage,
  kIdentifier,
  kHypothetical,
  kOther,
};

// How a vague word ("dozens") reads under one convention of
// rules/taxonomy/conventions (cautious, literal, acled, pitf).
struct Reading {
  std::string convention;
  Interval hard, soft;

  bool operator==(const Reading&) const = default;
};

// One number as written, with its bound: "at least 58", "20 to 25", "dozens".
// Hard: what the words logically allow. Soft: what a reader takes from them
// (DOMAIN.md section 4).
struct Quantity {
  Span span;                      // the bound's words included: "at least 58"
  Span number;                    // the figure alone: "58"
  std::uint32_t sentence = 0;     // index into TextLayer::sentences
  std::uint32_t first_token = 0;  // index into TextLayer::tokens
  std::uint32_t end_token = 0;    // one past the last
  NumberKind kind = NumberKind::kCount;
  Bound bound = Bound::kExact;
  std::optional<double> value;                  // the figure; none for vague words without one
  Interval hard, soft;                          // whole numbers; of use where kind is kCount
  std::optional<double> low_value, high_value;  // ends of a range as written
  std::optional<Span> unit;                     // "soldiers", "$", "km"
  bool approximate = false;                     // about, nearly, rounded, vague
  bool increment = false;                       // "another six", "six more"
  bool others = false;                          // "29 others"
  bool implicit = false;          // "a soldier", "no casualties": no digit or number word
  std::vector<Reading> readings;  // vague words only: one for each convention

  bool operator==(const Quantity&) const = default;
};

// What a figure under a bound allows (hard) and suggests (soft); half ends are
// rounded inwards. `rounded` widens the soft interval of a round exact figure.
Interval HardInterval(Bound bound, double value);
Interval SoftInterval(Bound bound, double value, bool rounded);
// An exact count of `value` at `span`: "a soldier", "no casualties".
Quantity ExactQuantity(std::int64_t value, Span span, std::uint32_t sentence, std::uint32_t token);

std::string ToText(Interval interval);         // 58; >=58; <=9; 20..25
std::string ToText(Bound bound);               // at_least
std::string ToText(NumberKind kind);           // count
std::string ToText(const Quantity& quantity);  // "count >=58 (58..87) at_least"

}  // namespace counterclaim
