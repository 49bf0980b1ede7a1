#include "compare/reach.h"

#include <algorithm>

#include "compare/intervals.h"
#include "compare/relation.h"

namespace counterclaim {

bool OfPartOnly(const Position& none, bool narrated) {
  const bool clerk = !none.first().narrator && !none.claim().source.party;
  return (clerk || narrated) && (!none.first().when || none.first().elsewhere) &&
         !NamesPlace(none.claim());
}

bool SeesPart(const Position& less, const Position& more, const Taxonomy& taxonomy) {
  const Source& source = less.claim().source;
  const bool bystander =
      source.person && !source.party && !source.body &&
      taxonomy.horizon.few_ratio * Figure(less.claim().quantity) < Figure(more.claim().quantity);
  return less.first().witness || bystander;
}

bool InOneTown(const Position& a, const Position& b) {
  const auto &p = a.claim().place, &q = b.claim().place;
  return Narrow(a.claim()) && q && p->id == q->id && p->town == q->town;
}

bool TellsPart(const Position& less, const Position& more, const Taxonomy& taxonomy) {
  const bool one = InOneTown(less, more) && Dated(less.first()) && Dated(more.first());
  // "Two soldiers of Mali", "47 Malian soldiers": one army is counted.
  const auto named = [&taxonomy](const Position& p) {
    return p.first().side && taxonomy.Fights(p.claim().object.category);
  };
  const bool army =
      named(less) && named(more) && less.first().names.side == more.first().names.side;
  return less.first().narrator && !more.first().narrator && !one && !army &&
         taxonomy.horizon.voice_ratio * Figure(less.claim().quantity) <
             Figure(more.claim().quantity);
}

bool Leaps(const Position& a, const Position& b, const Taxonomy& taxonomy) {
  const double x = Figure(a.claim().quantity), y = Figure(b.claim().quantity);
  const double less = std::min(x, y), more = std::max(x, y);
  return less >= taxonomy.horizon.many && more > taxonomy.horizon.leap_ratio * less;
}

bool KeptUp(const Position& earlier, const Position& later) {
  const auto& said = later.first().said;
  return said && std::any_of(earlier.items.begin(), earlier.items.end(), [&](const Item* item) {
           return item->persists && item->said && said->first <= item->said->first;
         });
}

bool SameSource(const Position& a, const Position& b) {
  return !a.first().unnamed && a.first().names.source == b.first().names.source;
}

bool AnyArticleShared(const Position& a, const Position& b) {
  return std::any_of(a.items.begin(), a.items.end(), [&b](const Item* x) {
    return std::any_of(b.items.begin(), b.items.end(),
                       [x](const Item* y) { return x->names.article == y->names.article; });
  });
}

bool Opposed(const Position& a, const Position& b, const PartyTable& parties) {
  const Item &x = a.first(), &y = b.first();
  if (!x.party || !y.party || SameSource(a, b)) return false;
  const auto allied = [&parties](const Item& one, const std::string& other) {
    const Party* party = parties.Find(PartyId(one.source));
    return party &&
           std::any_of(party->allies.begin(), party->allies.end(),
                       [&other](const PartyId& ally) { return Principal(ally).text == other; });
  };
  if (allied(x, y.source) || allied(y, x.source)) return false;
  if (!x.side || x.side != y.side) return true;
  const bool x_own = *x.side == x.source || allied(x, *x.side),
             y_own = *y.side == y.source || allied(y, *y.side);
  // Neither lost anything: two that count one enemy's dead, unless the dead are nobody's fighters.
  if (!x_own && !y_own)
    return x.claim->stake != Stake::kEnemyLoss || y.claim->stake != Stake::kEnemyLoss;
  return x_own != y_own;
}

}  // namespace counterclaim
