#include "text/text.h"

#include <algorithm>

#include "text/layout.h"
#include "text/quotation.h"
#include "text/token.h"

namespace counterclaim {

namespace {

// A scanned text, tokenised where any sentence is a candidate.
class Reader {
 public:
  Reader(std::string_view text, const ScannedText& scanned, const Language& language)
      : text_(text), scanned_(scanned), language_(language) {}

  TextLayer Read(bool whole_text, bool claims_only) {
    const bool metric = (scanned_.bits & (kScanTrigger | kScanNone)) != 0;
    const bool any = whole_text || metric || (scanned_.bits & kScanNumber) != 0;
    if (claims_only && !scanned_.tells) return {};
    QuotationReader quotations(text_, &layer_.quotations);
    const std::size_t size = scanned_.paragraphs();
    layer_.paragraphs.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      const ScannedParagraph paragraph = scanned_.Paragraph(i);
      if (paragraph.sentences.empty()) continue;
      AddParagraph(paragraph);
      if (paragraph.marks.empty()) continue;
      quotations.Add(paragraph, i + 1 < size ? scanned_.Paragraph(i + 1).span : Span{});
    }
    if (minute_) PassMidnight();
    FindPullQuotes();
    if (claims_only || any) AddTokens();
    ChooseCandidates(whole_text);
    return std::move(layer_);
  }

 private:
  void AddParagraph(const ScannedParagraph& scanned) {
    Paragraph paragraph;
    paragraph.span = scanned.span;
    paragraph.first_sentence = static_cast<std::uint32_t>(layer_.sentences.size());
    paragraph.kind = KindOf(text_, scanned, language_);
    for (const ScannedSentence& each : scanned.sentences) {
      Sentence sentence;
      sentence.span = each.span;
      sentence.tells = each.tells;
      sentence.paragraph = static_cast<std::uint32_t>(layer_.paragraphs.size());
      layer_.sentences.push_back(sentence);
    }
    paragraph.end_sentence = static_cast<std::uint32_t>(layer_.sentences.size());
    if (const auto minute = TimeStamp(text_, scanned.span, language_)) minute_ = minute;
    paragraph.minute = minute_;
    layer_.paragraphs.push_back(paragraph);
  }

  // "23:15 ...", "00:35 ...": the minutes of a live report go on behind midnight, whether its
  // first entry stands first or last.
  void PassMidnight() {
    constexpr int kHalfDay = 720, kDay = 1440, kLongest = 7 * kDay;  // minutes
    int rises = 0, falls = 0, before = -1;                           // -1: no entry yet
    for (const Paragraph& each : layer_.paragraphs) {
      if (!each.minute) continue;
      const int step = before < 0 ? 0 : *each.minute - before;
      if (step != 0 && std::abs(step) < kHalfDay) ++(step > 0 ? rises : falls);
      before = *each.minute;
    }
    int days = 0;
    before = -1;
    const auto add = [&](Paragraph& each) {
      if (!each.minute) return;
      if (before - *each.minute > kHalfDay && days < kLongest) days += kDay;
      before = *each.minute;
      each.minute = static_cast<std::uint16_t>(*each.minute + days);
    };
    if (rises >= falls)
      std::for_each(layer_.paragraphs.begin(), layer_.paragraphs.end(), add);
    else
      std::for_each(layer_.paragraphs.rbegin(), layer_.paragraphs.rend(), add);
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
  // go on; when what is told behind it may be told by its subject ("It said", "Nine died,
  // Omar Hale said" where the sentence before is about a minister); and at the top of the
  // text when it may tell who states all of it.
  void ChooseCandidates(bool whole_text) {
    constexpr std::uint32_t kReach = 3;  // sentences between a count and its parts
    constexpr std::uint32_t kTop = 3;    // sentences
    std::uint32_t open = 0;              // sentences before this one may have parts of a count
    for (std::uint32_t i = 0; i < layer_.sentences.size(); ++i) {
      Sentence& sentence = layer_.sentences[i];
      const auto has = [&](std::uint16_t bits) { return (sentence.bits & bits) != 0; };
      const bool told =
          has(kScanQuantity) && (has(kScanTrigger) || (has(kScanNone) && has(kScanAbsence)));
      if (told) open = i + kReach + 1;
      sentence.candidate = whole_text || told || has(kScanState) ||
                           (i < open && has(kScanQuantity | kScanPart)) ||
                           (i < kTop && Opens(sentence));
      if (i > 0 && has(kScanCue) && (has(kScanPronoun) || told))
        layer_.sentences[i - 1].candidate = true;
    }
  }

  // "informs the public"
  bool Opens(const Sentence& sentence) const {
    const CueRules& cues = language_.cues;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!(layer_.tokens[at].bits & kScanCue)) continue;
      const auto match = cues.verbs.Longest(layer_.tokens, at, sentence.end_token);
      if (match.length > 0 && cues.verb_list[cues.verb_forms[match.values->front()].verb].opens)
        return true;
    }
    return false;
  }

  std::string_view text_;
  const ScannedText& scanned_;
  const Language& language_;
  std::optional<std::uint16_t> minute_;
  TextLayer layer_;
};

}  // namespace

TextLayer ReadText(std::string_view text, const Language& language, bool whole_text,
                   bool claims_only) {
  return ReadText(text, ScanText(text, language), language, whole_text, claims_only);
}

TextLayer ReadText(std::string_view text, const ScannedText& scanned, const Language& language,
                   bool whole_text, bool claims_only) {
  return Reader(text, scanned, language).Read(whole_text, claims_only);
}

}  // namespace counterclaim
