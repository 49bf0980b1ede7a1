#pragma once
#include <set>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "compare/position.h"
#include "compare/relation.h"

namespace counterclaim {

struct Pair {
  const Position* a;
  const Position* b;
  Relation relation;
  // The claims by which they were judged to be of one event; none where it goes
  // without saying.
  const Item* x = nullptr;
  const Item* y = nullptr;
};

// Why the pair is of one event; "" where it goes without saying.
std::string WhyOneEvent(const Pair& pair, const Rulebook& rulebook);

// The relations of the positions of one event, each pair once. Positions of
// metrics that nothing joins are not looked at; what cannot be compared is
// listed in `out`, as far as the options allow.
std::vector<Pair> RelateAll(const std::vector<Position>& positions, const Rulebook& rulebook,
                            const CompareOptions& options, unsigned threads, Comparison* out);

// What only the other pairs of an event can tell: an update has one
// forerunner, a part one whole, an overtaken figure disputes nothing, a side
// that counts the other's kind itself disputes nobody's status.
void ThinPairs(const std::vector<Position>& positions, const Taxonomy& taxonomy,
               std::vector<Pair>* pairs);
// In a statement whose sum is `wrong`, the figure that changed since its source
// gave it slipped in copying.
void MarkSlips(const std::set<const Item*>& wrong, std::vector<Pair>* pairs);

// Claims about another side that this side leaves without a word, and pairs of
// them that two sides hold against each other over one event.
std::vector<Pair> FindSilence(const std::vector<Position>& positions, const Rulebook& rulebook);

// For each of the pairs the least changes of assumption under which two figures
// in conflict agree, computed from the other figures of the event: ids of
// hints, with words.
std::vector<std::vector<std::string>> FindHints(const std::vector<Position>& positions,
                                                const Rulebook& rulebook,
                                                const std::vector<const Pair*>& pairs);

inline bool Later(const Position* a, const Position* b) {
  return Before(b->first(), a->first());
}
inline bool OneSource(const Pair& pair) {
  return pair.a->first().names.source == pair.b->first().names.source;
}

}  // namespace counterclaim
