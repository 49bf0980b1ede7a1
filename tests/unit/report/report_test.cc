#include <nlohmann/json.hpp>

#include "catch.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/text.h"
#include "sample_run.h"
#include "schema_check.h"

using namespace counterclaim;

namespace {

ReportNames SampleNames() {
  return {{{"pak", "Pakistan"}, {"afg", "Afghanistan"}}, {}, {}, {}};
}

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a run in JSON follows its schema") {
  const SchemaCheck schemas(SOURCE_DIR "/tests/schemas");
  CHECK(schemas.Problem("run.schema.json", nlohmann::json::parse(RenderJson(SampleRun()))) == "");
  CHECK(schemas.Problem("run.schema.json", nlohmann::json::parse(RenderJson(Run()))) == "");
  CHECK(schemas.Problem("finding.schema.json",
                        nlohmann::json::parse(RenderFindingsJsonl(SampleRun()))) == "");
  // The check itself refuses what is wrong.
  auto wrong = nlohmann::json::parse(RenderJson(SampleRun()));
  wrong["claims"][0]["stance"] = "sworn";
  CHECK(schemas.Problem("run.schema.json", wrong) != "");
}

TEST_CASE("claims as lines, refused numbers after them") {
  const Run run = SampleRun();
  const std::string plain = RenderClaimsJsonl(run.extraction, false);
  const std::string all = RenderClaimsJsonl(run.extraction, true);
  CHECK(std::count(plain.begin(), plain.end(), '\n') == 2);
  CHECK(std::count(all.begin(), all.end(), '\n') == 4);
  CHECK(Has(
      all,
      R"({"refused":{"article":"a1","span":[40,44],"text":"2025","reason":"date","value":null,"unit":null}})"));
}

TEST_CASE("the first screen says who contradicts whom on what") {
  const std::string page = RenderMarkdown(SampleRun(), SampleNames());
  const std::string screen = page.substr(0, page.find("## Events"));
  for (const char* part :
       {"Contradiction", "Afghanistan", "Pakistan", "58", "23", "35 apart", "compare/contradiction",
        "a1.md:7:12", "counterclaim explain f1 a1.md a2.md", "No number fits both"}) {
    INFO(part);
    CHECK(Has(screen, part));
  }
  for (const char* part : {"## Events", "## Candidates", "## What could not be compared",
                           "## Numbers that are no claims", "## Sentences that could not be read",
                           "## Articles", "metadata"}) {
    INFO(part);
    CHECK(Has(page, part));
  }
}

TEST_CASE("article text has no power in Markdown") {
  const std::string page = RenderMarkdown(SampleRun(), SampleNames());
  CHECK_FALSE(Has(page, "@all"));
  CHECK_FALSE(Has(page, "<b>"));
  CHECK_FALSE(Has(page, "![markup]"));
  CHECK(MarkdownText("a|b") == "a\\|b");
  CHECK(MarkdownText("::error::x") == "&#58;&#58;error&#58;&#58;x");
  CHECK(MarkdownText("Killed: 58, at 16:05") == "Killed: 58, at 16:05");
  CHECK(MarkdownText(":tada: www.x.y") == "&#58;tada: www&#46;x.y");
  CHECK(MarkdownText("1. one") == "1\\. one");
  CHECK(MarkdownText("12) one") == "12\\) one");
  CHECK(MarkdownText("- one - two") == "\\- one - two");
  CHECK(MarkdownText("A 3.5 per cent") == "A 3.5 per cent");
  CHECK(MarkdownText("https://x.y") == "https&#58;//x.y");
  CHECK(MarkdownText("a\xE2\x80\xAE"
                     "b") == "a&lt;U+202E&gt;b");
  CHECK(MarkdownText("two\nlines") == "two lines");
  CHECK(MarkdownCode("a`b") == "`` a`b ``");
}

TEST_CASE("article text has no power in a terminal") {
  CHECK(TerminalText("a\x1b[31mb") == "a<U+001B>[31mb");
  CHECK(TerminalText("a\r\nb\tc") == "a b c");
  CHECK(TerminalText("T\xC3\xBCrkiye \xE2\x80\x9Cx\xE2\x80\x9D") ==
        "T\xC3\xBCrkiye \xE2\x80\x9Cx\xE2\x80\x9D");
  CHECK(TerminalText("a\xC2\x9B"
                     "b") == "a<U+009B>b");
  CHECK(TerminalText("a\xFF") == "a\xEF\xBF\xBD");
  CHECK(ShellWord("a b;rm") == "'a b;rm'");
  CHECK(ShellWord("it's") == "'it'\\''s'");
  Run run = SampleRun();
  run.extraction.claims[0].sentence_text = "x\x1b]0;y";
  CHECK_FALSE(Has(RenderText(run, SampleNames(), false, true), "\x1b"));
}

TEST_CASE("the same run gives the same bytes, and an empty one a page") {
  CHECK(RenderMarkdown(SampleRun(), SampleNames()) == RenderMarkdown(SampleRun(), SampleNames()));
  CHECK(Has(RenderMarkdown(Run(), ReportNames()), "No claim was found"));
  Run quiet = SampleRun();
  quiet.comparison = {};
  CHECK(Has(RenderMarkdown(quiet, ReportNames()), "No source contradicts another"));
  CHECK(RenderText(Run(), ReportNames(), false, false).empty());
}

TEST_CASE("gaps and intervals in words") {
  CHECK(IntervalText({58, kNoLimit}) == "58 or more");
  CHECK(IntervalText({0, 9}) == "up to 9");
  CHECK(IntervalText({0, 0}) == "0");
  CHECK(IntervalText({1500000, 2500000}) == "1,500,000 to 2,500,000");
  CHECK(CountText(9999) == "9999");
  CHECK(CountText(100000) == "100,000");
  const Claim none = SampleClaim("a", "pak", 0), some = SampleClaim("b", "afg", 5);
  CHECK(GapText(none, some) == std::optional<std::string>("5 apart"));
  CHECK(GapText(some, some) == std::nullopt);
}
