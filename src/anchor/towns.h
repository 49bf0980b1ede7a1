#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "anchor/time_use.h"
#include "model/anchor.h"
#include "model/text_layer.h"

namespace counterclaim {

// A town that no table has: a name with a capital behind a preposition of
// place, "at Orlen Ford", or behind the kind of the place, "the village of X".
struct Town {
  Place place;                       // text, town and span; its province is not known
  std::uint32_t first = 0, end = 0;  // tokens
  std::uint32_t sentence = 0;
};

// In order of the text. Sentences in capitals have none: their names look like
// all other words.
std::vector<Town> FindTowns(std::string_view text, const TextLayer& layer, const CueMasks& cues);

// A name as the key of a town: "Orlen Ford" is "orlen-ford".
std::string TownKey(std::string_view name);

// "in the city", "there": the sentence is at the place named last; not "in the
// city's history".
bool InSamePlace(std::string_view text, const TextLayer& layer, const Sentence& sentence,
                 const CueMasks& cues);

}  // namespace counterclaim
