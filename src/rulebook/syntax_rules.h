#pragma once
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

struct SyntaxRules {};

// rules/languages/<tag>/syntax/*.yaml
void LoadSyntaxRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
