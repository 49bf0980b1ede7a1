#include <string>

#include "catch.h"
#include "pipeline.h"
#include "shipped_rules.h"

using namespace counterclaim;

TEST_CASE("entries of a live blog are ordered by their stamps") {
  Document document;
  document.id = ArticleId("ticker");
  document.text =
      "04:25 The harbour office says 20 sailors were killed.\n\n"
      "Nobody else was on board.\n\n"
      "09:30 It now says 38 sailors were killed.\n";
  const Extraction read = Extract(&document, ShippedRules(), ExtractOptions{});
  REQUIRE(read.claims.size() == 2);
  CHECK(read.claims[0].said_order == 4 * 60 + 25);
  CHECK(read.claims[1].said_order == 9 * 60 + 30);
}

TEST_CASE("an article without stamps has no order of statements") {
  Document document;
  document.id = ArticleId("wire");
  document.text = "At 04:25 on Friday 20 sailors were killed.\n";
  const Extraction read = Extract(&document, ShippedRules(), ExtractOptions{});
  REQUIRE(read.claims.size() == 1);
  CHECK(!read.claims[0].said_order);
}

TEST_CASE("what is said again is one claim that stands in several places") {
  Document document;
  document.id = ArticleId("wire");
  document.text =
      "Nine people were killed in Kandahar on Friday.\n\nThe wind was strong.\n\n"
      "On Friday nine people were killed in Kandahar.\n\n"
      "On Friday nine people were killed in Kabul.\n";
  document.date = ParseIsoDay("2025-10-18");
  const Extraction read = Extract(&document, ShippedRules(), ExtractOptions{});
  REQUIRE(read.claims.size() == 2);
  CHECK(read.claims[0].also.size() == 1);
  CHECK(read.claims[1].place->id == PlaceId("AF-KAB"));
}
