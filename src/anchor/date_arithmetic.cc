#include "anchor/date_arithmetic.h"

#include <algorithm>
#include <cstdlib>

namespace counterclaim {

namespace {

constexpr int kFirstYear = 1, kLastYear = 9999;

Day DayOr(int year, unsigned month, unsigned day) {
  const int kept = std::clamp(year, kFirstYear, kLastYear);
  return *DayFrom(kept, month, std::clamp(day, 1u, DaysInMonth(kept, month)));
}

}  // namespace

DayRange MonthRange(int year, unsigned month) {
  return {DayOr(year, month, 1), DayOr(year, month, 31)};
}

DayRange YearRange(int year) {
  return {DayOr(year, 1, 1), DayOr(year, 12, 31)};
}

DayRange WeekOf(Day day) {
  const int since_monday = static_cast<int>((Weekday(day) + 6) % 7);
  return {day - since_monday, day - since_monday + 6};
}

DayRange ThirdOf(DayRange whole, unsigned part) {
  const int days = whole.last - whole.first + 1;
  const int third = days <= 31 ? 10 : (days + 1) / 3;
  const int from = static_cast<int>(part - 1) * third;
  return {whole.first + from, part == 3 ? whole.last : whole.first + from + third - 1};
}

DayRange Hull(DayRange a, DayRange b) {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

Day Move(Day day, TimeUnit unit, int count) {
  const YearMonthDay ymd = Calendar(day);
  switch (unit) {
    case TimeUnit::kHour:
      return day + count / 24;
    case TimeUnit::kDay:
      return day + count;
    case TimeUnit::kWeek:
      return day + 7 * count;
    case TimeUnit::kMonth: {
      const int months = ymd.year * 12 + static_cast<int>(ymd.month) - 1 + count;
      if (months < 12) return DayOr(kFirstYear, 1, 1);
      return DayOr(months / 12, static_cast<unsigned>(months % 12 + 1), ymd.day);
    }
    case TimeUnit::kYear:
      return DayOr(ymd.year + count, ymd.month, ymd.day);
    case TimeUnit::kDecade:
      return DayOr(ymd.year + 10 * count, ymd.month, ymd.day);
  }
  return day;
}

// The algorithm of Meeus, Jones and Butcher.
Day EasterOf(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return DayOr(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1));
}

Day WeekdayBefore(Day day, unsigned weekday, bool strict) {
  const int back = static_cast<int>((Weekday(day) + 7 - weekday) % 7);
  return day - (strict && back == 0 ? 7 : back);
}

int NearestYear(Day told, unsigned month, unsigned day) {
  const int year = Calendar(told).year;
  const Day here = DayOr(year, month, day);
  if (here > told) {
    const int ahead = here - told, behind = told - DayOr(year - 1, month, day);
    return ahead * 2 < behind ? year : year - 1;
  }
  const int behind = told - here, ahead = DayOr(year + 1, month, day) - told;
  return ahead * 2 < behind ? year + 1 : year;
}

}  // namespace counterclaim
