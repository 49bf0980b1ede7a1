#include "rulebook/cities.h"

#include <algorithm>

#include "rulebook/vocabulary.h"

namespace counterclaim {

namespace {
#include "city_table.inc"

struct ByKey {
  bool operator()(const City& city, std::string_view key) const { return city.key < key; }
  bool operator()(std::string_view key, const City& city) const { return key < city.key; }
};

}  // namespace

std::span<const City> FindCities(std::string_view key) {
  const auto found = std::equal_range(std::begin(kCities), std::end(kCities), key, ByKey());
  return {found.first, found.second};
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
