#include "compare/compare.h"

#include <algorithm>

#include "catch.h"
#include "shipped_rules.h"

using namespace counterclaim;

namespace {

Claim Told(const std::string& article, std::int64_t figure, const std::string& source) {
  Claim claim;
  claim.id = ClaimId(article);
  claim.article = ArticleId(article);
  claim.metric = MetricId("killed");
  claim.quantity.hard = claim.quantity.soft = {figure, figure};
  claim.object.category = CategoryId("person");
  claim.object.party = PartyId("afg");
  claim.source.kind = SourceKind::kParty;
  claim.source.party = PartyId(source);
  claim.scope = Scope::kIncident;
  claim.sentence = {0, 50};
  claim.said = DayRange{Day{20000}, Day{20000}};
  return claim;
}

}  // namespace

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

namespace {

bool Finds(Kind kind, const std::vector<Claim>& claims,
           const std::vector<Document>& documents = {}) {
  const Comparison found = Compare(claims, documents, ShippedRules());
  return std::any_of(found.findings.begin(), found.findings.end(),
                     [kind](const Finding& finding) { return finding.kind == kind; });
}

}  // namespace

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
