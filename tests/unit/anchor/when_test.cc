#include "anchor/when.h"

#include <string>

#include "catch.h"
#include "claims_of.h"

using namespace counterclaim;

namespace {

// "killed 58 2025-10-11..2025-10-12" for each claim; told on Saturday, 18 October 2025.
std::string Times(const std::string& text) {
  std::string out;
  for (const Claim& claim : ClaimsOf(text)) {
    out += (out.empty() ? "" : " | ") + claim.metric.text + ' ' +
           std::to_string(claim.quantity.hard.low) + ' ' +
           (claim.when ? ToText(claim.when->days) : "-");
  }
  return out;
}

struct Row {
  std::string text, times;
};

template <std::size_t N>
void Check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Times(row.text) == row.times);
  }
}

}  // namespace

TEST_CASE("the day of the event and the day of the statement") {
  const Row rows[] = {
      {"Ten people were killed, the army said on Friday.", "killed 10 -"},
      // What is reported has its own day.
      {"The army said that the shelling began on Tuesday and killed ten people.",
       "killed 10 2025-10-14"},
      {"The body said on Friday it had recorded 200 deaths.", "killed 200 -"},
      // A clause behind a comma is not when it was said.
      {"More than 600 soldiers were killed in a strike on two buildings of the town, the army "
       "said, "
       "and it called the attack an answer to the raid on Homs, where 89 soldiers died on Tuesday.",
       "killed 601 - | killed 89 2025-10-14"},
      {"The toll of Monday's raid on the town has risen to 44, the navy reported on Thursday.",
       "killed 44 2025-10-13"},
      {"The toll of the raid numbered 74 by Friday.", "killed 74 2025-10-17"},
      {"As of 7 pm on Thursday the raid of Monday had claimed 74 lives.", "killed 74 2025-10-13"},
      {"A shell hit the rink, the pride of a club since 1974, and three people were hurt.",
       "wounded 3 -"},
      {"Forty soldiers were captured at Brod in August, the office confirmed in its reply to us, "
       "and 30 more at Orlen in September.",
       "captured 40 2025-08-01..2025-08-31 | captured 30 2025-09-01..2025-09-30"},
      {"The mayor, who left town in April, said that 40 people were killed.", "killed 40 -"},
      {"Since the attack began in mid-September 40 people have been killed.",
       "killed 40 2025-09-11..2025-10-18"},
      {"Since the siege began, 40 people have been killed. It rained on Friday.", "killed 40 -"},
      {"Since mid-September 40 people have been killed.", "killed 40 2025-09-15..2025-10-18"},
      {"After the two days of fighting the country mourned 204 soldiers.", "killed 204 -"},
      {"Ten people died, the ministry said on Friday, in a raid near Homs, where 30 were hurt on "
       "Tuesday.",
       "killed 10 2025-10-14 | wounded 30 2025-10-14"},
      // Nobody speaks for a year.
      {"In Chad, in 2019, a list of 11 dead was confirmed by relatives.",
       "killed 11 2019-01-01..2019-12-31"},
      {"Nine were killed and 37 hurt, 19 of them badly, when bombs fell on Tuesday.",
       "killed 9 2025-10-14 | wounded 37 2025-10-14 | wounded 19 2025-10-14"},
      {"Moscow confirmed the strike on Monday but not its scale: 63 men had died.", "killed 63 -"},
      {"Jets bombed the camp on Tuesday of the group whose raid killed 40 last month.",
       "killed 40 2025-09-01..2025-09-30"},
      {"ISLAMABAD, Oct 17 (Wire) - Nine people died when a bomb went off on Tuesday.",
       "killed 9 2025-10-14"},
      // What happened is told by the date behind it, not by that of the quarrel.
      {"Fishermen argued on Friday about the crew saved when the ferry sank off Orlen on Tuesday "
       "night. The navy counts 27 dead.",
       "killed 27 2025-10-14..2025-10-15"},
      {"Brod, 17 October 2025, 22:00. Having compared its lists, the office amends them. Nine "
       "persons were killed.",
       "killed 9 -"},
      {"Brod, 17 October (Wire) – Rebels raided the town last Sunday, the agency learned. Nine "
       "people were killed.",
       "killed 9 2025-10-12"},
      {"On Tuesday a bomb went off at Homs. The office, in a list dated October 16, gave 40 "
       "killed.",
       "killed 40 2025-10-14"},
      {"The toll of Monday's raid has gone up since Thursday: 40 people were killed.",
       "killed 40 2025-10-13"},
      {"On Tuesday a shell hit the rink, the pride of a club since 1974, and three people were "
       "hurt, its owner said at the time.",
       "wounded 3 2025-10-14"},
      {"Rebels raided Brod on Tuesday, the mayor declared today. He said 110 men were slain that "
       "day.",
       "killed 110 2025-10-14"},
      {"Rebels raided Brod on Tuesday. Before students, likewise today, the aide put the army's "
       "dead at 40.",
       "killed 40 2025-10-14"},
      {"In a leaflet that has gone round since Thursday, the rebels admit three dead in Tuesday's "
       "raid.",
       "killed 3 2025-10-14"},
      // The one day of the first figure's sentence is that of the event.
      {"\"By noon 44 people are confirmed dead,\" the governor told the press on Thursday, a day "
       "after hillsides gave way over the hamlets of Brod and Orlen before dawn on Wednesday.\n\n"
       "Later the office raised the dead to 67.",
       "killed 44 2025-10-15 | killed 67 2025-10-15"},
      {"Nine people died in Tuesday's raid.\n\nThe line from the capital this morning is another "
       "one. Forty people were killed, a doctor said.",
       "killed 9 2025-10-14 | killed 40 2025-10-14"},
      {"The toll stands at 97, compared with 45 on Sunday.", "killed 97 -"},
      {"The army said it had killed 12 men, up from nine on Sunday.", "killed 12 -"},
  };
  Check(rows);
}

