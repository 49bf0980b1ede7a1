// Texts made to take long: every stage is linear in the length of the article.
#include <chrono>

#include "call.h"
#include "catch.h"

using namespace counterclaim;

TEST_CASE("no text makes a stage go in circles") {
  const TemporaryFolder folder;
  const auto times = [](const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
  };
  const std::pair<const char*, std::string> rows[] = {
      {"a sentence without an end",
       times("The army said 58 soldiers were killed in the town, ", 4000)},
      {"one statement after another", times("The army said 58 soldiers were killed. ", 6000)},
      {"verbs alone", times("said ", 10000)},
      {"documents and their authors",
       times("According to the report that Pakistan published, 20 died in Kabul. ", 5000)},
      {"days counted from what happened",
       times("the army said 20 died on Friday, ten days after the earthquake, ", 4000)},
      {"one speaker again and again",
       times("General Omar Hale said so. Twelve died. Nine died. He said so. ", 3000)},
      {"quotation marks", times("\"He said \"", 6000)},
      {"open quotations", times("“Killed 58 ", 6000)},
      {"numbers alone", times("58 ", 20000)},
      {"lines alone", times("58 killed\n", 8000)},
      {"one word", std::string(2000000, 'a')},
      {"figures that go on with one before",
       "Police put the toll at 27 dead and 64 hurt; " + times("it spoke of 31; ", 5000)},
      {"parts alone",
       "It killed five men, including " + times("one boy, ", 4000) + "and wounded 30."},
      {"names alone", times("Taliban Pakistan ", 8000)},
  };
  for (const auto& [name, text] : rows) {
    const std::string article = folder.Write("long.txt", text);
    const auto start = std::chrono::steady_clock::now();
    const Called called = Call({"extract", article});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    INFO(name << ": " << took.count() << " s " << called.err);
    CHECK(called.code == 0);
    CHECK(took.count() < 60);
  }
}
