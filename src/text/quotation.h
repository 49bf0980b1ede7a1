#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "model/text_layer.h"
#include "text/scan.h"

namespace counterclaim {

// Pairs the quotation marks of an article, paragraph by paragraph. A quotation
// ends with its paragraph at the latest: one that runs on is given anew in the
// next paragraph (`closed` is false for all but the last). A mark without a
// partner, where the next paragraph does not take it up, reaches to the end of
// its sentence, so that a stray mark never swallows an article.
class QuotationReader {
 public:
  QuotationReader(std::string_view text, std::vector<Quotation>* out) : text_(text), out_(out) {}

  // Paragraphs in order; `next` is the one that follows, empty for the last.
  void Add(const ScannedParagraph& scanned, Span next);

 private:
  struct Open {
    std::uint32_t begin = 0, content = 0;
    std::int32_t code = 0, closer = 0;
  };
  static bool Doubled(std::span<const QuoteMark> marks, std::size_t i);
  void ReadMark(const QuoteMark& mark);
  void OpenAt(const QuoteMark& mark, std::uint32_t next);
  void CloseAt(const QuoteMark& mark, std::uint32_t next);
  void FinishParagraph(const ScannedParagraph& scanned, Span next);
  bool TakenUp(std::int32_t code, Span next) const;
  bool SpaceBefore(std::uint32_t at) const;
  bool WordAfter(std::uint32_t next) const;

  std::string_view text_;
  std::vector<Quotation>* out_;
  std::vector<Open> open_;  // innermost last
  Span paragraph_;
  std::int32_t carried_ = 0;       // the mark that was left open by the paragraph before
  std::uint32_t last_single_ = 0;  // where the last mark stands that could close a single quotation
};

}  // namespace counterclaim
