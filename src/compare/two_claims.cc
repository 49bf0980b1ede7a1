#include "compare/two_claims.h"

#include <algorithm>

#include "compare/events.h"
#include "compare/position.h"
#include "compare/relation.h"

namespace counterclaim {

std::optional<TwoClaims> ExplainTwo(const std::vector<Claim>& claims,
                                    const std::vector<Document>& documents,
                                    const Rulebook& rulebook, const CompareOptions& options,
                                    const ClaimId& a, const ClaimId& b) {
  std::vector<Item> items = MakeItems(Comparable(claims), documents, rulebook, options.threads);
  const ReviewedEvents reviews(options.reviews);
  MarkReviewed(reviews, &items);
  std::vector<OpenPair> open;
  LeftOut left_out;
  GroupEvents(&items, rulebook, options, &open, &left_out);
  const auto find = [&items](const ClaimId& id) {
    return std::find_if(items.begin(), items.end(),
                        [&id](const Item& item) { return item.claim->id == id; });
  };
  const auto x = find(a), y = find(b);
  if (x == items.end() || y == items.end() || x == y) return std::nullopt;
  TwoClaims two;
  two.event = ExplainEvent(*x, *y, JudgeEvent(*x, *y, rulebook));
  two.together = x->event == y->event;
  std::vector<Item*> event;
  for (Item& item : items)
    if (item.event == x->event || item.event == y->event) event.push_back(&item);
  MarkLocal(event, rulebook.places, rulebook.taxonomy.horizon.town_ratio);
  const auto p = MakePositions({&*x}), q = MakePositions({&*y});
  const Relation relation = Relate(p[0], q[0], rulebook);
  two.relation = relation.kind;
  two.reason = relation.reason;
  return two;
}

}  // namespace counterclaim
