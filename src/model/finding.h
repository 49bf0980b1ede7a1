#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/anchor.h"
#include "model/claim.h"
#include "model/id.h"
#include "model/review.h"

namespace counterclaim {

enum class Kind : std::uint8_t {
  kContradiction,
  kTension,
  kCorroboration,
  kRefinement,
  kUpdate,
  kRevision,
  kSelfContradiction,
  kDenial,
  kMisattribution,
  kMutation,
  kArithmeticError,
  kJointContradiction,
  kStatusDispute,
  kMirrorDiscrepancy,
  kStaleFigure,
  kRepeat,
  kUnanswered,
  kTradedClaims,
};

enum class Severity : std::uint8_t { kNote, kWarning, kError };
enum class FindingState : std::uint8_t { kNew, kUnchanged, kUpdated, kAbsent, kSuppressed };

// How two or more positions stand to each other. A position is a metric, an
// interval, a source, an object and an event; `claims` lists every claim that
// holds one of them.
struct Finding {
  std::string id;   // hash(key, values and bounds)
  std::string key;  // survives a changed figure
  Kind kind = Kind::kContradiction;
  std::vector<Kind> labels;  // further relations of the same positions
  Severity severity = Severity::kNote;
  RuleId rule;
  std::vector<ClaimId> claims;
  std::optional<EventId> event;
  std::string why;                       // one sentence
  std::string event_why;                 // one line: what makes it one event
  std::vector<std::string> holds_under;  // conventions, sorted
  std::vector<std::string> hints;
  FindingState state = FindingState::kNew;

  bool operator==(const Finding&) const = default;
};

// A pair that would be a finding if something unknown were known.
struct Candidate {
  std::vector<ClaimId> claims;
  Kind would_be = Kind::kContradiction;
  std::string missing;  // "place", "date", "parties"

  bool operator==(const Candidate&) const = default;
};

struct NotComparable {
  std::vector<ClaimId> claims;
  std::string reason;  // "metric", "side", "scope", "category", "event", "inclusion"

  bool operator==(const NotComparable&) const = default;
};

struct Event {
  EventId id;
  std::vector<PartyId> parties;
  std::optional<When> when;
  std::optional<Place> place;
  std::vector<ClaimId> claims;

  bool operator==(const Event&) const = default;
};

// What hard limits kept from being looked at. All zero but for great events.
struct LeftOut {
  std::size_t events = 0;    // claims not set beside every event of their blocks
  std::size_t pairs = 0;     // pairs of positions of one event
  std::size_t findings = 0;  // the least grave of an event
  std::size_t candidates = 0;
  std::size_t sums = 0;      // totals not set against all sets of parts
  std::size_t passages = 0;  // not looked for among copies

  bool operator==(const LeftOut&) const = default;
  bool Any() const { return *this != LeftOut(); }
};

struct Comparison {
  std::vector<Finding> findings;  // by severity (errors first), event, key
  std::vector<Candidate> candidates;
  std::vector<NotComparable> not_comparable;
  std::size_t not_comparable_left_out = 0;  // beyond 50 an event
  LeftOut left_out;
  std::vector<Event> events;

  bool operator==(const Comparison&) const = default;
};

// Everything one run read and found: what reports are made from.
struct Run {
  std::vector<Document> articles;  // `text` may be dropped once claims are made
  Extraction extraction;
  Comparison comparison;
  std::vector<Review> reviews;  // of these claims, as far as they were applied
  std::string rules_hash;       // "sha256:..."

  bool operator==(const Run&) const = default;
};

std::string ToText(Kind kind);  // self_contradiction
std::string ToText(Severity severity);
std::string ToText(FindingState state);
std::string ToText(const Finding& finding);

}  // namespace counterclaim
