#include "rulebook/word_hash.h"

#include <cctype>
#include <random>
#include <string>

#include "catch.h"

using namespace counterclaim;

TEST_CASE("a word of ASCII is read as byte by byte") {
  const std::string bytes = "abzAZ09@[`{/: -'\xC3\xA9";
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t size = random() % 40; text.size() < size;)
      text += random() % 4 != 0 ? "aBcD7"[random() % 5] : bytes[random() % bytes.size()];
    const auto end = static_cast<std::uint32_t>(text.empty() ? 0 : random() % (text.size() + 1));
    const std::uint32_t at = end == 0 ? 0 : static_cast<std::uint32_t>(random() % end);
    std::string folded;
    bool digits = false, small = false;
    int letters = 0;
    for (std::uint32_t k = at; k < end && static_cast<signed char>(text[k]) >= 0; ++k) {
      const auto c = static_cast<unsigned char>(text[k]);
      if (!std::isalnum(c)) break;
      folded += static_cast<char>(std::tolower(c));
      digits = digits || std::isdigit(c);
      small = small || std::islower(c);
      letters += std::isalpha(c) != 0;
    }
    INFO(text << " " << at << " " << end);
    const AsciiWord word = ReadAsciiWord(text, at, end);
    CHECK(word.size == folded.size());
    CHECK(word.hash == WordHash(folded).Value());
    CHECK(word.digits == digits);
    CHECK(word.small == small);
    CHECK(word.several == (letters > 1));
  }
}
