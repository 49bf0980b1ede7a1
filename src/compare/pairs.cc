#include "compare/pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "compare/events.h"
#include "compare/intervals.h"

namespace counterclaim {
namespace {

using Group = std::vector<const Position*>;

// The claims that stand for a position: the first, and some that people have
// spoken of.
std::vector<const Item*> Witnesses(const Position& position) {
  constexpr std::size_t kFirst = 3, kReviewed = 8;
  std::vector<const Item*> chosen(
      position.items.begin(),
      position.items.begin() + std::min<std::ptrdiff_t>(kFirst, std::ssize(position.items)));
  for (std::size_t i = kFirst; i < position.items.size() && chosen.size() < kFirst + kReviewed; ++i)
    if (position.items[i]->reviewed) chosen.push_back(position.items[i]);
  return chosen;
}

// The best verdict of the claims of two positions; a person's word is the best.
EventVerdict JudgePositions(const Position& a, const Position& b, const Rulebook& rulebook,
                            const Item** x, const Item** y) {
  const auto rank = [](const EventVerdict& v) {
    if (v.verdict == SameEvent::kSame)
      return v.ground == std::string_view("review") ? 5 : v.sure ? 4 : 3;
    return v.verdict == SameEvent::kUndetermined ? 1 : 0;
  };
  EventVerdict best{SameEvent::kDifferent, "event", false};
  bool any = false;
  for (const Item* p : Witnesses(a)) {
    for (const Item* q : Witnesses(b)) {
      const EventVerdict verdict = JudgeEvent(*p, *q, rulebook);
      if (any && rank(verdict) <= rank(best)) continue;
      any = true;
      best = verdict;
      *x = p;
      *y = q;
    }
  }
  return best;
}

class Lister {
 public:
  Lister(const CompareOptions& options, Comparison* out)
      : most_(options.not_comparable_per_event), out_(out) {}
  void Add(const Position& a, const Position& b, const std::string& reason) {
    if (listed_++ < most_)
      out_->not_comparable.push_back({{a.claim().id, b.claim().id}, reason});
    else
      ++out_->not_comparable_left_out;
  }
  void AddCandidate(const Item& a, const Item& b, Kind kind, const std::string& missing) {
    if (candidates_++ >= most_) {
      ++out_->left_out.candidates;
      return;
    }
    std::vector<ClaimId> ids = {a.claim->id, b.claim->id};
    std::sort(ids.begin(), ids.end());
    out_->candidates.push_back({std::move(ids), kind, missing});
  }
  bool full() const { return listed_ >= most_; }
  void Count(std::size_t more) { out_->not_comparable_left_out += more; }

 private:
  std::size_t most_, listed_ = 0, candidates_ = 0;
  Comparison* out_;
};

// Metrics that something joins are one family; an unknown metric is its own.
std::map<std::string, Group> Families(const std::vector<Position>& positions,
                                      const Taxonomy& taxonomy) {
  std::map<std::string, Group> families;
  for (const Position& position : positions) {
    const int family = taxonomy.FamilyOf(position.claim().metric);
    families[family < 0 ? position.claim().metric.text : "#" + std::to_string(family)].push_back(
        &position);
  }
  for (auto& [name, group] : families) {
    // By the days of what happened, so that in a great event those stand side by
    // side that may speak of one thing.
    const auto day = [](const Position* p) {
      const auto& days = p->first().when ? p->first().when : p->first().said;
      return std::pair(days.has_value(), days ? days->first : Day());
    };
    std::stable_sort(group.begin(), group.end(),
                     [&day](const Position* a, const Position* b) { return day(a) < day(b); });
  }
  return families;
}

void ListApart(const std::map<std::string, Group>& families, Lister* lister) {
  std::size_t before = 0, pairs = 0, listed = 0;
  for (const auto& [name, group] : families) {
    pairs += before * group.size();
    before += group.size();
  }
  for (auto x = families.begin(); x != families.end() && !lister->full(); ++x) {
    for (auto y = std::next(x); y != families.end() && !lister->full(); ++y) {
      for (const Position* a : x->second) {
        for (const Position* b : y->second) {
          if (lister->full()) break;
          lister->Add(*a, *b, "metric");
          ++listed;
        }
      }
    }
  }
  lister->Count(pairs - listed);
}

void RelateTwo(const Position& a, const Position& b, const Rulebook& rulebook,
               const CompareOptions& options, Lister* lister, std::vector<Pair>* pairs) {
  // What only one event can make a disagreement.
  constexpr Kind kOpposing[] = {Kind::kContradiction, Kind::kTension, Kind::kSelfContradiction,
                                Kind::kStatusDispute};
  const Item *x = &a.first(), *y = &b.first();
  EventVerdict verdict{SameEvent::kSame, "", true};
  const bool kin = x->whole == y->claim || y->whole == x->claim;
  if (!options.one_event && !kin) {
    verdict = JudgePositions(a, b, rulebook, &x, &y);
    if (verdict.verdict == SameEvent::kDifferent) return lister->Add(a, b, "event");
  }
  Relation relation = Relate(a, b, rulebook);
  if (relation.kind && verdict.verdict == SameEvent::kUndetermined &&
      std::find(std::begin(kOpposing), std::end(kOpposing), *relation.kind) != std::end(kOpposing))
    return lister->AddCandidate(*x, *y, *relation.kind, verdict.ground);
  if (relation.kind) {
    relation.event_sure = kin || (verdict.verdict == SameEvent::kSame && verdict.sure);
    if (!options.one_event && !kin) {
      if (verdict.verdict == SameEvent::kUndetermined)
        relation.event_why = "one event through other claims of it";
      else
        relation.event_why = ExplainEvent(*x, *y, verdict);
    }
    pairs->push_back({&a, &b, std::move(relation)});
  } else if (!relation.reason.empty()) {
    lister->Add(a, b, relation.reason);
  }
}

}  // namespace

std::vector<Pair> RelateAll(const std::vector<Position>& positions, const Rulebook& rulebook,
                            const CompareOptions& options, Comparison* out) {
  std::vector<Pair> pairs;
  Lister lister(options, out);
  const std::map<std::string, Group> families = Families(positions, rulebook.taxonomy);
  for (const auto& [name, group] : families) {
    const std::size_t reach =
        std::max(options.fewest_neighbours,
                 2 * options.pairs_per_event / std::max<std::size_t>(1, positions.size()));
    for (std::size_t i = 0; i < group.size(); ++i) {
      const std::size_t end = std::min(group.size(), i + 1 + reach);
      out->left_out.pairs += group.size() - end;
      for (std::size_t j = i + 1; j < end; ++j)
        RelateTwo(*group[i], *group[j], rulebook, options, &lister, &pairs);
    }
  }
  ListApart(families, &lister);
  return pairs;
}

}  // namespace counterclaim
