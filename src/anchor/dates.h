#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/date_meaning.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// One expression of time in a text with the days it means.
struct TimeExpression {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t sentence = 0;
  DateValue value;

  bool operator==(const TimeExpression&) const = default;
};

// Every expression of time in the tokenised sentences whose days are known, in
// order, none overlapping another. `told` is the article's date; without it
// relative expressions and dates without a year are left out.
//
// "The strike came last weekend.", told on 2025-10-18, gives "last weekend"
// 2025-10-11..2025-10-12.
std::vector<TimeExpression> FindDates(std::string_view text, const TextLayer& layer,
                                      const Language& language, std::optional<Day> told);

// "last weekend = 2025-10-11..2025-10-12"; other roles than an event's are named:
// "since Monday = 2025-10-13..2025-10-18 window".
std::string ToText(const TimeExpression& expression, std::string_view text);
std::string ToText(TimeRole role);  // event, window, until, future

}  // namespace counterclaim
