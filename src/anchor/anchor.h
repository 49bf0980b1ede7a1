#pragma once
#include <string_view>
#include <vector>

#include "model/anchor.h"
#include "model/attribution.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"
#include "rulebook/stakes.h"

namespace counterclaim {

// Input: the mentions of one text. Output: for each, when and where the counted
// thing happened and how far the figure reaches. Relative dates are resolved
// against document.date; without one they stay unknown.
std::vector<Anchor> FindAnchors(const Document& document, std::string_view text,
                                const TextLayer& layer, const Mentions& mentions,
                                const Attributions& attributions, const Rulebook& rulebook,
                                const Language& language, const Stakes& stakes);

}  // namespace counterclaim
