#include "unit/mention/read.h"

using namespace counterclaim;

TEST_CASE("who was hit, in all its voices") {
  const Row rows[] = {
      {"Shells killed four herders and wounded nine.",
       "killed 4 civilian by ? | wounded 9 civilian by ?"},
      {"Four herders were shot dead near the ford.", "killed 4 civilian"},
      {"After 17 miners died the pit was closed.", "killed 17 worker"},
      {"Seven sailors, the harbour master said in a letter, which he signed, drowned.",
       "killed 7 sailor"},
      {"Rebels put to death 30 villagers.", "killed 30 civilian by ?"},
      {"The flood claimed the lives of 14 farmers.", "killed 14 civilian by ?"},
      {"The mayor was killed in his car, along with two bodyguards.",
       "killed 2 security_personnel"},
      {"Gunmen held 11 teachers hostage.", "hostage 11 teacher by ?"},
      {"Two nurses (a mother and her girl) were killed.", "killed 2 medic | killed 2 medic of #0"},
      {"Six sailors -- all of them Danes, as it turned out -- drowned.", "killed 6 sailor"},
      {"He spoke of the massacre [of six monks] at length.", "killed 6 teacher"},
      {"It left 17 rebels and two soldiers dead.", "killed 17 militant by ? | killed 2 soldier"},
      {"The police ran an operation to kill a rebel commander.", "killed 1 officer by ? expected"},
      {"He denies the attempted murder of two judges.", "killed 2 official expected"},
      {"Members of the army and the police died.", ""},
      {"More than 60 of Haftar's soldiers died.", "killed >=61 soldier:lna"},
      {"The ministry published the names of 192 soldiers who were killed.", "killed 192 soldier"},
      {"They say 428 rebels, 105 soldiers and policemen and 45 civilians were killed.",
       "killed 428 militant | killed 105 soldier | killed 45 civilian"},
      {"Since the siege began 428 rebels and 45 civilians have been killed.",
       "killed 428 militant | killed 45 civilian"},
      {"Mali, by its army's account, shot down two jets.", "aircraft.downed 2 jet by mli"},
      {"Gunmen came in May 2016 and 19 soldiers died.", "killed 19 soldier"},
      {"He spoke of “a very large number” of rebels killed.", ""},
      {"Sixty members of the army and the police died.", "killed 60 person"},
      {"The raid cost 18 civilian lives.", "killed 18 civilian by ?"},
      {"The army lost not one of its guards.", "losses 0 security_personnel"},
      {"All 279 girls kidnapped in May have been released.", "released 279 child"},
      {"Two guards also received wounds.", "wounded 2 security_personnel"},
      {"Forensic teams have identified 935 people killed in the war.",
       "killed.identified 935 person"},
      {"The mayor was dead, and with him 16 of his guards.", "killed 16 security_personnel"},
      {"The strike killed Omar Hale, of whom little was known, along with eight guards.",
       "killed 8 security_personnel by ?"},
      {"None of ours were killed.", "killed 0 person"},
      {"Four of the nine men aboard drowned.", "killed 4 man"},
      {"The choir and all four guests suffocated.", "killed 4 civilian"},
      {"A boy of nine killed in his bed was the youngest.", "killed 1 child"},
      {"The rebels lost 16 fighters.", "losses 16 militant"},
      {"The rebels lost an F-16.", "aircraft.lost 1 jet"},
      {"Nine herders could not be reached, and four were found.", "missing 9 civilian"},
      {"Nine herders could be reached.", ""},
      {"Nine nurses are held by the rebels.", "hostage 9 medic by ?"},
      {"Nine nurses are held in jail.", "detained 9 medic"},
      {"Nine nurses have been let go.", "released 9 medic"},
      {"Nine nurses were scorched, four badly.", "wounded 9 medic | wounded 4 medic of #0"},
      {"The rebels burned nine bodies.", ""},
      {"Nine nurses remain in hospital.", "wounded 9 medic"},
      {"Some 180 were plucked from the sea.", "rescued 135..225 person"},
      {"Two nurses were among the victims.", "killed 2 medic"},
      {"Of those who died, no fewer than nine were nurses.", "killed >=9 medic"},
      {"Two vans were blown to pieces.", "vehicle.destroyed 2 vehicle"},
      {"There were two air strikes on the port.", "strike 2"},
  };
  Check(rows);
}

