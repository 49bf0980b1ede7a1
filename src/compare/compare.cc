#include "compare/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "compare/events.h"
#include "compare/intervals.h"
#include "compare/joint.h"
#include "compare/position.h"
#include "compare/relation.h"
#include "compare/report_finding.h"

namespace counterclaim {
namespace {

struct Pair { const Position* a; const Position* b; Relation relation; };

bool Later(const Position* a, const Position* b) { return Before(b->first(), a->first()); }

// An update's forerunner is the latest of its source; of those, the nearest in value.
bool Nearer(const Pair& x, const Pair& y) {
  const Position* px = Later(x.a, x.b) ? x.b : x.a;
  const Position* py = Later(y.a, y.b) ? y.b : y.a;
  if (Before(px->first(), py->first()) != Before(py->first(), px->first())) return Before(py->first(), px->first());
  if (px->part != py->part) return py->part;
  auto gap = [](const Pair& p) { return std::abs(std::log((Figure(p.a->claim().quantity) + 1) / (Figure(p.b->claim().quantity) + 1))); };
  return gap(x) < gap(y);
}

bool OneSource(const Pair& pair) { return pair.a->first().source == pair.b->first().source; }

// Of all the updates that end in one position, the nearest stays; one source before others.
void ThinUpdates(std::vector<Pair>* pairs) {
  std::map<const Position*, const Pair*> best;
  for (const Pair& pair : *pairs) {
    if (pair.relation.kind != Kind::kUpdate) continue;
    const Position* later = Later(pair.a, pair.b) ? pair.a : pair.b;
    const Pair*& kept = best[later];
    if (!kept || (OneSource(pair) != OneSource(*kept) ? OneSource(pair) : Nearer(pair, *kept))) kept = &pair;
  }
  std::set<std::pair<const Position*, const Position*>> keep;
  for (const auto& [later, pair] : best) keep.insert({pair->a, pair->b});
  std::erase_if(*pairs, [&keep](const Pair& p) { return p.relation.kind == Kind::kUpdate && !keep.count({p.a, p.b}); });
}

// A figure that its source had overtaken no longer takes part in disputes about who the dead were.
void DropSuperseded(std::vector<Pair>* pairs) {
  std::set<const Position*> old;
  for (const Pair& pair : *pairs) if (pair.relation.kind == Kind::kUpdate) old.insert(Later(pair.a, pair.b) ? pair.b : pair.a);
  std::erase_if(*pairs, [&old](const Pair& p) { return p.relation.kind == Kind::kStatusDispute && (old.count(p.a) || old.count(p.b)); });
}

// A side that also counts dead of the other's kind disputes nobody's status.
void DropAgreedStatus(const std::vector<Position>& positions, const Taxonomy& taxonomy, std::vector<Pair>* pairs) {
  std::set<const Position*> copied;
  for (const Pair& pair : *pairs) {
    if (pair.relation.kind == Kind::kMisattribution) copied.insert({pair.a, pair.b});
  }
  auto counts_like = [&](const Position& who, const Position& what) {
    return std::any_of(positions.begin(), positions.end(), [&](const Position& p) {
      const auto &x = p.claim().object.category, &y = what.claim().object.category;
      const bool counted = p.claim().quantity.hard.high > 0 && !copied.count(&p);
      return counted && p.first().source == who.first().source && p.claim().metric == what.claim().metric && p.first().side == what.first().side &&
             x && y && p.claim().stance == Stance::kAsserted && taxonomy.Subset(*x, *y) == SubsetStrength::kHard;
    });
  };
  std::erase_if(*pairs, [&](const Pair& p) {
    return p.relation.kind == Kind::kStatusDispute && (counts_like(*p.a, *p.b) || counts_like(*p.b, *p.a));
  });
}

void Repeats(const Position& position, const Rulebook& rulebook, std::vector<Finding>* findings) {
  const Item& first = position.first();
  if (first.unnamed || first.narrator || first.claim->quantity.hard.high == 0) return;
  std::vector<const Item*> again;
  for (const Item* item : position.items) if (item->claim->article != first.claim->article) again.push_back(item);
  if (!again.empty()) findings->push_back(MakeFinding(Kind::kRepeat, {&first}, again, {}, rulebook));
}

// Figures given as current after their own origin had published another.
void StaleFigures(const std::vector<Pair>& pairs, const Rulebook& rulebook, std::vector<Finding>* findings) {
  for (const Pair& pair : pairs) {
    const bool moved = pair.relation.kind == Kind::kUpdate || pair.relation.kind == Kind::kRevision || pair.relation.kind == Kind::kSelfContradiction;
    if (!moved || !OneSource(pair)) continue;
    const bool ordered = Later(pair.a, pair.b) || Later(pair.b, pair.a);
    const bool a_newer = ordered ? Later(pair.a, pair.b) : Figure(pair.a->claim().quantity) > Figure(pair.b->claim().quantity);
    const Position& newer = a_newer ? *pair.a : *pair.b;
    const Position& older = a_newer ? *pair.b : *pair.a;
    std::vector<const Item*> stale;
    for (const Item* item : older.items) {
      const bool zero = item->claim->quantity.hard.high == 0 || newer.first().claim->quantity.hard.high == kNoLimit;
      if (!zero && item->said && newer.first().said && newer.first().said->last < item->said->first) stale.push_back(item);
    }
    if (!stale.empty()) findings->push_back(MakeFinding(Kind::kStaleFigure, {&newer.first()}, stale, {}, rulebook));
  }
}

bool SaidOneDay(const Pair& pair) { return pair.a->first().said == pair.b->first().said; }

// In a statement whose sum is wrong, the figure that changed since its source gave it slipped in copying.
void Slips(const std::vector<JointConflict>& sums, std::vector<Pair>* pairs) {
  std::set<const Item*> wrong;
  for (const JointConflict& sum : sums) wrong.insert(sum.items.begin(), sum.items.end());
  for (Pair& pair : *pairs) {
    const auto kind = pair.relation.kind;
    const bool moved = kind == Kind::kUpdate || kind == Kind::kRevision || kind == Kind::kSelfContradiction;
    const bool one_metric = pair.a->claim().metric == pair.b->claim().metric;
    if (moved && one_metric && !SaidOneDay(pair) && OneSource(pair) && (wrong.count(&pair.a->first()) || wrong.count(&pair.b->first())) && !InOneArticle(*pair.a, *pair.b)) {
      pair.relation.kind = Kind::kMutation;
      pair.relation.hints.push_back("slip");
    }
  }
}

std::vector<Pair> RelateEvent(const std::vector<Position>& positions, const Rulebook& rulebook, const CompareOptions& options, Comparison* out) {
  std::vector<Pair> pairs;
  std::size_t listed = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const std::size_t end = std::min(positions.size(), i + 1 + options.neighbours);
    for (std::size_t j = i + 1; j < end; ++j) {
      Relation relation = Relate(positions[i], positions[j], rulebook);
      if (relation.kind) {
        pairs.push_back({&positions[i], &positions[j], std::move(relation)});
      } else if (!relation.reason.empty()) {
        if (listed++ < options.not_comparable_per_event) {
          out->not_comparable.push_back({{positions[i].claim().id, positions[j].claim().id}, relation.reason});
        } else {
          ++out->not_comparable_left_out;
        }
      }
    }
  }
  return pairs;
}

Event MakeEvent(const EventId& id, const std::vector<const Item*>& items) {
  Event event;
  event.id = id;
  std::set<std::string> parties;
  for (const Item* item : items) {
    const Claim& claim = *item->claim;
    event.claims.push_back(claim.id);
    parties.insert(item->parties.begin(), item->parties.end());
    if (claim.when && (!event.when || claim.when->days.last - claim.when->days.first < event.when->days.last - event.when->days.first)) event.when = claim.when;
    if (claim.place && (!event.place || (!event.place->town && claim.place->town))) event.place = claim.place;
  }
  std::sort(event.claims.begin(), event.claims.end());
  for (const std::string& party : parties) event.parties.push_back(PartyId(party));
  return event;
}

void OneEvent(const EventId& id, const std::vector<const Item*>& items, const std::vector<JointConflict>& sums,
              const Rulebook& rulebook, const CompareOptions& options, Comparison* out) {
  out->events.push_back(MakeEvent(id, items));
  const std::vector<Position> positions = MakePositions(items);
  std::vector<Pair> pairs = RelateEvent(positions, rulebook, options, out);
  Slips(sums, &pairs);
  ThinUpdates(&pairs);
  DropSuperseded(&pairs);
  DropAgreedStatus(positions, rulebook.taxonomy, &pairs);
  std::vector<Finding> findings;
  for (const Pair& pair : pairs) {
    const bool swap = Later(pair.a, pair.b);
    const Position &a = swap ? *pair.b : *pair.a, &b = swap ? *pair.a : *pair.b;
    findings.push_back(MakeFinding(*pair.relation.kind, a.items, b.items, pair.relation, rulebook));
  }
  for (const Position& position : positions) Repeats(position, rulebook, &findings);
  StaleFigures(pairs, rulebook, &findings);
  for (Finding& finding : findings) {
    finding.event = id;
    out->findings.push_back(std::move(finding));
  }
}

void AddJoint(Kind kind, const std::vector<JointConflict>& conflicts, const Rulebook& rulebook, Comparison* out) {
  for (const JointConflict& conflict : conflicts) {
    const std::vector<const Item*> rest(conflict.items.begin() + 1, conflict.items.end());
    Finding finding = MakeFinding(kind, {conflict.items[0]}, rest, {}, rulebook);
    finding.event = EventId(fmt::format("e{}", conflict.items[0]->event + 1));
    out->findings.push_back(std::move(finding));
  }
}

void AddCandidates(const std::vector<OpenPair>& open, const Rulebook& rulebook, Comparison* out) {
  for (const OpenPair& pair : open) {
    if (pair.a->event == pair.b->event) continue;
    const auto a = MakePositions({pair.a}), b = MakePositions({pair.b});
    const Relation relation = Relate(a[0], b[0], rulebook);
    if (relation.kind && relation.kind != Kind::kRefinement) {
      out->candidates.push_back({{pair.a->claim->id, pair.b->claim->id}, *relation.kind, pair.missing});
    }
  }
}

}  // namespace

