#include "oracle/oracle.h"

#include <algorithm>

namespace oracle {
namespace {

constexpr int kGrowing = 30;     // days for which a toll may grow (section 8)
constexpr double kTelling = 10;  // smaller figures recur by chance (section 6)

enum class Order { kSame, kFirstIsPart, kSecondIsPart, kExclude, kApart };

struct Step {
  Order order = Order::kSame;
  bool soft = false;  // presumed, or comparable softly: never more than tension
};

// Section 2.
Step MetricStep(const std::string& a, const std::string& b) {
  if (a == b) return {};
  const auto within = [](const std::string& part, const std::string& whole) {
    if (part == "killed") return whole == "casualties" || whole == "neutralised";
    return part == "wounded" && whole == "casualties";
  };
  if (within(a, b)) return {Order::kFirstIsPart};
  if (within(b, a)) return {Order::kSecondIsPart};
  return {Order::kApart};
}

// Section 3.
Step CategoryStep(const std::string& a, const std::string& b) {
  if (a == b) return {};
  if (b == "person") return {Order::kFirstIsPart};
  if (a == "person") return {Order::kSecondIsPart};
  if (a == "child" && b == "civilian") return {Order::kFirstIsPart, true};
  if (a == "civilian" && b == "child") return {Order::kSecondIsPart, true};
  const bool fighter_and_civilian =
      (a == "soldier" && b == "civilian") || (a == "civilian" && b == "soldier");
  return {fighter_and_civilian ? Order::kExclude : Order::kApart};
}

Step Together(const Step& metric, const Step& category) {
  if (metric.order == Order::kApart || category.order == Order::kApart) return {Order::kApart};
  if (category.order == Order::kExclude)
    return {metric.order == Order::kSame ? Order::kExclude : Order::kApart};
  const bool soft = metric.soft || category.soft;
  if (metric.order == Order::kSame) return {category.order, soft};
  if (category.order == Order::kSame || category.order == metric.order) return {metric.order, soft};
  return {Order::kApart};
}

bool Meet(Range a, Range b) {
  return a.low <= b.high && b.low <= a.high;
}
bool Holds(Range a, Range b) {
  return a.low <= b.low && b.high <= a.high;
}
bool Point(Range a) {
  return a.low == a.high;
}
bool Zero(const Claim& c) {
  return c.hard.high == 0;
}

struct Apart {
  bool hard, soft;
  bool both() const { return hard && soft; }
  bool any() const { return hard || soft; }
};

Apart Measure(const Claim& a, const Claim& b, Order order) {
  if (order == Order::kFirstIsPart) return {a.hard.low > b.hard.high, a.soft.low > b.soft.high};
  if (order == Order::kSecondIsPart) return Measure(b, a, Order::kFirstIsPart);
  return {!Meet(a.hard, b.hard), !Meet(a.soft, b.soft)};
}

bool SameSource(const Claim& a, const Claim& b) {
  return a.who != Who::kUnnamed && a.who == b.who && a.source == b.source;
}

// One counts its enemy's loss, the other its own, or they dispute the dead of a third.
bool Opposed(const Claim& a, const Claim& b) {
  if (a.who != Who::kParty || b.who != Who::kParty || a.source == b.source) return false;
  const bool a_own = a.source == a.side, b_own = b.source == b.side;
  return a_own != b_own || a.side != b.side;
}

bool SameFigure(const Claim& a, const Claim& b) {
  return (a.hard.low == b.hard.low && a.hard.high == b.hard.high) || a.figure == b.figure;
}

// Section 8: narrators count as third parties here.
bool Neutral(const Claim& c) {
  return c.who != Who::kParty;
}

// Sections 5.3 and 8, "mutation": one figure in two articles.
std::string Travelled(const Claim& a, const Claim& b, const Step& category) {
  if (a.article == b.article || Zero(a) || Zero(b) || !SameFigure(a, b)) return "";
  const bool one_source = SameSource(a, b) && a.who != Who::kNarrator;
  if (SameSource(a, b) && a.metric == b.metric && a.side != b.side) return "misattribution";
  if (a.side != b.side) return "";
  const bool lost_bound = Point(a.hard) != Point(b.hard);
  if (one_source && a.metric == b.metric && lost_bound) return "mutation";
  const bool related =
      MetricStep(a.metric, b.metric).order != Order::kApart || category.order == Order::kSame;
  if (one_source && a.metric != b.metric && related && a.figure >= kTelling) return "mutation";
  const bool lost_source = (a.who == Who::kNarrator) != (b.who == Who::kNarrator);
  if (lost_source && a.metric == b.metric && a.figure >= kTelling) return "mutation";
  return "";
}

std::string Agreeing(const Claim& a, const Claim& b, Order order, bool opposed) {
  if (Zero(a) || Zero(b)) return "none";
  if (order != Order::kSame) {
    const double low = std::min(a.figure, b.figure), high = std::max(a.figure, b.figure);
    return opposed && low > 0 && high >= 2 * low ? "mirror_discrepancy" : "refinement";
  }
  const auto origin = [](const Claim& c) { return c.who == Who::kParty || c.who == Who::kThird; };
  const auto near = [](const Claim& exact, const Claim& other) {
    return Point(exact.hard) && other.approximate && other.hard.high != kOpen &&
           Holds(other.soft, exact.hard);
  };
  if (origin(a) && origin(b)) {
    const bool one_article = a.article == b.article;
    if (Point(a.hard) && Point(b.hard)) {
      // Two that fight over the dead do not find the same civilians by chance.
      const bool civilians = a.category == "civilian" && a.figure >= kTelling;
      return opposed && civilians && !one_article ? "misattribution" : "corroboration";
    }
    if (near(a, b) || near(b, a)) return "corroboration";
  }
  return Holds(a.hard, b.hard) || Holds(b.hard, a.hard) ? "refinement" : "none";
}

// Section 5.6, second row: b is the later statement.
std::string Later(const Claim& a, const Claim& b, const Step& slot, Apart apart) {
  if (b.figure == a.figure) return "none";
  if (b.figure < a.figure) return apart.hard ? "revision" : "none";
  // A part that outgrew the old whole is no new whole, but tells that the whole has grown.
  if (slot.order != Order::kSame && a.metric == b.metric && apart.any())
    return apart.hard && !Zero(a) ? "update" : "none";
  // The count of a group is no forerunner of that of all, nor killed of casualties.
  const bool others = a.category != b.category && b.figure > 4 * a.figure;
  const bool wider = slot.order == Order::kFirstIsPart && a.metric == b.metric && !others;
  return slot.order == Order::kSame || apart.any() || wider ? "update" : "none";
}

// Section 5.6, third row.
std::string AtOnce(const Claim& a, const Claim& b, const Step& slot, Apart apart) {
  if (!apart.any() || slot.soft) return "none";
  // Of a growing toll one who takes no side gave one of the figures first.
  const bool growing = Neutral(a) && a.day <= kGrowing && !Zero(a) && !Zero(b);
  if (growing && slot.order == Order::kSame && apart.hard) return "update";
  return apart.both() ? "self_contradiction" : "tension";
}

// A party calls those it killed fighters, another source calls them civilians.
bool Disputed(const Claim& a, const Claim& b) {
  const double least = std::min(a.figure, b.figure), most = std::max(a.figure, b.figure);
  if (least <= 0 || most > 4 * least) return false;
  const Claim &fighters = a.category == "civilian" ? b : a, &civilians = &fighters == &a ? b : a;
  const bool heard = civilians.who == Who::kParty || civilians.who == Who::kThird;
  return fighters.who == Who::kParty && fighters.source != fighters.side && heard &&
         !SameSource(a, b);
}

}  // namespace

std::string Relate(const Claim& a, const Claim& b) {
  if (b.day < a.day) return Relate(b, a);
  if (a.denied || b.denied) {  // 2
    const bool answers =
        a.denied != b.denied && a.metric == b.metric && !SameSource(a, b) && SameFigure(a, b);
    return answers ? "denial" : "none";
  }
  const Step category = CategoryStep(a.category, b.category);
  if (const std::string moved = Travelled(a, b, category); !moved.empty()) return moved;  // 3
  const Step slot = Together(MetricStep(a.metric, b.metric), category);
  if (a.side != b.side || slot.order == Order::kApart) return "none";  // 4
  const bool opposed = Opposed(a, b);
  if (slot.order == Order::kExclude) return Disputed(a, b) ? "status_dispute" : "none";
  const Apart apart = Measure(a, b, slot.order);
  const bool later = a.day < b.day;
  // What one who takes no side counted in the first weeks was no last word.
  const bool running = b.day <= kGrowing || (Neutral(a) && a.day <= kGrowing);
  const bool grew = later && b.figure > a.figure && running;
  if (SameSource(a, b)) {
    const std::string changed = later ? Later(a, b, slot, apart) : AtOnce(a, b, slot, apart);
    const bool part = slot.order != Order::kSame && !apart.any() && !Zero(a) && !Zero(b);
    return changed == "none" && part ? "refinement" : changed;  // 5
  }
  if (grew && !opposed && apart.any() && !Zero(a) && !Zero(b))  // running tolls
    return Neutral(a) && Neutral(b) && slot.order == Order::kSame ? "update" : "none";
  // "At least 44", later another observer's 53.
  if (grew && Neutral(a) && Neutral(b) && slot.order == Order::kSame && a.hard.high == kOpen &&
      !apart.any() && !Zero(a))
    return "update";
  if (!apart.any()) return Agreeing(a, b, slot.order, opposed);
  // A text that counts fewer by itself than somebody whom it or another quotes tells of a part,
  // unless both count one army.
  const bool army = a.category == "soldier" && b.category == "soldier" && a.side == b.side;
  const Claim &less = a.figure < b.figure ? a : b, &more = a.figure < b.figure ? b : a;
  if (less.who == Who::kNarrator && more.who != Who::kNarrator && !army && !Zero(less) &&
      1.6 * less.figure < more.figure)
    return "none";
  return apart.both() && !slot.soft ? "contradiction" : "tension";
}

}  // namespace oracle
