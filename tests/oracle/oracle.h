#pragma once
// A second comparator, written from DOMAIN.md sections 4, 5 and 8 alone: slow,
// plain, for two claims of one event and nothing else. It knows no rule files.
#include <cstdint>
#include <optional>
#include <string>

namespace oracle {

constexpr std::int64_t kOpen = INT64_MAX;  // no upper end

struct Range {
  std::int64_t low, high;
};

enum class Who { kParty, kThird, kNarrator, kUnnamed };

struct Claim {
  std::string metric;    // killed, wounded, casualties, neutralised
  std::string category;  // person, soldier, civilian, child
  std::string side;      // whose the victims are
  Range hard, soft;
  double figure;
  bool approximate;
  Who who;
  std::string source;  // the party, the body, the outlet
  int day;             // of the statement, counted from the event
  std::string article;
  bool denied;
};

// The kind of OUTPUT.md, or "none".
std::string Relate(const Claim& a, const Claim& b);

}  // namespace oracle
