// Articles that tell too little of where and when, and of whom, to be matched by that alone.
#include <algorithm>

#include "catch.h"
#include "compare/compare.h"
#include "pipeline.h"
#include "shipped_rules.h"

using namespace counterclaim;

namespace {

// The findings of articles of 18 October 2025, a, b, ...: "contradiction a b", in order.
std::string Findings(const std::vector<std::string>& texts) {
  std::vector<Document> documents;
  std::vector<Claim> claims;
  for (const std::string& text : texts) {
    Document document;
    document.id = ArticleId(std::string(1, static_cast<char>('a' + documents.size())));
    document.source = "Paper " + document.id.text;
    document.text = text;
    document.date = ParseIsoDay("2025-10-18");
    for (Claim& claim : Extract(&document, ShippedRules(), {}).claims) {
      claim.id = ClaimId(document.id.text + std::to_string(claim.quantity.span.begin));
      claims.push_back(std::move(claim));
    }
    documents.push_back(std::move(document));
  }
  std::vector<std::string> told;
  for (const Finding& finding : Compare(claims, documents, ShippedRules()).findings) {
    if (finding.kind != Kind::kContradiction && finding.kind != Kind::kSelfContradiction) continue;
    std::string line = ToText(finding.kind);
    for (const ClaimId& claim : finding.claims) line += std::string(" ") + claim.text[0];
    told.push_back(line);
  }
  std::sort(told.begin(), told.end());
  std::string all;
  for (const std::string& line : told) all += (all.empty() ? "" : " | ") + line;
  return all;
}

}  // namespace

TEST_CASE("two articles of one town and one day") {
  const std::string a = "ORLEN, Oct 18 - Police said 12 people were killed on Friday.";
  const std::string b = "ORLEN, Oct 18 - Nurses said 15 people were killed on Friday.";
  CHECK(Findings({a, b}) == "contradiction a b");
  CHECK(Findings({"KABUL: Police said 12 people were killed on Friday.",
                  "KABUL, Oct 18 - Nurses said 15 people were killed on Friday."}) ==
        "contradiction a b");
  CHECK(Findings({"ORLEN “Post” Police said 12 people were killed on Friday.",
                  "ORLEN “Post” Nurses said 15 people were killed on Friday."})
            .empty());
  CHECK(Findings({"TRAVEL: Police said 12 people were killed on Friday.",
                  "TRAVEL, Oct 18 - Nurses said 15 people were killed on Friday."})
            .empty());
  CHECK(Findings({"ORLEN/TARN - Police said 12 people were killed on Friday.", b}).empty());
  CHECK(Findings({a, "TARN, Oct 18 - Nurses said 15 people were killed on Friday."}).empty());
  CHECK(Findings({a, "ORLEN, Oct 18 - Nurses said 15 people were killed on Monday."}).empty());
  CHECK(Findings({a, "ORLEN, Oct 18 - Nurses said 15 people were killed in Nairobi on Friday."})
            .empty());
}

TEST_CASE("a fight of a group and its enemy, of whom both articles tell") {
  const std::string placed =
      "Mali's army lost two soldiers at Tinzaouaten on Friday. JNIM said seven of its fighters "
      "died.";
  const std::string open = "JNIM counted 47 dead Malian soldiers.";
  CHECK(Findings({placed, open}) == "contradiction a b");
  // of other parties as well, or of no enemy
  CHECK(Findings({placed, "Boko Haram counted 47 dead Nigerian soldiers."}).empty());
}

TEST_CASE("two places of which nothing tells that one lies in the other") {
  const std::string one = "Malian police said 12 Malians were killed at Orlen Ford on Friday.";
  CHECK(Findings({one, "The Red Cross said 15 Malians were killed at Orlen Ford on Friday."}) ==
        "contradiction a b");
  CHECK(Findings({one, "The Red Cross said 15 Malians were killed in Sikasso on Friday."}).empty());
}

TEST_CASE("a second one is another one") {
  const std::string first = "Mali's army lost two soldiers in an ambush near Kidal on Friday.";
  CHECK(Findings({first, "JNIM said it killed 47 Malian soldiers in an ambush on Friday."}) ==
        "contradiction a b");
  CHECK(Findings({first,
                  "JNIM said it killed 47 Malian soldiers in an ambush of its own, a second "
                  "one, on Friday."})
            .empty());
}

TEST_CASE("attackers whom a state counts are those of the group that counts its own") {
  CHECK(Findings({"Mali's army said 33 militants were killed at Kidal on Friday.",
                  "JNIM said it lost 12 fighters at Kidal on Friday."}) == "contradiction a b");
}

TEST_CASE("shares of one sentence, and somebody more, deny no whole") {
  CHECK(Findings(
            {"Police said two people died in Orlen on Friday.",
             "One person on the train and one in the truck died in Orlen on Friday, nurses said."})
            .empty());
  CHECK(Findings({"Police said five men were killed in Orlen on Friday.",
                  "A gunman killed another man in Orlen on Friday, nurses said."})
            .empty());
}

TEST_CASE("the side of a figure is told by the one before it") {
  const std::string own = "The US army said 109 American soldiers were hurt at Bagram on Friday.";
  CHECK(Findings({"Iran said 80 American terrorists were killed at Bagram on Friday and 200 hurt.",
                  own}) == "contradiction a b");
}

TEST_CASE("elsewhere is not where the article has been") {
  const std::string blast = "A blast killed nine people in Orlen on Friday, police said.\n\n";
  const std::string other = "it was calm. Rebels killed 20 people on Friday, the army said.";
  CHECK(Findings({blast + "In the country " + other}) == "contradiction a a");
  CHECK(Findings({blast + "Elsewhere in the country " + other}).empty());
}

TEST_CASE("states that mourn their own count parts of a toll") {
  const std::string all =
      "A crush killed 2,411 pilgrims in Mecca on Friday, the fire brigade said. ";
  CHECK(Findings({all + "Iran says 464 of its citizens died, and Mali says 305 of its citizens "
                        "died."})
            .empty());
}

TEST_CASE("what a town lost on a day that nobody tells is part of what several days cost") {
  const std::string spread =
      "Rebels killed 2,000 civilians on Thursday and Friday, Mali's army said.";
  const std::string spot = "Rebels killed 460 civilians at a clinic in Kidal in Mali, the UN said.";
  CHECK(Findings({spread, spot}).empty());
  CHECK(Findings({"Rebels killed 2,000 civilians on Friday, Mali's army said.", spot}) ==
        "contradiction a b");
  CHECK(Findings({spot, "Rebels killed 300 civilians on Thursday and Friday, Mali's army said."}) ==
        "contradiction a b");
}
