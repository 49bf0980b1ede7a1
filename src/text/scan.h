#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

struct ScannedSentence {
  Span span;  // without blanks at its ends
  Tells tells = Tells::kNothing;
};

struct QuoteMark {
  std::uint32_t at = 0;
  std::int32_t code = 0;  // the code point
};

// What one pass over the bytes of a paragraph has seen.
struct ScannedParagraph {
  Span span;
  std::span<const ScannedSentence> sentences;
  std::span<const QuoteMark> marks;  // quotation marks; apostrophes inside words left out
  std::uint32_t words = 0;
  std::uint16_t first_bits = 0;  // of its first word
};

// What the pass has seen of a whole text.
class ScannedText {
 public:
  std::size_t paragraphs() const { return paragraphs_.size(); }
  ScannedParagraph Paragraph(std::size_t index) const;

  std::uint16_t bits = 0;  // ScanBit of all words; digits count as a number
  bool tells = false;      // any sentence may tell alone; else no claim can be made of the text
  // How many of the first words are small words of each language of the rulebook.
  std::array<std::uint32_t, 32> small_words{};

 private:
  friend class Scanner;
  struct Entry {
    Span span;
    std::uint32_t end_sentence = 0, end_mark = 0;
    std::uint32_t words = 0;
    std::uint16_t first_bits = 0;
  };
  std::vector<Entry> paragraphs_;
  std::vector<ScannedSentence> sentences_;
  std::vector<QuoteMark> marks_;
};

// The fused scan: splits sentences and hashes words in one pass, so that most
// text is never looked at twice.
ScannedText ScanText(std::string_view text, const Language& language);

// Whether a sentence may still tell something alone when none of its figures and
// number words is a count, but dates, ages, money and the like.
bool TellsUncounted(std::string_view text, Span sentence, const Language& language);

}  // namespace counterclaim
