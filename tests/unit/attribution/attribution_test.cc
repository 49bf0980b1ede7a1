#include "claims_of.h"
#include "unit/attribution/source_of.h"

using namespace counterclaim;

TEST_CASE("a source's words name a party, a third party or nobody") {
  const SourceRow rows[] = {
      {"The Taliban said 41 soldiers were killed.", "41", "party afg/taliban"},
      {"Islamabad said 41 fighters were killed.", "41", "party pak"},
      {"According to the Afghan defence ministry, 41 troops died.", "41", "party afg/mod"},
      {"A spokesman for the Pakistani army said 41 troops died.", "41", "party pak/army"},
      {"Residents of Kabul said 41 people died.", "41", "third_party"},
      {"UNAMA said 41 people died in the raid.", "41", "third_party un/unama"},
      {"Shelling killed 41 soldiers.", "41", "narrator"},
      {"Shells that claimed 41 lives fell at dawn.", "41", "narrator"},
      {"The flood, which claimed nearly 41 lives, came at dawn.", "41", "narrator"},
  };
  CheckSources(rows);
}

TEST_CASE("a report of losses goes on with its source") {
  const SourceRow rows[] = {
      {"The Taliban said four soldiers were killed. Forty people were wounded.", "Forty",
       "party afg/taliban"},
      {"The Taliban said four soldiers were killed. Forty people had been wounded in May.", "Forty",
       "narrator"},
      {"The Taliban said talks had failed. Forty people live there.", "Forty", "narrator"},

  };
  CheckSources(rows);
}

TEST_CASE("pronouns and descriptions mean who spoke or was named before") {
  const SourceRow rows[] = {
      {"The Taliban attacked three posts. It said 41 soldiers were killed.", "41",
       "party afg/taliban"},
      {"Zabihullah Mujahid met reporters. He said 41 soldiers were killed.", "41",
       "party afg/taliban"},
      {"The Afghan defence ministry spoke of a raid, it said. The ministry said 41 troops died.",
       "41", "party afg/mod"},
      {"Security officials in Quetta gave another account. They said 41 fighters were killed.",
       "41", "party pak/security-forces"},
  };
  CheckSources(rows);
}

