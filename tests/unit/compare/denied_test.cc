#include "catch.h"
#include "unit/compare/told_claims.h"

using namespace counterclaim;

namespace {

Claim Counted(const std::string& article, std::int64_t figure, const std::string& source,
              const std::string& category, const std::string& side) {
  Claim claim = Told(article, figure, source);
  claim.object.category = CategoryId(category);
  claim.object.party = PartyId(side);
  claim.when = When{{Day{19999}, Day{19999}}, "on Friday", Span{10, 19}};
  return claim;
}

Source Speaker(const std::string& party) {
  Source source;
  source.kind = SourceKind::kParty;
  source.party = PartyId(party);
  source.text = "Nairobi";
  source.cue = "dismissed";
  return source;
}

}  // namespace

TEST_CASE("a claim that somebody rejects without a figure is a denial of its own") {
  Claim claim = Counted("a", 51, "al-shabaab", "soldier", "ken");
  claim.quantity_text = "51";
  CHECK(!Finds(Kind::kDenial, {claim}));
  claim.denied_by = {Speaker("ken/kdf")};
  const Comparison found = Compare({claim}, {}, ShippedRules());
  const auto denial =
      std::find_if(found.findings.begin(), found.findings.end(),
                   [](const Finding& finding) { return finding.kind == Kind::kDenial; });
  REQUIRE(denial != found.findings.end());
  CHECK(denial->claims == std::vector<ClaimId>{claim.id});
  CHECK(denial->hints ==
        std::vector<std::string>{"in the words of the article: “Nairobi … dismissed”"});
  CHECK(denial->why == "al-Shabaab says 51 killed: rejected by KDF");
  claim.denied_by[0].span = Span{90, 97};
  claim.denied_by[0].cue_span = Span{80, 89};
  const Comparison turned = Compare({claim}, {}, ShippedRules());
  CHECK(std::any_of(turned.findings.begin(), turned.findings.end(), [](const Finding& finding) {
    return finding.hints ==
           std::vector<std::string>{"in the words of the article: “dismissed … Nairobi”"};
  }));
}

TEST_CASE("a denier with a figure of his own contradicts by it") {
  Claim claim = Counted("a", 51, "al-shabaab", "soldier", "ken");
  claim.denied_by = {Speaker("ken/kdf")};
  Claim own = Counted("a", 9, "ken/kdf", "soldier", "ken");
  own.id = ClaimId("a2");
  CHECK(Finds(Kind::kContradiction, {claim, own}));
  CHECK(!Finds(Kind::kDenial, {claim, own}));
  // given elsewhere, the words of this article stay
  own.article = ArticleId("b");
  CHECK(Finds(Kind::kDenial, {claim, own}));
}

TEST_CASE("a people counted by its enemy and its soldiers counted by itself are one force") {
  Claim enemy = Counted("a", 57, "al-shabaab", "person", "ken"),
        own = Counted("b", 9, "ken/kdf", "soldier", "ken");
  enemy.object_text = "the Kenyans";
  enemy.object.span = {20, 31};
  CHECK(Finds(Kind::kContradiction, {enemy, own}));
  enemy.object_text = "the people";
  CHECK(!Finds(Kind::kContradiction, {enemy, own}));
}

TEST_CASE("foreigners are some of all victims") {
  Claim all = Counted("a", 30, "mar/interior", "person", "mar"),
        some = Counted("b", 12, "mar/police", "person", "mar");
  all.source.kind = some.source.kind = SourceKind::kThirdParty;
  CHECK((Finds(Kind::kContradiction, {all, some}) || Finds(Kind::kRevision, {all, some}) ||
         Finds(Kind::kSelfContradiction, {all, some})));
  some.object_text = "foreign tourists";
  some.lang = "en";
  CHECK(!Finds(Kind::kContradiction, {all, some}));
  CHECK(!Finds(Kind::kRevision, {all, some}));
  CHECK(!Finds(Kind::kSelfContradiction, {all, some}));
}

TEST_CASE("fighters of one day and civilians of its week are not the same dead") {
  Claim fighters = Counted("a", 20, "pak/army", "militant", "afg"),
        dead = Counted("b", 17, "afg/taliban", "civilian", "afg");
  CHECK(Finds(Kind::kStatusDispute, {fighters, dead}));
  dead.scope = Scope::kOperation;
  dead.when = When{{Day{19995}, Day{20002}}, "in a week", Span{10, 19}};
  CHECK(!Finds(Kind::kStatusDispute, {fighters, dead}));
}

TEST_CASE("a figure that others still have after it was changed is no part of the change") {
  const auto change = [](int repeated) {
    Claim first = Counted("a", 157, "npl/home", "person", "npl"),
          second = Counted("b", 153, "npl/home", "person", "npl"),
          again = Counted("c", 157, "npl/home", "person", "npl");
    for (Claim* claim : {&first, &second, &again}) claim->source.kind = SourceKind::kThirdParty;
    second.said = DayRange{Day{20001}, Day{20001}};
    again.said = DayRange{Day{repeated}, Day{repeated}};
    const Comparison found = Compare({first, second, again}, {}, ShippedRules());
    for (const Finding& finding : found.findings)
      if (finding.kind == Kind::kRevision) return finding.claims.size();
    return std::size_t{0};
  };
  CHECK(change(20000) == 3);
  CHECK(change(20003) == 2);
}
