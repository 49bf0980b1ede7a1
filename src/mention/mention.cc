#include "mention/mention.h"

#include "mention/reader.h"

namespace counterclaim {

Mentions FindMentions(std::string_view text, const TextLayer& layer,
                      const std::vector<Quantity>& quantities, const Rulebook& rulebook,
                      const Language& language, bool claims_only) {
  MentionReader reader(text, layer, quantities, rulebook, language, claims_only);
  for (const ChunkedSentence& sentence : layer.chunked) {
    if (!claims_only || reader.MayGive(sentence.sentence)) reader.ReadSentence(sentence);
  }
  return reader.Finish();
}

}  // namespace counterclaim
