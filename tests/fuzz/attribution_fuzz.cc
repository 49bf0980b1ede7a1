#include <algorithm>
#include <string>

#include "fuzz.h"
#include "pipeline.h"

using namespace counterclaim;

// Who says what in any text: spans stay inside it, content is in order, and
// each attribution answers for the words it holds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Document document;
  document.id = ArticleId("fuzz");
  document.path = "fuzz";
  document.text = ValidText(data, size);
  ExtractOptions options;
  options.whole_text = true;
  Stages stages;
  (void)Extract(&document, Rules(), options, &stages);
  const std::string& text = document.text;
  const auto check_source = [&](const Source& source) {
    if (source.span) Require(Inside(*source.span, text));
    if (source.cue_span) Require(Inside(*source.cue_span, text));
    if (source.party) Require(!source.party->text.empty());
  };
  for (const Attribution& attribution : stages.attributions.attributions) {
    check_source(attribution.source);
    for (const Source& link : attribution.chain) check_source(link);
    Require(!attribution.content.empty());
    Require(std::is_sorted(attribution.content.begin(), attribution.content.end(),
                           [](Span a, Span b) { return a.begin < b.begin; }));
    for (const Span content : attribution.content) {
      Require(Inside(content, text));
      Require(content.begin == content.end || Governing(stages.attributions, content).has_value());
    }
  }
  return 0;
}
