#pragma once
#include <cstdint>
#include <vector>

namespace counterclaim {

// Counts with limits, and sums of some that cannot be more than another. Can
// all hold together? Solved as a linear program.
struct LinearProblem {
  struct Count {
    double low = 0, high = 0;
  };  // high may be infinite
  struct AtMost {
    std::vector<std::size_t> parts;
    std::size_t whole = 0;
  };
  std::vector<Count> counts;
  std::vector<AtMost> sums;
};

bool Feasible(const LinearProblem& problem);
// Of an infeasible problem, the counts whose limits alone already clash, each
// of them needed; in ascending order. Empty where the problem is feasible.
std::vector<std::size_t> MinimalConflict(const LinearProblem& problem);

}  // namespace counterclaim
