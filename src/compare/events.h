#pragma once
// Decides which claims speak of one event. Three answers for a pair (same,
// different, undetermined), each with its reason; events are groups in which
// no two of the claims looked at are different and each is the same as one.
#include <cstdint>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "compare/position.h"

namespace counterclaim {

enum class SameEvent : std::uint8_t { kSame, kDifferent, kUndetermined };

struct EventVerdict {
  SameEvent verdict = SameEvent::kUndetermined;
  // "place", "date", "parties", "review": what is missing where undetermined, what
  // differs where different, what was found the same where same.
  const char* ground = "";
  bool sure = false;  // same by dates of their own and by place, parties or kind of happening
};

EventVerdict JudgeEvent(const Item& a, const Item& b, const Rulebook& rulebook);

// What of a claim tells at a glance that it is of another event: most
// judgements are spared by it. Nothing of a claim that people have spoken of.
struct Glance {
  DayRange days;
  bool dated = false;                       // it has days of its own
  std::uint32_t country = 0, province = 0;  // hashes; 0: none, or one that may lie in others
  std::uint64_t town = 0;                   // a bit for each word of its name
};
Glance GlanceAt(const Item& item, const PlaceTable& places);
// Then JudgeEvent calls the two different; else it must be asked.
inline bool SurelyApart(const Glance& a, const Glance& b) {
  if (a.dated && b.dated && !a.days.Overlaps(b.days)) return true;
  if (!a.country || !b.country) return false;
  if (a.country != b.country) return true;
  if (a.province && b.province && a.province != b.province) return true;
  return (a.town & ~b.town) && (b.town & ~a.town);
}

// "one day (2025-10-11), both name pak": the decision in one line.
std::string ExplainEvent(const Item& a, const Item& b, const EventVerdict& verdict);

// At two towns, or in two provinces: not where one may lie in the other.
bool OtherPlace(const Claim& a, const Claim& b, const PlaceTable& places);
// Where claims of one metric tell of several places, or one of a place "itself",
// each counts its own:
// sets Item::local of the claims of one event. `town_ratio`: Horizon.
void MarkLocal(const std::vector<Item*>& event, const PlaceTable& places, int town_ratio);

// A person has said that they are of two events.
bool KeptApart(const Item& a, const Item& b);

struct OpenPair {
  const Item* a;
  const Item* b;
  const char* missing;
};

// Fills Item::event with numbers from 0, in order of first day and claim id,
// which is the order of the items;
// lists pairs of one metric that may or may not be one event.
std::uint32_t GroupEvents(std::vector<Item>* items, const Rulebook& rulebook,
                          const CompareOptions& options, std::vector<OpenPair>* open,
                          LeftOut* left_out);

// The blocks of a claim, by parties, place, kind of happening and days: claims
// that share none are never of one event. Stable from run to run.
std::vector<std::uint64_t> BlockKeys(const Item& item, int told_days);

}  // namespace counterclaim
