#pragma once
// A run made by hand: two outlets, two parties, one contradiction. Every field
// of a claim is set in one of them.
#include "model/finding.h"

namespace counterclaim {

inline Claim SampleClaim(const std::string& article, const std::string& party, std::int64_t count) {
  Claim claim;
  claim.id = ClaimId(article + ":20-22:killed");
  claim.article = ArticleId(article);
  claim.lang = "en";
  claim.span = {20, 31};
  claim.sentence = {0, 45};
  claim.sentence_text =
      party + " said that fire | `killed` " + std::to_string(count) + " soldiers @all.";
  claim.at = {article + ".md", 7, 12, 20, 31};
  claim.metric = MetricId("killed");
  claim.quantity_text = std::to_string(count);
  claim.quantity.span = claim.quantity.number = {20, 22};
  claim.quantity.hard = claim.quantity.soft = {count, count};
  claim.quantity.value = static_cast<double>(count);
  claim.convention = "cautious";
  claim.object_text = "soldiers";
  claim.object.span = {23, 31};
  claim.object.category = CategoryId("soldier");
  claim.object.party = PartyId("pak");
  claim.source.kind = SourceKind::kParty;
  claim.source.party = PartyId(party);
  claim.source.text = party;
  claim.source.span = Span{0, 3};
  claim.source.cue = "said";
  claim.strength = Strength::kStated;
  claim.scope = Scope::kIncident;
  claim.said = DayRange{Day{20378}, Day{20378}};
  claim.when = When{{Day{20371}, Day{20372}}, "last weekend", std::nullopt};
  claim.rule = RuleId("languages/en/metrics/killed");
  return claim;
}

inline Claim FullClaim() {
  Claim claim = SampleClaim("a/b c", "afg/taliban", 58);
  claim.in_title = true;
  claim.lang = "en-GB";
  claim.also = {{60, 70}, {80, 90}};
  claim.quantity.bound = Bound::kVague;
  claim.quantity.hard = {12, kNoLimit};
  claim.quantity.approximate = claim.quantity.increment = claim.quantity.others =
      claim.quantity.implicit = true;
  claim.quantity.readings = {{"acled", {12, kNoLimit}, {12, kNoLimit}},
                             {"cautious", {12, kNoLimit}, {24, 99}}};
  claim.object.union_with = {PartyId("ttp")};
  claim.object.resolved = true;
  claim.actor = Participant{{0, 3}, std::nullopt, PartyId("afg/taliban"), {}, false};
  claim.actor_text = "it";
  claim.source.cue_span = Span{4, 8};
  claim.source.person = Person{PersonId("x-y"), "X Y"};
  claim.source.body = "the ministry";
  claim.chain = {claim.source};
  claim.denied_by = {claim.source};
  claim.outlet = "Some Paper";
  claim.stance = Stance::kDenied;
  claim.strength = Strength::kAlleged;
  claim.stake = Stake::kEnemyLoss;
  claim.said_order = 3;
  claim.when->span = Span{1, 2};
  claim.place = Place{"Spin Boldak", PlaceId("AF-KAN"), "spin boldak", Span{5, 9}};
  claim.part_of = ClaimId("other");
  return claim;
}

inline Document SampleArticle(const std::string& id) {
  Document article;
  article.id = ArticleId(id);
  article.path = id + ".md";
  article.lang = "en";
  article.source = "Paper of " + id;
  article.title = "A <b>title</b> | with ![markup](x)";
  article.date = Day{20378};
  article.date_from = DateFrom::kMetadata;
  article.bytes = 45;
  article.sha256 = std::string(64, 'a');
  article.repeats = {{{1, 5}, Span{10, 14}}, {{20, 25}, ArticleId("other")}};
  return article;
}

inline Run SampleRun() {
  Run run;
  run.articles = {SampleArticle("a1"), SampleArticle("a2")};
  run.extraction.claims = {SampleClaim("a1", "afg", 58), SampleClaim("a2", "pak", 23)};
  run.extraction.refused = {
      {ArticleId("a1"), {40, 44}, "2025", NumberKind::kDate, std::nullopt, ""}};
  run.extraction.unread = {{ArticleId("a2"), {0, 9}, "no object"}};
  Finding finding;
  finding.id = "f1";
  finding.key = "k1";
  finding.severity = Severity::kError;
  finding.rule = RuleId("compare/contradiction");
  finding.claims = {run.extraction.claims[0].id, run.extraction.claims[1].id};
  finding.event = EventId("e1");
  finding.why = "No number fits both.";
  finding.holds_under = {"cautious", "literal"};
  run.comparison.findings = {finding};
  run.comparison.candidates = {{finding.claims, Kind::kContradiction, "place"}};
  run.comparison.not_comparable = {{finding.claims, "metric"}};
  run.comparison.events = {{EventId("e1"),
                            {PartyId("afg"), PartyId("pak")},
                            run.extraction.claims[0].when,
                            std::nullopt,
                            finding.claims}};
  run.rules_hash = "sha256:0123456789abcdef";
  return run;
}

}  // namespace counterclaim
