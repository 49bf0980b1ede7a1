#include "compare/events.h"

#include "catch.h"

using namespace counterclaim;

namespace {

struct Told {
  std::optional<std::string> side, actor;
  std::vector<std::string> parties;
  int day = 0;  // 0: none
  std::int64_t figure = 5;
  Stance stance = Stance::kAsserted;
  std::string source = {};
  std::optional<int> elsewhere =
      {};  // the day of the statement, where `day` stands in another sentence
  std::string article = "a";
  std::string place = {}, town = {};
  bool aside = false, begins = false;  // begins: names a happening at its place
};

Claim ClaimOf(const Told& told) {
  Claim claim;
  claim.metric = MetricId("killed");
  claim.article = ArticleId(told.article);
  claim.sentence = {0, 50};
  if (!told.place.empty()) {
    claim.place = Place{told.place, PlaceId(told.place), std::nullopt, Span{10, 20}};
    if (!told.town.empty()) claim.place->town = told.town;
  }
  claim.stance = told.stance;
  claim.quantity.hard = {told.figure, told.figure};
  claim.quantity.soft = claim.quantity.hard;
  return claim;
}

Item ItemOf(const Told& told, const Claim* claim) {
  Item item;
  item.claim = claim;
  item.denied = told.stance == Stance::kDenied;
  item.side = told.side;
  item.actor = told.actor;
  item.parties = told.parties;
  item.source = told.source;
  item.aside = told.aside;
  item.own_incident = told.begins;
  item.incident = told.begins ? 1 : 0;
  item.elsewhere = told.elsewhere.has_value();
  if (told.elsewhere) item.said = DayRange{Day{*told.elsewhere}, Day{*told.elsewhere}};
  if (told.day) item.when = DayRange{Day{told.day}, Day{told.day}};
  return item;
}

}  // namespace

TEST_CASE("two claims are of one event, of two, or may be of one") {
  struct Row {
    std::string name;
    Told a, b;
    std::string verdict;
  };
  const Stance denied = Stance::kDenied;
  const Row rows[] = {
      {"one victim", {"aaa", {}, {"aaa"}, 9}, {"aaa", {}, {"aaa"}, 9}, "same parties"},
      {"other victims", {"aaa", {}, {"aaa"}, 9}, {"bbb", {}, {"bbb"}, 9}, "different parties"},
      {"victim and actor", {"aaa", {}, {"aaa"}, 9}, {{}, "bbb", {"bbb"}, 9}, "undetermined place"},
      {"speakers alone", {{}, {}, {"aaa"}, 9}, {{}, {}, {"bbb"}, 9}, "undetermined place"},
      {"other days", {"aaa", {}, {"aaa"}, 9}, {"aaa", {}, {"aaa"}, 12}, "different date"},
      {"a day told of the article, not of the claim",
       {"aaa", {}, {"aaa"}, 9},
       {"aaa", {}, {"aaa"}, 11, 5, Stance::kAsserted, "", 13, "b"},
       "same parties"},
      {"two days that one article tells",
       {"aaa", {}, {"aaa"}, 9},
       {"aaa", {}, {"aaa"}, 12, 5, Stance::kAsserted, "", 14},
       "different date"},
      {"days three apart in two articles",
       {"aaa", {}, {"aaa"}, 9},
       {"aaa", {}, {"aaa"}, 12, 5, Stance::kAsserted, "", 14, "b"},
       "undetermined date"},
      {"one article tells where, the other neither where nor when",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "a", "AF-KAN"},
       Told{"aaa", {}, {"aaa"}, 9, 8, Stance::kAsserted, "", 9, "b"}, "undetermined place"},
      {"so, and one source repeats its figure",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "bbb", {}, "a", "AF-KAN"},
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "bbb", 9, "b"}, "same parties"},
      {"so, and one source gives another figure within days",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "bbb", 9, "a", "AF-KAN"},
       Told{"aaa", {}, {"aaa"}, 9, 8, Stance::kAsserted, "bbb", 11, "b"}, "same parties"},
      {"so, and one source gives another figure weeks later",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "bbb", 9, "a", "AF-KAN"},
       Told{"aaa", {}, {"aaa"}, 9, 8, Stance::kAsserted, "bbb", 29, "b"}, "undetermined place"},
      {"a figure denied at another place",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "a", "AF-KAN"},
       Told{"bbb", {}, {"bbb"}, 9, 5, Stance::kDenied, "bbb", {}, "b", "AF-HER"}, "same figure"},
      {"one article tells where in one sentence alone",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "a", "AF-KAN"},
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", 9, "a"}, "same parties"},
      {"elsewhere, in one article",
       {"aaa", {}, {"aaa"}, 9},
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "a", "", "", true},
       "different place"},
      {"elsewhere, in another article",
       {"aaa", {}, {"aaa"}, 9},
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "b", "", "", true},
       "same parties"},
      {"a happening that the article comes to later",
       {"aaa", {}, {"aaa"}, 9},
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "a", "AF-KAN", "", false, true},
       "undetermined incident"},
      {"one town, told shorter and longer",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "a", "IN-LA", "galwan"},
       Told{"bbb", {}, {"bbb"}, 9, 5, Stance::kAsserted, "", {}, "b", "IN-LA", "galwan-valley"},
       "same place"},
      {"two towns of one beginning",
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "a", "IN-LA", "gal"},
       Told{"aaa", {}, {"aaa"}, 9, 5, Stance::kAsserted, "", {}, "b", "IN-LA", "galwan"},
       "different place"},
      {"a day told long after",
       {"aaa", {}, {"aaa"}, 9},
       {"aaa", {}, {"aaa"}, 70, 5, Stance::kAsserted, "", 72, "b"},
       "undetermined date"},
      {"denied", {"aaa", {}, {"aaa"}, 9}, {"bbb", {}, {"bbb"}, 9, 5, denied, "bbb"}, "same figure"},
      {"other figure denied",
       {"aaa", {}, {"aaa"}, 9},
       {"bbb", {}, {"bbb"}, 9, 8, denied, "bbb"},
       "different parties"},
  };
  Rulebook rulebook;
  rulebook.taxonomy.horizon.told_days = 30;
  rulebook.taxonomy.horizon.start_days = 4;
  for (const Row& row : rows) {
    const Claim a = ClaimOf(row.a), b = ClaimOf(row.b);
    std::vector<Item> items = {ItemOf(row.a, &a), ItemOf(row.b, &b)};
    NameItems(&items, 1);
    items[1].names.article = a.article == b.article ? 0 : 1;
    const Item &x = items[0], &y = items[1];
    const auto printed = [&](const Item& one, const Item& other) {
      const EventVerdict verdict = JudgeEvent(one, other, rulebook);
      const char* names[] = {"same ", "different ", "undetermined "};
      return names[static_cast<int>(verdict.verdict)] + std::string(verdict.ground);
    };
    INFO(row.name);
    CHECK(printed(x, y) == row.verdict);
    CHECK(printed(y, x) == row.verdict);
    if (SurelyApart(GlanceAt(x, rulebook.places), GlanceAt(y, rulebook.places)))
      CHECK(row.verdict.starts_with("different "));
  }
}

