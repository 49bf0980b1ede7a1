#include "rulebook/taxonomy.h"

#include "catch.h"
#include "rulebook/rulebook.h"

using namespace counterclaim;

TEST_CASE("the tables of the taxonomy answer as the links do") {
  const auto rules = LoadRulebook({SOURCE_DIR "/rules"});
  REQUIRE(rules.ok());
  const Taxonomy& compiled = (*rules)->taxonomy;
  Taxonomy plain = compiled;
  plain.subsets.clear();
  plain.exclusions.clear();
  plain.orders.clear();
  REQUIRE(compiled.subsets.size() == compiled.categories.size() * compiled.categories.size());
  std::size_t hard = 0, presumed = 0, excluded = 0, ordered = 0;
  for (const auto& [a, one] : compiled.categories) {
    for (const auto& [b, other] : compiled.categories) {
      CAPTURE(a.text, b.text);
      CHECK(compiled.Subset(a, b) == plain.Subset(a, b));
      CHECK(compiled.Exclude(a, b) == plain.Exclude(a, b));
      hard += compiled.Subset(a, b) == SubsetStrength::kHard;
      presumed += compiled.Subset(a, b) == SubsetStrength::kPresumed;
      excluded += compiled.Exclude(a, b);
    }
  }
  for (const auto& [a, one] : compiled.metrics) {
    for (const auto& [b, other] : compiled.metrics) {
      CAPTURE(a.text, b.text);
      CHECK(compiled.AtMost(a, b) == plain.AtMost(a, b));
      ordered += compiled.AtMost(a, b);
    }
  }
  CHECK(hard > compiled.categories.size());
  CHECK(presumed > 0);
  CHECK(excluded > 0);
  CHECK(ordered > 0);
}

TEST_CASE("marks of a category hold for those in it") {
  const auto rules = LoadRulebook({SOURCE_DIR "/rules"});
  REQUIRE(rules.ok());
  const Taxonomy& taxonomy = (*rules)->taxonomy;
  const auto marks = [&](const char* id) {
    const CategoryId category(id);
    return std::string(taxonomy.Fights(category) ? "fights " : "") +
           (taxonomy.Armed(category) ? "armed " : "") + (taxonomy.Rebel(category) ? "rebel" : "");
  };
  CHECK(marks("officer") == "fights armed ");
  CHECK(marks("militant") == "fights armed rebel");
  CHECK(marks("police") == "armed ");
  CHECK(marks("child").empty());
  CHECK(marks("person").empty());
}
