#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "anchor/time_use.h"
#include "anchor/when.h"
#include "model/anchor.h"
#include "model/mention.h"
#include "rulebook/rulebook.h"
#include "rulebook/stakes.h"

namespace counterclaim {

// Where the event of each mention happened: the nearest place of its sentence
// that follows a preposition of place, else the place the paragraph speaks of,
// else that of a figure before it with the same days. Cities that speak for a government
// ("Kabul said") and date lines are no places of events. A place of the table
// gives its id; a town that is not in it, named by its kind ("the village of
// X") or before a known place ("X, Khost"), gives `town` and the id of that
// place.
std::vector<std::optional<Place>> ChoosePlaces(std::string_view text, const TextLayer& layer,
                                               const Mentions& mentions,
                                               const Attributions& attributions,
                                               const CueMasks& cues,
                                               const std::vector<ChosenTime>& times,
                                               const Rulebook& rulebook, const Stakes& stakes);

}  // namespace counterclaim
