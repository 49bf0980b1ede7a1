#pragma once
// Why two claims do or do not make a finding: each gate that they pass, in the
// order of DOMAIN.md section 5.
#include <optional>
#include <string>

#include "compare/compare.h"

namespace counterclaim {

struct TwoClaims {
  std::string event;             // one line: one event or not, and by what
  bool together = false;         // the program put them into one event
  std::optional<Kind> relation;  // were they of one event; none where nothing is to be said
  std::string reason;            // why there is no relation; "" where none is known
};

// Nothing where one of the ids is of no claim that can be compared.
std::optional<TwoClaims> ExplainTwo(const std::vector<Claim>& claims,
                                    const std::vector<Document>& documents,
                                    const Rulebook& rulebook, const CompareOptions& options,
                                    const ClaimId& a, const ClaimId& b);

}  // namespace counterclaim