TEST_CASE("verbs and nouns that give a figure name its source") {
  const SourceRow rows[] = {
      {"The Russian army lowered its count of the dead on Sunday to 41.", "41", "party rus/army"},
      {"The Russian army lowered its flag and marched 41 miles.", "41", "narrator"},
      {"Russia's own count of the casualties was 41 dead.", "41", "party rus"},
      {"The Russian army had earlier given the toll as 41.", "41", "party rus/army"},
      {"The Russian army now gives 41 killed and six missing.", "41", "party rus/army"},
      {"The Russian army broke its figure down as follows: 41 dead, six missing.", "41",
       "party rus/army"},
      {"The Russian army met. More than 41 people died in the war, according to some estimates.",
       "41", "third_party"},
      {"Russia's army said nine men were killed. In a separate incident, 41 men were killed.", "41",
       "narrator"},
      {"Doctors of the charity warn that it spreads: 41 children fell ill.", "41", "third_party"},
      {"The Russian army this week said 41 men were killed.", "41", "party rus/army"},
      {"The Russian army boasted through its paper, Red Star, that it had killed 41.", "41",
       "party rus/army"},
      {"At least 41 men were killed, reckons the Russian army, and no child was hurt.", "41",
       "party rus/army"},
      {"The Russian army then gave at least 41 dead.", "41", "party rus/army"},
      {"On Friday the Russian army had still given 41.", "41", "party rus/army"},
      {"Russia's general staff draws up the following balance: 41 rebels killed.", "41",
       "party rus/general-staff"},
      {"The Russian army again, in the evening: 41 men have been killed.", "41", "party rus/army"},
      {"He reads the bulletin of the Russian army: 41 men killed.", "41", "party rus/army"},
      {"The Russian army lost its patience: 41 men were killed.", "41", "narrator"},
      {"The Russian army met. Its count, published later, is 41 killed.", "41", "party rus/army"},
      {"The Russian defence ministry now has 41 dead.", "41", "party rus/mod"},
      {"The National Rescue Agency (BNPB) says 41 people died.", "41", "third_party idn/bnpb"},
      {"The National Rescue Agency (in Palu) says 41 people died.", "41", "party idn"},
      {"The Helping Hands Agency (in Palu) says 41 people died.", "41",
       "third_party helping-hands-agency"},
      {"Russia now has 41 dead.", "41", "narrator"},
      {"The toll stood at 41, going by the count that the Russian army released.", "41",
       "party rus/army"},
      {"The Russian army updated its toll of Tuesday's raid on Friday to 41 dead.", "41",
       "party rus/army"},
      {"The dead, according to the Russian army, include 41 soldiers.", "41", "party rus/army"},
      {"A Russian bomb set off shells that Ukraine stored and led to the deaths of 41 men.", "41",
       "narrator"},
      {"Forty-one men died, said the headman of the hamlet.", "Forty-one", "third_party"},
      {"An archivist said 41 men were killed.", "41", "third_party"},
      {"Citing the Russian army, agencies reported that 41 men were killed.", "41",
       "party rus/army"},
      {"The Taliban, who had denied everything, now concede that 41 men died.", "41",
       "party afg/taliban"},
      {"At least 41 men died, the WHO said.", "41", "third_party un/who"},
      {"Hamas's armed wing, the Qassam Brigades, said 41 men died.", "41", "party hamas/qassam"},
      {"The toll is 41, the Russian army's chief, I.K. Hale, told reporters.", "41",
       "party rus/army"},
      {"At least 41 men died, Human Rights Watch says in a paper that it published on Tuesday.",
       "41", "third_party hrw"},
      {"The Russian army's toll has gone up to 41.", "41", "party rus/army"},
      {"Italy's toll has gone up to 41.", "41", "narrator"},
      {"Human Rights Watch met. “Not one of the 41 dead was armed,” said Jo Hale, the "
       "organisation's director.",
       "41", "third_party hrw"},
      {"Three nurses of Human Rights Watch were among 41 dead, their organisation said.", "41",
       "third_party hrw"},
      {"Israel's National Insurance Institute counts 41 dead.", "41", "party isr"},
      {"The Russian army met. At least 41 men died, the Tribal Leaders' Forum said.", "41",
       "third_party"},
      {"The health ministry met in Rafah. At least 41 people died, the health ministry said.", "41",
       "party hamas/health"},
      {"Crews came from Lutsk. Moscow's account is false, say some. The interior ministry said 41 "
       "people died.",
       "41", "party ukr/interior"},
      {"Iraq mourned. At least 41 people died, Zeid Ra'ad al-Hussein said.", "41", "third_party"},
      {"The rescuers known as the White Helmets had counted 41 dead.", "41",
       "third_party white-helmets"},
      {"The Russian army met. It had first spoken, on Monday evening, of 41 dead.", "41",
       "party rus/army"},
      {"In Moscow, where it snowed, the army puts its losses at 41 killed.", "41",
       "party rus/army"},
      {"Italy's foreign minister spoke. Canada mourns. It rained.\n\n41 Canadians were killed, "
       "Foreign Minister Jo Roy said.",
       "41", "party can/mfa"},
      {"Russia struck twice. “We counted 41 dead,” a Russian army spokesman told this newspaper.",
       "41", "party rus/army"},
      {"No shell fell, the Russian army said, showing pictures, and at most 41 men had died.", "41",
       "party rus/army"},
      {"The coordinator, Ana Lund, said 41 were hurt.", "41", "third_party"},
      {"The hut took in 41 hurt men, two climbers said by telephone.", "41", "third_party"},
      {"A pier fell in Tomsk, killing 41 people, state media reported Friday.", "41",
       "party rus/state-media"},
      {"The Russian army had at first given 41 dead.", "41", "party rus/army"},
      {"A bus fell into a lake on Sunday, and a warden said at least 41 people had died.", "41",
       "third_party"},
      {"The Russian army, citing confusion on the ground, gives 41 dead.", "41", "party rus/army"},
      {"A week after the raid the Russian army has published names and raised the toll to 41.",
       "41", "party rus/army"},
      {"Sheds fell, and 41 men died, by the fire chief's estimate.", "41", "third_party"},
      {"By my own count 41 men died.", "41", "narrator"},
      {"The Russian army, meanwhile, announced the death of 41 men.", "41", "party rus/army"},
      {"The group boasts of having killed 41 soldiers.", "41", "third_party"},
      {"The town shouted as the Russian army said the dead had reached 41.", "41",
       "party rus/army"},
      {"Officers of the Russian army had a total of 41 deaths.", "41", "party rus/army"},
      {"The Russian army has so far recorded the deaths of 41 men.", "41", "party rus/army"},
      {"The Russian army raised to 41 the number of men killed.", "41", "party rus/army"},
      {"The Russian army spoke more cautiously of at least 41 dead on the hill.", "41",
       "party rus/army"},
      {"Ferries stopped, and 41 men died, the Reed Valley Committee wrote that night.", "41",
       "third_party"},
      {"All 41 rowers drowned, a lawyer for their families recalls.", "41", "third_party"},
      {"As many as 41 died, according to a Russian government paper that a broadcaster published.",
       "41", "party rus/government"},
  };
  CheckSources(rows);
}

