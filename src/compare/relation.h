#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "compare/position.h"
#include "compare/slots.h"
#include "model/finding.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// The one relation of two positions of one event, or the gate that stopped. A
// great event has millions: it holds no text of its own.
struct Relation {
  std::optional<Kind> kind, label;  // `label`: what it is besides
  bool opposed = false;
  bool event_sure = true;
  // A bit for each convention under which it holds (kMostConventions); 0: all.
  std::uint64_t holds_under = 0;
  std::array<const char*, 3> hints{};  // ids of rules/compare/hints.yaml, those set first
  const char* reason = "";             // why not comparable; "" where nothing is worth saying

  void Hint(const char* id) { *std::find(hints.begin(), hints.end() - 1, nullptr) = id; }
};

// DOMAIN.md section 5, in its order. Symmetric: swapping a and b changes nothing.
Relation Relate(const Position& a, const Position& b, const Rulebook& rulebook);

// Two parties against one another over one loss: one counts its own, or they
// dispute the dead of a third. Not two that count the loss of one enemy, nor allies.
bool Opposed(const Position& a, const Position& b, const PartyTable& parties);

bool SameSource(const Position& a, const Position& b);
bool AnyArticleShared(const Position& a, const Position& b);
inline bool Zero(const Position& p) {
  return p.claim().quantity.hard.high == 0;
}
inline bool Exact(const Position& p) {
  return p.claim().quantity.hard.IsPoint();
}

// Relations of a figure that travelled (travelled.cc): denied, told again,
// changed on the way, put at the wrong door.
std::optional<Relation> RelateDenial(const Position& a, const Position& b);
std::optional<Relation> RelateCopy(const Position& a, const Position& b, const Taxonomy& taxonomy);

}  // namespace counterclaim
