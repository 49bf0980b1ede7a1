#include "rulebook/cities.h"

#include "catch.h"

using namespace counterclaim;

TEST_CASE("cities are found by their key, one a country") {
  struct Row {
    std::string key, countries;
  };
  const Row rows[] = {{"aachen", "DE"},        {"abadan", "IR TM"},
                      {"abaet\u00E9", "BR"},   {"aach", ""},
                      {"aachens", ""},         {"", ""},
                      {"6th-of-october", "EG"}};
  for (const Row& row : rows) {
    CAPTURE(row.key);
    std::string countries;
    for (const City& city : FindCities(row.key)) {
      CHECK(city.key == row.key);
      CHECK(city.people > 0);
      countries += (countries.empty() ? "" : " ") + std::string(city.country);
    }
    CHECK(countries == row.countries);
  }
  REQUIRE_FALSE(FindCities("abadan").empty());
  CHECK(FindCities("abadan").front().province == "IR-06");
  CHECK(FindCities("aachen").front().province.empty());
}
