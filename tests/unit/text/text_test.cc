#include "text/text.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace counterclaim;

namespace {

const Language& English() {
  static const auto rules = LoadRulebook({std::string(SOURCE_DIR) + "/rules"});
  REQUIRE(rules.ok());
  return *(*rules)->FindLanguage("en");
}

std::string Sentences(const std::string& text) {
  std::string out;
  for (const Sentence& s : ReadText(text, English(), true).sentences) {
    out += (out.empty() ? "" : " | ") + text.substr(s.span.begin, s.span.size());
  }
  return out;
}

std::string Words(const std::string& text) {
  std::string out;
  for (const Token& t : ReadText(text, English(), true).tokens) {
    out += (out.empty() ? "" : " ") + text.substr(t.span.begin, t.span.size());
  }
  return out;
}

}  // namespace

TEST_CASE("where sentences end") {
  struct Row { std::string text, sentences; };
  const Row rows[] = {
      {"Five died. Six fled.", "Five died. | Six fled."},
      {"Dr. Khan saw 1.5 million flee. 200 died.", "Dr. Khan saw 1.5 million flee. | 200 died."},
      {"J. Smith died.", "J. Smith died."},
      {"“He died.” She fled.", "“He died.” | She fled."},
      {"Who died? nobody said", "Who died? nobody said"},
      {"Head line\n\nBody text.", "Head line | Body text."},
      {"on Oct. 12 at 5 p.m. local time. Then", "on Oct. 12 at 5 p.m. local time. | Then"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(Sentences(row.text) == row.sentences);
}

TEST_CASE("what the tokens are") {
  struct Row { std::string text, words; };
  const Row rows[] = {
      {"the Taliban’s 1,200 men", "the Taliban ’s 1,200 men"},
      {"five-year-old", "five - year - old"},
      {"didn't 10/11, 4.5.", "didn't 10 / 11 , 4.5 ."},
      {"soldiers' posts", "soldiers ' posts"},
      {"$5m Su-25", "$ 5 m Su - 25"},
  };
  for (const Row& row : rows) CHECK(Words(row.text) == row.words);
}

TEST_CASE("quotations keep their marks apart from their words") {
  const std::string text = "“Five died,” he said. “Six fled";
  const auto layer = ReadText(text, English(), true);
  REQUIRE(layer.quotations.size() == 2);
  const Span inner = layer.quotations[0].content;
  CHECK(text.substr(inner.begin, inner.size()) == "Five died,");
  CHECK(layer.quotations[0].closed);
  CHECK_FALSE(layer.quotations[1].closed);
}

TEST_CASE("share rows are furniture") {
  const auto layer = ReadText("icon-facebook icon-twitter\nFive died.\n", English(), true);
  REQUIRE(layer.paragraphs.size() == 2);
  CHECK(layer.paragraphs[0].kind == ParagraphKind::kFurniture);
  CHECK(layer.paragraphs[1].kind == ParagraphKind::kBody);
}
