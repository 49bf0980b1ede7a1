#include "model/claim.h"

namespace counterclaim {

std::string ToText(Stake stake) {
  switch (stake) {
    case Stake::kEnemyLoss:
      return "enemy_loss";
    case Stake::kOwnLoss:
      return "own_loss";
    case Stake::kThirdPartyLoss:
      return "third_party_loss";
    case Stake::kOwnGain:
      return "own_gain";
    case Stake::kOwnAct:
      return "own_act";
    case Stake::kNeutral:
      return "neutral";
  }
  return "";
}

std::string ToText(const Claim& claim) {
  std::string text = claim.metric.text + ' ' + ToText(claim.quantity.hard);
  if (claim.object.category || claim.object.party) {
    text += ' ';
    if (claim.object.category) text += claim.object.category->text;
    if (claim.object.party) text += ':' + claim.object.party->text;
  }
  text += " | says ";
  if (claim.source.party) {
    text += claim.source.party->text;
  } else if (claim.source.kind == SourceKind::kNarrator) {
    text += "narrator";
  } else {
    text += claim.source.text.value_or(ToText(claim.source.kind));
  }
  if (claim.when) text += " | " + ToText(claim.when->days);
  text += " | " + ToText(claim.scope);
  if (claim.stance != Stance::kAsserted) text += " | " + ToText(claim.stance);
  if (!claim.manner.empty()) text += " | " + claim.manner;
  return text;
}

}  // namespace counterclaim
