#include "compare/drafts.h"

#include <optional>

#include "base/parallel.h"
#include "compare/report_finding.h"

namespace counterclaim {

namespace {

// "157", which became "153", as others still had it when it was no longer said, is stale and
// no part of the change.
std::vector<const Item*> BeforeChange(const std::vector<const Item*>& older, const Item& newer) {
  std::vector<const Item*> out;
  for (const Item* item : older)
    if (!item->said || !newer.said || item->said->first <= newer.said->last) out.push_back(item);
  return out.empty() ? older : out;
}

}  // namespace

void Drafts::Add(Kind kind, const Item& a, std::vector<const Item*> b) {
  static const Relation kNone;
  own_.push_back({&a});
  const std::vector<const Item*>& first = own_.back();
  own_.push_back(std::move(b));
  Add(kind, first, own_.back(), kNone);
}

Drafts::Draft Drafts::At(std::size_t i) const {
  if (i < drafts_.size()) return drafts_[i];
  const Pair& pair = (*pairs_)[i - drafts_.size()];
  // Who denies comes second, whenever that was.
  const bool swap = pair.relation.kind == Kind::kDenial ? pair.a->claim().stance == Stance::kDenied
                                                        : Later(pair.a, pair.b);
  const Position &a = swap ? *pair.b : *pair.a, &b = swap ? *pair.a : *pair.b;
  return {*pair.relation.kind, &a.items, &b.items, &pair.relation, &pair};
}

// In their order; where there are too many, by severity first.
std::vector<std::size_t> Drafts::Gravest(std::size_t most, std::size_t* left_out) const {
  std::vector<std::optional<Severity>> severities(size());
  ParallelFor(threads_, severities.size(), [&](std::size_t i) {
    const Draft draft = At(i);
    severities[i] = Weigh(draft.kind, *draft.a, *draft.b, *draft.relation, rulebook_);
  });
  std::size_t all = 0;
  for (const auto& severity : severities) all += severity.has_value();
  std::vector<std::size_t> kept;
  kept.reserve(std::min(all, most));
  if (all <= most) {
    for (std::size_t i = 0; i < severities.size(); ++i)
      if (severities[i]) kept.push_back(i);
    return kept;
  }
  *left_out += all - most;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
    for (std::size_t i = 0; i < severities.size() && kept.size() < most; ++i)
      if (severities[i] == severity) kept.push_back(i);
  return kept;
}

std::vector<Finding> Drafts::Make(std::size_t most, std::size_t* left_out) const {
  const std::vector<std::size_t> kept = Gravest(most, left_out);
  std::vector<const Pair*> pairs;
  std::vector<std::size_t> hints_of(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    hints_of[i] = pairs.size();
    if (const Pair* pair = At(kept[i]).pair) pairs.push_back(pair);
  }
  const auto hints = FindHints(positions_, rulebook_, pairs);
  std::vector<std::optional<Finding>> made(kept.size());
  ParallelFor(threads_, kept.size(), [&](std::size_t i) {
    const Draft draft = At(kept[i]);
    static const std::vector<std::string> kNone;
    static const std::vector<const Item*> kNobody;
    const bool change = draft.kind == Kind::kUpdate || draft.kind == Kind::kRevision;
    const auto before = change ? BeforeChange(*draft.a, *draft.b->front()) : kNobody;
    made[i] = MakeFinding(draft.kind, change ? before : *draft.a, *draft.b, *draft.relation,
                          rulebook_, draft.pair ? hints[hints_of[i]] : kNone);
    if (made[i] && draft.pair) made[i]->event_why = WhyOneEvent(*draft.pair, rulebook_);
  });
  std::vector<Finding> findings;
  findings.reserve(kept.size());
  for (auto& finding : made)
    if (finding) findings.push_back(std::move(*finding));
  return findings;
}

}  // namespace counterclaim
