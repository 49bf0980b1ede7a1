#include "rulebook/yaml.h"

#include "catch.h"

using namespace counterclaim;

namespace {

std::string Codes(const std::vector<Diagnostic>& problems) {
  std::string codes;
  for (const Diagnostic& problem : problems) {
    codes += (codes.empty() ? "" : " ") + problem.code + '@' + std::to_string(problem.at.line) +
             ':' + std::to_string(problem.at.column);
  }
  return codes;
}

}  // namespace

TEST_CASE("YAML that is let pass elsewhere is refused") {
  struct Row {
    std::string text, codes;
  };
  const Row rows[] = {
      {"a: 1\na: 2\n", "R004@2:1"},
      {"a: \"open\n", "R006@1:4"},
      {"a: &x 1\nb: 2\n", "R003@1:4"},
      {"a: !!str 1\n", "R003@1:4"},
      {"a: 1\n---\nb: 2\n", "R008@4:1"},
      {"a: \xFF\n", "R002@1:4"},
      {std::string("a: \0b\n", 7), "R002@1:4"},
      {"a: [1, 2\n", "R009@2:1"},
      {std::string(60, '[') + std::string(60, ']'), "R005@1:51"},
      {std::string((1 << 20) + 1, ' '), "R001@0:0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text.substr(0, 40));
    const auto file = ParseYaml("r.yaml", row.text);
    REQUIRE_FALSE(file.ok());
    CHECK(file.problems().front().code == row.codes.substr(0, 4));
  }
}

TEST_CASE("an unknown key is named with its place and the nearest known one") {
  const auto file = ParseYaml("rules/x.yaml", "id: x\nabout: y\ntolerence: 0.1\n");
  REQUIRE(file.ok());
  std::vector<Diagnostic> problems;
  YamlReader reader(*file, file->root, &problems);
  CHECK_FALSE(reader.Number("tolerance"));
  reader.Finish();
  REQUIRE(problems.size() == 1);
  CHECK(ToText(problems[0]) ==
        "error[R012]: unknown key `tolerence`\n  --> rules/x.yaml:3:1\n  |\n3 | tolerence: 0.1\n"
        "  | ^^^^^^^^^ did you mean `tolerance`?\n  = known keys here: id, about, tests, "
        "tolerance\n");
}

TEST_CASE("scalars are read strictly") {
  const auto file = ParseYaml("r.yaml", "i: 010\nn: 1e\nb: yes\ns: []\nt: {a: 1}\nm: x\no: colr\n");
  REQUIRE(file.ok());
  std::vector<Diagnostic> problems;
  YamlReader reader(*file, file->root, &problems);
  CHECK_FALSE(reader.Integer("i"));
  CHECK_FALSE(reader.Number("n"));
  CHECK_FALSE(reader.Bool("b"));
  CHECK_FALSE(reader.String("s"));
  CHECK(reader.Strings("t").empty());
  CHECK(reader.Maps("m").empty());
  CHECK_FALSE(reader.OneOf("o", {"color", "size"}));
  CHECK(reader.RequiredString("gone").empty());
  CHECK(Codes(problems) ==
        "R014@1:4 R015@2:4 R016@3:4 R013@4:4 R017@5:4 R018@6:4 R019@7:4 R011@1:1");
  CHECK(problems[6].hint == "did you mean `color`?");
}
