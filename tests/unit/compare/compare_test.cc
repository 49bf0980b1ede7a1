#include "compare/compare.h"

#include <algorithm>

#include "catch.h"
#include "pipeline.h"
#include "shipped_rules.h"
#include "unit/compare/told_claims.h"

using namespace counterclaim;

TEST_CASE("claims that may be of one event give a candidate, no contradiction") {
  // b is of one event with each of the others, which tell too little of theirs.
  Claim a = Told("a", 8, "afg"), b = Told("b", 8, "afg"), c = Told("c", 60, "pak");
  const DayRange day{Day{19999}, Day{19999}};
  a.place = b.place = Place{"Paktika", PlaceId("AF-PKA"), {}, {}};
  b.when = When{day, "on Friday", Span{10, 19}};
  a.when = c.when = When{day, "on Friday", Span{60, 69}};
  const Comparison found = Compare({a, b, c}, {}, ShippedRules());
  for (const Finding& finding : found.findings) CHECK(finding.kind != Kind::kContradiction);
  REQUIRE(!found.candidates.empty());
  for (const Candidate& candidate : found.candidates) {
    CHECK(candidate.would_be == Kind::kContradiction);
    CHECK(candidate.missing == "place");
  }
  // With its own day the third is of the event.
  c.when->span = Span{10, 19};
  bool contradicts = false;
  for (const Finding& finding : Compare({a, b, c}, {}, ShippedRules()).findings)
    contradicts |= finding.kind == Kind::kContradiction;
  CHECK(contradicts);
}

TEST_CASE("none is of the event where it has its day, of a part of it where it has not") {
  Claim none = Told("a", 0, "afg"), some = Told("a", 31, "afg");
  none.id = ClaimId("a:none");
  some.sentence = {60, 110};
  const DayRange day{Day{19999}, Day{19999}};
  none.when = some.when = When{day, "on Friday", Span{10, 19}};
  some.when->span = Span{70, 79};
  CHECK(Finds(Kind::kSelfContradiction, {none, some}));
  none.when->span = Span{70, 79};  // dated by the sentence of the other
  CHECK(!Finds(Kind::kSelfContradiction, {none, some}));
}

TEST_CASE("the share of a day is compared with what the day took elsewhere") {
  Claim whole = Told("a", 606, "irn"), day = Told("a", 107, "irn"), other = Told("b", 104, "irn");
  day.id = ClaimId("a:day");
  day.sentence = {60, 110};
  whole.scope = Scope::kCumulative;
  whole.when = When{{Day{19990}, Day{20000}}, "since May", Span{10, 19}};
  day.scope = other.scope = Scope::kDay;
  day.when = When{{Day{19999}, Day{20000}}, "on the last day", Span{70, 79}};
  other.when = When{{Day{19999}, Day{20000}}, "on the last day", Span{10, 19}};
  day.part_of = whole.id;
  for (Claim* claim : {&whole, &day, &other}) claim->object.party = PartyId("irn");
  CHECK(Finds(Kind::kSelfContradiction, {whole, day, other}));
}

TEST_CASE("two statements of one day are ordered by when they were published") {
  Claim early = Told("a", 3, "ind"), late = Told("b", 20, "ind");
  for (Claim* claim : {&early, &late}) claim->object.party = PartyId("ind");
  early.when = late.when = When{{Day{19999}, Day{19999}}, "on Monday", Span{10, 19}};
  CHECK(Finds(Kind::kSelfContradiction, {early, late}));
  std::vector<Document> papers(2);
  papers[0].id = early.article;
  papers[0].date = Day{20000};
  papers[1].id = late.article;
  papers[1].date = Day{20001};
  CHECK(Finds(Kind::kUpdate, {early, late}, papers));
}

TEST_CASE("the dead of one town are no rivals of those of another, nor of all") {
  Claim all = Told("a", 2946, "mar"), town = Told("b", 640, "un"), city = Told("c", 18, "icrc");
  const DayRange day{Day{19999}, Day{19999}};
  for (Claim* claim : {&all, &town, &city}) {
    claim->object.party = PartyId("mar");
    claim->source.kind = SourceKind::kThirdParty;
    claim->when = When{day, "on Friday", Span{10, 19}};
    claim->said = DayRange{Day{20040}, Day{20040}};  // no toll grows so long
  }
  town.place = Place{"Tafe", {}, "tafe", Span{20, 24}};
  CHECK(Finds(Kind::kContradiction, {all, town}));
  city.place = Place{"Marra", {}, "marra", Span{20, 25}};
  CHECK(!Finds(Kind::kContradiction, {all, town, city}));
  // Of one place alone where the words say so.
  town.lang = "en";
  town.sentence_text = "In Tafe itself 640 people died on Friday.";
  CHECK(!Finds(Kind::kContradiction, {all, town}));
  // Nor where it is far below the whole, whoever else speaks of the town.
  town.sentence_text.clear();
  town.quantity.hard = town.quantity.soft = {64, 64};
  CHECK(!Finds(Kind::kContradiction, {all, town}));
  city.place = town.place;
  city.place->span.reset();
  city.quantity.hard = city.quantity.soft = {400, 400};
  CHECK(!Finds(Kind::kContradiction, {all, town}));
  CHECK(Finds(Kind::kContradiction, {all, town, city}));
}

