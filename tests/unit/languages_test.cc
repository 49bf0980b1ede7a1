// A second language is rules alone: what a Russian article gives, from its bytes to its claims.
#include <string>

#include "catch.h"
#include "ingest/ingest.h"
#include "model/claim.h"
#include "pipeline.h"
#include "shipped_rules.h"
#include "text/language.h"

using namespace counterclaim;

namespace {

std::string Guess(const std::string& text) {
  return GuessLanguage(text, ShippedRules())->tag;
}

}  // namespace

TEST_CASE("an article that names no language is read in that of its small words") {
  CHECK(Guess("The army said that 58 soldiers died in the raid.") == "en");
  CHECK(Guess("По данным армии, при обстреле погибли 58 солдат.") == "ru");
  CHECK(Guess("58") == "en");
  CHECK(Guess("") == "en");
}

TEST_CASE("a Russian case gives its claims") {
  const Ingested read =
      Ingest({std::string(SOURCE_DIR) + "/tests/cases/russian-post"}, ShippedRules(), {});
  REQUIRE(read.documents.size() == 2);
  std::vector<Document> documents = read.documents;
  std::string claims, refused;
  for (Document& document : documents) {
    const Extraction extraction = Extract(&document, ShippedRules(), {}, nullptr);
    CHECK(document.lang == "ru");
    for (const Claim& claim : extraction.claims) claims += ToText(claim) + '\n';
    for (const Refused& each : extraction.refused) refused += ToText(each.reason) + ' ';
  }
  CHECK(claims ==
        "killed 23 soldier:pak | says pak/mod | 2025-10-12 | incident\n"
        "wounded 7 soldier:pak | says pak/mod | 2025-10-12 | incident\n"
        "killed 58 soldier:pak | says afg/government | 2025-10-12 | incident\n"
        "captured 6 soldier | says narrator | 2025-10-12 | incident\n"
        "killed 23 soldier:pak | says pak/mod | incident\n");
  CHECK(refused == "date date duration ");
}