TEST_CASE("losses told in lists, in passing and in few words") {
  const Row rows[] = {
      {"Dead in the course of the operation: 14.", "killed 14 person"},
      {"Arrested in the same week: 33.", "detained 33 person"},
      {"Vehicles destroyed: 26.", "vehicle.destroyed 26 vehicle"},
      {"Own losses: none.", "losses 0 person"},
      {"The dead number 269.", "killed 269 person"},
      {"Those rescued number 164.", "rescued 164 person"},
      {"In the port 43 remain missing.", "missing 43 person"},
      {"It put the dead at 41 and the missing at 60.", "killed 41 person | missing 60 person"},
      {"It put the country's dead at 412.", "killed 412 person"},
      {"Forty soldiers fell ill.", "ill 40 soldier"},
      {"Six soldiers fell.", "killed 6 soldier"},
      {"Rebels hit more than 15 army and police posts.", "post.hit >=16 post by ?"},
      {"Only 58 of a crew of 510 were rescued.", "rescued 58 worker"},
      {"The raid killed two men, an aide of the mayor there says.", "killed 2 man by ?"},
      {"The raid killed two guards, a cook and a driver.",
       "killed 2 security_personnel by ? | killed 1 worker by ? | killed 1 person by ?"},
      {"The blast killed a stewardess of 22.", "killed 1 worker by ?"},
      {"Troops seized two tanks and 26 rifles.",
       "vehicle.captured 2 tank by ? | weapon.seized 26 weapon by ?"},
      {"Two missiles hit five houses.", "missile.hit 2 missile | building.hit 5 building by ?"},
  };
  Check(rows);
}

TEST_CASE("counters and totals") {
  const Row rows[] = {
      {"The dead now number 265.", "killed 265 person"},
      {"The ministry put the number of captured Afghan posts at 20.", "post.captured 20 post:afg"},
      {"The dead lived at house number 265.", ""},
      {"The toll stands at 359.", "killed 359 person"},
      {"It recorded 2,189 deaths, 12,268 injured and 332 missing.",
       "killed 2189 person | wounded 12268 person | missing 332 person"},
      {"Ukraine lost 1,500 soldiers, killed and wounded.", "casualties 1500 soldier:ukr"},
      {"He said that one civilian was killed.", "killed 1 civilian"},
      {"He killed that one.", ""},
      {"The wounded number 1,835.", "wounded 1835 person"},
      {"The number killed in the attack had reached 133 by Saturday.", "killed 133 person"},
      {"Thirty-one people died. It had spoken of 14 on Friday.",
       "killed 31 person | killed 14 person"},
      {"Eighteen people died in Lund, eight in Visby and five in Malmo.",
       "killed 18 person | killed 8 person | killed 5 person"},
      {"Eighteen people died of cold, eight in silence.", "killed 18 person"},
      {"The ministry put the number of captured outposts at 12.", "post.captured 12 post"},
      {"The number of nurses who lost their lives rose to 9.", "killed 9 medic"},
      {"Their losses stood at 40 soldiers.", "losses 40 soldier"},
      {"The death toll could exceed 900.", "killed >=901 person hypothetical"},
      {"The loss of life has reached 212.", "killed 212 person"},
      {"The official death toll was 60.", "killed 60 person"},
      {"The civilian death toll was 60.", "killed 60 civilian"},
      {"No such number had died.", ""},
      {"It lost “around 12” of its fighters.", "losses 9..15 militant"},
      {"Police put the toll at 27 killed and 64 hurt; a union spoke of 31.",
       "killed 27 person | wounded 64 person | killed 31 person"},
      {"Toll tops 110 after the flood.", "killed >=111 person"},
      {"The wounded, 151 in number, are treated.", "wounded 151 person"},
      {"Our martyrs number 28.", "killed 28 person"},
      {"The dead now number 265.", "killed 265 person"},
      {"Civilian deaths came to 94.", "killed 94 civilian"},
      {"The quake brings to 35 the number of those missing.", "missing 35 person"},
      {"The toll, he said, stands at 37.", "killed 37 person"},
      {"How many are dead nobody knows.", ""},
      {"Four more herders died of their wounds, taking the toll to 25.",
       "killed 4 civilian | killed 25 civilian"},
      {"The office raised the number of herders killed when a dam burst above two farms to 138.",
       "killed 138 civilian"},
      {"The office put at 51 the number of herders killed.", "killed 51 civilian"},
      {"The toll is 27 and about 90 are hurt.", "killed 27 person | wounded 68..112 person"},
      {"Forty herders died. The office raised the count in the valley to 92.",
       "killed 40 civilian | killed 92 person"},
  };
  Check(rows);
}

