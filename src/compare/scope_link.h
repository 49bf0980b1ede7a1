#pragma once
#include "compare/position.h"
#include "compare/slots.h"

namespace counterclaim {

// One link of the order between two slots; links that point different ways cancel.
struct Link {
  Slot slot = Slot::kSame;
  bool presumed = false;
};

// How far two counts reach in time, one beside the other.
Link ScopeLink(const Item& a, const Item& b);

}  // namespace counterclaim
