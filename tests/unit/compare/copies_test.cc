#include "compare/copies.h"

#include "catch.h"

using namespace counterclaim;

namespace {

// Words of which no three in a row recur.
std::string WordsFrom(int first, int words, int changed = -1) {
  std::string text;
  for (int i = 0; i < words; ++i)
    text += "word" + std::to_string(i == changed ? 999999 : first + i) + " ";
  return text;
}

// Which copies the sentences stand in, each in an article of its own.
std::vector<std::uint32_t> CopiesOf(const std::vector<std::string>& sentences) {
  std::vector<Claim> claims(sentences.size());
  std::vector<Item> items(sentences.size());
  std::vector<Item*> event;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    claims[i].article = ArticleId("a" + std::to_string(i));
    claims[i].sentence_text = sentences[i];
    items[i].claim = &claims[i];
    items[i].names.article = static_cast<std::uint32_t>(i);
    event.push_back(&items[i]);
  }
  std::size_t left_out = 0;
  FindCopies(event, 1, &left_out);
  std::vector<std::uint32_t> copies;
  for (const Item& item : items) copies.push_back(item.copy);
  return copies;
}

}  // namespace

TEST_CASE("sentences with one word changed are copies, others are not") {
  for (const int words : {40, 130, 300}) {
    INFO(words << " words");
    std::vector<std::string> sentences;
    for (int i = 0; i < 60; ++i) sentences.push_back(WordsFrom(1000 * i, words));
    sentences.push_back(WordsFrom(0, words, words / 2));
    sentences.push_back(WordsFrom(7000, words));
    const std::vector<std::uint32_t> copies = CopiesOf(sentences);
    CHECK(copies[0] != 0);
    CHECK(copies[60] == copies[0]);
    CHECK(copies[7] != 0);
    CHECK(copies[61] == copies[7]);
    CHECK(copies[7] != copies[0]);
    for (int i = 0; i < 60; ++i)
      if (i != 0 && i != 7) CHECK(copies[i] == 0);
  }
}

TEST_CASE("sentences that share a third of their runs are no copies") {
  // 30 runs each, of which 16 are common: 16 of 44.
  const std::vector<std::uint32_t> copies = CopiesOf({WordsFrom(0, 32), WordsFrom(14, 32)});
  CHECK(copies == std::vector<std::uint32_t>{0, 0});
}
