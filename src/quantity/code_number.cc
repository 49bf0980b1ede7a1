#include "quantity/code_number.h"

#include <cstddef>

namespace counterclaim {
namespace {

constexpr std::size_t kMostRuns = 8;
constexpr std::uint32_t kMostDigits = 12;  // of one run

bool IsDigit(std::string_view text, std::uint32_t at, std::uint32_t end) {
  return at < end && text[at] >= '0' && text[at] <= '9';
}

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "2025-10-18", "18-10-2025".
bool IsDate(const std::vector<Span>& runs) {
  if (runs.size() != 3) return false;
  const bool year_first = runs[0].size() == 4 && runs[2].size() <= 2;
  const bool year_last = runs[2].size() == 4 && runs[0].size() <= 2;
  return runs[1].size() <= 2 && (year_first || year_last || runs[2].size() == 2);
}

}  // namespace

std::vector<Span> FindCodeRuns(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::vector<Span> runs;
  std::size_t dashes = 0, dots = 0;
  for (std::uint32_t at = begin; IsDigit(text, at, end);) {
    Span run{at, at};
    while (run.size() < kMostDigits && IsDigit(text, run.end, end)) ++run.end;
    runs.push_back(run);
    const char mark = run.end < end ? text[run.end] : ' ';
    if (!IsDigit(text, run.end + 1, end) || runs.size() == kMostRuns) break;
    if (mark != '-' && mark != '/' && mark != '.') break;
    dashes += mark == '-';
    dots += mark == '.';
    at = run.end + 1;
  }
  if (runs.size() < 3) return {};
  if (runs.back().end < end && IsLetter(text[runs.back().end])) return {};
  const bool address = runs.size() == 4 && dots == 3;
  const bool telephone = dots == 0 && dashes >= 2 && !IsDate(runs);
  if (!address && !telephone) return {};
  for (const Span& run : runs) {
    if (address && run.size() > 3) return {};
  }
  return runs;
}

}  // namespace counterclaim
