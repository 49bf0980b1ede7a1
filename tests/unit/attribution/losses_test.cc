// What carries a source where losses are counted.
#include "unit/attribution/source_of.h"

using namespace counterclaim;

TEST_CASE("verbs that report only where losses are counted behind them") {
  const SourceRow rows[] = {
      {"UN investigators established that 41 villagers were killed.", "41", "third_party un"},
      {"The Russian army established a camp for 41 men.", "41", "narrator"},
      {"Amnesty believes that 41 people were killed.", "41", "third_party amnesty"},
      {"The Russian army thinks about the 41 men who were killed.", "41", "narrator"},
      {"The Russian army knows of no more than 41 dead.", "41", "party rus/army"},
      {"The Russian army talks about just 41 martyrs.", "41", "party rus/army"},
      {"The Russian army gave 41 people killed.", "41", "party rus/army"},
      {"The Russian army raised its toll of the great flood to 41.", "41", "third_party rus/army"},
      {"The Russian army had gone 41 miles with the dead.", "41", "narrator"},
      {"At least 41 people died in the attack, says the internal review that Human Rights Watch "
       "published on Thursday.",
       "41", "third_party hrw"},
      {"The Russian army gave 41 bicycles to a school.", "41", "narrator"},
      {"The Russian army put at 41 the number of people killed.", "41", "party rus/army"},
      {"The Russian army put its guns at 41 crossings.", "41", "narrator"},
      {"ACLED has about 41 deaths.", "41", "third_party acled"},
      {"Russia has about 41 deaths.", "41", "narrator"},
      {"The Russian army released new figures on Monday: 41 dead.", "41", "party rus/army"},
      {"09:40: The Russian army: 41 dead and six missing.", "41", "party rus/army"},
      {"Saturday, 08.20: The Russian army: 41 dead, six missing.", "41", "party rus/army"},
      {"08:20 The health minister of Iran, Omar Hale: 41 people have been taken to hospital.", "41",
       "party irn/health"},
      {"The plan of the Russian army: 41 schools and no war.", "41", "narrator"},
      {"The Russian army again, by telephone: the number of dead has gone up to 41.", "41",
       "party rus/army"},
      {"More from Omar Hale, now in front of cameras: 41 pilots have been captured.", "41",
       "third_party"},
      {"Moscow's figure has stood at 41 killed since May.", "41", "party rus"},
      {"Of those who died, the Russian army disclosed, 41 were women.", "41", "party rus/army"},
  };
  CheckSources(rows);
}

TEST_CASE("passives and nouns that look like verbs") {
  const SourceRow rows[] = {
      {"A toll of 41 killed was announced on Saturday by the Russian army.", "41",
       "party rus/army"},
      {"A toll of 41 killed was announced by Saturday.", "41", "narrator"},
      {"Of the 90 Iraqis said to have been killed there, 41 were women.", "41", "unnamed"},
      {"The Taliban claimed to have killed 41 soldiers.", "41", "party afg/taliban"},
      {"The Joint Chiefs of Staff in Seoul reckon that 41 men were killed.", "41",
       "party kor/general-staff"},
      {"Mali's government has rejected the United Nations report on the raid. At least 41 men "
       "died, its spokesman said.",
       "41", "party mli/government"},
      {"\"I'd say 41 people were killed,\" the Russian army's chief said.", "41", "party rus/army"},
  };
  CheckSources(rows);
}

TEST_CASE("a sentence between two of one speaker is that speaker's") {
  const SourceRow rows[] = {
      {"General Omar Hale of the Russian army said it had attacked. The enemy's losses came to 41 "
       "men. It was over, he concluded.",
       "41", "party rus/army"},
      {"General Omar Hale of the Russian army said it had attacked. The enemy's losses came to 41 "
       "men. It was over, witnesses said.",
       "41", "narrator"},
      {"Lebanon's health minister, Omar Hale, said so on Thursday. Twelve of them died on "
       "the "
       "first day. On the second 41 people were wounded. The minister said it was over.",
       "41", "party lbn/health"},
      {"The Russian army said men had gone on the attack, he said. The losses came to 41 men. “It "
       "will end,” the general said.",
       "41", "party rus/army"},
      {"The Russian minister met the press, and the town was hit, he said.\n\nAt least 41 people "
       "were hurt. The attackers burned houses, he said.",
       "41", "party rus/government"},
      {"The Russian army said six men died. At least 41 bodies were found. The war goes on, it "
       "added.",
       "41", "party rus/army"},
      {"In Turkey the storm took lives, the health ministry of Turkey said. Of the deceased six "
       "have been buried. The number of the injured stands at 41.",
       "41", "third_party tur/health"},
      {"The Russian army said six men died. Forty-one men of the same unit were burned.",
       "Forty-one", "party rus/army"},
      {"The Russian army said six men came. Forty-one men of the same unit were burned.",
       "Forty-one", "narrator"},
      {"The Russian army said six men died. The remaining 41 are missing.", "41", "party rus/army"},
  };
  CheckSources(rows);
}

