#pragma once
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/mention.h"
#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Input: one text with chunks and quantities. Output: the quantities that a
// frame of rules/languages/<tag>/metrics reads as a metric's count, each with
// object and actor; and the sentences that hold a trigger and a count and could
// not be read. May add implicit quantities ("a soldier was killed").
// `claims_only`: sentences that can give no mention are passed over.
Mentions FindMentions(std::string_view text, const TextLayer& layer,
                      const std::vector<Quantity>& quantities, const Rulebook& rulebook,
                      const Language& language, bool claims_only = false);

}  // namespace counterclaim
