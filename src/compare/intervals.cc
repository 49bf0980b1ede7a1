#include "compare/intervals.h"

#include <cmath>

namespace counterclaim {

Disjoint SameSlot(const Quantity& a, const Quantity& b) {
  return {!a.hard.Overlaps(b.hard), !a.soft.Overlaps(b.soft)};
}

Disjoint PartExceeds(const Quantity& part, const Quantity& whole) {
  return {part.hard.low > whole.hard.high, part.soft.low > whole.soft.high};
}

Quantity ReadUnder(const Quantity& quantity, const std::string& convention) {
  Quantity read = quantity;
  for (const Reading& reading : quantity.readings) {
    if (reading.convention == convention) {
      read.hard = reading.hard;
      read.soft = reading.soft;
    }
  }
  return read;
}

double Figure(const Quantity& quantity) {
  if (quantity.value) return *quantity.value;
  const Interval hard = quantity.hard;
  if (hard.high == kNoLimit) return static_cast<double>(hard.low);
  return (static_cast<double>(hard.low) + static_cast<double>(hard.high)) / 2;
}

bool SameFigure(const Quantity& a, const Quantity& b) {
  return a.hard == b.hard || std::abs(Figure(a) - Figure(b)) < 0.5;
}

}  // namespace counterclaim
