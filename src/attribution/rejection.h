#pragma once
#include <vector>

#include "attribution/passage.h"
#include "model/attribution.h"
#include "model/mention.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// "The army dismissed the message as fantasy", "Nairobi called that propaganda": who rejects what
// another has said, and gives no figure. Of the attributions, those that deny, hold no number and
// are about a claim, a figure or a report; what somebody denied having done is none.
std::vector<Rejection> FindRejections(const Text& text, const Rulebook& rulebook,
                                      const Attributions& attributions);

}  // namespace counterclaim
