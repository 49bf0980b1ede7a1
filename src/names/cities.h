#pragma once
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Names of towns that no rule has, by the table of cities: capitalised words behind
// a preposition of place, or at the head of a paragraph in capitals. Where several
// countries have a town of the name, that of a country which the text names, else
// one that is far larger than the others; none where neither tells. Adds to
// layer->names, which stay sorted.
void FindCityNames(std::string_view text, const Rulebook& rulebook, const Language& language,
                   TextLayer* layer);

}  // namespace counterclaim
