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

  TextLayer Read(bool whole_text) {
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
    const bool any = std::any_of(layer_.sentences.begin(), layer_.sentences.end(),
                                 [](const Sentence& sentence) { return sentence.candidate; });
    if (whole_text || any) AddTokens();
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
      sentence.candidate = (scanned.bits & language_.text.candidate_mask) != 0;
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
    for (Sentence& sentence : layer_.sentences) {
      sentence.first_token = static_cast<std::uint32_t>(layer_.tokens.size());
      Tokenize(text_, sentence.span, language_, &layer_.tokens);
      sentence.end_token = static_cast<std::uint32_t>(layer_.tokens.size());
    }
  }

  std::string_view text_;
  const Language& language_;
  Scanner scanner_;
  ScannedParagraph scanned_;
  std::optional<std::uint16_t> minute_;
  TextLayer layer_;
};

}  // namespace

TextLayer ReadText(std::string_view text, const Language& language, bool whole_text) {
  return Reader(text, language).Read(whole_text);
}

}  // namespace counterclaim
