#include "rulebook/vocabulary.h"

#include "catch.h"

using namespace counterclaim;

TEST_CASE("words are found however they are written") {
  Vocabulary words;
  const WordId kyiv = words.Add("Kyiv"), turkey = words.Add("Türkiye"), do_not = words.Add("don't");
  CHECK(words.Find(Vocabulary::Fold("KYIV")) == kyiv);
  CHECK(words.Find(Vocabulary::Fold("TÜRKİYE")) != kyiv);
  CHECK(words.Find(Vocabulary::Fold("TÜRKIYE")) == turkey);
  CHECK(words.Find(Vocabulary::Fold("don’t")) == do_not);
  CHECK(words.Find("absent") == kUnknownWord);
  for (int i = 0; i < 1000; ++i) words.Add("word" + std::to_string(i));
  CHECK(words.Find("kyiv") == kyiv);
  CHECK(words.Word(words.Find("word999")) == "word999");
}

TEST_CASE("phrases are split as texts are") {
  using Words = std::vector<std::string>;
  CHECK(SplitWords("Ministry of Defence") == Words{"Ministry", "of", "Defence"});
  CHECK(SplitWords("so-called") == Words{"so", "-", "called"});
  CHECK(SplitWords("the Taliban’s") == Words{"the", "Taliban", "'s"});
  CHECK(SplitWords("  ") == Words{});
}

TEST_CASE("the longest phrase wins") {
  Vocabulary words;
  const WordId at = words.Add("at"), least = words.Add("least");
  PhraseTable table;
  table.Add({at}, 1);
  table.Add({at, least}, 2);
  table.Add({at, least}, 3);
  std::vector<Token> tokens(3);
  tokens[0].word = at;
  tokens[1].word = least;
  const auto match = table.Longest(tokens, 0, 3);
  REQUIRE(match.length == 2);
  CHECK(*match.values == std::vector<std::uint32_t>{2, 3});
  CHECK(table.Longest(tokens, 0, 1).length == 1);
  CHECK(table.Longest(tokens, 2, 3).length == 0);
  CHECK(table.StartsWith(at));
  CHECK_FALSE(table.StartsWith(least));
}

TEST_CASE("a table gives back its phrases") {
  Vocabulary words;
  const WordId at = words.Add("at"), least = words.Add("least"), most = words.Add("most");
  PhraseTable table;
  table.Add({at, most}, 1);
  table.Add({least}, 2);
  table.Add({at, most, least}, 3);
  std::vector<std::pair<std::vector<WordId>, std::uint32_t>> seen;
  for (const PhraseTable::Phrase& phrase : table.Phrases())
    seen.emplace_back(phrase.words, phrase.values->front());
  CHECK(seen == decltype(seen){{{at, most}, 1}, {{least}, 2}, {{at, most, least}, 3}});
}
