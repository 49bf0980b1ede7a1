#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "compare/intervals.h"
#include "compare/pairs.h"

namespace counterclaim {
namespace {

// "56" and "156", "417" and "471": one digit more, less, another, or two of them swapped.
bool OneDigit(double a, double b) {
  std::string x = fmt::format("{:.0f}", a), y = fmt::format("{:.0f}", b);
  if (x.size() > y.size()) std::swap(x, y);
  if (y.size() - x.size() > 1) return false;
  const auto at = std::mismatch(x.begin(), x.end(), y.begin());
  const std::string_view p(at.first, x.end()), q(at.second, y.end());
  if (x.size() < y.size()) return p == q.substr(1);
  const bool swapped = p.size() > 1 && p[0] == q[1] && p[1] == q[0] && p.substr(2) == q.substr(2);
  return p.empty() || p.substr(1) == q.substr(1) || swapped;
}

double Distance(const Pair& pair) {
  return std::abs(
      std::log((Figure(pair.a->claim().quantity) + 1) / (Figure(pair.b->claim().quantity) + 1)));
}

const Position* Newer(const Pair& pair) {
  if (Later(pair.a, pair.b)) return pair.a;
  if (Later(pair.b, pair.a)) return pair.b;
  return Figure(pair.a->claim().quantity) > Figure(pair.b->claim().quantity) ? pair.a : pair.b;
}

const Position* Older(const Pair& pair) {
  return Newer(pair) == pair.a ? pair.b : pair.a;
}

// An update's forerunner is of its own source, then the latest; of those, the nearest in value.
bool Closer(const Pair& x, const Pair& y) {
  if (OneSource(x) != OneSource(y)) return OneSource(x);
  const bool same_x = x.a->claim().metric == x.b->claim().metric,
             same_y = y.a->claim().metric == y.b->claim().metric;
  if (same_x != same_y) return same_x;
  const Position *px = Older(x), *py = Older(y);
  const bool x_first = Before(px->first(), py->first()), y_first = Before(py->first(), px->first());
  if (x_first != y_first) return y_first;
  if (px->part != py->part) return py->part;
  if (Distance(x) != Distance(y)) return Distance(x) < Distance(y);
  return px->claim().id < py->claim().id;
}

// Which pairs of the kind are the best at one of their ends; the others go.
template <typename End, typename Better>
void KeepBest(Kind kind, const std::vector<Position>& positions, End end, Better better,
              std::vector<Pair>* pairs) {
  std::vector<const Pair*> best;  // by position
  for (const Pair& pair : *pairs) {
    if (pair.relation.kind != kind) continue;
    best.resize(positions.size());
    const Pair*& kept = best[std::size_t(end(pair) - positions.data())];
    if (!kept || better(pair, *kept)) kept = &pair;
  }
  std::vector<bool> keep(best.empty() ? 0 : pairs->size());
  for (const Pair* pair : best)
    if (pair) keep[std::size_t(pair - pairs->data())] = true;
  std::size_t i = 0;
  std::erase_if(*pairs, [&](const Pair& p) {
    const std::size_t at = i++;
    return p.relation.kind == kind && !keep[at];
  });
}

bool Stated(const Pair& pair) {
  return pair.a->first().whole == &pair.b->claim() || pair.b->first().whole == &pair.a->claim();
}

// Of all the wholes that hold a part, the one that it was stated with, else the tightest.
void ThinRefinements(const std::vector<Position>& positions, std::vector<Pair>* pairs) {
  const auto part = [](const Pair& pair) {
    if (pair.a->first().whole == &pair.b->claim()) return pair.a;
    if (pair.b->first().whole == &pair.a->claim()) return pair.b;
    return Figure(pair.a->claim().quantity) <= Figure(pair.b->claim().quantity) ? pair.a : pair.b;
  };
  KeepBest(
      Kind::kRefinement, positions, part,
      [](const Pair& x, const Pair& y) {
        if (Stated(x) != Stated(y)) return Stated(x);
        return Distance(x) != Distance(y) ? Distance(x) < Distance(y)
                                          : std::min(x.a->claim().id, x.b->claim().id) <
                                                std::min(y.a->claim().id, y.b->claim().id);
      },
      pairs);
}

void DropSuperseded(const std::vector<Position>& positions, std::vector<Pair>* pairs) {
  std::vector<bool> old(positions.size());
  const auto number = [&positions](const Position* p) { return std::size_t(p - positions.data()); };
  for (const Pair& pair : *pairs)
    if (pair.relation.kind == Kind::kUpdate) old[number(Older(pair))] = true;
  std::erase_if(*pairs, [&](const Pair& p) {
    return p.relation.kind == Kind::kStatusDispute && (old[number(p.a)] || old[number(p.b)]);
  });
}

// A source that has since given a figure with which the other agrees contradicts it no longer.
void DropOvertaken(const std::vector<Position>& positions, std::vector<Pair>* pairs) {
  constexpr std::size_t kMostSteps = 16;  // figures of one source that are looked at
  const auto number = [&positions](const Position* p) { return std::size_t(p - positions.data()); };
  std::map<std::size_t, std::vector<std::size_t>> newer;  // what a figure has become
  for (const Pair& pair : *pairs) {
    if (pair.relation.kind == Kind::kUpdate && OneSource(pair))
      newer[number(Older(pair))].push_back(number(Newer(pair)));
  }
  if (newer.empty()) return;
  const auto agrees_now = [&](const Position* old, const Position* other) {
    if (!Before(old->first(), other->first())) return false;
    std::vector<std::size_t> path = {number(old)};
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (i > 0 && positions[path[i]].claim().quantity.hard.Overlaps(other->claim().quantity.hard))
        return true;
      const auto next = newer.find(path[i]);
      if (next == newer.end()) continue;
      for (std::size_t k = 0; k < next->second.size() && path.size() < kMostSteps; ++k)
        if (std::find(path.begin(), path.end(), next->second[k]) == path.end())
          path.push_back(next->second[k]);
    }
    return false;
  };
  std::erase_if(*pairs, [&](const Pair& p) {
    return p.relation.kind == Kind::kContradiction &&
           (agrees_now(p.a, p.b) || agrees_now(p.b, p.a));
  });
}

void DropAgreedStatus(const std::vector<Position>& positions, const Taxonomy& taxonomy,
                      std::vector<Pair>* pairs) {
  // By source, metric and side: what a disputed count may be set against.
  using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
  const auto side = [](const Position& p) {
    return p.first().side ? std::string_view(*p.first().side) : std::string_view();
  };
  const auto key = [&side](const Position& who, const Position& what) {
    return Key{who.first().source, what.claim().metric.text, side(what)};
  };
  std::map<Key, std::vector<const Position*>> counts;
  std::set<const Position*> copied;
  for (const Pair& pair : *pairs) {
    if (pair.relation.kind == Kind::kMisattribution) copied.insert({pair.a, pair.b});
    if (pair.relation.kind != Kind::kStatusDispute) continue;
    counts[key(*pair.a, *pair.b)];
    counts[key(*pair.b, *pair.a)];
  }
  if (counts.empty()) return;
  for (const Position& p : positions) {
    const bool counted = p.claim().quantity.hard.high > 0 &&
                         p.claim().stance == Stance::kAsserted && p.claim().object.category &&
                         !copied.count(&p);
    if (!counted) continue;
    if (const auto at = counts.find(key(p, p)); at != counts.end()) at->second.push_back(&p);
  }
  const auto counts_like = [&](const Position& who, const Position& what) {
    const std::vector<const Position*>& like = counts.find(key(who, what))->second;
    return std::any_of(like.begin(), like.end(), [&](const Position* p) {
      return taxonomy.Subset(*p->claim().object.category, *what.claim().object.category) ==
             SubsetStrength::kHard;
    });
  };
  std::erase_if(*pairs, [&](const Pair& p) {
    return p.relation.kind == Kind::kStatusDispute &&
           (counts_like(*p.a, *p.b) || counts_like(*p.b, *p.a));
  });
}

}  // namespace

