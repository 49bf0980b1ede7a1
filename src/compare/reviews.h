#pragma once
// What people have said about events: claims put into one, and claims kept
// apart. In: reviews of the ledger. Out: groups of claims; a newer word wins
// over an older one, of one day that which keeps claims apart.
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "model/review.h"

namespace counterclaim {

// Claims that are one event by a person's word; one alone where it is only
// told from others.
struct ReviewedGroup {
  std::vector<const Review*> reviews;
  std::set<std::uint32_t> apart;  // numbers of other groups
};

class ReviewedEvents {
 public:
  // Keeps pointers into `reviews`.
  explicit ReviewedEvents(const std::vector<Review>& reviews);
  // 0 for claims of which nobody spoke.
  std::uint32_t Find(const ClaimId& claim) const;
  bool empty() const { return by_claim_.empty(); }
  bool Apart(std::uint32_t a, std::uint32_t b) const { return groups_[a].apart.count(b) > 0; }
  const ReviewedGroup& Group(std::uint32_t number) const { return groups_[number]; }
  // "ana, 2025-11-01: two ambushes": the word that speaks of both groups.
  std::string Said(std::uint32_t a, std::uint32_t b) const;

 private:
  std::uint32_t Take(const ClaimId& claim);
  std::uint32_t Root(std::uint32_t number) const;
  void Unite(std::uint32_t a, std::uint32_t b);

  std::vector<ReviewedGroup> groups_{1};
  std::vector<std::uint32_t> parent_{0};  // of groups that are one
  std::map<ClaimId, std::uint32_t> by_claim_;
};

}  // namespace counterclaim
