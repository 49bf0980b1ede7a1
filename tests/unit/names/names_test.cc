#include "names/names.h"

#include "catch.h"
#include "shipped_rules.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

// "Kabul metonym afg | Kabul place AF-KAB".
std::string Names(const std::string& text) {
  const Language& english = *ShippedRules().FindLanguage("en");
  TextLayer layer = ReadText(text, english, true);
  FindNames(text, ShippedRules(), english, &layer);
  std::string out;
  for (const Name& name : layer.names) {
    out += (out.empty() ? "" : " | ") + text.substr(name.span.begin, name.span.size()) + ' ' +
           ToText(name.kind);
    if (name.person) out += ' ' + name.person->text;
    if (name.party) out += ' ' + name.party->text;
    if (name.place) out += ' ' + name.place->text;
  }
  return out;
}

struct Row {
  const char *text, *names;
};

}  // namespace

TEST_CASE("parties, places and persons are found with all their readings") {
  const Row rows[] = {
      {"Islamabad blamed Kabul.",
       "Islamabad metonym pak | Islamabad place PK-IS | Kabul metonym afg | Kabul place AF-KAB"},
      {"Two Afghans fled.", "Afghans adjective afg"},
      {"The Pakistani Taliban hit the Taliban.",
       "Pakistani Taliban party ttp | Taliban party afg/taliban"},
      {"It fell near Spin Boldak.", "Spin Boldak place AF-KAN"},
      {"Shells hit Gaza.", "Gaza place PS-gaza-strip"},
      {"He spoke to UNAMA and the ICRC.", "UNAMA party un/unama | ICRC party icrc"},
      {"Zabiullah Mujahid spoke; Mujahid gave no toll.",
       "Zabiullah Mujahid person zabihullah-mujahid afg/taliban | Mujahid person "
       "zabihullah-mujahid afg/taliban"},
      {"Mujahid gave no toll.", ""},
      {"nothing at all", ""},
  };
  for (const Row& row : rows) CHECK(Names(row.text) == row.names);
}

TEST_CASE("an organ is named by its state or group and a noun") {
  const Row rows[] = {
      {"the Ukrainian air force said", "Ukrainian air force party ukr/air-force"},
      {"Pakistan's Ministry of Foreign Affairs said",
       "Pakistan's Ministry of Foreign Affairs party pak/mfa"},
      {"the Taliban's defence ministry said", "Taliban's defence ministry party afg/mod"},
      {"the Hamas-run health ministry said", "Hamas-run health ministry party hamas/health"},
      {"Gaza's health ministry said", "Gaza's health ministry party hamas/health"},
      {"the health ministry in Gaza said", "health ministry in Gaza party hamas/health"},
      {"the Defence Ministry in Moscow said", "Defence Ministry in Moscow party rus/mod"},
      {"the army of Chad said", "army of Chad party tcd/army"},
      {"the embassy in Kabul said", "Kabul metonym afg | Kabul place AF-KAB"},
      {"Iraq's interim interior ministry said",
       "Iraq's interim interior ministry party irq/interior"},
      {"the army said", ""},
  };
  for (const Row& row : rows) CHECK(Names(row.text) == row.names);
}

TEST_CASE("capitals make a name unless everything is in capitals") {
  const Row rows[] = {
      {"those who told us", ""},
      {"the US and the WHO said",
       "US party usa | US adjective usa | US place US | WHO party un/who"},
      {"they left at dawn for turkey shoots", ""},
      {"she told Dawn on Sunday", "Dawn party dawn"},
      {"Dawn broke over the camp.", ""},
      {"SYRIAN ARMY SAYS TEN DIED IN ALEPPO", "SYRIAN ARMY party syr/army | ALEPPO place SY-HL"},
  };
  for (const Row& row : rows) CHECK(Names(row.text) == row.names);
}

TEST_CASE("hyphens cut a name off") {
  const Row rows[] = {
      {"pro-Russian gunmen", ""},
      {"an Iran-backed militia", "Iran place IR"},
      {"a Kabul-based trader", "Kabul place AF-KAB"},
      {"the Russia-Ukraine war",
       "Russia party rus | Russia place RU | Ukraine party ukr | Ukraine place UA"},
  };
  for (const Row& row : rows) CHECK(Names(row.text) == row.names);
}

