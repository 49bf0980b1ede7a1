#include "compare/relation.h"

#include <algorithm>
#include <set>

#include "compare/intervals.h"
#include "compare/reach.h"

namespace counterclaim {
namespace {

constexpr double kAlike = 4;     // times that two counts of the same dead may differ
constexpr double kOthers = 4;    // times by which no toll of a group becomes that of all
constexpr double kTelling = 10;  // figures below recur by chance

bool Comparable(Stance stance) {
  return stance == Stance::kAsserted || stance == Stance::kDenied;
}
bool SameObject(const Position& a, const Position& b) {
  return a.first().names.side == b.first().names.side;
}

// The toll may still have grown when the later of the two was said; and what one who takes no
// side counted in the first weeks was no last word.
bool Growing(const Position& earlier, const Position& later, const Taxonomy& taxonomy) {
  const auto& said = later.first().said;
  if (!said) return false;
  const auto& when = earlier.first().when ? earlier.first().when : later.first().when;
  const auto within = [&](Day day) { return day - when->last <= taxonomy.horizon.growing_days; };
  const auto& first = earlier.first().said;
  return !when || within(said->first) || (first && !earlier.first().party && within(first->last));
}

// "Several were hurt": who says so has not counted, and disputes no count of many.
bool Uncounted(const Position& x) {
  const Quantity& quantity = x.claim().quantity;
  return quantity.bound == Bound::kVague && static_cast<double>(quantity.soft.high) < kTelling;
}

Disjoint Measure(const Quantity& a, const Quantity& b, Slot slot) {
  if (slot == Slot::kFirstIsPart) return PartExceeds(a, b);
  if (slot == Slot::kSecondIsPart) return PartExceeds(b, a);
  return SameSlot(a, b);
}

std::uint64_t HoldsUnder(const Position& a, const Position& b, Slot slot, bool both,
                         const Taxonomy& taxonomy) {
  const Quantity &p = a.claim().quantity, &q = b.claim().quantity;
  std::uint64_t holds = 0;
  for (std::size_t i = 0; i < taxonomy.conventions.size(); ++i) {
    const std::string& id = taxonomy.conventions[i].id;
    const Disjoint d = Measure(ReadUnder(p, id), ReadUnder(q, id), slot);
    if (both ? d.both() : d.any()) holds |= std::uint64_t{1} << i;
  }
  return holds;
}

bool OneOrgan(const Position& a, const Position& b) {
  return a.claim().source.party == b.claim().source.party;
}

bool OneSentence(const Position& a, const Position& b) {
  return a.claim().article == b.claim().article && a.claim().in_title == b.claim().in_title &&
         a.claim().sentence == b.claim().sentence;
}

bool People(const Claim& claim, const Taxonomy& taxonomy) {
  const Metric* metric = taxonomy.FindMetric(claim.metric);
  return !metric || metric->kind == MetricKind::kPeople;
}

// One source, two statements in order.
Relation InOrder(const Position& earlier, const Position& later, Slot slot, bool first_is_earlier,
                 const SlotRelation& link, Disjoint d) {
  Relation relation;
  const double from = Figure(earlier.claim().quantity), to = Figure(later.claim().quantity);
  if (to < from && d.hard) relation.kind = Kind::kRevision;
  if (to <= from) return relation;
  const bool same = slot == Slot::kSame;
  const Slot growing = first_is_earlier ? Slot::kFirstIsPart : Slot::kSecondIsPart;
  // "Three policemen died", then "290 people died": the policemen are still three.
  const bool others = link.category_order && to > kOthers * from;
  const bool wider =
      slot == growing && (link.scope_order || (!link.metric_order && !earlier.part && !others));
  // "Twelve dead", then "13 civilians": the part is more than the whole was.
  const bool grown = d.hard && slot != growing && !later.part && !Zero(earlier);
  if (!same && !link.metric_order && link.category_order && d.any() && !grown) return relation;
  if (same || d.any() || wider) relation.kind = Kind::kUpdate;
  return relation;
}

// Words of four letters and more.
std::set<std::string> LongWords(const std::optional<std::string>& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text.value_or("") + " ") {
    const auto u = static_cast<unsigned char>(c);
    const bool letter = u >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter)
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    else {
      if (word.size() > 3) words.insert(word);
      word.clear();
    }
  }
  return words;
}

