#include <algorithm>

#include "compare/compare.h"

namespace counterclaim {

namespace {

constexpr double kTelling = 100;  // a bare number below it may be of anything

bool Counts(NumberKind kind) {
  return kind == NumberKind::kAge || kind == NumberKind::kDuration || kind == NumberKind::kMoney ||
         kind == NumberKind::kDistance || kind == NumberKind::kMeasure ||
         kind == NumberKind::kStrength || kind == NumberKind::kPercentage ||
         kind == NumberKind::kOther;
}

bool Alike(const Refused& a, const Refused& b) {
  if (a.reason != b.reason || !Counts(a.reason) || !a.value || a.value != b.value || *a.value < 1)
    return false;
  if (!a.unit.empty() && !b.unit.empty()) return a.unit == b.unit;
  return a.reason != NumberKind::kOther || *a.value >= kTelling;
}

}  // namespace

const Refused* SharedFigure(const std::vector<Refused>& a, const std::vector<Refused>& b) {
  for (const Refused& one : a) {
    const bool found =
        std::any_of(b.begin(), b.end(), [&one](const Refused& other) { return Alike(one, other); });
    if (found) return &one;
  }
  return nullptr;
}

}  // namespace counterclaim
