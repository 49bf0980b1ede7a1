#pragma once
#include <vector>

#include "model/attribution.h"
#include "model/claim.h"
#include "model/text_layer.h"

namespace counterclaim {

// Tells each claim who in its article rejects it without a figure of his own: of those whose
// figures are named ("the Pakistani figures") the last that stand before, else those of the last
// speaker before, a few sentences back. Sixteen claims of one rejection, eight deniers of one
// claim.
void AttachRejections(const TextLayer& layer, const std::vector<Rejection>& rejections,
                      std::vector<Claim>* claims);

}  // namespace counterclaim
