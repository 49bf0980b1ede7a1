#pragma once
#include <cstdint>
#include <vector>

#include "anchor/dates.h"
#include "model/attribution.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// The cues that start at each token, one bit for each AnchorCue.
using CueMask = std::uint64_t;  // bit i: the AnchorCue of that number
using CueMasks = std::vector<CueMask>;

inline bool HasCue(CueMask mask, AnchorCue cue) {
  return (mask >> static_cast<unsigned>(cue) & 1u) != 0;
}

CueMasks MarkCues(const TextLayer& layer, const CalendarRules& calendar);

// What an expression of time dates in its sentence.
enum class TimeUse : std::uint8_t {
  kEvent,       // "killed on Monday"
  kNamed,       // the event it is part of the name of: "Monday's raid", "the crash of June 12"
  kSaid,        // "said on Monday", "the toll rose on Monday"
  kPlanned,     // "will meet on Monday"
  kBackground,  // "founded in 2011"
};

// One entry for each expression.
std::vector<TimeUse> FindTimeUses(std::string_view text, const TextLayer& layer,
                                  const CueMasks& cues,
                                  const std::vector<TimeExpression>& expressions,
                                  const Attributions& attributions);

// Index of the sentence that holds `position`; layer.sentences.size() for none.
std::uint32_t SentenceAt(const TextLayer& layer, std::uint32_t position);

}  // namespace counterclaim
