#include "quantity/share.h"

#include <cmath>

namespace counterclaim {
namespace {

// The part of one that a fraction or a percentage names; nothing for any other number.
std::optional<double> ShareOf(const Quantity& quantity) {
  if (!quantity.value || quantity.increment || quantity.others) return std::nullopt;
  const bool fraction = quantity.kind == NumberKind::kOther && *quantity.value < 1;
  const bool percent = quantity.kind == NumberKind::kPercentage && *quantity.value <= 100;
  if (*quantity.value <= 0 || !(fraction || percent)) return std::nullopt;
  return percent ? *quantity.value / 100 : *quantity.value;
}

// Half of the last digit of a percentage, whole or with a decimal.
double SlipOf(const Quantity& share) {
  if (share.kind != NumberKind::kPercentage) return 0;
  return std::floor(*share.value) == *share.value ? 0.005 : 0.0005;
}

Interval ShareInterval(const Quantity& share, double low, double high, std::int64_t whole) {
  const auto down = static_cast<std::int64_t>(std::floor(low));
  const auto up = std::min(static_cast<std::int64_t>(std::ceil(high)), whole);
  switch (share.bound) {
    case Bound::kAtLeast:
      return {up, whole};
    case Bound::kMoreThan:
      return {static_cast<std::int64_t>(std::floor(high)) + 1, whole};
    case Bound::kAtMost:
      return {0, down};
    case Bound::kLessThan:
      return {0, std::max<std::int64_t>(static_cast<std::int64_t>(std::ceil(low)) - 1, 0)};
    case Bound::kExact:
      return {down, up};
    default:
      return HardInterval(share.bound, std::round((low + high) / 2));
  }
}

// Whether nothing but a unit, "of" and a word such as "the" stands between them.
bool Beside(const TextLayer& layer, const Language& language, const Quantity& share,
            std::uint32_t whole) {
  std::uint32_t at = share.end_token;
  while (at < whole && share.unit && share.kind == NumberKind::kPercentage &&
         layer.tokens[at].span.begin < share.unit->end)
    ++at;
  bool of = false, article = false;
  for (; at < whole; ++at) {
    const WordClasses bits = language.syntax.ClassOf(layer.tokens[at].word);
    if (!of && !article && (bits & kOf)) {
      of = true;
    } else if (!article && (bits & (kDeterminer | kPossessive))) {
      article = true;
    } else {
      return false;
    }
  }
  return of || article;
}

}  // namespace

void ReadShares(const TextLayer& layer, const Language& language, std::size_t first,
                std::vector<Quantity>* found) {
  for (std::size_t i = first; i + 1 < found->size(); ++i) {
    Quantity& share = (*found)[i];
    const Quantity& whole = (*found)[i + 1];
    const auto part = ShareOf(share);
    if (!part || whole.kind != NumberKind::kCount || whole.bound != Bound::kExact ||
        !whole.hard.IsPoint() || whole.hard.low < 2 ||
        !Beside(layer, language, share, whole.first_token))
      continue;
    const auto all = static_cast<double>(whole.hard.low);
    const double slip = SlipOf(share);
    const double value = *part * all;
    share.hard = ShareInterval(share, value - slip * all, value + slip * all, whole.hard.low);
    share.soft = share.hard;
    share.approximate = share.approximate || !share.hard.IsPoint();
    share.value = std::round(value);
    if (share.kind == NumberKind::kPercentage && share.unit) {
      while (share.end_token < whole.first_token &&
             layer.tokens[share.end_token].span.begin < share.unit->end)
        ++share.end_token;
      share.span.end = std::max(share.span.end, share.unit->end);
    }
    share.kind = NumberKind::kCount;
  }
}

}  // namespace counterclaim