TEST_CASE("towns of the table of cities are names behind a preposition") {
  const Row rows[] = {
      {"It fell near Wrzesnia.", "Wrzesnia place PL"},
      {"Jo Wrzesnia fell.", ""},
      {"WRZESNIA (PAP) - It fell.", "WRZESNIA place PL"},
      // of several countries: the one that is named, the far larger one, or none
      {"He fell in Coventry.", "Coventry place GB-ENG"},
      {"US police sat in Coventry.", "US police party usa/police"},
      {"He fell in Anyang.", ""},
      {"He fell in Anyang, China.", "Anyang place CN-HA | China party chn | China place CN"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Names(row.text) == row.names);
  }
}

TEST_CASE("of a text with very many cities some hundreds are named") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "It fell near Wrzesnia. ";
  const std::string names = Names(text);
  std::size_t count = 0;
  for (std::size_t at = 0; (at = names.find("place PL", at)) != names.npos; ++at) ++count;
  CHECK(count == 256);
}

TEST_CASE("a party that no rule knows is named by what it has") {
  const Row rows[] = {
      {"the Orvanian Ministry of Defence said; Orvania denied it",
       "Orvanian Ministry of Defence party orvania/mod | Orvania party orvania"},
      {"it hit Brusk's defence ministry", "Brusk's defence ministry party brusk/mod"},
      {"the air force of Brusk flew", "air force of Brusk party brusk/air-force"},
      {"He met Orvanian gunners near Orvania.",
       "Orvanian adjective orvania | Orvania party orvania"},
      {"He met Orvanian gunners.", "Orvanian adjective orvania"},
      {"Fighters of the Black Pennant fled. The Black Pennant is silent.",
       "Black Pennant party black-pennant | Black Pennant party black-pennant"},
      {"HE MET ORVANIAN GUNNERS.", ""},
      {"Rebels held the works at Lower Tarn.", ""},
      {"Yesterday army shells fell.", ""},
      {"Men of the Copper Front fled. A Front commander fell.",
       "Copper Front party copper-front | Front party copper-front"},
      {"They fought on the Eastern Front.", ""},
      {"The Front fell.", ""},
  };
  for (const Row& row : rows) CHECK(Names(row.text) == row.names);
}

TEST_CASE("a province that shares its name with something nearer gives way") {
  const Row rows[] = {
      {"KERMAN, Iran - The old town of Bam fell.",
       "KERMAN place IR | Iran party irn | Iran place IR"},
      {"FREETOWN, Sierra Leone - Nurses of Connaught Hospital spoke.",
       "FREETOWN metonym sle | FREETOWN place SL | Sierra Leone party sle | Sierra Leone place SL"},
      {"Rain fell on Connaught and Ireland.",
       "Connaught place IE-C | Ireland party irl | Ireland place IE"},
      {"Mali and Malian gunners: Brent fell.",
       "Mali party mli | Mali place ML | Malian adjective mli"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Names(row.text) == row.names);
  }
}

TEST_CASE("somebody else's first name does not make a man of one name") {
  const Row rows[] = {
      {"In Tashkent the minister Rashid Kadyrov spoke of rain.",
       "Tashkent metonym uzb | Tashkent place UZ"},
      {"Ramzan Kadyrov spoke.", "Ramzan Kadyrov person ramzan-kadyrov rus/chechnya"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Names(row.text) == row.names);
  }
}

TEST_CASE("provinces have their English names, persons the names of towns") {
  const Row rows[] = {
      {"Rain fell on Bavaria and North Rhine-Westphalia.",
       "Bavaria place DE-BY | North Rhine-Westphalia place DE-NW"},
      {"Rain fell on Bayern.", "Bayern place DE-BY"},
      {"A man called Vladimir sang to Chechen guests.", ""},
      {"Rain fell on Kaduna when Governor Kaduna Elrufai spoke.", "Kaduna place NG-KD"},
      {"Rain fell when Governor Kaduna spoke.", "Kaduna place NG-KD"},
      {"Rain fell on Lapland, where Koblenz police sang.",
       "Lapland place FI-10 | Koblenz place DE"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Names(row.text) == row.names);
  }
}
