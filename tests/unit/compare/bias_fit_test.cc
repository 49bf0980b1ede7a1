#include "compare/bias_fit.h"

#include <cmath>
#include <random>

#include "catch.h"

using namespace counterclaim;

namespace {

struct Plan {
  std::vector<double> bias;
  std::size_t slots = 200;
  double noise = 0.1;
  double outliers = 0;      // share of figures a factor of about 20 off, upwards
  double bounds = 0;        // share given as "at least", a little below the figure
  std::uint32_t first = 0;  // number of the first slot
  std::uint32_t party = 0;  // number of the first party
};

// Three parties a slot, in turn; heights of slots differ by orders of magnitude.
void Simulate(const Plan& plan, std::mt19937* random, std::vector<Observation>* observations) {
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> share(0, 1);
  for (std::uint32_t slot = 0; slot < plan.slots; ++slot) {
    const double height = 4 + 2 * normal(*random);
    for (std::uint32_t k = 0; k < 3; ++k) {
      const std::uint32_t party = (slot + k) % static_cast<std::uint32_t>(plan.bias.size());
      double value = height + plan.bias[party] + plan.noise * normal(*random);
      if (share(*random) < plan.outliers) value += 3;
      Censor censor = Censor::kNone;
      if (share(*random) < plan.bounds) {
        censor = Censor::kAtLeast;
        value -= 0.3 * std::abs(normal(*random));
      }
      observations->push_back({plan.first + slot, plan.party + party, value, censor});
    }
  }
}

double Mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// The largest error of the biases; every one must be identified.
double Worst(const std::vector<double>& truth, const std::vector<Effect>& effects) {
  double worst = 0;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    REQUIRE(effects[i].bias.has_value());
    worst = std::max(worst, std::abs(*effects[i].bias - (truth[i] - Mean(truth))));
  }
  return worst;
}

const std::vector<double> kTruth = {0.8, 0, -0.5, 0.2, -0.1};

}  // namespace

TEST_CASE("a known bias is recovered from simulated figures") {
  struct Row {
    std::string name;
    double noise, outliers, bounds, tolerance;
  };
  const Row rows[] = {
      {"no noise", 0, 0, 0, 1e-9},          {"noise", 0.1, 0, 0, 0.03},
      {"5 % outliers", 0.1, 0.05, 0, 0.05}, {"bounds", 0.1, 0, 0.3, 0.06},
      {"all of it", 0.1, 0.05, 0.3, 0.08},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    std::mt19937 random(7);
    std::vector<Observation> observations;
    Plan plan{kTruth};
    plan.noise = row.noise;
    plan.outliers = row.outliers;
    plan.bounds = row.bounds;
    Simulate(plan, &random, &observations);
    CHECK(Worst(kTruth, FitEffects(observations, kTruth.size())) < row.tolerance);
  }
}

TEST_CASE("a standard error says how far a bias may be off") {
  std::mt19937 random(11);
  double squares = 0;
  int inside = 0, all = 0;
  for (int run = 0; run < 60; ++run) {
    std::vector<Observation> observations;
    Plan plan{kTruth};
    plan.slots = 60;
    plan.noise = 0.3;
    Simulate(plan, &random, &observations);
    const auto effects = FitEffects(observations, kTruth.size());
    for (std::size_t i = 0; i < kTruth.size(); ++i) {
      REQUIRE(effects[i].error.has_value());
      const double z = (*effects[i].bias - (kTruth[i] - Mean(kTruth))) / *effects[i].error;
      squares += z * z;
      inside += std::abs(z) < 1.96;
      ++all;
    }
  }
  CHECK(std::sqrt(squares / all) > 0.7);
  CHECK(std::sqrt(squares / all) < 1.3);
  CHECK(static_cast<double>(inside) / all > 0.88);
}

TEST_CASE("what no figures join is not compared") {
  std::mt19937 random(3);
  std::vector<Observation> observations;
  Plan plan{{0.5, 0, -0.5}};
  Simulate(plan, &random, &observations);
  plan.first = 200;
  plan.party = 3;
  Simulate(plan, &random, &observations);
  observations.push_back({500, 6, 2, Censor::kNone});   // a slot of its own
  observations.push_back({0, 7, 9, Censor::kAtLeast});  // nothing but a bound
  const auto effects = FitEffects(observations, 9);     // the ninth says nothing
  const std::uint32_t groups[] = {1, 1, 1, 2, 2, 2, 0, 0, 0};
  for (std::size_t i = 0; i < 9; ++i) {
    INFO(i);
    CHECK(effects[i].group == groups[i]);
    CHECK(effects[i].bias.has_value() == (groups[i] != 0));
    CHECK(effects[i].error.has_value() == (groups[i] != 0));
  }
  CHECK(std::abs(*effects[0].bias + *effects[1].bias + *effects[2].bias) < 1e-9);
}

TEST_CASE("exactly determined and degenerate systems are told as far as they go") {
  struct Row {
    std::string name;
    std::vector<Observation> observations;
    std::optional<double> first;  // bias of party 0
    bool error;
  };
  const double ten = std::log(10.0), twenty = std::log(20.0);
  const Censor least = Censor::kAtLeast, most = Censor::kAtMost;
  const Row rows[] = {
      {"nothing", {}, std::nullopt, false},
      {"one party", {{0, 0, ten, Censor::kNone}, {1, 0, twenty, Censor::kNone}}, {}, false},
      {"two figures", {{0, 0, twenty}, {0, 1, ten}}, std::log(2.0) / 2, false},
      {"the same twice", {{0, 0, ten}, {0, 1, ten}, {1, 0, ten}, {1, 1, ten}}, 0.0, true},
      {"a figure and a bound", {{0, 0, ten}, {0, 1, twenty, least}}, std::nullopt, false},
      {"bounds alone", {{0, 0, ten, least}, {0, 1, twenty, most}}, std::nullopt, false},
      {"a bound without a scale",
       {{0, 0, twenty}, {0, 1, ten}, {1, 0, ten}, {1, 1, 9, least}},
       std::log(2.0) / 2,
       false},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const auto effects = FitEffects(row.observations, 2);
    REQUIRE(effects.size() == 2);
    CHECK(effects[0].bias.has_value() == row.first.has_value());
    if (row.first && effects[0].bias) CHECK(std::abs(*effects[0].bias - *row.first) < 1e-9);
    CHECK(effects[0].error.has_value() == row.error);
  }
}

TEST_CASE("a bound that says nothing new moves nothing, one that does moves up") {
  std::mt19937 random(5);
  std::vector<Observation> observations;
  Simulate(Plan{{0, 0, 0}}, &random, &observations);
  const double before = *FitEffects(observations, 3)[0].bias;
  auto loose = observations, tight = observations;
  for (std::uint32_t slot = 200; slot < 260; ++slot) {
    for (auto* list : {&loose, &tight}) list->push_back({slot, 1, 5, Censor::kNone});
    loose.push_back({slot, 0, 1, Censor::kAtLeast});
    tight.push_back({slot, 0, 6, Censor::kAtLeast});
  }
  CHECK(std::abs(*FitEffects(loose, 3)[0].bias - before) < 1e-6);
  CHECK(*FitEffects(tight, 3)[0].bias > before + 0.03);
}
