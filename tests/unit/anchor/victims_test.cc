#include "anchor/victims.h"

#include <string>

#include "catch.h"
#include "claims_of.h"

using namespace counterclaim;

namespace {

// "killed 58:pak wounded 30:-" for each claim, in order.
std::string Sides(const std::string& text) {
  std::string out;
  for (const Claim& claim : ClaimsOf(text)) {
    out += (out.empty() ? "" : " ") + claim.metric.text + ' ' +
           std::to_string(claim.quantity.hard.low) + ':' +
           (claim.object.party ? Principal(*claim.object.party).text : "-");
  }
  return out;
}

struct Row {
  std::string text, sides;
};

}  // namespace

TEST_CASE("whose losses the words of the sentence tell") {
  const Row rows[] = {
      {"Armenia put its own losses at 14 soldiers.", "losses 14:arm"},
      {"Two of our men were killed, Ukraine's army said.", "killed 2:ukr"},
      {"Hezbollah said on Monday that six of its fighters were killed.", "killed 6:hezbollah"},
      {"The statement by Boko Haram conceded the loss of eight fighters.", "losses 8:boko-haram"},
      {"Pakistan's army said 12 hostile posts were captured from the Taliban in Afghanistan.",
       "post.captured 12:afg"},
      {"“We killed 11 Indian soldiers and 4 of their posts were destroyed,” Pakistan's army said.",
       "killed 11:ind post.destroyed 4:ind"},
      // an operation that its own side tells of
      {"Operation Anvil, as it calls it, struck nine sites in Pakistan, India's army said.",
       "location.hit 9:pak"},
      {"Syria said Turkey fired on villages. On the Turkish side seven people were killed.",
       "killed 7:tur"},
      {"Russia's defence ministry said air defences shot down four Ukrainian drones and one jet.",
       "drone.downed 4:ukr aircraft.downed 1:ukr"},
      {"Russia's defence ministry said air defences shot down four Ukrainian drones near Svatove "
       "and one jet.",
       "drone.downed 4:ukr aircraft.downed 1:ukr"},
      {"Iran fired 15 missiles at the base. Iraq's military counted 22 missiles.",
       "missile.launched 15:irn missile.launched 22:irn"},
      {"“We had six dead,” a Hezbollah commander said.", "killed 6:hezbollah"},
      {"“We had killed six soldiers,” a Hezbollah commander said in Israel.", "killed 6:isr"},
      {"Mali's army said 12 rebels of the JNIM and three policemen were killed.",
       "killed 12:jnim killed 3:mli"},
      {"The JNIM raided Gao in Mali. Nine policemen died, a doctor said.", "killed 9:mli"},
      {"Japanese climbers were caught by an avalanche; three of them were killed.", "killed 3:jpn"},
      {"Armenian military fatalities came to 94.", "killed 94:arm"},
      // the people of whom a ministry of their own tells
      {"Gaza's Hamas-run health ministry has reported 47 deaths.", "killed 47:pse"},
      // a make, no side
      {"Hezbollah said it had destroyed three Merkava tanks.", "vehicle.destroyed 3:-"},
      {"Israel is at war with Hezbollah. Not one tank was destroyed, an Israeli officer said.",
       "vehicle.destroyed 0:isr"},
      {"Israel is at war with Hezbollah. Two tanks were destroyed, an Israeli officer said.",
       "vehicle.destroyed 2:hezbollah"},
      {"Nearly 100 terrorists were killed and 55 of their motorcycles destroyed, Mali's army said.",
       "killed 80:- vehicle.destroyed 55:-"},
      {"DAKAR - JNIM said it had killed 200 soldiers in Burkina Faso.", "killed 200:bfa"},
      {"JNIM, a branch of al-Qaeda, fled. Mali's army said 83 terrorists were killed.",
       "killed 83:jnim"},
      {"JNIM told the SITE Intelligence Group that they had taken 16 soldiers prisoner in Mali.",
       "captured 16:mli"},
      {"Mali's army said it had killed 40 rebels of the JNIM and lost nine of its own men.",
       "killed 40:jnim killed 9:mli"},
      {"Nine inhabitants of Batken were killed.", "killed 9:kgz"},
      {"Nine Gazans were killed, Israel's army said.", "killed 9:pse"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Sides(row.text) == row.sides);
  }
}

