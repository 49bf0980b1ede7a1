#include "compare/reviews.h"

#include "catch.h"

using namespace counterclaim;

namespace {

Review Say(bool same, const std::vector<std::string>& claims, const std::string& date) {
  Review review;
  review.verdict = same ? "same_event" : "different_event";
  for (const std::string& claim : claims) review.claims.emplace_back(claim);
  review.by = "ana";
  review.date = date;
  return review;
}

}  // namespace

TEST_CASE("of two words on one pair the newer wins, of one day that which keeps apart") {
  struct Row {
    std::string name;
    std::vector<Review> reviews;
    std::string a, b, verdict;
  };
  const Row rows[] = {
      {"nobody spoke", {}, "x", "y", "open"},
      {"same", {Say(true, {"x", "y"}, "1")}, "x", "y", "same"},
      {"apart", {Say(false, {"x", "y"}, "1")}, "x", "y", "apart"},
      {"same through a third",
       {Say(true, {"x", "z"}, "1"), Say(true, {"z", "y"}, "1")},
       "x",
       "y",
       "same"},
      {"apart through a third",
       {Say(true, {"x", "z"}, "1"), Say(false, {"z", "y"}, "1")},
       "x",
       "y",
       "apart"},
      {"a list", {Say(true, {"x", "z", "y"}, "1")}, "z", "y", "same"},
      {"taken back", {Say(true, {"x", "y"}, "1"), Say(false, {"x", "y"}, "2")}, "x", "y", "apart"},
      {"and again", {Say(false, {"x", "y"}, "1"), Say(true, {"x", "y"}, "2")}, "x", "y", "same"},
      {"one day", {Say(false, {"x", "y"}, "1"), Say(true, {"x", "y"}, "1")}, "x", "y", "apart"},
      {"others alone", {Say(true, {"x", "z"}, "1")}, "x", "y", "open"},
  };
  for (const Row& row : rows) {
    const ReviewedEvents events(row.reviews);
    const std::uint32_t a = events.Find(ClaimId(row.a)), b = events.Find(ClaimId(row.b));
    const std::string verdict = !a || !b             ? "open"
                                : a == b             ? "same"
                                : events.Apart(a, b) ? "apart"
                                                     : "open";
    INFO(row.name);
    CHECK(verdict == row.verdict);
  }
}
