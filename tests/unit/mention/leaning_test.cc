// Counts that say nothing by themselves: "of those, nine", "not eleven", "the nine it lost".
#include "unit/mention/read.h"

using namespace counterclaim;

TEST_CASE("counts that lean on what was told before") {
  const Row rows[] = {
      {"The blast killed 211 people. Of the 211, 38 came from the coast.",
       "killed 211 person by ? | killed 38 person by ? of #0"},
      {"The blast killed 211 people. Of those, 38 sat in a lorry.",
       "killed 211 person by ? | killed 38 person by ? of #0"},
      {"The blast killed 52 people. Of the dead, 35 belonged to one firm and nine to another.",
       "killed 52 person by ? | killed 35 person by ? of #0 | killed 9 person by ? of #0"},
      {"The hall has 211 seats. Of those, 38 are broken.", ""},
      {"Ten miners were rescued, not eleven.", "rescued 10 worker | rescued 11 worker denied"},
      {"The wounded are six, not three.", "wounded 6 person | wounded 3 person denied"},
      {"The raid left 90 miners dead and not a single rebel among them.",
       "killed 90 worker by ? | killed 0 militant"},
      {"There is no child among the 117 killed.", "killed 0 child | killed 117 person"},
      {"No child was among them.", ""},
      {"The army fired 105 missiles: 76 at the mill, on the edge of the town, 22 at a store, and "
       "seven at a bunker.",
       "missile.launched 105 missile by ? | missile.launched 76 missile by ? of #0 | "
       "missile.launched 22 missile by ? of #0 | missile.launched 7 missile by ? of #0"},
      {"The general read out the names of the 102 soldiers it lost.", "losses 102 soldier"},
      {"Police stormed a mill held by gunmen, six of whom were killed.", "killed 6 militant"},
      {"The bus carried pilgrims, nine of whom died.", "killed 9 pilgrim"},
      {"The clerk met an actor, one of whom died.", "killed 1 person"},
      {"The army inflicted 20 casualties on the rebels.", "casualties 20 militant by ?"},
      {"The army inflicted 20 casualties in Kabul.", "casualties 20 person by ?"},
      {"Injured passengers number 26.", "wounded 26 passenger"},
      {"The flood victims number 1,503.", "killed 1503 person"},
      {"The dancers number 26.", ""},
      {"The 104 people the guard rescued are well.", "rescued 104 person by ?"},
      {"The rebels killed 120 soldiers and lost 14 of their own.",
       "killed 120 soldier by ? | killed 14 militant"},
      {"Gunmen shot down ten jets and lost two of their own.",
       "aircraft.downed 10 jet by ? | aircraft.lost 2 jet"},
      {"Those killed were 30 fighters and a cook.", "killed 30 militant | killed 1 worker"},
      {"Those who were killed at Tarn on Tuesday were 30 fighters.", "killed 30 militant"},
      {"Those who sang at Tarn on Tuesday were 30 fighters.", ""},
      {"Those killed were 30 miles away.", ""},
  };
  Check(rows);
}
