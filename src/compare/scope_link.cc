#include "compare/scope_link.h"

#include <algorithm>
#include <cstdlib>

namespace counterclaim {
namespace {

bool Inside(DayRange inner, DayRange outer) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

int Reach(Scope scope) {
  switch (scope) {
    case Scope::kIncident:
      return 1;
    case Scope::kDay:
      return 2;
    case Scope::kOperation:
      return 3;
    case Scope::kCumulative:
      return 4;
    default:
      return 0;
  }
}

bool Unplaced(const Item& item) {
  return item.claim->scope == Scope::kDay && !item.claim->place;
}

// In a town or province, on a day that nobody tells.
bool IsSpot(const Item& item) {
  return Narrow(*item.claim) && !item.when && item.claim->scope == Scope::kIncident;
}

// Of several days, in no place that its sentence names.
bool IsSpread(const Item& item) {
  return item.when && item.when->first < item.when->last && !item.claim->place;
}

}  // namespace

// Claims of an event are ordered by their days where their reach differs; of
// one without days the reach alone tells. "None" and "at most" hold inside their days only.
Link ScopeLink(const Item& a, const Item& b) {
  const bool zero_a = a.claim->quantity.hard.low == 0, zero_b = b.claim->quantity.hard.low == 0;
  const bool dated_a = a.when && !a.carried, dated_b = b.when && !b.carried;
  // "Nobody died during the assault" names a part of the event, "nobody died" does not.
  const auto bounded = [](const Item& x) { return !x.elsewhere || x.own_incident; };
  const bool none_dated = zero_a ? dated_a && bounded(a) : dated_b && bounded(b);
  if (zero_a != zero_b && none_dated) {
    const Item &none = zero_a ? a : b, &some = zero_a ? b : a;
    const bool open = !some.when && none.claim->scope == Scope::kIncident;
    const bool one =
        some.claim->scope == Scope::kIncident && none.claim->scope == some.claim->scope;
    const bool inside = some.when && (some.elsewhere || one ? some.when->Overlaps(*none.when)
                                                            : Inside(*some.when, *none.when));
    const bool some_dated = zero_a ? dated_b : dated_a;
    const bool whole_event = inside && (some_dated || a.claim->article == b.claim->article ||
                                        none.when->first == none.when->last);
    if (!whole_event && !open) return {Slot::kApart, false};
  }
  const int p = Reach(a.claim->scope), q = Reach(b.claim->scope);
  // What a day took is part of a toll that gives no day of its own.
  const auto own = [](const Item& x) { return x.when && !x.carried && !x.elsewhere; };
  const auto counts_day = [&](const Item& x) { return x.claim->scope == Scope::kDay && own(x); };
  const Item& toll = counts_day(a) ? b : a;  // of a place it is an attack, not a war's
  if (own(a) != own(b) && counts_day(a) != counts_day(b) && !toll.claim->place)
    return {counts_day(a) ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
  // One attack is part of a war's toll that gives no days of its own.
  if (own(a) != own(b) && ((p == 1 && own(a) && q == 4) || (q == 1 && own(b) && p == 4)))
    return {p < q ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
  if (dated_a && dated_b) {
    if (a.claim->scope == b.claim->scope) return {Slot::kSame, false};
    // A day's toll of no named place holds the incidents of the day.
    if (Unplaced(b) && a.when->Overlaps(*b.when) && p == 1) return {Slot::kFirstIsPart, false};
    if (Unplaced(a) && a.when->Overlaps(*b.when) && q == 1) return {Slot::kSecondIsPart, false};
    if (*a.when == *b.when) return {Slot::kSame, false};
    if (Inside(*a.when, *b.when)) return {Slot::kFirstIsPart, false};
    if (Inside(*b.when, *a.when)) return {Slot::kSecondIsPart, false};
    // "60 dead since Monday", and the 22 of a raid whose day another sentence tells
    if ((own(a) && own(b)) || std::max(p, q) < Reach(Scope::kCumulative))
      return {Slot::kSame, false};
  }
  // "Not a single aircraft was hit": at no time.
  if (zero_a != zero_b && !(zero_a ? dated_a : dated_b)) return {Slot::kSame, false};
  // "460 died at the hospital in El Fasher", and 2,000 "on Sunday and Monday" of no place
  if (IsSpot(a) && own(b) && IsSpread(b)) return {Slot::kFirstIsPart, false};
  if (IsSpot(b) && own(a) && IsSpread(a)) return {Slot::kSecondIsPart, false};
  // An incident beside an operation or a running sum, one of them undated: part of it.
  if (p > 0 && q > 0 && std::abs(p - q) >= 2)
    return {p < q ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
  return {Slot::kSame, false};
}

}  // namespace counterclaim
