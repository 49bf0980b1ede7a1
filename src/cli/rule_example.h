#pragma once
// Runs the examples that stand beside the rules (rules/README.md).
#include <string>

#include "rulebook/rulebook.h"

namespace counterclaim {

struct ExampleResult {
  bool fired = false;      // the rule took part
  bool satisfied = false;  // what the example names came out
  std::string problem;     // the example itself cannot be read
  std::string difference;  // the example, what it wants (-) and what came out (+), in lines
};

ExampleResult RunExample(const Rulebook& rulebook, const RuleFile& file, const YamlNode& example);

}  // namespace counterclaim
