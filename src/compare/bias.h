#pragma once
#include <vector>

#include "model/bias.h"
#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// How far each party's figures stand above those of the others on the same
// slots: one metric, side, category and scope of one event. Of several figures
// of one party on one slot the latest counts. With `by_stake` a party's own
// losses, its enemies' and the rest are measured apart.
BiasTable MeasureBias(const std::vector<Claim>& claims, const std::vector<Document>& documents,
                      const Rulebook& rulebook, bool by_stake);

}  // namespace counterclaim
