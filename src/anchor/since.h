#pragma once
#include <cstdint>
#include <optional>

#include "anchor/when.h"

namespace counterclaim {

// The stretch in "no attack since the Doha talks": from the last day of what
// follows "since" to the day of the statement. The words may hold a date
// themselves ("the talks in Doha a week before"); else a date beside the same
// name elsewhere in the text tells it ("the Doha round of October 18-19").
// Nothing where neither does.
struct SinceStretch {
  DayRange days;
  std::uint32_t first_token = 0, end_token = 0;  // the words behind "since"
  bool sudden = false;                           // since an earthquake: `days` is its day alone
};
// "Since the siege began": a stretch of which nothing tells the first day.
bool SinceUnknown(const TimeSight& sight, std::uint32_t sentence);
std::optional<SinceStretch> SinceEvent(const TimeSight& sight, std::uint32_t sentence,
                                       const std::optional<DayRange>& said);

// "since it began on Tuesday. Two more were hurt": the stretch that begins with an expression.
std::optional<SinceStretch> StretchAround(const TimeSight& sight, const TimeExpression& time,
                                          const std::optional<DayRange>& said);
// "not since the flood of 1960, when 40 drowned": counts what happened on that date.
bool HappenedThen(const TimeSight& sight, const TimeExpression& time, const Mention& mention);
// "Nothing like it since 1990; 1,426 suffocated then", "In 2012 it was locked gates as well. There
// 112 died": the date of long ago right before it. An index of `sight.expressions`.
std::optional<std::size_t> BackThen(const TimeSight& sight, const Mention& mention);
// "Not since 1990; 40 died then": in that year, not in all since.
void KeepYear(ChosenTime* chosen);
void TakeSince(const SinceStretch& since, ChosenTime* chosen);

// Days; longer stretches are background unless a figure stands beside them.
inline constexpr int kPrecise = 10;

// "Nine were killed and 37 hurt, 19 of them badly, when bombs fell on Saturday": the one
// precise day on which the sentence says that something happened, where no relative clause
// parts it from the figure. An index of `sight.expressions`.
std::optional<std::size_t> OnlyDay(const TimeSight& sight, const Mention& mention,
                                   const std::optional<DayRange>& said);

// "numbered 74 by Friday evening": how far a sentence counts.
std::optional<std::size_t> UntilDay(const TimeSight& sight, std::uint32_t sentence,
                                    const std::optional<DayRange>& said);

bool InLiveEntry(const TextLayer& layer, const Mention& mention);
// The day of such an entry behind midnight; nothing for one of the article's own day.
std::optional<DayRange> DayOfEntry(const TimeSight& sight, const Mention& mention);

// Right behind a comma, so that a clause before it is over.
bool ClosedBefore(const TimeSight& sight, const TimeExpression& time);
// "the ministry, which met on Tuesday"; not "the blast which shook the port on Tuesday", "Homs,
// where nine died on Tuesday".
bool TellsOfBody(const TimeSight& sight, std::uint32_t token);
// "who was killed on 3 May": in a sentence that counts nothing, somebody's past.
bool OfPerson(const TimeSight& sight, const TimeExpression& time);
// "the attack", "the flood": the sentence names something that happened.
bool TellsEvent(const TimeSight& sight, std::uint32_t sentence);

}  // namespace counterclaim
