#include "ledger/index.h"

#include "catch.h"
#include "temporary_folder.h"

using namespace counterclaim;

namespace {

std::vector<std::string> Names(const std::vector<LedgerFile>& files) {
  std::vector<std::string> names;
  for (const LedgerFile& file : files) names.push_back(file.name);
  return names;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the index finds files by key and knows what has changed since") {
  const TemporaryFolder folder;
  const std::string path = folder.path.string();
  folder.Write("a.jsonl", "1\n");
  folder.Write("b.jsonl", "1\n");
  folder.Write("baseline.jsonl", "not an article\n");
  folder.Write("VERSION", "none\n");
  const auto files = ListLedger(path);
  CHECK(Names(files) == Strings{"a.jsonl", "b.jsonl"});
  const LedgerIndex none = LedgerIndex::Load(path, "rules");
  CHECK(Names(none.Changed(files)) == Names(files));
  CHECK(none.Find({1, 2}).empty());
  REQUIRE(none.Write(path, "rules", files, {{"a.jsonl", {7, 3, 7}}, {"b.jsonl", {7, 9}}}).empty());
  const LedgerIndex index = LedgerIndex::Load(path, "rules");
  CHECK(index.Changed(files).empty());
  CHECK(index.Find({7}) == Strings{"a.jsonl", "b.jsonl"});
  CHECK(index.Find({9, 4}) == Strings{"b.jsonl"});
  CHECK(index.Find({4}).empty());
  // Another article file comes, one changes, one goes.
  folder.Write("b.jsonl", "1\n2\n");
  folder.Write("c.jsonl", "1\n");
  std::filesystem::remove(folder.path / "a.jsonl");
  const auto now = ListLedger(path);
  CHECK(Names(index.Changed(now)) == Strings{"b.jsonl", "c.jsonl"});
  REQUIRE(index.Write(path, "rules", now, {{"b.jsonl", {3}}, {"c.jsonl", {7}}}).empty());
  const LedgerIndex later = LedgerIndex::Load(path, "rules");
  CHECK(later.Find({3, 7, 9}) == Strings{"b.jsonl", "c.jsonl"});
  CHECK(later.Find({9}).empty());
}

TEST_CASE("an index that cannot be used is none") {
  const TemporaryFolder folder;
  const std::string path = folder.path.string();
  folder.Write("a.jsonl", "1\n");
  const auto files = ListLedger(path);
  REQUIRE(LedgerIndex().Write(path, "rules", files, {{"a.jsonl", {7}}}).empty());
  const std::string good = ReadBytes(path + "/.index");
  CHECK(LedgerIndex::Load(path, "other rules").Find({7}).empty());
  const std::string title = "counterclaim index 1 ";
  for (const std::string& bad :
       {std::string(), good.substr(0, good.size() - 1), good + "x",
        title + "0 1 rules\n" + std::string(26, '0'),
        title + "1 18446744073709551615 rules\n1 1 a.jsonl\n", std::string("something else\n")}) {
    folder.Write(".index", bad);
    const LedgerIndex index = LedgerIndex::Load(path, "rules");
    CHECK(index.Find({7}).empty());
    CHECK(index.Changed(files).size() == 1);
  }
}
