#include "fuzz.h"
#include "quantity/quantity.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

void CheckLayer(const std::string& text, const TextLayer& layer) {
  std::uint32_t at = 0;
  for (const Sentence& sentence : layer.sentences) {
    Require(sentence.span.begin >= at && sentence.span.begin < sentence.span.end &&
            sentence.span.end <= text.size());
    Require(sentence.first_token <= sentence.end_token &&
            sentence.end_token <= layer.tokens.size());
    Require(sentence.paragraph < layer.paragraphs.size());
    std::uint32_t inside = sentence.span.begin;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Span span = layer.tokens[i].span;
      Require(span.begin >= inside && span.begin < span.end && span.end <= sentence.span.end);
      inside = span.end;
    }
    at = sentence.span.end;
  }
  for (const Quotation& quotation : layer.quotations) {
    Require(quotation.span.Contains(quotation.content) && quotation.span.end <= text.size());
  }
}

}  // namespace

// Text and numbers of any article: spans stay inside, sentences stay in order,
// and the scan changes nothing but which sentences have tokens.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = ValidText(data, size);
  const Language& english = *Rules().FindLanguage("en");
  const TextLayer whole = ReadText(text, english, true), part = ReadText(text, english, false);
  CheckLayer(text, whole);
  CheckLayer(text, part);
  Require(whole.sentences.size() == part.sentences.size() && whole.quotations == part.quotations);
  for (const Quantity& q : FindQuantities(text, whole, Rules(), english, "cautious")) {
    Require(q.span.Contains(q.number) && q.span.end <= text.size());
    Require(q.first_token < q.end_token && q.end_token <= whole.tokens.size());
    Require(q.hard.low >= 0 && q.hard.low <= q.hard.high && q.soft.low <= q.soft.high);
  }
  return 0;
}
