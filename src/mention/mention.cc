#include "mention/mention.h"

#include "mention/reader.h"

namespace counterclaim {

Mentions FindMentions(std::string_view text, const TextLayer& layer,
                      const std::vector<Quantity>& quantities, const Rulebook& rulebook,
                      const Language& language) {
  MentionReader reader(text, layer, quantities, rulebook, language);
  for (const ChunkedSentence& sentence : layer.chunked) reader.ReadSentence(sentence);
  return reader.Finish();
}

}  // namespace counterclaim
