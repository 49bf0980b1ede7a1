#pragma once
#include <optional>
#include <string>
#include <vector>

#include "compare/position.h"
#include "compare/slots.h"
#include "model/finding.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// The one relation of two positions of one event, or the gate that stopped.
struct Relation {
  std::optional<Kind> kind;
  std::string reason;                 // why not comparable; "" where nothing is worth saying
  std::vector<Kind> labels;
  std::vector<std::string> hints;     // ids of rules/compare/hints.yaml
  std::vector<std::string> holds_under;
};

Relation Relate(const Position& a, const Position& b, const Rulebook& rulebook);
// Two belligerents, one of whom counts the other's loss.
bool Opposed(const Position& a, const Position& b);

}  // namespace counterclaim