TEST_CASE("parts and lists of parts") {
  const Row rows[] = {
      {"Twelve sailors drowned. Two of their officers were killed.",
       "killed 12 sailor | killed 2 officer"},
      {"Nine people died. It registered 300 people, 200 of them children.", "killed 9 person"},
      {"Two people were killed, one of them a child, and 11 people hurt.",
       "killed 2 person | killed 1 child of #0 | wounded 11 person"},
      {"Nine people died. One of them was still holding his cap.", "killed 9 person"},
      {"Twelve were killed and 30 people hurt. Of the martyrs, nine were policemen; the other "
       "three "
       "were civilians.",
       "killed 12 person | wounded 30 person | killed 9 police of #0 | killed 3 civilian of #0"},
      {"The dead have risen to 137. Among them are nine tourists.",
       "killed 137 person | killed 9 civilian of #0"},
      {"Twelve people died. Among the dead were three children and two nurses.",
       "killed 12 person | killed 3 child of #0 | killed 2 medic of #0"},
      {"Twelve people died. The dead included three children and a clerk.",
       "killed 12 person | killed 3 child of #0 | killed 1 worker of #0"},
      {"Ninety people died.\n\nIt rained.\n\nShops closed.\n\nEnvoys met.\n\nThirty-one of the "
       "dead were tourists.",
       "killed 90 person | killed 31 civilian of #0"},
      {"Nine civilians died, one of their commanders said.", "killed 9 civilian"},
      {"Sixty people are missing. There were two of them.", "missing 60 person"},
      {"Forty people were hit. Of those about 17 were killed.", "killed 13..21 person"},
      {"Twelve sailors drowned. One of the dead was a child.",
       "killed 12 sailor | killed 1 child of #0"},
      {"Thirty people died: nine miners, five nurses; and 16 farmers who drowned.",
       "killed 30 person | killed 9 worker of #0 | killed 5 medic of #0 | killed 16 civilian of "
       "#0"},
      {"Ten people died: six women, a nurse and three boys.",
       "killed 10 person | killed 6 woman of #0 | killed 1 medic of #0 | killed 3 child of #0"},
      {"Nine passengers were hurt, seven men and two women.",
       "wounded 9 passenger | wounded 7 man of #0 | wounded 2 woman of #0"},
      {"Twenty villagers were killed, of whom eight were children and four women.",
       "killed 20 civilian | killed 8 child of #0 | killed 4 woman of #0"},
      {"Eight miners died. Three of them were brothers.", "killed 8 worker | killed 3 man of #0"},
      {"Fifty people were wounded, 12 women and five children among them.",
       "wounded 50 person | wounded 12 woman of #0 | wounded 5 child of #0"},
      {"Shells killed nine nurses, among them two girls, and injured 30.",
       "killed 9 medic by ? | killed 2 child by ? of #0 | wounded 30 medic"},
      {"Three jets took off; one of them crashed.", ""},
      {"The blast killed eight including three girls.",
       "killed 8 person by ? | killed 3 child by ? of #0"},
      {"The blast killed nine people, including Omar Khan and two boys.",
       "killed 9 person by ? | killed 2 child by ? of #0"},
      {"Four rebels died. The patrol called on one of the rebels to give up.", "killed 4 militant"},
      {"Four rebels died. The patrol met with a village elder.", "killed 4 militant"},
      {"107 people died. They comprise 83 civilians and five soldiers.",
       "killed 107 person | killed 83 civilian of #0 | killed 5 soldier of #0"},
      {"The toll stands at 97, compared with 45 a day before.", "killed 97 person"},
      {"Nine people were killed including three officers.",
       "killed 9 person | killed 3 officer of #0"},
  };
  Check(rows);
}