// "110 ballistic missiles and 30 cruise missiles" of one counter are two kinds.
bool OtherKind(const Position& a, const Position& b) {
  if (a.first().beside.empty() || b.first().beside.empty()) return false;
  const std::set<std::string> x = LongWords(a.claim().object_text),
                              y = LongWords(b.claim().object_text);
  const auto beyond = [](const std::set<std::string>& p, const std::set<std::string>& q) {
    return std::any_of(p.begin(), p.end(),
                       [&q](const std::string& word) { return q.count(word) == 0; });
  };
  return beyond(x, y) && beyond(y, x);
}

// One source, two statements of one time.
Relation AtOnce(const Position& a, const Position& b, const SlotRelation& slot, Disjoint d,
                const Taxonomy& taxonomy) {
  Relation relation;
  if (!d.any() || OneSentence(a, b)) return relation;
  const Claim &p = a.claim(), &q = b.claim();
  const Metric* metric = taxonomy.FindMetric(p.metric);
  const bool things = metric && metric->kind == MetricKind::kThings;
  // Two organs that count the missing of one evening; else a state moves.
  const bool at_once = p.said && p.said == q.said && !OneOrgan(a, b);
  if (metric && ((metric->stock && !at_once) || (!metric->loss && !metric->stock && !things)))
    return relation;
  if (things && OtherKind(a, b)) return relation;
  // Of two groups in one article, one of them nameless, neither need be the other.
  const bool unnamed_group = !p.object.category || !q.object.category;
  const bool same = slot.slot == Slot::kSame;
  if (unnamed_group && People(p, taxonomy) && !same) return relation;
  if (slot.presumed && slot.category_order) return relation;
  if (InOneArticle(a, b) && unnamed_group && p.source.text == q.source.text) return relation;
  // "Not one hostage died during the assault": of no day of its own, it is of a part of the event.
  const Position& none = Zero(a) ? a : b;
  if (InOneArticle(a, b) && Zero(a) != Zero(b) && (!none.first().when || none.first().elsewhere))
    return relation;
  // "Several were hurt, eleven in all": the vague count stands for the other.
  const bool vague = p.quantity.bound == Bound::kVague || q.quantity.bound == Bound::kVague;
  if (vague && !d.both()) return relation;
  // A counter who takes no side gives two figures of a growing toll: one came first.
  const bool third = !a.first().party && !b.first().party && OneOrgan(a, b);
  if (third && same && d.hard && People(p, taxonomy) && Growing(a, b, taxonomy) && !Zero(a) &&
      !Zero(b)) {
    relation.kind = Kind::kUpdate;
    return relation;
  }
  relation.kind = d.both() && !slot.presumed ? Kind::kSelfContradiction : Kind::kTension;
  if (!OneOrgan(a, b)) relation.Hint("organs");
  return relation;
}

// "the mayor", "the regional emergency centre": each counts where it rules.
bool TwoOffices(const Position& a, const Position& b) {
  const Source &p = a.claim().source, &q = b.claim().source;
  return a.first().local_organ && b.first().local_organ && !p.person != !q.person &&
         p.text != q.text;
}

