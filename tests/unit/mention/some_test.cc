// Counts whose words tell that there are more, and those that only look like it.
#include "unit/mention/read.h"

using namespace counterclaim;

TEST_CASE("counts that are not of all") {
  const Row rows[] = {
      {"The station named one of the dead as Omar Hale.", "killed 1 person in part"},
      {"One of the 12 dead was named.", "killed 12 person"},
      {"Nine people died. One of the dead was a child.", "killed 9 person | killed 1 child of #0"},
      {"Four people were killed. Six others died in their cars.",
       "killed 4 person in part | killed 6 person in part"},
      {"He was the mayor. Six others died.", "killed 6 person in part"},
      {"Two people were hurt and 29 others killed.", "wounded 2 person | killed 29 person"},
      {"One was hurt. The raid killed nine and wounded 12 others.",
       "wounded 1 person | killed 9 person by ? | wounded 12 person by ?"},
      {"Eleven died immediately.", "killed 11 person in part"},
      {"The shell hit a bus, killing five people on impact.", "killed 5 person in part"},
      {"Five people died on the spot and two in hospital.",
       "killed 5 person in part | killed 2 person in part"},
      {"Five people died instantly and two later in hospital.",
       "killed 5 person in part | killed 2 person in part"},
      {"Nineteen people died. Eleven died on the spot. Among the dead are five children.",
       "killed 19 person | killed 11 person in part | killed 5 child of #0"},
      {"Nineteen people died. Eleven died on the spot, five of them children.",
       "killed 19 person | killed 11 person in part | killed 5 child of #1"},
      {"The second fall of rocks killed three people.", "killed 3 person by ? in part"},
      {"The first raid killed three people.", "killed 3 person by ? in part"},
      {"The second blast killed three people.", "killed 3 person by ? in part"},
      {"Nine people were killed in the second blast.", "killed 9 person in part"},
      {"Nine people were killed in the second shop.", "killed 9 person"},
      {"The first attack in two years killed nine people.", "killed 9 person by ?"},
      {"The raid of the day killed nine people.", "killed 9 person by ?"},
  };
  Check(rows);
}

TEST_CASE("who is counted, and who only lives there") {
  const Row rows[] = {
      {"Twenty people in a village of 300 residents died.", "killed 20 person"},
      {"People in a town of 1,600 residents died.", ""},
      {"Relatives of 12 men killed in the raid wept.", "killed 12 man"},
      {"The nation mourned nine guards fallen in battle.", "killed 9 security_personnel by ?"},
      {"Twelve Hell's Angels members were wounded.", "wounded 12 person"},
      {"Two St. Mary's Hospital nurses were killed.", "killed 2 medic"},
      {"Two soldiers' families were killed.", ""},
      {"That made her one of five teachers murdered.", "killed 5 teacher"},
      {"Making her one of five teachers murdered.", "killed 5 teacher"},
      {"Seven bodies sat in white chairs.", "killed.identified 7 person"},
      {"Three bodies hung from a bridge.", "killed.identified 3 person"},
      {"Three flags hung from a bridge.", ""},
  };
  Check(rows);
}

TEST_CASE("labels of bulletins, and what they break down by place") {
  const Row rows[] = {
      {"Bodies recovered: 32.", "killed.identified 32 person"},
      {"Mortal remains recovered in Tarn: 32.", "killed.identified 32 person"},
      {"Persons evacuated from Tarn by road and air: 2,563.", "evacuated 2563 person"},
      {"Letters recovered: 32.", ""},
      {"Missing: 105 (Pakyong 63, Gangtok 22, Mangan 20).",
       "missing 105 person | missing 63 person of #0 | missing 22 person of #0 | missing 20 person "
       "of #0"},
      {"Dead: 32. By district: Mangan 4, Gangtok 6.",
       "killed 32 person | killed 4 person of #0 | killed 6 person of #0"},
      {"Dead: 32. By district: Mangan 40, Gangtok 6.", "killed 32 person"},
      {"Dead: 32. He saw Primary Three, Primary Four.", "killed 32 person"},
      {"Dead: 32. He saw Room 4.", "killed 32 person"},
  };
  Check(rows);
}

TEST_CASE("one of a people, modals behind numbers, owners of the dead") {
  const Row rows[] = {
      {"A Briton and an Algerian were killed.", "killed 1 person:gbr | killed 1 person:dza"},
      {"A British hat was found.", ""},
      {"Fourteen people died and 102 could not be traced.",
       "killed 14 person | missing 102 person"},
      {"Thailand's dead were two.", "killed 2 person"},
      {"Not so much as one civilian was harmed.", "casualties 0 civilian"},
      {"Two soldiers sacrificed their lives.", "killed 2 soldier"},
      {"Four launchers were blown to bits.", "artillery.destroyed 4 artillery"},
      {"Prosecutors are holding 21 people over the blast.", "detained 21 person by ?"},
  };
  Check(rows);
}