TEST_CASE("the event that the article reports") {
  const Row rows[] = {
      {"The number of dead in the bombing of October 11 has reached ten.", "killed 10 2025-10-11"},
      {"Ten died last October 11.", "killed 10 2024-10-11"},
      {"Ten died in the spring of last year.", "killed 10 2024-03-01..2024-05-31"},
      {"Ten died on Friday. In December two men had died there.",
       "killed 10 2025-10-17 | killed 2 2024-12-01..2024-12-31"},
      // when it was said
      {"Ten died on Friday. In September the army had spoken of 12 dead.",
       "killed 10 2025-10-17 | killed 12 2025-10-17"},
      {"Nineteen people were killed when a plane bombed the hospital before dawn on Friday, the "
       "charity said: twelve of the staff and seven patients.",
       "killed 19 2025-10-17 | killed 12 2025-10-17 | killed 7 2025-10-17"},
      {"Six died on Monday. The injured number 57, according to the ministry, which went through "
       "the wards on Thursday.",
       "killed 6 2025-10-13 | wounded 57 2025-10-13"},
      {"Between July 2022 and June 2023 900 men were killed. On the worst day, January 19, 213 "
       "men died.",
       "killed 900 2022-07-01..2023-06-30 | killed 213 2023-01-19"},
      {"He feeds the town that he left in 2009. There 112 people died on 7 October.",
       "killed 112 2025-10-07"},
      {"He feeds the town that he left in 2009. There 112 people died on 7 January.",
       "killed 112 2009-01-07"},
      {"Ten died on Friday. In September the body had spoken of 12 dead.",
       "killed 10 2025-10-17 | killed 12 2025-10-17"},
      {"The search after the crash of October 3 ended on Friday. Forty people were killed.",
       "killed 40 2025-10-03"},
      {"Six soldiers were killed in three days of fighting.\n\nThe rebels lost nine men.",
       "killed 6 2025-10-15..2025-10-18 | killed 9 2025-10-15..2025-10-18"},
      {"In two days of bombing in March more than 50 people were killed.",
       "killed 51 2025-03-01..2025-03-31"},
      // Somebody's past, a plan and the beginning of a war are no dates of it.
      {"Eight soldiers were killed.\n\nThe base is named after a general who was shot on October "
       "9.",
       "killed 8 -"},
      {"Eight soldiers were killed.\n\nThe campaign began on October 9.", "killed 8 -"},
      {"Eight soldiers were killed.\n\nEnvoys were to hold a further round of talks on Friday.",
       "killed 8 -"},
      {"Fighting broke out shortly after midnight and killed nine soldiers.",
       "killed 9 2025-10-18"},
      {"Gunmen killed 34 soldiers on Tuesday. The group claimed the attack on Thursday and put the "
       "army's dead at 61.",
       "killed 34 2025-10-14 | killed 61 2025-10-14"},
      {"Four soldiers were killed in last June's fight.", "killed 4 2025-06-01..2025-06-30"},
      // which of several nights, no day of the month
      {"Four soldiers were killed on Tuesday.\n\nNine died during the first night.",
       "killed 4 2025-10-14 | killed 9 2025-10-14"},
      {"The council on Friday condemned the massacre. Nine people were killed.", "killed 9 -"},
      {"They told parliament so of those who died in Monday's protests.\n\nNine people were "
       "killed.",
       "killed 9 2025-10-13"},
      {"The hospital took in 20 wounded. It has had no X-ray since May.\n\nThe raid came on "
       "Monday.",
       "wounded 20 2025-10-13"},
      {"Nine people were killed.\n\nTickets are selling well this week.\n\nThe raid came on "
       "Monday.",
       "killed 9 2025-10-13"},
  };
  Check(rows);
}

