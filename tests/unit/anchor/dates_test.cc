#include "anchor/dates.h"

#include <string>

#include "catch.h"
#include "shipped_rules.h"
#include "text/text.h"

using namespace counterclaim;

namespace {

const Language& English() {
  return *ShippedRules().FindLanguage("en");
}

std::string Dates(const std::string& told, const std::string& text) {
  std::string out;
  for (const auto& each :
       FindDates(text, ReadText(text, English(), true), English(), ParseIsoDay(told))) {
    out += (out.empty() ? "" : " | ") + ToText(each, text);
  }
  return out;
}

struct Row {
  std::string told, text, dates;
};

}  // namespace

TEST_CASE("dates of the calendar") {
  const Row rows[] = {
      {"", "Shelling on 18 October 2025 killed two.", "18 October 2025 = 2025-10-18"},
      {"", "Shelling on 18 October killed two.", ""},
      {"2025-10-20", "It fell on Oct. 18, 2025, at noon.", "Oct. 18, 2025 = 2025-10-18"},
      {"2025-10-20", "on the 18th of October and on October 3rd",
       "the 18th of October = 2025-10-18 | October 3rd = 2025-10-03"},
      {"2025-10-20", "between October 11-12", "between October 11-12 = 2025-10-11..2025-10-12"},
      {"2025-10-20", "on the night of October 11/12",
       "the night of October 11/12 = 2025-10-11..2025-10-12"},
      {"2025-10-20", "the night of 30 September to 1 October",
       "the night of 30 September to 1 October = 2025-09-30..2025-10-01"},
      {"2025-10-20", "the night of 30 to 1 October",
       "the night of 30 to 1 October = 2025-09-30..2025-10-01"},
      {"2025-10-20", "on the night of October 11",
       "the night of October 11 = 2025-10-11..2025-10-12"},
      {"2025-10-20", "Dated 2025-10-18.", "2025-10-18 = 2025-10-18"},
      {"2025-01-05", "on December 28", "December 28 = 2024-12-28"},
      {"2025-03-05", "Talks are set for 17 March.", "17 March = 2025-03-17 future"},
      {"2025-03-05", "late November, mid-January, early 2023",
       "late November = 2024-11-21..2024-11-30 | mid-January = 2025-01-11..2025-01-20 | early 2023 "
       "= 2023-01-01..2023-05-02"},
      {"2025-03-05", "in 2019, in March 2022, in the spring of 2020",
       "2019 = 2019-01-01..2019-12-31 | March 2022 = 2022-03-01..2022-03-31 | the spring of "
       "2020 = 2020-03-01..2020-05-31"},
      {"2025-08-09", "during the May fighting, last June",
       "May = 2025-05-01..2025-05-31 | last June = 2025-06-01..2025-06-30"},
      {"2025-08-09", "a raid in May last year", "May last year = 2024-05-01..2024-05-31"},
      {"2025-08-09", "Sixteen March Street may burn.", ""},
      {"2025-08-09", "from December 28 to January 3, 2025",
       "from December 28 to January 3, 2025 = 2024-12-28..2025-01-03"},
      {"2025-08-09", "on 28, 29 and 30 July", "28, 29 and 30 July = 2025-07-28..2025-07-30"},
      {"2025-08-09", "in the second week of January",
       "the second week of January = 2025-01-08..2025-01-14"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Dates(row.told, row.text) == row.dates);
  }
}

TEST_CASE("times told from the day of the article") {
  // 2025-10-18 is a Saturday
  const Row rows[] = {
      {"2025-10-18", "Fighting flared last weekend.", "last weekend = 2025-10-11..2025-10-12"},
      {"2025-10-20", "Fighting flared at the weekend.", "at the weekend = 2025-10-18..2025-10-19"},
      {"2025-10-18", "today, yesterday, last night, overnight, this morning",
       "today = 2025-10-18 | yesterday = 2025-10-17 | last night = 2025-10-17..2025-10-18 | "
       "overnight = 2025-10-17..2025-10-18 | this morning = 2025-10-18"},
      {"2025-10-18", "on Thursday; late on Saturday; last Saturday",
       "Thursday = 2025-10-16 | late on Saturday = 2025-10-18 | last Saturday = 2025-10-11"},
      {"2025-10-18", "Monday night, the night to Tuesday",
       "Monday night = 2025-10-13..2025-10-14 | the night to Tuesday = 2025-10-13..2025-10-14"},
      {"2025-10-18", "on Sunday and Monday", "Sunday and Monday = 2025-10-12..2025-10-13"},
      {"2025-10-19", "from Saturday to Monday", "from Saturday to Monday = 2025-10-11..2025-10-13"},
      {"2025-10-18", "earlier this week; last week; last month; last year",
       "earlier this week = 2025-10-13..2025-10-18 | last week = 2025-10-06..2025-10-12 | "
       "last month = 2025-09-01..2025-09-30 | last year = 2024-01-01..2024-12-31"},
      {"2025-10-18", "three days ago, a month ago",
       "three days ago = 2025-10-15 | a month ago = 2025-09-01..2025-09-30"},
      {"2025-10-18", "tomorrow, not next week",
       "tomorrow = 2025-10-19 future | next week = 2025-10-20..2025-10-26 future"},
      {"2025-10-18", "The raid of October 8 failed. Two days later a second one did not.",
       "October 8 = 2025-10-08 | Two days later = 2025-10-10"},
      {"2025-10-18",
       "It began on October 8. The following day it was over, and the same night it began again.",
       "October 8 = 2025-10-08 | The following day = 2025-10-09 | the same night = 2025-10-09"},
      {"2025-10-18", "the day after a bombing; two days after Monday",
       "two days after Monday = 2025-10-15"},
      {"2025-10-18", "since 7 October; since Monday night",
       "since 7 October = 2025-10-07..2025-10-18 window | since Monday night = "
       "2025-10-13..2025-10-18 window"},
      {"2025-10-18", "in the past 24 hours, over the last three days, in a week",
       "in the past 24 hours = 2025-10-17..2025-10-18 window | over the last three days = "
       "2025-10-15..2025-10-18 window | "
       "in a week = 2025-10-11..2025-10-18 window"},
      {"2025-10-18", "by Friday evening, as of October 16",
       "by Friday evening = 2025-10-17 until | as of October 16 = 2025-10-16 until"},
      {"2025-10-18", "within two hours, a day labourer", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Dates(row.told, row.text) == row.dates);
  }
}
