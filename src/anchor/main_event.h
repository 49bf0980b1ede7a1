#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "anchor/when.h"

namespace counterclaim {

// Dates something that happened, and no saying, plan or end of counting.
bool DatesEvent(const TimeSight& sight, std::size_t expression);
int LengthOf(const TimeExpression& time);  // days
// A stretch that other sentences may take their dates from.
bool IsRunning(const TimeExpression& time);
int AgeOf(const TimeSight& sight, const TimeExpression& time);  // days up to the article

// "quarrelled on Monday over those saved when the ferry sank on Saturday": of Saturday, where a
// word of a happening stands between the date before and this one.
bool TellsWhatHappened(const TimeSight& sight, std::size_t expression);

// The date of the event that the article reports: that of its first figure's sentence (`of_first`
// governs that figure), else one that names an event before it in its paragraph, else a length of
// time beside the first figure ("in three days"), else the first recent one (of several in its
// sentence that at which something happened), else the first that names an event. `mentions_in`
// has the figures of each sentence. An index of `sight.expressions`.
std::optional<std::size_t> FindMainEvent(const TimeSight& sight,
                                         const std::vector<std::vector<std::size_t>>& mentions_in,
                                         std::optional<std::size_t> of_first);

}  // namespace counterclaim
