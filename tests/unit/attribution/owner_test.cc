#include "unit/attribution/source_of.h"

using namespace counterclaim;

TEST_CASE("the army, the ministry, the authority: of the state that the text is about") {
  const SourceRow rows[] = {
      {"MOSCOW. Men died when Ukrainian guns fired; 41 were hurt, the Defence Ministry said.", "41",
       "party rus/mod"},
      // written in Geneva, about Sudan
      {"GENEVA — Sudanese gunmen burned a Sudanese village in Sudan. The army said 41 men died.",
       "41", "party sdn/army"},
      // heard in Cyprus, about Lebanon
      {"The Lebanese capital shook, and people in Cyprus heard it. Lebanese ships sank near "
       "Lebanon's port. 41 are dead, Health Minister Omar Hale says.",
       "41", "third_party lbn/health"},
      {"Russia's Investigative Committee says six died, and 41 were hurt, the Health Ministry "
       "said.",
       "41", "party rus/health"},
      {"Rain fell on Turkey. The National Disaster Relief Authority counts 41 dead.", "41",
       "third_party tur"},
      {"Rain fell on Turkey. The Friends of the Reef Authority counts 41 dead.", "41",
       "third_party"},
      {"In Bangkok a shed fell. City officials there reported 41 hurt.", "41",
       "party tha/government"},
      {"Chief Superintendent Ana Lund of Nepal said 41 men were held.", "41", "party npl/police"},
      {"India mourned. The chief minister, Ana Lund, counts 41 dead.", "41",
       "party ind/regional-administration"},
      {"The International Committee of the Red Cross helps. The Red Cross said 41 men died.", "41",
       "third_party icrc"},
      {"Mahamadou Sana said 41 men died.", "41", "third_party"},
      {"Lebanon's Hezbollah said 41 of its men died.", "41", "party hezbollah"},
      {"The Yemeni Houthis said 41 men died.", "41", "party houthis"},
      {"Myanmar's Arakan Army said 41 men died.", "41", "party arakan-army"},
      {"UNHCR Sudan said 41 men died.", "41", "third_party un/unhcr"},
      {"Myanmar's army said 41 men died.", "41", "party mmr/army"},
  };
  CheckSources(rows);
  CHECK(SourceOf("The health minister, Omar Hale, says 41 men died.", "41", "",
                 "Blast in Beirut") == "party lbn/health");
}

TEST_CASE("rebels and their ministers are of no state") {
  const SourceRow rows[] = {
      {"Georgia waits. The interior minister of the breakaway republic says 41 died.", "41",
       "party"},
      {"Georgia waits. The interior minister of the mountain republic says 41 died.", "41",
       "party geo/interior"},
      {"Ukraine waits. The separatists' leader, Omar Hale, said 41 of his men died.", "41",
       "party"},
      {"Mali waits, and JNIM too. The rebels' leader, Omar Hale, said 41 of his men died.", "41",
       "party jnim"},
      {"Rebels loyal to Mali's vice-president said 41 soldiers died.", "41", "party"},
      {"Officers loyal to Mali's vice-president said 41 soldiers died.", "41",
       "party mli/presidency"},
      {"Georgia waits. Omar Hale, who leads the separatists, said 41 died.", "41", "party"},
      {"Mali and JNIM wait. Omar Hale, a brigadier who speaks for the rebels, said 41 died.", "41",
       "party jnim"},
  };
  CheckSources(rows);
}

TEST_CASE("a text is of the state that it is about, not of its publisher's") {
  const std::string told = "Haiti's dead are many in Haiti. The press office said 41 died.";
  CHECK(SourceOf("Rain fell. The government said 41 died.", "41", "Jamaica Lamp") ==
        "party jam/government");
  CHECK(SourceOf("Rain fell on Haiti and Haitian towns. The government said 41 died.", "41",
                 "Jamaica Lamp") == "party hti/government");
  // named once and late, in passing
  const std::string calm = "Rain fell. Shops closed. Envoys met. Children sang. ";
  CHECK(SourceOf(calm + "The interior ministry said 41 died. A Malaysian slept.", "41") == "party");
  CHECK(SourceOf("A Malaysian slept. " + calm + "The interior ministry said 41 died.", "41") ==
        "party mys/interior");
}

TEST_CASE("an office is of the town of its name") {
  const SourceRow rows[] = {
      {"Koblenz police said 41 people died.", "41", "party deu/police"},
      {"Dresden fire brigade said 41 people died.", "41", "party deu/civil-defence"},
      {"Orlenford police said 41 people died.", "41", "third_party"},
      {"For Bavaria the interior ministry gave 41 dead.", "41", "party deu/interior"},
  };
  CheckSources(rows);
  CHECK(SourceOf("The toll is 41.", "41", "Koblenz Police Headquarters") == "party deu/police");
  CHECK(SourceOf("Mali and Malians wait. The toll is 41.", "41", "Koblenz Police Headquarters") !=
        "party deu/police");
}

TEST_CASE("a force that no rule knows is of the one state of its text") {
  const SourceRow rows[] = {
      {"India mourns, and Indian towns. Eastern Command said 41 died.", "41", "party ind"},
      {"India mourns, and Nepal, and Indian towns. Eastern Command said 41 died.", "41",
       "third_party"},
      {"India mourns, and Indian towns. The Eastern Choir said 41 died.", "41", "third_party"},
  };
  CheckSources(rows);
}
