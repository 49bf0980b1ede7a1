#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Whether a noun group of the sentence may stand for one or for none of what the
// rules know: "a soldier", "no soldiers". Quick, on tokens alone, before names and
// chunks are found; true where that cannot tell. False: where no quantity of the
// sentence is a count, no mention can be made of it.
//
// "He took a long walk to the soldiers.": false, the group of "a" ends before "to".
bool MayBeSingle(std::uint32_t sentence, std::string_view text,
                 const std::vector<Quantity>& quantities, const TextLayer& layer,
                 const Language& language);

}  // namespace counterclaim
