// What must hold for every set of claims, tried on random ones. RC_PARAMS
// ("seed=... max_success=...") repeats or widens a run.
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "catch.h"
#include "compare/compare.h"
#include "compare/relation.h"
#include "rulebook/rulebook.h"

using namespace counterclaim;

namespace {

const int kSeeded = ::setenv("RC_PARAMS", "seed=20251018 max_success=200", 0);

const Rulebook& Rules() {
  static const auto rulebook = LoadRulebook({SOURCE_DIR "/rules"});
  return **rulebook;
}

template <typename T>
T Pick(std::vector<T> values) {
  return *rc::gen::elementOf(std::move(values));
}

Quantity AnyQuantity() {
  Quantity quantity;
  const auto figure = Pick<std::int64_t>({0, 1, 3, 5, 9, 12, 20, 40, 58, 60});
  quantity.bound = Pick<Bound>({Bound::kExact, Bound::kExact, Bound::kExact, Bound::kAtLeast,
                                Bound::kAtMost, Bound::kAbout, Bound::kNearly});
  const auto value = static_cast<double>(figure);
  quantity.value = value;
  quantity.hard = HardInterval(quantity.bound, value);
  quantity.soft = SoftInterval(quantity.bound, value, figure >= 20 && figure % 10 == 0);
  quantity.approximate = quantity.bound == Bound::kAbout || quantity.bound == Bound::kNearly;
  return quantity;
}

// One claim of the event; articles "a0" to "a3" have one day and outlet each.
Claim AnyClaim(int number) {
  Claim claim;
  const int article = Pick<int>({0, 1, 2, 3});
  claim.article = ArticleId("a" + std::to_string(article));
  claim.id = ClaimId(claim.article.text + ":" + std::to_string(number));
  claim.metric = MetricId(
      Pick<std::string>({"killed", "killed", "killed", "wounded", "casualties", "missing"}));
  claim.quantity = AnyQuantity();
  claim.quantity.span = {static_cast<std::uint32_t>(10 * number),
                         static_cast<std::uint32_t>(10 * number + 2)};
  claim.sentence = claim.quantity.span;
  claim.quantity_text = ToText(claim.quantity.hard);
  const auto category = Pick<std::string>({"", "person", "civilian", "soldier", "child"});
  if (!category.empty()) claim.object.category = CategoryId(category);
  const auto side = Pick<std::string>({"", "pak", "pak", "afg"});
  if (!side.empty()) claim.object.party = PartyId(side);
  const auto source = Pick<std::string>({"pak", "afg", "un", "icrc", "~", "?"});
  claim.source.kind = source == "~"                        ? SourceKind::kNarrator
                      : source == "?"                      ? SourceKind::kUnnamed
                      : source == "pak" || source == "afg" ? SourceKind::kParty
                                                           : SourceKind::kThirdParty;
  if (source.size() > 1) claim.source.party = PartyId(source);
  claim.outlet = "outlet " + std::to_string(article % 3);
  claim.stance = Pick<int>({0, 0, 0, 0, 0, 1}) ? Stance::kDenied : Stance::kAsserted;
  claim.scope = Pick<Scope>({Scope::kIncident, Scope::kIncident, Scope::kDay, Scope::kCumulative});
  const Day day{100};
  claim.said = DayRange{day + 20 * article, day + 20 * article};
  if (Pick<int>({0, 1, 1})) claim.when = When{{day, day + Pick<int>({0, 1})}, {}, {}};
  if (Pick<int>({0, 1})) claim.place = Place{"Spin Boldak", PlaceId("AF-KAN"), "spin boldak", {}};
  return claim;
}

std::vector<Claim> AnyClaims() {
  std::vector<Claim> claims;
  const int count = *rc::gen::inRange(2, 9);
  for (int i = 0; i < count; ++i) claims.push_back(AnyClaim(i));
  return claims;
}

std::vector<Claim> Shuffled(std::vector<Claim> claims) {
  for (std::size_t i = 1; i < claims.size(); ++i)
    std::swap(claims[i], claims[*rc::gen::inRange<std::size_t>(0, i + 1)]);
  return claims;
}

Comparison Compared(const std::vector<Claim>& claims) {
  return Compare(claims, {}, Rules());
}

// Findings without the numbers of events, which a further event may shift.
std::vector<Finding> Unnumbered(std::vector<Finding> findings) {
  for (Finding& finding : findings) finding.event.reset();
  std::sort(findings.begin(), findings.end(), [](const Finding& x, const Finding& y) {
    return std::tie(x.id, x.claims) < std::tie(y.id, y.claims);
  });
  return findings;
}

bool OfPairs(Kind kind) {
  const std::set<Kind> others = {Kind::kRepeat,          Kind::kStaleFigure,
                                 Kind::kUnanswered,      Kind::kTradedClaims,
                                 Kind::kArithmeticError, Kind::kJointContradiction};
  return !others.count(kind);
}

// Two claims as positions; `b` may be another reading of itself.
Relation RelateTwo(const Claim& a, const Claim& b) {
  const std::vector<Item> items = MakeItems({&a, &b}, {}, Rules());
  const Position p{{&items[0]}}, q{{&items[1]}};
  return Relate(p, q, Rules());
}

bool Check(const std::string& what, void (*property)()) {
  return rc::check(what, property);
}

}  // namespace

