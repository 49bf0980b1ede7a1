#pragma once
#include <string_view>

#include "model/attribution.h"
#include "model/document.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"
#include "rulebook/stakes.h"

namespace counterclaim {

// Input: one text with names, quotations and chunks. Output: every reporting
// relation in it: who says what, with pronouns and descriptions resolved and
// the sentences that continue a source.
Attributions FindAttributions(const Document& document, std::string_view text,
                              const TextLayer& layer, const Rulebook& rulebook,
                              const Language& language, const Stakes& stakes);

}  // namespace counterclaim