TEST_CASE("what had been said before is no other statement of the same time") {
  Claim now = Told("a", 133, "afg"), before = Told("a", 93, "afg");
  before.id = ClaimId("a:before");
  before.sentence = {60, 110};
  now.when = before.when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  CHECK(Finds(Kind::kSelfContradiction, {now, before}));
  before.earlier = true;
  CHECK(!Finds(Kind::kSelfContradiction, {now, before}));
  CHECK(Finds(Kind::kUpdate, {now, before}));
}

TEST_CASE("an observer may dispute what a party says of the dead, where it may mean the same") {
  Claim army = Told("a", 200, "mli"), observer = Told("b", 300, "un");
  army.when = observer.when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  army.object.category = CategoryId("militant");
  observer.object.category = CategoryId("civilian");
  observer.source.kind = SourceKind::kThirdParty;
  army.object.party = PartyId("jnim");
  observer.object.party = PartyId("mli");
  army.place = observer.place = Place{"Gao", PlaceId("ML-7"), {}, Span{20, 23}};
  CHECK(!Finds(Kind::kStatusDispute, {army, observer}));
  observer.object.resolved = true;  // civilians of the place, whoever they were
  CHECK(Finds(Kind::kStatusDispute, {army, observer}));
  observer.quantity.hard = observer.quantity.soft = {2, 2};
  CHECK(!Finds(Kind::kStatusDispute, {army, observer}));
}

TEST_CASE("two kinds that one counter lists are no two counts of one kind") {
  Claim a1 = Told("a", 110, "isr"), a2 = Told("a", 30, "isr"), b1 = Told("b", 120, "isr"),
        b2 = Told("b", 30, "isr");
  std::uint32_t at = 10;
  for (Claim* claim : {&a1, &a2, &b1, &b2}) {
    claim->metric = MetricId("missile.launched");
    claim->object.category = CategoryId("missile");
    claim->object.party = PartyId("irn");
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{40, 49}};
    claim->quantity.span = {at, at + 3};
    claim->object_text = claim == &a2 || claim == &b2 ? "cruise missiles" : "ballistic missiles";
    at = at == 10 ? 30 : 10;
  }
  a2.id = ClaimId("a:2");
  b2.id = ClaimId("b:2");
  for (const Finding& finding : Compare({a1, a2, b1, b2}, {}, ShippedRules()).findings) {
    if (finding.kind != Kind::kSelfContradiction) continue;
    CHECK(finding.claims == std::vector<ClaimId>{a1.id, b1.id});
  }
  CHECK(Finds(Kind::kSelfContradiction, {a1, a2, b1, b2}));
}

TEST_CASE("two sums of one battle begin at about one time") {
  Claim a = Told("a", 8, "afg"), b = Told("b", 60, "pak");
  for (Claim* claim : {&a, &b}) {
    claim->scope = Scope::kCumulative;
    claim->place = Place{"Paktika", PlaceId("AF-PKA"), {}, {}};
  }
  a.when = When{{Day{19990}, Day{20000}}, "since Friday", Span{10, 19}};
  const int most = ShippedRules().taxonomy.horizon.start_days;
  b.when = When{{Day{19990 - most}, Day{20000}}, "since May", Span{10, 19}};
  CHECK(Finds(Kind::kContradiction, {a, b}));
  b.when->days.first = Day{19990 - most - 1};
  CHECK(!Finds(Kind::kContradiction, {a, b}));
}

TEST_CASE("the missing of two days contradict each other no more than two tolls that grew") {
  Claim before = Told("a", 64, "afg"), later = Told("b", 41, "ocha");
  for (Claim* claim : {&before, &later}) {
    claim->metric = MetricId("missing");
    claim->source.kind = SourceKind::kThirdParty;
  }
  CHECK(Finds(Kind::kContradiction, {before, later}));  // of one day
  later.said = DayRange{Day{20002}, Day{20002}};
  CHECK(!Finds(Kind::kContradiction, {before, later}));
  CHECK(Finds(Kind::kUpdate, {before, later}));
}

