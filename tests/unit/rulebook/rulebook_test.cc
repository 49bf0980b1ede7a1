#include "rulebook/rulebook.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace counterclaim;

namespace {

const std::shared_ptr<const Rulebook>& Bundled() {
  static const auto rules = [] {
    auto loaded = LoadRulebook({std::string(SOURCE_DIR) + "/rules"});
    std::string text;
    if (!loaded.ok()) {
      for (const Diagnostic& problem : loaded.problems()) text += ToText(problem);
    }
    INFO(text);
    REQUIRE(loaded.ok());
    return *loaded;
  }();
  return rules;
}

}  // namespace

TEST_CASE("the bundled rules load, the same each time") {
  const auto again = LoadRulebook({std::string(SOURCE_DIR) + "/rules"});
  REQUIRE(again.ok());
  CHECK((*again)->hash == Bundled()->hash);
  CHECK(Bundled()->FindLanguage("en-GB") == Bundled()->FindLanguage("en"));
  CHECK(Bundled()->FindLanguage("xx") == nullptr);
  CHECK(Bundled()->taxonomy.conventions.front().id == "cautious");
}

TEST_CASE("categories lie in one another") {
  struct Row {
    const char *inner, *outer;
    SubsetStrength strength;
  };
  const Row rows[] = {
      {"soldier", "combatant", SubsetStrength::kHard},
      {"soldier", "security_personnel", SubsetStrength::kHard},
      {"police", "combatant", SubsetStrength::kNone},
      {"infant", "person", SubsetStrength::kHard},
      {"infant", "civilian", SubsetStrength::kPresumed},
      {"journalist", "civilian", SubsetStrength::kPresumed},
      {"person", "civilian", SubsetStrength::kNone},
      {"tank", "vehicle", SubsetStrength::kHard},
      {"child", "child", SubsetStrength::kHard},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inner, row.outer);
    CHECK(Bundled()->taxonomy.Subset(CategoryId(row.inner), CategoryId(row.outer)) == row.strength);
  }
  CHECK(Bundled()->taxonomy.Exclude(CategoryId("civilian"), CategoryId("soldier")));
  CHECK(Bundled()->taxonomy.Exclude(CategoryId("attacker"), CategoryId("civilian")));
  CHECK_FALSE(Bundled()->taxonomy.Exclude(CategoryId("child"), CategoryId("civilian")));
}

TEST_CASE("some counts can never be more than others") {
  const auto at_most = [](const char* a, const char* b) {
    return Bundled()->taxonomy.AtMost(MetricId(a), MetricId(b));
  };
  CHECK(at_most("killed", "neutralised"));
  CHECK(at_most("killed.identified", "casualties"));
  CHECK(at_most("drone.downed", "drone.launched"));
  CHECK_FALSE(at_most("neutralised", "killed"));
  CHECK_FALSE(at_most("killed", "killed"));
  CHECK_FALSE(at_most("killed", "captured"));
}

TEST_CASE("a file of rules is written whole and read back") {
  const std::string path = std::string(BINARY_DIR) + "/files_test.txt";
  REQUIRE(WriteFileAtomically(path, "one\n").empty());
  CHECK(*ReadFile(path, 4) == "one\n");
  CHECK(ReadFile(path, 3).problems()[0].code == "F003");
  CHECK(ReadFile(path + ".gone", 9).problems()[0].code == "F001");
  CHECK(ReadFile(BINARY_DIR, 9).problems()[0].code == "F002");
  CHECK(WriteFileAtomically(path + "/below", "x")[0].code == "F004");
  CHECK(ListFiles(path + ".gone").problems()[0].code == "F001");
  CHECK(Sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a pipe is written to, not replaced") {
  const TemporaryFolder folder;
  const std::string path = (folder.path / "pipe").string();
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  const int reader = open(path.c_str(), O_RDWR | O_NONBLOCK);
  REQUIRE(reader >= 0);
  CHECK(WriteFileAtomically(path, "one\n").empty());
  char bytes[8] = {};
  CHECK(read(reader, bytes, sizeof bytes) == 4);
  CHECK(std::string(bytes) == "one\n");
  close(reader);
  CHECK(std::filesystem::is_fifo(path));
}

TEST_CASE("comparison without its figures of convention is refused") {
  Taxonomy taxonomy;
  taxonomy.metrics[MetricId("killed")] = Metric{};
  std::vector<Diagnostic> problems;
  CheckTaxonomy(taxonomy, {}, &problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.find("rules/taxonomy/conventions.yaml") != std::string::npos);
  taxonomy.horizon = {30, 30, 4, 2, 3, 10, 100, 8, 1.6};
  problems.clear();
  CheckTaxonomy(taxonomy, {}, &problems);
  CHECK(problems.empty());
}

TEST_CASE("marks of the taxonomy that name nothing are refused") {
  Taxonomy taxonomy;
  taxonomy.categories[CategoryId("man")].own_as = CategoryId("combattant");
  taxonomy.local_organs = {"mayors"};
  std::vector<Diagnostic> problems;
  CheckTaxonomy(taxonomy, {"mayor"}, &problems);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].message.find("combattant") != std::string::npos);
  CHECK(problems[1].message.find("mayors") != std::string::npos);
  taxonomy.categories[CategoryId("combattant")] = Category{};
  problems.clear();
  CheckTaxonomy(taxonomy, {"mayors"}, &problems);
  CHECK(problems.empty());
}
