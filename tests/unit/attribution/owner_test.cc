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
