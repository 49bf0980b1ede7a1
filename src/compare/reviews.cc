#include "compare/reviews.h"

#include <algorithm>

namespace counterclaim {
namespace {

bool Same(const Review& review) {
  return review.verdict == "same_event";
}

std::vector<const Review*> NewestFirst(const std::vector<Review>& reviews) {
  std::vector<const Review*> newest;
  for (const Review& review : reviews)
    if (Same(review) || review.verdict == "different_event") newest.push_back(&review);
  std::sort(newest.begin(), newest.end(), [](const Review* a, const Review* b) {
    if (a->date != b->date) return a->date > b->date;
    if (Same(*a) != Same(*b)) return Same(*b);
    return a->claims != b->claims ? a->claims < b->claims : a->by < b->by;
  });
  return newest;
}

}  // namespace

ReviewedEvents::ReviewedEvents(const std::vector<Review>& reviews) {
  for (const Review* review : NewestFirst(reviews)) {
    for (std::size_t i = 1; i < review->claims.size(); ++i) {
      const std::uint32_t a = Take(review->claims[0]), b = Take(review->claims[i]);
      if (a == b || Apart(a, b)) continue;
      groups_[a].reviews.push_back(review);
      groups_[b].reviews.push_back(review);
      if (Same(*review)) {
        Unite(a, b);
      } else {
        groups_[a].apart.insert(b);
        groups_[b].apart.insert(a);
      }
    }
  }
}

std::uint32_t ReviewedEvents::Find(const ClaimId& claim) const {
  const auto at = by_claim_.find(claim);
  return at == by_claim_.end() ? 0 : Root(at->second);
}

std::uint32_t ReviewedEvents::Take(const ClaimId& claim) {
  const auto [at, fresh] = by_claim_.try_emplace(claim, static_cast<std::uint32_t>(groups_.size()));
  if (fresh) {
    parent_.push_back(at->second);
    groups_.emplace_back();
  }
  return Root(at->second);
}

std::uint32_t ReviewedEvents::Root(std::uint32_t number) const {
  while (parent_[number] != number) number = parent_[number];
  return number;
}

void ReviewedEvents::Unite(std::uint32_t a, std::uint32_t b) {
  const auto size = [this](std::uint32_t i) {
    return groups_[i].apart.size() + groups_[i].reviews.size();
  };
  if (size(a) < size(b)) std::swap(a, b);
  parent_[b] = a;
  ReviewedGroup &kept = groups_[a], &gone = groups_[b];
  for (const std::uint32_t other : gone.apart) {
    groups_[other].apart.erase(b);
    groups_[other].apart.insert(a);
    kept.apart.insert(other);
  }
  kept.reviews.insert(kept.reviews.end(), gone.reviews.begin(), gone.reviews.end());
  gone = {};
}

std::string ReviewedEvents::Said(std::uint32_t a, std::uint32_t b) const {
  for (const Review* review : groups_[a].reviews) {
    const auto& others = groups_[b].reviews;
    if (std::find(others.begin(), others.end(), review) == others.end()) continue;
    return review->by + ", " + review->date + (review->reason.empty() ? "" : ": ") + review->reason;
  }
  return "";
}

}  // namespace counterclaim
