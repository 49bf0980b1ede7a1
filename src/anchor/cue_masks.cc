#include "anchor/time_use.h"

namespace counterclaim {

CueMasks MarkCues(const TextLayer& layer, const CalendarRules& calendar) {
  CueMasks masks(layer.tokens.size(), 0);
  for (const Sentence& sentence : layer.sentences) {
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const auto match = calendar.cues.Longest(layer.tokens, i, sentence.end_token);
      if (match.length == 0) continue;
      for (const std::uint32_t cue : *match.values) masks[i] |= CueMask{1} << cue;
      // "long since": what it looks like begins inside it
      if (HasCue(masks[i], AnchorCue::kIdiom)) i += static_cast<std::uint32_t>(match.length) - 1;
    }
  }
  return masks;
}

}  // namespace counterclaim
