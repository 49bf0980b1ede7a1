// Figures that a speaker gives in passing: between adjuncts, before colons, in lists.
#include "unit/attribution/source_of.h"

using namespace counterclaim;

TEST_CASE("what stands between a speaker and a verb does not part them") {
  const SourceRow rows[] = {
      {"Anna Bell, who runs the army's press office, had in fact announced 41 dead.", "41",
       "third_party"},
      {"Russia's army had in turn admitted that 41 men were killed.", "41", "party rus/army"},
      {"Russia's army let it be known that 41 men were killed.", "41", "party rus/army"},
      {"More than 41 people have died, the UN refugee agency believes.", "41",
       "third_party un/unhcr"},
      {"Russia's army meanwhile raised the number of its own fighters killed in that battle to 41.",
       "41", "party rus/army"},
      {"Russia's army withdrew the figure of 41 dead.", "41", "party rus/army"},
      {"Russia's army withdrew 41 tanks and buried the dead.", "41", "narrator"},
  };
  CheckSources(rows);
}

TEST_CASE("a sum before a colon, a toll that somebody has") {
  const SourceRow rows[] = {
      {"Russia's army revised the account upwards: 41 dead.", "41", "party rus/army"},
      {"The head of Russia's police, Omar Hale, now has 41 dead.", "41", "party rus/police"},
      {"Russia's army has the death toll at 41.", "41", "party rus/army"},
      {"Russia's army has its eye on a hill at 41 kilometres.", "41", "narrator"},
      {"Five will be declared dead in court, and 41 were hurt.", "41", "narrator"},
      {"Russia's army communicated the following. Killed: 41. Wounded: 60.", "60",
       "party rus/army"},
      {"Russia's army said nine men were killed. Wounded: 41.", "41", "party rus/army"},
      {"Russia's army said nine men were killed. Forty-one have been wounded.", "Forty",
       "party rus/army"},
  };
  CheckSources(rows);
}

TEST_CASE("who gives new figures tells those that follow") {
  const SourceRow rows[] = {
      {"Russia's army has new figures. There are 41 dead.", "41", "party rus/army"},
      {"A new toll from Russia's army. Some 41 men were killed.", "41", "party rus/army"},
      {"Russia's army has lowered its count. It now stands at 41 dead.", "41", "party rus/army"},
      {"Russia's army suffered a number of blows. Some 41 men were killed.", "41", "narrator"},
      {"Russia's army has new uniforms. Some 41 men were killed.", "41", "narrator"},
  };
  CheckSources(rows);
}

TEST_CASE("a station and a source are of whom the text tells") {
  const SourceRow rows[] = {
      {"Hezbollah is proud. On Monday its station announced that 41 soldiers were killed.", "41",
       "party hezbollah"},
      {"Two men died, a source in the Russian army said. Another 41 were killed, the source said.",
       "41", "party rus/army"},
      {"Two men died, sources said. Another 41 were killed, the source said.", "41", "unnamed"},
  };
  CheckSources(rows);
}

TEST_CASE("a state that counts the dead of a bombing is no party, one that meets unrest is") {
  const std::string told =
      "PARIS. It was a quiet evening at the opera house and nobody thought of anything bad. The "
      "doors stood open, people walked along the river, and the bells of the old town rang as they "
      "had done for years. Then it all changed, and nobody will forget it. ";
  CHECK(SourceOf(told + "Two bombs went off. The bombing killed 41 people, France's police said.",
                 "41") == "third_party fra/police");
  CHECK(SourceOf(told + "The rioters lost 41 people, France's police said.", "41") ==
        "party fra/police");
}
