#include <string>

#include "catch.h"
#include "pipeline.h"

using namespace counterclaim;

TEST_CASE("entries of a live blog are ordered by their stamps") {
  const auto rules = LoadRulebook({std::string(SOURCE_DIR) + "/rules"});
  REQUIRE(rules.ok());
  Document document;
  document.id = ArticleId("ticker");
  document.text =
      "04:25 The harbour office says 20 sailors were killed.\n\n"
      "Nobody else was on board.\n\n"
      "09:30 It now says 38 sailors were killed.\n";
  const Extraction read = Extract(&document, **rules, ExtractOptions{});
  REQUIRE(read.claims.size() == 2);
  CHECK(read.claims[0].said_order == 4 * 60 + 25);
  CHECK(read.claims[1].said_order == 9 * 60 + 30);
}

TEST_CASE("an article without stamps has no order of statements") {
  const auto rules = LoadRulebook({std::string(SOURCE_DIR) + "/rules"});
  REQUIRE(rules.ok());
  Document document;
  document.id = ArticleId("wire");
  document.text = "At 04:25 on Friday 20 sailors were killed.\n";
  const Extraction read = Extract(&document, **rules, ExtractOptions{});
  REQUIRE(read.claims.size() == 1);
  CHECK(!read.claims[0].said_order);
}
