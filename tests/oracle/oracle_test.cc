// The comparator against the oracle, over all pairs of small claims.
#include "oracle/oracle.h"

#include <map>

#include "catch.h"
#include "compare/relation.h"
#include "rulebook/rulebook.h"

using namespace counterclaim;

namespace {

struct Amount {
  const char* name;
  Interval hard, soft;
  Bound bound;
  double figure;
};

const Amount kAmounts[] = {
    {"0", {0, 0}, {0, 0}, Bound::kExact, 0},
    {"9", {9, 9}, {9, 9}, Bound::kExact, 9},
    {"12", {12, 12}, {12, 12}, Bound::kExact, 12},
    {"60", {60, 60}, {55, 65}, Bound::kExact, 60},
    {"at least 10", {10, kNoLimit}, {10, 15}, Bound::kAtLeast, 10},
    {"up to 9", {0, 9}, {5, 9}, Bound::kAtMost, 9},
    {"about 12", {9, 15}, {11, 13}, Bound::kAbout, 12},
    {"7 to 14", {7, 14}, {7, 14}, Bound::kRange, 10.5},
};

struct Slot {
  const char *metric, *category, *side;
};

const Slot kSlots[] = {
    {"killed", "soldier", "pak"},     {"killed", "person", "pak"},
    {"killed", "civilian", "pak"},    {"killed", "child", "pak"},
    {"killed", "soldier", "afg"},     {"casualties", "soldier", "pak"},
    {"neutralised", "person", "pak"}, {"wounded", "soldier", "pak"},
};

struct Speaker {
  oracle::Who who;
  const char* name;
};

const Speaker kSpeakers[] = {
    {oracle::Who::kParty, "pak"},      {oracle::Who::kParty, "afg"},
    {oracle::Who::kThird, "un"},       {oracle::Who::kThird, "icrc"},
    {oracle::Who::kNarrator, "Paper"}, {oracle::Who::kNarrator, "Wire"},
    {oracle::Who::kUnnamed, ""},
};

struct Setting {
  int day;
  const char* article;
  bool denied;
};

const Setting kFirst = {0, "a", false};
const Setting kSecond[] = {
    {0, "a", false}, {0, "b", false}, {1, "b", false}, {40, "b", false}, {0, "b", true},
};

// One claim as both see it.
struct Both {
  std::string name;
  oracle::Claim plain;
  Claim claim;
  Item item;
  Position position;
};

Both Make(const Amount& amount, const Slot& slot, const Speaker& speaker, const Setting& setting) {
  Both both;
  both.name = std::string(amount.name) + " " + slot.metric + " " + slot.category + " of " +
              slot.side + ", says " + speaker.name + " in " + setting.article + " on day " +
              std::to_string(setting.day) + (setting.denied ? ", denied" : "");
  both.plain = {slot.metric,
                slot.category,
                slot.side,
                {amount.hard.low, amount.hard.high},
                {amount.soft.low, amount.soft.high},
                amount.figure,
                amount.bound == Bound::kAbout,
                speaker.who,
                speaker.name,
                setting.day,
                setting.article,
                setting.denied};
  Claim& claim = both.claim;
  claim.id = ClaimId(both.name);
  claim.article = ArticleId(setting.article);
  claim.metric = MetricId(slot.metric);
  claim.quantity.hard = amount.hard;
  claim.quantity.soft = amount.soft;
  claim.quantity.bound = amount.bound;
  claim.quantity.approximate = both.plain.approximate;
  if (amount.bound != Bound::kRange) claim.quantity.value = amount.figure;
  claim.object.category = CategoryId(slot.category);
  claim.object.party = PartyId(slot.side);
  claim.stance = setting.denied ? Stance::kDenied : Stance::kAsserted;
  claim.scope = Scope::kIncident;
  claim.when = When{{Day{0}, Day{0}}, std::nullopt, std::nullopt};
  claim.said = DayRange{Day{setting.day}, Day{setting.day}};
  claim.outlet = speaker.who == oracle::Who::kNarrator ? speaker.name : "Paper";
  const SourceKind kinds[] = {SourceKind::kParty, SourceKind::kThirdParty, SourceKind::kNarrator,
                              SourceKind::kUnnamed};
  claim.source.kind = kinds[static_cast<int>(speaker.who)];
  if (speaker.who == oracle::Who::kParty || speaker.who == oracle::Who::kThird)
    claim.source.party = PartyId(speaker.name);
  claim.stake = speaker.who != oracle::Who::kParty       ? Stake::kNeutral
                : speaker.name == std::string(slot.side) ? Stake::kOwnLoss
                                                         : Stake::kEnemyLoss;
  return both;
}

// Numbers the names of the items of both lists together.
void NameTogether(std::vector<Both>* first, std::vector<Both>* second) {
  std::vector<Item> items;
  for (std::vector<Both>* list : {first, second})
    for (const Both& both : *list) items.push_back(both.item);
  NameItems(&items, 1);
  std::map<ArticleId, std::uint32_t> articles;
  std::size_t i = 0;
  for (std::vector<Both>* list : {first, second}) {
    for (Both& both : *list) {
      both.item.names = items[i++].names;
      both.item.names.article =
          articles.try_emplace(both.claim.article, articles.size()).first->second;
    }
  }
}

// Claims stay where they are: items and positions point at them.
std::vector<Both> MakeAll(const Setting& setting, const Rulebook& rulebook) {
  std::vector<Both> all;
  for (const Amount& amount : kAmounts)
    for (const Slot& slot : kSlots)
      for (const Speaker& speaker : kSpeakers) all.push_back(Make(amount, slot, speaker, setting));
  static std::uint32_t sentences = 0;
  std::vector<const Claim*> claims;
  for (Both& both : all) {
    both.claim.sentence = {sentences, sentences + 1};
    ++sentences;
    claims.push_back(&both.claim);
  }
  const std::vector<Item> items = MakeItems(claims, {}, rulebook);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].item = items[i];
  for (Both& both : all) both.position.items = {&both.item};
  return all;
}

std::string Printed(const Relation& relation) {
  return relation.kind ? ToText(*relation.kind) : "none";
}

}  // namespace

TEST_CASE("the comparator says what the law says, for all pairs of small claims") {
  const auto rulebook = LoadRulebook({SOURCE_DIR "/rules"});
  REQUIRE(rulebook.ok());
  const Rulebook& rules = **rulebook;
  std::vector<Both> first = MakeAll(kFirst, rules);
  std::size_t pairs = 0, differ = 0;
  std::map<std::string, std::size_t> kinds;
  for (const Setting& setting : kSecond) {
    std::vector<Both> second = MakeAll(setting, rules);
    NameTogether(&first, &second);
    for (const Both& a : first) {
      for (const Both& b : second) {
        // One article has one narrator.
        const bool two_outlets =
            a.plain.article == b.plain.article && a.plain.who == oracle::Who::kNarrator &&
            b.plain.who == oracle::Who::kNarrator && a.plain.source != b.plain.source;
        if (two_outlets) continue;
        ++pairs;
        const std::string law = oracle::Relate(a.plain, b.plain);
        const std::string there = Printed(Relate(a.position, b.position, rules));
        const std::string back = Printed(Relate(b.position, a.position, rules));
        ++kinds[law];
        if (there == law && back == law) continue;
        if (++differ > 20) continue;
        UNSCOPED_INFO(a.name << "\n  " << b.name << "\n  the law says " << law
                             << ", the comparator " << there << ", swapped " << back);
      }
    }
  }
  CHECK(differ == 0);
  CHECK(pairs > 900000);
  CHECK(kinds.size() == 13);  // every relation of a pair is among them
}