TEST_CASE("parts fall short of a whole where they claim to be all of it") {
  Claim whole = Told("a", 100, "afg"), soldiers = whole, civilians = whole;
  soldiers.id = ClaimId("a:1");
  soldiers.quantity.hard = soldiers.quantity.soft = {60, 60};
  soldiers.object.category = CategoryId("soldier");
  civilians.id = ClaimId("a:2");
  civilians.quantity.hard = civilians.quantity.soft = {35, 35};
  civilians.object.category = CategoryId("civilian");
  soldiers.part_of = civilians.part_of = whole.id;
  CHECK(Finds(Kind::kArithmeticError, {whole, soldiers, civilians}));
  civilians.open_part = true;  // "35 of them civilians"
  CHECK(!Finds(Kind::kArithmeticError, {whole, soldiers, civilians}));
  civilians.open_part = false;
  civilians.object.category = CategoryId("person");  // in one list: beside the soldiers
  CHECK(Finds(Kind::kArithmeticError, {whole, soldiers, civilians}));
  civilians.sentence = {60, 90};  // the soldiers may be among them
  CHECK(!Finds(Kind::kArithmeticError, {whole, soldiers, civilians}));
}

TEST_CASE("a figure that its own parts exceed has slipped where one digit makes it right") {
  Claim before = Told("a", 156, "afg"), copy = Told("b", 56, "afg");
  before.when = copy.when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  copy.said = DayRange{Day{20002}, Day{20002}};
  Claim soldiers = copy, civilians = copy;
  soldiers.id = ClaimId("b:1");
  soldiers.quantity.hard = soldiers.quantity.soft = {100, 100};
  soldiers.object.category = CategoryId("soldier");
  civilians.id = ClaimId("b:2");
  civilians.quantity.hard = civilians.quantity.soft = {56, 56};
  civilians.object.category = CategoryId("civilian");
  soldiers.part_of = civilians.part_of = copy.id;
  CHECK(Finds(Kind::kMutation, {before, copy, soldiers, civilians}));
  copy.quantity.hard = copy.quantity.soft = {32, 32};
  CHECK(!Finds(Kind::kMutation, {before, copy, soldiers, civilians}));
  CHECK(Finds(Kind::kRevision, {before, copy, soldiers, civilians}));
}

TEST_CASE("nobody of anybody, whoever was meant") {
  Claim none = Told("a", 0, "pak"), some = Told("b", 38, "ind");
  none.when = some.when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  none.object.category = some.object.category = CategoryId("militant");
  none.object.party = PartyId("ind");
  none.object.resolved = true;  // a guess: the foe of who denies
  some.object.party = PartyId("pak");
  some.actor.emplace().party = PartyId("ind");
  CHECK(Finds(Kind::kContradiction, {none, some}));
  none.object.resolved = false;
  CHECK(!Finds(Kind::kContradiction, {none, some}));
}

TEST_CASE("casualties that a paper turns into killed") {
  Claim source = Told("a", 2300, "aze"), paper = Told("b", 2300, "");
  source.metric = MetricId("casualties");
  for (Claim* claim : {&source, &paper}) {
    claim->object.party = PartyId("arm");
    claim->object.category = CategoryId("soldier");
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  }
  paper.source = {};
  paper.said = DayRange{Day{20005}, Day{20005}};
  CHECK(Finds(Kind::kMutation, {source, paper}));
  for (Claim* claim : {&source, &paper})
    claim->quantity.hard = claim->quantity.soft = {23, 23};  // figures that recur by chance
  CHECK(!Finds(Kind::kMutation, {source, paper}));
}

namespace {

// What the comparison finds in two texts of 18 October 2025: "contradiction | update".
std::string Found(const std::string& first, const std::string& second) {
  std::vector<Document> documents(2);
  std::vector<Claim> claims;
  documents[0].text = first, documents[1].text = second;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].id = ArticleId(i == 0 ? "first" : "second");
    documents[i].date = ParseIsoDay("2025-10-18");
    for (Claim& claim : Extract(&documents[i], ShippedRules(), {}).claims)
      claims.push_back(std::move(claim));
  }
  std::string out;
  for (const Finding& finding : Compare(claims, documents, ShippedRules()).findings)
    out += (out.empty() ? "" : " | ") + ToText(finding.kind);
  return out;
}

}  // namespace

TEST_CASE("a hospital counts those who came to it") {
  const std::string toll =
      "The Afghan health ministry said 38 people were killed in Kabul on Friday.";
  CHECK(Found(toll, "A hospital director said 12 people were killed in Kabul on Friday.").empty());
  CHECK(Found(toll, "A rights group said 12 people were killed in Kabul on Friday.") != "");
  CHECK(Found(toll, "Twelve of our colleagues died in Kabul on Friday, a rights group said.")
            .empty());
  CHECK(Found(toll, "Twelve of its members died in Kabul on Friday, a union said.").empty());
  CHECK(Found(toll, "Twelve members of the army died in Kabul on Friday, a union said.") != "");
  // More than the toll says cannot be a part of it.
  CHECK(Found(toll, "A hospital director said 60 people were killed in Kabul on Friday.") != "");
}

