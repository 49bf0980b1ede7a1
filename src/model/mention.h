#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/id.h"
#include "model/quantity.h"

namespace counterclaim {

enum class Stance : std::uint8_t {
  kAsserted,
  kDenied,
  kHypothetical,
  kFeared,
  kExpected,
  kQuestioned
};

// Whose deed or loss is counted. `span` is the noun group as written, the
// quantity left out; empty where it was inherited by ellipsis ("30 wounded").
struct Participant {
  Span span;
  std::optional<CategoryId> category;
  std::optional<PartyId> party;     // side or nationality; the principal's organ where written
  std::vector<PartyId> union_with;  // further sides of a union: "Taliban and affiliated terrorists"
  bool resolved = false;            // party found through a pronoun, ellipsis or context

  bool operator==(const Participant&) const = default;
};

enum class PartLink : std::uint8_t { kNone, kIncluding, kOfWhom, kBreakdown };
enum class ScopeHint : std::uint8_t { kNone, kIncrement, kTotal, kCumulative };

// One frame filled: a quantity under a metric with its object and actor.
struct Mention {
  Quantity quantity;
  MetricId metric;
  RuleId rule;
  Span trigger;  // the words that gave the metric: "had killed"
  std::uint32_t sentence = 0;
  Span clause;  // from the first to the last word that takes part
  Participant object;
  std::optional<Participant> actor;
  std::string manner;                 // how, where the word tells: "execution"; empty: in any way
  Stance stance = Stance::kAsserted;  // as far as the frame itself shows it
  std::optional<std::uint32_t> part_of;  // index of the whole among the mentions
  PartLink part_link = PartLink::kNone;
  ScopeHint scope_hint = ScopeHint::kNone;
  bool partial = false;  // the words tell that there are more: "one of the dead", "six others"
  std::vector<std::string> steps;  // for `explain`, in order

  bool operator==(const Mention&) const = default;
};

// A sentence that holds a trigger and a count and could not be read.
struct Unread {
  Span span;
  std::string reason;

  bool operator==(const Unread&) const = default;
};

struct Mentions {
  std::vector<Mention> mentions;  // sorted by quantity.number
  std::vector<Unread> unread;

  bool operator==(const Mentions&) const = default;
};

std::string ToText(Stance stance);  // asserted
// "killed >=59 soldier:pak by afg/taliban"
std::string ToText(const Mention& mention);

}  // namespace counterclaim
