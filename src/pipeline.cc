#include "pipeline.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "anchor/anchor.h"
#include "anchor/article_date.h"
#include "anchor/victims.h"
#include "assemble/assemble.h"
#include "attribution/attribution.h"
#include "base/parallel.h"
#include "ingest/repeats.h"
#include "mention/mention.h"
#include "names/names.h"
#include "names/of_day.h"
#include "quantity/quantity.h"
#include "syntax/single.h"
#include "syntax/syntax.h"
#include "text/language.h"
#include "text/text.h"

namespace counterclaim {

namespace {

constexpr std::size_t kMostCompared = 64;  // mentions with all behind them

// One text, an article's or its title, through every stage. What holds no
// candidate has no names and no syntax, what counts nothing has no sources.
class TextPipeline {
 public:
  TextPipeline(std::string_view text, const Rulebook& rulebook, const Language& language,
               const ExtractOptions& options)
      : text_(text), rulebook_(rulebook), language_(language), options_(options) {}

  // `publisher`: of the article; empty: unknown.
  void Read(TextLayer layer, std::string_view publisher) {
    seen_.layer = std::move(layer);
    const bool any = std::any_of(seen_.layer.sentences.begin(), seen_.layer.sentences.end(),
                                 [](const Sentence& sentence) { return sentence.candidate; });
    if (options_.claims_only && !MayMention(any, publisher)) return;
    if (any && !options_.claims_only)
      FindNames(text_, rulebook_, language_, &seen_.layer, publisher);
    seen_.quantities = FindQuantities(text_, seen_.layer, rulebook_, language_, options_.convention,
                                      !options_.claims_only);
    if (!any) return;
    FindChunks(text_, seen_.quantities, language_, &seen_.layer);
    seen_.mentions = FindMentions(text_, seen_.layer, seen_.quantities, rulebook_, language_,
                                  options_.claims_only);
  }

  // Whether two mentions tell one figure, of which one may be a repeat.
  bool Alike() const {
    const auto& all = seen_.mentions.mentions;
    for (std::size_t i = 0; i < all.size() && i < kMostCompared; ++i) {
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        if (all[i].quantity.hard == all[k].quantity.hard && all[i].metric == all[k].metric)
          return true;
      }
    }
    return all.size() > kMostCompared;
  }

  Extraction Finish(const Document& document, bool title) {
    if (options_.whole_text || !seen_.mentions.mentions.empty()) {
      TellPartiesOfDay(document.date, rulebook_.parties, &seen_.layer, &seen_.mentions);
      const Stakes stakes(document, seen_.layer, rulebook_, language_);
      seen_.attributions =
          FindAttributions(document, text_, seen_.layer, rulebook_, language_, stakes);
      seen_.anchors = FindAnchors(document, text_, seen_.layer, seen_.mentions, seen_.attributions,
                                  rulebook_, language_, stakes);
      FindVictims(seen_.layer, seen_.attributions, seen_.anchors, rulebook_, language_, stakes,
                  &seen_.mentions);
    }
    return AssembleClaims(document, text_, title, seen_.layer, seen_.quantities, seen_.mentions,
                          seen_.attributions, seen_.anchors, rulebook_);
  }

  Stages Take() { return std::move(seen_); }

 private:
  // Reads the sentences that may tell something alone, up to the first that does:
  // in most texts there is none, and their other sentences need no syntax. Names
  // are found (where there may be `any`) once a sentence may count something.
  bool MayMention(bool any, std::string_view publisher) {
    TextLayer& layer = seen_.layer;
    std::vector<Quantity> quantities;
    bool found = false, named = !any;
    for (std::uint32_t i = 0; i < layer.sentences.size() && !found; ++i) {
      if (layer.sentences[i].tells != Tells::kAlone) continue;
      const std::size_t before = quantities.size();
      FindQuantitiesIn(i, text_, layer, rulebook_, language_, options_.convention, &quantities);
      const bool counted =
          std::any_of(quantities.begin() + static_cast<std::ptrdiff_t>(before), quantities.end(),
                      [](const Quantity& each) { return each.kind == NumberKind::kCount; });
      if (!counted && !(MayBeSingle(i, text_, quantities, layer, language_) &&
                        TellsUncounted(text_, layer.sentences[i].span, language_)))
        continue;
      if (!named) FindNames(text_, rulebook_, language_, &layer, publisher);
      named = true;
      FindChunksIn(i, text_, quantities, language_, &layer);
      found = !FindMentions(text_, layer, quantities, rulebook_, language_, true).mentions.empty();
      layer.chunked.clear();
    }
    layer.noun_groups.clear();
    layer.verb_groups.clear();
    return found;
  }

  std::string_view text_;
  const Rulebook& rulebook_;
  const Language& language_;
  const ExtractOptions& options_;
  Stages seen_;
};

void Append(Extraction from, Extraction* to) {
  std::move(from.claims.begin(), from.claims.end(), std::back_inserter(to->claims));
  std::move(from.refused.begin(), from.refused.end(), std::back_inserter(to->refused));
  std::move(from.unread.begin(), from.unread.end(), std::back_inserter(to->unread));
}

}  // namespace

Extraction Extract(Document* document, const Rulebook& rulebook, const ExtractOptions& options,
                   Stages* stages) {
  const Language* language =
      document->lang.empty() ? FallbackLanguage(rulebook) : rulebook.FindLanguage(document->lang);
  ScannedText scanned;
  if (language) scanned = ScanText(document->text, *language);
  if (language && document->lang.empty()) {
    const Language* guess = GuessLanguage(scanned, rulebook);
    if (guess != language) scanned = ScanText(document->text, *guess);
    language = guess;
    document->lang = guess->tag;
  }
  if (!language) {
    Extraction nothing;
    nothing.unread.push_back({document->id,
                              Span{0, static_cast<std::uint32_t>(document->text.size())},
                              "no language pack for " + document->lang});
    return nothing;
  }
  TextPipeline body(document->text, rulebook, *language, options);
  TextLayer layer =
      ReadText(document->text, scanned, *language, options.whole_text, options.claims_only);
  if (layer.tokens.empty()) {  // nothing here may hold a count
    if (!options.claims_only) document->repeats = FindRepeats(document->text);
  } else {
    FindArticleDate(layer, *language, document);
    FindDateline(layer, document);
    body.Read(std::move(layer), document->source.value_or(""));
    if (!options.claims_only || body.Alike()) document->repeats = FindRepeats(document->text);
  }
  Extraction extraction = body.Finish(*document, false);
  if (stages) *stages = body.Take();
  if (document->title) {
    TextPipeline title(*document->title, rulebook, *language, options);
    title.Read(ReadText(*document->title, *language, true, options.claims_only),
               document->source.value_or(""));
    AddTitleClaims(title.Finish(*document, true), &extraction);
  }
  return extraction;
}

Extraction ExtractAll(std::span<Document> documents, const Rulebook& rulebook,
                      const ExtractOptions& options, unsigned threads) {
  std::vector<Extraction> each(documents.size());
  ParallelFor(threads, documents.size(), [&](std::size_t i) {
    each[i] = Extract(&documents[i], rulebook, options);
    if (options.done) ++*options.done;
  });
  Extraction all;
  std::size_t claims = 0;
  for (const Extraction& one : each) claims += one.claims.size();
  all.claims.reserve(claims);
  for (Extraction& one : each) Append(std::move(one), &all);
  return all;
}

}  // namespace counterclaim