TEST_CASE("who leads a party, and what is of a party named before, speaks for it") {
  const SourceRow rows[] = {
      {"Jo Hale, who leads the breakaway region of South Ossetia, spoke of 41 dead.", "41",
       "party south-ossetia"},
      {"Jo Hale, who leads a choir in South Ossetia, spoke of 41 dead.", "41", "third_party"},
      {"Doctors told Human Rights Watch so. Georgia, by its government's count, lost 41 people.",
       "41", "party geo/government"},
      {"At last a word from Egypt's army. Its men fought. A word from the army. Forty died, its "
       "spokesman says.",
       "Forty", "party egy/army"},
      {"Georgia's army put them, on the day the war ended, at 41 soldiers killed.", "41",
       "party geo/army"},
      {"Georgia spoke. Six more have fallen, which brings the toll to 41, its army said.", "41",
       "party geo/army"},
      {"In Riyadh the official figures stood still: dead 41.", "41", "narrator"},
      {"Niger's army spoke. The Islamic State said it lost six men. Two officers said 41 men were "
       "killed.",
       "41", "party ner"},
      {"Georgia's army said it fought. In Mali, 41 men were killed, a security source said.", "41",
       "party mli/security-forces"},
      {"Georgia's president, who flew over the valley, spoke of \"around 41 dead\".", "41",
       "party geo/presidency"},
      {"Nine died, officials in Georgia said. The company said 41 were hurt.", "41", "third_party"},
      {"Georgia's army spoke. The dead were 41, said a committee of doctors.", "41", "third_party"},
      {"In June, a committee set up by the prosecutor has found, 41 people were killed.", "41",
       "third_party"},
      {"Police found, buried in the garden, 41 dead men.", "41", "narrator"},
      {"Fifty died, said Georgia's army, which in a first message had spoken of at least 41.", "41",
       "party geo/army"},
      {"Fifty died, Georgia's army said, raising an earlier count of 41.", "41", "party geo/army"},
      {"Some 41 people died, Georgia's army said on Friday in a report that rests on pictures.",
       "41", "party geo/army"},
      {"Helicopters sank a boat, Georgia's army said, killing at least 41 rebels.", "41",
       "party geo/army"},
      {"Georgia spoke. The army in Tbilisi, which admits the loss of 41 men, fled.", "41",
       "party geo/army"},
      {"The al-Qaeda affiliate JNIM said it had killed 41 soldiers.", "41", "party jnim"},
      {"On July 28 JNIM overran a post and said 41 soldiers had died.", "41", "party jnim"},
      {"The Omar Commission on Human Rights said 41 people died.", "41",
       "third_party omar-commission-on-human-rights"},
      {"The rights watchdog KNCHR sees it so: 41 people died, according to its statement.", "41",
       "third_party knchr"},
      {"Nine died, Georgia's coast guard said. The company said 41 were aboard.", "41",
       "third_party"},
  };
  CheckSources(rows);
}

