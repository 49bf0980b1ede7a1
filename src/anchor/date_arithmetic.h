#pragma once
#include <optional>

#include "base/day.h"
#include "rulebook/calendar_rules.h"

namespace counterclaim {

// Ranges of the calendar; each holds the first and the last day.
DayRange MonthRange(int year, unsigned month);
DayRange YearRange(int year);
DayRange WeekOf(Day day);  // Monday to Sunday
// A third of a range of months or of one month: 1 early, 2 mid, 3 late. The
// last third of a month runs to its end: late November is 21..30.
DayRange ThirdOf(DayRange whole, unsigned part);
DayRange Hull(DayRange a, DayRange b);

// `day` moved by whole units; the day of the month is kept where the month has it.
Day Move(Day day, TimeUnit unit, int count);

// Easter Sunday of the Gregorian calendar.
Day EasterOf(int year);

// The last `weekday` on or before `day`; with `strict` before it.
Day WeekdayBefore(Day day, unsigned weekday, bool strict);

// The year in which a date without one lies, told at `told`: the nearest, the
// past preferred where it is not much farther away.
int NearestYear(Day told, unsigned month, unsigned day);

}  // namespace counterclaim
