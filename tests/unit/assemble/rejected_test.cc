#include "assemble/rejected.h"

#include <algorithm>
#include <string>

#include "catch.h"
#include "claims_of.h"

using namespace counterclaim;

namespace {

// "50 m23 | 12": each claim and who rejects it without a figure.
std::string Denied(const std::string& text) {
  std::string out;
  for (const Claim& claim : ClaimsOf(text)) {
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

TEST_CASE("a rejection reaches a few sentences and a few claims back") {
  const std::string claim = "Pakistan's army said it had killed 12 Afghan soldiers.";
  const auto apart = [&](int sentences) {
    std::string text = claim;
    for (int i = 0; i < sentences; ++i) text += " Rain fell.";
    return Denied(text + " Kabul denied the claim.");
  };
  CHECK(apart(3) == "12 afg");
  CHECK(apart(4) == "12");
  std::string many;
  for (int i = 0; i < 18; ++i)
    many +=
        "Pakistan's army said it had killed " + std::to_string(20 + i) + " Afghan soldiers.\n\n";
  const std::string denied = Denied(many + "Kabul denied the Pakistani figures.");
  CHECK(denied.starts_with("20 | 21 | 22 afg"));
  CHECK(denied.ends_with("| 37 afg"));
  std::string deniers = claim;
  for (const char* who :
       {"Kabul", "Hamas", "Iran", "India", "Egypt", "Chad", "Mali", "Niger", "Kenya", "Ghana"})
    deniers += " " + std::string(who) + " denied the Pakistani figures.";
  const std::string eight = Denied(deniers);
  CHECK(std::count(eight.begin(), eight.end(), ' ') == 8);
}
