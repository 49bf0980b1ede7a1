#include "catch.h"
#include "compare/pairs.h"
#include "shipped_rules.h"

using namespace counterclaim;

namespace {

struct Count {
  std::string metric, side, category, source;
  std::int64_t figure;
};

std::string HintsOf(const std::vector<Count>& counts) {
  std::vector<Claim> claims(counts.size());
  std::vector<Item> items(counts.size());
  std::vector<Position> positions(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    Claim& claim = claims[i];
    claim.metric = MetricId(counts[i].metric);
    claim.object.category = CategoryId(counts[i].category);
    claim.quantity.hard = claim.quantity.soft = {counts[i].figure, counts[i].figure};
    claim.quantity_text = std::to_string(counts[i].figure);
    items[i].claim = &claim;
    items[i].side = counts[i].side;
    items[i].source = counts[i].source;
    positions[i].items = {&items[i]};
  }
  Pair pair{&positions[0], &positions[1], {}};
  pair.relation.kind = Kind::kContradiction;
  std::string all;
  const auto hints = FindHints(positions, ShippedRules(), {&pair});
  for (const std::string& hint : hints[0]) all += hint + ";";
  return all;
}

}  // namespace

TEST_CASE("what the lower figure's source counts besides may make up the difference") {
  const Count low{"killed", "aaa", "soldier", "s", 5}, high{"killed", "aaa", "soldier", "t", 12};
  const Count hurt{"wounded", "aaa", "soldier", "s", 7},
      others{"killed", "aaa", "civilian", "s", 7}, foes{"killed", "bbb", "soldier", "s", 7};
  struct Row {
    std::vector<Count> counts;
    std::string hints;
  };
  Count of_other = hurt, too_few = hurt, other_side = hurt;
  of_other.source = "t";
  too_few.figure = 6;
  other_side.side = "bbb";
  const Row rows[] = {
      {{low, high}, ""},
      {{low, high, hurt}, "includes-other-metric|5 + 7;"},
      {{low, high, others}, "includes-other-group|5 + 7;"},
      {{low, high, foes}, "both-sides|5 + 7;"},
      {{low, high, of_other}, ""},
      {{low, high, too_few}, ""},
      {{low, high, other_side}, ""},
      // The first that does, of whatever metric.
      {{low, high, foes, hurt, others}, "both-sides|5 + 7;"},
      {{low, high, hurt, foes}, "includes-other-metric|5 + 7;"},
      {{low, high, too_few, others, hurt}, "includes-other-group|5 + 7;"},
  };
  for (const Row& row : rows) {
    INFO(row.counts.size() << " " << row.hints);
    CHECK(HintsOf(row.counts) == row.hints);
  }
}

TEST_CASE("a relation keeps the three hints that it may have") {
  Relation relation;
  for (const char* id : {"union-of-sides", "presumed-subset", "slip"}) relation.Hint(id);
  CHECK(std::string(relation.hints[0]) == "union-of-sides");
  CHECK(std::string(relation.hints[1]) == "presumed-subset");
  CHECK(std::string(relation.hints[2]) == "slip");
}
