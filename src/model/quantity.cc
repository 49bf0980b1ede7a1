#include "model/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace counterclaim {
namespace {

constexpr double kLargest = 9.0e18;

std::int64_t Up(double value) {
  return static_cast<std::int64_t>(std::ceil(std::clamp(value, 0.0, kLargest) - 1e-9));
}

std::int64_t Down(double value) {
  return static_cast<std::int64_t>(std::floor(std::clamp(value, 0.0, kLargest) + 1e-9));
}

// The hull of nothing cannot be written down: a low end above the high end
// ("nearly 1") falls back to the high end.
Interval Closed(std::int64_t low, std::int64_t high) {
  return {std::min(low, high), high};
}

// 60 -> 10, 200 -> 100, 58 -> 0: figures that a speaker may have rounded.
double RoundingUnit(double value) {
  if (value < 20 || value > kLargest || std::floor(value) != value) return 0;
  double unit = 1;
  for (auto n = static_cast<std::int64_t>(value); n % 10 == 0; n /= 10) unit *= 10;
  return unit > 1 ? unit : 0;
}

}  // namespace

Interval HardInterval(Bound bound, double value) {
  const double n = std::max(0.0, value);
  switch (bound) {
    case Bound::kAtLeast:
      return {Up(n), kNoLimit};
    case Bound::kMoreThan:
      return {Down(n) + 1, kNoLimit};
    case Bound::kAtMost:
      return {0, Down(n)};
    case Bound::kLessThan:
      return {0, std::max<std::int64_t>(0, Up(n) - 1)};
    case Bound::kNearly:
      return Closed(Up(0.8 * n), std::max<std::int64_t>(0, Up(n) - 1));
    case Bound::kAbout:
      return Closed(Up(0.75 * n), Down(1.25 * n));
    default:
      return Closed(Down(n), Down(n));
  }
}

Interval SoftInterval(Bound bound, double value, bool rounded) {
  const double n = std::max(0.0, value);
  switch (bound) {
    case Bound::kAtLeast:
      return {Up(n), std::max(Up(n), Down(std::max(1.5 * n, n + 5)))};
    case Bound::kMoreThan: {
      const std::int64_t low = Down(n) + 1;
      return {low, std::max(low, Down(std::max(1.5 * n, n + 5)))};
    }
    case Bound::kAtMost:
      return Closed(Up(0.5 * n), Down(n));
    case Bound::kLessThan:
      return Closed(Up(0.5 * n), std::max<std::int64_t>(0, Up(n) - 1));
    case Bound::kNearly: {
      const std::int64_t high = std::max<std::int64_t>(0, Up(n) - 1);
      return Closed(std::min(Up(0.9 * n), high), high);
    }
    case Bound::kAbout:
      return Closed(Up(0.9 * n), Down(1.1 * n));
    default: {
      const double half = rounded ? RoundingUnit(n) / 2 : 0;
      return Closed(Up(n - half), Down(n + half));
    }
  }
}

Quantity ExactQuantity(std::int64_t value, Span span, std::uint32_t sentence, std::uint32_t token) {
  Quantity quantity;
  quantity.span = quantity.number = span;
  quantity.sentence = sentence;
  quantity.first_token = token;
  quantity.end_token = token + 1;
  quantity.value = static_cast<double>(value);
  quantity.hard = quantity.soft = {value, value};
  quantity.implicit = true;
  return quantity;
}

std::string ToText(Interval interval) {
  if (interval.IsPoint()) return std::to_string(interval.low);
  if (interval.high == kNoLimit) return ">=" + std::to_string(interval.low);
  if (interval.low == 0) return "<=" + std::to_string(interval.high);
  return std::to_string(interval.low) + ".." + std::to_string(interval.high);
}

std::string ToText(Bound bound) {
  static constexpr std::array kNames = {"exact", "at_least", "more_than", "at_most", "less_than",
                                        "about", "nearly",   "range",     "vague"};
  return kNames[static_cast<std::size_t>(bound)];
}

std::string ToText(NumberKind kind) {
  static constexpr std::array kNames = {
      "count",   "date",     "time",    "age",        "duration",   "money",        "distance",
      "measure", "strength", "ordinal", "percentage", "identifier", "hypothetical", "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string ToText(const Quantity& quantity) {
  std::string text = ToText(quantity.kind) + " " + ToText(quantity.hard);
  if (quantity.soft != quantity.hard) text += " (" + ToText(quantity.soft) + ")";
  text += " " + ToText(quantity.bound);
  if (quantity.increment) text += " increment";
  if (quantity.others) text += " others";
  return text;
}

}  // namespace counterclaim
