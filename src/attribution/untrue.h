#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "attribution/passage.h"
#include "model/attribution.h"

namespace counterclaim {

// "Any claim that 100 had died was untrue, the ministry added": who says so of a
// claim denies it. `all` from `first` on are the attributions of the sentence.
void DenyUntrue(const Text& text, std::uint32_t sentence, std::size_t first,
                std::vector<Attribution>* all);

// "Nine died. That is untrue.": in a text that `publisher` says itself, what the sentence before
// one that begins so tells is denied.
void DenyBefore(const Text& text, const Source& publisher, std::vector<Attribution>* all);

}  // namespace counterclaim
