#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/diagnostic.h"
#include "model/id.h"
#include "rulebook/name_rules.h"
#include "rulebook/yaml.h"

namespace counterclaim {

// An alliance is of states: it takes sides and is no rebel.
enum class PartyKind : std::uint8_t { kState, kGroup, kAlliance, kOrgan, kThirdParty, kOutlet };

// A state, an armed group, an organ of either, or a body that takes no side
// (UN agency, monitor, charity). Its id is principal/organ.
struct Party {
  PartyId id;
  std::string name;
  PartyKind kind = PartyKind::kState;
  std::vector<PartyId> allies;  // counts as the same side for stakes
  // Until the day before `since` the same names meant another party ("the
  // Taliban" before 15 August 2021 were no part of the Afghan state).
  std::optional<Day> since;
  std::optional<PartyId> before;
  // The state whose people a monitor or a rival government counts; none for
  // bodies that count in many countries.
  std::optional<PartyId> counts;
  // The state that an armed group fights; none where there are several.
  std::optional<PartyId> fights;
  bool takes_sides = false;  // set by PartyTable::Compile
};

struct KnownPerson {
  PersonId id;
  std::string name;
  PartyId party;  // speaks for
};

struct PartyTable {
  std::map<PartyId, Party> parties;
  std::map<PersonId, KnownPerson> persons;
  std::vector<PartyReference> references;  // empty once loaded

  // Makes the index by which parties are found; once all are there.
  void Compile();
  const Party* Find(const PartyId& id) const;  // the party or, for an unlisted organ, its principal
  // A body that takes part or speaks for one that does: a state, a group or an organ of these.
  bool TakesSides(const PartyId& id) const;
  // One principal, or an ally of it.
  bool SameSide(const PartyId& a, const PartyId& b) const;
  // Whom a name of `id` means in a text of that day.
  PartyId On(const PartyId& id, std::optional<Day> day) const;

 private:
  const Party* Exactly(std::string_view id) const;
  bool Fights(const Party& party) const;
  std::vector<const Party*> slots_;  // by hash of the id; open addressing, a power of two
};

// rules/parties/**.yaml. Party files are language-neutral: the names in them
// are those that every language in Latin script uses; names in one language
// stand in rules/languages/<tag>/names/.
struct Language;
void LoadParties(const YamlFile& file, PartyTable* table, std::vector<Language*> languages,
                 std::vector<Diagnostic>* problems);

// The states of ISO 3166, before any file is read.
void AddStates(PartyTable* table);

std::string ToText(PartyKind kind);  // state, group, alliance, organ, third_party, outlet

}  // namespace counterclaim
