#include "compare/bias_fit.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace counterclaim {
namespace {

constexpr double kHuber = 1.345;        // 95 % efficiency where the noise is normal
constexpr double kMadToSigma = 1.4826;  // of a normal distribution
constexpr double kLeastScale = 1e-6;
constexpr int kMostRounds = 500;
constexpr double kSettled = 1e-10;

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

std::size_t Root(std::vector<std::size_t>* parent, std::size_t i) {
  while ((*parent)[i] != i) i = (*parent)[i] = (*parent)[(*parent)[i]];
  return i;
}

// Mean of a standard normal variable above `z`.
double MeanAbove(double z) {
  if (z > 30) return z + 1 / z;
  const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
  return density / (std::erfc(z / std::numbers::sqrt2) / 2);
}

// One connected group, with its own numbers for slots and parties.
class GroupFit {
 public:
  GroupFit(std::vector<Observation> observations, std::size_t slots, std::size_t parties)
      : all_(std::move(observations)),
        slots_(slots),
        bias_(Vector::Zero(static_cast<Eigen::Index>(parties))) {
    const auto bound = [](const Observation& o) { return o.censor != Censor::kNone; };
    std::vector<std::size_t> figures(slots);
    for (const Observation& o : all_)
      if (!bound(o)) ++figures[o.slot];
    std::size_t used = 0, told = 0;  // figures and slots where two figures meet
    for (const std::size_t count : figures) {
      if (count < 2) continue;
      used += count;
      ++told;
    }
    const std::size_t parameters = told + parties - 1;
    freedom_ = used > parameters ? used - parameters : 0;
    used_ = used;
    if (freedom_ == 0) std::erase_if(all_, bound);  // without a scale a bound has no weight
    weight_.assign(all_.size(), 1);
    for (const Observation& o : all_) met_.push_back(!bound(o) && figures[o.slot] > 1);
  }

  void Run() {
    std::vector<double> height;
    for (const Observation& o : all_) height.push_back(o.height);
    for (std::size_t i = 0; i < all_.size(); ++i) weight_[i] = all_[i].censor == Censor::kNone;
    Solve(height);
    if (freedom_ == 0) return;
    FreezeScale(height);
    for (int round = 0; round < kMostRounds; ++round) {
      const Vector before = bias_;
      for (std::size_t i = 0; i < all_.size(); ++i) height[i] = Weigh(i);
      Solve(height);
      if ((bias_ - before).cwiseAbs().maxCoeff() < kSettled) break;
    }
  }

  double bias(std::size_t party) const { return bias_[static_cast<Eigen::Index>(party)]; }

  // Standard errors of all parties, after Huber; empty without degrees of freedom.
  std::vector<double> Errors() {
    if (freedom_ == 0) return {};
    double squares = 0, inside = 0;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const double r = Standard(i);
      if (met_[i]) {
        squares += std::pow(std::min(std::abs(r), kHuber), 2);
        inside += std::abs(r) <= kHuber;
      }
      weight_[i] = all_[i].censor == Censor::kNone ? 1 : MeanAbove(r) * (MeanAbove(r) - r);
    }
    const double n = static_cast<double>(used_), free = static_cast<double>(freedom_);
    const double share = std::max(inside / n, 0.5);
    const double widen = 1 + (n - free) / n * (1 - share) / share;
    const double variance = widen * widen * scale_ * scale_ * squares / free / (share * share);
    const Eigen::Index parties = bias_.size();
    const Matrix inverse = Information().ldlt().solve(Matrix::Identity(parties, parties)).eval();
    std::vector<double> errors;
    for (Eigen::Index j = 0; j < parties; ++j) {
      const double share_of_mean = 1 / static_cast<double>(parties);
      errors.push_back(std::sqrt(std::max(0.0, variance * (inverse(j, j) - share_of_mean))));
    }
    return errors;
  }

 private:
  double Fitted(const Observation& o) const {
    return level_[o.slot] + bias_[static_cast<Eigen::Index>(o.party)];
  }

  // A figure's distance from its fit, or how far a bound stands beyond it, in scales.
  double Standard(std::size_t i) const {
    const double distance = (all_[i].height - Fitted(all_[i])) / scale_;
    return all_[i].censor == Censor::kAtMost ? -distance : distance;
  }

  // Sets the weight of an observation; returns the height that it stands for.
  // A bound is one step of Newton's method on its likelihood: it weighs nothing
  // where the fit lies well inside it.
  double Weigh(std::size_t i) {
    const Observation& o = all_[i];
    const double r = Standard(i);
    if (o.censor == Censor::kNone) {
      weight_[i] = std::abs(r) <= kHuber ? 1 : kHuber / std::abs(r);
      return o.height;
    }
    const double mean = MeanAbove(r);
    weight_[i] = mean * (mean - r) * (mean <= kHuber ? 1 : kHuber / mean);
    const double step = scale_ / (mean - r);
    return Fitted(o) + (o.censor == Censor::kAtLeast ? step : -step);
  }

