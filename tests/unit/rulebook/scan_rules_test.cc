#include "rulebook/scan_rules.h"

#include <string_view>

#include "catch.h"
#include "rulebook/word_hash.h"

using namespace counterclaim;

namespace {

std::uint64_t HashOf(std::string_view word) {
  return WordHash(word).Value();
}

ScanEntry Entry(std::string_view word, ScanNeeds gives, std::vector<ScanNeeds> frames) {
  ScanEntry entry;
  entry.hash = HashOf(word);
  entry.word.gives = gives;
  entry.frames = std::move(frames);
  return entry;
}

}  // namespace

TEST_CASE("the scan tells words apart by their letters and length") {
  const std::string_view words[] = {"a",        "aa",        "ab",        "ba",
                                    "soldiers", "soldiersa", "soldiersb", "asoldiers"};
  for (const std::string_view one : words) {
    for (const std::string_view other : words)
      CHECK((HashOf(one) == HashOf(other)) == (one == other));
  }
}

TEST_CASE("what two rules say of one word is known together") {
  ScanTable table;
  table.Build({Entry("held", kNeedsPeople, {}), Entry("held", kNeedsThing, {kNeedsPeople}),
               Entry("took", 0, {kNeedsThing, kNeedsPeople | kNeedsAct})});
  CHECK(table.Find(HashOf("held")).gives == (kNeedsPeople | kNeedsThing));
  CHECK(table.Find(HashOf("hold")).gives == 0);
  const std::uint16_t took = table.Find(HashOf("took")).trigger;
  REQUIRE(took != 0);
  CHECK(table.Find(HashOf("held")).trigger != took);
  CHECK(table.MayTell(took, kNeedsThing));
  CHECK(table.MayTell(took, kNeedsPeople | kNeedsAct | kNeedsCount));
  CHECK_FALSE(table.MayTell(took, kNeedsPeople | kNeedsCount));
  CHECK_FALSE(table.MayTell(0, ~ScanNeeds{0}));
}
