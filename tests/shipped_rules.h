#pragma once
// The rules as they are shipped, read once for all tests of a file.
#include <string>

#include "rulebook/rulebook.h"

namespace counterclaim {

inline const Rulebook& ShippedRules() {
  static const auto rules = *LoadRulebook({std::string(SOURCE_DIR) + "/rules"});
  return *rules;
}

}  // namespace counterclaim