TEST_CASE("a glance tells other days, countries, provinces and towns") {
  const auto told = [](int day, const std::string& place, const std::string& town) {
    return Told{"aaa", {}, {"aaa"}, day, 5, Stance::kAsserted, "", {}, "a", place, town};
  };
  struct Row {
    Told a, b;
    bool apart;
  };
  const Row rows[] = {
      {told(9, "", ""), told(12, "", ""), true},
      {told(9, "", ""), told(9, "", ""), false},
      {told(0, "", ""), told(9, "", ""), false},
      {told(9, "AF-KAN", ""), told(9, "IN-LA", ""), true},
      {told(9, "AF-KAN", ""), told(9, "AF-KAB", ""), true},
      {told(9, "AF-KAN", ""), told(9, "AF", ""), false},
      {told(9, "AF-KAN", ""), told(9, "AF-KAN-X", ""), false},
      {told(9, "AF-KAN", "kandahar"), told(9, "AF-KAN", "spin-boldak"), true},
      {told(9, "AF-KAN", "kandahar"), told(9, "AF-KAN", "kandahar-city"), false},
      {told(9, "AF-KAN", "kandahar"), told(9, "AF-KAN", ""), false},
      {told(9, "GB-KEN", ""), told(9, "FR", ""), false},  // lies in a region
  };
  Rulebook rulebook;
  rulebook.places.regions.emplace(PlaceId("GB-KEN"), PlaceId("FR"));
  for (const Row& row : rows) {
    const Claim a = ClaimOf(row.a), b = ClaimOf(row.b);
    Item x = ItemOf(row.a, &a);
    const Item y = ItemOf(row.b, &b);
    INFO(row.a.place << " " << row.b.place << " " << row.b.town << " " << row.b.day);
    const Glance of_y = GlanceAt(y, rulebook.places);
    CHECK(SurelyApart(GlanceAt(x, rulebook.places), of_y) == row.apart);
    CHECK(SurelyApart(of_y, GlanceAt(x, rulebook.places)) == row.apart);
    if (row.apart) CHECK(JudgeEvent(x, y, rulebook).verdict == SameEvent::kDifferent);
    // A state is dated by its statement, and a person's word is not overruled.
    x.reviewed = 1;
    CHECK(!SurelyApart(GlanceAt(x, rulebook.places), of_y));
    x.reviewed = 0;
    x.stock = true;
    Claim denial = a;
    denial.stance = Stance::kDenied;
    Item denied = x;
    denied.claim = &denial;
    denied.denied = true;
    CHECK(GlanceAt(denied, rulebook.places).country == 0);
    if (!row.a.place.empty()) continue;
    CHECK(!SurelyApart(GlanceAt(x, rulebook.places), of_y));
  }
}
