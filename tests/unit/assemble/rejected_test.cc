#include "assemble/rejected.h"

#include <string>

#include "catch.h"
#include "pipeline.h"
#include "shipped_rules.h"

using namespace counterclaim;

namespace {

// "50 m23 | 12": each claim and who rejects it without a figure.
std::string Denied(const std::string& text) {
  Document document;
  document.id = ArticleId("a");
  document.text = text;
  document.date = ParseIsoDay("2025-10-18");
  std::string out;
  for (const Claim& claim : Extract(&document, ShippedRules(), {}).claims) {
    out += (out.empty() ? "" : " | ") + std::to_string(claim.quantity.hard.low);
    for (const Source& by : claim.denied_by)
      out += ' ' + (by.party ? by.party->text : by.text.value_or("?"));
  }
  return out;
}

struct Row {
  std::string text, denied;
};

}  // namespace

TEST_CASE("whoever rejects a claim without a figure denies it") {
  const Row rows[] = {
      {"Congo's army accused the M23 of killing 50 civilians at Kishishe. The rebels called the "
       "accusation baseless.",
       "50 m23"},
      {"Pakistan's army said it had killed 12 Afghan soldiers. Kabul denied the claim.", "12 afg"},
      {"Pakistan's army said it had killed 12 Afghan soldiers. Kabul dismissed the Pakistani "
       "figures as a fantasy.",
       "12 afg"},
      {"Pakistan's army said it had killed 12 Afghan soldiers and wounded 40. Kabul disputed that "
       "number.",
       "12 afg | 40"},
      // of somebody's own dead nobody but whom they are laid to
      {"Pakistan's army said it had lost 12 soldiers. Kabul denied the claim.", "12"},
      // of something else
      {"Pakistan's army said it had killed 12 Afghan soldiers. Kabul denied the claim that the "
       "camp had fallen.",
       "12"},
      {"Pakistan's army said it had killed 12 Afghan soldiers. Kabul denied having attacked.",
       "12"},
      // what nobody but the writer vouches for, one's own words, and what comes after
      {"Twelve Afghan soldiers were killed. Kabul denied the claim.", "12"},
      {"Pakistan's army said it had killed 12 Afghan soldiers. The army denied the claim.", "12"},
      {"Kabul denied the claim. Pakistan's army said it had killed 12 Afghan soldiers.", "12"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Denied(row.text) == row.denied);
  }
}
