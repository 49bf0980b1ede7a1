#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/id.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// Countries and provinces come from Debian's iso-codes (a table made at build
// time); towns and spellings that the news uses from rules/places/*.yaml.
struct PlaceTable {
  struct Entry { std::string name; PlaceId country; std::optional<PlaceId> province; };
  std::map<PlaceId, Entry> entries;              // "AF", "AF-KAN"
  std::map<std::string, std::string> alpha3;     // "AF" -> "afg": a country's party id

  bool Within(const PlaceId& inner, const PlaceId& outer) const;  // reflexive
};

void LoadPlaces(const YamlFile& file, PlaceTable* table, std::vector<Language*> languages,
                std::vector<Diagnostic>* problems);

}  // namespace counterclaim