void ThinPairs(const std::vector<Position>& positions, const Taxonomy& taxonomy,
               std::vector<Pair>* pairs) {
  KeepBest(Kind::kUpdate, positions, Newer, Closer, pairs);
  DropOvertaken(positions, pairs);
  ThinRefinements(positions, pairs);
  DropSuperseded(positions, pairs);
  DropAgreedStatus(positions, taxonomy, pairs);
}

void MarkSlips(const std::set<const Item*>& wrong, std::vector<Pair>* pairs) {
  if (wrong.empty()) return;
  for (Pair& pair : *pairs) {
    const auto kind = pair.relation.kind;
    const bool moved =
        kind == Kind::kUpdate || kind == Kind::kRevision || kind == Kind::kSelfContradiction;
    const bool one_day = pair.a->first().said == pair.b->first().said;
    if (!moved || one_day) continue;
    const bool in_sum = wrong.count(&pair.a->first()) || wrong.count(&pair.b->first());
    if (!in_sum || !OneSource(pair) || pair.a->claim().metric != pair.b->claim().metric ||
        !OneDigit(Figure(pair.a->claim().quantity), Figure(pair.b->claim().quantity)) ||
        InOneArticle(*pair.a, *pair.b))
      continue;
    pair.relation.kind = Kind::kMutation;
    pair.relation.Hint("slip");
  }
}

}  // namespace counterclaim