TEST_CASE("who says of a claim that it is untrue denies it") {
  struct Denied {
    const char *text, *stances;
  };
  const Denied rows[] = {
      {"Any claim that 41 people had died was untrue, Egypt's army said.", "denied"},
      {"Reports of 41 dead were simply false, Egypt's army said.", "denied"},
      {"It was not true, Egypt's army said, that 41 people had died.", "denied"},
      {"Reports of 41 dead were not false, Egypt's army said.", "asserted"},
      {"Reports of 41 dead were late, Egypt's army said.", "asserted"},
  };
  for (const Denied& row : rows) {
    INFO(row.text);
    std::string stances;
    for (const Claim& claim : ClaimsOf(row.text)) stances += ToText(claim.stance);
    CHECK(stances == row.stances);
  }
}

TEST_CASE("a bare organ or official belongs to whom the text shows") {
  const SourceRow rows[] = {
      {"Russia struck again. Its spokesman said 41 men were killed.", "41", "party rus"},
      {"Israeli strikes hit a ministry in Damascus. The health ministry said 41 died.", "41",
       "party syr/health"},
      {"A missile fell on Kramatorsk. The mayor said 41 died.", "41",
       "party ukr/regional-administration"},
      {"Kyiv's account differed; it said 41 men were killed.", "41", "party ukr"},
      {"Israel bombed the Bekaa, where 41 people died, Health Minister Omar Hale said.", "41",
       "party lbn/health"},
      {"Russia spoke of war. In Paris the foreign ministry said 41 men were killed.", "41",
       "party fra/mfa"},
      {"Russia's army said nine men died. The night was calm. Kyiv breaks its silence. The foreign "
       "ministry says that 41 men were killed.",
       "41", "party ukr/mfa"},
      {"The raids hit the Houthis. Saree said 41 men were killed.", "41", "party houthis"},
      {"The raids hit the Houthis. Omar Saree said 41 men were killed.", "41", "third_party"},
      {"Russia's police spoke. Nine men died. Forty-one were hurt, spokesman Jan Lind said.",
       "Forty-one", "party rus"},
      {"Haiti mourns. A spokesman for the civil protection agency said 41 men died.", "41",
       "party hti/civil-defence"},
      {"A Sudanese monitoring group said 41 men were killed.", "41", "third_party"},
      {"Orvania's Ministry of Defence spoke. The spokeswoman, Captain Ane Lund, smiled. She "
       "said 41 men were killed.",
       "41", "party orvania/army"},
      {"Orvanian gunners hit the enemy at Orvania and 41 Russian men died, the General Staff said.",
       "41", "party orvania/general-staff"},
      {"Russia's governor of a bank spoke. The quake killed 41 people in the flood and landslide, "
       "the Russian army said.",
       "41", "third_party rus/army"},
      {"Russia's interior minister, Omar Hale, came. Then 41 men were killed, Mr Hale said.", "41",
       "party rus/interior"},
      {"The Central Command of the Pakistani army spoke. The Command said 41 men died.", "41",
       "party pak/army"},
      {"Jo Hale, who leads the breakaway region of South Ossetia, said 41 died.", "41",
       "party south-ossetia"},
      {"Jo Hale, who leads a choir in South Ossetia, said 41 died.", "41", "third_party"},
      {"Jo Hale, who speaks for the health ministry in Kabul, said 41 died.", "41",
       "party afg/health"},
      {"The airport's director said 41 people died.", "41", "third_party"},
      {"Amnesty International counted the graves. The organisation said 41 men died.", "41",
       "third_party amnesty"},
      {"HRANA, which counts in Iran, said 41 people died.", "41", "third_party hrana"},
      {"The JNIM said nine men died in Mali. Then 41 died, the presidency said.", "41",
       "party mli/presidency"},
      {"Peru mourns. The umbrella Andina counts the dead. Its lawyers saw 41 bodies, the group "
       "said.",
       "41", "third_party"},
  };
  CheckSources(rows);
  CHECK(SourceOf("The army said 41 men were killed.", "41", "Orvania State Radio") == "party");
  CHECK(SourceOf("The army said 41 men were killed.", "41", "Kabul Courier") == "party afg/army");
}

