#pragma once
#include <cstdint>

#include "compare/position.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

enum class Slot : std::uint8_t { kSame, kFirstIsPart, kSecondIsPart, kExclude, kApart };

// How what two positions count is ordered, and how strongly.
struct SlotRelation {
  Slot slot = Slot::kApart;
  bool presumed = false;      // never more than tension
  bool metric_order = false;  // ordered by metric: killed within casualties
  bool category_order = false;
  bool scope_order = false;
  const char* reason = "";  // of kApart: "metric", "side", "scope", "category", "place"
};

SlotRelation RelateSlots(const Position& a, const Position& b, const Taxonomy& taxonomy);

}  // namespace counterclaim
