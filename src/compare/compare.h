#pragma once
// Decides how claims stand to each other. In: the claims of all articles and
// the articles' dates. Out: findings, candidates for what is not known well
// enough, and what could not be compared. The result does not depend on the
// order of the input. DOMAIN.md sections 5, 6 and 8 are the law.
#include <cstddef>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/review.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

struct CompareOptions {
  std::size_t neighbours = 100;  // positions one position is compared with, nearest in time first
  std::size_t not_comparable_per_event = 50;
  unsigned threads = 1;
  bool one_event = false;       // all claims are about one event, whatever they say
  std::vector<Review> reviews;  // of events: they overrule the program
};

Comparison Compare(const std::vector<Claim>& claims, const std::vector<Document>& documents,
                   const Rulebook& rulebook, const CompareOptions& options = {});

// Two texts taken as reports of one event: the gravest finding across them;
// nothing where they agree to differ.
std::optional<Finding> RelatePair(const std::vector<Claim>& a, const std::vector<Claim>& b,
                                  const Rulebook& rulebook);

}  // namespace counterclaim
