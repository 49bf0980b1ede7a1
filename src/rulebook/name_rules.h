#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "model/id.h"
#include "model/text_layer.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;
struct PartyTable;

// Where a file names a party that another file may define; checked at the end.
struct PartyReference {
  PartyId id;
  const YamlFile* file = nullptr;
  const YamlNode* node = nullptr;
};

// The names of parties, persons and places in one language, compiled.
struct PartyNames {
  // One meaning of one spelling. A spelling asks for the capitals that it is
  // written with: bit i of `capitals` is set when its i-th word must start with
  // one, of `shouted` when that word must be all capitals ("UN", "WHO").
  struct Reading {
    NameKind kind = NameKind::kParty;
    std::optional<PartyId> party;
    std::optional<PersonId> person;
    std::optional<PlaceId> place;
    std::uint32_t capitals = 0, shouted = 0;
    WordId first = kUnknownWord;  // word of the spelling
  };
  PhraseTable phrases;  // value: index into readings
  std::vector<Reading> readings;
  WordSet small;     // words that may begin a name without a capital
  WordSet inner;     // words behind the first of a name
  WordSet fighters;  // words that may begin the name of a group, or of a person
  // Family names and the like: they stand for a person whose full name the
  // text has somewhere. Value: indexes into readings.
  std::unordered_map<WordId, std::vector<std::uint32_t>> short_names;

  // Nouns that with a state or group make an organ: "air force" -> air-force,
  // "Foreign Ministry" -> mfa ("the Ukrainian air force" = ukr/air-force).
  struct Organ {
    std::string id;
    bool elsewhere = false;  // sits in other capitals too: "the embassy in Kabul" is not Afghan
    bool state = false;      // only states have one: an unknown name before it is a state
    bool outlet = false;     // reports what others say: state media
    bool local = false;      // bare, it is that of the place told about: "the health ministry"
  };
  PhraseTable organs;  // value: index into organ_list
  std::vector<Organ> organ_list;

  // What people who speak are called: "defence minister" (of the mod),
  // "spokesman", "president".
  struct Title {
    std::string id;                    // "defence-minister", "spokesman"
    std::optional<std::string> organ;  // the organ whose head or member bears it
    bool speaker = false;              // bears it because he speaks: spokesman, press secretary
  };
  PhraseTable titles;  // value: index into title_list
  std::vector<Title> title_list;

  PhraseTable of_joins, in_joins;  // "army of Chad", "the defence ministry in Moscow"
  WordSet links;                   // after a hyphen: "Hamas-run health ministry"
  WordSet towns_after;             // where a town may follow that no rule has: "in"
  WordSet fillers;                 // between state and organ: "Afghan interim interior ministry"
  WordSet not_after;               // before a hyphen: "pro-Russian separatists" are not Russia
  WordSet other_after;             // "Santiago de Compostela" is no capital of Chile
  WordSet other_names;             // "Lower Tarn" is not the Tarn that is known
  WordSet not_before;              // after a hyphen: "Iran-backed militia" is not Iran
  WordSet ordinary;                // words that only a capital makes a name: "Dawn"
  std::unordered_set<std::string>
      never;  // folded names of the tables that are none in this language: "central"
  // Of parties that no rule knows.
  // What an ending stands for where the text has no name of the state itself: "an", "a".
  std::vector<std::pair<std::string, std::string>> demonym_bases;
  std::vector<std::string> demonym_ends;   // "an": the Velmarkan army is Velmark's
  WordSet machines;                        // "tanks": as `forces`, of sides known by more
  WordSet forces;                          // "gunners": whose adjective names a side
  WordSet group_members;                   // "fighters" of a band that no rule knows
  WordSet group_heads;                     // "Front": the last word of an armed group's name
  WordSet group_links;                     // "of": inside such a name
  std::vector<PartyReference> references;  // empty once loaded
};

// rules/languages/<tag>/names/*.yaml: what parties are called in one language,
// organ nouns, titles, and the words around them. rules/README.md has the keys.
void LoadNameRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// After all files: names of countries from CLDR, provinces from ISO 3166-2
// (those whose name no file has given a place), and places for names of states
// and metonyms without one.
void FinishNames(Language* language);

// Reports the references to parties that no file defines; for an organ its
// principal is enough.
void CheckReferences(const PartyTable& parties, std::vector<PartyReference>* references,
                     std::vector<Diagnostic>* problems);

// Adds one spelling of a reading to a language; its capitals become the
// reading's masks.
void AddName(std::string_view spelling, PartyNames::Reading reading, Language* language);

// The texts of a key whose value is a list, or one text of names with commas
// between them ("Goma, Bukavu, Uvira": quicker to read and to type).
std::vector<std::string> NamesOf(YamlReader* reader, std::string_view key);

}  // namespace counterclaim