TEST_CASE("properties: swapping two claims changes nothing") {
  CHECK(Check("swapped", [] {
    const Claim a = AnyClaim(0), b = AnyClaim(1);
    const Relation there = RelateTwo(a, b), back = RelateTwo(b, a);
    RC_ASSERT(there.kind == back.kind);
    RC_ASSERT(std::string_view(there.reason) == back.reason);
    RC_ASSERT(there.holds_under == back.holds_under);
  }));
}

TEST_CASE("properties: the order of claims and articles changes nothing") {
  CHECK(Check("shuffled", [] {
    const std::vector<Claim> claims = AnyClaims();
    const std::vector<Claim> shuffled = Shuffled(claims);
    RC_ASSERT(Compared(claims) == Compared(shuffled));
  }));
}

TEST_CASE("properties: two positions have one relation") {
  CHECK(Check("one relation", [] {
    const Comparison comparison = Compared(AnyClaims());
    std::set<std::pair<std::vector<ClaimId>, std::string>> seen;
    for (const Finding& finding : comparison.findings) {
      if (!OfPairs(finding.kind)) continue;
      RC_ASSERT(seen.insert({finding.claims, finding.event->text}).second);
    }
    for (const NotComparable& pair : comparison.not_comparable) {
      std::vector<ClaimId> claims = pair.claims;
      std::sort(claims.begin(), claims.end());
      for (const Finding& finding : comparison.findings)
        RC_ASSERT(!OfPairs(finding.kind) || finding.claims != claims);
    }
  }));
}

TEST_CASE("properties: a wider interval contradicts nothing new") {
  CHECK(Check("widened", [] {
    const Claim a = AnyClaim(0), b = AnyClaim(1);
    Claim wider = a;
    const auto down = Pick<std::int64_t>({0, 1, 5}), up = Pick<std::int64_t>({0, 1, 5, 50});
    for (Interval* interval : {&wider.quantity.hard, &wider.quantity.soft}) {
      interval->low = std::max<std::int64_t>(0, interval->low - down);
      if (interval->high != kNoLimit) interval->high += up;
    }
    const auto against = [&b](const Claim& claim) {
      const auto kind = RelateTwo(claim, b).kind;
      return kind == Kind::kContradiction || kind == Kind::kSelfContradiction;
    };
    RC_ASSERT(against(a) || !against(wider));
  }));
}

TEST_CASE("properties: an article about something else changes no finding") {
  CHECK(Check("unrelated", [] {
    std::vector<Claim> claims = AnyClaims();
    const std::vector<Finding> before = Unnumbered(Compared(claims).findings);
    Claim other = AnyClaim(99);
    other.article = ArticleId("elsewhere");
    other.id = ClaimId("elsewhere:99");
    other.object.party = PartyId("chl");
    other.source.kind = SourceKind::kNarrator;
    other.source.party.reset();
    other.outlet = "an outlet elsewhere";
    other.stance = Stance::kAsserted;
    other.when = When{{Day{900}, Day{900}}, {}, {}};
    other.said = other.when->days;
    other.place = Place{"Arica", PlaceId("CL-AP"), "arica", {}};
    claims.push_back(other);
    RC_ASSERT(Unnumbered(Compared(claims).findings) == before);
  }));
}
