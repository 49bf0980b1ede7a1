#include "base/day.h"

#include <charconv>
#include <chrono>

namespace counterclaim {

namespace {

std::chrono::year_month_day FromDay(Day day) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.number}}};
}

void AppendPadded(int value, int width, std::string* out) {
  std::string digits = std::to_string(value);
  out->append(static_cast<std::size_t>(width) > digits.size() ? width - digits.size() : 0, '0');
  out->append(digits);
}

}  // namespace

std::optional<Day> DayFrom(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

YearMonthDay Calendar(Day day) {
  const auto ymd = FromDay(day);
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
          static_cast<unsigned>(ymd.day())};
}

unsigned Weekday(Day day) {
  return std::chrono::weekday{std::chrono::sys_days{std::chrono::days{day.number}}}.c_encoding();
}

unsigned DaysInMonth(int year, unsigned month) {
  using namespace std::chrono;
  return static_cast<unsigned>(
      year_month_day_last{std::chrono::year{year}, month_day_last{std::chrono::month{month}}}
          .day());
}

std::optional<Day> ParseIsoDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = -1;
    const char* end = text.data() + from + count;
    const auto [stop, error] = std::from_chars(text.data() + from, end, value);
    return error == std::errc{} && stop == end ? value : -1;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return DayFrom(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string ToText(Day day) {
  const YearMonthDay ymd = Calendar(day);
  std::string text;
  AppendPadded(ymd.year, 4, &text);
  text += '-';
  AppendPadded(static_cast<int>(ymd.month), 2, &text);
  text += '-';
  AppendPadded(static_cast<int>(ymd.day), 2, &text);
  return text;
}

std::string ToText(DayRange days) {
  return days.first == days.last ? ToText(days.first)
                                 : ToText(days.first) + ".." + ToText(days.last);
}

}  // namespace counterclaim
