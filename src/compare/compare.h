#pragma once
// Decides how claims stand to each other. In: the claims of all articles and
// the articles' dates. Out: findings, candidates for what is not known well
// enough, and what could not be compared. The result does not depend on the
// order of the input. DOMAIN.md sections 5, 6 and 8 are the law.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/review.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

struct CompareOptions {
  std::size_t neighbours = 100;  // events one claim is set beside, newest first
  // Positions of one event are compared with their next ones in time: with all
  // where the event then has no more than `pairs_per_event`, else with fewer,
  // but with `fewest_neighbours`.
  std::size_t pairs_per_event = 5000, fewest_neighbours = 16;
  std::size_t findings_per_event = 200;       // the gravest
  std::size_t not_comparable_per_event = 50;  // and as many candidates
  unsigned threads = 1;
  bool one_event = false;       // all claims are about one event, whatever they say
  std::vector<Review> reviews;  // of events: they overrule the program
};

Comparison Compare(const std::vector<Claim>& claims, const std::vector<Document>& documents,
                   const Rulebook& rulebook, const CompareOptions& options = {});

// Keys of the blocks in which claims of the same events as these are found.
// Claims that share none are not set beside each other.
std::vector<std::uint64_t> BlocksOf(const std::vector<Claim>& claims,
                                    const std::vector<Document>& documents,
                                    const Rulebook& rulebook);

// Two texts taken as reports of one event: the gravest finding across them;
// nothing where they agree to differ.
std::optional<Finding> RelatePair(const std::vector<Claim>& a, const std::vector<Claim>& b,
                                  const Rulebook& rulebook);

// The figure that two texts give alike though it is no claim: "10,000 soldiers"
// to be deployed, "$2 million". As `a` writes it, with its unit; null: none.
// Days, names and ranks are no such figures, and neither is a bare number
// below a hundred.
const Refused* SharedFigure(const std::vector<Refused>& a, const std::vector<Refused>& b);

}  // namespace counterclaim
