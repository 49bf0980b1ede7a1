#include "rulebook/cue_rules.h"

namespace counterclaim {

void LoadCueRules(const YamlFile&, Language*, std::vector<Diagnostic>*) {}

}  // namespace counterclaim
