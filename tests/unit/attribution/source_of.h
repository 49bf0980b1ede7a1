#pragma once
#include <string>

#include "attribution/attribution.h"
#include "catch.h"
#include "names/names.h"
#include "pipeline.h"
#include "quantity/quantity.h"
#include "shipped_rules.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace counterclaim {

// Who vouches for `number` in the text: "party pak/ispr", "narrator".
inline std::string SourceOf(const std::string& text, const std::string& number,
                            const std::string& publisher = "", const std::string& title = "") {
  const Language& english = *ShippedRules().FindLanguage("en");
  Document document;
  if (!publisher.empty()) document.source = publisher;
  if (!title.empty()) document.title = title;
  document.text = text;
  document.date = ParseIsoDay("2025-10-18");
  TextLayer layer = ReadText(text, english, true);
  FindNames(text, ShippedRules(), english, &layer, publisher);
  const auto quantities = FindQuantities(text, layer, ShippedRules(), english, "cautious");
  FindChunks(text, quantities, english, &layer);
  const Attributions found = FindAttributions(document, text, layer, ShippedRules(), english,
                                              Stakes(document, layer, ShippedRules(), english));
  const auto at = static_cast<std::uint32_t>(text.find(number));
  const auto index = Governing(found, {at, at + static_cast<std::uint32_t>(number.size())});
  if (!index) return "narrator";
  const Source& source = found.attributions[*index].source;
  return ToText(source.kind) + (source.party ? ' ' + source.party->text : "");
}

// What a text makes of one of its numbers.
struct SourceRow {
  const char *text, *number, *source;
};

template <std::size_t N>
void CheckSources(const SourceRow (&rows)[N]) {
  for (const SourceRow& row : rows) {
    INFO(row.text);
    CHECK(SourceOf(row.text, row.number) == row.source);
  }
}

}  // namespace counterclaim
