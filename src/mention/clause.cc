#include "mention/clause.h"

#include <algorithm>
#include <utility>

namespace counterclaim {

namespace {

constexpr std::size_t kFarthest = 40;      // chunks that a walk may pass
constexpr std::size_t kLongestAside = 24;  // chunks between its marks
constexpr std::size_t kMostKinds = 6;      // that share one count

}  // namespace

ClauseReader::ClauseReader(std::string_view text, const TextLayer& layer,
                           const std::vector<Quantity>& quantities, const Language& language,
                           const ChunkedSentence& sentence)
    : text_(text),
      layer_(layer),
      quantities_(quantities),
      language_(language),
      chunks_(sentence.chunks),
      aside_(sentence.chunks.size(), kNowhere),
      classes_(sentence.chunks.size(), kUnread) {
  FindAsides();
}

bool ClauseReader::HasAge(std::size_t i) const {
  const Chunk& chunk = At(i);
  auto at = std::lower_bound(
      quantities_.begin(), quantities_.end(), chunk.first_token,
      [](const Quantity& quantity, std::uint32_t token) { return quantity.first_token < token; });
  for (; at != quantities_.end() && at->first_token < chunk.end_token; ++at) {
    if (at->kind == NumberKind::kAge) return true;
  }
  return false;
}

// A dash between blanks, or two hyphens.
bool ClauseReader::IsDash(std::size_t i) const {
  if (!Is(i, ChunkKind::kPunctuation)) return false;
  const std::string_view mark = Text(SpanOf(i));
  if (mark == "—") return true;
  const bool twin = mark == "-" && Is(i + 1, ChunkKind::kPunctuation) &&
                    Text(SpanOf(i + 1)) == "-" &&
                    !layer_.tokens[At(i + 1).first_token].space_before;
  const bool spaced = layer_.tokens[At(i).first_token].space_before && i + 1 < size() &&
                      layer_.tokens[At(i + 1).first_token].space_before;
  return twin || ((mark == "-" || mark == "–") && spaced);
}

void ClauseReader::FindAsides() {
  std::size_t round = kNowhere, square = kNowhere, dash = kNowhere;
  const auto close = [&](std::size_t open, std::size_t i) {
    if (open == kNowhere || i - open > kLongestAside) return;
    aside_[open] = i;
    aside_[i] = open;
  };
  for (std::size_t i = 0; i < size(); ++i) {
    if (!Is(i, ChunkKind::kPunctuation)) continue;
    const std::string_view mark = Text(SpanOf(i));
    if (mark == "(") round = i;
    if (mark == "[") square = i;
    if (mark == ")") close(std::exchange(round, kNowhere), i);
    if (mark == "]" && square != kNowhere) {
      if (Is(square + 1, ChunkKind::kPreposition)) {
        aside_[square] = square;
        aside_[i] = i;
      } else {
        close(square, i);
      }
      square = kNowhere;
    }
    if (!IsDash(i)) continue;
    const bool twin = mark == "-" && Is(i + 1, ChunkKind::kPunctuation);
    const std::size_t last = twin ? i + 1 : i;
    if (dash == kNowhere) {
      dash = i;
    } else {
      close(std::exchange(dash, kNowhere), last);
    }
    i = last;
  }
}

bool ClauseReader::Passes(std::size_t i) const {
  return Is(i, ChunkKind::kOther) || Is(i, ChunkKind::kTime) || Is(i, ChunkKind::kQuote) ||
         aside_[i] == i;
}

WordClasses ClauseReader::ReadClass(std::size_t i) const {
  const Chunk& chunk = chunks_[i];
  const SyntaxRules& rules = language_.syntax;
  const auto phrase = rules.phrases.Longest(layer_.tokens, chunk.first_token, chunk.end_token);
  if (phrase.length > 1 && phrase.values) {
    WordClasses bits = 0;
    for (std::uint32_t value : *phrase.values) bits |= rules.phrase_classes[value];
    return bits;
  }
  return rules.ClassOf(layer_.tokens[chunk.first_token].word);
}

Span ClauseReader::SpanOf(std::size_t i) const {
  const Chunk& chunk = chunks_[i];
  return {layer_.tokens[chunk.first_token].span.begin, layer_.tokens[chunk.end_token - 1].span.end};
}

const Quantity* ClauseReader::InnerCountOf(std::size_t i) const {
  const NounGroup& group = Noun(i);
  auto inner = quantities_.begin();
  if (group.quantity) {
    inner += static_cast<std::ptrdiff_t>(*group.quantity) + 1;
  } else {  // "none of the 170 drones"
    inner = std::partition_point(inner, quantities_.end(), [&](const Quantity& quantity) {
      return quantity.first_token < group.first_token;
    });
  }
  for (; inner != quantities_.end() && inner->first_token < group.end_token; ++inner)
    if (inner->kind == NumberKind::kCount) return &*inner;
  return nullptr;
}

std::size_t ClauseReader::SkipLeft(std::size_t i) const {
  while (i != kNowhere && i < size()) {
    if (aside_[i] < i) {
      i = aside_[i];
    } else if (!Passes(i)) {
      break;
    } else if (Is(i, ChunkKind::kTime) && i > 0 && Is(i - 1, ChunkKind::kPreposition)) {
      --i;
    }
    i = i == 0 ? kNowhere : i - 1;
  }
  return i;
}

std::size_t ClauseReader::SkipRight(std::size_t i) const {
  while (i < size()) {
    if (aside_[i] != kNowhere && aside_[i] > i) {
      i = aside_[i];
    } else if (!Passes(i)) {
      break;
    }
    ++i;
  }
  return i;
}

bool ClauseReader::AfterPreposition(std::size_t i) const {
  std::size_t left = i;
  while (left > 0 && Is(left - 1, ChunkKind::kNoun) && Noun(left - 1).possessive) --left;
  if (left > 0 && Is(left - 1, ChunkKind::kOther)) --left;
  return left > 0 && Is(left - 1, ChunkKind::kPreposition);
}

std::optional<std::size_t> ClauseReader::Object(std::size_t i) const {
  std::size_t k = SkipRight(i + 1);
  if (k > i + 1 && Is(k - 1, ChunkKind::kTime)) return std::nullopt;
  while (k < size() && Is(k, ChunkKind::kNoun) && Noun(k).possessive && Is(k + 1, ChunkKind::kNoun))
    ++k;
  if (k < size() && Is(k, ChunkKind::kNoun)) return k;
  return std::nullopt;
}

std::optional<std::size_t> ClauseReader::Agent(std::size_t i) const {
  for (std::size_t k = i + 1; k < size() && k < i + 12; ++k) {
    if (Is(k, ChunkKind::kPreposition) && Class(k, kBy) && Is(k + 1, ChunkKind::kNoun))
      return k + 1;
    if (Is(k, ChunkKind::kVerb) || Is(k, ChunkKind::kSubordinator) || Is(k, ChunkKind::kRelative))
      break;
  }
  return std::nullopt;
}

std::optional<std::size_t> ClauseReader::VerbOf(std::size_t i) const {
  for (std::size_t k = i + 1; k < size() && k < i + 16; ++k) {
    if (Is(k, ChunkKind::kVerb) || Is(k, ChunkKind::kState)) return k;
    // "killed 19 children before he was shot": a clause of its own
    if (Is(k, ChunkKind::kPreposition) && Class(k, kSubordinator) && Is(k + 1, ChunkKind::kNoun) &&
        Is(k + 2, ChunkKind::kVerb) && Noun(k + 1).pronoun)
      break;
    const bool passes = Is(k, ChunkKind::kPreposition) || Is(k, ChunkKind::kTime) ||
                        Is(k, ChunkKind::kOther) || Is(k, ChunkKind::kQuote) ||
                        (Is(k, ChunkKind::kNoun) && AfterPreposition(k)) ||
                        (Is(k, ChunkKind::kNoun) && Noun(k).possessive);
    if (!passes) break;
  }
  return std::nullopt;
}

// "two guards who were on duty and a clerk": the guards, where `i` ends their clause.
std::size_t ClauseReader::BeforeRelative(std::size_t i) const {
  std::size_t k = i;
  for (std::size_t steps = 0; k != kNowhere && k > 0 && steps < 2; ++steps) {
    if (!Is(k, ChunkKind::kNoun) || Counts(k)) break;
    k = SkipLeft(k - 1);
  }
  if (k == kNowhere || k < 2 || !Is(k, ChunkKind::kVerb) || !Is(k - 1, ChunkKind::kRelative))
    return i;
  return CountOf(k - 2) && !AfterPreposition(k - 2) ? k - 2 : i;
}

// "Since the siege began": the clause that opens the sentence ends with its verb.
bool ClauseReader::InOpening(std::size_t verb) const {
  for (std::size_t k = verb, steps = 0; k-- > 0 && steps < 4; ++steps) {
    if (Is(k, ChunkKind::kSubordinator) || Class(k, kSubordinator)) return true;
    if (!Is(k, ChunkKind::kNoun) && !Is(k, ChunkKind::kPreposition)) return false;
  }
  return false;
}

bool ClauseReader::IsDefinite(std::size_t i) const {
  const WordId first = layer_.tokens[Noun(i).first_token].word;
  return (language_.numbers.At(first).roles & kDefiniteRole) != 0;
}

// "the driver" of "the driver and 17 passengers".
bool ClauseReader::IsTheOne(std::size_t i) const {
  if (!Is(i, ChunkKind::kNoun)) return false;
  const NounGroup& group = Noun(i);
  return IsDefinite(i) && !group.plural && !group.possessive && !group.partitive && !group.rest &&
         !AfterPreposition(i);
}

bool ClauseReader::IsKind(std::size_t i) const {
  if (!Is(i, ChunkKind::kNoun)) return false;
  const NounGroup& group = Noun(i);
  return group.plural && !group.pronoun && !group.possessive && !group.partitive && !group.rest &&
         group.first_token == group.head;
}

std::vector<std::size_t> ClauseReader::JoinedLeft(std::size_t i) const {
  std::vector<std::size_t> joined = {i};
  std::size_t k = i;
  // "98 civilians, 60 of whom": a part, no neighbour; "and four of the six crew" is one
  if (Noun(i).partitive &&
      !(i > 1 && Is(i - 1, ChunkKind::kCoordinator) && Counts(i - 2) && InnerCountOf(i)))
    return joined;
  for (std::size_t steps = 0; k != kNowhere && k > 0 && steps < kFarthest; ++steps) {
    std::size_t left = SkipLeft(k - 1);
    bool mark = false, coordinator = false;
    while (left != kNowhere && (Is(left, ChunkKind::kCoordinator) || Is(left, ChunkKind::kComma))) {
      mark = true;
      coordinator = coordinator || Is(left, ChunkKind::kCoordinator);
      left = left == 0 ? kNowhere : SkipLeft(left - 1);
    }
    if (!mark || left == kNowhere) break;
    while (left != kNowhere && Is(left, ChunkKind::kNoun) && AfterPreposition(left)) {
      while (left != kNowhere && !Is(left, ChunkKind::kPreposition))
        left = left == 0 ? kNowhere : left - 1;
      if (left == kNowhere || Class(left, kIncluding)) {
        left = kNowhere;
        break;
      }
      left = left == 0 ? kNowhere : SkipLeft(left - 1);
    }
    // "105 soldiers and policemen and 45 civilians"
    if (left != kNowhere && left > 1 && Is(left, ChunkKind::kNoun) && !Counts(left) &&
        Is(left - 1, ChunkKind::kCoordinator) && Is(left - 2, ChunkKind::kNoun) && Counts(left - 2))
      left -= 2;
    // "9,000 homes, shops and other buildings": one count of all
    for (std::size_t kinds = 0; left != kNowhere && left > 1 && !Counts(i) && kinds < kMostKinds &&
                                !Counts(left) && IsKind(left) && Is(left - 1, ChunkKind::kComma);
         ++kinds)
      left -= 2;
    if (coordinator && !Is(SkipRight(i + 1), ChunkKind::kRelative)) left = BeforeRelative(left);
    if (left == kNowhere || !(Counts(left) || (coordinator && IsTheOne(left)))) break;
    // "two were hurt, one of them a child, and 11 ..."
    if (left > 0 && Is(left - 1, ChunkKind::kNoun) && Noun(left - 1).partitive) break;
    if (left > 0 && Is(left - 1, ChunkKind::kVerb)) {
      const std::size_t verb = left - 1;
      if (Verb(verb).voice == Voice::kActive && !Verb(verb).be && !IsSpeech(verb) &&
          !InOpening(verb))
        break;
      // "The toll is 207 and about 900 are injured"
      const std::size_t next = SkipRight(i + 1);
      const bool there = verb > 0 && Class(verb - 1, kThere);
      if (Verb(verb).be && !there && Is(next, ChunkKind::kVerb) && Verb(next).finite) break;
    }
    joined.push_back(left);
    k = left;
  }
  std::reverse(joined.begin(), joined.end());
  return joined;
}

// A verb that opens a clause of content or a count: "says 58 soldiers and ...".
bool ClauseReader::IsSpeech(std::size_t verb) const {
  const VerbGroup& group = Verb(verb);
  return language_.cues.verbs.Longest(layer_.tokens, group.head, group.end_token).values != nullptr;
}

bool ClauseReader::Accuses(std::size_t verb) const {
  const VerbGroup& group = Verb(verb);
  const CueRules& cues = language_.cues;
  const auto match = cues.verbs.Longest(layer_.tokens, group.head, group.end_token);
  return match.values && std::any_of(match.values->begin(), match.values->end(), [&](auto form) {
           return cues.verb_list[cues.verb_forms[form].verb].takes & kTakesGerund;
         });
}

// A noun group of words with capitals, without a count or an article.
bool ClauseReader::IsNamed(std::size_t i) const {
  if (!Is(i, ChunkKind::kNoun) || Counts(i) || Noun(i).pronoun || Noun(i).possessive) return false;
  for (std::uint32_t at = Noun(i).first_token; at < Noun(i).end_token; ++at) {
    if (layer_.tokens[at].kind == TokenKind::kWord && !layer_.tokens[at].capital) return false;
  }
  return true;
}

// A verb of saying follows, past what else is said of the noun group.
bool ClauseReader::Tells(std::size_t i) const {
  constexpr std::size_t kReach = 10;
  for (std::size_t k = i + 1; k < size() && k < i + kReach; ++k) {
    if (Is(k, ChunkKind::kVerb)) return IsSpeech(k);
    if (Is(k, ChunkKind::kPunctuation) || Is(k, ChunkKind::kCoordinator)) return false;
  }
  return false;
}

std::vector<std::size_t> ClauseReader::JoinedRight(std::size_t i) const {
  std::vector<std::size_t> joined = {i};
  bool coordinated = false;
  std::size_t k = i;
  for (std::size_t steps = 0; steps < kFarthest; ++steps) {
    std::size_t right = SkipRight(k + 1);
    const std::size_t beside = right;
    // Past the prepositional phrases of the last one.
    while (right < size() && Is(right, ChunkKind::kPreposition) && !Class(right, kIncluding) &&
           !Class(right, kBy)) {
      std::size_t after = SkipRight(right + 1);
      while (after < size() && Is(after, ChunkKind::kNoun) && Noun(after).possessive) ++after;
      if (after < size() && Is(after, ChunkKind::kNoun)) {
        if (CountOf(after) && !Class(right, kOf)) break;
        ++after;
      } else if (after == right + 1) {
        break;
      }
      right = SkipRight(after);
    }
    const bool phrase = right != beside;
    bool mark = false;
    while (right < size() && (Is(right, ChunkKind::kCoordinator) || Is(right, ChunkKind::kComma))) {
      mark = true;
      right = SkipRight(right + 1);
    }
    // "the murder of a judge and of two clerks"
    if (mark && right < size() && Class(right, kOf) && Is(right + 1, ChunkKind::kNoun)) ++right;
    if (!mark || right >= size() || !Is(right, ChunkKind::kNoun)) break;
    while (right + 1 < size() && Noun(right).possessive && Is(right + 1, ChunkKind::kNoun)) ++right;
    // "90 drones and decoys together with 12 missiles".
    if (!Counts(right) && Is(right - 1, ChunkKind::kCoordinator) &&
        Is(right + 1, ChunkKind::kCoordinator) && Is(right + 2, ChunkKind::kNoun)) {
      right += 2;
    }
    // "killed Omar Hale, Rowan Diaz and four guards": names between are passed.
    const bool named = !phrase && IsNamed(right) && !VerbOf(right);
    if (!Counts(right) && !named) break;
    const auto verb = VerbOf(right);
    if (verb &&
        !(Is(*verb, ChunkKind::kVerb) && *verb > 0 && Is(*verb - 1, ChunkKind::kRelative))) {
      // "stormed a base, and three jets and a lorry were damaged": both open a clause.
      const std::size_t last = joined.back();
      if (joined.size() > 1 && right == last + 2 && Is(last + 1, ChunkKind::kCoordinator) &&
          Is(last - 1, ChunkKind::kCoordinator) && Is(*verb, ChunkKind::kVerb) &&
          Verb(*verb).finite)
        joined.pop_back();
      break;
    }
    if (!named) joined.push_back(right);
    coordinated = coordinated || Is(right - 1, ChunkKind::kCoordinator);
    k = right;
  }
  // "killed two men, an aide of the mayor says": who stands alone behind a comma tells it.
  while (!coordinated && joined.size() > 1 && Noun(joined.back()).one && Tells(joined.back()))
    joined.pop_back();
  return joined;
}

bool ClauseReader::Asks() const {
  if (chunks_.empty() || !Text(SpanOf(size() - 1)).starts_with('?')) return false;
  return std::none_of(chunks_.begin(), chunks_.end(),
                      [](const Chunk& chunk) { return chunk.kind == ChunkKind::kVerb; });
}

}  // namespace counterclaim
