#include "pipeline.h"

#include <atomic>
#include <iterator>
#include <string_view>
#include <thread>

#include "anchor/anchor.h"
#include "anchor/article_date.h"
#include "anchor/victims.h"
#include "assemble/assemble.h"
#include "attribution/attribution.h"
#include "ingest/repeats.h"
#include "mention/mention.h"
#include "names/names.h"
#include "quantity/quantity.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace counterclaim {

namespace {

Extraction ExtractText(const Document& document, std::string_view text, bool title, TextLayer layer,
                       const Rulebook& rulebook, const Language& language,
                       const ExtractOptions& options, Stages* stages) {
  if (layer.tokens.empty()) return {};  // nothing here may hold a count
  Stages seen;
  seen.layer = std::move(layer);
  FindNames(text, rulebook, language, &seen.layer);
  seen.quantities = FindQuantities(text, seen.layer, rulebook, language, options.convention);
  FindChunks(text, seen.quantities, language, &seen.layer);
  seen.mentions = FindMentions(text, seen.layer, seen.quantities, rulebook, language);
  seen.attributions = FindAttributions(document, text, seen.layer, rulebook, language);
  seen.anchors =
      FindAnchors(document, text, seen.layer, seen.mentions, seen.attributions, rulebook, language);
  FindVictims(seen.layer, seen.attributions, seen.anchors, rulebook, language, &seen.mentions);
  Extraction extraction = AssembleClaims(document, text, title, seen.layer, seen.quantities,
                                         seen.mentions, seen.attributions, seen.anchors, rulebook);
  if (stages) *stages = std::move(seen);
  return extraction;
}

void Append(Extraction from, Extraction* to) {
  std::move(from.claims.begin(), from.claims.end(), std::back_inserter(to->claims));
  std::move(from.refused.begin(), from.refused.end(), std::back_inserter(to->refused));
  std::move(from.unread.begin(), from.unread.end(), std::back_inserter(to->unread));
}

}  // namespace

Extraction Extract(Document* document, const Rulebook& rulebook, const ExtractOptions& options,
                   Stages* stages) {
  const Language* language = rulebook.FindLanguage(document->lang);
  if (!language) {
    Extraction nothing;
    nothing.unread.push_back({document->id,
                              Span{0, static_cast<std::uint32_t>(document->text.size())},
                              "no language pack for " + document->lang});
    return nothing;
  }
  document->repeats = FindRepeats(document->text);
  TextLayer layer = ReadText(document->text, *language, options.whole_text);
  FindArticleDate(layer, *language, document);
  Extraction extraction = ExtractText(*document, document->text, false, std::move(layer), rulebook,
                                      *language, options, stages);
  if (document->title) {
    TextLayer title = ReadText(*document->title, *language, true);
    AddTitleClaims(ExtractText(*document, *document->title, true, std::move(title), rulebook,
                               *language, options, nullptr),
                   &extraction);
  }
  return extraction;
}

Extraction ExtractAll(std::vector<Document>* documents, const Rulebook& rulebook,
                      const ExtractOptions& options, unsigned threads) {
  std::vector<Extraction> each(documents->size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < documents->size(); i = next++) {
      each[i] = Extract(&(*documents)[i], rulebook, options);
      if (options.done) ++*options.done;
    }
  };
  std::vector<std::jthread> pool;
  for (unsigned i = 1; i < threads && i < documents->size(); ++i) pool.emplace_back(work);
  work();
  pool.clear();
  Extraction all;
  for (Extraction& one : each) Append(std::move(one), &all);
  return all;
}

}  // namespace counterclaim