TEST_CASE("a share of those of whom the sentence tells") {
  const Row rows[] = {
      {"At least seven of the 14 people killed in the raid were minors.",
       "killed >=7 child of #1 | killed 14 person"},
      {"Eight of those who perished were children.", "killed 8 child in part"},
      {"One of the boys who were killed had a dog.", ""},
      {"Troops rescued 121 of the 129 girls who were carried off.",
       "rescued 121 child by ? | kidnapped 129 child"},
      {"The army killed 203 rebels. The group says that 30 of its men were killed.",
       "killed 203 militant by ? | killed 30 man"},
  };
  Check(rows);
}

TEST_CASE("things, acts, absence") {
  const Row rows[] = {
      {"Air defences shot down a drone.", "drone.downed 1 drone by ?"},
      {"They shot down 18 drones. Seven of the drones were downed by a ship.",
       "drone.downed 18 drone by ? | drone.downed 7 drone by ? of #0"},
      {"A missile hit a school.", ""},
      {"Gunners fired 12 rockets, two of which were intercepted.",
       "missile.launched 12 rocket by ? | missile.downed 2 rocket of #0"},
      {"Of the 40 drones launched, 31 were shot down and nine hit their targets.",
       "drone.launched 40 drone | drone.downed 31 drone of #0 | drone.hit 9 drone of #0"},
      {"The navy shot down two fighters.", "aircraft.downed 2 jet by ?"},
      {"The truce held, with no major attacks since.", "attack 0"},
      {"The troops took three villages.", "settlement.captured 3 settlement by ?"},
      {"The pupils took three buses to the match.", ""},
      {"Guns eliminated 210 servicemen, two tanks and nine mortars.",
       "killed 210 soldier | vehicle.destroyed 2 tank | artillery.destroyed 9 artillery"},
      {"The army shot down two drones; the loss of one is admitted.",
       "drone.downed 2 drone by ? | drone.lost 1 drone"},
  };
  Check(rows);
}

TEST_CASE("numbers that count nothing of the kind") {
  const Row rows[] = {
      {"How many soldiers died is unknown.", ""},
      {"The strike closed 12 of the poorest schools.", ""},
      {"The 58-year-old driver died in 2019.", ""},
      {"One of 6.4 followed.", ""},
      {"Three bodies of the United Nations asked for talks.", ""},
      {"Two arms of the state give two tolls.", ""},
      {"The union has 131 names of dead and missing.", ""},
      {"He treated 38 injured sailors. Among the dead are four children.",
       "wounded 38 sailor | killed 4 child"},
      {"The dead were 35, a doctors' committee said.", "killed 35 person"},
      {"Two men died. The ship carried 312 passengers; the true number was at least 380.",
       "killed 2 man"},
      {"In the Tarn sector four soldiers died.", "killed 4 soldier"},
      {"At half past three nine sailors drowned.", "killed 9 sailor"},
      {"Survivors said that 12 survivors were brought ashore.", "rescued 12 person"},
      {"A shopkeeper clawed at the bricks that buried his wife.", ""},
      {"Forty people died. The numbers are a small part of a large one.", "killed 40 person"},
      {"Forty people died. The toll-free number is 1818.", "killed 40 person"},
  };
  Check(rows);
}

TEST_CASE("people whom a clause describes") {
  const Row rows[] = {
      {"Ninety-five people who had tickets are missing.", "missing 95 person"},
      {"Ten sailors who were sent to put out the fire are missing.", "missing 10 sailor"},
      {"The man who shot 12 people was killed.", ""},
      {"The three rebels who killed 26 people on Monday were shot dead.",
       "killed 3 militant | killed 26 person by ?"},
      {"Six of the sailors hurt on Monday have died.", "killed 6 sailor"},
      {"Nine people were brought to Nasser hospital.", "wounded 9 person"},
      {"There were no dead.", "killed 0 person"},
      {"A blast that hit a bus with 12 people was heard.", ""},
      {"Ten soldiers were all killed.", "killed 10 soldier"},
      {"The clinic treated 38 sailors.", "wounded 38 sailor"},
  };
  Check(rows);
}

