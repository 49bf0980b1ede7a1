#pragma once
#include <optional>
#include <string>

#include "model/quantity.h"

namespace counterclaim {

// Which of the two readings of two counts leave no number that fits both.
struct Disjoint {
  bool hard = false, soft = false;

  bool operator==(const Disjoint&) const = default;
  bool both() const { return hard && soft; }
  bool any() const { return hard || soft; }
};

Disjoint SameSlot(const Quantity& a, const Quantity& b);
// A part against its whole: the part's least is above the whole's most.
Disjoint PartExceeds(const Quantity& part, const Quantity& whole);
// The quantity as one convention reads it; itself where the convention is silent.
Quantity ReadUnder(const Quantity& quantity, const std::string& convention);
// The figure that stands for a quantity when two are put in order.
double Figure(const Quantity& quantity);
bool SameFigure(const Quantity& a, const Quantity& b);

}  // namespace counterclaim
