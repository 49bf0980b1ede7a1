#pragma once
#include <vector>

#include "attribution/relation.h"

namespace counterclaim {

// Lends a source to sentences that have none of their own where the text
// carries it: a quotation that goes on, in this paragraph or the next; a
// breakdown or further figures of the statement just given. Relations are in
// the order of their sentences.
void CarrySources(const Text& text, bool own_statement, std::vector<SpeechRelation>* relations);

}  // namespace counterclaim
