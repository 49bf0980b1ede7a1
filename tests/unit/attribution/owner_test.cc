#include "attribution/attribution.h"
#include "catch.h"
#include "names/names.h"
#include "pipeline.h"
#include "quantity/quantity.h"
#include "shipped_rules.h"
#include "syntax/syntax.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

// Who vouches for `number` in the text: "party pak/ispr", "narrator".
std::string SourceOf(const std::string& text, const std::string& number,
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

struct Row {
  const char *text, *number, *source;
};

}  // namespace

TEST_CASE("the army, the ministry, the authority: of the state that the text is about") {
  const Row rows[] = {
      {"MOSCOW. Men died when Ukrainian guns fired; 41 were hurt, the Defence Ministry said.", "41",
       "party rus/mod"},
      // written in Geneva, about Sudan
      {"GENEVA — Sudanese gunmen burned a Sudanese village in Sudan. The army said 41 men died.",
       "41", "party sdn/army"},
      // heard in Cyprus, about Lebanon
      {"The Lebanese capital shook, and people in Cyprus heard it. Lebanese ships sank near "
       "Lebanon's port. 41 are dead, Health Minister Omar Hale says.",
       "41", "third_party lbn/health"},
      {"Russia's Investigative Committee says six died, and 41 were hurt, the Health Ministry "
       "said.",
       "41", "party rus/health"},
      {"Rain fell on Turkey. The National Disaster Relief Authority counts 41 dead.", "41",
       "third_party tur"},
      {"Rain fell on Turkey. The Friends of the Reef Authority counts 41 dead.", "41",
       "third_party"},
      {"In Bangkok a shed fell. City officials there reported 41 hurt.", "41",
       "party tha/government"},
      {"Chief Superintendent Ana Lund of Nepal said 41 men were held.", "41", "party npl/police"},
      {"India mourned. The chief minister, Ana Lund, counts 41 dead.", "41",
       "party ind/regional-administration"},
      {"The International Committee of the Red Cross helps. The Red Cross said 41 men died.", "41",
       "third_party icrc"},
      {"Mahamadou Sana said 41 men died.", "41", "third_party"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(SourceOf(row.text, row.number) == row.source);
  }
  CHECK(SourceOf("The health minister, Omar Hale, says 41 men died.", "41", "",
                 "Blast in Beirut") == "party lbn/health");
}
