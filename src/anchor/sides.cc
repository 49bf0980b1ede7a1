#include "anchor/sides.h"

#include "anchor/spots.h"

namespace counterclaim {

namespace {

// Weights: a capital or a people may be named in passing, a victim or an actor takes part.
constexpr int kPassing = 1, kName = 2, kTakesPart = 4;
constexpr std::uint32_t kDateline = 4;  // tokens
constexpr int kShare = 50;              // percent that the foremost needs

}  // namespace

Sides::Sides(const TextLayer& layer, const Mentions& mentions, const Rulebook& rulebook)
    : layer_(layer), rulebook_(rulebook) {
  const auto count = [&](const std::optional<PartyId>& party, int weight) {
    if (!party || !rulebook.parties.TakesSides(*party)) return;
    const PartyId side = Principal(*party);
    const auto at = named_.try_emplace(side, Named{0, named_.size()}).first;
    at->second.weight += weight;
  };
  std::optional<std::uint32_t> last;
  for (const Name& name : layer.names) {
    const bool dateline = name.first_token < kDateline &&
                          layer.tokens[name.first_token].all_capitals &&
                          name.kind == NameKind::kMetonym;
    if (!name.party || last == name.first_token || dateline) continue;
    const bool passing = name.kind == NameKind::kMetonym || name.kind == NameKind::kAdjective;
    count(name.party, passing ? kPassing : kName);
    last = name.first_token;
  }
  for (const Mention& mention : mentions.mentions) {
    count(mention.object.party, kTakesPart);
    if (mention.actor) count(mention.actor->party, kTakesPart);
  }
}

std::optional<PartyId> Sides::Foremost(const PartyId& party, bool group) const {
  int total = 0;
  const Named* most = nullptr;
  std::optional<PartyId> first;
  for (const auto& [side, named] : named_) {
    if (rulebook_.parties.SameSide(side, party) || rulebook_.parties.SameSide(party, side))
      continue;
    const Party* found = rulebook_.parties.Find(side);
    if (group && (!found || found->kind != PartyKind::kGroup)) continue;
    total += named.weight;
    if (most && (named.weight < most->weight ||
                 (named.weight == most->weight && named.order > most->order)))
      continue;
    most = &named;
    first = side;
  }
  return most && most->weight * 100 >= total * kShare ? first : std::nullopt;
}

std::optional<PartyId> Sides::EnemyOf(const PartyId& party, bool group) const {
  if (group) {
    if (auto found = Foremost(party, true)) return found;
  }
  if (auto found = Foremost(party, false)) return found;
  const Party* fighter = rulebook_.parties.Find(Principal(party));
  return fighter && !group ? fighter->fights : std::nullopt;
}

Sides::Groups Sides::GroupIn(std::uint32_t sentence, const Mention& mention,
                             std::optional<PartyId>* group) const {
  const Sentence& words = layer_.sentences[sentence];
  for (auto at = FirstName(layer_, words.first_token);
       at != layer_.names.end() && at->first_token < words.end_token; ++at) {
    const Party* party = at->party ? rulebook_.parties.Find(Principal(*at->party)) : nullptr;
    if (!party || party->kind != PartyKind::kGroup) continue;
    if (mention.actor && mention.actor->party &&
        rulebook_.parties.SameSide(party->id, *mention.actor->party))
      continue;
    if (*group && **group != party->id) return Groups::kSeveral;
    *group = party->id;
  }
  return *group ? Groups::kOne : Groups::kNone;
}

std::optional<PartyId> Sides::GroupNear(const Mention& mention) const {
  std::optional<PartyId> group;
  if (mention.sentence >= layer_.sentences.size()) return group;
  Groups found = GroupIn(mention.sentence, mention, &group);
  if (found == Groups::kNone && mention.sentence > 0)
    found = GroupIn(mention.sentence - 1, mention, &group);
  return found == Groups::kOne ? group : std::nullopt;
}

std::optional<PartyId> Sides::StateOf(const PartyId& party) const {
  const Party* found = rulebook_.parties.Find(Principal(party));
  if (found && found->kind != PartyKind::kState) return std::nullopt;  // who is unlisted has organs
  return Principal(party);
}

}  // namespace counterclaim
