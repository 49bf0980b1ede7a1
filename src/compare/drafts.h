#pragma once
#include <deque>
#include <vector>

#include "compare/pairs.h"
#include "compare/position.h"
#include "compare/relation.h"
#include "model/finding.h"

namespace counterclaim {

// Findings of one event before their words are made: a great event has millions
// and keeps a few. The lists and relations that they are made of must outlive them.
class Drafts {
 public:
  Drafts(const std::vector<Position>& positions, const Rulebook& rulebook, unsigned threads)
      : positions_(positions), rulebook_(rulebook), threads_(threads) {}

  void Add(Kind kind, const std::vector<const Item*>& a, const std::vector<const Item*>& b,
           const Relation& relation) {
    drafts_.push_back({kind, &a, &b, &relation, nullptr});
  }
  // Of no relation: the lists are kept here.
  void Add(Kind kind, const Item& a, std::vector<const Item*> b);
  // All of them, behind what is added one by one.
  void AddPairs(const std::vector<Pair>* pairs) { pairs_ = pairs; }

  // The gravest `most`, with words.
  std::vector<Finding> Make(std::size_t most, std::size_t* left_out) const;

 private:
  struct Draft {
    Kind kind;
    const std::vector<const Item*>*a, *b;
    const Relation* relation;
    const Pair* pair;  // none where it says nothing of two positions
  };

  std::size_t size() const { return drafts_.size() + (pairs_ ? pairs_->size() : 0); }
  Draft At(std::size_t i) const;
  std::vector<std::size_t> Gravest(std::size_t most, std::size_t* left_out) const;

  const std::vector<Position>& positions_;
  const Rulebook& rulebook_;
  unsigned threads_;
  std::vector<Draft> drafts_;
  std::deque<std::vector<const Item*>> own_;
  const std::vector<Pair>* pairs_ = nullptr;
};

}  // namespace counterclaim
