#include <algorithm>

#include "compare/intervals.h"
#include "compare/relation.h"

namespace counterclaim {
namespace {

constexpr double kTelling = 10;        // figures below recur by chance
constexpr double kUnmistakable = 100;  // figures above tell whose they are by themselves

bool SameObject(const Position& a, const Position& b) {
  return a.first().side == b.first().side;
}

bool StandInCopies(const Position& a, const Position& b) {
  return std::any_of(a.items.begin(), a.items.end(), [&b](const Item* x) {
    return x->copy != 0 && std::any_of(b.items.begin(), b.items.end(), [x](const Item* y) {
             return x->copy == y->copy && x->event == y->event;
           });
  });
}

bool NamesInChain(const Position& position, const std::string& source) {
  return std::any_of(position.items.begin(), position.items.end(), [&source](const Item* item) {
    return std::any_of(item->claim->chain.begin(), item->claim->chain.end(),
                       [&source](const Source& link) {
                         return link.party && Principal(*link.party).text == source;
                       });
  });
}

Relation Mutation(const char* what) {
  Relation relation;
  relation.kind = Kind::kMutation;
  relation.Hint(what);
  return relation;
}

// One passage in two articles that does not say the same: what changed.
std::optional<Relation> RelatePassages(const Position& a, const Position& b) {
  const Claim &p = a.claim(), &q = b.claim();
  if (p.metric != q.metric)
    return SameFigure(p.quantity, q.quantity) ? std::optional(Mutation("metric-changed"))
                                              : std::nullopt;
  if (!SameFigure(p.quantity, q.quantity))
    return a.first().rank == b.first().rank ? std::optional(Mutation("value-changed"))
                                            : std::nullopt;
  if (p.quantity.bound != q.quantity.bound && (Exact(a) || Exact(b)))
    return Mutation("bound-dropped");
  if (a.first().narrator != b.first().narrator) return Mutation("source-dropped");
  if (p.object.category && q.object.category && p.object.category != q.object.category)
    return Mutation("category-changed");
  if (p.when && q.when && !p.when->days.Overlaps(q.when->days)) return Mutation("date-changed");
  Relation relation;
  if (!SameSource(a, b) && (a.first().narrator || a.first().unnamed)) relation.kind = Kind::kRepeat;
  return relation.kind ? std::optional(relation) : std::nullopt;
}

}  // namespace

std::optional<Relation> RelateDenial(const Position& a, const Position& b) {
  const bool x = a.claim().stance == Stance::kDenied, y = b.claim().stance == Stance::kDenied;
  if (!x && !y) return std::nullopt;
  Relation relation;
  if (x && y) return relation;
  const Position &denied = x ? a : b, &other = x ? b : a;
  if (denied.claim().metric != other.claim().metric || SameSource(a, b)) return relation;
  if (!SameFigure(denied.claim().quantity, other.claim().quantity)) return relation;
  relation.kind =
      NamesInChain(other, denied.first().source) ? Kind::kMisattribution : Kind::kDenial;
  return relation;
}

std::optional<Relation> RelateCopy(const Position& a, const Position& b, const Taxonomy& taxonomy) {
  const Claim &p = a.claim(), &q = b.claim();
  if (AnyArticleShared(a, b)) return std::nullopt;
  if (StandInCopies(a, b)) {
    if (auto changed = RelatePassages(a, b)) return changed;
  }
  if (Zero(a) || Zero(b) || !SameFigure(p.quantity, q.quantity)) return std::nullopt;
  const bool telling = Figure(p.quantity) >= kTelling;
  const bool one_metric = p.metric == q.metric;
  const bool one_source = SameSource(a, b) && !a.first().narrator;
  if (SameSource(a, b) && one_metric && a.first().side && b.first().side && !SameObject(a, b)) {
    Relation relation;
    relation.kind = Kind::kMisattribution;
    return relation;
  }
  if (!SameObject(a, b) && a.first().side && b.first().side) return std::nullopt;
  if (one_source && one_metric && p.quantity.hard != q.quantity.hard &&
      p.quantity.bound != q.quantity.bound && (Exact(a) || Exact(b))) {
    return Mutation("bound-dropped");
  }
  const bool related = taxonomy.AtMost(p.metric, q.metric) || taxonomy.AtMost(q.metric, p.metric) ||
                       (p.object.category && p.object.category == q.object.category);
  // "19 of the 37 wounded" and, days later, 19 dead are two figures.
  const bool part = a.first().whole || b.first().whole;
  // "31 bodies were taken out", then "31 died": bodies are dead.
  const auto kind = [](const MetricId& id) { return id.text.substr(0, id.text.find('.')); };
  const bool bodies = p.metric.text == kind(q.metric) || q.metric.text == kind(p.metric);
  if (one_source && !one_metric && related && telling && !part && !bodies)
    return Mutation("metric-changed");
  if (a.first().narrator != b.first().narrator && SameObject(a, b)) {
    if (one_metric && telling) return Mutation("source-dropped");
    // "2,300 casualties" of an army, and later, in a paper's own words, "2,300 killed".
    const bool later =
        Before((a.first().narrator ? b : a).first(), (a.first().narrator ? a : b).first());
    if (!one_metric && related && later && Figure(p.quantity) >= kUnmistakable)
      return Mutation("metric-changed");
  }
  return std::nullopt;
}

}  // namespace counterclaim
