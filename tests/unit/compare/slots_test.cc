#include "compare/slots.h"

#include <string>
#include <vector>

#include "catch.h"
#include "rulebook/rulebook.h"
#include "shipped_rules.h"

using namespace counterclaim;

namespace {

struct Counted {
  std::string category, side;
  bool resolved = false;  // the side is told by the context, not by the words
  std::string manner = {};
  Scope scope = Scope::kIncident;
  std::optional<bool> dated = {};  // true: in its own sentence; false: in another one
  std::string place = {};
  std::string source = {}, words = {};  // who counts, and in which sentence
  std::string named = {};               // the words for those counted
  int day = 9;                          // on which it happened
  bool added = false;                   // "another five"
  bool partial = false;                 // "five others"
  std::int64_t figure = 5;              // how many
};

// "same", "part" (the first of the second), "whole", "excluded", or why not.
std::string Order(const Counted& a, const Counted& b) {
  std::vector<Claim> claims;
  for (const Counted& each : {a, b}) {
    Claim claim;
    claim.id = ClaimId(std::to_string(claims.size()));
    claim.metric = MetricId("killed");
    claim.quantity.hard = claim.quantity.soft = {each.figure, each.figure};
    claim.quantity.increment = each.added;
    claim.partial = each.partial;
    claim.manner = each.manner;
    claim.scope = each.scope;
    claim.sentence = {0, 50};
    if (each.dated) {
      const DayRange days{Day{each.day}, Day{each.day}};
      claim.when = When{days, "on Friday", *each.dated ? Span{10, 19} : Span{60, 69}};
    }
    if (!each.place.empty()) claim.place = Place{each.place, PlaceId(each.place), {}, {}};
    if (!each.category.empty()) claim.object.category = CategoryId(each.category);
    if (!each.side.empty()) claim.object.party = PartyId(each.side);
    claim.object.resolved = each.resolved;
    if (!each.named.empty()) {
      claim.object_text = each.named;
      claim.object.span = {10, 20};
    }
    claim.lang = "en";
    claim.sentence_text = each.words;
    if (!each.source.empty()) {
      claim.source.kind = SourceKind::kThirdParty;
      claim.source.party = PartyId(each.source);
    }
    claims.push_back(claim);
  }
  std::vector<Item> items = MakeItems({&claims[0], &claims[1]}, {}, ShippedRules());
  const std::vector<Position> x = MakePositions({&items[0]}), y = MakePositions({&items[1]});
  const SlotRelation relation = RelateSlots(x[0], y[0], ShippedRules().taxonomy);
  switch (relation.slot) {
    case Slot::kSame:
      return "same";
    case Slot::kFirstIsPart:
      return "part";
    case Slot::kSecondIsPart:
      return "whole";
    case Slot::kExclude:
      return "excluded";
    default:
      return relation.reason;
  }
}

}  // namespace

