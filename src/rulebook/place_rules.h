#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/id.h"
#include "rulebook/name_rules.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// Countries and provinces come from Debian's iso-codes (a table made at build
// time); towns, regions, seas and spellings that the news uses from
// rules/places/*.yaml. A town has no entry: its name leads to its province.
// Regions have ids of our own: "UA-donbas" inside one country, "sahel" across
// several.
struct PlaceTable {
  struct Entry {
    std::string name;
    std::optional<PlaceId> country;   // nothing for regions and seas across several
    std::optional<PlaceId> province;  // the entry itself where it is one
    bool listed = false;              // a rule names it: in the news, and not of ISO alone
    std::string native = {};          // ISO's name where `name` is CLDR's: "Bayern"

    bool IsCalled(std::string_view words) const;  // by one of the two, in any case
  };
  std::map<PlaceId, Entry> entries;           // "AF", "AF-KAN", "UA-donbas"
  std::map<std::string, std::string> alpha3;  // "AF" -> "afg": a country's party id
  std::multimap<PlaceId, PlaceId> regions;    // part -> region that holds it
  std::map<PlaceId, PartyId> authorities;     // who rules a place that is no state: Gaza -> hamas
  std::vector<PartyReference> references;     // empty once loaded

  // Whether `inner` lies in `outer`; reflexive.
  bool Within(const PlaceId& inner, const PlaceId& outer) const;
  // One lies in the other, or they share a part.
  bool Compatible(const PlaceId& a, const PlaceId& b) const;
  // The state of a place that a party rules and that is no state: hamas -> pse.
  std::optional<PartyId> StateRuledBy(const PartyId& party) const;
  std::optional<PartyId> StateOf(const PlaceId& place) const;  // "AF-KAN" -> afg
};

// Countries and provinces of ISO 3166, before any file is read.
void AddIsoPlaces(PlaceTable* table);

void LoadPlaces(const YamlFile& file, PlaceTable* table, std::vector<Language*> languages,
                std::vector<Diagnostic>* problems);

}  // namespace counterclaim
