#pragma once
#include <map>
#include <string>
#include <vector>

#include "compare/position.h"
#include "compare/relation.h"
#include "model/finding.h"

namespace counterclaim {

// Words, severity, key and id for one relation.
Finding MakeFinding(Kind kind, const std::vector<const Item*>& a, const std::vector<const Item*>& b,
                    const Relation& relation, const Rulebook& rulebook);
std::uint64_t StableHash(const std::string& text);

}  // namespace counterclaim
