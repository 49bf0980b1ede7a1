#pragma once
// The additive model behind `bias`: a figure's logarithm is the height of its
// slot plus the bias of its party plus noise. Robust (Huber, scale frozen after
// least squares), with bounds as censored figures.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace counterclaim {

enum class Censor : std::uint8_t { kNone, kAtLeast, kAtMost };

struct Observation {
  std::uint32_t slot = 0;
  std::uint32_t party = 0;
  double height = 0;  // natural logarithm of the figure or of the bound
  Censor censor = Censor::kNone;
};

struct Effect {
  std::uint32_t group = 0;      // from 1: the component that the party belongs to; 0: none
  std::optional<double> bias;   // from the mean of the parties of the group; none without a group
  std::optional<double> error;  // standard error; none without degrees of freedom
};

// One effect a party, 0 <= Observation::party < parties; at most one
// observation for each slot and party. Groups are the connected components of
// slots and parties that uncensored observations join; bounds take part where
// their slot and party belong to one. Groups are numbered by their first party.
std::vector<Effect> FitEffects(const std::vector<Observation>& observations, std::size_t parties);

}  // namespace counterclaim
