#pragma once
#include <optional>
#include <string>
#include <vector>

#include "compare/position.h"
#include "compare/relation.h"
#include "model/finding.h"

namespace counterclaim {

// The severity of one relation; nothing where a rule says that it is not to be
// reported.
std::optional<Severity> Weigh(Kind kind, const std::vector<const Item*>& a,
                              const std::vector<const Item*>& b, const Relation& relation,
                              const Rulebook& rulebook);
// Words, severity, key and id for one relation; nothing where a rule says that
// it is not to be reported. `hints` stand behind those of the relation: ids of
// rules/compare/hints.yaml, or "id|words" for the hint's {what}.
std::optional<Finding> MakeFinding(Kind kind, const std::vector<const Item*>& a,
                                   const std::vector<const Item*>& b, const Relation& relation,
                                   const Rulebook& rulebook,
                                   const std::vector<std::string>& hints = {});
std::uint64_t StableHash(const std::string& text);

}  // namespace counterclaim