Relation OneSource(const Position& a, const Position& b, const SlotRelation& slot, Disjoint d,
                   const Taxonomy& taxonomy) {
  Relation relation;
  // A governor and a ministry, an army that denies and a hospital: nobody changed his figure.
  const bool local = a.first().local_organ;
  const bool levels = local != b.first().local_organ || TwoOffices(a, b);
  const bool moves = (!levels || InOneTown(a, b)) && (Zero(a) == Zero(b) || OneOrgan(a, b));
  const Interval part = (local ? a : b).claim().quantity.hard;
  const Interval whole = (local ? b : a).claim().quantity.hard;
  // More than in all of the country, unless that toll was given before.
  const Position &of_town = local ? a : b, &of_all = local ? b : a;
  const bool more = levels && part.low > whole.high && !Zero(of_all);
  const bool grown =
      more && Before(of_all.first(), of_town.first()) && Growing(of_all, of_town, taxonomy);
  const bool exceeds = levels && part.low > whole.high && !grown;
  if (Leaps(a, b, taxonomy)) return relation;
  if (moves && Before(a.first(), b.first()))
    relation = InOrder(a, b, slot.slot, true, slot, d);
  else if (moves && Before(b.first(), a.first()))
    relation = InOrder(b, a, slot.slot, false, slot, d);
  else if (moves || exceeds)
    relation = AtOnce(a, b, slot, d, taxonomy);
  else if (grown)
    relation = InOrder(of_all, of_town, slot.slot, !local, slot, d);
  // A part within its whole.
  if (!relation.kind && !d.any() && slot.slot != Slot::kSame && !Zero(a) && !Zero(b))
    relation.kind = Kind::kRefinement;
  return relation;
}

bool NoLimit(const Position& p) {
  return p.claim().quantity.hard.high == kNoLimit;
}

bool Heard(const Position& p) {
  return !p.first().narrator && !p.first().unnamed;
}

// One takes its figure from the other, or both stand in copies of one passage.
bool OneOrigin(const Position& a, const Position& b) {
  const auto cites = [](const Position& x, const Position& y) {
    return std::any_of(x.items.begin(), x.items.end(), [&y](const Item* item) {
      return std::any_of(item->claim->chain.begin(), item->claim->chain.end(),
                         [&y](const Source& link) {
                           return link.party && y.claim().source.party &&
                                  Principal(*link.party) == Principal(*y.claim().source.party);
                         });
    });
  };
  return cites(a, b) || cites(b, a);
}

bool Civilians(const Position& p, const Taxonomy& taxonomy) {
  const auto& id = p.claim().object.category;
  const Category* category = id ? taxonomy.FindCategory(*id) : nullptr;
  return category && category->civilian;
}

// No number was contradicted: who says the same, and who narrows the other?
Relation Agreeing(const Position& a, const Position& b, const SlotRelation& slot, bool opposed,
                  const Taxonomy& taxonomy) {
  Relation relation;
  const Quantity &p = a.claim().quantity, &q = b.claim().quantity;
  if (Zero(a) || Zero(b)) return relation;
  if (slot.slot != Slot::kSame) {
    const double x = Figure(p), y = Figure(q),
                 ratio = std::min(x, y) > 0 ? std::max(x, y) / std::min(x, y) : 1;
    const bool whole = !a.part && !b.part;  // not "including a brigadier"
    // "51 of Saada", "51 in the raid": the same figure, of what one tells more closely.
    const bool one = !slot.metric_order && !slot.category_order && !slot.scope_order && whole &&
                     !slot.presumed && Exact(a) && Exact(b) && p.hard == q.hard && Heard(a) &&
                     Heard(b) && !OneOrigin(a, b) && Figure(p) >= kTelling;
    relation.kind = one ? Kind::kCorroboration
                    : opposed && whole && ratio >= taxonomy.horizon.mirror_ratio && a.first().side
                        ? Kind::kMirrorDiscrepancy
                        : Kind::kRefinement;
    return relation;
  }
  if (Heard(a) && Heard(b) && !OneOrigin(a, b)) {
    const auto near = [](const Quantity& exact, const Quantity& other) {
      return exact.hard.IsPoint() && other.approximate && other.hard.high != kNoLimit &&
             other.soft.Contains(exact.hard);
    };
    if (Exact(a) && Exact(b)) {
      relation.kind = Kind::kCorroboration;
      // Two that fight over the dead do not find the same civilians by chance.
      if (opposed && !AnyArticleShared(a, b) && Civilians(a, taxonomy) && Civilians(b, taxonomy) &&
          Figure(p) >= kTelling)
        relation.kind = Kind::kMisattribution;
      return relation;
    }
    if (near(p, q) || near(q, p)) {
      relation.kind = Kind::kCorroboration;
      return relation;
    }
  }
  if (p.hard.Contains(q.hard) || q.hard.Contains(p.hard)) relation.kind = Kind::kRefinement;
  return relation;
}

