#include "catch.h"
#include "unit/compare/told_claims.h"

using namespace counterclaim;

TEST_CASE("a figure is changed by who gave it") {
  Claim ministry = Told("a", 632, "mar/interior"), governor = Told("b", 41, "mar/interior");
  for (Claim* claim : {&ministry, &governor}) {
    claim->object.party = PartyId("mar");
    claim->source.kind = SourceKind::kThirdParty;
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  }
  governor.said = DayRange{Day{20002}, Day{20002}};
  CHECK(Finds(Kind::kRevision, {ministry, governor}));
  governor.source.party = PartyId("mar/regional-administration");
  CHECK(!Finds(Kind::kRevision, {ministry, governor}));
  Claim army = governor;
  army.source.party = PartyId("mar/army");
  CHECK(Finds(Kind::kRevision, {ministry, army}));
  army.quantity.hard = army.quantity.soft = {0, 0};
  CHECK(!Finds(Kind::kRevision, {ministry, army}));
  // A province holds no more dead than its country.
  governor.said = ministry.said = DayRange{Day{20040}, Day{20040}};  // no toll grows so long
  governor.source.party = PartyId("mar/regional-administration");
  governor.quantity.hard = governor.quantity.soft = {700, 700};
  CHECK(Finds(Kind::kSelfContradiction, {ministry, governor}));
  // While the toll grows, a later count may be higher.
  ministry.said = DayRange{Day{20001}, Day{20001}};
  governor.said = DayRange{Day{20003}, Day{20003}};
  CHECK(!Finds(Kind::kSelfContradiction, {ministry, governor}));
  CHECK(Finds(Kind::kUpdate, {ministry, governor}));
  // On one day neither of the two came first.
  ministry.said = governor.said;
  CHECK(Finds(Kind::kSelfContradiction, {ministry, governor}));
}

TEST_CASE("a figure that leaps counts something else") {
  Claim raid = Told("a", 104, "mar/health"), war = Told("b", 30035, "mar/health");
  raid.when = war.when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  war.said = DayRange{Day{20001}, Day{20001}};
  CHECK(!Finds(Kind::kUpdate, {raid, war}));
  war.quantity.hard = war.quantity.soft = {9000, 9000};
  CHECK(Finds(Kind::kUpdate, {raid, war}));
  // The first few of a disaster.
  raid.quantity.hard = raid.quantity.soft = {2, 2};
  CHECK(Finds(Kind::kUpdate, {raid, war}));
}

TEST_CASE("two governors count in two provinces") {
  Claim one = Told("a", 49, "phl"), two = Told("b", 10, "phl");
  for (Claim* claim : {&one, &two}) {
    claim->object.party = PartyId("phl");
    claim->source.kind = SourceKind::kThirdParty;
    claim->source.party = PartyId("phl/regional-administration");
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
    claim->said = DayRange{Day{20040}, Day{20040}};
  }
  one.source.person = two.source.person = Person{PersonId("yap"), "Arthur Yap"};
  CHECK(Finds(Kind::kSelfContradiction, {one, two}));
  two.source.person = Person{PersonId("bag-ao"), "Arlene Bag-ao"};
  CHECK(!Finds(Kind::kSelfContradiction, {one, two}));
}

TEST_CASE("two offices that rule where they are count each for itself") {
  Claim one = Told("a", 49, "phl/regional-administration"),
        two = Told("b", 10, "phl/regional-administration");
  for (Claim* claim : {&one, &two}) {
    claim->object.party = PartyId("phl");
    claim->source.kind = SourceKind::kThirdParty;
    claim->source.text = "the mayor";
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
    claim->said = DayRange{Day{20040}, Day{20040}};
  }
  one.source.person = Person{PersonId("yap"), "Arthur Yap"};
  CHECK(Finds(Kind::kSelfContradiction, {one, two}));
  two.source.text = "the emergency centre";
  CHECK(!Finds(Kind::kSelfContradiction, {one, two}));
}
