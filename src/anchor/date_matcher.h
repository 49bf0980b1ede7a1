#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/day.h"
#include "base/span.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// A number of units as written: "three" is 3..3, "a few" 3..6.
struct TimeCount {
  int low = 1, high = 1;

  bool operator==(const TimeCount&) const = default;
};

// The few values that one pattern may take in. Patterns are short: what comes
// after the first kMost is left out.
template <typename T>
class Few {
 public:
  static constexpr std::size_t kMost = 6;
  void push_back(T value) {
    if (size_ < kMost) items_[size_++] = value;
  }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  T front() const { return items_[0]; }
  T back() const { return items_[size_ - 1]; }
  const T* begin() const { return items_.data(); }
  const T* end() const { return items_.data() + size_; }
  bool operator==(const Few&) const = default;

 private:
  std::array<T, kMost> items_{};
  std::uint32_t size_ = 0;
};

// What the slots of a pattern took in, in the order of the text. Cheap to copy:
// a search copies it at every slot.
struct TimeCaptures {
  Few<unsigned> days, months;
  Few<int> years;
  Few<unsigned> weekdays;
  std::optional<TimeCount> count;
  std::optional<TimeUnit> unit;
  std::optional<std::pair<unsigned, unsigned>> season;
  std::optional<unsigned> part;
  Few<std::uint32_t> dates;  // first tokens of captured dates

  bool operator==(const TimeCaptures&) const = default;
};

struct TimeMatch {
  std::uint32_t end = 0;  // token after the last
  std::uint16_t rule = 0;
  TimeCaptures captures;
};

// Finds patterns of the calendar in one text. Look-ahead is bounded by the
// length of the patterns, so that a scan over a text is linear.
class DateMatcher {
 public:
  DateMatcher(std::string_view text, const TextLayer& layer, const Language& language)
      : text_(text),
        tokens_(layer.tokens),
        language_(language),
        calendar_(language.calendar),
        syntax_(language.syntax),
        slots_(layer.tokens.size()) {}

  // The longest pattern of `tree` that starts at a token and ends at or before
  // `end`; of several the one whose rule stands first. `date_ends` holds, by
  // token, the end of a date that starts there, 0 for none.
  std::optional<TimeMatch> Longest(const TimeTree& tree, std::uint32_t at, std::uint32_t end,
                                   const std::vector<std::uint32_t>* date_ends) const;

 private:
  struct Search;
  static std::uint32_t Behind(const TimeTree::Node& node, WordId word);
  void Walk(Search* search, std::uint32_t at_node, std::uint32_t at) const;
  void Accept(Search* search, std::uint32_t node, std::uint32_t at) const;
  bool MayStart(const TimeTree& tree, std::uint32_t at,
                const std::vector<std::uint32_t>* date_ends) const;
  std::uint16_t SlotsOf(std::uint32_t at) const;
  std::uint32_t ReadSlot(TimeSlot slot, std::uint32_t at, const Search& search,
                         TimeCaptures* captures) const;
  std::uint32_t ReadDay(std::uint32_t at, std::uint32_t end, bool ordinal,
                        TimeCaptures* captures) const;
  std::uint32_t ReadYear(std::uint32_t at, std::uint32_t end, TimeCaptures* captures) const;
  std::uint32_t ReadCount(std::uint32_t at, std::uint32_t end, TimeCaptures* captures) const;
  std::uint32_t SkipStop(std::uint32_t at, std::uint32_t end) const;
  std::optional<unsigned> Digits(std::uint32_t at, std::size_t most) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Language& language_;
  const CalendarRules& calendar_;
  const SyntaxRules& syntax_;
  mutable std::vector<std::uint16_t>
      slots_;  // by token: bits of what it may fill; 0: not known yet
};

}  // namespace counterclaim
