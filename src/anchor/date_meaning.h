#pragma once
#include <optional>
#include <string>
#include <vector>

#include "anchor/date_matcher.h"
#include "base/day.h"
#include "rulebook/calendar_rules.h"

namespace counterclaim {

// Days that a pattern means, and what may still change them.
struct DateValue {
  DayRange days;
  TimeRole role = TimeRole::kEvent;
  bool loose = false;
  bool of_event = false;         // "a week after the": the day of the happening that follows
  bool middle = false;           // "mid-March": a stretch since then begins halfway
  bool yearless = false;         // the year was not written
  bool of_week = false;          // a weekday alone
  bool today = false;            // the article's own day: today, this morning
  std::optional<DayRange> past;  // where `days` lies ahead: the same in the year before
  std::string how;               // "counted from the article's date 2025-10-18"

  bool operator==(const DateValue&) const = default;
};

struct DateBases {
  std::optional<Day> told;        // the article's date
  std::optional<DayRange> event;  // the date spoken of before
};

// Nothing where a base is unknown or the calendar has no such day. `dates` are
// the values of captures.dates, in order.
std::optional<DateValue> Evaluate(const TimeRule& rule, const TimeCaptures& captures,
                                  const std::vector<DateValue>& dates, const DateBases& bases);

}  // namespace counterclaim
