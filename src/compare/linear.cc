#include "compare/linear.h"

#include <ClpSimplex.hpp>
#include <cmath>
#include <limits>

namespace counterclaim {

bool Feasible(const LinearProblem& problem) {
  if (problem.sums.empty()) return true;  // the solver wants a row
  ClpSimplex model;
  model.setLogLevel(0);
  model.resize(0, static_cast<int>(problem.counts.size()));
  for (std::size_t i = 0; i < problem.counts.size(); ++i) {
    const auto column = static_cast<int>(i);
    model.setColumnLower(column, problem.counts[i].low);
    model.setColumnUpper(
        column, std::isinf(problem.counts[i].high) ? COIN_DBL_MAX : problem.counts[i].high);
    model.setObjectiveCoefficient(column, 0);
  }
  for (const LinearProblem::AtMost& sum : problem.sums) {
    std::vector<int> columns;
    std::vector<double> factors;
    for (const std::size_t part : sum.parts) {
      columns.push_back(static_cast<int>(part));
      factors.push_back(1);
    }
    columns.push_back(static_cast<int>(sum.whole));
    factors.push_back(-1);
    model.addRow(static_cast<int>(columns.size()), columns.data(), factors.data(), -COIN_DBL_MAX,
                 0);
  }
  model.dual();
  return model.primalFeasible();
}

// Drops the limits of one count after another; those without which all is well stay.
std::vector<std::size_t> MinimalConflict(const LinearProblem& problem) {
  std::vector<std::size_t> needed;
  if (Feasible(problem)) return needed;
  LinearProblem rest = problem;
  for (std::size_t i = 0; i < rest.counts.size(); ++i) {
    const LinearProblem::Count kept = rest.counts[i];
    rest.counts[i] = {0, std::numeric_limits<double>::infinity()};
    if (!Feasible(rest)) continue;
    rest.counts[i] = kept;
    needed.push_back(i);
  }
  return needed;
}

}  // namespace counterclaim
