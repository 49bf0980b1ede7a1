#pragma once
// Disagreements that a reader sees as one: all that is said about one thing in
// one event. In: the findings of a run, gravest first. Out: topics in that
// order, with the positions that take part.
#include <string>
#include <vector>

#include "report/wording.h"

namespace counterclaim {

struct Topic {
  std::vector<const Finding*> findings;
  std::vector<std::vector<const Claim*>> positions;  // in the order of the findings
};

std::vector<Topic> Topics(const RunView& view);

// "A", "B" ... "Z", "A2": the mark of a position inside its topic.
std::string PositionMark(std::size_t index);
// The marks of the positions of one finding: "A and C".
std::string MarksOf(const RunView& view, const Topic& topic, const Finding& finding);

std::string TopicTitle(const RunView& view, const Topic& topic);  // "killed (soldier), 2025-10-11"
std::string TopicKinds(const Topic& topic);                       // "Contradiction, 2 mutations"

}  // namespace counterclaim
