#include "attribution/passage.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint32_t kShortQuotation = 4;    // words
constexpr std::uint32_t kTitleWords = 3;        // of a programme or ship, with its comma
constexpr std::uint32_t kShortBracket = 8;      // tokens
constexpr std::uint32_t kLongestDateline = 10;  // tokens
constexpr std::uint32_t kLongestClock = 5;      // tokens: 04:25 GMT

Mark MarkOf(std::string_view word) {
  if (word == ",") return Mark::kComma;
  if (word == ":") return Mark::kColon;
  if (word == ";") return Mark::kSemicolon;
  if (word == "." || word == "!" || word == "?" || word == "…") return Mark::kStop;
  if (word == "—" || word == "–" || word == "-") return Mark::kDash;
  return Mark::kOther;
}

class Reader {
 public:
  Reader(const Text& text, std::uint32_t sentence)
      : text_(text), layer_(text.layer), cues_(text.language.cues), sentence_(sentence) {}

  std::vector<Passage> Read() {
    const Sentence& sentence = layer_.sentences[sentence_];
    passages_.emplace_back();
    passages_[0].sentence = sentence_;
    passages_[0].items.reserve(sentence.end_token - sentence.first_token + 1);
    AddQuestionBefore(sentence);
    for (std::uint32_t i = AfterDateline(sentence); i < sentence.end_token;) {
      const auto quotation = QuotationAt(layer_.tokens[i].span);
      if (!quotation) {
        i = AddToken(i, sentence.end_token, &passages_[0]);
        continue;
      }
      std::uint32_t end = i;
      const Span span = layer_.quotations[*quotation].span;
      while (end < sentence.end_token && layer_.tokens[end].span.begin < span.end) ++end;
      AddQuotation(*quotation, i, end);
      i = end;
    }
    return std::move(passages_);
  }

 private:
  // “Who did this?” he asked: the mark in the quotation has ended a sentence.
  void AddQuestionBefore(const Sentence& sentence) {
    if (sentence_ == 0) return;
    const Sentence& before = layer_.sentences[sentence_ - 1];
    if (before.paragraph != sentence.paragraph || before.end_token < before.first_token + 4) return;
    const auto quotation = QuotationAt(layer_.tokens[before.end_token - 1].span);
    if (!quotation) return;
    const Quotation& q = layer_.quotations[*quotation];
    std::uint32_t first = before.end_token - 1;
    if (q.span.end > layer_.tokens[first].span.end) return;
    while (first > before.first_token && layer_.tokens[first].span.begin >= q.content.end) --first;
    const std::string_view mark = text_.Words(layer_.tokens[first].span);
    if (MarkOf(mark) != Mark::kStop || mark == ".") return;
    while (first > before.first_token && layer_.tokens[first].span.begin > q.span.begin) --first;
    PassageItem item;
    item.first = first;
    item.end = before.end_token;
    item.mark = Mark::kQuote;
    item.quotation = quotation;
    passages_[0].items.push_back(item);
  }

  // "RAWALPINDI:", "KYIV, Sept 7 —": the place of writing is no part of the sentence.
  std::uint32_t AfterDateline(const Sentence& sentence) const {
    const std::uint32_t first = AfterClock(sentence);
    if (first >= sentence.end_token || !layer_.tokens[first].all_capitals ||
        layer_.paragraphs[sentence.paragraph].first_sentence != sentence_ || IsParty(first))
      return first;
    for (std::uint32_t i = first + 1; i + 1 < sentence.end_token && i < first + kLongestDateline;
         ++i) {
      const Token& token = layer_.tokens[i];
      if (token.kind == TokenKind::kWord && !token.capital) return first;
      const Mark mark =
          token.kind == TokenKind::kPunctuation ? MarkOf(text_.Words(token.span)) : Mark::kNone;
      if (mark == Mark::kDash && token.space_before) return i + 1;
      if (mark == Mark::kColon && !IsTitle(sentence)) return i + 1;
    }
    return first;
  }

  // "UNHCR: ...", of no place
  bool IsParty(std::uint32_t token) const {
    return NamedAt(layer_, token, NameKind::kParty) && !NamedAt(layer_, token, NameKind::kPlace);
  }

  // "04:25 Residents say": a live blog's time stamp speaks for nobody.
  std::uint32_t AfterClock(const Sentence& sentence) const {
    const Paragraph& paragraph = layer_.paragraphs[sentence.paragraph];
    if (!paragraph.minute || paragraph.first_sentence != sentence_) return sentence.first_token;
    std::uint32_t at = sentence.first_token;
    while (at + 1 < sentence.end_token && at < sentence.first_token + kLongestClock &&
           (layer_.tokens[at].kind != TokenKind::kWord || layer_.tokens[at].span.size() <= 2))
      ++at;
    return at;
  }

  bool IsTitle(const Sentence& sentence) const {
    return layer_.paragraphs[sentence.paragraph].kind == ParagraphKind::kHeading;
  }

  // Quotations are sorted; those of depth 0 do not overlap.
  std::optional<std::uint32_t> QuotationAt(Span token) const {
    const auto& all = layer_.quotations;
    auto after =
        std::upper_bound(all.begin(), all.end(), token.begin,
                         [](std::uint32_t at, const Quotation& q) { return at < q.span.begin; });
    for (int steps = 0; after != all.begin() && steps < 4; ++steps) {
      --after;
      if (after->depth == 0 && token.begin >= after->span.begin && token.begin < after->span.end) {
        return static_cast<std::uint32_t>(after - all.begin());
      }
    }
    return std::nullopt;
  }