TEST_CASE("whose losses the one who counts tells") {
  const Row rows[] = {
      {"Ten soldiers were wounded, Cambodia's defence ministry said.", "wounded 10:khm"},
      {"Mali's army fought the JNIM near Gao. Some 20 rebels were killed, the army of Mali said.",
       "killed 15:jnim"},
      {"The Taliban met Pakistan's army at dawn. The Taliban said 25 posts were captured.",
       "post.captured 25:pak"},
      {"Myanmar's military government said that 900 people were dead.", "killed 900:mmr"},
      {"The Kenyan Red Cross reported 20 deaths.", "killed 20:ken"},
      {"Russia kept up its raids. Ukraine's air force said that 90 drones were launched and 80 "
       "drones were shot down.",
       "drone.launched 90:rus drone.downed 80:rus"},
      {"Russia kept up its raids. Ukraine's army said that 90 drones were launched.",
       "drone.launched 90:rus"},
      {"Pakistan's army said that the fighting had cost 30 lives on both sides.", "killed 30:-"},
      // An army that says whom it hit does not count its own.
      {"Israel's army said it had killed 30 people in strikes on Lebanon.", "killed 30:lbn"},
      {"The rights group HRANA said 12 protesters had been killed.", "killed 12:irn"},
      {"A quake hit Syria and Turkey. In Syria it rained. AFAD, Turkey's disaster agency, said "
       "nine "
       "people were killed.",
       "killed 9:tur"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Sides(row.text) == row.sides);
  }
}

TEST_CASE("whose losses the place tells") {
  const Row rows[] = {
      {"Four soldiers died at a base near Homs, the Syrian Observatory for Human Rights said.",
       "killed 4:syr"},
      {"Floods in the Libyan city of Qasr Zaytun killed 40 people.", "killed 40:lby"},
      {"On Monday floods reached the Libyan city of Zaytun. In Zaytun 40 people drowned.",
       "killed 40:lby"},
      {"The dead lay in El Fasher, where 30 people were killed.", "killed 30:sdn"},
      {"Haiti mourns, and Haiti waits. In three departments 37 houses were destroyed.",
       "building.destroyed 37:hti"},
      {"GOMA, Congo — A fire killed 63 people, the provincial health minister said.",
       "killed 63:cod"},
      {"Sudan's army said it was sorry. Sudan's police agreed. Nurses counted 35 people killed.",
       "killed 35:sdn"},
      // Talks and offices are where nothing happened.
      {"Eight people were killed in Khost after talks in Doha.", "killed 8:afg"},
      {"The monitor, which is based in Britain, counts 15 people killed in Homs.", "killed 15:syr"},
      // Witnesses are where those whom they count are.
      {"A surgeon at the hospital in Khost said ten people died in Mughal. Talks in Doha go on.",
       "killed 10:afg"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Sides(row.text) == row.sides);
  }
}

TEST_CASE("who launched is not asked of what was told long before") {
  std::string text = "Iran fired 15 missiles at the base.";
  for (int i = 0; i < 70; ++i)
    text += " A monitor counted " + std::to_string(20 + i) + " missiles.";
  const std::string sides = Sides(text);
  CHECK(sides.find("missile.launched 20:irn") != std::string::npos);
  CHECK(sides.find("missile.launched 89:irn") == std::string::npos);
  CHECK(sides.find("missile.launched 89") != std::string::npos);
}

TEST_CASE("sides of those whom a group, a state or an embassy counts") {
  const Row rows[] = {
      {"Boko Haram fighters killed nine soldiers.", "killed 9:nga"},
      {"Nigeria's army said nine of its men were killed.", "killed 9:nga"},
      {"Al-Shabaab stormed the base in Somalia. Nine soldiers were killed.", "killed 9:som"},
      {"The American ambassador said nine citizens were killed.", "killed 9:usa"},
      {"Nigeria's army said it had killed nine fighters of Boko Haram.", "killed 9:boko-haram"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Sides(row.text) == row.sides);
  }
}

TEST_CASE("sides of rebels, of bodies' own people and of nationals among the dead") {
  const Row rows[] = {
      {"Troops fought Boko Haram near Baga in Nigeria. Nine of the gunmen were killed.",
       "killed 9:boko-haram"},
      {"The rebels lost 40 of their number in the raid, Mali's army said.", "losses 40:-"},
      {"UNRWA said it had lost 38 colleagues in Syria.", "losses 38:un"},
      {"The crash in Spain killed 30 people. Eight of the dead were British.",
       "killed 30:esp killed 8:gbr"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Sides(row.text) == row.sides);
  }
}

TEST_CASE("a name is of the party that it meant on the day of the article") {
  for (const auto& [day, side] : {std::pair("2008-08-25", "taliban"), {"2024-08-25", "afg"}}) {
    Document document;
    document.id = ArticleId("a");
    document.text = "The general spoke of 25 dead Taliban.";
    document.date = ParseIsoDay(day);
    const auto claims = Extract(&document, ShippedRules(), {}).claims;
    REQUIRE(claims.size() == 1);
    REQUIRE(claims[0].object.party);
    CHECK(Principal(*claims[0].object.party).text == side);
  }
}