TEST_CASE("figures that a list, a count or a clause around them tells") {
  const SourceRow rows[] = {
      {"Kabul was silent, but the ministry's list stood at 41 dead.", "41", "party afg/ministry"},
      {"The latest toll from the Afghan interior ministry is 41 dead.", "41", "party afg/interior"},
      {"The toll given by the Afghan interior ministry was 41 dead.", "41", "party afg/interior"},
      {"The toll from the Afghan army stood at 41 dead.", "41", "party afg/army"},
      {"The death toll from the Afghan army's raid is 41.", "41", "narrator"},
      {"The toll from clashes between police and students is 41 dead.", "41", "narrator"},
      {"UNAMA reported nine dead. Its figure has grown, to over 41.", "41", "third_party un/unama"},
      {"Pakistan's army spoke in September of 41 dead.", "41", "party pak/army"},
      {"The final toll, as the Afghan government gave it last month, is 41.", "41",
       "party afg/government"},
      {"The Pakistani minister, whose last bulletin had listed 41 dead, resigned.", "41",
       "party pak/government"},
      {"The toll, the Afghan defence ministry said, stands at 41.", "41", "party afg/mod"},
      {"Jets bombed a hilltop which Pakistan's army described as a camp of 41 rebels.", "41",
       "party pak/army"},
      {"The raid killed a rebel for whom Kabul had set $7 million, along with 41 men.", "41",
       "narrator"},
      {"Pakistan's army had, by Thursday evening, recorded the deaths of 41 fighters.", "41",
       "party pak/army"},
  };
  CheckSources(rows);
  // What a party publishes itself it says.
  CHECK(SourceOf("Our men killed 41 enemies.", "41", "Ministry of Defence of Ukraine") ==
        "party ukr/mod");
}

TEST_CASE("a text that its first sentences call a statement is one as a whole") {
  const std::string opening = "The Pakistani army brings the following to the attention of all. ";
  const std::string rest = "Rain fell.\n\nWe lost 41 men.\n\nA doctor said that 12 farmers died.";
  CHECK(SourceOf(opening + rest, "41") == "party pak/army");
  CHECK(SourceOf(opening + rest, "12") == "third_party");
  CHECK(SourceOf("ISLAMABAD — Pakistan's army informs the public of the results. " + rest, "41") ==
        "party pak/army");
  // What was announced once, later in the text, or not at all opens nothing.
  for (const std::string& start :
       {std::string("The Pakistani army announced the following. "), "One. Two. Three. " + opening,
        std::string("The Pakistani army informs the public of its work twice a day. "),
        std::string("The Pakistani army does not inform the public of the results. ")}) {
    INFO(start);
    CHECK(SourceOf(start + rest, "41") == "narrator");
  }
}

TEST_CASE("the title tells as well whether a disaster is counted") {
  const std::string text = "The Afghan interior ministry counts 41 dead.";
  CHECK(SourceOf(text, "41") == "party afg/interior");
  CHECK(SourceOf(text, "41", "", "Kunar earthquake, report 9") == "third_party afg/interior");
}

