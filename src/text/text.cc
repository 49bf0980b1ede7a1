#include "text/text.h"

#include <algorithm>

#include "text/layout.h"
#include "text/lines.h"
#include "text/quotation.h"
#include "text/scan.h"
#include "text/token.h"

namespace counterclaim {

namespace {

// The whole text as the scan sees it, tokenised where any sentence is a candidate.
class Reader {
 public:
  Reader(std::string_view text, const Language& language)
      : text_(text), language_(language), scanner_(text, language) {}

  TextLayer Read(bool whole_text, bool numbers) {
    const std::vector<Span> paragraphs = FindParagraphs(text_);
    QuotationReader quotations(text_, &layer_.quotations);
    layer_.paragraphs.reserve(paragraphs.size());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      scanner_.Scan(paragraphs[i], &scanned_);
      if (scanned_.sentences.empty()) continue;
      AddParagraph(paragraphs[i]);
      const bool marked = !scanned_.marks.empty();
      if (marked)
        quotations.Add(paragraphs[i], scanned_,
                       i + 1 < paragraphs.size() ? paragraphs[i + 1] : Span{});
    }
    FindPullQuotes();
    const bool claims = (bits_ & (kScanTrigger | kScanNone)) != 0;
    if (whole_text || claims || (numbers && (bits_ & kScanNumber))) AddTokens();
    ChooseCandidates(whole_text);
    return std::move(layer_);
  }

 private:
  void AddParagraph(Span span) {
    Paragraph paragraph;
    paragraph.span = span;
    paragraph.first_sentence = static_cast<std::uint32_t>(layer_.sentences.size());
    paragraph.kind = KindOf(text_, span, scanned_, language_);
    for (const ScannedSentence& scanned : scanned_.sentences) {
      Sentence sentence;
      sentence.span = scanned.span;
      sentence.paragraph = static_cast<std::uint32_t>(layer_.paragraphs.size());
      bits_ = static_cast<std::uint16_t>(bits_ | scanned.bits);
      layer_.sentences.push_back(sentence);
    }
    paragraph.end_sentence = static_cast<std::uint32_t>(layer_.sentences.size());
    if (const auto minute = TimeStamp(text_, span, language_)) minute_ = minute;
    paragraph.minute = minute_;
    layer_.paragraphs.push_back(paragraph);
  }

  // A paragraph that is one quotation and stands in another one again.
  void FindPullQuotes() {
    constexpr std::uint32_t kShortest = 24, kLongest = 400;
    int budget = 32;  // searches of the whole text
    for (const Quotation& quotation : layer_.quotations) {
      if (quotation.depth > 0 || quotation.content.size() < kShortest ||
          quotation.content.size() > kLongest)
        continue;
      const auto after =
          std::upper_bound(layer_.paragraphs.begin(), layer_.paragraphs.end(), quotation.span.begin,
                           [](std::uint32_t at, const Paragraph& p) { return at < p.span.begin; });
      if (after == layer_.paragraphs.begin()) continue;
      Paragraph& paragraph = *(after - 1);
      if (paragraph.span != quotation.span || paragraph.kind != ParagraphKind::kBody ||
          budget-- <= 0)
        continue;
      const std::string_view words =
          text_.substr(quotation.content.begin, quotation.content.size() - 1);
      const std::size_t first = text_.find(words);
      const bool again = first < paragraph.span.begin ||
                         text_.find(words, paragraph.span.end) != std::string_view::npos;
      if (again) paragraph.kind = ParagraphKind::kPullQuote;
    }
  }

  void AddTokens() {
    constexpr std::size_t kBytes = 5;  // of a token with its blank, in the mean
    layer_.tokens.reserve(text_.size() / kBytes + 8);
    for (Sentence& sentence : layer_.sentences) {
      sentence.first_token = static_cast<std::uint32_t>(layer_.tokens.size());
      Tokenize(text_, sentence.span, language_, &layer_.tokens);
      sentence.end_token = static_cast<std::uint32_t>(layer_.tokens.size());
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at)
        sentence.bits = static_cast<std::uint16_t>(sentence.bits | layer_.tokens[at].bits);
    }
  }

  // A sentence is a candidate when it holds a trigger of a metric and a number,
  // "a" or "no", or tells of none ("with no attacks"); when it may give parts of
  // a count shortly before ("Nine of them were children."), or tell how losses
  // go on; and when a pronoun behind it may stand for its subject ("It said").
  void ChooseCandidates(bool whole_text) {
    constexpr std::uint32_t kReach = 3;  // sentences between a count and its parts
    std::uint32_t open = 0;              // sentences before this one may have parts of a count
    for (std::uint32_t i = 0; i < layer_.sentences.size(); ++i) {
      Sentence& sentence = layer_.sentences[i];
      const auto has = [&](std::uint16_t bits) { return (sentence.bits & bits) != 0; };
      const bool told =
          has(kScanQuantity) && (has(kScanTrigger) || (has(kScanNone) && has(kScanAbsence)));
      if (told) open = i + kReach + 1;
      sentence.candidate =
          whole_text || told || has(kScanState) || (i < open && has(kScanQuantity | kScanPart));
      if (i > 0 && has(kScanPronoun) && has(kScanCue)) layer_.sentences[i - 1].candidate = true;
    }
  }

  std::string_view text_;
  const Language& language_;
  Scanner scanner_;
  ScannedParagraph scanned_;
  std::optional<std::uint16_t> minute_;
  std::uint16_t bits_ = 0;  // of all words, as the scan sees them
  TextLayer layer_;
};

}  // namespace

TextLayer ReadText(std::string_view text, const Language& language, bool whole_text, bool numbers) {
  return Reader(text, language).Read(whole_text, numbers);
}

}  // namespace counterclaim