TEST_CASE("the civil defence speaks as the police do") {
  CHECK(SourceOf("The civil defence now gives 41 killed.", "41") == "third_party");
  CHECK(SourceOf("Yemen's civil defence puts the toll at 41.", "41") == "party yem/civil-defence");
}

TEST_CASE("whom a person or a body that is told of in short belongs to") {
  const SourceRow rows[] = {
      {"A Russian army spokesman stuck to his figure of 41 people killed.", "41", "party rus/army"},
      {"Russia struck, a Russian army spokesman, Omar Hale, said; 41 men were killed, according to "
       "him.",
       "41", "party rus/army"},
      {"Ukraine was struck. Our Ministry of Defence writes that 41 men were killed.", "41",
       "party ukr/mod"},
      {"Human Rights Watch published a report. Its three investigators confirmed 41 deaths.", "41",
       "third_party hrw"},
      {"Russia mourns. Its farmers said 41 men were killed.", "41", "third_party"},
      {"Jan Hale, who heads the Ukrainian coast guard, met the families. At least 41 are dead, he "
       "said.",
       "41", "party ukr/coast-guard"},
      {"“It holds,” Jan Hale, who heads the press office of the Syrian Democratic Forces, wrote. "
       "Hale said 41 men were killed.",
       "41", "party sdf/information"},
      {"The BIFF is not at the table. A spokesman admitted that 41 men had been killed.", "41",
       "party biff"},
      {"The Moro Islamic Liberation Front left. Omar Hale, the front's negotiator, said 41 men "
       "were killed.",
       "41", "party milf"},
      {"NATO said 41 men were killed.", "41", "party nato"},
      {"NATO bombed a camp in Afghanistan. The alliance said 41 men were killed.", "41",
       "party nato"},
      {"The United Nations sent lorries to Iraq. A spokesman for the world body said 41 men died.",
       "41", "third_party un"},
      {"JUBA — Raiders came. The commissioner of Uror county said 41 people were killed. South "
       "Sudan is at war.",
       "41", "party ssd"},
      {"The rescuers told our correspondent that six died, the minister of Iran, Omar Hale, told a "
       "reporter. At least 41, he said, were killed.",
       "41", "party irn/government"},
      {"A team of the United Nations came. At least 41 died, one of its members said.", "41",
       "third_party un"},
      {"The health ministry of Syria counted 38 dead. Across the line, in the north, the rescuers "
       "of the White Helmets had found 41 dead by the evening, they said.",
       "41", "third_party white-helmets"},
      {"Troops had tracked them, the Director of Media Operations of Nigeria, Major General Omar "
       "Hale, explained. They killed 41 men, the Director added.",
       "41", "party nga"},
      {"18:00 Iranian gunmen attack a hall in Iran. Iranian police are there.\n\n18:40 Washington "
       "says it was not "
       "involved.\n\n"
       "19:00 At least 41 people were killed, the Investigative Committee now says.",
       "41", "party irn/justice"},
      {"In Mozambique the storm killed 41 people, the UN's humanitarian office said in its closing "
       "report.",
       "41", "third_party un/ocha"},
      {"Jan Hale, who heads the Russian-installed administration of the region, said 41 men died.",
       "41", "party rus/government"},
      {"MANILA — Omar Hale, who led the Special Action Force until he was relieved, told "
       "the Senate that his men had killed 41 rebels. The Philippines mourns.",
       "41", "party phl"},
      {"The Board of Inquiry in Manila reported that 41 policemen were killed.", "41", "party phl"},
      {"MSF said six died in Malawi. In Mozambique, where it rained, the disaster institute "
       "reported 41 deaths.",
       "41", "third_party moz"},
      {"MSF said six died in Malawi. The charity reported 41 deaths.", "41", "third_party msf"},
      {"The National Human Rights Network, NHRN, published a report. According to the network, 41 "
       "people were killed.",
       "41", "third_party national-human-rights-network"},
      {"Special forces of Ukraine's SBU came. At least 41 soldiers were captured, a source in the "
       "agency said.",
       "41", "party ukr/sbu"},
      {"Kyiv denies it. Omar Hale serves in the Russian Defence Ministry. The ministry itself "
       "claims "
       "that 41 men were killed.",
       "41", "party rus/mod"},
      {"In the sector of Bakhmut 41 men were killed, Jan Hale, who speaks for Ukraine's eastern "
       "grouping, said.",
       "41", "party ukr"},
      {"MSF rejected this. At least 41 died, its representative in Afghanistan, Jan Hale, wrote.",
       "41", "third_party msf"},
      {"Pakistan mourns. At least 41 were killed, the military's media wing said.", "41",
       "party pak/army"},
      {"KARACHI: At least 41 people died, Commissioner Omar Hale said.", "41", "party pak"},
      {"DAEGU — A shed burned, and officials here said 41 people died.", "41",
       "party kor/government"},
      {"14:25 The health ministry in Gaza says four died. Its spokesman, Ashraf al-Qudra, wept.\n\n"
       "16:05 Israeli soldiers opened fire, an army officer tells reporters. According to him 41 "
       "were hurt.",
       "41", "party isr/army"},
      {"The Taliban said four died, its spokesman Omar Hale said.\n\nThe health minister of Iran "
       "corrects the toll. Some were counted twice, he says: 41 people were killed.",
       "41", "party irn/health"},
  };
  CheckSources(rows);
}

