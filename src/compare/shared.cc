#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "compare/compare.h"

namespace counterclaim {

namespace {

constexpr double kTelling = 100;  // a bare number below it may be of anything

bool Counts(const Refused& refused) {
  const NumberKind kind = refused.reason;
  return refused.value && *refused.value >= 1 &&
         (kind == NumberKind::kAge || kind == NumberKind::kDuration || kind == NumberKind::kMoney ||
          kind == NumberKind::kDistance || kind == NumberKind::kMeasure ||
          kind == NumberKind::kStrength || kind == NumberKind::kPercentage ||
          kind == NumberKind::kOther);
}

// The figures of a text, found by kind and value, and by their unit where they have one.
class Figures {
 public:
  explicit Figures(const std::vector<Refused>& refused) {
    for (const Refused& each : refused) {
      if (!Counts(each)) continue;
      any_.emplace(each.reason, *each.value);
      if (each.unit.empty()) {
        bare_.emplace(each.reason, *each.value);
      } else {
        with_unit_.emplace(each.reason, *each.value, each.unit);
      }
    }
  }

  bool Hold(const Refused& refused) const {
    if (!Counts(refused)) return false;
    const std::pair figure(refused.reason, *refused.value);
    const bool telling = refused.reason != NumberKind::kOther || *refused.value >= kTelling;
    if (refused.unit.empty()) return telling && any_.contains(figure);
    return with_unit_.contains({refused.reason, *refused.value, refused.unit}) ||
           (telling && bare_.contains(figure));
  }

 private:
  std::set<std::pair<NumberKind, double>> any_, bare_;
  std::set<std::tuple<NumberKind, double, std::string>> with_unit_;
};

}  // namespace

const Refused* SharedFigure(const std::vector<Refused>& a, const std::vector<Refused>& b) {
  const Figures others(b);
  for (const Refused& one : a)
    if (others.Hold(one)) return &one;
  return nullptr;
}

}  // namespace counterclaim