TEST_CASE("a state is party to the fighting that the text tells of") {
  const std::string told =
      " The hall stood near the old market, where people had come to hear a choir from the "
      "hills. Relatives waited in the rain until the last of the names was read out, and nobody "
      "spoke. The school was closed for the rest of the week, and flowers were laid at the gate.";
  const auto source_of = [&](const std::string& first) { return SourceOf(first + told, "41"); };
  CHECK(SourceOf("Belgium's health ministry said 41 were killed.", "41") == "party bel/health");
  CHECK(source_of("Belgium's health ministry said 41 were killed.") == "third_party bel/health");
  CHECK(source_of("Belgium's health ministry said gunmen killed 41.") == "third_party bel/health");
  CHECK(source_of("Belgium's health ministry said rockets killed 41.") == "party bel/health");
  CHECK(source_of("Belgium's health ministry said soldiers killed 41.") == "party bel/health");
  CHECK(source_of("Nigeria's police said Boko Haram killed 41.") == "party nga/police");
  // Soldiers dig in a disaster.
  CHECK(source_of("After the earthquake Nepal's police said soldiers found 41 dead.") ==
        "third_party npl/police");
  // Gunmen who attack where a dam had burst.
  CHECK(source_of("After the flood Nepal's police said gunmen killed 41, and a soldier.") ==
        "party npl/police");
}

TEST_CASE("speakers named by appositions, titles, letterheads and last lines") {
  const SourceRow rows[] = {
      {"JNIM, the local branch of al-Qaeda, said 41 soldiers died.", "41", "party jnim"},
      {"The American ambassador, John Gavin, who saw the street, said 41 people died.", "41",
       "party usa/embassy"},
      {"Egypt's army informs the people that the town fell. The enemy lost 41 men.", "41",
       "party egy/army"},
      {"In the judgement of Egypt's army 41 men died.", "41", "party egy/army"},
      {"According to Egypt's army 41,000 men died.", "41,000", "party egy/army"},
      {"According to Egypt's army nineteen men died.", "nineteen", "party egy/army"},
      {"Amnesty, for its part, had found 41 dead.", "41", "third_party amnesty"},
      {"Omar Hale, for his part, had found 41 dead.", "41", "narrator"},
      {"Egypt's army has named 41 dead.", "41", "party egy/army"},
      {"Egypt's army has named 41 streets. Nine men died.", "Nine", "narrator"},
      {"Forty-one people died, 41 in the harbour.\n\nSource: UNHCR", "41 in",
       "third_party un/unhcr"},
      {"Forty-one people died, 41 in the harbour.\n\nRoads: UNHCR", "41 in", "narrator"},
      {"OCHA Flash Update, 18 October.\n\nIn the north 41 people died.", "41",
       "third_party un/ocha"},
      {"OCHA Flash Update.\n\nIn the north 41 people died.", "41", "narrator"},
      {"Egypt's army received credible reports that 41 men died.", "41", "party egy/army"},
      {"Of the convoy 41 men died, Egypt's army admitted in a letter that congress made public.",
       "41", "party egy/army"},
      {"The Karsova opposition party said 41 men died.", "41", "third_party"},
      {"Boko Haram raided a camp. The army said 41 men died.", "41", "party nga/army"},
      {"The ferry, which listed and sank in the night, killed 41 people.", "41", "narrator"},
      {"Visitors from Spain, an Egyptian police spokesman said, were among the 41 dead.", "41",
       "party egy/police"},
  };
  CheckSources(rows);
}

TEST_CASE("a title and a publisher tell who speaks and whose army is meant") {
  const std::string two = "UNHCR said 12 people fled. Forty-one homes burned, 41 in the north.";
  CHECK(SourceOf(two, "41 in", "", "Kenya floods: UNHCR operational update") ==
        "third_party un/unhcr");
  CHECK(SourceOf(two, "41 in", "", "Kenya floods") == "narrator");
  CHECK(SourceOf(two + " OCHA said nine fled.", "41 in", "", "UNHCR operational update") ==
        "narrator");
  const std::string army = "The army said 41 men died.";
  CHECK(SourceOf(army, "41", "Kenya Courier") == "party ken/army");
  CHECK(SourceOf(army, "41", "Coast Courier") != "party ken/army");
  // a province of the name may lie anywhere
  CHECK(SourceOf(army, "41", "Punjab Courier") != "party ind/army");
  CHECK(SourceOf("Rain fell in India. " + army, "41", "Punjab Courier") == "party ind/army");
}
