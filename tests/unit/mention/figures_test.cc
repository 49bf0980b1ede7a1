#include "unit/mention/read.h"

using namespace counterclaim;

TEST_CASE("figures: whoever gives a bare one speaks of those told of before") {
  const Row rows[] = {
      {"Five men were killed. The army stays at two.", "killed 5 man | killed 2 person"},
      {"The police counted 13 dead; neighbours who searched the well got to 60.",
       "killed 13 person | killed 60 person"},
      {"Nine people died. The ministry now says 14: among those are six women.",
       "killed 9 person | killed 14 person | killed 6 woman of #1"},
      {"The mayor knew of 18 dead; the fire service made it 21 a little after noon.",
       "killed 18 person | killed 21 person"},
      {"The doctors, whose tally had stood at 35, said 50 people had died.", "killed 50 person"},
      {"Three people were killed. The figure we can confirm is four.",
       "killed 3 person | killed 4 person"},
      {"Five people died. \"My boy rang at nine,\" said a father.", "killed 5 person"},
      {"Five people died. The rebels moved at 0140 and withdrew.", "killed 5 person"},
      {"Five people died. Elders said many 'were asleep in a barn.'", "killed 5 person"},
      {"Five people died. The convoy moved at 40 kilometres an hour.", "killed 5 person"},
      {"Five people died. The council stays at 14 members.", "killed 5 person"},
  };
  Check(rows);
}

TEST_CASE("figures: a verb of telling said once for two who tell") {
  const Row rows[] = {
      {"The coast guard reported 44 deaths and the fire service 31.",
       "killed 44 person | killed 31 person"},
      {"The region spoke of 44 deaths, and the fire service of a dozen.",
       "killed 44 person | killed 12 person"},
      {"The coast guard reported 44 deaths and the fire service 31 floods.", "killed 44 person"},
      {"The coast guard reported 44 deaths, and the sea 31.", "killed 44 person"},
  };
  Check(rows);
}

TEST_CASE("figures: those who number, those reported under a metric, lists that add up") {
  const Row rows[] = {
      {"Our martyrs number eighteen.", "killed 18 person"},
      {"Martyrs: 18.", "killed 18 person"},
      {"Casualty number five was a nurse.", ""},
      {"The company claimed 131 rescued.", "rescued 131 person"},
      {"Nine officers were hurt, one with a broken jaw.",
       "wounded 9 officer | wounded 1 officer of #0"},
      {"The navy rescued 12 people. The office sorts them into six women, four men and two girls.",
       "rescued 12 person by ? | rescued 6 woman by ? of #0 | rescued 4 man by ? of #0 | "
       "rescued 2 child by ? of #0"},
      {"The navy rescued 12 people. The office split them between seven women and five men.",
       "rescued 12 person by ?"},
  };
  Check(rows);
}
