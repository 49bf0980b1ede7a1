#include "compare/slots.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "compare/scope_link.h"

namespace counterclaim {
namespace {

constexpr std::int64_t kFew = 3;  // persons told of one by one: "a girl and her mother"

Link MetricLink(const MetricId& a, const MetricId& b, const Taxonomy& taxonomy) {
  if (a == b) return {Slot::kSame, false};
  if (taxonomy.AtMost(a, b)) return {Slot::kFirstIsPart, false};
  if (taxonomy.AtMost(b, a)) return {Slot::kSecondIsPart, false};
  const Metric *x = taxonomy.FindMetric(a), *y = taxonomy.FindMetric(b);
  auto has = [](const std::vector<MetricId>& list, const MetricId& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
  };
  if (x && y && (has(x->soft_equal, b) || has(y->soft_equal, a))) return {Slot::kSame, true};
  if (x && y && (has(x->mirrors, b) || has(y->mirrors, a))) return {Slot::kSame, false};
  return {Slot::kApart, false};
}

// "No aircraft was hit", "five were downed": of none hit none was downed.
Link NoneLink(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  const auto covers = [&taxonomy](const Item& none, const Item& some) {
    const Metric* metric = taxonomy.FindMetric(none.claim->metric);
    return none.claim->quantity.hard.high == 0 && !none.broader && metric &&
           std::find(metric->if_none.begin(), metric->if_none.end(), some.claim->metric) !=
               metric->if_none.end();
  };
  if (covers(a, b)) return {Slot::kSecondIsPart, false};
  if (covers(b, a)) return {Slot::kFirstIsPart, false};
  return {Slot::kApart, false};
}

bool People(const Taxonomy& taxonomy, const MetricId& metric) {
  const Metric* found = taxonomy.FindMetric(metric);
  return !found || found->kind == MetricKind::kPeople;
}

// "250 executed" are part of those killed.
Link MannerLink(const Claim& a, const Claim& b) {
  if (a.manner == b.manner) return {Slot::kSame, false};
  if (!a.manner.empty() && !b.manner.empty()) return {Slot::kApart, false};
  return {a.manner.empty() ? Slot::kSecondIsPart : Slot::kFirstIsPart, false};
}

// Things that two parties count without saying whose: each means the other's.
bool EachOthers(const Item& a, const Item& b, const Metric* metric) {
  return a.party && b.party && a.source != b.source && !a.side && !b.side && metric &&
         metric->loss && metric->kind != MetricKind::kPeople;
}

// The side of people who do not fight is a guess, from where they were or who
// counts them; those that a party counts as its own are its own.
bool Guessed(const Item& item, const Taxonomy& taxonomy) {
  const auto& object = item.claim->object;
  const Metric* metric = taxonomy.FindMetric(item.claim->metric);
  return object.resolved && !(item.party && item.side == item.source) && metric &&
         metric->kind == MetricKind::kPeople && !taxonomy.Armed(object.category);
}

// "Its losses were nine dead" and 27 civilians of another side: two groups of people.
bool OwnAndCivilians(const Item& own, const Item& other, const Taxonomy& taxonomy) {
  const auto civilian = [&taxonomy](const Item& item) {
    const auto& category = item.claim->object.category;
    const Category* known = category ? taxonomy.FindCategory(*category) : nullptr;
    return known && known->civilian;
  };
  return own.party && own.side && own.side == own.source && !civilian(own) && civilian(other);
}

bool OnePlace(const Claim& a, const Claim& b) {
  return a.place && b.place && a.place->id && a.place->id == b.place->id &&
         a.place->town == b.place->town;
}

// "464 of its citizens", counted by their state.
bool OwnPeople(const Item& item) {
  return item.side && item.claim->source.party &&
         Principal(*item.claim->source.party).text == *item.side;
}

Link SideLink(const Item& a, const Item& b, const Metric* metric, const Taxonomy& taxonomy) {
  if (EachOthers(a, b, metric)) return {Slot::kApart, false};
  if (a.side == b.side) return {Slot::kSame, false};
  if (a.side && b.side && OwnPeople(a) && OwnPeople(b) && !a.party && !b.party)
    return {Slot::kApart, false};  // "Iran's 464", "Mali's 305"
  // A state that mourns its own, and a toll of all: whose they are is a guess.
  if (a.side && b.side && OwnPeople(a) != OwnPeople(b) && !a.party && !b.party) {
    const Item& all = OwnPeople(a) ? b : a;
    if (Guessed(all, taxonomy))
      return {OwnPeople(a) ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
  }
  const bool told = !a.claim->object.resolved || !b.claim->object.resolved;
  const bool two = OwnAndCivilians(a, b, taxonomy) || OwnAndCivilians(b, a, taxonomy);
  const bool bridged = !told && !two && (Guessed(a, taxonomy) || Guessed(b, taxonomy)) &&
                       (OnePlace(*a.claim, *b.claim) || (!a.party && !b.party));
  // "33 attackers" of a state, and the 12 fighters whom a group says it lost.
  const bool rebels = taxonomy.Rebel(a.claim->object.category) &&
                      taxonomy.Rebel(b.claim->object.category) && a.party && b.party;
  if (rebels && !(a.side && b.side) && (a.side == a.source || b.side == b.source))
    return {Slot::kSame, false};
  if (a.side && b.side) return {bridged ? Slot::kSame : Slot::kApart, false};
  return {a.side ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
}

// Militants and civilians whose side is a guess may be the same dead; the soldiers
// of another state are not.
bool MayDispute(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  if (!x || !y || !taxonomy.Exclude(*x, *y)) return false;
  const Category* category = taxonomy.FindCategory(*x);
  const bool first = category && category->civilian;
  const Item& civilians = first ? a : b;
  return taxonomy.Rebel(first ? *y : *x) &&
         (!a.side || !b.side || civilians.claim->object.resolved);
}

// Which of two groups nobody named is the larger is unknown: without a side as
// well they are only compared with their like.
Link CategoryLink(const Claim& a, const Claim& b, const Taxonomy& taxonomy, bool people) {
  const auto &x = a.object.category, &y = b.object.category;
  if (x == y) return {Slot::kSame, false};
  if (!people && (!x || !y)) return {x ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
  if (!x || !y) {
    const bool known_whole = (x && taxonomy.Everyone(*x)) || (y && taxonomy.Everyone(*y));
    return {(x != std::nullopt) != known_whole ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
  }
  if (const SubsetStrength s = taxonomy.Subset(*x, *y); s != SubsetStrength::kNone) {
    return {Slot::kFirstIsPart, s == SubsetStrength::kPresumed};
  }
  if (const SubsetStrength s = taxonomy.Subset(*y, *x); s != SubsetStrength::kNone) {
    return {Slot::kSecondIsPart, s == SubsetStrength::kPresumed};
  }
  if (taxonomy.Exclude(*x, *y)) return {Slot::kExclude, false};
  return {Slot::kApart, false};
}

// The first word of those counted that a capital opens, but at the start of its sentence.
std::string_view CapitalWord(const Claim& claim) {
  constexpr std::uint32_t kOpening = 4;  // bytes: "“A farmer"
  const std::string_view text = *claim.object_text;
  const bool counted =
      !claim.quantity.implicit && claim.quantity.span.end <= claim.object.span.begin;
  const bool opens = !counted && claim.object.span.begin < claim.sentence.begin + kOpening;
  std::size_t begin = opens ? std::min(text.find(' '), text.size()) : 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    std::size_t first = 0, second = 0;
    const std::string_view word = text.substr(begin, end - begin);
    const char32_t letter = DecodePoint(word, 0, &first);
    if (first < word.size() && IsCapital(letter) && !IsCapital(DecodePoint(word, first, &second)))
      return word;
    begin = end + 1;
  }
  return "";
}

// "94 Kuki-Zo people": the word with a capital that tells a group of people which no rule knows;
// empty: none, or people of a state or party, which is their side. "22 of the hostages were
// killed": the hostages.
std::string_view Community(const Item& item, const Taxonomy& taxonomy) {
  const Claim& claim = *item.claim;
  if (item.foreign) return "foreign";
  if (item.whole && !item.whole->metric.text.starts_with(claim.metric.text)) {
    const Metric* of = taxonomy.FindMetric(item.whole->metric);
    if (of && of->sum_of.empty()) return of->id.text;
  }
  // "25 Indians and one Nepali": of a list, no more than a share
  const bool mixed = claim.object.party && !claim.object.resolved &&
                     std::any_of(item.beside.begin(), item.beside.end(), [&](const Item* other) {
                       return other->side != item.side && !other->claim->object.resolved;
                     });
  if (mixed) return claim.object.party->text;
  if (!claim.object_text || claim.in_title || (claim.object.party && !claim.object.resolved))
    return "";
  const std::string_view word = CapitalWord(claim);
  const auto& category = claim.object.category;
  if (word.empty() || !category || taxonomy.Everyone(*category)) return word;
  const Category* known = taxonomy.FindCategory(*category);
  return known && known->civilian ? word : std::string_view();
}

// "A neighbour was killed", "a girl and her mother were killed" beside a toll of 71: some of them;
// and so is "one", unless two parties dispute it.
Link OneLink(const Item& a, const Item& b, std::int64_t many) {
  const bool disputed = a.party && b.party;
  const auto one = [disputed](const Item& item) {
    const Interval hard = item.claim->quantity.hard;
    return item.claim->quantity.implicit ? hard.high > 0 && hard.high <= kFew
                                         : hard == Interval{1, 1} && !disputed;
  };
  // "another man": one of all, however few they are
  const auto least = [many](const Item& item) { return item.claim->quantity.increment ? 2 : many; };
  if (one(a) && b.claim->quantity.hard.low >= least(a)) return {Slot::kFirstIsPart, false};
  if (one(b) && a.claim->quantity.hard.low >= least(b)) return {Slot::kSecondIsPart, false};
  return {Slot::kSame, false};
}

// "Six others died": some of those whom another counts; "the first blast killed three" and "eight
// died in hospital" are some of them each.
Link SomeLink(const Claim& a, const Claim& b) {
  if (a.partial && b.partial && a.quantity.hard != b.quantity.hard) return {Slot::kApart, false};
  if (a.partial == b.partial) return {Slot::kSame, false};
  return {a.partial ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
}

Link CommunityLink(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  const std::string_view x = Community(a, taxonomy), y = Community(b, taxonomy);
  if (x == y) return {Slot::kSame, false};
  if (!x.empty() && !y.empty()) return {Slot::kApart, false};
  return {x.empty() ? Slot::kSecondIsPart : Slot::kFirstIsPart, false};
}

// "80 American terrorists" and "no US service members": one side's fighters by two names.
bool OneForce(const Item& a, const Item& b, const Taxonomy& taxonomy) {
  const auto &x = a.claim->object.category, &y = b.claim->object.category;
  if (!x || !y || *x == *y || a.side != b.side || !a.side_told || !b.side_told) return false;
  return taxonomy.Fights(x) && taxonomy.Fights(y) && taxonomy.Exclude(*x, *y);
}

// "57 Kenyans", counted by whom they fought, and the nine soldiers whom Kenya counts.
bool EnemyForce(const Item& enemy, const Item& own, const Taxonomy& taxonomy) {
  const auto &x = enemy.claim->object.category, &y = own.claim->object.category;
  const bool nation = enemy.claim->object_text && !CapitalWord(*enemy.claim).empty();
  return nation && !own.whole && x && taxonomy.Everyone(*x) && taxonomy.Fights(y) && enemy.side &&
         !enemy.claim->object.resolved && enemy.party && enemy.source != enemy.side && own.party &&
         own.side == enemy.side && own.source == own.side;
}

bool Alike(const Claim& a, const Claim& b, const Taxonomy& taxonomy) {
  const auto &x = a.object.category, &y = b.object.category;
  const auto names = [&taxonomy](const CategoryId& one, const CategoryId& other) {
    const Category* category = taxonomy.FindCategory(one);
    return category && std::find(category->alike.begin(), category->alike.end(), other) !=
                           category->alike.end();
  };
  return x && y && (names(*x, *y) || names(*y, *x));
}

// A count that its own sentence sets beside another one of what the whole
// counts ("two officers and four protesters" against "six people") is a share of it.
bool IsShare(const Item& share, const Item& whole, const Taxonomy& taxonomy) {
  const auto& of = whole.claim->object.category;
  return of && std::any_of(share.beside.begin(), share.beside.end(), [&](const Item* other) {
           const auto& category = other->claim->object.category;
           return (!other->side || other->side == whole.side) && category &&
                  (*category == *of || taxonomy.Subset(*category, *of) == SubsetStrength::kHard);
         });
}

// The dead of one town are part of those of the country.
Link PlaceLink(const Item& a, const Item& b) {
  // "on the rebel-held bank": another counter need not reach there.
  if (a.area != b.area && a.source != b.source) {
    if (!a.area.empty() && !b.area.empty()) return {Slot::kApart, false};
    return {a.area.empty() ? Slot::kSecondIsPart : Slot::kFirstIsPart, false};
  }
  if (a.local == b.local) return {Slot::kSame, false};
  if (a.local && b.local) return {Slot::kApart, false};
  return {a.local ? Slot::kFirstIsPart : Slot::kSecondIsPart, false};
}

// "another 170 elsewhere" is no forerunner of the toll
bool Added(const Position& x) {
  return x.claim().quantity.increment && x.first().aside;
}

// One of two counts, neither of them none, tells nothing of whom it counts.
bool OneNameless(const Position& a, const Position& b) {
  const auto nameless = [](const Position& x) {
    return !x.first().side && !x.claim().object.category;
  };
  const auto none = [](const Position& x) { return x.claim().quantity.hard.low == 0; };
  return nameless(a) != nameless(b) && !none(a) && !none(b);
}

// "203 fighters neutralised", "300 civilians killed"
bool IsSum(const MetricId& id, const Taxonomy& taxonomy) {
  const Metric* found = taxonomy.FindMetric(id);
  return found && !found->sum_of.empty();
}

Link GroupLink(const Position& a, const Position& b, const Taxonomy& taxonomy, bool people) {
  // "234 girls", "129 pupils": where each stands alone.
  const bool alike = !a.part && !b.part && Alike(a.claim(), b.claim(), taxonomy);
  if (alike || OneForce(a.first(), b.first(), taxonomy) ||
      EnemyForce(a.first(), b.first(), taxonomy) || EnemyForce(b.first(), a.first(), taxonomy))
    return {Slot::kSame, false};
  return CategoryLink(a.claim(), b.claim(), taxonomy, people);
}

}  // namespace

SlotRelation RelateSlots(const Position& a, const Position& b, const Taxonomy& taxonomy) {
  const Claim &p = a.claim(), &q = b.claim();
  Link metric = MetricLink(p.metric, q.metric, taxonomy);
  if (metric.slot == Slot::kApart) metric = NoneLink(a.first(), b.first(), taxonomy);
  if (metric.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "metric"};
  const bool people = People(taxonomy, p.metric);
  Link side = SideLink(a.first(), b.first(), taxonomy.FindMetric(p.metric), taxonomy);
  const bool one_kind = metric.slot == Slot::kSame ||
                        (people && !IsSum(p.metric, taxonomy) && !IsSum(q.metric, taxonomy));
  if (one_kind && MayDispute(a.first(), b.first(), taxonomy)) side = {Slot::kSame, false};
  if (side.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "side"};
  if (people && OneNameless(a, b)) return {Slot::kApart, false, false, false, false, "category"};
  const Link category = GroupLink(a, b, taxonomy, people);
  if (category.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "category"};
  const Link community =
      people ? CommunityLink(a.first(), b.first(), taxonomy) : Link{Slot::kSame, false};
  if (community.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "category"};
  const Link some = SomeLink(p, q);
  if (some.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "some"};
  const Link manner = MannerLink(p, q);
  if (manner.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "manner"};
  const Link scope = ScopeLink(a.first(), b.first());
  if (scope.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "scope"};
  const Link place = PlaceLink(a.first(), b.first());
  if (place.slot == Slot::kApart) return {Slot::kApart, false, false, false, false, "place"};
  if (p.scope == Scope::kIncrement || q.scope == Scope::kIncrement || Added(a) != Added(b))
    return {Slot::kApart, false, false, false, false, "scope"};
  SlotRelation relation{Slot::kSame,
                        metric.presumed || category.presumed,
                        metric.slot != Slot::kSame,
                        category.slot != Slot::kSame,
                        scope.slot != Slot::kSame,
                        ""};
  if (category.slot == Slot::kExclude) {
    // Those of a week and those of one of its days are not the same dead.
    const bool one = one_kind && side.slot == Slot::kSame && scope.slot == Slot::kSame;
    relation.slot = one ? Slot::kExclude : Slot::kApart;
    relation.reason = relation.slot == Slot::kApart ? "category" : "";
    return relation;
  }
  const bool a_share = p.metric == q.metric && IsShare(a.first(), b.first(), taxonomy),
             b_share = p.metric == q.metric && IsShare(b.first(), a.first(), taxonomy);
  // Of a share and its whole it does not matter that the side of one is a guess.
  const bool guessed = p.object.resolved || q.object.resolved;
  if (a_share != b_share && people && guessed && (!a.first().side || !b.first().side))
    side = {Slot::kSame, false};
  bool first = false, second = false;
  for (const Link& link : {metric, side, category, community, manner, scope, place, some,
                           OneLink(a.first(), b.first(), taxonomy.horizon.many)}) {
    first = first || link.slot == Slot::kFirstIsPart;
    second = second || link.slot == Slot::kSecondIsPart;
  }
  if (first && second)
    return {Slot::kApart, false, false,
            false,        false, metric.slot != Slot::kSame ? "metric" : "category"};
  relation.slot = first ? Slot::kFirstIsPart : second ? Slot::kSecondIsPart : Slot::kSame;
  if (relation.slot == Slot::kSame && a_share != b_share)
    relation.slot = a_share ? Slot::kFirstIsPart : Slot::kSecondIsPart;
  return relation;
}

}  // namespace counterclaim
