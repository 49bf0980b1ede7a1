#include "rulebook/cities.h"

#include <algorithm>

#include "rulebook/vocabulary.h"

namespace counterclaim {

namespace {
struct CityRow {
  std::uint32_t begin, people;  // of the key in kCityKeys
  std::uint8_t size;
  char country[3], province[7];
};
#include "city_table.inc"

std::string_view KeyOf(const CityRow& row) {
  return {kCityKeys + row.begin, row.size};
}

struct ByKey {
  bool operator()(const CityRow& row, std::string_view key) const { return KeyOf(row) < key; }
  bool operator()(std::string_view key, const CityRow& row) const { return key < KeyOf(row); }
};

}  // namespace

std::vector<City> FindCities(std::string_view key) {
  std::vector<City> cities;
  auto [row, end] = std::equal_range(std::begin(kCities), std::end(kCities), key, ByKey());
  for (; row != end; ++row)
    cities.push_back({KeyOf(*row), row->country, row->province, row->people});
  return cities;
}

std::string CityKey(std::string_view name) {
  std::string key;
  for (const char c : Vocabulary::Fold(name)) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
    if (letter) key += c;
    if (!letter && !key.empty() && key.back() != '-') key += '-';
  }
  if (!key.empty() && key.back() == '-') key.pop_back();
  return key;
}

}  // namespace counterclaim
