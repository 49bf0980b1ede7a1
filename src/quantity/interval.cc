#include "quantity/interval.h"

#include <algorithm>

namespace counterclaim {
namespace {

std::int64_t Times(std::int64_t end, double scale, bool high) {
  if (end == kNoLimit) return end;
  const double whole = static_cast<double>(end);
  const double value = high && scale > 1 ? (whole + 1) * scale - 1 : whole * scale;
  return value < 9.0e18 ? static_cast<std::int64_t>(value) : kNoLimit;
}

bool Limits(std::optional<Bound> bound) {
  return bound == Bound::kAtMost || bound == Bound::kLessThan;
}

// "up to dozens" and "fewer than dozens" know no low end.
Interval Scaled(Interval interval, double scale, std::optional<Bound> bound) {
  Interval result{Times(interval.low, scale, false), Times(interval.high, scale, true)};
  if (Limits(bound)) result.low = 0;
  return result;
}

}  // namespace

void SetIntervals(const Numeral& numeral, const NumberModifier& modifier, Quantity* quantity) {
  if (quantity->bound == Bound::kRange) {
    quantity->hard = {HardInterval(Bound::kExact, *quantity->low_value).low,
                      HardInterval(Bound::kExact, *quantity->high_value).high};
    quantity->soft = quantity->hard;
    return;
  }
  const double n = numeral.value;
  quantity->hard = HardInterval(quantity->bound, n);
  quantity->soft = SoftInterval(quantity->bound, n, !modifier.firm);
  if (numeral.group && quantity->bound == Bound::kExact) {  // a dozen: 11..13
    const std::int64_t slack =
        n >= 6 ? std::max<std::int64_t>(1, static_cast<std::int64_t>(n / 12)) : 0;
    quantity->soft = {quantity->hard.low - slack, quantity->hard.high + slack};
  } else if (numeral.group && quantity->bound == Bound::kMoreThan) {
    quantity->soft.high =
        std::max(quantity->soft.low, static_cast<std::int64_t>(std::min(2 * n, 9.0e18)) - 1);
  }
  quantity->approximate = quantity->bound == Bound::kAbout || quantity->bound == Bound::kNearly ||
                          numeral.group ||
                          (quantity->bound == Bound::kExact && quantity->soft != quantity->hard);
}

void SetReadings(const VagueWord& word, double scale, const NumberModifier& modifier,
                 const Taxonomy& taxonomy, const std::string& convention, Quantity* quantity) {
  const auto read = [&](const Interval& hard, const Interval& soft, const std::string& name) {
    Reading reading{name, Scaled(hard, scale, modifier.bound), Scaled(soft, scale, modifier.bound)};
    if (Limits(modifier.bound)) reading.hard.high = reading.soft.high;
    return reading;
  };
  const Reading fallback = read(word.hard, word.soft, convention);
  quantity->hard = fallback.hard, quantity->soft = fallback.soft;
  for (const Convention& each : taxonomy.conventions) {
    const auto found = each.readings.find(word.id);
    const Reading reading = found == each.readings.end()
                                ? read(word.hard, word.soft, each.id)
                                : read(found->second.hard, found->second.soft, each.id);
    if (each.id == convention) quantity->hard = reading.hard, quantity->soft = reading.soft;
    quantity->readings.push_back(reading);
  }
}

}  // namespace counterclaim
