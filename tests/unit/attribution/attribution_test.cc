#include "attribution/attribution.h"

#include "catch.h"
#include "names/names.h"
#include "quantity/quantity.h"
#include "syntax/syntax.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

const Rulebook& Bundled() {
  static const auto rules = *LoadRulebook({std::string(SOURCE_DIR) + "/rules"});
  return *rules;
}

// Who vouches for `number` in the text: "party pak/ispr", "narrator".
std::string SourceOf(const std::string& text, const std::string& number) {
  const Language& english = *Bundled().FindLanguage("en");
  Document document;
  document.text = text;
  document.date = ParseIsoDay("2025-10-18");
  TextLayer layer = ReadText(text, english, true);
  FindNames(text, Bundled(), english, &layer);
  const auto quantities = FindQuantities(text, layer, Bundled(), english, "cautious");
  FindChunks(text, quantities, english, &layer);
  const Attributions found = FindAttributions(document, text, layer, Bundled(), english);
  const auto at = static_cast<std::uint32_t>(text.find(number));
  const auto index = Governing(found, {at, at + static_cast<std::uint32_t>(number.size())});
  if (!index) return "narrator";
  const Source& source = found.attributions[*index].source;
  return ToText(source.kind) + (source.party ? ' ' + source.party->text : "");
}

struct Row {
  const char *text, *number, *source;
};

}  // namespace

TEST_CASE("a source's words name a party, a third party or nobody") {
  const Row rows[] = {
      {"The Taliban said 41 soldiers were killed.", "41", "party afg/taliban"},
      {"Islamabad said 41 fighters were killed.", "41", "party pak"},
      {"According to the Afghan defence ministry, 41 troops died.", "41", "party afg/mod"},
      {"A spokesman for the Pakistani army said 41 troops died.", "41", "party pak/army"},
      {"Residents of Kabul said 41 people died.", "41", "third_party"},
      {"UNAMA said 41 people died in the raid.", "41", "third_party un/unama"},
      {"Shelling killed 41 soldiers.", "41", "narrator"},
      {"Shells that claimed 41 lives fell at dawn.", "41", "narrator"},
      {"The flood, which claimed nearly 41 lives, came at dawn.", "41", "narrator"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(SourceOf(row.text, row.number) == row.source);
  }
}

TEST_CASE("a report of losses goes on with its source") {
  const Row rows[] = {
      {"The Taliban said four soldiers were killed. Forty people were wounded.", "Forty",
       "party afg/taliban"},
      {"The Taliban said four soldiers were killed. Forty people had been wounded in May.", "Forty",
       "narrator"},
      {"The Taliban said talks had failed. Forty people live there.", "Forty", "narrator"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(SourceOf(row.text, row.number) == row.source);
  }
}

TEST_CASE("pronouns and descriptions mean who spoke or was named before") {
  const Row rows[] = {
      {"The Taliban attacked three posts. It said 41 soldiers were killed.", "41",
       "party afg/taliban"},
      {"Zabihullah Mujahid met reporters. He said 41 soldiers were killed.", "41",
       "party afg/taliban"},
      {"The Afghan defence ministry spoke of a raid, it said. The ministry said 41 troops died.",
       "41", "party afg/mod"},
      {"Security officials in Quetta gave another account. They said 41 fighters were killed.",
       "41", "party pak/security-forces"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(SourceOf(row.text, row.number) == row.source);
  }
}
