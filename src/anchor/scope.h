#pragma once
#include <vector>

#include "anchor/when.h"
#include "model/anchor.h"

namespace counterclaim {

// How far each mention's figure reaches; appends to `steps` of the anchor why.
// Cue words of the calendar rules decide, and the stretch of time chosen.
void ChooseScopes(const TimeSight& sight, const std::vector<ChosenTime>& times,
                  std::vector<Anchor>* anchors);

}  // namespace counterclaim
