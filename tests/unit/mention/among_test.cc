#include "unit/mention/read.h"

using namespace counterclaim;

TEST_CASE("parts of those counted behind \"among\"") {
  const Row rows[] = {
      {"Three civilians were among the 13 dead.", "killed 3 civilian of #1 | killed 13 person"},
      {"A child was among 13 people killed in the raid.",
       "killed 1 child of #1 | killed 13 person"},
      {"There were nine policemen among the 13 killed.",
       "killed 9 police of #1 | killed 13 person"},
      {"Among the 13 people killed in the raid were three women and two boys.",
       "killed 13 person | killed 3 woman of #0 | killed 2 child of #0"},
      {"At least five boys were among 31 killed and 50 wounded.",
       "killed >=5 child of #1 | killed 31 person | wounded 50 person"},
      {"Two boys were among the 13 killed, and three soldiers died and 20 were wounded.",
       "killed 2 child of #1 | killed 13 person | killed 3 soldier | wounded 20 soldier"},
      {"Three deputies were among 200 people at a rally where five men died.", "killed 5 man"},
      {"The mayor was among 13 people killed.", "killed 13 person"},
  };
  Check(rows);
}
