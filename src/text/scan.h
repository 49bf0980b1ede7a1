#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "rulebook/rulebook.h"
#include "text/sentence_end.h"

namespace counterclaim {

struct ScannedSentence {
  Span span;               // without blanks at its ends
  std::uint16_t bits = 0;  // ScanBit of its words; digits count as a number
};

struct QuoteMark {
  std::uint32_t at = 0;
  std::int32_t code = 0;  // the code point
};

// What one pass over the bytes of a paragraph has seen.
struct ScannedParagraph {
  std::vector<ScannedSentence> sentences;
  std::vector<QuoteMark> marks;  // quotation marks; apostrophes inside words left out
  std::uint32_t words = 0;
  std::uint16_t first_bits = 0;  // of its first word

  void Clear();
};

// The fused scan: splits sentences and hashes words in one pass, so that most
// text is never looked at twice.
class Scanner {
 public:
  Scanner(std::string_view text, const Language& language)
      : text_(text), table_(language.text.scan), ends_(text, language) {}

  void Scan(Span paragraph, ScannedParagraph* out);

 private:
  void ReadWord();
  void ReadSlowWord(std::uint32_t begin);
  void ReadNumber();
  void ReadStop();
  void ReadHigh();
  void EndSentence(std::uint32_t at);
  void AddMark(std::uint32_t at, std::uint32_t next, std::int32_t code);
  void AddWord(std::uint16_t bits);

  std::string_view text_;
  const ScanTable& table_;
  SentenceEnds ends_;
  ScannedParagraph* out_ = nullptr;
  std::uint32_t at_ = 0, begin_ = 0, end_ = 0;  // here, the sentence's begin, the paragraph's end
  std::uint32_t pieces_ = 0;                    // of the sentence so far
  std::uint16_t bits_ = 0;
};

}  // namespace counterclaim
