// The one-line form of every type of the model.
#include "catch.h"
#include "model/finding.h"
#include "model/mention.h"
#include "model/text_layer.h"
#include "sample_run.h"

using namespace counterclaim;

namespace {

// The words of the first values of an enumeration, all of them known and apart.
template <typename Enum>
std::string Words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + ToText(static_cast<Enum>(i));
  return text;
}

Quantity Count(Bound bound, double value) {
  Quantity quantity = ExactQuantity(static_cast<std::int64_t>(value), {0, 2}, 0, 0);
  quantity.bound = bound;
  quantity.hard = HardInterval(bound, value);
  quantity.soft = SoftInterval(bound, value, false);
  return quantity;
}

}  // namespace

TEST_CASE("values of enumerations in words") {
  CHECK(Words<Bound>(9) == "exact at_least more_than at_most less_than about nearly range vague");
  CHECK(Words<NumberKind>(14) ==
        "count date time age duration money distance measure strength ordinal percentage "
        "identifier hypothetical other");
  CHECK(Words<Stance>(6) == "asserted denied hypothetical feared expected questioned");
  CHECK(Words<Strength>(5) == "confirmed stated claimed alleged unattributed");
  CHECK(Words<SourceKind>(4) == "party third_party narrator unnamed");
  CHECK(Words<Stake>(6) == "enemy_loss own_loss third_party_loss own_gain own_act neutral");
  CHECK(Words<Scope>(6) == "incident day operation cumulative increment unknown");
  CHECK(Words<Kind>(18) ==
        "contradiction tension corroboration refinement update revision self_contradiction denial "
        "misattribution mutation arithmetic_error joint_contradiction status_dispute "
        "mirror_discrepancy stale_figure repeat unanswered traded_claims");
  CHECK(Words<Severity>(3) == "note warning error");
  CHECK(Words<FindingState>(5) == "new unchanged updated absent suppressed");
  CHECK(Words<DateFrom>(7) == "none metadata option dateline date_line file_name post");
  CHECK(Words<TokenKind>(4) == "word number punctuation symbol");
  CHECK(Words<ParagraphKind>(8) ==
        "body heading list_item caption pull_quote post date_line furniture");
  CHECK(Words<NameKind>(5) == "party adjective metonym person place");
}

TEST_CASE("intervals and quantities in one line") {
  const std::pair<Interval, std::string> rows[] = {
      {{58, 58}, "58"}, {{58, kNoLimit}, ">=58"}, {{0, 9}, "<=9"}, {{20, 25}, "20..25"},
      {{0, 0}, "0"},
  };
  for (const auto& [interval, text] : rows) CHECK(ToText(interval) == text);
  CHECK(ToText(Count(Bound::kAtLeast, 58)) == "count >=58 (58..87) at_least");
}

TEST_CASE("claims, articles and findings in one line") {
  CHECK(ToText(SampleClaim("a1", "afg", 58)) ==
        "killed 58 soldier:pak | says afg | 2025-10-10..2025-10-11 | incident");
  CHECK(ToText(SampleArticle("a1")) == "a1 en 2025-10-17 (metadata) 45 bytes");
  const std::string finding = ToText(SampleRun().comparison.findings.front());
  CHECK(finding.find("contradiction") != std::string::npos);
  CHECK(finding.find("a1:20-22:killed") != std::string::npos);
  Attribution attribution;
  attribution.source = SampleClaim("a1", "afg", 58).source;
  CHECK(ToText(attribution) == "party afg \"afg\" stated");
  Mention mention;
  mention.quantity = Count(Bound::kMoreThan, 58);
  mention.metric = MetricId("killed");
  mention.object.category = CategoryId("soldier");
  mention.object.party = PartyId("pak");
  mention.actor = Participant{{}, std::nullopt, PartyId("afg/taliban"), {}, false};
  CHECK(ToText(mention) == "killed >=59 soldier:pak by afg/taliban");
  Anchor anchor;
  anchor.scope = Scope::kDay;
  CHECK(ToText(anchor).find("day") != std::string::npos);
}
