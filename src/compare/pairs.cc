#include "compare/pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/parallel.h"
#include "compare/events.h"
#include "compare/intervals.h"

namespace counterclaim {
namespace {

using Group = std::vector<const Position*>;

// The claims that stand for a position: the first, and some that people have
// spoken of.
class Witnesses {
 public:
  explicit Witnesses(const Position& position) {
    for (std::size_t i = 0; i < std::min(kFirst, position.items.size()); ++i)
      chosen_[size_++] = position.items[i];
    if (!position.reviewed) return;
    for (std::size_t i = kFirst; i < position.items.size() && size_ < chosen_.size(); ++i)
      if (position.items[i]->reviewed) chosen_[size_++] = position.items[i];
  }
  const Item* const* begin() const { return chosen_.data(); }
  const Item* const* end() const { return chosen_.data() + size_; }

 private:
  static constexpr std::size_t kFirst = 3, kReviewed = 8;
  std::array<const Item*, kFirst + kReviewed> chosen_;
  std::size_t size_ = 0;
};

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
  const Witnesses of_a(a), of_b(b);
  for (const Item* p : of_a) {
    for (const Item* q : of_b) {
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

// What could not be compared, and what might be a disagreement: the first of
// each, and how many more there were.
class Lister {
 public:
  explicit Lister(std::size_t most) : most_(most) {}
  void Add(const Position& a, const Position& b, const char* reason) {
    if (!full())
      apart_.push_back({{a.claim().id, b.claim().id}, reason});
    else
      ++apart_left_out_;
  }
  void AddCandidate(const Item& a, const Item& b, Kind kind, const std::string& missing) {
    if (candidates_.size() >= most_) {
      ++candidates_left_out_;
      return;
    }
    std::vector<ClaimId> ids = {a.claim->id, b.claim->id};
    std::sort(ids.begin(), ids.end());
    candidates_.push_back({std::move(ids), kind, missing});
  }
  // Those of `next` stand behind these.
  void Add(Lister next) {
    Join(&next.apart_, &apart_, &apart_left_out_);
    Join(&next.candidates_, &candidates_, &candidates_left_out_);
    apart_left_out_ += next.apart_left_out_;
    candidates_left_out_ += next.candidates_left_out_;
  }
  bool full() const { return apart_.size() >= most_; }
  void Count(std::size_t more) { apart_left_out_ += more; }
  void Give(Comparison* out) {
    out->not_comparable = std::move(apart_);
    out->candidates = std::move(candidates_);
    out->not_comparable_left_out += apart_left_out_;
    out->left_out.candidates += candidates_left_out_;
  }

 private:
  template <typename Entry>
  void Join(std::vector<Entry>* from, std::vector<Entry>* to, std::size_t* left_out) const {
    const std::size_t taken = std::min(from->size(), most_ - to->size());
    to->insert(to->end(), std::make_move_iterator(from->begin()),
               std::make_move_iterator(from->begin() + static_cast<std::ptrdiff_t>(taken)));
    *left_out += from->size() - taken;
  }

  std::size_t most_, apart_left_out_ = 0, candidates_left_out_ = 0;
  std::vector<NotComparable> apart_;
  std::vector<Candidate> candidates_;
};

// Metrics that something joins are one family; an unknown metric is its own.
std::map<std::string, Group> Families(const std::vector<Position>& positions,
                                      const Taxonomy& taxonomy) {
  std::map<std::string, Group> families;
  const MetricId* last = nullptr;  // positions of one metric stand side by side
  Group* group = nullptr;
  for (const Position& position : positions) {
    const MetricId& metric = position.claim().metric;
    if (!last || *last != metric) {
      const int family = taxonomy.FamilyOf(metric);
      group = &families[family < 0 ? metric.text : "#" + std::to_string(family)];
      last = &metric;
    }
    group->push_back(&position);
  }
  for (auto& [name, positions_of] : families) {
    // By the days of what happened, so that in a great event those stand side by
    // side that may speak of one thing.
    std::vector<std::tuple<bool, Day, const Position*>> dated;  // positions stand in their order
    for (const Position* p : positions_of) {
      const auto& days = p->first().when ? p->first().when : p->first().said;
      dated.emplace_back(days.has_value(), days ? days->first : Day(), p);
    }
    std::sort(dated.begin(), dated.end());
    for (std::size_t i = 0; i < positions_of.size(); ++i) positions_of[i] = std::get<2>(dated[i]);
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
  // What has grown under another name must be surely of one event.
  const bool other_words = a.claim().object.category != b.claim().object.category;
  if (relation.kind == Kind::kUpdate && other_words && verdict.verdict == SameEvent::kUndetermined)
    return lister->AddCandidate(*x, *y, *relation.kind, verdict.ground);
  if (relation.kind && verdict.verdict == SameEvent::kUndetermined &&
      std::find(std::begin(kOpposing), std::end(kOpposing), *relation.kind) != std::end(kOpposing))
    return lister->AddCandidate(*x, *y, *relation.kind, verdict.ground);
  if (relation.kind) {
    relation.event_sure = kin || (verdict.verdict == SameEvent::kSame && verdict.sure);
    const bool judged = !options.one_event && !kin;
    pairs->push_back({&a, &b, relation, judged ? x : nullptr, judged ? y : nullptr});
  } else if (*relation.reason != '\0') {
    lister->Add(a, b, relation.reason);
  }
}

}  // namespace

std::vector<Pair> RelateAll(const std::vector<Position>& positions, const Rulebook& rulebook,
                            const CompareOptions& options, unsigned threads, Comparison* out) {
  // Positions that are set beside those behind them, by one thread at a time.
  struct Share {
    const Group* group;
    std::size_t first;
    Lister lister;
    std::vector<Pair> pairs = {};
  };
  constexpr std::size_t kShare = 256;
  std::vector<Share> shares;
  const std::map<std::string, Group> families = Families(positions, rulebook.taxonomy);
  const std::size_t reach =
      std::max(options.fewest_neighbours,
               2 * options.pairs_per_event / std::max<std::size_t>(1, positions.size()));
  const auto end_of = [reach](const Group& group, std::size_t i) {
    return std::min(group.size(), i + 1 + reach);
  };
  Lister lister(options.not_comparable_per_event);
  for (const auto& [name, group] : families) {
    for (std::size_t i = 0; i < group.size(); i += kShare)
      shares.push_back({&group, i, Lister(options.not_comparable_per_event)});
    for (std::size_t i = 0; i < group.size(); ++i)
      out->left_out.pairs += group.size() - end_of(group, i);
  }
  ParallelFor(threads, shares.size(), [&](std::size_t at) {
    Share& share = shares[at];
    const Group& group = *share.group;
    for (std::size_t i = share.first; i < std::min(group.size(), share.first + kShare); ++i)
      for (std::size_t j = i + 1; j < end_of(group, i); ++j)
        RelateTwo(*group[i], *group[j], rulebook, options, &share.lister, &share.pairs);
  });
  std::vector<Pair> pairs;
  std::size_t count = 0;
  for (const Share& share : shares) count += share.pairs.size();
  pairs.reserve(count);
  for (Share& share : shares) {
    lister.Add(std::move(share.lister));
    pairs.insert(pairs.end(), std::make_move_iterator(share.pairs.begin()),
                 std::make_move_iterator(share.pairs.end()));
    share.pairs = {};
  }
  ListApart(families, &lister);
  lister.Give(out);
  return pairs;
}

std::string WhyOneEvent(const Pair& pair, const Rulebook& rulebook) {
  if (!pair.x || !pair.y) return "";
  const EventVerdict verdict = JudgeEvent(*pair.x, *pair.y, rulebook);
  return verdict.verdict == SameEvent::kUndetermined ? "one event through other claims of it"
                                                     : ExplainEvent(*pair.x, *pair.y, verdict);
}

}  // namespace counterclaim
