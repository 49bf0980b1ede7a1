#pragma once
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Provinces that share their name with something nearer: "the earthquake at Bam" of a
// report from Kerman is in Iran, though Burkina Faso has a province of the name, and the
// "Connaught Hospital" of one from Freetown lies in no province of Ireland. A province of
// ISO's table alone, whose state the text does not name otherwise, gives way to a town of
// that name in the state that the text is about (of its date line, else the one named most
// often); where that has none known it is no name, unless a large town is called so too.
void SettleHomonyms(std::string_view text, const Rulebook& rulebook, TextLayer* layer);

}  // namespace counterclaim
