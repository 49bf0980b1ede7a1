#include "quantity/quantity.h"

#include <string>

#include "catch.h"
#include "shipped_rules.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

std::vector<Quantity> Read(const std::string& text) {
  const Language& english = *ShippedRules().FindLanguage("en");
  return FindQuantities(text, ReadText(text, english, true), ShippedRules(), english, "cautious");
}

std::string Printed(const std::string& text) {
  std::string out;
  for (const Quantity& q : Read(text)) out += (out.empty() ? "" : " | ") + ToText(q);
  return out;
}

std::string Kinds(const std::string& text) {
  std::string out;
  for (const Quantity& q : Read(text)) out += (out.empty() ? "" : " ") + ToText(q.kind);
  return out;
}

std::string Units(const std::string& text) {
  std::string out;
  for (const Quantity& q : Read(text)) {
    if (q.unit) out += (out.empty() ? "" : " ") + text.substr(q.unit->begin, q.unit->size());
  }
  return out;
}

}  // namespace

TEST_CASE("bounds of counts") {
  struct Row {
    std::string text, printed;
  };
  const Row rows[] = {
      {"58 soldiers fell", "count 58 exact"},
      {"60 soldiers fell", "count 60 (55..65) exact"},
      {"at least 58 soldiers", "count >=58 (58..87) at_least"},
      {"no fewer than 58 soldiers", "count >=58 (58..87) at_least"},
      {"58 or more soldiers", "count >=58 (58..87) at_least"},
      {"at least 58, possibly more", "count >=58 (58..87) at_least"},
      {"more than 58 soldiers", "count >=59 (59..87) more_than"},
      {"upwards of 58 soldiers", "count >=59 (59..87) more_than"},
      {"58-plus soldiers", "count >=59 (59..87) more_than"},
      {"it did not exceed 58", "count <=58 (29..58) at_most"},
      {"it has not exceeded 58", "count <=58 (29..58) at_most"},
      {"the toll has gone up to 58", "count 58 exact"},
      {"up to 58 soldiers", "count <=58 (29..58) at_most"},
      {"as many as 58 soldiers", "count <=58 (29..58) at_most"},
      {"fewer than 58 soldiers", "count <=57 (29..57) less_than"},
      {"nearly 58 soldiers", "count 47..57 (53..57) nearly"},
      {"close to 58 soldiers", "count 47..57 (53..57) nearly"},
      {"around 58 soldiers", "count 44..72 (53..63) about"},
      {"50-odd soldiers", "count 38..62 (45..55) about"},
      {"9-12 soldiers", "count 9..12 range"},
      {"between 9 and 12 soldiers", "count 9..12 range"},
      {"nine or ten soldiers", "count 9..10 range"},
      {"from 20 to 25 soldiers fell", "count 20..25 range"},
      {"rose from 41 to 56", "count 41 exact | count 56 exact"},
      {"the toll was revised up from 41 to 56", "count 41 exact | count 56 exact"},
      {"a dozen men", "count 12 (11..13) exact"},
      {"more than a dozen men", "count >=13 (13..23) more_than"},
      {"half a dozen men", "count 6 (5..7) exact"},
      {"a couple of hundred men", "count 200 (150..250) exact"},
      {"dozens of men", "count >=12 (24..99) vague"},
      {"dozens more fell", "count >=12 (24..99) vague increment"},
      {"tens of thousands of men", "count >=10000 (20000..99999) vague"},
      {"not more than dozens fell", "count <=99 vague"},
      {"single-digit losses", "count 1..9 vague"},
      {"another six fell", "count 6 exact increment"},
      {"six more fell", "count 6 exact increment"},
      {"29 others fell", "count 29 exact increment others"},
      {"the other three fled", "count 3 exact increment others"},
      {"at least 20 Indian and 45 Chinese soldiers",
       "count >=20 (20..30) at_least | count 45 exact"},
      {"1.2 lakh people", "count 120000 (115000..125000) exact"},
      {"2.5 million people", "count 2500000 (2450000..2550000) exact"},
      {"exactly 60 men", "count 60 exact"},
      {"٥٨ men", "count 58 exact"},
      {"no one fell, they saw one another", ""},
      {"sub-300 men", "count <=299 (150..299) less_than"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Printed(row.text) == row.printed);
  }
}

TEST_CASE("what counts nothing is refused with its kind") {
  struct Row {
    std::string text, kinds;
  };
  const Row rows[] = {
      {"a 37-year-old man", "age"},
      {"Amir Khan, 37, fled", "age"},
      {"her brother, 12, fled", "age"},
      {"a boy of 17 was hurt", "age"},
      {"a frightened widow of 71.", "age"},
      {"a family of 17", "count"},
      {"a convoy of 17", "count"},
      {"a toll of 17", "count"},
      {"a boy of 17 pounds", "money"},
      {"aged 18 to 34", "age"},
      {"on 18 October 2025", "date date"},
      {"on October 18, 2025", "date date"},
      {"on 7 and 8 October", "date date"},
      {"the night of October 11/12", "date date"},
      {"in 2019", "date"},
      {"at 9 a.m. on", "time"},
      {"at 14:05 GMT", "time time"},
      {"14 to 15 hours", "duration"},
      {"$5.5 million", "money"},
      {"RM120,000 to RM300,000", "money"},
      {"20 km away", "distance"},
      {"155mm shells", "measure"},
      {"5 percent", "percentage"},
      {"a MiG-29 and an F-16", "identifier identifier"},
      {"the 14th Brigade", "identifier"},
      {"Resolution 1701", "identifier"},
      {"Highway 1", "identifier"},
      {"Tower 22 burned", "identifier"},
      {"the G20 met", ""},
      {"won 3-1", "other other"},
      {"all but six of the bodies", "other"},
      {"voted 52-48", "other other"},
      {"a 9-2 lead", "other other"},
      {"the 58-strong unit", "strength"},
      {"the second round", "ordinal"},
      {"rained hard [12]", "identifier"},
      {"people in their 30s", "identifier"},
      {"call +1-555-3141 soon", "identifier identifier identifier"},
      {"call 555-0142-18", "identifier identifier identifier"},
      {"the host 10.20.30.40", "identifier identifier identifier identifier"},
      {"the ID.3 car", "identifier"},
      {"circled the planet more than 300 times", "count"},
      {"One in five men fled", "other"},
      {"one out of three towns burned", "other"},
      {"killing one in three raids", "count count"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Kinds(row.text) == row.kinds);
  }
}

TEST_CASE("fractions belong to what they divide") {
  struct Row {
    std::string text;
    double value;
  };
  const Row rows[] = {
      {"thirty and two and two fifths", 32.4}, {"two hundred and forty-one fifths", 48.2},
      {"three million and a half", 3.5e6},     {"two hundred and a half", 200.5},
      {"One in four men fled", 0.25},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto found = Read(row.text);
    REQUIRE(found.size() == 1);
    CHECK(*found[0].value == Approx(row.value));
  }
}

TEST_CASE("the unit is the head of what is counted") {
  struct Row {
    std::string text, unit;
  };
  const Row rows[] = {
      {"58 Pakistani army soldiers were shot", "soldiers"},
      {"five members of the crew", "members"},
      {"12 men Tuesday", "men"},
      {"20 km away", "km"},
  };
  for (const Row& row : rows) CHECK(Units(row.text) == row.unit);
}
