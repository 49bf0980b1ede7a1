#include "attribution/attribution.h"

#include <algorithm>
#include <utility>

#include "attribution/carry.h"
#include "attribution/relation.h"
#include "attribution/resolve.h"

namespace counterclaim {

namespace {

std::vector<SpeechRelation> ReadAll(const Text& text) {
  std::vector<SpeechRelation> all;
  for (std::uint32_t i = 0; i < text.layer.sentences.size(); ++i) {
    const Sentence& sentence = text.layer.sentences[i];
    if (!(sentence.bits & kScanCue)) continue;
    for (const Passage& passage : ReadPassages(text, i)) {
      for (SpeechRelation& relation : ReadRelations(text, passage))
        all.push_back(std::move(relation));
    }
  }
  return all;
}

std::uint32_t SizeOf(const std::vector<Span>& content) {
  std::uint32_t size = 0;
  for (const Span& span : content) size += span.size();
  return size;
}

bool Holds(const Attribution& outer, const Attribution& inner) {
  return std::any_of(outer.content.begin(), outer.content.end(), [&](const Span& span) {
    return inner.source.cue_span && span.Contains(*inner.source.cue_span);
  });
}

// Whether the text tells of a disaster or accident and not of fighting: the
// states that count its victims are no parties then.
bool IsDisaster(const Text& text) {
  std::size_t disaster = 0, war = 0;
  const auto& kinds = text.language.cues.calamity;
  for (const Token& token : text.layer.tokens) {
    if (token.word >= kinds.size()) continue;
    disaster += kinds[token.word] == 1;
    war += kinds[token.word] == 2;
  }
  return disaster > war;
}

void TakeNoSides(std::vector<Attribution>* all) {
  for (Attribution& each : *all) {
    if (each.source.kind != SourceKind::kParty) continue;
    each.source.kind = SourceKind::kThirdParty;
    each.steps.push_back("source: a disaster or accident, so a government counts as third party");
  }
}

Attribution MakeAttribution(const Text& text, const SpeechRelation& relation,
                            SourceResolver* resolver) {
  Attribution attribution;
  attribution.content = relation.content;
  for (const std::uint32_t quotation : relation.quotations) {
    attribution.content.push_back(text.layer.quotations[quotation].span);
  }
  std::sort(attribution.content.begin(), attribution.content.end());
  attribution.carried = relation.carried;
  attribution.strength = relation.strength;
  attribution.stance = relation.stance;
  if (!relation.source.empty()) {
    attribution.source = resolver->Resolve(relation.source, relation.sentence, relation.antecedent,
                                           &attribution.steps);
  } else {
    attribution.source.kind = relation.unsourced ? SourceKind::kUnnamed : SourceKind::kThirdParty;
  }
  attribution.source.cue_span = relation.cue;
  attribution.source.cue = std::string(text.Words(relation.cue));
  for (const Span& relay : relation.relays) {
    std::vector<std::string> unused;
    attribution.chain.push_back(resolver->Resolve(relay, relation.sentence, std::nullopt, &unused));
  }
  return attribution;
}

// Who stands around the attributions of one sentence: "the army said the group
// had claimed" gives the group, with the army in its chain. "Allegedly" inside
// what somebody says leaves that speaker the source.
void Nest(std::vector<Attribution>* all, std::size_t first) {
  std::vector<std::vector<std::size_t>> outer(all->size() - first);
  for (std::size_t i = first; i < all->size(); ++i) {
    for (std::size_t k = first; k < all->size() && k < first + 32; ++k) {
      if (k != i && Holds((*all)[k], (*all)[i]) && !Holds((*all)[i], (*all)[k]))
        outer[i - first].push_back(k);
    }
    std::sort(outer[i - first].begin(), outer[i - first].end(), [&](std::size_t a, std::size_t b) {
      return SizeOf((*all)[a].content) > SizeOf((*all)[b].content);
    });
  }
  for (std::size_t i = first; i < all->size(); ++i) {
    Attribution& inner = (*all)[i];
    std::vector<Source> chain;
    for (const std::size_t k : outer[i - first]) {
      if ((*all)[k].source.span) chain.push_back((*all)[k].source);
    }
    if (chain.empty()) continue;
    if (!inner.source.span) {
      const auto cue = inner.source.cue;
      const auto cue_span = inner.source.cue_span;
      inner.source = chain.back();
      inner.source.cue = cue;
      inner.source.cue_span = cue_span;
      chain.pop_back();
    } else if (inner.source.party && chain.back().party &&
               Principal(*inner.source.party) != Principal(*chain.back().party) &&
               chain.back().kind == SourceKind::kParty) {
      inner.strength = Strength::kAlleged;
    }
    inner.chain.insert(inner.chain.begin(), chain.begin(), chain.end());
  }
}

}  // namespace

Attributions FindAttributions(const Document& document, std::string_view words,
                              const TextLayer& layer, const Rulebook& rulebook,
                              const Language& language) {
  const Text text{words, layer, language};
  Attributions found;
  std::vector<SpeechRelation> relations = ReadAll(text);
  CarrySources(text, &relations);
  SourceResolver resolver(document, text, rulebook);
  std::vector<Attribution>& all = found.attributions;
  std::size_t first = 0;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (i > 0 && relations[i].sentence != relations[i - 1].sentence) {
      Nest(&all, first);
      first = all.size();
    }
    all.push_back(MakeAttribution(text, relations[i], &resolver));
  }
  Nest(&all, first);
  if (IsDisaster(text)) TakeNoSides(&all);
  std::stable_sort(all.begin(), all.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front() < b.content.front();
  });
  return found;
}

}  // namespace counterclaim
