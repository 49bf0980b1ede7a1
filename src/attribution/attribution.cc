#include "attribution/attribution.h"

#include <algorithm>
#include <utility>

#include "attribution/carry.h"
#include "attribution/relation.h"

namespace counterclaim {

namespace {

std::vector<Relation> ReadAll(const Text& text) {
  std::vector<Relation> all;
  for (std::uint32_t i = 0; i < text.layer.sentences.size(); ++i) {
    const Sentence& sentence = text.layer.sentences[i];
    if (sentence.first_token >= sentence.end_token) continue;
    for (const Passage& passage : ReadPassages(text, i)) {
      for (Relation& relation : ReadRelations(text, passage)) all.push_back(std::move(relation));
    }
  }
  return all;
}

}  // namespace

Attributions FindAttributions(const Document&, std::string_view words, const TextLayer& layer, const Rulebook&,
                              const Language& language) {
  const Text text{words, layer, language};
  Attributions found;
  std::vector<Relation> relations = ReadAll(text);
  CarrySources(text, &relations);
  for (const Relation& relation : relations) {
    Attribution attribution;
    attribution.content = relation.content;
    for (const std::uint32_t quotation : relation.quotations) attribution.content.push_back(layer.quotations[quotation].span);
    std::sort(attribution.content.begin(), attribution.content.end());
    attribution.carried = relation.carried;
    attribution.strength = relation.strength;
    attribution.stance = relation.stance;
    attribution.source.kind = relation.unsourced ? SourceKind::kUnnamed : SourceKind::kThirdParty;
    attribution.source.cue_span = relation.cue;
    attribution.source.cue = std::string(text.Words(relation.cue));
    if (!relation.source.empty()) {
      attribution.source.span = relation.source;
      attribution.source.text = std::string(text.Words(relation.source));
    }
    found.attributions.push_back(std::move(attribution));
  }
  std::sort(found.attributions.begin(), found.attributions.end(),
            [](const Attribution& a, const Attribution& b) { return a.content.front() < b.content.front(); });
  return found;
}

}  // namespace counterclaim
