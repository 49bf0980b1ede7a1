#include "rulebook/cities.h"

#include <iterator>

#include "rulebook/vocabulary.h"

namespace counterclaim {

namespace {
struct CityRow {
  std::uint16_t text, begin;  // of the key: which of kCityKeys, where in it
  std::uint32_t people;
  std::uint8_t size;
  char country[3], province[7];
};
#include "city_table.inc"

std::string_view KeyOf(const CityRow& row) {
  return {kCityKeys[row.text] + row.begin, row.size};
}

// As slots() of the script counts it.
std::size_t SlotOf(std::string_view key) {
  std::uint32_t hash = 2166136261u;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return (hash ^ hash >> 15) % std::size(kCitySlots);
}

}  // namespace

std::vector<City> FindCities(std::string_view key) {
  std::vector<City> cities;
  std::size_t at = SlotOf(key);
  while (kCitySlots[at] != 0 && KeyOf(kCities[kCitySlots[at] - 1]) != key)
    at = (at + 1) % std::size(kCitySlots);
  if (kCitySlots[at] == 0) return cities;
  for (const CityRow* row = kCities + kCitySlots[at] - 1;
       row != std::end(kCities) && KeyOf(*row) == key; ++row)
    cities.push_back({KeyOf(*row), row->country, row->province, row->people});
  return cities;
}

void ExtendCityKey(std::string_view name, std::string* key) {
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
    if (letter) {
      *key += c;
    } else if (!key->empty() && key->back() != '-') {
      *key += '-';
    }
  }
}

std::string CityKey(std::string_view name) {
  std::string key;
  ExtendCityKey(Vocabulary::Fold(name), &key);
  if (!key.empty() && key.back() == '-') key.pop_back();
  return key;
}

}  // namespace counterclaim