  // Least squares over the parties once the slots are eliminated. The constant
  // that no figure tells is held by making the biases sum to zero.
  Matrix Information() const {
    const Eigen::Index parties = bias_.size();
    Matrix matrix = Matrix::Constant(parties, parties, 1 / static_cast<double>(parties));
    for (std::size_t first = 0; first < all_.size();) {
      std::size_t end = first;
      double sum = 0;
      for (; end < all_.size() && all_[end].slot == all_[first].slot; ++end) sum += weight_[end];
      for (std::size_t i = first; i < end && sum > 0; ++i) {
        const auto x = static_cast<Eigen::Index>(all_[i].party);
        matrix(x, x) += weight_[i];
        for (std::size_t j = first; j < end; ++j)
          matrix(x, static_cast<Eigen::Index>(all_[j].party)) -= weight_[i] * weight_[j] / sum;
      }
      first = end;
    }
    return matrix;
  }

  void Solve(const std::vector<double>& height) {
    std::vector<double> sum(slots_), mean(slots_);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      sum[all_[i].slot] += weight_[i];
      mean[all_[i].slot] += weight_[i] * height[i];
    }
    for (std::size_t s = 0; s < slots_; ++s) mean[s] = sum[s] > 0 ? mean[s] / sum[s] : 0;
    Vector right = Vector::Zero(bias_.size());
    for (std::size_t i = 0; i < all_.size(); ++i)
      right[static_cast<Eigen::Index>(all_[i].party)] +=
          weight_[i] * (height[i] - mean[all_[i].slot]);
    bias_ = Information().ldlt().solve(right);
    level_ = mean;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const std::uint32_t s = all_[i].slot;
      if (sum[s] > 0)
        level_[s] -= weight_[i] / sum[s] * bias_[static_cast<Eigen::Index>(all_[i].party)];
    }
  }

  // From the median of the residuals, widened for what the parameters took up.
  void FreezeScale(const std::vector<double>& height) {
    std::vector<double> distance;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (met_[i]) distance.push_back(std::abs(height[i] - Fitted(all_[i])));
    const auto middle = distance.begin() + static_cast<std::ptrdiff_t>(distance.size() / 2);
    std::nth_element(distance.begin(), middle, distance.end());
    const double lost = static_cast<double>(used_) / static_cast<double>(freedom_);
    scale_ = std::max(kLeastScale, kMadToSigma * *middle * std::sqrt(lost));
  }

  std::vector<Observation> all_;  // by slot
  std::size_t slots_;
  Vector bias_;
  std::vector<double> level_, weight_;
  std::vector<bool> met_;  // a figure on a slot with another one
  std::size_t used_ = 0, freedom_ = 0;
  double scale_ = 1;
};

}  // namespace

std::vector<Effect> FitEffects(const std::vector<Observation>& observations, std::size_t parties) {
  std::size_t slots = 0;
  for (const Observation& o : observations) slots = std::max<std::size_t>(slots, o.slot + 1);
  std::vector<std::size_t> parent(parties + slots);
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (const Observation& o : observations) {
    if (o.censor != Censor::kNone) continue;
    const std::size_t a = Root(&parent, o.party), b = Root(&parent, parties + o.slot);
    parent[std::max(a, b)] = std::min(a, b);  // the root is the group's first party
  }
  std::vector<std::vector<Observation>> groups(parties);
  for (const Observation& o : observations) {
    const std::size_t root = Root(&parent, o.party);
    if (root == Root(&parent, parties + o.slot)) groups[root].push_back(o);
  }
  std::vector<std::vector<std::size_t>> members(parties);
  for (std::size_t p = 0; p < parties; ++p) members[Root(&parent, p)].push_back(p);
  std::vector<Effect> effects(parties);
  std::uint32_t number = 0;
  for (std::size_t root = 0; root < parties; ++root) {
    if (members[root].size() < 2) continue;
    std::vector<Observation>& group = groups[root];
    std::stable_sort(group.begin(), group.end(),
                     [](const Observation& a, const Observation& b) { return a.slot < b.slot; });
    std::uint32_t slot = 0;
    for (std::size_t i = 0, before = 0; i < group.size(); ++i) {
      if (i > 0 && group[i].slot != before) ++slot;
      before = group[i].slot;
      group[i].slot = slot;
      const auto at = std::lower_bound(members[root].begin(), members[root].end(), group[i].party);
      group[i].party = static_cast<std::uint32_t>(at - members[root].begin());
    }
    GroupFit fit(std::move(group), slot + 1, members[root].size());
    fit.Run();
    ++number;
    const std::vector<double> errors = fit.Errors();
    for (std::size_t p = 0; p < members[root].size(); ++p) {
      Effect& effect = effects[members[root][p]];
      effect.group = number;
      effect.bias = fit.bias(p);
      if (!errors.empty()) effect.error = errors[p];
    }
  }
  return effects;
}

}  // namespace counterclaim
