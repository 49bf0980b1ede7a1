// What a person says about claims: review, eval, and how it reaches a run.
#include <nlohmann/json.hpp>

#include "catch.h"
#include "cli/program.h"
#include "ledger/ledger.h"
#include "model/json.h"
#include "sample_run.h"
#include "temporary_folder.h"

using namespace counterclaim;

namespace {

struct Outcome {
  int code = 0;
  std::string out, err;
};

Outcome Call(std::vector<std::string> args, bool rules = false) {
  if (rules) args.insert(args.end(), {"--no-default-rules", "--rules", SOURCE_DIR "/rules"});
  std::ostringstream out, err;
  const int code = RunProgram("counterclaim", args, out, err);
  return {code, out.str(), err.str()};
}

Claim ClaimOf(const std::string& article, const std::string& party, int count) {
  Claim claim = SampleClaim(article, party, count);
  claim.sentence_text = party + " says that about " + std::to_string(count) + " soldiers died.";
  return claim;
}

// A ledger with one claim an article, "a1:20-22:killed" and "a2:20-22:killed".
struct SampleLedger {
  TemporaryFolder folder;
  std::string path = (folder.path / "ledger").string();

  SampleLedger() { Write(ClaimOf("a1", "afg", 58)); }
  void Write(const Claim& claim) const {
    const auto written = WriteLedger(path, {SampleArticle("a1"), SampleArticle("a2")},
                                     {claim, ClaimOf("a2", "pak", 23)}, "sha256:x");
    REQUIRE(written.ok());
  }
  std::vector<Claim> Claims(std::vector<std::string>* orphaned) const {
    const auto ledger = LoadLedger(path);
    REQUIRE(ledger.ok());
    return ReviewedClaims(ledger->entries.at(ArticleId("a1")), orphaned);
  }
};

}  // namespace

TEST_CASE("a reviewer's word wins over the program and survives a new reading") {
  const SampleLedger ledger;
  const std::string id = "a1:20-22:killed";
  const auto review = [&](std::vector<std::string> args) {
    args.insert(args.begin(), "review");
    args.insert(args.end(), {"--ledger", ledger.path, "--by", "ana", "--date", "2025-11-01"});
    return Call(args);
  };
  std::vector<std::string> orphaned;
  CHECK(review({"reject", id, "--reason", "an age"}).code == 0);
  CHECK(ledger.Claims(&orphaned).empty());
  CHECK(review({"accept", id}).code == 0);
  CHECK(ledger.Claims(&orphaned).size() == 1);
  CHECK(review({"set", id, "object.party=ind", "scope=day", "quantity.hard=[58,60]"}).code == 0);
  const Claim set = ledger.Claims(&orphaned).at(0);
  CHECK(set.object.party == PartyId("ind"));
  CHECK(set.scope == Scope::kDay);
  CHECK(set.quantity.hard == Interval{58, 60});
  // The article is read again and everything has moved.
  Claim moved = ClaimOf("a1", "afg", 58);
  for (Span* span : {&moved.span, &moved.sentence, &moved.quantity.span, &moved.quantity.number}) {
    *span = {span->begin + 100, span->end + 100};
  }
  moved.id = ClaimId("a1:120-122:killed");
  ledger.Write(moved);
  CHECK(ledger.Claims(&orphaned).at(0).object.party == PartyId("ind"));
  CHECK(orphaned.empty());
  // The figure is gone: the reviews are kept and listed as orphaned.
  ledger.Write(ClaimOf("a1", "afg", 44));
  CHECK(ledger.Claims(&orphaned).at(0).object.party == PartyId("pak"));
  CHECK(orphaned.size() == 3);
  const Outcome list = Call({"review", "list", "--ledger", ledger.path});
  CHECK(list.code == 0);
  CHECK(list.err.find("3 reviews, 3 orphaned") != std::string::npos);
  CHECK(list.out.find("an age") != std::string::npos);
}

