#include <string>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "fuzz.h"
#include "ingest/repeats.h"
#include "model/finding.h"
#include "pipeline.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/text.h"

using namespace counterclaim;

namespace {

Document MakeArticle(const char* name, const char* day, std::string text) {
  Document document;
  document.id = ArticleId(name);
  document.path = document.source.emplace(name);
  document.date = ParseIsoDay(day);
  document.date_from = DateFrom::kMetadata;
  document.bytes = text.size();
  if (const std::size_t end = text.find('\n'); end != text.npos && end < 200)
    document.title = text.substr(0, end);
  document.text = std::move(text);
  return document;
}

// Two articles of different outlets and days: the text is cut at a blank line
// in its second half.
std::vector<Document> MakeArticles(const std::string& text) {
  const std::size_t cut = text.find("\n\n", text.size() / 2);
  if (cut == text.npos) return {MakeArticle("one", "2025-10-12", text)};
  return {MakeArticle("one", "2025-10-12", text.substr(0, cut)),
          MakeArticle("two", "2025-10-14", text.substr(cut))};
}

void CheckClaim(const Claim& claim, const std::vector<Document>& articles) {
  const Document& article = articles[claim.article == articles[0].id ? 0 : 1];
  const std::string& text = claim.in_title ? *article.title : article.text;
  Require(Inside(claim.span, text) && Inside(claim.sentence, text));
  Require(Inside(claim.quantity.span, text) && claim.quantity.span.Contains(claim.quantity.number));
  Require(claim.quantity.hard.low >= 0 && claim.quantity.hard.low <= claim.quantity.hard.high);
  for (const Span also : claim.also) Require(Inside(also, article.text));
  if (claim.source.span) Require(Inside(*claim.source.span, text));
  if (claim.when && claim.when->span) Require(Inside(*claim.when->span, text));
  if (claim.place && claim.place->span) Require(Inside(*claim.place->span, text));
}

// A page for people: nothing in it commands a terminal or breaks a line.
void CheckPage(const std::string& page) {
  Require(FirstBadByte(page) == page.size());
  for (std::size_t at = 0, length = 0; at < page.size(); at += length) {
    const char32_t point = DecodePoint(page, at, &length);
    Require(point == '\n' || !CommandsReader(point));
  }
}

}  // namespace

// From the text of articles over claims and comparison to every report.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Rulebook& rules = Rules();
  Run run;
  run.articles = MakeArticles(ValidText(data, size));
  run.extraction = ExtractAll(run.articles, rules, ExtractOptions(), 1);
  FindSyndicated(&run.articles);
  for (const Claim& claim : run.extraction.claims) CheckClaim(claim, run.articles);
  for (const Document& article : run.articles) {
    for (const Repeat& repeat : article.repeats) Require(Inside(repeat.span, article.text));
  }
  run.comparison = Compare(run.extraction.claims, run.articles, rules);
  const ReportNames names;
  CheckPage(RenderMarkdown(run, names));
  CheckPage(RenderText(run, names, false, true));
  CheckPage(RenderJson(run));
  return 0;
}
