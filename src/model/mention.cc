#include "model/mention.h"

namespace counterclaim {

namespace {

std::string PartyText(const Participant& who) {
  return who.party ? who.party->text : "?";
}

}  // namespace

std::string ToText(Stance stance) {
  switch (stance) {
    case Stance::kAsserted:
      return "asserted";
    case Stance::kDenied:
      return "denied";
    case Stance::kHypothetical:
      return "hypothetical";
    case Stance::kFeared:
      return "feared";
    case Stance::kExpected:
      return "expected";
    case Stance::kQuestioned:
      return "questioned";
  }
  return "";
}

std::string ToText(const Mention& mention) {
  std::string text = mention.metric.text + ' ' + ToText(mention.quantity.hard);
  if (mention.object.category || mention.object.party) {
    text += ' ';
    if (mention.object.category) text += mention.object.category->text;
    if (mention.object.party) text += ':' + mention.object.party->text;
  }
  if (mention.actor) text += " by " + PartyText(*mention.actor);
  if (mention.partial) text += " in part";
  if (mention.stance != Stance::kAsserted) text += ' ' + ToText(mention.stance);
  return text;
}

}  // namespace counterclaim