Comparison Compare(const std::vector<Claim>& claims, const std::vector<Document>& documents, const Rulebook& rulebook,
                   const CompareOptions& options) {
  std::vector<const Claim*> sorted;
  for (const Claim& claim : claims) {
    if (claim.stance == Stance::kAsserted || claim.stance == Stance::kDenied) sorted.push_back(&claim);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Claim* a, const Claim* b) { return a->id < b->id; });
  std::vector<Item> items = MakeItems(sorted, documents);
  std::vector<OpenPair> open;
  Comparison out;
  const std::uint32_t events = GroupEvents(&items, rulebook.places, options, &open);
  std::vector<std::vector<const Item*>> grouped(events);
  for (const Item& item : items) grouped[item.event].push_back(&item);
  const std::vector<JointConflict> sums = FindSumErrors(items, rulebook.taxonomy);
  for (std::uint32_t i = 0; i < events; ++i) {
    OneEvent(EventId(fmt::format("e{}", i + 1)), grouped[i], sums, rulebook, options, &out);
  }
  AddJoint(Kind::kArithmeticError, sums, rulebook, &out);
  AddJoint(Kind::kJointContradiction, FindJointConflicts(items, rulebook.taxonomy), rulebook, &out);
  AddCandidates(open, rulebook, &out);
  std::sort(out.findings.begin(), out.findings.end(), [](const Finding& x, const Finding& y) {
    if (x.severity != y.severity) return x.severity > y.severity;
    if (x.event != y.event) return x.event->text.size() != y.event->text.size() ? x.event->text.size() < y.event->text.size() : x.event < y.event;
    return x.key != y.key ? x.key < y.key : x.id < y.id;
  });
  return out;
}

std::optional<Finding> RelatePair(const std::vector<Claim>& a, const std::vector<Claim>& b, const Rulebook& rulebook) {
  std::vector<Claim> all = a;
  all.insert(all.end(), b.begin(), b.end());
  CompareOptions options;
  options.one_event = true;
  const Comparison comparison = Compare(all, {}, rulebook, options);
  auto across = [&](const Finding& finding) {
    auto in = [&finding](const std::vector<Claim>& claims) {
      return std::any_of(claims.begin(), claims.end(), [&finding](const Claim& c) {
        return std::find(finding.claims.begin(), finding.claims.end(), c.id) != finding.claims.end();
      });
    };
    return in(a) && in(b);
  };
  for (const Finding& finding : comparison.findings) if (across(finding)) return finding;
  return std::nullopt;
}

}  // namespace counterclaim
