#include "ingest/repeats.h"

#include "catch.h"

using namespace counterclaim;

namespace {

const std::string kStatement =
    "The delegation, led by our minister, will hold talks with envoys of the other side in the "
    "capital today.";

std::vector<std::string> Found(const std::string& text) {
  std::vector<std::string> out;
  for (const Repeat& repeat : FindRepeats(text))
    out.push_back(text.substr(repeat.span.begin, repeat.span.size()));
  return out;
}

}  // namespace

TEST_CASE("passages that say again what stands above") {
  using List = std::vector<std::string>;
  CHECK(Found("“" + kStatement + "” said the ministry.\n\nNothing else is known. " + kStatement +
              "… - Ministry (@m)") == List{kStatement.substr(0, kStatement.size() - 1)});
  // One word differs, and the case.
  CHECK(Found(kStatement + "\n\nThe delegation, LED BY our minister, will hold meetings with "
                           "envoys of the other side in the capital today.")
            .size() == 1);
  CHECK(Found("> 58 soldiers were killed in the night raid on the post\n\nHe said 58 soldiers were "
              "killed in the night raid on the post.") ==
        List{"58 soldiers were killed in the night raid on the post"});
  CHECK(Found("He said that it was a good day. She said that it was a bad day.").empty());
  CHECK(Found("").empty());
  CHECK(Found("no repeat").empty());
}

TEST_CASE("the first of two passages is the origin") {
  const std::string text = kStatement + "\n\nBetween them.\n\n" + kStatement;
  const auto repeats = FindRepeats(text);
  REQUIRE(repeats.size() == 1);
  const Span of = std::get<Span>(repeats[0].of);
  CHECK(of.begin == 0);
  CHECK(repeats[0].span.begin == text.rfind("The delegation"));
  CHECK(of.size() == repeats[0].span.size());
}

TEST_CASE("hostile repetition ends soon") {
  std::string words;
  for (int i = 0; i < 300000; ++i) words += "la ";
  CHECK(FindRepeats(words).size() < 10);
  std::string other;
  for (int i = 0; i < 100000; ++i) other += "a" + std::to_string(i % 997) + " ";
  CHECK(FindRepeats(other).size() < 200000);
}

TEST_CASE("syndicated text names the earlier article") {
  std::string story;
  for (int i = 0; i < 120; ++i) story += "word" + std::to_string(i * i) + " ";
  std::vector<Document> documents(3);
  documents[0].id = ArticleId("late");
  documents[0].date = Day{20};
  documents[0].text = "A new head. " + story + " A new tail.";
  documents[1].id = ArticleId("early");
  documents[1].date = Day{10};
  documents[1].text = story;
  documents[2].id = ArticleId("other");
  documents[2].text = "Nothing that the others say.";
  FindSyndicated(&documents);
  CHECK(documents[1].repeats.empty());
  CHECK(documents[2].repeats.empty());
  REQUIRE(documents[0].repeats.size() == 1);
  CHECK(std::get<ArticleId>(documents[0].repeats[0].of).text == "early");
  CHECK(documents[0].repeats[0].span.size() > story.size() / 2);
}
