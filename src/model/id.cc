#include "model/id.h"

namespace counterclaim {

PartyId Principal(const PartyId& party) {
  return PartyId(party.text.substr(0, party.text.find('/')));
}

}  // namespace counterclaim
