#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim {

// A day of the proleptic Gregorian calendar, counted from 1970-01-01 = 0.
struct Day {
  std::int32_t number = 0;

  bool operator==(const Day&) const = default;
  auto operator<=>(const Day&) const = default;
  Day operator+(int days) const { return Day{number + days}; }
  Day operator-(int days) const { return Day{number - days}; }
  int operator-(Day other) const { return number - other.number; }
};

// Closed range of days: first <= last.
struct DayRange {
  Day first, last;

  bool operator==(const DayRange&) const = default;
  auto operator<=>(const DayRange&) const = default;
  bool Overlaps(DayRange other) const { return first <= other.last && other.first <= last; }
};

struct YearMonthDay {
  int year = 1970;
  unsigned month = 1;  // 1..12
  unsigned day = 1;    // 1..31

  bool operator==(const YearMonthDay&) const = default;
};

// Years 1..9999. Nothing for a day that the calendar does not have.
std::optional<Day> DayFrom(int year, unsigned month, unsigned day);
YearMonthDay Calendar(Day day);
unsigned Weekday(Day day);  // 0 = Sunday .. 6 = Saturday
unsigned DaysInMonth(int year, unsigned month);

// "2025-10-18" exactly; nothing else.
std::optional<Day> ParseIsoDay(std::string_view text);
std::string ToText(Day day);        // 2025-10-18
std::string ToText(DayRange days);  // 2025-10-11..2025-10-12; one day: 2025-10-11

}  // namespace counterclaim