Relation TwoSources(const Position& a, const Position& b, const SlotRelation& slot, Disjoint d,
                    const Rulebook& rulebook) {
  Relation relation;
  const bool opposed = Opposed(a, b, rulebook.parties);
  const bool a_first = Before(a.first(), b.first()), b_first = Before(b.first(), a.first());
  const Position& earlier = b_first ? b : a;
  const Position& later = b_first ? a : b;
  const bool grew = Figure(later.claim().quantity) > Figure(earlier.claim().quantity);
  const Position &none = Zero(a) ? a : b, &some = Zero(a) ? b : a;
  if (Zero(a) != Zero(b) && OfPartOnly(none, InOneArticle(a, b) && some.first().narrator)) {
    relation.reason = "event";
    return relation;
  }
  // A hospital counts those who came to it, whatever the toll is.
  const bool a_less = Figure(a.claim().quantity) < Figure(b.claim().quantity);
  const Position &less = a_less ? a : b, &more = a_less ? b : a;
  if (d.any() && !Zero(a) && !Zero(b) && SeesPart(less, more, rulebook.taxonomy)) {
    relation.reason = "part";
    return relation;
  }
  const bool third = !a.first().party && !b.first().party;
  const bool growing =
      grew && Growing(earlier, later, rulebook.taxonomy) && !KeptUp(earlier, later);
  // The missing of Friday are no longer those of Wednesday.
  const bool moved = a.first().stock && b.first().stock && a.first().said != b.first().said;
  if ((a_first || b_first) && !opposed && d.any() && !Zero(a) && !Zero(b) && (growing || moved)) {
    if (third && slot.slot == Slot::kSame) relation.kind = Kind::kUpdate;
    return relation;
  }
  // "At least 44", and later another observer's 53.
  if ((a_first || b_first) && third && grew && slot.slot == Slot::kSame && NoLimit(earlier) &&
      !d.any() && earlier.claim().quantity.bound != Bound::kVague &&
      Growing(earlier, later, rulebook.taxonomy) && !Zero(earlier)) {
    relation.kind = Kind::kUpdate;
    return relation;
  }
  // Two lower bounds of which nothing tells the order: the toll may have grown.
  const bool undated = !a.first().said || !b.first().said;
  if (undated && !opposed && !d.hard && NoLimit(a) && NoLimit(b)) d = {};
  if (!d.any()) {
    relation = Agreeing(a, b, slot, opposed, rulebook.taxonomy);
    relation.opposed = opposed;
    return relation;
  }
  if (!Zero(a) && !Zero(b) &&
      ((!opposed && Leaps(a, b, rulebook.taxonomy)) || TellsPart(less, more, rulebook.taxonomy))) {
    relation.reason = "part";
    return relation;
  }
  const bool united = !a.claim().object.union_with.empty() || !b.claim().object.union_with.empty();
  const bool both = d.both() && !slot.presumed && !united;
  relation.kind = both ? Kind::kContradiction : Kind::kTension;
  relation.opposed = opposed;
  relation.holds_under = HoldsUnder(a, b, slot.slot, both, rulebook.taxonomy);
  if (united) relation.Hint("union-of-sides");
  if (slot.presumed) relation.Hint("presumed-subset");
  if (opposed && a.first().side) relation.label = Kind::kMirrorDiscrepancy;
  return relation;
}

