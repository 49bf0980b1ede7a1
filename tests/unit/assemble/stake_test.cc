#include "assemble/stake.h"

#include "catch.h"

using namespace counterclaim;

namespace {

Rulebook Rules() {
  Rulebook rules;
  const auto metric = [&](const char* id, MetricKind kind) {
    Metric one;
    one.id = MetricId(id);
    one.kind = kind;
    rules.taxonomy.metrics[one.id] = one;
  };
  metric("killed", MetricKind::kPeople);
  metric("post.captured", MetricKind::kThings);
  metric("strike", MetricKind::kActs);
  return rules;
}

Claim Said(const char* source, const char* metric, const char* object, const char* actor) {
  Claim claim;
  claim.source.kind = SourceKind::kParty;
  claim.source.party = PartyId(source);
  claim.metric = MetricId(metric);
  if (*object) claim.object.party = PartyId(object);
  if (*actor) claim.actor = Participant{{}, std::nullopt, PartyId(actor), {}, false};
  return claim;
}

}  // namespace

TEST_CASE("what a figure means to the one who gives it") {
  struct Row {
    const char *source, *metric, *object, *actor, *stake;
  };
  const Rulebook rules = Rules();
  const Row rows[] = {
      {"afg/taliban", "killed", "pak", "afg/taliban", "enemy_loss"},
      {"afg/taliban", "killed", "afg", "", "own_loss"},
      {"pak", "post.captured", "afg", "pak", "own_gain"},
      {"pak/ispr", "strike", "", "pak", "own_act"},
      {"pak", "strike", "", "ind", "neutral"},
      {"pak", "killed", "", "", "neutral"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source, row.metric, row.object);
    CHECK(ToText(StakeOf(Said(row.source, row.metric, row.object, row.actor), rules)) == row.stake);
  }
}

TEST_CASE("a narrator has no stake") {
  Claim claim;
  claim.metric = MetricId("killed");
  claim.object.party = PartyId("pak");
  CHECK(StakeOf(claim, Rules()) == Stake::kNeutral);
}
