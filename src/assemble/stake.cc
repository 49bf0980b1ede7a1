#include "assemble/stake.h"

#include <algorithm>

namespace counterclaim {

namespace {

bool SameSide(const PartyId& a, const PartyId& b, const PartyTable& table) {
  if (Principal(a) == Principal(b)) return true;
  const Party* party = table.Find(a);
  return party && std::any_of(party->allies.begin(), party->allies.end(),
                              [&](const PartyId& ally) { return Principal(ally) == Principal(b); });
}

bool Captures(const MetricId& metric) {
  const auto dot = metric.text.rfind('.');
  const std::string state = dot == std::string::npos ? metric.text : metric.text.substr(dot + 1);
  return state == "captured" || state == "seized";
}

}  // namespace

Stake StakeOf(const Claim& claim, const Rulebook& rulebook) {
  if (claim.source.kind != SourceKind::kParty || !claim.source.party) return Stake::kNeutral;
  const PartyId& source = *claim.source.party;
  const Metric* metric = rulebook.taxonomy.FindMetric(claim.metric);
  const bool actor_is_source =
      claim.actor && claim.actor->party && SameSide(*claim.actor->party, source, rulebook.parties);
  if (metric && metric->kind == MetricKind::kActs)
    return actor_is_source ? Stake::kOwnAct : Stake::kNeutral;
  if (!claim.object.party) return Stake::kNeutral;
  if (SameSide(*claim.object.party, source, rulebook.parties)) return Stake::kOwnLoss;
  const bool thing = metric && metric->kind == MetricKind::kThings;
  if (thing && Captures(claim.metric)) return Stake::kOwnGain;
  const Party* other = rulebook.parties.Find(*claim.object.party);
  return other && other->kind == PartyKind::kThirdParty ? Stake::kThirdPartyLoss
                                                        : Stake::kEnemyLoss;
}

}  // namespace counterclaim
