// Whether what follows a verb is a figure: "put the toll at 58", "raised to 1,297 the number".
#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kNearFigure = 6;  // items from "raised" to "count"
constexpr std::uint32_t kNearNumber = 4;  // items that a number and its bound may take
constexpr std::uint32_t kNearLosses = 8;  // items from "the number of his own fighters" to "killed"

}  // namespace

// "put at 27 the number of people killed"
bool RelationReader::FigureBehind(std::uint32_t number) const {
  for (std::uint32_t i = number + 1; i < size() && i < number + kReach && At(i).word(); ++i)
    if (At(i).Is(kFigureWord)) return true;
  return false;
}

bool RelationReader::FigureAt(std::uint32_t at) const {
  bool figure = false;
  const bool particle = at < size() && At(at).Is(kPrepositionWord) && !NumberAt(at + 1);
  if (particle && !At(at).Is(kAtWord)) return false;  // "set off explosives"
  if (NextIs(at, kAtWord) && NumberAt(at + 1)) return FigureBehind(at + 1);
  for (std::uint32_t i = at; i < size() && i < at + kReach; ++i) {
    if (!At(i).word()) continue;
    figure = figure || (i == at && At(i).Is(kObjectWord | kItWord));  // "put them at"
    if (figure && (At(i).Is(kAtWord) || (At(i).Is(kOfWord) && NumberAt(i + 1)))) return true;
    figure = figure || At(i).Is(kFigureWord);
    const bool bound = i < at + kNearNumber && !figure;  // "at least 255 dead"
    if (bound && At(i).number && NextIs(i + 1, kStateWord)) return true;
  }
  return false;
}

// "had spoken of at least nine", "of around 30 dead": the phrase of a figure ends the clause.
// Not "had set $7 million".
bool RelationReader::FigureEndsAt(std::uint32_t at) const {
  std::uint32_t end = at;
  if (at < End() && text_.layer.tokens[At(at).first].kind == TokenKind::kSymbol) return false;
  while (end < End() && At(end).word() && (end == at || !At(end).Is(kPrepositionWord))) ++end;
  return end > at && end <= at + kNearNumber && NumberAt(at) &&
         (At(end - 1).number || At(end - 1).Is(kStateWord) || NumberAt(end - 1));
}

// "that between 20 and 30 were killed", "about 31,000 deaths": losses are counted behind a verb.
bool RelationReader::LossesAt(std::uint32_t at) const {
  constexpr std::uint32_t kNearState = 12;  // items from the number to "killed"
  if (NextIs(at, kThatWord)) ++at;
  if (at >= End() || !NumberAt(at) || At(at).Is(kFigureWord)) return false;
  // "thinks about the 20 who were killed"
  if (At(at).Is(kPrepositionWord) && NextIs(at + 1, kDeterminerWord)) return false;
  for (std::uint32_t i = at; i < End() && i < at + kNearState && At(i).word(); ++i) {
    if (At(i).Is(kFigureWord) && i < at + 2 && !At(at).number) return false;  // "a total of $5"
    if (i > at && At(i).Is(kStateWord | kFigureWord)) return true;
  }
  return false;
}

// "26 have fallen, which brings the toll to 84": what happened brings it.
bool RelationReader::TellsClause(const Draft& draft) const {
  return draft.source.size() == 1 && At(draft.source.first).Is(kRelativeWord) &&
         !(draft.antecedent && phrases_.CanSpeak(*draft.antecedent));
}

bool RelationReader::ChangeAt(std::uint32_t at) const {
  bool figure = false;
  // "raised to 1,297 the number of people killed"
  if (At(at).Is(kToWord) && NumberAt(at + 1) && FigureBehind(at + 1)) return true;
  for (std::uint32_t i = at; i < size() && i < at + kReach; ++i) {
    if (!At(i).word()) continue;
    if (i < at + kNearFigure && At(i).Is(kFigureWord)) {
      // "the number of dead", "the toll of Monday's raid"; not "the number of schools"
      // "the toll of the flood"
      bool losses = At(i).Is(kStateWord) || !NextIs(i + 1, kOfWord) || NextIs(i + 2, kTimeWord);
      for (std::uint32_t k = i + 2; k < size() && k < i + kNearLosses && !At(k).Is(kToWord); ++k) {
        losses = losses || At(k).Is(kStateWord | kFigureWord);
      }
      figure = figure || losses;
    }
    if (figure && At(i).Is(kToWord) && NumberAt(i + 1)) return true;
  }
  return false;
}

// Of a few words before it: "at least 40".
bool RelationReader::NumberAt(std::uint32_t at) const {
  if (at >= size()) return false;
  for (std::uint32_t i = at; i < size() && i < at + kNearNumber && At(i).word(); ++i) {
    if (At(i).number) return true;
  }
  const auto& groups = text_.layer.noun_groups;
  const std::uint32_t token = At(at).first;
  const auto group =
      std::lower_bound(groups.begin(), groups.end(), token,
                       [](const NounGroup& g, std::uint32_t t) { return g.end_token <= t; });
  return group != groups.end() && group->first_token < token + kNearNumber && group->quantity;
}

}  // namespace counterclaim