TEST_CASE("lists that tell what the dead were") {
  const Row rows[] = {
      {"Nineteen people died: twelve workers and seven patients, three of them children.",
       "killed 19 person | killed 12 worker of #0 | killed 7 person of #0 | killed 3 child of #0"},
      {"The toll rose to 42. They were 24 patients, 14 workers and four relatives.",
       "killed 42 person | killed 24 person of #0 | killed 14 worker of #0 | killed 4 person of "
       "#0"},
      {"The toll rose to 42. They were 24 patients and 14 workers.", "killed 42 person"},
      {"Thirty people died: ten patients, 13 workers and seven bodies burnt beyond recognition.",
       "killed 30 person | killed 10 person of #0 | killed 13 worker of #0 | killed 7 person of "
       "#0"},
      {"Ten people died. Two of the victims pleaded guilty.", "killed 10 person"},
      {"Seven civilians, one of them a six-year-old, died.",
       "killed 7 civilian | killed 1 civilian of #0"},
      {"Ten people died. Two of the victims worked for the mine.",
       "killed 10 person | killed 2 person of #0"},
      {"Ten people died. It says that two belonged to a militia.",
       "killed 10 person | killed 2 person of #0"},
      {"Ten people died. Tanks, two of them old, drove off.", "killed 10 person"},
  };
  Check(rows);
}

TEST_CASE("counts that lean on those before") {
  const Row rows[] = {
      {"The raid downed ten jets. We lost two.",
       "aircraft.downed 10 jet by ? | aircraft.lost 2 jet"},
      {"We downed ten jets. They lost two, a Su-25 and a Tu-22.",
       "aircraft.downed 10 jet by ? | aircraft.lost 2 jet"},
      {"Sixteen deaths were certified. At night it stood at 34.",
       "killed 16 person | killed 34 person"},
      {"Only 172 people were rescued. His agency had put the number at 174.",
       "rescued 172 person | rescued 174 person"},
      {"The clinic treated 38 injured, two of whom died.",
       "wounded 38 person | killed 2 person of #0"},
      {"The toll rose to 39 after five of the wounded died.",
       "killed 39 person | killed 5 person of #0"},
      {"The navy showed 22 captured rifles and three burnt pick-ups.",
       "weapon.captured 22 weapon | vehicle.destroyed 3 vehicle"},
      {"A fire killed 63 people, raising an earlier count of 41.",
       "killed 63 person by ? | killed 41 person"},
      {"There are 284 missing. The number on board has been corrected to 462.",
       "missing 284 person"},
      {"It was one of four air raids that the navy carried out.", "strike 4 by ?"},
      {"The navy fired 90 drones and decoys together with 12 missiles.",
       "drone.launched 90 drone by ? | missile.launched 12 missile by ?"},
      {"Gunners stopped 80 drones and five missiles.",
       "drone.downed 80 drone by ? | missile.downed 5 missile by ?"},
      {"The port counted 22 missiles, 17 of them aimed at the pier and five at the town.",
       "missile.launched 22 missile | missile.launched 17 missile of #0 | "
       "missile.launched 5 missile of #0"},
      {"The navy shot down four jets. It identified the aircraft as three Rafales and one MiG-29.",
       "aircraft.downed 4 jet by ? | aircraft.downed 3 jet of #0 | aircraft.downed 1 jet of #0"},
      {"Forty sailors were killed at one pier, and 27 more at another.",
       "killed 40 sailor | killed 27 sailor"},
      {"On Monday it spoke of 502 deaths, and on Tuesday evening, in a broadcast, 644.",
       "killed 502 person | killed 644 person"},
      {"Thirty farmers on the ferry and six on the pier died, a total of 37.",
       "killed 30 civilian of #2 | killed 6 civilian of #2 | killed 37 person"},
      {"The harbour office published 61 names of those killed.", "killed 61 person"},
      {"Kenya's count has reached 85 sailors.", "killed 85 sailor"},
      {"Twenty sailors had died, after 14 who had been hurt succumbed.",
       "killed 20 sailor | killed 14 sailor"},
      {"At least 300 people died. It breaks down as follows: 136 farmers and 98 miners, 60 of whom "
       "were executed by troops; 42 sailors; 11 nurses.",
       "killed >=300 person | killed 136 civilian of #0 | killed 98 worker of #0 | "
       "killed 60 worker by ? of #2 | killed 42 sailor of #0 | killed 11 medic of #0"},
      {"Of the 40 drones that crossed the border, 31 were downed while nine reached a target.",
       "drone.launched 40 drone | drone.downed 31 drone of #0 | drone.hit 9 drone of #0"},
      {"No jet was hit or destroyed.", "aircraft.hit 0 jet | aircraft.destroyed 0 jet"},
      {"Six drones lost to missiles cost the navy dear.", "drone.lost 6 drone"},
      {"A navy column fell into an ambush, a second one, and 12 sailors died.", "killed 12 sailor"},
      {"They killed 50 miners in an ambush, a second one, laid for the column.",
       "killed 50 worker by ?"},
      {"One of the gunboats bombed a bridge.", ""},
      {"It would mean 134 sailors dead.", "killed 134 sailor hypothetical"},
      {"Forty soldiers, 20 guards and one officer died: 61 altogether.",
       "killed 40 soldier of #3 | killed 20 security_personnel of #3 | killed 1 officer of #3 | "
       "killed 61 person"},
      {"98 people died. Ninety-seven of the victims died there, and one died in hospital.",
       "killed 98 person | killed 97 person of #0 | killed 1 person of #0"},
      {"The dead are 40 soldiers, 20 guards and one officer.",
       "killed 40 soldier | killed 20 security_personnel | killed 1 officer"},
  };
  Check(rows);
}

