#include "unit/mention/read.h"

using namespace counterclaim;

TEST_CASE("plain sentences: families are one count") {
  const Row rows[] = {
      {"A girl and her brother were killed.", "killed 2 person"},
      {"A couple and their four children suffered burns.", "wounded 6 person"},
      {"Six priests and their two cooks were killed.", "killed 6 teacher | killed 2 worker"},
      {"Eight boys and their coach are trapped.", "trapped 9 person"},
      {"A father and his two sons and three neighbours were killed.",
       "killed 3 person | killed 3 person"},
      {"Three soldiers and their commander were killed, and 12 wounded.",
       "killed 4 person | wounded 12 person"},
      {"The dead included a mother and her four children.", "killed 5 person"},
      {"Two nurses and their patients were killed.", "killed 2 medic"},
      {"The driver and 17 passengers were killed.", "killed 1 person | killed 17 passenger"},
      {"The bus hit a wall, killing the driver and 17 passengers.",
       "killed 1 person | killed 17 passenger"},
      {"The raid killed two men and injured their sister.",
       "killed 2 man by ? | wounded 1 woman by ?"},
      {"He took his own life after killing three women.", "killed 3 woman by ?"},
  };
  Check(rows);
}

TEST_CASE("plain sentences: shares of a stated count") {
  const Row rows[] = {
      {"Half of the 40 people killed were children.", "killed 20 child of #1 | killed 40 person"},
      {"Half of the 40 dead were children.", "killed 20 child of #1 | killed 40 person"},
      {"Half the 40 passengers died.", "killed 20 passenger"},
      {"More than half of the 40 dead were women.", "killed 21..40 woman of #1 | killed 40 person"},
      {"Sixty percent of the 40 dead were women.", "killed 23..25 woman of #1 | killed 40 person"},
      {"Nearly a third of the 300 soldiers were killed.", "killed 80..99 soldier"},
      {"A third of the victims were children.", ""},
      {"Half of the passengers died.", ""},
      {"Some 33.5 percent of the 2,000 dead were women.",
       "killed 503..837 woman of #1 | killed 2000 person"},
      {"33.5 percent of the 2,000 dead were women.",
       "killed 669..671 woman of #1 | killed 2000 person"},
      {"33 percent of the 2,000 dead were women.",
       "killed 650..670 woman of #1 | killed 2000 person"},
      {"At least half of the 40 dead were women.", "killed 20..40 woman of #1 | killed 40 person"},
      {"Less than half of the 41 dead were women.", "killed <=20 woman of #1 | killed 41 person"},
      {"Up to half of the 41 dead were women.", "killed <=20 woman of #1 | killed 41 person"},
      {"A third of them died.", ""},
      {"Five of the 12 wounded died.", "killed 5 person of #1 | wounded 12 person"},
      {"Four of the 19 wounded policemen remained in critical condition.",
       "wounded 4 police of #1 | wounded 19 police"},
      {"Of the 52 injured, 12 were in critical condition.",
       "wounded 52 person | wounded 12 person of #0"},
      {"Ten soldiers were wounded, two critically.",
       "wounded 10 soldier | wounded 2 soldier of #0"},
      {"Twelve were injured, three seriously, police said.",
       "wounded 12 person | wounded 3 person of #0"},
      {"All 175 passengers and four of the six crew died.",
       "killed 175 passenger | killed 4 worker"},
  };
  Check(rows);
}

TEST_CASE("plain sentences: one more, both, none") {
  const Row rows[] = {
      {"Both men were killed.", "killed 2 man"},
      {"The blast killed both soldiers.", "killed 2 soldier by ?"},
      {"Both men and women were killed.", ""},
      {"A father and both of his daughters died.", "killed 1 man | killed 2 child"},
      {"Two soldiers were killed and a third was wounded.", "killed 2 soldier | wounded 1 soldier"},
      {"Two soldiers were killed and another was wounded.", "killed 2 soldier | wounded 1 soldier"},
      {"A gendarme was killed and another wounded.",
       "killed 1 paramilitary | wounded 1 paramilitary"},
      {"A third of the wounded died.", ""},
      {"There were no survivors, and two soldiers told the court so.", ""},
      {"Two survivors told the court.", ""},
  };
  Check(rows);
}

