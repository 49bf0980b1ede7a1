#pragma once
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct CompareRules {};

void LoadCompareRules(const YamlFile& file, CompareRules* rules, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
