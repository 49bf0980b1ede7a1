#include "assemble/stake.h"

namespace counterclaim {

namespace {

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
      claim.actor && claim.actor->party && rulebook.parties.SameSide(*claim.actor->party, source);
  if (metric && metric->kind == MetricKind::kActs)
    return actor_is_source ? Stake::kOwnAct : Stake::kNeutral;
  if (!claim.object.party) return Stake::kNeutral;
  if (rulebook.parties.SameSide(*claim.object.party, source)) return Stake::kOwnLoss;
  const bool thing = metric && metric->kind == MetricKind::kThings;
  if (thing && Captures(claim.metric)) return Stake::kOwnGain;
  const Party* other = rulebook.parties.Find(*claim.object.party);
  return other && other->kind == PartyKind::kThirdParty ? Stake::kThirdPartyLoss
                                                        : Stake::kEnemyLoss;
}

}  // namespace counterclaim