  void AddQuotation(std::uint32_t quotation, std::uint32_t first, std::uint32_t end) {
    const Quotation& q = layer_.quotations[quotation];
    std::uint32_t from = first, to = end;
    while (from < to && layer_.tokens[from].span.begin < q.content.begin) ++from;
    while (to > from && layer_.tokens[to - 1].span.begin >= q.content.end) --to;
    const bool whole = q.span.begin >= layer_.tokens[first].span.begin;
    const bool ends = to > from && layer_.tokens[to - 1].kind == TokenKind::kPunctuation;
    const bool name = to > from && to - from <= kTitleWords && layer_.tokens[from].capital &&
                      !passages_[0].items.empty() && passages_[0].items.back().word();
    if (whole && q.closed && ((to - from <= kShortQuotation && !ends) || name)) {
      for (std::uint32_t i = from; i < to;) i = AddToken(i, to, &passages_[0]);
      return;
    }
    PassageItem item;
    item.first = first;
    item.end = end;
    item.mark = Mark::kQuote;
    item.quotation = quotation;
    passages_[0].items.push_back(item);
    Passage inner;
    inner.sentence = sentence_;
    inner.inside = quotation;
    for (std::uint32_t i = from; i < to;) i = AddToken(i, to, &inner);
    passages_.push_back(std::move(inner));
  }

  std::uint32_t AddToken(std::uint32_t at, std::uint32_t end, Passage* passage) {
    const Token& token = layer_.tokens[at];
    const std::string_view word = text_.Words(token.span);
    PassageItem item;
    item.first = at;
    item.end = at + 1;
    if (token.kind == TokenKind::kPunctuation ||
        (token.kind == TokenKind::kSymbol && word.size() > 1)) {
      if (word == "(" || word == "[") return AfterBracket(at, end, word == "(" ? ")" : "]");
      item.mark = MarkOf(word);
      const bool joined =
          !token.space_before && at + 1 < end && !layer_.tokens[at + 1].space_before;
      const bool last = at + 1 >= end;
      if (item.mark == Mark::kOther ||
          (item.mark == Mark::kDash && (joined || word == "-") && !token.space_before))
        return at + 1;
      if (item.mark == Mark::kStop && !last) return at + 1;
      passage->items.push_back(item);
      return at + 1;
    }
    item.capital = token.capital;
    item.number = token.kind == TokenKind::kNumber;
    item.words = cues_.Word(token.word);
    // "the WHO", "the armed wing"
    if (item.words != 0 && (((token.all_capitals || item.Is(kVerbWord)) && InName(at)) ||
                            (word.size() == 1 && IsInitial(layer_, at, text_.text))))
      item.words = 0;
    item.possessive = !token.space_before && IsOwnerEnding(token, text_.text);
    const auto hyphen = [&](std::uint32_t i) {
      const Span span = layer_.tokens[i].span;
      return span.size() == 1 && text_.text[span.begin] == '-';
    };
    item.joined = (at > 0 && !token.space_before && hyphen(at - 1)) ||
                  (at + 1 < end && !layer_.tokens[at + 1].space_before && hyphen(at + 1));
    item.plural = item.Is(kPluralWord) || Ends(word, cues_.plural_ends);
    if (!item.capital && token.kind == TokenKind::kWord) Guess(word, at, &item);
    passage->items.push_back(item);
    return at + 1;
  }

  bool InName(std::uint32_t token) const {
    const auto after =
        std::upper_bound(layer_.names.begin(), layer_.names.end(), token,
                         [](std::uint32_t at, const Name& name) { return at < name.first_token; });
    return after != layer_.names.begin() && token < std::prev(after)->end_token;
  }

  static bool Ends(std::string_view word, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return word.size() > ending.size() + 2 && (ending.empty() || word.back() == ending.back()) &&
             word.ends_with(ending);
    });
  }

  // No word of a name.
  void Guess(std::string_view word, std::uint32_t at, PassageItem* item) const {
    std::uint64_t words = item->words;
    if (words == 0 && Ends(word, cues_.adverb_ends)) words = kAdverbWord;
    if (words == 0 && Ends(word, cues_.past_ends)) words = kVerbWord;
    const bool gerund = Ends(word, cues_.gerund_ends);
    if ((words == item->words && !gerund) || InName(at)) return;
    item->words = words;
    item->gerund = gerund;
  }

  std::uint32_t AfterBracket(std::uint32_t at, std::uint32_t end, std::string_view close) const {
    for (std::uint32_t i = at + 1; i < end && i < at + kShortBracket; ++i) {
      if (text_.Words(layer_.tokens[i].span) == close) return i + 1;
    }
    return at + 1;
  }

  const Text& text_;
  const TextLayer& layer_;
  const CueRules& cues_;
  std::uint32_t sentence_;
  std::vector<Passage> passages_;
};

}  // namespace

bool Text::InNoun(std::uint32_t token) const {
  const auto& groups = layer.noun_groups;
  const auto group =
      std::lower_bound(groups.begin(), groups.end(), token,
                       [](const NounGroup& g, std::uint32_t t) { return g.end_token <= t; });
  return group != groups.end() && group->first_token <= token && group->head > token &&
         !group->quantity;
}

std::vector<Passage> ReadPassages(const Text& text, std::uint32_t sentence) {
  return Reader(text, sentence).Read();
}

}  // namespace counterclaim