bool SameWords(const Position& a, const Position& b) {
  const std::set<std::string> x = LongWords(a.claim().object_text),
                              y = LongWords(b.claim().object_text);
  return std::any_of(x.begin(), x.end(),
                     [&y](const std::string& word) { return y.count(word) > 0; });
}

// Parts of which nothing tells what part they are say nothing about others, but
// for the same part of a later statement.
bool PartsStop(const Position& a, const Position& b) {
  const bool equal = a.claim().quantity.hard == b.claim().quantity.hard;
  if ((!a.vague_part && !b.vague_part) || equal) return false;
  // "79 of them died in one raid; the ministry had earlier given that toll as 71"
  if (OneSentence(a, b) && a.claim().earlier != b.claim().earlier && SameSource(a, b)) return false;
  return !(a.vague_part && b.vague_part && SameSource(a, b) && !InOneArticle(a, b) &&
           SameObject(a, b) && SameWords(a, b));
}

// A party calls those it killed fighters, another source calls them civilians;
// two civilians and 400 soldiers are not the same dead.
bool Disputes(const Position& a, const Position& b, const Taxonomy& taxonomy) {
  const double x = Figure(a.claim().quantity), y = Figure(b.claim().quantity);
  if (std::min(x, y) <= 0 || std::max(x, y) > kAlike * std::min(x, y)) return false;
  if (!Civilians(a, taxonomy) && !Civilians(b, taxonomy)) return false;
  const Position& fighters = Civilians(a, taxonomy) ? b : a;
  const bool own = fighters.first().side == fighters.first().source;
  return fighters.first().party && !own && Heard(a) && Heard(b) && !SameSource(a, b);
}

}  // namespace

Relation Relate(const Position& a, const Position& b, const Rulebook& rulebook) {
  Relation relation;
  if (!Comparable(a.claim().stance) || !Comparable(b.claim().stance)) return relation;
  const Taxonomy& taxonomy = rulebook.taxonomy;
  if (auto denial = RelateDenial(a, b)) return *denial;
  if (auto copy = RelateCopy(a, b, taxonomy)) return *copy;
  const Claim *whole_a = a.first().whole, *whole_b = b.first().whole;
  if (whole_a == &b.claim() || whole_b == &a.claim()) {
    relation.kind = Kind::kRefinement;
    return relation;
  }
  SlotRelation slot = RelateSlots(a, b, taxonomy);
  if (slot.slot == Slot::kApart) {
    relation.reason = slot.reason;
    return relation;
  }
  if ((whole_a && whole_a == whole_b) || PartsStop(a, b)) {
    relation.reason = "part";
    return relation;
  }
  const bool opposed = Opposed(a, b, rulebook.parties);
  if (slot.slot == Slot::kExclude) {
    if (!a.part && !b.part && Disputes(a, b, taxonomy))
      relation.kind = Kind::kStatusDispute;
    else
      relation.reason = "category";
    relation.opposed = opposed;
    return relation;
  }
  const Position& none = Zero(a) ? a : b;
  const bool groups = a.first().group && b.first().group;  // inmates and prisoners
  if (Zero(a) != Zero(b) && none.first().group && !groups) {
    relation.reason = "part";
    return relation;
  }
  if (slot.presumed && (a.part || b.part)) return relation;
  if (a.part && b.part && whole_a->object.party != whole_b->object.party) return relation;
  Disjoint d = Measure(a.claim().quantity, b.claim().quantity, slot.slot);
  if (!d.hard && (Uncounted(a) || Uncounted(b))) d.soft = false;
  return SameSource(a, b) ? OneSource(a, b, slot, d, taxonomy)
                          : TwoSources(a, b, slot, d, rulebook);
}

}  // namespace counterclaim
