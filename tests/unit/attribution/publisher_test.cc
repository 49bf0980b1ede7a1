#include "unit/attribution/source_of.h"

using namespace counterclaim;

TEST_CASE("who publishes a text says what nobody else does") {
  const std::string text = "Four people died. Forty-one were hurt.";
  CHECK(SourceOf(text, "Forty", "Stowe Valley Police") == "third_party stowe-valley-police");
  CHECK(SourceOf(text, "Forty", "Stowe Valley Post") == "narrator");
  CHECK(SourceOf(text, "Forty", "Legal Observers' Network") == "narrator");
  CHECK(SourceOf("We mourn. " + text, "Forty", "Legal Observers' Network") ==
        "third_party legal-observers-network");
  CHECK(SourceOf("“We mourn.” " + text, "Forty", "Legal Observers' Network") == "narrator");
  CHECK(SourceOf("We mourn. " + text, "Forty", "Stowe Television") == "narrator");
  CHECK(SourceOf("Our men won. " + text, "Forty", "RSF Official Channel") == "party rsf");
  const std::string told = "Doctors at Stowe General said that forty people were hurt.";
  CHECK(SourceOf(told, "forty", "Stowe Valley Police") == "third_party");
  CHECK(SourceOf(text, "Forty", "RSF Official Channel") == "narrator");
}

TEST_CASE("the state that publisher and dateline name is whose the army is") {
  const std::string text =
      "KHARTOUM - The town is free of the treachery of Juba. Forty men fell, the presidential "
      "assistant said, and Juba knows it.";
  CHECK(SourceOf(text, "Forty", "Sudan News Service").starts_with("party sdn"));
  CHECK(!SourceOf(text, "Forty", "Evening Post").starts_with("party sdn"));
  // who is named beside it comes first
  const std::string beside =
      "KHARTOUM - The town is free. Forty men fell, South Sudan's army said.";
  CHECK(SourceOf(beside, "Forty", "Sudan News Service").starts_with("party ssd"));
}

TEST_CASE("a body by its short name, an office by what it is of") {
  const SourceRow rows[] = {
      {"The National Institute for Disaster Management (INGD) said 63 died. The INGD now speaks of "
       "71.",
       "71", "third_party national-institute-for-disaster-management"},
      {"Kenya is silent. The chairman of Shapla Playthings came. Nine died, he said.", "Nine",
       "third_party"},
  };
  CheckSources(rows);
}
