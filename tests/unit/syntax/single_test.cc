#include "syntax/single.h"

#include <algorithm>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "catch.h"
#include "mention/mention.h"
#include "names/names.h"
#include "quantity/quantity.h"
#include "shipped_rules.h"
#include "syntax/syntax.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

bool Single(const std::string& text) {
  const Language& english = *ShippedRules().FindLanguage("en");
  const TextLayer layer = ReadText(text, english, true);
  const auto quantities = FindQuantities(text, layer, ShippedRules(), english, "cautious");
  return MayBeSingle(0, text, quantities, layer, english);
}

}  // namespace

TEST_CASE("what a group tells ends where the group ends") {
  struct Row {
    std::string text;
    bool single;
  };
  const Row rows[] = {
      {"A soldier died.", true},
      {"Nobody was hurt, he said.", true},
      {"A badly wounded young soldier died.", true},
      {"A member of the militia was shot.", true},
      {"A Taliban was shot.", true},
      {"The teacher and his wife were killed.", true},
      {"Another was shot.", true},
      {"He took a long walk to the soldiers.", false},
      {"It was a mistake, the soldier said.", false},
      {"The soldiers were killed.", false},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Single(row.text) == row.single);
  }
}

TEST_CASE("without a count no mention is made of a sentence that may not be single") {
  const Language& english = *ShippedRules().FindLanguage("en");
  std::size_t read = 0;
  for (const auto& file : std::filesystem::directory_iterator(SOURCE_DIR "/claims/articles")) {
    const auto text = ReadFile(file.path().string(), 1 << 20);
    if (!text.ok()) continue;
    TextLayer layer = ReadText(*text, english, true);
    FindNames(*text, ShippedRules(), english, &layer);
    for (std::uint32_t i = 0; i < layer.sentences.size(); ++i) {
      std::vector<Quantity> quantities;
      FindQuantitiesIn(i, *text, layer, ShippedRules(), english, "cautious", &quantities);
      const bool counted =
          std::any_of(quantities.begin(), quantities.end(),
                      [](const Quantity& each) { return each.kind == NumberKind::kCount; });
      if (counted) continue;
      FindChunksIn(i, *text, quantities, english, &layer);
      const auto found = FindMentions(*text, layer, quantities, ShippedRules(), english, false);
      layer.chunked.clear();
      if (found.mentions.empty()) continue;
      const Span span = layer.sentences[i].span;
      INFO(text->substr(span.begin, span.size()));
      CHECK(MayBeSingle(i, *text, quantities, layer, english));
      ++read;
    }
  }
  CHECK(read > 0);
}