TEST_CASE("what a group lost is not the civilians of another count") {
  const std::string lost =
      "The Rapid Support Forces said its losses amounted to nine dead in El-Obeid on Friday.";
  CHECK(
      Found(lost, "A doctors' union said 27 civilians were killed in El-Obeid on Friday.").empty());
  CHECK(Found(lost, "Sudan's army said it killed 27 RSF fighters in El-Obeid on Friday.") != "");
}

TEST_CASE("a part mirrors nothing") {
  Claim lost = Told("a", 12, "sdn"), taken = Told("b", 1, "rsf"), all = Told("c", 38, "rsf");
  for (Claim* claim : {&lost, &taken, &all}) {
    claim->object.party = PartyId("sdn");
    claim->object.category = CategoryId("soldier");
    claim->when.emplace().days = DayRange{Day{20000}, Day{20000}};
    claim->place.emplace().id = PlaceId("SD-KN");
  }
  lost.metric = MetricId("losses");
  lost.quantity.hard = lost.quantity.soft = {0, 12};
  taken.metric = all.metric = MetricId("captured");
  taken.object.category = CategoryId("officer");
  CHECK(Finds(Kind::kMirrorDiscrepancy, {lost, taken, all}));
  taken.article = all.article;
  taken.part_of = all.id;  // "38 soldiers, including an officer"
  CHECK(!Finds(Kind::kMirrorDiscrepancy, {lost, taken, all}));
}

TEST_CASE("drones downed of those launched are all that were downed") {
  Claim launched = Told("a", 146, "ukr"), downed = Told("a", 118, "ukr"),
        other = Told("b", 87, "rus");
  launched.metric = MetricId("drone.launched");
  downed.metric = other.metric = MetricId("drone.downed");
  downed.id = ClaimId("a:downed");
  downed.part_of = launched.id;
  downed.sentence = {60, 110};
  for (Claim* claim : {&launched, &downed, &other}) {
    claim->object.category = std::nullopt;
    claim->object.party = PartyId("rus");
    claim->when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
    claim->when->span = Span{claim->sentence.begin + 5, claim->sentence.begin + 9};
  }
  CHECK(Finds(Kind::kContradiction, {launched, downed, other}));
}

TEST_CASE("the army lost no one, of no day, is no answer to a narrator") {
  const std::string raid = "On Friday 31 soldiers were killed in Kabul. ";
  CHECK(Found(raid + "The Afghan army has lost no soldiers, its spokesman said.", "Calm.").empty());
  CHECK(
      Found("On Friday 31 people were killed in Kabul, the Afghan health ministry said. Nobody was "
            "killed, said the director of a school.",
            "Calm.")
          .empty());
  CHECK(Found(raid + "On Friday no soldiers were killed in Kabul, the Afghan army said.",
              "Calm.") != "");
}

TEST_CASE("of two texts the one without a source is no known copy") {
  const auto claims = [](const std::string& id, const std::string& text) {
    Document document;
    document.id = ArticleId(id);
    document.text = text;
    document.date = ParseIsoDay("2025-10-18");
    return Extract(&document, ShippedRules(), {}).claims;
  };
  const auto related = RelatePair(
      claims("first", "The Afghan health ministry said 41 people were killed in Kabul on Friday."),
      claims("second", "Bombs fell on Kabul on Friday and 41 people were killed."), ShippedRules());
  REQUIRE(related);
  CHECK(ToText(related->kind) == "repeat");
  const auto bound =
      RelatePair(claims("first", "On Friday 41 people were killed in Kabul."),
                 claims("second", "At least 41 people were killed in Kabul."), ShippedRules());
  REQUIRE(bound);
  CHECK(ToText(bound->kind) == "refinement");
}

TEST_CASE("what a text tells of long ago behind a figure does not date it") {
  CHECK(Found("The army of Israel says 12 officers were killed in Lebanon. In 1992 it killed one "
              "officer there, the army of Israel says.",
              "Calm.")
            .empty());
}

TEST_CASE("bodies and dead are no changed metric") {
  const std::string bodies =
      "The Afghan health ministry said 31 bodies were recovered in Kabul on Friday.";
  CHECK(Found(bodies, "The Afghan health ministry said 31 people were killed in Kabul on Friday.")
            .find("mutation") == std::string::npos);
}
