#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/id.h"
#include "model/text_layer.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

enum class PartyKind : std::uint8_t { kState, kGroup, kOrgan, kThirdParty, kOutlet };

// A state, an armed group, an organ of either, or a body that takes no side
// (UN agency, monitor, charity). Its id is principal/organ.
struct Party {
  PartyId id;
  std::string name;
  PartyKind kind = PartyKind::kState;
  std::vector<PartyId> allies;     // counts as the same side for stakes
};

struct KnownPerson {
  PersonId id;
  std::string name;
  PartyId party;                   // speaks for
};

struct PartyTable {
  std::map<PartyId, Party> parties;
  std::map<PersonId, KnownPerson> persons;

  const Party* Find(const PartyId& id) const;  // the party or, for an unlisted organ, its principal
};

// The names of parties, persons and places in one language, compiled.
struct PartyNames {
  PhraseTable phrases;             // value: index into readings
  struct Reading {
    NameKind kind = NameKind::kParty;
    std::optional<PartyId> party;
    std::optional<PersonId> person;
    std::optional<PlaceId> place;
    bool needs_capital = true;
  };
  std::vector<Reading> readings;
  // Nouns that with a state make an organ: "air force" -> air-force,
  // "Foreign Ministry" -> mfa ("the Ukrainian air force" = ukr/air-force).
  PhraseTable organs;
  std::vector<std::string> organ_ids;
};

// rules/parties/**.yaml. Party files are language-neutral; the names in them
// are written in Latin script unless a language tag stands beside them.
struct Language;
void LoadParties(const YamlFile& file, PartyTable* table, std::vector<Language*> languages,
                 std::vector<Diagnostic>* problems);

}  // namespace counterclaim
