#include "anchor/sides.h"

namespace counterclaim {

namespace {

constexpr int kTakesPart = 2;  // weight of a victim or an actor beside that of a name
constexpr int kShare = 50;     // percent that the foremost needs

}  // namespace

Sides::Sides(const TextLayer& layer, const Mentions& mentions, const Rulebook& rulebook)
    : rulebook_(rulebook) {
  const auto count = [&](const std::optional<PartyId>& party, int weight) {
    if (party && rulebook.parties.TakesSides(*party)) named_[Principal(*party)] += weight;
  };
  std::optional<std::uint32_t> last;
  for (const Name& name : layer.names) {
    if (name.party && last != name.first_token) {
      count(name.party, 1);
      last = name.first_token;
    }
  }
  for (const Mention& mention : mentions.mentions) {
    count(mention.object.party, kTakesPart);
    if (mention.actor) count(mention.actor->party, kTakesPart);
  }
}

std::optional<PartyId> Sides::Foremost(const PartyId& party, bool group) const {
  int total = 0, most = 0;
  std::optional<PartyId> first;
  for (const auto& [side, weight] : named_) {
    if (rulebook_.parties.SameSide(side, party) || rulebook_.parties.SameSide(party, side))
      continue;
    const Party* found = rulebook_.parties.Find(side);
    if (group && (!found || found->kind != PartyKind::kGroup)) continue;
    total += weight;
    if (weight > most) most = weight, first = side;
  }
  return most * 100 >= total * kShare ? first : std::nullopt;
}

std::optional<PartyId> Sides::EnemyOf(const PartyId& party, bool group) const {
  if (group) {
    if (auto found = Foremost(party, true)) return found;
  }
  return Foremost(party, false);
}

std::optional<PartyId> Sides::StateOf(const PartyId& party) const {
  const Party* found = rulebook_.parties.Find(Principal(party));
  if (found && found->kind != PartyKind::kState) return std::nullopt;  // who is unlisted has organs
  return Principal(party);
}

}  // namespace counterclaim
