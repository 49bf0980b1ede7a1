#include "base/day.h"

#include "catch.h"

using namespace counterclaim;

TEST_CASE("days are read, counted and written") {
  const auto saturday = ParseIsoDay("2025-10-18");
  REQUIRE(saturday);
  CHECK(Weekday(*saturday) == 6);
  CHECK(ToText(*saturday - 7) == "2025-10-11");
  CHECK(ToText(DayRange{*saturday - 7, *saturday - 6}) == "2025-10-11..2025-10-12");
  CHECK(ToText(DayRange{*saturday, *saturday}) == "2025-10-18");
  CHECK(DaysInMonth(2024, 2) == 29);
  CHECK(ParseIsoDay("1970-01-01")->number == 0);
}

TEST_CASE("what is no day gives nothing") {
  for (const char* text : {"", "2025-10-1", "2025-13-01", "2025-02-29", "2025/10/18", "2025-1a-01",
                           "0000-01-01", "2025-10-18x", "+025-10-18"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseIsoDay(text));
  }
}
