#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/span.h"
#include "model/anchor.h"
#include "model/attribution.h"
#include "model/document.h"
#include "model/id.h"
#include "model/mention.h"
#include "model/quantity.h"

namespace counterclaim {

// What is at stake for the one who says it.
enum class Stake : std::uint8_t {
  kEnemyLoss,
  kOwnLoss,
  kThirdPartyLoss,
  kOwnGain,
  kOwnAct,
  kNeutral
};

// One quantified assertion in one article. Evidence: never edited afterwards;
// a reviewer's word is a record of its own. A claim belongs to the one who
// makes it: there is never one number per event. Texts are copied out of the
// article, so that a claim can be read, kept and compared without it.
struct Claim {
  ClaimId id;  // article, quantity span, metric
  ArticleId article;
  std::string lang;
  bool in_title = false;  // stands in the title alone; offsets are into the title
  Span span;              // from the first to the last word that takes part
  Span sentence;
  std::string sentence_text;  // the sentence as written, for reports
  std::vector<Span> also;     // further places that state the same claim
  FilePlace at;
  MetricId metric;
  std::string manner;  // "execution": part of what the metric counts; empty: in any way
  std::string quantity_text;
  Quantity quantity;
  std::string convention;  // the convention that read the quantity: "cautious"
  std::optional<std::string> object_text;
  Participant object;
  std::optional<std::string> actor_text;
  std::optional<Participant> actor;
  Source source;
  std::vector<Source> chain;          // from the outlet inwards
  std::optional<std::string> outlet;  // the article's publisher: narrators are told apart by it
  std::vector<Source> denied_by;      // who rejects it in its article, without a figure
  Stance stance = Stance::kAsserted;
  Strength strength = Strength::kUnattributed;
  Stake stake = Stake::kNeutral;
  Scope scope = Scope::kUnknown;
  std::optional<DayRange> said;
  std::optional<std::uint32_t> said_order;  // order of statements inside one article or day
  bool aside = false;    // its paragraph has come to another place: "Elsewhere in the country"
  bool earlier = false;  // said before other statements of its article: "had given 12"
  std::optional<When> when;
  std::optional<Place> place;
  std::optional<ClaimId> part_of;
  // "nine of them", "including nine": the parts of the whole that the text gives need not be all.
  bool open_part = false;
  // "the first blast killed 14", "one of the dead", "six others died", "died on the spot": some of
  // those whom the event killed.
  bool partial = false;
  RuleId rule;
  std::vector<std::string> steps;  // for `explain`

  bool operator==(const Claim&) const = default;
};

// A number seen but not turned into a claim.
struct Refused {
  ArticleId article;
  Span span;
  std::string text;
  NumberKind reason = NumberKind::kOther;  // never kCount
  std::optional<double> value;             // the figure in its unit: 2000000 of "$2 million"
  std::string unit;                        // as written: "soldiers", "$", "km"; empty: none

  bool operator==(const Refused&) const = default;
};

struct UnreadSentence {
  ArticleId article;
  Span span;
  std::string reason;

  bool operator==(const UnreadSentence&) const = default;
};

// What one article gave. What was seen and could not be read is data too.
struct Extraction {
  std::vector<Claim> claims;  // by field (text first), span, metric
  std::vector<Refused> refused;
  std::vector<UnreadSentence> unread;

  bool operator==(const Extraction&) const = default;
};

std::string ToText(Stake stake);  // enemy_loss
// "killed >=59 soldier:pak | says afg/taliban | 2025-10-11..2025-10-12 | incident"
std::string ToText(const Claim& claim);

}  // namespace counterclaim