TEST_CASE("what two claims count is one thing, a part of it, or another") {
  struct Row {
    std::string name;
    Counted a, b;
    std::string order;
  };
  const Row rows[] = {
      {"one group", {"soldier", "pak"}, {"soldier", "pak"}, "same"},
      {"girls and pupils", {"child", "pak"}, {"student", "pak"}, "same"},
      {"girls and clerks", {"child", "pak"}, {"worker", "pak"}, "category"},
      {"soldiers among people", {"soldier", "pak"}, {"person", "pak"}, "part"},
      {"soldiers of two sides", {"soldier", "pak"}, {"soldier", "afg"}, "side"},
      {"soldiers, a side guessed", {"soldier", "pak"}, {"soldier", "afg", true}, "side"},
      {"people, a side guessed", {"person", "pak"}, {"person", "afg", true}, "side"},
      {"people, both sides guessed", {"person", "pak", true}, {"person", "afg", true}, "same"},
      {"a day's dead, and a toll that tells no day of its own",
       {"person", "irn", false, "", Scope::kDay, true},
       {"person", "irn", false, "", Scope::kIncident, false},
       "part"},
      {"a day's dead, and those of a raid on one town",
       {"person", "ukr", false, "", Scope::kDay, true},
       {"person", "ukr", false, "", Scope::kIncident, false, "UA-30"},
       "whole"},
      {"one attack, and a war that tells no day of its own",
       {"person", "irn", false, "", Scope::kIncident, true},
       {"person", "irn", false, "", Scope::kCumulative, false},
       "part"},
      {"on one bank, on both",
       {"person",
        "ukr",
        false,
        "",
        Scope::kIncident,
        {},
        "",
        "un",
        "Nine died on the occupied bank."},
       {"person", "ukr", false, "", Scope::kIncident, {}, "", "icrc", "Ten died."},
       "part"},
      {"on two banks",
       {"person", "ukr", false, "", Scope::kIncident, {}, "", "un", "Nine died on the left bank."},
       {"person",
        "ukr",
        false,
        "",
        Scope::kIncident,
        {},
        "",
        "icrc",
        "Ten died on the right bank."},
       "place"},
      {"on two banks, one counter",
       {"person", "ukr", false, "", Scope::kIncident, {}, "", "un", "Nine died on the left bank."},
       {"person", "ukr", false, "", Scope::kIncident, {}, "", "un", "Ten died on the right bank."},
       "same"},
      {"people, both sides told", {"person", "pak"}, {"person", "afg"}, "side"},
      {"executed among killed",
       {"civilian", "syr", false, "execution"},
       {"civilian", "syr"},
       "part"},
      {"executed, twice", {"", "syr", false, "execution"}, {"", "syr", false, "execution"}, "same"},
      {"executed women, all killed",
       {"person", "syr"},
       {"woman", "syr", false, "execution"},
       "whole"},
      {"a side's fighters by two names", {"militant", "usa"}, {"soldier", "usa"}, "same"},
      {"fighters whose side is a guess", {"militant", "usa", true}, {"soldier", "usa"}, "excluded"},
      {"a community among all",
       {"person", "ind", true, "", Scope::kIncident, {}, "", "", "", "Tarni people"},
       {"person", "ind", true},
       "part"},
      {"a community whose name begins with no letter of ASCII",
       {"person", "ind", true, "", Scope::kIncident, {}, "", "", "", "Évarni people"},
       {"person", "ind", true},
       "part"},
      {"two communities",
       {"person", "ind", true, "", Scope::kIncident, {}, "", "", "", "Tarni people"},
       {"person", "ind", true, "", Scope::kIncident, {}, "", "", "", "Velmarks"},
       "category"},
      {"a raid told on another day, and the dead of a war",
       {"person", "afg", false, "", Scope::kIncident, false, "", "", "", "", 20},
       {"person", "afg", false, "", Scope::kCumulative, true},
       "part"},
      {"others elsewhere, and a toll",
       {"person",
        "lby",
        false,
        "",
        Scope::kIncident,
        {},
        "",
        "un",
        "Elsewhere in the east another five people died.",
        "",
        9,
        true},
       {"person", "lby", false, "", Scope::kIncident, {}, "", "un", "Five people died."},
       "scope"},
      {"two manners", {"", "syr", false, "execution"}, {"", "syr", false, "torture"}, "manner"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(Order(row.a, row.b) == row.order);
  }
}

TEST_CASE("some of those of an event are a part of all") {
  const auto some = [](bool partial, const std::string& category = "person") {
    Counted counted = {category, "afg"};
    counted.partial = partial;
    return counted;
  };
  CHECK(Order(some(true), some(false)) == "part");
  CHECK(Order(some(false), some(true)) == "whole");
  CHECK(Order(some(true), some(true)) == "same");
  Counted six = some(true);
  six.figure = 6;
  CHECK(Order(some(true), six) == "some");
  CHECK(Order(some(true), some(false, "soldier")) == "category");
}

TEST_CASE("persons told of one by one are some of a toll of many") {
  const auto order = [](std::int64_t few, bool implicit, std::int64_t toll) {
    std::vector<Claim> claims;
    for (const std::int64_t figure : {few, toll}) {
      Claim claim;
      claim.id = ClaimId(std::to_string(claims.size()));
      claim.metric = MetricId("killed");
      claim.object.category = CategoryId("person");
      claim.quantity.hard = claim.quantity.soft = {figure, figure};
      claim.quantity.implicit = implicit && claims.empty();
      claims.push_back(claim);
    }
    std::vector<Item> items = MakeItems({&claims[0], &claims[1]}, {}, ShippedRules());
    const std::vector<Position> x = MakePositions({&items[0]}), y = MakePositions({&items[1]});
    return RelateSlots(x[0], y[0], ShippedRules().taxonomy).slot;
  };
  CHECK(order(2, true, 40) == Slot::kFirstIsPart);
  CHECK(order(2, false, 40) == Slot::kSame);
  CHECK(order(6, true, 40) == Slot::kSame);
  CHECK(order(2, true, 4) == Slot::kSame);
}

TEST_CASE("a name that opens the words for those counted tells who they are") {
  // "1 Hell's Angel": a number in front, so that its capital is no start of a sentence
  const auto named = [](std::uint32_t at) {
    Claim claim;
    claim.id = ClaimId("x" + std::to_string(at));
    claim.metric = MetricId("killed");
    claim.quantity.hard = claim.quantity.soft = {5, 5};
    claim.quantity.span = {0, at - 1};
    claim.object.category = CategoryId("person");
    claim.object.span = {at, at + 11};
    claim.object_text = "Kuki people";
    claim.sentence = {0, 50};
    return claim;
  };
  const std::vector<Claim> claims = {named(2), named(5)};
  std::vector<Item> items = MakeItems({&claims[0], &claims[1]}, {}, ShippedRules());
  const std::vector<Position> x = MakePositions({&items[0]}), y = MakePositions({&items[1]});
  CHECK(RelateSlots(x[0], y[0], ShippedRules().taxonomy).slot == Slot::kSame);
}
