#pragma once
#include <string>
#include <vector>

#include "model/id.h"

namespace counterclaim {

// A person's word on claims of the ledger. It wins over the program.
struct Review {
  std::string verdict;          // accept, reject, set, same_event, different_event
  std::vector<ClaimId> claims;  // one; of an event two and more
  std::string quotation;        // the words that name the first of them
  std::string set;              // a JSON object of changed fields, "" for the other verdicts
  std::string by, date, reason;

  bool operator==(const Review&) const = default;
};

}  // namespace counterclaim
