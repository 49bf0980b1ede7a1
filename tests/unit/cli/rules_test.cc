// The examples beside the rules: what fires, what stays silent, what is wrong
// with an example itself, and what lacks one.
#include "call.h"
#include "catch.h"
#include "rulebook/rule_image.h"

using namespace counterclaim;

namespace {

const char* const kClaims =
    "[{count: \"58\", source: afg/taliban, side: pak, when: 2025-10-11}, "
    "{count: \"23\", source: pak/army, side: pak, when: 2025-10-11}]";

std::string Rule(const std::string& tests) {
  return "id: compare/contradiction\nabout: Two figures.\nrelation: contradiction\n"
         "severity: error\nmessage: \"{a.count}\"\n" +
         tests;
}

// `rules test` with the rules of the sources and, over them, those of `folder`.
Called Test(std::vector<std::string> args, const TemporaryFolder& folder) {
  args.insert(args.begin(), {"rules", "test"});
  args.insert(args.end(), {"--no-default-rules", "--rules", SOURCE_DIR "/rules", "--rules",
                           folder.path.string()});
  std::ostringstream out, err;
  Called called;
  called.code = RunProgram("counterclaim", args, out, err);
  called.out = out.str();
  called.err = err.str();
  return called;
}

}  // namespace

TEST_CASE("examples of a rule are worlds of claims, and say what is wrong with them") {
  struct Row {
    std::string tests;
    int code;
    std::string says;
  };
  const std::string world = kClaims;
  const auto flags = [](const std::string& example) {
    return "tests: {flags: [" + example + "]}\n";
  };
  const Row rows[] = {
      {flags("{world: " + world + "}"), 0, ""},
      {flags("{world: " + world + ", kind: contradiction}"), 0, ""},
      {flags("{world: " + world + ", kind: tension}"), 1, "this example must fire"},
      {"tests: {passes: [{world: " + world + "}]}\n", 1, "this example must stay silent"},
      {"tests: {misses: [{world: " + world + "}]}\n", 1, "move it to `flags`"},
      {flags("{world: [{count: \"58\"}]}"), 1, "two claims or more"},
      {flags("{world: [{count: \"58\"}, {cuont: \"58\"}]}"), 1, "did you mean `count`?"},
      {flags("{world: [{count: \"58\"}, {source: un}]}"), 1, "needs a `count`"},
      {flags("{world: [{count: \"58\"}, {count: nobody knows}]}"), 1, "cannot be read"},
      {flags("{world: [{count: \"58\"}, {count: \"5\", metric: kiled}]}"), 1, "`metric: kiled`"},
      {flags("{world: [{count: \"58\"}, {count: \"5\", when: 2025-10}]}"), 1, "`when: 2025-10`"},
      {flags("{world: [{count: \"58\"}, {count: \"5\", part-of: 3}]}"), 1, "`part-of`"},
      {flags("{text: Nine died., clam: x}"), 1, "did you mean `claim`?"},
      {flags("{claim: killed 9}"), 1, "a text or a world"},
  };
  for (const Row& row : rows) {
    const TemporaryFolder folder;
    folder.Write("compare/contradiction.yaml", Rule(row.tests));
    const Called called = Test({"compare/contradiction"}, folder);
    INFO(row.tests << called.out << called.err);
    // Other rules of that prefix run their own examples.
    CHECK((called.out.find("compare/contradiction: ") != std::string::npos) == (row.code != 0));
    CHECK(called.out.find(row.says) != std::string::npos);
    CHECK((called.code == 0 || row.code == 1));
  }
}

TEST_CASE("coverage fails what lacks an example") {
  struct Row {
    std::string path, tests, says;
  };
  const std::string world = kClaims;
  const Row rows[] = {
      {"compare/contradiction", "", "needs an example that fires and one that stays silent"},
      {"compare/contradiction", "tests: {flags: [{world: " + world + "}]}\n",
       "needs an example that stays silent"},
  };
  for (const Row& row : rows) {
    const TemporaryFolder folder;
    folder.Write(row.path + ".yaml", Rule(row.tests));
    const Called called = Test({row.path, "--coverage"}, folder);
    INFO(called.out);
    CHECK(called.code == 1);
    CHECK(called.out.find(row.path + ": " + row.says) != std::string::npos);
  }
  const Called whole = Call({"rules", "test", "--coverage"});
  INFO(whole.out);
  CHECK(whole.code == 0);
}

TEST_CASE("a folder of rules is compiled into an image") {
  const TemporaryFolder folder;
  const std::string image = (folder.path / "rules.image").string();
  const Called made = Call({"rules", "compile", SOURCE_DIR "/rules/compare", "-o", image});
  CHECK(made.code == 0);
  CHECK(made.out + made.err == "");
  CHECK(RuleImage(ReadBytes(image)).size() > 10);
  CHECK(Call({"rules", "compile", "/nowhere", "-o", image}).code == 2);
  CHECK(Call({"rules", "compile", SOURCE_DIR "/rules", "-o", "/nowhere/image"}).code == 2);
}
