#pragma once
#include <cstdint>
#include <map>
#include <optional>

#include "model/mention.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Who stands against whom in one text, told by how often sides are named.
class Sides {
 public:
  Sides(const TextLayer& layer, const Mentions& mentions, const Rulebook& rulebook);

  // The side named most, or first, beside `party` and its allies; of groups alone
  // where `group` is set and one is named; where none stands out, the state that a group is
  // known to fight.
  std::optional<PartyId> EnemyOf(const PartyId& party, bool group) const;

  // The one armed group that the sentence of a figure names, else the sentence before, beside who
  // did it: who "the gunmen" are. Nothing: none, or several.
  std::optional<PartyId> GroupNear(const Mention& mention) const;

  // The state of `party`; nothing for a group and for bodies that take no side.
  std::optional<PartyId> StateOf(const PartyId& party) const;

 private:
  enum class Groups : std::uint8_t { kNone, kOne, kSeveral };
  Groups GroupIn(std::uint32_t sentence, const Mention& mention,
                 std::optional<PartyId>* group) const;
  std::optional<PartyId> Foremost(const PartyId& party, bool group) const;

  struct Named {
    int weight;
    std::size_t order;  // of its first mention
  };

  const TextLayer& layer_;
  const Rulebook& rulebook_;
  std::map<PartyId, Named> named_;
};

}  // namespace counterclaim