TEST_CASE("reviews that cannot be meant are refused") {
  const SampleLedger ledger;
  struct Row {
    std::vector<std::string> args;
    std::string says;
  };
  const Row rows[] = {
      {{"reject", "a1:20-22:kiled"}, "did you mean `a1:20-22:killed`?"},
      {{"set", "a1:20-22:killed", "scop=day"}, "did you mean `scope`?"},
      {{"set", "a1:20-22:killed", "scope=daily"}, "scope"},
      {{"set", "a1:20-22:killed", "scope"}, "FIELD=VALUE"},
      {{"set", "a1:20-22:killed", "id=x"}, "cannot set `id`"},
      {{"same-event", "a1:20-22:killed", "a9:1-2:killed"}, "a9:1-2:killed"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> args = {"review"};
    args.insert(args.end(), row.args.begin(), row.args.end());
    args.insert(args.end(), {"--ledger", ledger.path, "--by", "ana"});
    const Outcome outcome = Call(args);
    CAPTURE(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find(row.says) != std::string::npos);
  }
  CHECK(Call({"review", "reject", "a1:20-22:killed", "--ledger", ledger.path}).code == 2);  // who?
}

TEST_CASE("events are put together and apart by quotation") {
  const SampleLedger ledger;
  for (const char* verb : {"same-event", "different-event"}) {
    CHECK(Call({"review", verb, "a1:20-22:killed", "a2:20-22:killed", "--ledger", ledger.path,
                "--by", "ana"})
              .code == 0);
  }
  const auto loaded = LoadLedger(ledger.path);
  REQUIRE(loaded.ok());
  std::vector<std::string> orphaned;
  const std::vector<Review> reviews = FindEventReviews(*loaded, &orphaned);
  REQUIRE(reviews.size() == 2);
  CHECK(reviews[0].verdict == "same_event");
  CHECK(reviews[1].verdict == "different_event");
  for (const Review& review : reviews) {
    CHECK(review.claims == std::vector{ClaimId("a1:20-22:killed"), ClaimId("a2:20-22:killed")});
    CHECK(review.by == "ana");
  }
  CHECK(orphaned.empty());
}

TEST_CASE("a person's word on events overrules the program and is shown") {
  struct Row {
    std::vector<std::string> verbs;  // one a day
    bool one_day;                    // the two claims name the same day
    bool contradicts;
  };
  const Row rows[] = {
      {{}, true, true},
      {{"different-event"}, true, false},
      {{}, false, false},
      {{"same-event"}, false, true},
      {{"different-event", "same-event"}, true, true},
      {{"same-event", "different-event"}, false, false},
  };
  for (const Row& row : rows) {
    const SampleLedger ledger;
    if (!row.one_day) {
      Claim other = ClaimOf("a1", "afg", 58);
      other.when = When{{Day{20300}, Day{20300}}, std::nullopt, std::nullopt};
      ledger.Write(other);
    }
    int day = 1;
    for (const std::string& verb : row.verbs) {
      const std::string date = "2025-11-0" + std::to_string(day++);
      CHECK(Call({"review", verb, "a1:20-22:killed", "a2:20-22:killed", "--ledger", ledger.path,
                  "--by", "ana", "--date", date, "--reason", "read both"})
                .code == 0);
    }
    const Outcome json =
        Call({"report", "--ledger", ledger.path, "--format", "json", "--allow-empty"}, true);
    REQUIRE(json.code == 0);
    const auto run = nlohmann::json::parse(json.out);
    bool contradicts = false;
    for (const auto& finding : run["findings"]) {
      if (finding["kind"] != "contradiction") continue;
      contradicts = true;
      const std::string why = finding.value("event_why", "");
      CHECK((why.find("by review: ana, 2025-11-0") != std::string::npos) ==
            (!row.verbs.empty() && row.verbs.back() == "same-event"));
    }
    CAPTURE(row.verbs);
    CHECK(contradicts == row.contradicts);
    CHECK(run["reviews"].size() == row.verbs.size());
    const Outcome report = Call({"report", "--ledger", ledger.path, "--allow-empty"}, true);
    CHECK((report.out.find("read both") != std::string::npos) == !row.verbs.empty());
  }
}

TEST_CASE("eval measures the ledger against claims that a person has read") {
  const SampleLedger ledger;
  Claim wrong_side = ClaimOf("a1", "afg", 58);
  wrong_side.object.party = PartyId("ind");
  Claim unseen = ClaimOf("a2", "pak", 7);
  unseen.quantity.span = {90, 91};
  const std::string gold = ledger.folder.Write(
      "gold.jsonl", Line(ToJson(wrong_side)) + "\n" + Line(ToJson(unseen)) + "\n");
  const Outcome json = Call({"eval", gold, "--ledger", ledger.path, "--format", "json"}, true);
  REQUIRE(json.code == 0);
  const auto result = nlohmann::json::parse(json.out);
  CHECK(result["all"] == nlohmann::json({{"gold", 2}, {"found", 2}, {"both", 1}}));
  CHECK(result["fields"]["object party"] == nlohmann::json({{"right", 0}, {"of", 1}}));
  CHECK(result["fields"]["value"] == nlohmann::json({{"right", 1}, {"of", 1}}));
  CHECK(result["missed"].size() == 1);
  const Outcome text = Call({"eval", gold, "--ledger", ledger.path}, true);
  CHECK(text.out.find("killed                        2      2      1   0.50  0.50  0.50") !=
        std::string::npos);
  CHECK(text.out.find("missed:\n  a2: killed \"7\"") != std::string::npos);
}
