#pragma once
#include <cstdint>
#include <vector>

#include "attribution/passage.h"

namespace counterclaim {

// A cue in its place. For verbs, [first, end) is the verb with its
// auxiliaries and the adverbs among them: "has strongly denied".
struct Cue {
  enum class Kind : std::uint8_t { kVerb, kNoun, kBefore, kAfter };
  Kind kind = Kind::kVerb;
  std::uint32_t index = 0;                     // into verb_list, noun_list, phrase_list
  std::uint32_t first = 0, main = 0, end = 0;  // items
  std::uint8_t forms = 0;                      // WordForm bits of the main verb
  bool passive = false;
  bool negated = false;
  bool finite = true;
  bool infinitive = false;
  bool with_be = false;
};

std::vector<Cue> FindCues(const Text& text, const Passage& passage);

}  // namespace counterclaim