TEST_CASE("stretches that begin with an event") {
  const Row rows[] = {
      {"The round in Ankara on October 12 ended well. There had been no attacks since the Ankara "
       "talks, the minister said.",
       "attack 0 2025-10-12..2025-10-18"},
      {"The truce held, with no major attacks in recent days.", "attack 0 2025-10-12..2025-10-18"},
      {"Since Monday 20 people have been killed.", "killed 20 2025-10-13..2025-10-18"},
      {"The army killed 20 men since the start of its limited operation in the southern hills on "
       "Monday.",
       "killed 20 2025-10-13..2025-10-18"},
      {"More than 20 people have fled since a shrine was blown up in February.",
       "displaced 21 2025-02-01..2025-10-18"},
      {"Since the fighting began on Monday 20 people have been killed. Two soldiers were hurt.",
       "killed 20 2025-10-13..2025-10-18 | wounded 2 2025-10-13..2025-10-18"},
      // over in a day
      {"At least 20 people have died since the volcano erupted on Monday.", "killed 20 2025-10-13"},
      {"It was the worst since the invasion: in January a missile killed 20 people.",
       "killed 20 2025-01-01..2025-01-31"},
      // How long there was none like it counts nobody.
      {"The bomb, which killed 20 people, was the deadliest attack since August.", "killed 20 -"},
      {"It killed 20 people in the worst fire that anybody in the old town had seen since August.",
       "killed 20 2025-08-01..2025-10-18"},
      {"The worst-hit town has lost 20 people since August.", "losses 20 2025-08-01..2025-10-18"},
  };
  Check(rows);
}

TEST_CASE("days counted from what happened") {
  const Row rows[] = {
      {"The ministry reported 20 dead on Friday, ten days after the great earthquake.",
       "killed 20 2025-10-07"},
      {"Two days after the storm 20 people were dead.", "killed 20 2025-10-16"},
      {"Gunmen killed nine people on Monday, three days after the attack on the bridge.",
       "killed 9 2025-10-13"},
      {"Ten years after the revolution 20 people were dead.", "killed 20 -"},
      {"A month after the crash on the bridge 20 more of the dead have been identified.",
       "killed.identified 20 2025-09-01..2025-09-30"},
      {"The office raised the number of persons killed by Wednesday's flood to 20.",
       "killed 20 2025-10-15"},
      {"Twenty men were shot dead at dawn.", "killed 20 2025-10-18"},
      {"Twenty men were shot dead at dawn on Tuesday.", "killed 20 2025-10-14"},
      {"Twenty men were killed in the last week of April.", "killed 20 2025-04-24..2025-04-30"},
      {"The mayor reported 40 dead and 60 injured on Friday, ten days after the flood.",
       "killed 40 2025-10-07 | wounded 60 2025-10-07"},
      {"There was nothing like it since Tarn in 1960, when 40 people died.",
       "killed 40 1960-01-01..1960-12-31"},
      {"Since the siege began in March, when the army came, 40 people were killed.",
       "killed 40 2025-03-01..2025-10-18"},
  };
  Check(rows);
}

TEST_CASE("entries of a live report") {
  const Row rows[] = {
      {"04:25 The ministry says 20 people have died.\n\n07:05 At least 14 air strikes hit the "
       "port.\n\n09:00 The war began on March 15.",
       "killed 20 2025-10-18 | strike 14 2025-10-18"},
      {"22:10 Four people are dead.\n\n23:40 Nine people are dead.\n\n00:35 Twelve people are "
       "dead.\n\n01:10 Forty people are hurt.",
       "killed 4 2025-10-18 | killed 9 2025-10-18 | killed 12 2025-10-19 | wounded 40 2025-10-19"},
      {"00:35 Twelve people are dead.\n\n23:40 Nine people are dead.\n\n22:10 Four people are "
       "dead.",
       "killed 12 2025-10-19 | killed 9 2025-10-18 | killed 4 2025-10-18"},
  };
  Check(rows);
}

TEST_CASE("days of long ago, and of what is told in another sentence") {
  const Row rows[] = {
      {"In November 2012 the gates were locked as well. There 112 workers died.",
       "killed 112 2012-11-01..2012-11-30"},
      {"On Tuesday the gates were locked as well. Then 112 workers died.", "killed 112 2025-10-14"},
      {"Not since 1990 had they known the like; 40 people died then.",
       "killed 40 1990-01-01..1990-12-31"},
      // what has happened was this year's, however near the next one is
      {"Nine people died between 11 and 13 January.", "killed 9 2025-01-11..2025-01-13"},
      {"A blast killed nine people two decades ago.", "killed 9 2000-01-01..2010-12-31"},
      // the day on which a panel spoke of it
      {"A panel on Friday laid the blame for August's raid on the mayor. It counts 67 dead.",
       "killed 67 2025-08-01..2025-08-31"},
      {"The police today salutes the nine men who lost their lives in Tarn on 5 October.",
       "killed 9 2025-10-05"},
  };
  Check(rows);
}

TEST_CASE("days behind a verb of saying, of tolls and of descriptions") {
  const Row rows[] = {
      {"The army said on Friday the rebels had killed nine men the day before.",
       "killed 9 2025-10-16"},
      {"Nine people have died since Thursday's earthquake.", "killed 9 2025-10-16"},
      {"As of Friday Monday's earthquake had claimed 74 lives.", "killed 74 2025-10-13"},
      {"The mission said on Friday that it had recorded 39 dead in September.",
       "killed 39 2025-09-01..2025-09-30"},
      {"When the bridge fell on Tuesday, nine people died.", "killed 9 2025-10-14"},
      {"The raid, which came on Tuesday, killed nine people.", "killed 9 2025-10-14"},
  };
  Check(rows);
}
