#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "compare/position.h"

namespace counterclaim {

enum class SameEvent : std::uint8_t { kSame, kDifferent, kUndetermined };

struct EventVerdict {
  SameEvent verdict = SameEvent::kUndetermined;
  std::string missing;    // "place", "date", "parties" where undetermined
};

EventVerdict JudgeEvent(const Item& a, const Item& b, const PlaceTable& places);

struct OpenPair { const Item* a; const Item* b; std::string missing; };

// Fills Item::event with numbers from 0, in order of first day and claim id;
// lists pairs of one metric that may or may not be one event.
std::uint32_t GroupEvents(std::vector<Item>* items, const PlaceTable& places, const CompareOptions& options,
                          std::vector<OpenPair>* open);

}  // namespace counterclaim
