#pragma once
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

struct NumberRules {};

void LoadNumberRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
