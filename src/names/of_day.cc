#include "names/of_day.h"

namespace counterclaim {

void TellPartiesOfDay(std::optional<Day> day, const PartyTable& parties, TextLayer* layer,
                      Mentions* mentions) {
  if (!day) return;
  const auto tell = [&](std::optional<PartyId>* party) {
    if (*party) *party = parties.On(**party, day);
  };
  for (Name& name : layer->names) tell(&name.party);
  for (Mention& mention : mentions->mentions) {
    tell(&mention.object.party);
    if (mention.actor) tell(&mention.actor->party);
    for (PartyId& party : mention.object.union_with) party = parties.On(party, day);
  }
}

}  // namespace counterclaim
