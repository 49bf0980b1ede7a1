#pragma once
#include <span>
#include <string_view>

namespace counterclaim {

// ISO 3166 as Debian's iso-codes has it, with the English names of CLDR, made into a table when the
// program is built (cmake/iso_table.py). Sorted by code.
struct IsoCountry {
  std::string_view code;    // "AF"
  std::string_view alpha3;  // "afg", lower case: also the state's party id
  std::string_view name;    // the common name in English
};

struct IsoProvince {
  std::string_view code;     // "AF-KAN"
  std::string_view name;     // in letters without marks
  std::string_view marked;   // the name with its marks; empty when there are none
  std::string_view english;  // CLDR's name, "Bavaria"; empty where it is the same
  bool spoken =
      true;  // false for municipalities and the like: too many, and too ordinary, to look for
};

std::span<const IsoCountry> IsoCountries();
std::span<const IsoProvince> IsoProvinces();

}  // namespace counterclaim
