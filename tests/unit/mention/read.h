#pragma once
#include <string>

#include "catch.h"
#include "mention/mention.h"
#include "names/names.h"
#include "quantity/quantity.h"
#include "shipped_rules.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace counterclaim {

// The mentions in order; a part names the place of its whole.
inline std::string Read(const std::string& text) {
  const Language& english = *ShippedRules().FindLanguage("en");
  TextLayer layer = ReadText(text, english, true);
  FindNames(text, ShippedRules(), english, &layer);
  const auto quantities = FindQuantities(text, layer, ShippedRules(), english, "cautious");
  FindChunks(text, quantities, english, &layer);
  std::string out;
  for (const Mention& mention :
       FindMentions(text, layer, quantities, ShippedRules(), english).mentions) {
    out += (out.empty() ? "" : " | ") + ToText(mention);
    if (mention.part_of) out += " of #" + std::to_string(*mention.part_of);
  }
  return out;
}

struct Row {
  std::string text, printed;
};

template <std::size_t N>
void Check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Read(row.text) == row.printed);
  }
}

}  // namespace counterclaim
