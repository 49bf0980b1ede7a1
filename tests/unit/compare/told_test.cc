#include <algorithm>

#include "catch.h"
#include "compare/compare.h"
#include "compare/two_claims.h"
#include "shipped_rules.h"
#include "unit/compare/told_claims.h"

using namespace counterclaim;

namespace {

constexpr int kDay = 20000;

Claim ToldOf(const std::string& article, std::int64_t figure, const std::string& source) {
  Claim claim = Told(article, figure, source);
  claim.object.category = CategoryId("civilian");
  claim.object.party = PartyId("eth");
  return claim;
}

DayRange On(int day) {
  return {Day{day}, Day{day}};
}

}  // namespace

TEST_CASE("what tells of a town but not when finds what was dated there within a year") {
  const auto contradicts = [](int days_before, const std::string& town) {
    Claim then = ToldOf("a", 800, "eri"), now = ToldOf("b", 110, "eth");
    then.place = Place{"Axum", PlaceId("ET-TI"), "axum", Span{10, 14}};
    now.place = Place{"Axum", PlaceId("ET-TI"), town, Span{70, 74}};
    then.when = When{On(kDay - days_before), "on 28 November", Span{20, 30}};
    then.said = On(kDay - days_before + 2);
    now.when = When{On(kDay), "On Friday", Span{60, 69}};  // of another sentence: when it was said
    return Finds(Kind::kContradiction, {then, now});
  };
  CHECK(contradicts(174, "axum"));
  CHECK(!contradicts(174, "adwa"));
  CHECK(!contradicts(900, "axum"));
}

TEST_CASE("two articles that date what they report months apart tell of two events") {
  const auto revised = [](int apart) {
    Claim first = ToldOf("a", 87, "yem"), second = ToldOf("b", 29, "yem");
    first.when = When{On(kDay - apart), "on Saturday", Span{60, 69}};
    first.said = On(kDay - apart + 1);
    second.when = When{On(kDay), "On Sunday", Span{60, 69}};
    second.said = On(kDay + 1);
    return Finds(Kind::kRevision, {first, second});
  };
  CHECK(!revised(71));
  CHECK(revised(2));
}

TEST_CASE("an entry of a live report that but says a figure dates no event") {
  Claim toll = ToldOf("a", 12, "eth"), next = ToldOf("b", 19, "eth");
  next.said = On(kDay + 3);
  next.when = When{On(kDay), "on Monday", Span{10, 19}};
  toll.said = On(kDay + 2);
  toll.when = When{On(kDay + 2), {}, {}};  // no words of it: the day on which it was said
  toll.said_order = 500;
  CHECK(Finds(Kind::kUpdate, {toll, next}));
  toll.when->span = Span{10, 19};
  CHECK(!Finds(Kind::kUpdate, {toll, next}));
}

TEST_CASE("a denial names who denies, whichever was said first") {
  for (const int later : {-1, 0, 1}) {
    Claim told = ToldOf("a", 26, "ukr"), denied = ToldOf("b", 26, "rus");
    denied.stance = Stance::kDenied;
    denied.said = On(kDay + later);
    const Comparison found = Compare({told, denied}, {}, ShippedRules());
    const auto denial =
        std::find_if(found.findings.begin(), found.findings.end(),
                     [](const Finding& finding) { return finding.kind == Kind::kDenial; });
    REQUIRE(denial != found.findings.end());
    CHECK(denial->why.starts_with("Russian Federation denies what Ukraine says"));
  }
}

TEST_CASE("the long name of a body and its initials are one source") {
  Claim first = ToldOf("a", 31, "kenya-national-commission-on-human-rights"),
        second = ToldOf("b", 31, "knchr"), other = ToldOf("b", 31, "knchs");
  for (Claim* claim : {&first, &second, &other}) claim->source.kind = SourceKind::kThirdParty;
  CHECK(Finds(Kind::kRepeat, {first, second}));
  CHECK(!Finds(Kind::kRepeat, {first, other}));
}

TEST_CASE("one who speaks for a body speaks for it where his name stands alone") {
  Claim office = Told("a", 120, "ind/regional-administration"), name = Told("b", 90, "ind");
  const Person person{PersonId("asha-rao"), "Asha Rao"};
  for (Claim* claim : {&office, &name}) {
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
    claim->said = DayRange{Day{20040}, Day{20040}};
    claim->source.kind = SourceKind::kThirdParty;
    claim->source.person = person;
  }
  name.source.party.reset();
  CHECK(!Finds(Kind::kContradiction, {office, name}));
  CHECK(Finds(Kind::kSelfContradiction, {office, name}));
  // of whom there may be several
  name.source.person = office.source.person = Person{PersonId("rao"), "Rao"};
  CHECK(Finds(Kind::kContradiction, {office, name}));
}

