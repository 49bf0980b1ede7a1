#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim {

// Places of more than 15,000 people (GeoNames, by Debian's libgeonames), made into
// a table when the program is built (cmake/city_table.py).
struct City {
  std::string_view key;       // "spin-boldak": small letters, "-" between words
  std::string_view country;   // "AF"
  std::string_view province;  // "AF-KAN"; empty: not known
  std::uint32_t people = 0;
};

// Those of one name, one a country at most, sorted by country.
std::vector<City> FindCities(std::string_view key);
// "Spin Boldak" -> "spin-boldak"
std::string CityKey(std::string_view name);
// Adds what follows to the name of a key, all of it ASCII: "spin" and " Boldak" give
// "spin-boldak". What parts words is left at the end for the next.
void ExtendCityKey(std::string_view name, std::string* key);

}  // namespace counterclaim
