#pragma once
#include <vector>

#include "model/document.h"

namespace counterclaim {

// Passages of one article that say again, word for word or nearly, what stands
// earlier in it: pull quotes, embedded posts, headlines repeated in the body.
// Eight words or more; linear in the text. Sorted by span.
//   "...will focus on X and restore peace,” he said. [...] will focus on X and
//   restore peace… - Ministry" -> the second passage, of the first
std::vector<Repeat> FindRepeats(const std::string& text);

// Passages of about thirty words or more that stand in an earlier article of
// the list too: earlier by date, then by order. Added to the documents'
// repeats, which stay sorted.
void FindSyndicated(std::vector<Document>* documents);

}  // namespace counterclaim
