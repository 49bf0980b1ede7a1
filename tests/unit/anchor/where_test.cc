#include <string>

#include "anchor/anchor.h"
#include "catch.h"
#include "claims_of.h"

using namespace counterclaim;

namespace {

// "58 AF-KAN | 30 -": the place of each claim.
std::string Places(const std::string& text) {
  std::string out;
  for (const Claim& claim : ClaimsOf(text)) {
    if (!out.empty()) out += " | ";
    out += claim.quantity_text + ' ';
    out += claim.place ? claim.place->id ? claim.place->id->text : *claim.place->text : "-";
  }
  return out;
}

}  // namespace

TEST_CASE("places are those of what is counted") {
  struct Row {
    std::string text, places;
  };
  const Row rows[] = {
      {"A bomb killed 12 people in Kandahar on Friday.", "12 AF-KAN"},
      // where most of them were is no place of all of them
      {"The government counted 2,418 deaths, most of them in Sagaing.", "2,418 -"},
      {"Prosecutors gave two accounts of the Axum killings.\n\nAn inquiry counted 93 deaths.",
       "93 ET-TI"},
      {"After talks in Doha the ministry said 12 soldiers were killed.", "12 -"},
      // in two countries: in neither
      {"Raiders killed 12 people in Kandahar and Peshawar.", "12 Kandahar"},
      {"Raiders killed 12 people in Kandahar and Helmand.", "12 AF-KAN"},
      {"Raiders killed 12 people in Kandahar, Peshawar.", "12 AF-KAN"},
      // struck: the subject of its sentence
      {"Kandahar, 250 kilometres away, was shelled. Twelve people died there.", "Twelve AF-KAN"},
      {"Kandahar, 250 kilometres away, was quiet. Twelve people died there.", "Twelve -"},
      // a sentence about one province
      {"For Kandahar his colleague counted 12 dead.", "12 AF-KAN"},
      {"He asked for Kandahar. Twelve people died.", "Twelve -"},
      {"Raiders killed 12 people in North Rhine-Westphalia.", "12 DE-NW"},
      {"Raiders killed 12 people in Tuscany.", "12 IT-52"},
      // where somebody sits
      {"In a message the Kandahar-based group counted 12 dead.", "12 -"},
      // towns that no table has
      {"Twelve people died of cholera in the Orlen camp.", "Twelve Orlen"},
      {"Twelve people died of cholera in the Orlen family.", "Twelve -"},
      {"Raiders killed 12 people at Orlen Ford.", "12 Orlen Ford"},
      {"Raiders killed 12 people in the siege of Orlen.", "12 Orlen"},
      {"Raiders killed 12 people in Ramadan.", "12 -"},
      {"RAIDERS KILLED 12 PEOPLE IN ORLEN.", "12 -"},
      {"Raiders came to Orlen, in Kandahar. They killed 12 people in the town.", "12 AF-KAN"},
      {"Raiders stood in Kandahar. The minister spoke. On Friday 12 people were killed there.",
       "12 AF-KAN"},
      {"A clerk sat in Kandahar.\n\nIt was the dearest year in the city's history: 12 people died.",
       "12 -"},
      {"Raiders killed 12 people in Orlen, nine in Kandahar.", "12 AF | nine AF-KAN"},
      {"In Kandahar the ministry of Iran said 12 people were killed.", "12 -"},
      {"The minister told reporters in Kandahar that 12 people were killed.", "12 -"},
      {"Raiders killed 12 people in the war with Iran.", "12 -"},
      {"IRAN: 12 people were killed in the war with Iraq.", "12 IR"},
      {"KABUL: 12 people were killed.", "12 -"},
      {"KANDAHAR, Oct 18 - In the city 12 people were killed.", "12 AF-KAN"},
      {"Fighting for the Afghan town of Kandahar killed 12 people.", "12 AF-KAN"},
      // each figure of a list has the place behind it
      {"A blast killed 28 people in Homs and 14 people in Aleppo.", "28 SY-HI | 14 SY-HL"},
      {"In Homs 28 people died and in Aleppo 14.", "28 SY-HI | 14 SY-HL"},
      // where it was told
      {"Twelve people were killed, the minister told a television channel in Qatar.", "Twelve -"},
      // where the source sits
      {"In Kabul, where it rained, the army put its losses at 12 dead.", "12 -"},
      {"In Kabul, a bomb killed 12 people, the army said.", "12 AF-KAB"},
      // the happening that the text reports, named with its place
      {"The army owned up to the air strike at Kandahar.\n\nSixty men were killed, it said.",
       "Sixty AF-KAN"},
      {"The army owned up to the air strike at Kandahar.\n\nNine men were killed on Monday.",
       "Nine -"},
      {"The army met in Kandahar.\n\nSixty men were killed, it said.", "Sixty -"},
      // one name in two countries
      {"Pakistan said Pakistani troops fired back. Shells killed nine people in Punjab.",
       "nine PK-PB"},
      {"Indian police said Indian farmers fled. Shells killed nine people in Punjab.",
       "nine IN-PB"},
      {"India and Pakistan fought. Shells killed nine people in Punjab.", "nine Punjab"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Places(row.text) == row.places);
  }
}

TEST_CASE("a town of a country is a town, another name of the country is none") {
  const std::pair<std::string, std::optional<std::string>> rows[] = {
      {"A flood killed 12 people in Badulla.", "badulla"},
      {"A flood killed 12 people in Sri Lanka.", std::nullopt},
      {"A flood killed 12 people in Burma.", std::nullopt},
  };
  for (const auto& [text, town] : rows) {
    INFO(text);
    const auto claims = ClaimsOf(text);
    REQUIRE(claims.size() == 1);
    REQUIRE(claims[0].place);
    CHECK(claims[0].place->town == town);
  }
}

TEST_CASE("places of what was attacked, of where it was and of whoever only spoke") {
  struct Row {
    std::string text, places;
  };
  const Row rows[] = {
      {"Raiders attacked Kandahar, killing 12 people.", "12 AF-KAN"},
      {"Raiders came to Kandahar, where 12 people were killed.", "12 AF-KAN"},
      {"A bus bound for Kandahar hit a mine near Herat and 12 people were killed.", "12 AF-HER"},
      {"An officer said at Bagram that 12 people were killed.", "12 -"},
      {"Raiders killed 12 people in the city and villages of Kandahar.", "12 AF-KAN"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Places(row.text) == row.places);
  }
}
