// What is a part of another count, and what is none any more.
#include "catch.h"
#include "unit/compare/told_claims.h"

using namespace counterclaim;

TEST_CASE("no more than a few in the town denies the many of others") {
  Claim all = Told("a", 900, "un"), town = Told("b", 90, "cod");
  const DayRange day{Day{19999}, Day{19999}};
  for (Claim* claim : {&all, &town}) claim->when = When{day, "on Friday", Span{10, 19}};
  all.source.kind = SourceKind::kThirdParty;
  all.quantity.hard = {900, kNoLimit};
  town.place = Place{"Tafe", {}, "tafe", Span{20, 24}};
  CHECK(!Finds(Kind::kContradiction, {all, town}));
  town.quantity.hard = {0, 90};
  CHECK(Finds(Kind::kContradiction, {all, town}));
}

TEST_CASE("a source that has come to agree contradicts no longer") {
  Claim early = Told("a", 19, "msf"), grown = Told("b", 42, "msf"), other = Told("c", 42, "usa");
  const DayRange day{Day{19999}, Day{19999}};
  for (Claim* claim : {&early, &grown, &other}) {
    claim->when = When{day, "on Friday", Span{10, 19}};
    claim->source.kind = SourceKind::kThirdParty;
  }
  other.said = DayRange{Day{20100}, Day{20100}};
  CHECK(!Finds(Kind::kContradiction, {early, other}));  // of the first weeks: no last word
  early.said = DayRange{Day{20040}, Day{20040}};
  grown.said = DayRange{Day{20060}, Day{20060}};
  CHECK(Finds(Kind::kContradiction, {early, other}));
  CHECK(!Finds(Kind::kContradiction, {early, grown, other}));
  grown.quantity.hard = grown.quantity.soft = {30, 30};
  CHECK(Finds(Kind::kContradiction, {early, grown, other}));
}

TEST_CASE("none of the prisoners is not nobody") {
  Claim all = Told("a", 37, "nga/army"), none = Told("b", 0, "nga/army");
  const DayRange day{Day{19999}, Day{19999}};
  for (Claim* claim : {&all, &none}) {
    claim->lang = "en";
    claim->when = When{day, "on Friday", Span{10, 19}};
  }
  all.object_text = "people";
  none.object_text = "person";
  CHECK(Finds(Kind::kSelfContradiction, {all, none}));
  none.object_text = "prisoner";
  CHECK(!Finds(Kind::kSelfContradiction, {all, none}));
  all.object_text = "inmates";
  CHECK(Finds(Kind::kSelfContradiction, {all, none}));
}

TEST_CASE("who keeps to a figure beside a newer one contradicts it") {
  Claim first = Told("a", 670, "un"), again = Told("c", 670, "un"), other = Told("b", 2001, "png");
  const DayRange day{Day{19999}, Day{19999}};
  for (Claim* claim : {&first, &again, &other}) {
    claim->lang = "en";
    claim->when = When{day, "on Friday", Span{10, 19}};
    claim->source.kind = SourceKind::kThirdParty;
  }
  other.said = DayRange{Day{20001}, Day{20001}};
  again.said = DayRange{Day{20002}, Day{20002}};
  again.sentence_text = "The agency speaks of 670 dead.";
  CHECK(!Finds(Kind::kContradiction, {first, other, again}));
  again.sentence_text = "The agency keeps to its estimate of 670 dead.";
  CHECK(Finds(Kind::kContradiction, {first, other, again}));
}

TEST_CASE("what an article counts itself is a part of a source's larger toll") {
  Claim toll = Told("a", 90, "un"), own = Told("b", 12, "");
  toll.source.kind = SourceKind::kThirdParty;
  own.source = {};
  own.source.kind = SourceKind::kNarrator;
  own.outlet = "Hill Post";
  for (Claim* claim : {&toll, &own})
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  CHECK(!Finds(Kind::kContradiction, {toll, own}));
  // Not one that could be rounding or an older count, nor one of the same place and day.
  own.quantity.hard = own.quantity.soft = {70, 70};
  CHECK(Finds(Kind::kContradiction, {toll, own}));
  own.quantity.hard = own.quantity.soft = {12, 12};
  for (Claim* claim : {&toll, &own}) claim->place = Place{"Tafe", {}, "tafe", Span{20, 24}};
  CHECK(Finds(Kind::kContradiction, {toll, own}));
  // More than a source counts is a quarrel with it.
  for (Claim* claim : {&toll, &own}) claim->place.reset();
  own.quantity.hard = own.quantity.soft = {300, 300};
  CHECK(Finds(Kind::kContradiction, {toll, own}));
}

TEST_CASE("no two observers of one thing lie a hundredfold apart") {
  Claim staff = Told("a", 82, "un"), all = Told("b", 9000, "msf");
  for (Claim* claim : {&staff, &all}) {
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
    claim->source.kind = SourceKind::kThirdParty;
  }
  CHECK(!Finds(Kind::kContradiction, {staff, all}));
  all.quantity.hard = all.quantity.soft = {8000, 8000};
  CHECK(Finds(Kind::kContradiction, {staff, all}));
  // Who fights the other may claim anything.
  Claim conceded = Told("c", 82, "afg"), claimed = Told("d", 9000, "pak");
  for (Claim* claim : {&conceded, &claimed})
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  CHECK(Finds(Kind::kContradiction, {conceded, claimed}));
}

TEST_CASE("no post lost on one side says nothing of the other's") {
  Claim taken = Told("a", 19, "pak"), kept = Told("b", 0, "pak");
  for (Claim* claim : {&taken, &kept}) {
    claim->object.category = CategoryId("post");
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  }
  taken.metric = MetricId("post.captured");
  kept.metric = MetricId("post.lost");
  kept.object.party.reset();  // of anybody's
  CHECK(Finds(Kind::kSelfContradiction, {taken, kept}));
  kept.object.party = PartyId("pak");
  kept.object.resolved = true;
  CHECK(!Finds(Kind::kSelfContradiction, {taken, kept}));
}
