#include "compare/linear.h"

#include <ClpSimplex.hpp>
#include <cmath>
#include <limits>

namespace counterclaim {
namespace {

// One model whose limits are changed: each solution starts at the last.
class Solver {
 public:
  explicit Solver(const LinearProblem& problem) : problem_(problem) {
    model_.setLogLevel(0);
    model_.resize(0, static_cast<int>(problem.counts.size()));
    for (std::size_t i = 0; i < problem.counts.size(); ++i) {
      model_.setObjectiveCoefficient(static_cast<int>(i), 0);
      Limit(i, problem.counts[i]);
    }
    AddSums();
  }

  void Limit(std::size_t i, const LinearProblem::Count& count) {
    const auto column = static_cast<int>(i);
    const double high = std::isinf(count.high) ? COIN_DBL_MAX : count.high;
    model_.setColumnBounds(column, count.low, high);
  }
  bool Feasible() {
    if (problem_.sums.empty()) return true;  // the solver wants a row
    model_.dual();
    return model_.primalFeasible();
  }

 private:
  void AddSums() {
    std::vector<CoinBigIndex> starts = {0};
    std::vector<int> columns;
    std::vector<double> factors;
    for (const LinearProblem::AtMost& sum : problem_.sums) {
      for (const std::size_t part : sum.parts) {
        columns.push_back(static_cast<int>(part));
        factors.push_back(1);
      }
      columns.push_back(static_cast<int>(sum.whole));
      factors.push_back(-1);
      starts.push_back(static_cast<CoinBigIndex>(columns.size()));
    }
    const std::vector<double> lower(problem_.sums.size(), -COIN_DBL_MAX),
        upper(problem_.sums.size(), 0);
    model_.addRows(static_cast<int>(problem_.sums.size()), lower.data(), upper.data(),
                   starts.data(), columns.data(), factors.data());
  }

  const LinearProblem& problem_;
  ClpSimplex model_;
};

}  // namespace

bool Feasible(const LinearProblem& problem) {
  return Solver(problem).Feasible();
}

// Drops the limits of one count after another; those without which all is well stay.
std::vector<std::size_t> MinimalConflict(const LinearProblem& problem) {
  std::vector<std::size_t> needed;
  Solver solver(problem);
  if (solver.Feasible()) return needed;
  for (std::size_t i = 0; i < problem.counts.size(); ++i) {
    solver.Limit(i, {0, std::numeric_limits<double>::infinity()});
    if (!solver.Feasible()) continue;
    solver.Limit(i, problem.counts[i]);
    needed.push_back(i);
  }
  return needed;
}

}  // namespace counterclaim
