#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mention/clause.h"
#include "model/mention.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// What a noun group stands for, by the noun rules and the names in it.
struct ObjectReading {
  Participant participant;      // span without the number; category and party where told
  std::string family;           // of things: "post"
  std::optional<MetricId> act;  // of acts: "strike"
  bool headless = false;        // a bare number: "30"
  bool known = false;           // the noun rules know the head
  bool people = false;
  bool barred = false;
  std::optional<MetricId> first;  // of them rather than of others counted before
  std::optional<MetricId> never;  // not counted under it: survivors, killed
  bool victim = false;            // "the dead"
  bool two_senses = false;        // the head has another sense
  bool own = false;               // "its soldiers": the side of the clause's subject
};

// `other`: the second sense of a word that has two ("fighters": men, jets).
ObjectReading ReadObject(const ClauseReader& clause, std::size_t chunk, const TextLayer& layer,
                         const Rulebook& rulebook, const Language& language, bool other = false);

// What people are of whom nothing is told.
std::optional<CategoryId> Anybody(const Language& language);

// The party that the names in the chunk tell; nothing: none.
std::optional<PartyId> PartyIn(const TextLayer& layer, std::uint32_t first_token,
                               std::uint32_t end_token);

}  // namespace counterclaim