TEST_CASE("only who calls the dead civilians disputes who they were") {
  Claim fighters = ToldOf("a", 100, "ind"), dead = ToldOf("b", 95, "eth");
  fighters.object.category = CategoryId("militant");
  CHECK(Finds(Kind::kStatusDispute, {fighters, dead}));
  dead.object.category = CategoryId("soldier");
  CHECK(!Finds(Kind::kStatusDispute, {fighters, dead}));
}

TEST_CASE("days that other sentences tell keep no parts of a sum apart") {
  const auto exceeds = [](bool own) {
    Claim all = ToldOf("a", 168, "eth"), first = ToldOf("b", 98, "eri"),
          next = ToldOf("c", 142, "eri");
    for (Claim* claim : {&all, &first, &next}) {
      claim->metric = MetricId("rescued");
      claim->object.category = CategoryId("person");
    }
    all.scope = Scope::kCumulative;
    all.when = When{DayRange{Day{kDay - 9}, Day{kDay}}, "since then", Span{10, 20}};
    first.when = When{On(kDay - 3), "on Sunday", Span{10, 19}};
    next.when = When{On(kDay - 1), "on Tuesday", own ? Span{10, 19} : Span{60, 69}};
    return Finds(Kind::kJointContradiction, {all, first, next});
  };
  CHECK(exceeds(true));
  CHECK(!exceeds(false));
}

TEST_CASE("sides that are guesses keep no dead apart") {
  const auto exceeds = [](bool guess) {
    Claim all = ToldOf("a", 79, "icrc"), first = ToldOf("b", 48, "un"),
          next = ToldOf("c", 60, "unama");
    for (Claim* claim : {&all, &first, &next}) {
      claim->source.kind = SourceKind::kThirdParty;
      claim->object.category = CategoryId("person");
      claim->when = When{On(kDay), "on Friday", Span{10, 19}};
      claim->place = Place{"Saada", PlaceId("YE-SD"), {}, Span{30, 35}};
    }
    all.object.party.reset();
    first.object.party = PartyId("yem");
    next.object.party = PartyId("usa");
    next.object.resolved = guess;
    return Finds(Kind::kJointContradiction, {all, first, next});
  };
  CHECK(exceeds(false));
  CHECK(!exceeds(true));
}

TEST_CASE("two claims are explained by each gate that they pass") {
  Claim a = ToldOf("a", 800, "eri"), b = ToldOf("b", 110, "eth");
  a.when = b.when = When{On(kDay), "on Friday", Span{10, 19}};
  const auto explain = [&] {
    return ExplainTwo({a, b}, {}, ShippedRules(), {}, ClaimId("a"), ClaimId("b"));
  };
  auto two = explain();
  REQUIRE(two);
  CHECK(two->together);
  CHECK(two->relation == Kind::kContradiction);
  CHECK(two->event.starts_with("one event: both name"));
  b.when = When{On(kDay + 5), "on Friday", Span{10, 19}};
  two = explain();
  REQUIRE(two);
  CHECK(!two->together);
  CHECK(two->event == "not one event: other date");
  b.stance = Stance::kHypothetical;
  CHECK(!explain());
}

TEST_CASE("one figure that two tell more and less closely bears itself out") {
  Claim near = ToldOf("a", 51, "icrc"), far = ToldOf("b", 51, "un");
  for (Claim* claim : {&near, &far}) {
    claim->source.kind = SourceKind::kThirdParty;
    claim->when = When{On(kDay), "on Friday", Span{10, 19}};
    claim->place = Place{"Axum", PlaceId("ET-TI"), "axum", Span{30, 34}};
  }
  far.object.party.reset();
  CHECK(Finds(Kind::kCorroboration, {near, far}));
  far.quantity.hard = far.quantity.soft = {52, 52};
  CHECK(!Finds(Kind::kCorroboration, {near, far}));
}

TEST_CASE("who says several has not counted") {
  const auto tension = [](Interval soft, Bound bound) {
    Claim word = Told("a", 3, "eri"), count = Told("b", 200, "eth");
    word.quantity.hard = {3, kNoLimit};
    word.quantity.soft = soft;
    word.quantity.bound = bound;
    word.when = count.when = When{On(kDay), "On Friday", Span{60, 69}};
    return Finds(Kind::kTension, {word, count});
  };
  CHECK(!tension({3, 9}, Bound::kVague));
  CHECK(tension({24, 99}, Bound::kVague));
  CHECK(tension({3, 9}, Bound::kAtLeast));
}

TEST_CASE("one of many, unless two parties dispute it") {
  const auto contradicts = [](SourceKind kind, std::int64_t few) {
    Claim one = Told("a", few, "afg"), many = Told("b", 40, "pak");
    one.source.kind = kind;
    if (kind != SourceKind::kParty) one.source.party = PartyId("icrc");
    one.when = many.when = When{On(kDay), "On Friday", Span{60, 69}};
    return Finds(Kind::kContradiction, {one, many});
  };
  CHECK(!contradicts(SourceKind::kThirdParty, 1));
  CHECK(contradicts(SourceKind::kThirdParty, 2));
  CHECK(contradicts(SourceKind::kParty, 1));
}