TEST_CASE("losses told in other words") {
  const Row rows[] = {
      {"In all 187 people died.", "killed 187 person"},
      {"The doctor saw dozens of injured.", "wounded >=12 person"},
      {"A 46-year-old tapper was killed.", "killed 1 person"},
      {"The navy rescued 12 men from the sea.", "rescued 12 man by ?"},
      {"Nine climbers failed to return.", "missing 9 civilian"},
      {"Those killed include two teachers and three nurses.", "killed 2 teacher | killed 3 medic"},
      {"The ministry gave 78 as the number of dead.", "killed 78 person"},
      {"Of the dead, 21 were found in the river.", "killed 21 person"},
      {"Of the soldiers sent to the hill three were killed.", "killed 3 soldier"},
      {"A doctor who reached the town said 43 people were killed.", "killed 43 person"},
      {"The army spoke of no losses.", ""},
      {"It was an operation in which one of them was killed.", "killed 1 person"},
      {"The army named 17 men of Hamas whom it killed.", "killed 17 man:hamas"},
      {"The army named 17 men of Hamas whom its troops killed.", "killed 17 man:hamas by ?"},
      {"Nine jets dropped off the radar.", "aircraft.lost 9 jet"},
      {"The ministry had counted 140 dead. It gives a new number, 151.",
       "killed 140 person | killed 151 person"},
      {"Of the Tarn fighters, 413 were killed.", "killed 413 militant"},
      {"The fire charred 40 people to death.", "killed 40 person by ?"},
      {"Twelve miners are underground.", "trapped 12 worker"},
      {"The shell destroyed a tank.", "vehicle.destroyed 1 tank by ?"},
      {"Kabul accused the army of killing 12 farmers.", "killed 12 civilian by ?"},
      {"The army informed the ministry of killing 12 farmers.", "killed 12 civilian"},
      {"Twenty peacekeepers fell in the battle.", "killed 20 peacekeeper"},
      {"The army mentioned no deaths.", ""},
      {"The army suffered no losses.", "losses 0 person"},
  };
  Check(rows);
}
