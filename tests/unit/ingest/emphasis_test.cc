#include "ingest/emphasis.h"

#include <string>

#include "catch.h"

using namespace counterclaim;

namespace {

std::string Plain(const std::string& text) {
  std::string plain;
  std::size_t from = 0;
  for (const auto& [begin, end] : EmphasisMarks(text, 0)) {
    plain += text.substr(from, begin - from);
    from = end;
  }
  return plain + text.substr(from);
}

}  // namespace

TEST_CASE("marks of emphasis go, other stars and underscores stay") {
  struct Row {
    std::string text, plain;
  };
  const Row rows[] = {
      {"**Live.** Nine died.", "Live. Nine died."},
      {"*Nine* __were__ ***killed***.", "Nine were killed."},
      {"*a **b** c*", "a b c"},
      {"* one\n* two", "* one\n* two"},
      {"3 * 4 * 5", "3 * 4 * 5"},
      {"a_file_name", "a_file_name"},
      {"\\*not\\* this", "\\*not\\* this"},
      {"*open\n\nclosed*", "*open\n\nclosed*"},
      {"**two*", "**two*"},
      {"****", "****"},
      {"\\", "\\"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Plain(row.text) == row.plain);
  }
}

TEST_CASE("of many marks that wait for their like the last sixteen are kept") {
  const auto waiting = [](int more) {
    std::string text = "*a ";
    for (int i = 0; i < more; ++i) text += "**b ";
    return text + "c*";
  };
  CHECK(EmphasisMarks(waiting(15), 0).size() == 2);
  CHECK(EmphasisMarks(waiting(16), 0).empty());
}
