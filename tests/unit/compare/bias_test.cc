#include "compare/bias.h"

#include <cmath>

#include "catch.h"

using namespace counterclaim;

namespace {

struct Told {
  std::string party;  // "" for the narrator
  std::int64_t figure = 0;
  int day = 1;  // of the event
  Bound bound = Bound::kExact;
  int said = 2;
  Stake stake = Stake::kNeutral;
};

std::vector<Claim> Claims(const std::vector<Told>& all) {
  std::vector<Claim> claims;
  for (const Told& told : all) {
    Claim& claim = claims.emplace_back();
    claim.id = ClaimId("c" + std::to_string(claims.size()));
    claim.article = ArticleId("a" + std::to_string(claims.size()));
    claim.metric = MetricId("killed");
    claim.scope = Scope::kIncident;
    claim.quantity.bound = told.bound;
    claim.quantity.hard = {told.figure, told.bound == Bound::kAtLeast ? kNoLimit : told.figure};
    claim.quantity.soft = claim.quantity.hard;
    claim.object.party = PartyId("ccc");
    claim.stake = told.stake;
    if (!told.party.empty()) {
      claim.source.kind = SourceKind::kParty;
      claim.source.party = PartyId(told.party);
    }
    const Day day{told.day * 100};
    claim.when = When{{day, day}, std::nullopt, std::nullopt};
    claim.said = DayRange{Day{told.day * 100 + told.said}, Day{told.day * 100 + told.said}};
  }
  return claims;
}

const PartyBias& Row(const BiasTable& table, const std::string& party) {
  for (const PartyBias& row : table.parties)
    if (row.party.text == party) return row;
  FAIL("no row of " << party);
  return table.parties.front();
}

}  // namespace

TEST_CASE("bias is measured on the same slots alone") {
  const Rulebook rulebook;
  const BiasTable table = MeasureBias(
      Claims({{"aaa", 40, 1}, {"bbb/army", 10, 1}, {"aaa", 80, 2}, {"bbb", 20, 2}, {"ddd", 7, 3}}),
      {}, rulebook, false);
  REQUIRE(table.parties.size() == 3);
  CHECK(table.parties[0].party == PartyId("aaa"));
  CHECK(std::abs(*Row(table, "aaa").bias - std::log(2.0)) < 1e-9);
  CHECK(std::abs(*Row(table, "bbb").bias + std::log(2.0)) < 1e-9);
  CHECK(Row(table, "aaa").shared == 2);
  CHECK(Row(table, "ddd").unidentified == Unidentified::kAlone);
  CHECK(!Row(table, "ddd").bias);
}

TEST_CASE("zeros, narrators and vague figures are left out and counted") {
  const Rulebook rulebook;
  const BiasTable table = MeasureBias(
      Claims({{"aaa", 0}, {"aaa", 12, 1, Bound::kVague}, {"", 5}, {"bbb", 30, 1, Bound::kAtLeast}}),
      {}, rulebook, false);
  CHECK(table.zeros == 1);
  CHECK(table.vague == 1);
  CHECK(table.unplaced == 1);
  REQUIRE(table.parties.size() == 1);
  CHECK(table.parties[0].unidentified == Unidentified::kBoundsOnly);
}

TEST_CASE("of several figures of one party the latest counts") {
  const Rulebook rulebook;
  const BiasTable table = MeasureBias(
      Claims({{"aaa", 90, 1, Bound::kExact, 4}, {"aaa", 10, 1, Bound::kExact, 2}, {"bbb", 10}}), {},
      rulebook, false);
  CHECK(std::abs(*Row(table, "aaa").bias - std::log(9.0) / 2) < 1e-9);
}

TEST_CASE("figures of own losses may be told from those of the enemy's") {
  const Rulebook rulebook;
  const auto claims = Claims({{"aaa", 40, 1, Bound::kExact, 2, Stake::kEnemyLoss},
                              {"bbb", 10, 1, Bound::kExact, 2, Stake::kOwnLoss},
                              {"aaa", 5, 2, Bound::kExact, 2, Stake::kOwnLoss},
                              {"bbb", 20, 2, Bound::kExact, 2, Stake::kEnemyLoss}});
  CHECK(MeasureBias(claims, {}, rulebook, false).parties.size() == 2);
  CHECK(std::abs(*MeasureBias(claims, {}, rulebook, false).parties[0].bias) < 1e-9);
  const BiasTable apart = MeasureBias(claims, {}, rulebook, true);
  REQUIRE(apart.parties.size() == 4);
  CHECK(apart.parties[0].group != apart.parties[3].group);
  for (const PartyBias& row : apart.parties)
    CHECK(std::abs(std::abs(*row.bias) - std::log(2.0)) < 1e-9);
}
