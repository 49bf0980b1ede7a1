#include "report/bias.h"

#include <cmath>

#include "catch.h"

using namespace counterclaim;

namespace {

BiasTable Sample() {
  BiasTable table;
  PartyBias high;
  high.party = PartyId("aaa");
  high.group = 1;
  high.bias = std::log(2.0);
  high.error = 0.1;
  high.figures = 9;
  high.shared = 8;
  PartyBias low = high;
  low.party = PartyId("bbb|*");
  low.bias = -std::log(2.0);
  low.error = std::nullopt;
  PartyBias alone;
  alone.party = PartyId("ccc");
  alone.unidentified = Unidentified::kAlone;
  alone.figures = 1;
  table.parties = {high, low, alone};
  table.zeros = 2;
  return table;
}

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a table of biases says what it measures and what it cannot") {
  ReportNames names;
  names.parties["aaa"] = "Aland";
  const std::string text = RenderBias(Sample(), names, "text");
  CHECK(Has(text, "not who is right"));
  CHECK(Has(text, "2.00  (1.64 to 2.43)  Aland  [9 figures, 0 bounds, 8 beside another's]"));
  CHECK(Has(text, "0.50  (too few figures to tell)  bbb|*"));
  CHECK(
      Has(text, "ccc: not identifiable: no slot has a figure of its own and one of another party"));
  CHECK(Has(text, "Left out: 2 zeros, 0 vague figures, 0 figures of no known party."));
  const std::string markdown = RenderBias(Sample(), names, "markdown");
  CHECK(markdown.starts_with("# "));
  CHECK(Has(markdown, "| Aland | 1 | 2.00 | 1.64 to 2.43 | 9 | 0 | 8 |"));
  CHECK(Has(markdown, "| bbb\\|\\* | 1 |"));
  const std::string lines = RenderBias(Sample(), names, "jsonl");
  CHECK(Has(lines, "\"party\":\"aaa\",\"identifiable\":true,\"group\":1,\"log_bias\":0.693147"));
  CHECK(Has(lines, "\"identifiable\":false,\"reason\":\"alone\",\"group\":null"));
}
