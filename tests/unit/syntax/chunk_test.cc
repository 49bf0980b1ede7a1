#include <string>

#include "catch.h"
#include "names/names.h"
#include "quantity/quantity.h"
#include "shipped_rules.h"
#include "syntax/syntax.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

// Each chunk with the first letter of its kind: "n:Five men v:fled p:."
std::string Chunks(const std::string& text) {
  const Language& english = *ShippedRules().FindLanguage("en");
  TextLayer layer = ReadText(text, english, true);
  FindNames(text, ShippedRules(), english, &layer);
  const auto quantities = FindQuantities(text, layer, ShippedRules(), english, "cautious");
  FindChunks(text, quantities, english, &layer);
  std::string out;
  for (const ChunkedSentence& sentence : layer.chunked) {
    for (const Chunk& chunk : sentence.chunks) {
      const std::uint32_t begin = layer.tokens[chunk.first_token].span.begin;
      const std::uint32_t end = layer.tokens[chunk.end_token - 1].span.end;
      out += (out.empty() ? "" : " ") + ToText(chunk.kind).substr(0, 1) + ":" +
             text.substr(begin, end - begin);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a word that is noun and verb is told by what agrees with it") {
  struct Row {
    std::string text, printed;
  };
  const Row rows[] = {
      {"The families sleep in barns.", "n:The families v:sleep p:in n:barns p:."},
      {"The report names 12 villages.", "n:The report v:names n:12 villages p:."},
      {"Army posts near the pass fell.", "n:Army posts p:near n:the pass v:fell p:."},
      {"He confirmed that in the valley nobody stayed.",
       "n:He v:confirmed r:that p:in n:the valley n:nobody v:stayed p:."},
      {"No cross-border raids took place.", "n:No cross-border raids v:took n:place p:."},
      {"Soldiers wounded in the raids that night were flown out.",
       "n:Soldiers v:wounded p:in n:the raids o:that t:night v:were flown o:out p:."},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Chunks(row.text) == row.printed);
  }
}
