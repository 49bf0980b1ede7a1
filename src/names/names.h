#pragma once
#include <string_view>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Input: a tokenised text. Output: layer->names, every known party, person and
// place in it, sorted by first token; readings of one stretch of words follow
// one another, the longest match wins.
//
// "The Afghan interior ministry said Islamabad ..." gives `Afghan interior
// ministry` party afg/interior, `Islamabad` metonym pak and place PK-IS.
//
// A name needs the capitals that its rule is written with, unless the sentence
// is written in capitals throughout. A family name alone is found where the
// text has the person's full name too. People of a country ("Afghans") are
// adjectives: they never speak for it. "pro-Russian" is no name; "Iran-backed"
// leaves of Iran only the place.
//
// Parties that no rule knows get a name where the text composes it: "the Velmark
// Ministry of Defence" (names/unlisted.h).
//
// Known gaps: in a text all in capitals ordinary words ("DAWN") are not names;
// a town shares the id of its province.
void FindNames(std::string_view text, const Rulebook& rulebook, const Language& language,
               TextLayer* layer, std::string_view publisher = {});

}  // namespace counterclaim
