#include "text/scan.h"

#include "catch.h"
#include "shipped_rules.h"

using namespace counterclaim;

TEST_CASE("without a count only what asks for none tells something") {
  const Language& english = *ShippedRules().FindLanguage("en");
  struct Row {
    std::string sentence;
    bool told;
  };
  const Row rows[] = {
      {"It was killed by 2019.", false},
      {"The dam that cost $5 million was destroyed.", false},
      {"Killed on 3 May: the last of them.", false},
      {"No soldiers were killed in 2019.", true},
      {"A soldier was killed on 3 May.", true},
      {"Nobody was hurt, Mr. Khan of the U.S. said on 3 May.", true},
      {"There was rain on 3 May.", false},
      {"", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    const std::string text = "Ten soldiers died. " + row.sentence + " No guards died.";
    const Span span{19, static_cast<std::uint32_t>(19 + row.sentence.size())};
    CHECK(TellsUncounted(text, span, english) == row.told);
    if (row.told) CHECK(ScanText(row.sentence, english).tells);
  }
  // Of a sentence that the scan cuts all is taken together.
  std::string longer = "A soldier";
  for (int i = 0; i < 500; ++i) longer += ", so";
  longer += " was killed.";
  CHECK(TellsUncounted(longer, {0, static_cast<std::uint32_t>(longer.size())}, english));
}