TEST_CASE("the agency, the rights group: no armed group that is named before") {
  const SourceRow rows[] = {
      {"Amnesty International asked about Boko Haram. The rights group said 41 men died.", "41",
       "third_party amnesty"},
      {"Police fought Boko Haram. The group said 41 men died.", "41", "party boko-haram"},
  };
  CheckSources(rows);
}

TEST_CASE("a body that handles the victims counts them") {
  const SourceRow rows[] = {
      {"Amnesty International doctors had operated on about 41 wounded.", "41",
       "third_party amnesty"},
      {"The Iraqi health ministry received 41 bodies and buried none.", "41", "party irq/health"},
      {"The clinic is treating 41 wounded.", "41", "narrator"},
      {"The wind treated 41 roofs roughly.", "41", "narrator"},
      {"Oxfam was treated to 41 speeches.", "41", "narrator"},
      // told by somebody else
      {"A clinic there received 41 bodies, the Iraqi health ministry said.", "41",
       "party irq/health"},
  };
  CheckSources(rows);
}

TEST_CASE("who tells it stands before a colon or behind the line") {
  const SourceRow rows[] = {
      {"UNHCR: Between May and June 41 people crossed the border.", "41", "third_party un/unhcr"},
      {"ISPR: In a raid in Tarn, security forces killed 41 men.", "41", "party pak/ispr"},
      {"Russian Defence Ministry: the enemy's losses came to 41 men.", "41", "party rus/mod"},
      {"IDF spokesman: over the night, 41 men were killed. Nobody fled.\n\nRain fell.", "41",
       "party isr/idf"},
      {"IDF spokesman: over the night, many ran. In the morning 41 men were killed.", "41",
       "party isr/idf"},
      {"IDF spokesman: over the night, many ran.\n\nIn the morning 41 men were killed.", "41",
       "narrator"},
      {"Soldiers: 41. Police: five were killed.", "41", "narrator"},
      {"Among the soldiers: 41 men were killed.", "41", "narrator"},
      {"41 soldiers killed in raid: ISPR", "41", "party pak/ispr"},
      {"41 soldiers killed in raid - ISPR", "41", "party pak/ispr"},
      {"41 soldiers killed in raid: a long day", "41", "narrator"},
      {"KARACHI: In a raid 41 men were killed.", "41", "narrator"},
      // limits: twelve items, seven items, eight tokens
      {"UNHCR, army, army, army, army, army, army: Between May and June 41 people crossed the "
       "border.",
       "41", "narrator"},
      {"41 soldiers killed in raid: the army of the army of ISPR", "41", "party pak/army"},
      {"41 soldiers killed in raid: the army and the army of the ISPR", "41", "narrator"},
      {"The number of those killed was 41 dead (a b c d e f g h OCHA).", "41", "narrator"},
      {"As of 3 March: 41 dead, four injured.", "41", "narrator"},
      {"As of 3 March: 41 dead, 400 displaced (OCHA).", "41", "third_party un/ocha"},
      {"41 members of the group were killed (Hamas).", "41", "party hamas"},
      {"They killed 41 members of the group (Hamas).", "41", "narrator"},
  };
  CheckSources(rows);
}
