#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attribution/passage.h"

namespace counterclaim {

// One reporting relation as the sentence shows it, before anybody asks who
// "it" is.
struct SpeechRelation {
  std::uint32_t sentence = 0;
  std::optional<std::uint32_t> inside;  // the quotation in which it stands
  Span source;                          // empty: nobody is named
  bool first_person = false;
  std::optional<Span> antecedent;  // "who said": the noun before "who"
  Span cue;
  std::vector<Span> content;
  std::vector<std::uint32_t> quotations;  // content in quotation marks; may run on
  std::vector<Span> relays;  // told Reuters; quoted by a paper: from the outlet inwards
  RuleId rule;
  Strength strength = Strength::kStated;
  std::optional<Stance> stance;
  bool relay = false;      // an outlet's verb
  bool unsourced = false;  // was reported; allegedly
  bool earlier = false;    // "had given", "said earlier"
  bool carried = false;    // later sentences go on with it
  bool labels = false;     // "The army: ...": all of its paragraph is said
  bool figures = false;    // "The army has new figures.": those that follow are told
  bool opens = false;      // "informs the public": all of the text is said, if at its top
};

// "... — Ministry of Defence (@handle)": who signs a post says all of it. Found
// at the last sentence of the paragraph.
std::optional<SpeechRelation> ReadSignature(const Text& text, std::uint32_t sentence);

// "85,000 displaced (OCHA)": who stands in brackets behind what is counted.
std::optional<SpeechRelation> ReadBracket(const Text& text, std::uint32_t sentence);

// Every relation of one passage, in order of their cues.
std::vector<SpeechRelation> ReadRelations(const Text& text, const Passage& passage);

}  // namespace counterclaim
