#include "unit/mention/read.h"

using namespace counterclaim;

TEST_CASE("what some of those just counted were") {
  const Row rows[] = {
      {"Forty-seven people died. Forty-one were civilians.",
       "killed 47 person | killed 41 civilian of #0"},
      {"Forty-seven people died. Two were soldiers, she said.",
       "killed 47 person | killed 2 soldier of #0"},
      // more than were counted, or nobody
      {"Four people died. Nine were soldiers.", "killed 4 person"},
      {"Nine were soldiers.", ""},
      {"Nine people died. Four were not soldiers.", "killed 9 person"},
      {"Nine people died. Four were late.", "killed 9 person"},
  };
  Check(rows);
}

TEST_CASE("lists that add up to the count of the sentence before") {
  const Row rows[] = {
      {"There were 33 deaths. Twenty-three rebels, the minister said, six soldiers and four "
       "clerks.",
       "killed 33 person | killed 23 militant of #0 | killed 6 soldier of #0 | killed 4 worker of "
       "#0"},
      {"Ninety-six people died. Its register has 44 men, 21 women and 31 children.",
       "killed 96 person | killed 44 man of #0 | killed 21 woman of #0 | killed 31 child of #0"},
      // they do not add up
      {"Ninety-six people died. Its register has 44 men, 21 women and 30 children.",
       "killed 96 person"},
      {"There were 33 deaths. Twenty-three rebels and six soldiers.", "killed 33 person"},
      {"There were 29 deaths. Twenty-three rebels ran from six soldiers.", "killed 29 person"},
  };
  Check(rows);
}

TEST_CASE("figures told in few words") {
  const Row rows[] = {
      {"Police detained 61 people. Total since the first night: 104.",
       "detained 61 person by ? | detained 104 person"},
      {"Total since the first night: 104.", ""},
      {"Two dozen soldiers were killed.", "killed 24 soldier"},
      {"Two marines died. The officer in charge arrives at three.",
       "killed 2 soldier | killed 3 person"},
      {"Mali mourns 239 pilgrims, Chad lists 12 and Niger none.",
       "killed 239 pilgrim by mli | killed 12 pilgrim"},
      // counted for what stands behind
      {"Nine died. It lists 104 people who fled.", "killed 9 person | displaced 104 person"},
      {"The army announced the loss of nine soldiers, namely two officers and seven men who were "
       "shot dead.",
       "losses 9 soldier | losses 2 officer of #0 | killed 7 man of #0"},
  };
  Check(rows);
}

TEST_CASE("verbs that mean another thing with not") {
  const Row rows[] = {
      {"Nine people did not survive the night.", "killed 9 person"},
      {"Nine people survived the night.", "survived 9 person"},
      {"Eleven sailors have not been heard of since Monday.", "missing 11 sailor"},
      {"The firm could not account for eleven people.", "missing 11 person by ?"},
      {"Surgeons had performed 460 operations.", ""},
      {"“Fourteen deaths? I deny it.”", "killed 14 person questioned"},
  };
  Check(rows);
}

TEST_CASE("officers of a text that tells of police and of no soldiers") {
  const Row rows[] = {
      {"Police fired. Nine officers were hurt.", "wounded 9 police"},
      {"Police and soldiers fired. Nine officers were hurt.", "wounded 9 officer"},
      {"Nine officers were hurt.", "wounded 9 officer"},
      {"Police fired. Nine army officers were hurt.", "wounded 9 officer"},
  };
  Check(rows);
}
