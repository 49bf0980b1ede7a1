#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/id.h"

namespace counterclaim {

// Why nothing can be said of a party's figures.
enum class Unidentified : std::uint8_t {
  kNo,         // something can
  kAlone,      // no figure of another party stands on a slot with one of its own
  kBoundsOnly  // "at least 58" and the like alone: they tell no height
};

// How far the figures of one party stand above those of the others on the same
// slots. `bias` is a natural logarithm, measured from the mean of the parties
// of its group; parties of different groups have no figures side by side and
// cannot be compared. It says how far figures stand apart, not who is right.
struct PartyBias {
  PartyId party;               // a principal
  std::optional<Stake> stake;  // where figures are told apart by what they mean to the party
  std::size_t slots = 0;       // counted by this party
  std::size_t shared = 0;      // of these, counted by another as well
  std::size_t figures = 0;     // one a slot: exact, about, a range
  std::size_t bounds = 0;      // one a slot: "at least", "up to"
  Unidentified unidentified = Unidentified::kNo;
  std::uint32_t group = 0;  // from 1; 0 where unidentified
  std::optional<double> bias;
  std::optional<double> error;  // standard error; none where too few figures are left to tell

  bool operator==(const PartyBias&) const = default;
};

struct BiasTable {
  std::vector<PartyBias> parties;  // by group, then highest bias first; unidentified ones last
  std::size_t zeros = 0;           // figures left out: zero has no logarithm
  std::size_t vague = 0;           // left out: "dozens" is no figure
  std::size_t unplaced = 0;        // left out: of narrators and of sources that are no known party

  bool operator==(const BiasTable&) const = default;
};

std::string ToText(Unidentified reason);  // alone, bounds_only; "" for kNo

}  // namespace counterclaim
