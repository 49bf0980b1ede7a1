#include "ledger/ledger.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "sample_run.h"

using namespace counterclaim;
namespace fs = std::filesystem;

namespace {

// A folder that is gone after the test.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("counterclaim-ledger-" + std::to_string(::getpid()));
  Folder() { fs::remove_all(path); }
  ~Folder() { fs::remove_all(path); }
  std::string Read(const std::string& name) const {
    std::ifstream in(path / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void Write(const std::string& name, const std::string& bytes) const {
    fs::create_directories(path);
    std::ofstream(path / name, std::ios::binary) << bytes;
  }
  void Append(const std::string& name, const std::string& bytes) const {
    Write(name, Read(name) + bytes);
  }
};

const char* const kReject =
    R"({"review":{"exact":"58 soldiers","prefix":"`killed` ","suffix":" @all","metric":"killed","source":"afg"},"verdict":"reject","by":"x","date":"2025-10-19","reason":"y"})";

Claim Anchored() {
  Claim claim = SampleClaim("a1", "afg", 58);
  const auto at = static_cast<std::uint32_t>(claim.sentence_text.find("58"));
  claim.quantity.span = claim.quantity.number = {at, at + 2};
  return claim;
}

}  // namespace

TEST_CASE("what is written is read back, and writing again changes nothing") {
  const Folder folder;
  Claim full = FullClaim();
  Document article = SampleArticle("a/b c");
  auto change = WriteLedger(folder.path.string(), {article}, {full}, "sha256:1");
  REQUIRE(change.ok());
  CHECK(change->added == 1);
  const std::string name = "a%2Fb%20c.jsonl";
  const std::string before = folder.Read(name);
  const auto time = fs::last_write_time(folder.path / name);
  change = WriteLedger(folder.path.string(), {article}, {full}, "sha256:1");
  REQUIRE(change.ok());
  CHECK(change->unchanged == 1);
  CHECK(folder.Read(name) == before);
  CHECK(fs::last_write_time(folder.path / name) == time);
  const auto ledger = LoadLedger(folder.path.string());
  REQUIRE(ledger.ok());
  REQUIRE(ledger->entries.size() == 1);
  CHECK(ledger->entries.begin()->second.claims == std::vector<Claim>{full});
  CHECK(ledger->entries.begin()->second.article == article);
  CHECK(folder.Read("VERSION").find("rules sha256:1\n") != std::string::npos);
}

TEST_CASE("a changed article keeps its reviews") {
  const Folder folder;
  REQUIRE(WriteLedger(folder.path.string(), {SampleArticle("a1")}, {Anchored()}, "r").ok());
  folder.Append("a1.jsonl", std::string(kReject) + "\n");
  Claim moved = Anchored();
  for (Span* span : {&moved.span, &moved.sentence, &moved.quantity.span, &moved.quantity.number}) {
    span->begin += 100, span->end += 100;
  }
  const auto change = WriteLedger(folder.path.string(), {SampleArticle("a1")}, {moved}, "r");
  REQUIRE(change.ok());
  CHECK(change->changed == 1);
  const auto ledger = LoadLedger(folder.path.string());
  REQUIRE(ledger.ok());
  std::vector<std::string> orphaned;
  CHECK(ReviewedClaims(ledger->entries.begin()->second, &orphaned).empty());
  CHECK(orphaned.empty());
}

TEST_CASE("reviews: set, orphaned, another source") {
  LedgerEntry entry;
  entry.claims = {Anchored()};
  std::vector<std::string> orphaned;
  entry.reviews = {
      R"({"review":{"exact":"58","metric":"killed"},"verdict":"set","set":{"object":{"party":"ind"}}})"};
  auto claims = ReviewedClaims(entry, &orphaned);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].object.party == PartyId("ind"));
  CHECK(claims[0].object.category == CategoryId("soldier"));
  entry.reviews = {
      R"({"review":{"exact":"59 soldiers","metric":"killed"},"verdict":"reject"})",
      R"({"review":{"exact":"58","metric":"wounded"},"verdict":"reject"})",
      R"({"review":{"exact":"58","metric":"killed","source":"pak"},"verdict":"reject"})"};
  claims = ReviewedClaims(entry, &orphaned);
  CHECK(claims.size() == 1);
  CHECK(orphaned.size() == 3);
}

TEST_CASE("a damaged line is named with its place") {
  const Folder folder;
  REQUIRE(WriteLedger(folder.path.string(), {SampleArticle("a1")}, {Anchored()}, "r").ok());
  const std::string good = folder.Read("a1.jsonl");
  struct Row {
    std::string bytes;
    std::uint32_t line;
  };
  const std::vector<Row> rows = {{good + "{\"id\": nonsense}\n", 3},
                                 {good + "[]\n", 3},
                                 {good.substr(0, good.size() - 20), 2},
                                 {good + "<<<<<<< HEAD\n", 3},
                                 {good + "{\"metric\":\"killed\"}\n", 3},
                                 {"", 1},
                                 {std::string("\0\n", 2), 1}};
  for (const Row& row : rows) {
    INFO(row.bytes);
    folder.Write("a1.jsonl", row.bytes);
    const auto ledger = LoadLedger(folder.path.string());
    REQUIRE_FALSE(ledger.ok());
    CHECK(ledger.problems()[0].at.line == row.line);
    CHECK(ledger.problems()[0].at.column >= 1);
    CHECK(ledger.problems()[0].at.file.find("a1.jsonl") != std::string::npos);
    // Nothing is written over a damaged file.
    CHECK_FALSE(WriteLedger(folder.path.string(), {SampleArticle("a1")}, {Anchored()}, "r").ok());
    CHECK(folder.Read("a1.jsonl") == row.bytes);
  }
}

TEST_CASE("file names are plain on every system") {
  CHECK(LedgerFileName(ArticleId("../x")) == "%2E.%2Fx.jsonl");
  CHECK(LedgerFileName(ArticleId("T\xC3\xBCr")) == "T%C3%BCr.jsonl");
  CHECK(LedgerFileName(ArticleId(std::string(400, 'x'))).size() < 255);
  CHECK(LedgerFileName(ArticleId(std::string(400, 'x'))) !=
        LedgerFileName(ArticleId(std::string(401, 'x'))));
}

TEST_CASE("no folder is an empty ledger") {
  const auto ledger = LoadLedger("/nonexistent/ledger");
  REQUIRE(ledger.ok());
  CHECK(ledger->entries.empty());
}
