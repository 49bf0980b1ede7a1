#include "compare/relation.h"

#include <algorithm>
#include <cmath>

#include "compare/intervals.h"

namespace counterclaim {
namespace {

constexpr int kRunning = 30;       // days for which a toll may grow after the event
constexpr double kTelling = 10;    // figures below recur by chance

bool Comparable(Stance stance) { return stance == Stance::kAsserted || stance == Stance::kDenied; }
bool SameSource(const Position& a, const Position& b) {
  return !a.first().unnamed && a.first().source == b.first().source;
}
bool Zero(const Position& p) { return p.claim().quantity.hard.high == 0; }
bool Exact(const Position& p) { return p.claim().quantity.hard.IsPoint(); }
bool SameObject(const Position& a, const Position& b) { return a.first().side == b.first().side; }

bool AnyArticleShared(const Position& a, const Position& b) {
  return std::any_of(a.items.begin(), a.items.end(), [&b](const Item* x) {
    return std::any_of(b.items.begin(), b.items.end(), [x](const Item* y) { return x->claim->article == y->claim->article; });
  });
}

// The toll may still have grown when the later of the two was said.
bool Growing(const Position& earlier, const Position& later) {
  const auto& said = later.first().said;
  if (!said) return false;
  const auto& when = earlier.first().when ? earlier.first().when : later.first().when;
  return !when || said->first - when->last <= kRunning;
}

Disjoint Measure(const Quantity& a, const Quantity& b, Slot slot) {
  if (slot == Slot::kFirstIsPart) return PartExceeds(a, b);
  if (slot == Slot::kSecondIsPart) return PartExceeds(b, a);
  return SameSlot(a, b);
}

std::optional<Relation> Denial(const Position& a, const Position& b) {
  const bool x = a.claim().stance == Stance::kDenied, y = b.claim().stance == Stance::kDenied;
  if (!x && !y) return std::nullopt;
  Relation relation;
  if (x && y) return relation;
  const Position &denied = x ? a : b, &other = x ? b : a;
  if (denied.claim().metric != other.claim().metric || SameSource(a, b)) return relation;
  if (!SameFigure(denied.claim().quantity, other.claim().quantity)) return relation;
  relation.kind = Kind::kDenial;
  for (const Item* item : other.items) {
    for (const Source& link : item->claim->chain) {
      if (link.party && Principal(*link.party).text == denied.first().source) relation.kind = Kind::kMisattribution;
    }
  }
  return relation;
}

// One figure that travelled: told again, changed on the way, or put at the wrong door.
std::optional<Relation> Copy(const Position& a, const Position& b, const Taxonomy& taxonomy) {
  const Claim &p = a.claim(), &q = b.claim();
  if (AnyArticleShared(a, b) || Zero(a) || Zero(b) || !SameFigure(p.quantity, q.quantity)) return std::nullopt;
  const bool telling = Figure(p.quantity) >= kTelling;
  const bool one_metric = p.metric == q.metric;
  Relation relation;
  if (SameSource(a, b) && one_metric && a.first().side && b.first().side && !SameObject(a, b)) {
    relation.kind = Kind::kMisattribution;
    return relation;
  }
  if (!SameObject(a, b) && a.first().side && b.first().side) return std::nullopt;
  const bool narrated = a.first().narrator != b.first().narrator;
  if (SameSource(a, b) && !a.first().narrator && p.quantity.hard != q.quantity.hard && one_metric &&
      p.quantity.bound != q.quantity.bound && (Exact(a) || Exact(b))) {
    relation.kind = Kind::kMutation;
    relation.hints.push_back("bound-dropped");
    return relation;
  }
  const bool related = taxonomy.AtMost(p.metric, q.metric) || taxonomy.AtMost(q.metric, p.metric) ||
                       (p.object.category && p.object.category == q.object.category);
  if (SameSource(a, b) && !one_metric && related && telling && !a.first().narrator) {
    relation.kind = Kind::kMutation;
    relation.hints.push_back("metric-changed");
    return relation;
  }
  if (narrated && one_metric && telling && SameObject(a, b)) {
    relation.kind = Kind::kMutation;
    relation.hints.push_back("source-dropped");
    return relation;
  }
  return std::nullopt;
}

std::vector<std::string> HoldsUnder(const Position& a, const Position& b, Slot slot, bool both, const Taxonomy& taxonomy) {
  std::vector<std::string> names;
  for (const Convention& convention : taxonomy.conventions) {
    const Disjoint d = Measure(ReadUnder(a.claim().quantity, convention.id), ReadUnder(b.claim().quantity, convention.id), slot);
    if (both ? d.both() : d.any()) names.push_back(convention.id);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Organ(const Position& p) { return p.claim().source.party ? p.claim().source.party->text : ""; }

// One source, two figures.
Relation OneSource(const Position& a, const Position& b, const SlotRelation& slot, Disjoint d, const Taxonomy& taxonomy) {
  Relation relation;
  const bool a_first = Before(a.first(), b.first()), b_first = Before(b.first(), a.first());
  const Position& earlier = b_first ? b : a;
  const Position& later = b_first ? a : b;
  const double from = Figure(earlier.claim().quantity), to = Figure(later.claim().quantity);
  const bool same = slot.slot == Slot::kSame;
  const Slot growing = &earlier == &a ? Slot::kFirstIsPart : Slot::kSecondIsPart;
  if (a_first || b_first) {
    if (from == to) return relation;
    if (to > from) {
      const bool wider = slot.slot == growing && (slot.metric_order || slot.scope_order || !earlier.part);
      if (same || d.any() || wider) {
        const bool category_only = !same && !slot.metric_order && slot.category_order && d.any();
        if (!category_only) relation.kind = Kind::kUpdate;
      }
      return relation;
    }
    if (d.hard) relation.kind = Kind::kRevision;
    return relation;
  }
  if (!d.any()) return relation;
  const Metric* metric = taxonomy.FindMetric(a.claim().metric);
  if (metric && (metric->stock || !metric->loss)) return relation;
  // Of two groups in one article, one of them nameless, neither need be the other.
  const bool unnamed_group = !a.claim().object.category || !b.claim().object.category;
  const bool people = !metric || metric->kind == MetricKind::kPeople;
  if (unnamed_group && people && !same) return relation;
  if (slot.presumed && slot.category_order) return relation;
  if (InOneArticle(a, b) && unnamed_group && a.claim().source.text == b.claim().source.text) return relation;
  relation.kind = d.both() ? Kind::kSelfContradiction : Kind::kTension;
  if (slot.presumed) relation.kind = Kind::kTension;
  if (Organ(a) != Organ(b)) relation.hints.push_back("organs");
  return relation;
}

Relation TwoSources(const Position& a, const Position& b, const SlotRelation& slot, Disjoint d, const Taxonomy& taxonomy) {
  Relation relation;
  const bool opposed = Opposed(a, b);
  const bool a_first = Before(a.first(), b.first()), b_first = Before(b.first(), a.first());
  const Position& earlier = b_first ? b : a;
  const Position& later = b_first ? a : b;
  if ((a_first || b_first) && !opposed && d.any() && !Zero(a) && !Zero(b) && Growing(earlier, later) &&
      Figure(later.claim().quantity) > Figure(earlier.claim().quantity)) {
    const bool third = !a.first().party && !b.first().party;
    if (third && slot.slot == Slot::kSame) relation.kind = Kind::kUpdate;
    return relation;
  }
  const bool united = !a.claim().object.union_with.empty() || !b.claim().object.union_with.empty();
  if (d.any()) {
    const bool both = d.both() && !slot.presumed && !united;
    relation.kind = both ? Kind::kContradiction : Kind::kTension;
    relation.holds_under = HoldsUnder(a, b, slot.slot, both, taxonomy);
    if (united) relation.hints.push_back("union-of-sides");
    if (slot.presumed) relation.hints.push_back("presumed-subset");
    if (opposed) relation.labels.push_back(Kind::kMirrorDiscrepancy);
    return relation;
  }
  if (Zero(a) || Zero(b) || slot.slot != Slot::kSame) return relation;
  const bool heard = !a.first().narrator && !b.first().narrator && !a.first().unnamed && !b.first().unnamed;
  if (Exact(a) && Exact(b) && heard) {
    relation.kind = Kind::kCorroboration;
    const CategoryId civilian("civilian");
    const auto &x = a.claim().object.category, &y = b.claim().object.category;
    if (opposed && !AnyArticleShared(a, b) && x && x == y && taxonomy.Subset(*x, civilian) == SubsetStrength::kHard &&
        Figure(a.claim().quantity) >= kTelling) {
      relation.kind = Kind::kMisattribution;
    }
  } else if (a.claim().quantity.hard.Contains(b.claim().quantity.hard) || b.claim().quantity.hard.Contains(a.claim().quantity.hard)) {
    relation.kind = Kind::kRefinement;
  }
  return relation;
}

}  // namespace

bool Opposed(const Position& a, const Position& b) {
  if (!a.first().party || !b.first().party || SameSource(a, b)) return false;
  return true;
}

Relation Relate(const Position& a, const Position& b, const Rulebook& rulebook) {
  Relation relation;
  if (!Comparable(a.claim().stance) || !Comparable(b.claim().stance)) return relation;
  const Taxonomy& taxonomy = rulebook.taxonomy;
  if (auto denial = Denial(a, b)) return *denial;
  if (auto copy = Copy(a, b, taxonomy)) return *copy;
  const SlotRelation slot = RelateSlots(a, b, taxonomy);
  if (slot.slot == Slot::kApart) {
    relation.reason = slot.reason;
    return relation;
  }
  const Claim *whole_a = a.first().whole, *whole_b = b.first().whole;
  const bool kin = whole_a == &b.claim() || whole_b == &a.claim() || (whole_a && whole_a == whole_b);
  if (kin) return relation;
  const bool equal = a.claim().quantity.hard == b.claim().quantity.hard;
  if ((a.vague_part || b.vague_part) && !equal) {
    const bool successive = a.vague_part && b.vague_part && SameSource(a, b) && !InOneArticle(a, b) && a.first().side && SameObject(a, b);
    if (!successive) return relation;
  }
  if (slot.slot == Slot::kExclude) {
    if (Opposed(a, b) && !a.part && !b.part) relation.kind = Kind::kStatusDispute;
    else relation.reason = "category";
    return relation;
  }
  if (slot.presumed && (a.part || b.part)) return relation;
  if (a.part && b.part && whole_a->object.party != whole_b->object.party) return relation;
  const Disjoint d = Measure(a.claim().quantity, b.claim().quantity, slot.slot);
  return SameSource(a, b) ? OneSource(a, b, slot, d, taxonomy) : TwoSources(a, b, slot, d, taxonomy);
}

}  // namespace counterclaim
