#include "quantity/figure.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cmath>

namespace counterclaim {
namespace {

constexpr std::uint32_t kLongestRun = 40;

struct Character {
  UChar32 code = -1;
  std::uint32_t end = 0;
};

struct Run {
  double value = 0;
  std::uint32_t digits = 0, end = 0;
  char mark = 0;  // the mark before it: ',' '.' ' ' or '\'' for Arabic groups; 0 for the first
};

struct Runs {
  std::array<Run, 8> run;
  std::size_t size = 0;
};

Character At(std::string_view text, std::uint32_t at, std::uint32_t end) {
  Character result;
  if (at >= end) return result;
  auto i = static_cast<std::int32_t>(at);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(text.data(), i, static_cast<std::int32_t>(end), result.code);
#pragma GCC diagnostic pop
  result.end = static_cast<std::uint32_t>(i);
  return result;
}

int DigitOf(Character c) {
  if (c.code >= '0' && c.code <= '9') return c.code - '0';
  return c.code < 0x80 ? -1 : u_charDigitValue(c.code);
}

bool ReadRun(std::string_view text, std::uint32_t at, std::uint32_t end, Run* run) {
  run->value = 0, run->digits = 0;
  for (Character c = At(text, at, end); DigitOf(c) >= 0 && run->digits < kLongestRun;
       c = At(text, at, end)) {
    run->value = run->value * 10 + DigitOf(c);
    ++run->digits;
    run->end = at = c.end;
  }
  return run->digits > 0;
}

char MarkOf(UChar32 code, bool spaces) {
  switch (code) {
    case ',':
    case '.':
      return static_cast<char>(code);
    case 0xA0:
    case 0x202F:
    case 0x2009:
      return ' ';
    case ' ':
      return spaces ? ' ' : '\0';
    case 0x66C:
      return '\'';
    case 0x66B:
      return '~';
    default:
      return 0;
  }
}

Runs ReadRuns(std::string_view text, std::uint32_t begin, std::uint32_t end, bool spaces) {
  Runs runs;
  if (!ReadRun(text, begin, end, &runs.run[0])) return runs;
  runs.size = 1;
  while (runs.size < runs.run.size()) {
    const Run& last = runs.run[runs.size - 1];
    const Character mark = At(text, last.end, end);
    Run next;
    next.mark = MarkOf(mark.code, spaces);
    if (next.mark == 0 || !ReadRun(text, mark.end, end, &next)) break;
    if (next.mark == ' ' && next.digits != 3) break;
    runs.run[runs.size++] = next;
  }
  return runs;
}

// How many runs after the first belong to one whole number: 1,200,000 or
// 1,20,000.
std::size_t Grouped(const Runs& runs, char mark) {
  if (runs.run[0].digits > 3) return 0;
  std::size_t count = 0;
  while (count + 1 < runs.size && runs.run[count + 1].mark == mark) ++count;
  if (count == 0 || runs.run[count].digits != 3) return 0;
  for (std::size_t i = 1; i < count; ++i) {
    if (runs.run[i].digits != 3 && runs.run[i].digits != 2) return 0;
  }
  return count;
}

bool ReadExponent(std::string_view text, std::uint32_t at, std::uint32_t end, Figure* figure) {
  if (at >= end) return false;
  bool power_of_figure = text[at] == '^';
  if (power_of_figure || text[at] == 'e' || text[at] == 'E') {
    ++at;
  } else {
    const std::uint32_t sign = text[at] == 'x' ? 1 : text.substr(at, 2) == "\xC3\x97" ? 2 : 0;
    if (sign == 0 || text.substr(at + sign, 3) != "10^") return false;
    at += sign + 3;
  }
  bool negative = false;
  if (at < end && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
  Run power;
  if (!ReadRun(text, at, end, &power) || power.digits > 3) return false;
  const double exponent = negative ? -power.value : power.value;
  const double value = power_of_figure ? std::pow(figure->value, exponent)
                                       : figure->value * std::pow(10.0, exponent);
  if (!std::isfinite(value)) return false;
  figure->value = value;
  figure->decimal = true;
  figure->end = power.end;
  return true;
}

// "¾" and the like, alone or after a whole number ("5½").
bool AddFractionSign(std::string_view text, std::uint32_t at, std::uint32_t end, Figure* figure) {
  const Character c = At(text, at, end);
  if (c.code < 0x80 || u_charType(c.code) != U_OTHER_NUMBER) return false;
  const double value = u_getNumericValue(c.code);
  if (!(value > 0 && value < 1)) return false;
  figure->value += value;
  figure->decimal = true;
  figure->end = c.end;
  return true;
}

}  // namespace

std::optional<Figure> ReadFigure(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                 char decimal, bool spaces) {
  Figure figure;
  Run lone;
  if (begin + 1 < end && text[begin] == '.' && ReadRun(text, begin + 1, end, &lone)) {
    figure.value = lone.value / std::pow(10.0, lone.digits);
    figure.decimal = true;
    figure.end = lone.end;
    return figure;
  }
  const Runs runs = ReadRuns(text, begin, end, spaces);
  if (runs.size == 0) {
    if (AddFractionSign(text, begin, end, &figure)) return figure;
    return std::nullopt;
  }
  const char group = decimal == '.' ? ',' : '.';
  std::size_t used = 0;
  for (const char mark : {group, ' ', '\''}) used = used ? used : Grouped(runs, mark);
  figure.value = runs.run[0].value;
  for (std::size_t i = 1; i <= used; ++i) {
    figure.value = figure.value * std::pow(10.0, runs.run[i].digits) + runs.run[i].value;
  }
  figure.grouped = used > 0;
  figure.digits = runs.run[0].digits + static_cast<std::uint32_t>(3 * used);
  figure.leading_zero =
      runs.run[0].digits > 1 && runs.run[0].value < std::pow(10.0, runs.run[0].digits - 1);
  if (used + 2 == runs.size) {
    const Run& last = runs.run[used + 1];
    const bool decimals = last.mark == decimal || last.mark == '~' ||
                          (last.mark == group && used == 0 && last.digits == 2);
    if (decimals) {
      figure.value += last.value / std::pow(10.0, last.digits);
      figure.decimal = true;
      ++used;
    }
  }
  figure.end = runs.run[used].end;
  if (!ReadExponent(text, figure.end, end, &figure) && !figure.decimal)
    AddFractionSign(text, figure.end, end, &figure);
  return figure;
}

}  // namespace counterclaim
