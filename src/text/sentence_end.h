#pragma once
#include <cstdint>
#include <string_view>

#include "rulebook/rulebook.h"

namespace counterclaim {

// Tells where the sentence ends that a stop may end: "fled. 200 died" ends,
// "Gen. Khan", "5 p.m. Thursday", "J. K. Rowling" and "1.5" do not.
class SentenceEnds {
 public:
  SentenceEnds(std::string_view text, const Language& language)
      : text_(text), language_(language) {}

  // `stop` is the first byte of a stop in a sentence that starts at `begin`;
  // nothing is looked at from `end` on, the end of the paragraph. The end of
  // the sentence with the quotes and brackets that close after it; 0 when the
  // stop ends none.
  std::uint32_t EndAfter(std::uint32_t begin, std::uint32_t stop, std::uint32_t end) const;

 private:
  struct Next;
  Next FindNext(std::uint32_t at, std::uint32_t end) const;
  bool HoldsOn(std::uint32_t begin, std::uint32_t stop, std::uint32_t end, const Next& next) const;
  bool IsGlued(std::uint32_t stop, std::uint32_t after, std::uint32_t end) const;
  WordId Word(std::uint32_t begin, std::uint32_t end) const;

  std::string_view text_;
  const Language& language_;
};

}  // namespace counterclaim