TEST_CASE("plain sentences: things beside a count") {
  const Row rows[] = {
      {"The army lost two tanks and a helicopter.",
       "vehicle.lost 2 tank | aircraft.lost 1 helicopter"},
      {"The strike destroyed a tank and two trucks.",
       "vehicle.destroyed 1 tank by ? | vehicle.destroyed 2 vehicle by ?"},
      {"The strike destroyed a tank.", "vehicle.destroyed 1 tank by ?"},
      {"Rebels seized two villages and a military base.",
       "settlement.captured 2 settlement by ? | post.captured 1 post by ?"},
      {"They tried to storm a base, and three jets and a lorry were damaged.",
       "aircraft.damaged 3 jet | vehicle.damaged 1 vehicle"},
      {"More than 9,000 homes, shops and other buildings have burned down.",
       "building.destroyed >=9001 building"},
      {"They razed three villages and set fire to 100 houses.",
       "settlement.destroyed 3 settlement by ? | building.destroyed 100 building by ?"},
      {"Rioters set 22 vehicles ablaze.", "vehicle.destroyed 22 vehicle by ?"},
      {"The army shot down a Tu-22 bomber and nine missiles.",
       "aircraft.downed 1 jet by ? | missile.downed 9 missile by ?"},
  };
  Check(rows);
}

TEST_CASE("plain sentences: clauses that stand beside the count") {
  const Row rows[] = {
      {"A gunman murdered 19 children and two teachers at a school before he was shot dead.",
       "killed 19 child by ? | killed 2 teacher by ?"},
      {"A man stabbed two nurses near the gate before being shot dead.", "killed 1 man"},
      {"Four climbers taking part in a race froze to death.", "killed 4 civilian"},
      {"Sixty of those who set out died of thirst.", "killed 60 person"},
      {"Twelve died at the scene and three in hospital.", "killed 12 person | killed 3 person"},
      {"Two people died and three were in hospital.", "killed 2 person | wounded 3 person"},
      {"Of the 101 people killed, 97 were policemen and three were civilians, a police official "
       "said.",
       "killed 101 person | killed 97 police of #0 | killed 3 civilian of #0"},
      {"Eleven men were killed in one of them.", "killed 11 man"},
      {"Among the 39 hostages released were 22 women.",
       "released 39 person | released 22 woman of #0"},
      {"Of the 17 dead, 12 were fighters loyal to the king.",
       "killed 17 person | killed 12 militant of #0"},
      {"Six New People's Army rebels were killed.", "killed 6 militant:npa"},
      {"Two Britons and an Australian were among six tourists who died.",
       "killed 2 civilian:gbr of #2 | killed 1 civilian:aus of #2 | killed 6 civilian"},
      {"Nine of the boys seized last month have escaped.", "escaped 9 child"},
      {"Among those killed were three children.", "killed 3 child"},
      {"More than 130 people were killed in two massacres.", "killed >=131 person"},
  };
  Check(rows);
}

TEST_CASE("plain sentences: several kinds under one count") {
  const Row rows[] = {
      {"Some 300 missiles and drones were intercepted.", "munition.downed 225..375 munition"},
      {"Ten women and children were killed.", "killed 10 person"},
      {"He killed ten soldiers and rebels captured a post.", "killed 10 soldier by ?"},
      {"Six migrants from Karsova, Velmark and other lands were killed.", "killed 6 refugee"},
      {"According to the statement, more than 200 rebels and affiliated militants were killed.",
       "killed >=201 militant"},
      {"None of the 170 drones that were launched hit anything.", "drone.launched 170 drone"},
      {"It also reported shooting down 86 drones.", "drone.downed 86 drone by ?"},
      {"Some 3,000 people have been moved to 45 relief camps.", "evacuated 2250..3750 person"},
      {"The police said that one villager had drowned.", "killed 1 civilian"},
      {"Around 20 gunmen stormed the village, killing nine and abducting 14.",
       "killed 9 person | kidnapped 14 person"},
      {"The blast left 14 dead and 30 others with injuries.",
       "killed 14 person by ? | wounded 30 person"},
      {"35 freed, 12 still missing after raid", "released 35 person | missing 12 person"},
      {"The attack killed its commander and four soldiers.",
       "killed 1 officer by ? | killed 4 soldier by ?"},
  };
  Check(rows);
}
