#include "compare/reach.h"

#include <algorithm>

#include "compare/intervals.h"

namespace counterclaim {

bool OfPartOnly(const Position& none, bool narrated) {
  const auto& place = none.claim().place;
  const bool clerk = !none.first().narrator && !none.claim().source.party;
  return (clerk || narrated) && (!none.first().when || none.first().elsewhere) &&
         !(place && place->span && none.claim().sentence.Contains(*place->span));
}

bool SeesPart(const Position& less, const Position& more, const Taxonomy& taxonomy) {
  const Source& source = less.claim().source;
  const bool bystander =
      source.person && !source.party && !source.body &&
      taxonomy.horizon.few_ratio * Figure(less.claim().quantity) < Figure(more.claim().quantity);
  return less.first().witness || bystander;
}

bool Leaps(const Position& a, const Position& b, const Taxonomy& taxonomy) {
  const double x = Figure(a.claim().quantity), y = Figure(b.claim().quantity);
  const double less = std::min(x, y), more = std::max(x, y);
  return less >= taxonomy.horizon.many && more > taxonomy.horizon.leap_ratio * less;
}

}  // namespace counterclaim
