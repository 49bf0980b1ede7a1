#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/span.h"
#include "model/id.h"
#include "model/mention.h"

namespace counterclaim {

enum class SourceKind : std::uint8_t { kParty, kThirdParty, kNarrator, kUnnamed };
enum class Strength : std::uint8_t { kConfirmed, kStated, kClaimed, kAlleged, kUnattributed };

struct Person {
  PersonId id;       // normalised name in kebab case; spellings of rules/parties are one person
  std::string name;  // as written, the fullest form

  bool operator==(const Person&) const = default;
};

// One link between a claim and its outlet: who says it.
struct Source {
  SourceKind kind = SourceKind::kNarrator;
  std::optional<PartyId> party;     // null for the narrator
  std::optional<std::string> text;  // as written: "The Taliban", "he"
  std::optional<Span> span;
  std::optional<std::string> cue;  // "said", "according to"
  std::optional<Span> cue_span;
  std::optional<Person> person;
  // Who is meant, where `text` is a pronoun or description: the words of the
  // antecedent. Same-source tests without a party go by this name.
  std::optional<std::string> body;

  bool operator==(const Source&) const = default;
};

// One reporting relation: a source, its cue, and what it vouches for.
struct Attribution {
  Source source;
  std::vector<Span> content;  // sorted; carried sentences included
  std::vector<Source> chain;  // from the outlet inwards, this source left out
  Strength strength = Strength::kStated;
  std::optional<Stance> stance;    // set by the cue: denied, feared, questioned
  bool earlier = false;            // said before what the text reports now: "had given"
  bool statement = false;          // of a text that its publisher says as a whole
  bool carried = false;            // content that later sentences inherit
  std::optional<DayRange> said;    // where the text dates the statement
  std::vector<std::string> steps;  // for `explain`: how pronouns and aliases were resolved

  bool operator==(const Attribution&) const = default;
};

// Who rejects what somebody else has said, without a figure of his own.
struct Rejection {
  Source source;
  std::uint32_t sentence = 0;
  std::optional<PartyId> of;  // whose figures, where the words tell: "the Pakistani figures"
  bool both = false;          // "both accounts": of two speakers
  bool one = false;           // "that number": of several figures the first

  bool operator==(const Rejection&) const = default;
};

// Sorted by start of content. Innermost wins: of those whose content holds a
// position, the one with the shortest content.
struct Attributions {
  std::vector<Attribution> attributions;
  std::vector<Rejection> rejections;  // in order of the text

  bool operator==(const Attributions&) const = default;
};

// Index of the attribution that vouches for the words at `position`; nothing:
// the narrator.
std::optional<std::size_t> Governing(const Attributions& attributions, Span position);

std::string ToText(SourceKind kind);  // third_party
std::string ToText(Strength strength);
std::string ToText(const Attribution& attribution);

}  // namespace counterclaim
