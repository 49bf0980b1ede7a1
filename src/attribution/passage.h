#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

enum class Mark : std::uint8_t { kNone, kComma, kColon, kSemicolon, kDash, kStop, kQuote, kOther };

// One word, one punctuation mark or a whole quotation of a sentence. Short
// quotations ("the so-called “caliphate”") are words like any other; hyphens
// and short brackets are left out.
struct PassageItem {
  std::uint32_t first = 0, end = 0;  // tokens
  std::uint64_t words = 0;           // CueWord bits
  Mark mark = Mark::kNone;
  bool capital = false;
  bool number = false;
  bool possessive = false;  // 's
  bool gerund = false;
  bool plural = false;                     // ends like a plural, or is one
  bool joined = false;                     // a hyphen on either side
  std::optional<std::uint32_t> quotation;  // of a kQuote item

  bool Is(std::uint64_t bits) const { return (words & bits) != 0; }
  bool word() const { return mark == Mark::kNone; }
};

// Half-open range of items.
struct Range {
  std::uint32_t first = 0, end = 0;
  bool empty() const { return first >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - first; }
};

// A stretch of text read on its own: a sentence, or the part of a quotation
// that stands in it.
struct Passage {
  std::vector<PassageItem> items;
  std::uint32_t sentence = 0;
  std::optional<std::uint32_t> inside;  // the quotation it is part of
};

struct Text {
  std::string_view text;
  const TextLayer& layer;
  const Language& language;

  std::string_view Words(Span span) const { return text.substr(span.begin, span.size()); }
  Span SpanOf(const Passage& passage, Range range) const {
    return {layer.tokens[passage.items[range.first].first].span.begin,
            layer.tokens[passage.items[range.end - 1].end - 1].span.end};
  }
  // "state media reported": the token stands in front of the noun of its group, as no verb does.
  bool InNoun(std::uint32_t token) const;
};

// The sentence itself, then every longer quotation in it.
std::vector<Passage> ReadPassages(const Text& text, std::uint32_t sentence);

}  // namespace counterclaim
