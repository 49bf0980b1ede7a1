// What `check` reads of a ledger.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "call.h"
#include "catch.h"

using namespace counterclaim;

namespace {

std::string Article(const std::string& id, const std::string& date, const std::string& text) {
  return nlohmann::json({{"id", id}, {"date", date}, {"source", id}, {"text", text}}).dump() + "\n";
}

std::set<std::string> Articles(const std::string& run) {
  std::set<std::string> ids;
  const auto json = nlohmann::json::parse(run);
  for (const auto& article : json["articles"]) ids.insert(article["id"].get<std::string>());
  return ids;
}

}  // namespace

TEST_CASE("check reads of the ledger what shares a block with its input, index or not") {
  const TemporaryFolder folder;
  const std::string ledger = (folder.path / "ledger").string();
  const std::string old = folder.Write(
      "old.jsonl",
      Article("near", "2025-10-13",
              "The Taliban said 58 Pakistani soldiers were killed on Sunday.") +
          Article("years-ago", "2019-03-04",
                  "The Taliban said 40 Pakistani soldiers were killed on Sunday.") +
          Article("elsewhere", "2025-10-13", "Seven Chilean sailors were killed on Sunday."));
  const std::string fresh = folder.Write(
      "new.jsonl",
      Article("new", "2025-10-13", "Pakistan said 23 Pakistani soldiers were killed on Sunday."));
  const std::vector<std::string> check = {"check", fresh, "--ledger",     ledger, "--format",
                                          "json",  "-q",  "--fail-level", "none"};
  REQUIRE(Call({"ingest", old, "--ledger", ledger}).code == 0);
  const Called with = Call(check);
  REQUIRE(with.code == 0);
  CHECK(Articles(with.out) == std::set<std::string>{"near", "new"});
  CHECK(with.out.find("\"contradiction\"") != std::string::npos);
  // Damage in what need not be read is not met.
  const std::string name = ledger + "/elsewhere.jsonl";
  const std::string good = ReadBytes(name);
  const auto time = std::filesystem::last_write_time(name);
  folder.Write("ledger/elsewhere.jsonl", std::string(good.size(), 'x'));
  std::filesystem::last_write_time(name, time);
  CHECK(Call(check).out == with.out);
  // Without an index, and with one that is out of date, the answer is the same.
  folder.Write("ledger/elsewhere.jsonl", good);
  CHECK(Call(check).out == with.out);
  std::filesystem::remove(ledger + "/.index");
  CHECK(Call(check).out == with.out);
  // What is ingested later is found.
  const std::string later = folder.Write(
      "later.jsonl", Article("later", "2025-10-14",
                             "The Taliban said 58 Pakistani soldiers were killed on Sunday."));
  REQUIRE(Call({"ingest", later, "--ledger", ledger}).code == 0);
  CHECK(Articles(Call(check).out) == std::set<std::string>{"later", "near", "new"});
}
