#include "mention/object.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestPhrase = 6;  // chunks behind the head that may tell its side

class ObjectReader {
 public:
  ObjectReader(const ClauseReader& clause, std::size_t chunk, const TextLayer& layer,
               const Rulebook& rulebook, const Language& language, bool other)
      : clause_(clause),
        chunk_(chunk),
        group_(clause.Noun(chunk)),
        layer_(layer),
        rulebook_(rulebook),
        language_(language),
        other_(other) {}

  ObjectReading Read() {
    first_ = group_.first_token;
    if (const Quantity* count = clause_.CountOf(chunk_))
      first_ = std::max(first_, count->end_token);
    reading_.headless = first_ >= group_.end_token;
    const std::uint32_t start = reading_.headless ? group_.end_token - 1 : first_;
    if (!reading_.headless) {
      reading_.participant.span = {layer_.tokens[start].span.begin,
                                   layer_.tokens[group_.end_token - 1].span.end};
    }
    reading_.own = HasPossessive();
    ReadNouns();
    ReadShared();
    ReadUnion();
    ReadParty();
    ReadBehind();
    if (group_.rest && !reading_.known) reading_.headless = true;
    // "a 46-year-old rubber tapper": whatever the noun, somebody with an age
    if (!reading_.known && !reading_.headless && group_.one && clause_.HasAge(chunk_))
      reading_.known = reading_.people = true;
    // "two of them", "none": what they are stands before.
    const WordClasses head = language_.syntax.ClassOf(layer_.tokens[group_.head].word);
    const WordClasses last = language_.syntax.ClassOf(layer_.tokens[group_.end_token - 1].word);
    if (!reading_.known &&
        ((group_.partitive && (last & (kThem | kRelative))) || (group_.none && (head & kNobody)))) {
      reading_.headless = true;
    }
    // "lost 14 of their own"
    if (!reading_.known && group_.partitive && (head & kOwn)) {
      reading_.headless = reading_.people = reading_.known = reading_.own = true;
      reading_.participant.span = {};
    }
    return std::move(reading_);
  }

 private:
  bool HasPossessive() const {
    for (std::uint32_t at = group_.first_token; at < group_.end_token; ++at) {
      if (language_.syntax.ClassOf(layer_.tokens[at].word) & kPossessive) return true;
    }
    return false;
  }

  void Take(const ObjectNoun& noun) {
    reading_.known = true;
    reading_.people = noun.people;
    reading_.family = noun.family;
    reading_.act = noun.act;
    reading_.barred = noun.barred;
    reading_.never = noun.never;
    reading_.first = noun.first;
    reading_.victim = noun.victim;
    if (noun.category) reading_.participant.category = noun.category;
  }

  // The noun that ends at the head tells what is counted; one before it may
  // narrow it ("civilian workers"), or be a title before a name.
  void ReadNouns() {
    const ObjectNoun *head = nullptr, *before = nullptr, *narrower = nullptr;
    const Quantity* count = clause_.CountOf(chunk_);
    for (std::uint32_t at = group_.first_token; at < group_.end_token; ++at) {
      const bool number = count && at >= count->first_token && at < count->end_token;
      if (number || (group_.one && group_.rest)) continue;  // "half", "a third" as counts
      const auto match = language_.frames.objects.Longest(layer_.tokens, at, group_.end_token);
      if (!match.values) continue;
      // "a 34-year-old man": no old man
      if (match.length > 1 && at > group_.first_token && !layer_.tokens[at].space_before) continue;
      if (match.values->size() > 1) reading_.two_senses = true;
      const ObjectNoun& noun =
          language_.frames.object_nouns[other_ ? match.values->back() : match.values->front()];
      const std::uint32_t end = at + match.length;
      if (noun.modifier) {
        narrower = &noun;
      } else if (end > group_.head || end == group_.end_token) {
        head = &noun;
      } else {
        before = &noun;
      }
      at = end - 1;
    }
    const Token& last = layer_.tokens[group_.head];
    // "58 of a crew of 510"
    const bool figure = last.kind == TokenKind::kNumber && group_.quantity;
    if (!head && before && before->people && (figure || (last.capital && !last.all_capitals)))
      head = before;
    if (head) Take(*head);
    // "11 teachers hostage", "nurse victims": the word before a general one tells more.
    if (head && head->people && IsGeneral(head->category) && before && before->people &&
        before->category) {
      reading_.participant.category = before->category;
    }
    if (narrower && narrower->category && (!head || (head->people && IsGeneral(head->category)))) {
      reading_.participant.category = narrower->category;
    }
    if (!head && before && before->people) before_ = before->category;
  }

  // "15 army and police posts": the noun behind "and" is that of both.
  void ReadShared() {
    const Quantity* count = clause_.CountOf(chunk_);
    if (reading_.known || reading_.headless || group_.plural || !count || count->hard.low < 2 ||
        !clause_.Is(chunk_ + 1, ChunkKind::kCoordinator) || clause_.Counts(chunk_ + 2) ||
        !clause_.Is(chunk_ + 2, ChunkKind::kNoun) || !clause_.Noun(chunk_ + 2).plural)
      return;
    const NounGroup& shared = clause_.Noun(chunk_ + 2);
    if (language_.syntax.ClassOf(layer_.tokens[shared.first_token].word) &
        (kDeterminer | kPossessive))
      return;
    for (std::uint32_t at = shared.first_token; at < shared.end_token; ++at) {
      const auto match = language_.frames.objects.Longest(layer_.tokens, at, shared.end_token);
      if (!match.values || at + match.length <= shared.head) continue;
      Take(language_.frames.object_nouns[match.values->front()]);
      return;
    }
  }

  // "ten women and children", "300 drones and missiles": one count of several kinds.
  void ReadUnion() {
    constexpr std::size_t kMostKinds = 4;
    if (!reading_.known || reading_.act || !clause_.CountOf(chunk_) || !group_.plural) return;
    const bool object = chunk_ > 0 && clause_.Is(chunk_ - 1, ChunkKind::kVerb);
    std::size_t k = chunk_ + 1;
    for (std::size_t kinds = 0; kinds < kMostKinds; ++kinds, k += 2) {
      const bool last = clause_.Class(k, kCoordinator);
      if (!(last || clause_.Is(k, ChunkKind::kComma)) || !clause_.IsKind(k + 1)) return;
      const std::size_t next = clause_.SkipRight(k + 2);
      // "killed ten soldiers, and rebels took a post": a clause of its own
      if (object && clause_.Is(next, ChunkKind::kVerb) && clause_.Verb(next).finite) return;
      if (!last) continue;
      for (std::size_t kind = chunk_ + 2; kind <= k + 1; kind += 2) Widen(clause_.Noun(kind));
      return;
    }
  }

  void Widen(const NounGroup& group) {
    const auto match =
        language_.frames.objects.Longest(layer_.tokens, group.first_token, group.end_token);
    if (!match.values || group.first_token + match.length != group.end_token) return;
    const ObjectNoun& noun = language_.frames.object_nouns[match.values->front()];
    if (noun.people != reading_.people || noun.act || noun.barred) return;
    auto& category = reading_.participant.category;
    if (noun.family != reading_.family) {
      for (const auto& each : rulebook_.taxonomy.covers) {
        const auto& family = each.first;
        const auto& covered = each.second;
        const auto holds = [&](const std::string& one) {
          return one == family || std::find(covered.begin(), covered.end(), one) != covered.end();
        };
        if (!holds(noun.family) || !holds(reading_.family)) continue;
        reading_.family = family;
        category.reset();
        if (rulebook_.taxonomy.FindCategory(CategoryId(family))) category = CategoryId(family);
        return;
      }
      return;
    }
    if (category == noun.category || !category || !noun.category ||
        rulebook_.taxonomy.Subset(*noun.category, *category) == SubsetStrength::kHard)
      return;
    const bool wider =
        rulebook_.taxonomy.Subset(*category, *noun.category) == SubsetStrength::kHard;
    if (wider) {
      category = noun.category;
    } else if (reading_.people) {
      category = Anybody(language_);
    } else if (rulebook_.taxonomy.FindCategory(CategoryId(reading_.family))) {
      category = CategoryId(reading_.family);
    }
  }

  bool IsGeneral(const std::optional<CategoryId>& category) const {
    if (!category) return true;
    const Category* found = rulebook_.taxonomy.FindCategory(*category);
    return found && found->hard_parents.empty() && found->presumed_parents.empty();
  }

  void ReadParty() {
    reading_.participant.party = PartyIn(layer_, first_, group_.end_token);
    for (std::size_t k = chunk_; k > 0 && !reading_.participant.party; --k) {
      if (!clause_.Is(k - 1, ChunkKind::kNoun) || !clause_.Noun(k - 1).possessive) break;
      reading_.participant.party =
          PartyIn(layer_, clause_.At(k - 1).first_token, clause_.At(k - 1).end_token);
    }
    // "200 Taliban": the name of a group stands for its fighters.
    if (reading_.participant.party && !reading_.known && !reading_.headless) {
      const Party* party = rulebook_.parties.Find(*reading_.participant.party);
      if (party && party->kind == PartyKind::kGroup && !before_) {
        reading_.people = reading_.known = true;
        reading_.participant.category = GroupCategory();
      }
      // "40,000 Thais", "a Briton": the name of a people, with a count.
      if (party && party->kind == PartyKind::kState && !before_ && IsPeopleName() &&
          (clause_.CountOf(chunk_) || (group_.one && !group_.plural))) {
        reading_.people = reading_.known = true;
      }
    }
    if (!reading_.known && before_ && !reading_.participant.category)
      reading_.participant.category = before_;
  }

  // The group ends in a name that is an adjective as well, or in the plural of one.
  bool IsPeopleName() const {
    const auto at = std::lower_bound(
        layer_.names.begin(), layer_.names.end(), group_.head,
        [](const Name& name, std::uint32_t token) { return name.end_token <= token; });
    return at != layer_.names.end() && at->first_token <= group_.head &&
           at->kind == NameKind::kAdjective;
  }

  std::optional<CategoryId> GroupCategory() const {
    for (const ObjectNoun& noun : language_.frames.object_nouns) {
      if (noun.of_groups) return noun.category;
    }
    return std::nullopt;
  }

  // "soldiers of the Afghan army", "members of Hamas".
  void ReadBehind() {
    const bool members = (language_.syntax.ClassOf(layer_.tokens[group_.head].word) & kGroup) != 0;
    std::size_t k = chunk_ + 1;
    for (std::size_t steps = 0; steps < kFarthestPhrase; ++steps) {
      if (!clause_.Is(k, ChunkKind::kPreposition) || !clause_.Class(k, kOf | kFrom)) break;
      ++k;
      const std::size_t begin = k;
      k = SkipOwners(k);
      if (!clause_.Is(k, ChunkKind::kNoun)) break;
      for (std::size_t n = begin; n <= k; ++n) {
        if (!reading_.participant.party) {
          reading_.participant.party =
              PartyIn(layer_, clause_.At(n).first_token, clause_.At(n).end_token);
        }
        if (!reading_.participant.party && reading_.people && steps == 0)
          reading_.participant.party = StateIn(clause_.At(n).first_token, clause_.At(n).end_token);
      }
      if (members && !group_.partitive) TakeBehind(k);
      ++k;
    }
  }

  // "137,000 inhabitants of Batken"
  std::optional<PartyId> StateIn(std::uint32_t first, std::uint32_t end) const {
    for (auto at = FirstName(layer_, first); at != layer_.names.end() && at->first_token < end;
         ++at)
      if (at->place) return rulebook_.places.StateOf(*at->place);
    return std::nullopt;
  }

  // "the defence and interior ministries' forces": to the forces.
  std::size_t SkipOwners(std::size_t k) const {
    while (clause_.Is(k, ChunkKind::kNoun)) {
      const bool shared = clause_.Is(k + 1, ChunkKind::kCoordinator) &&
                          clause_.Is(k + 2, ChunkKind::kNoun) && clause_.Noun(k + 2).possessive;
      if (!clause_.Noun(k).possessive && !shared) break;
      k += shared ? 2 : 1;
    }
    return k;
  }

  void TakeBehind(std::size_t k) {
    const NounGroup& inner = clause_.Noun(k);
    for (std::uint32_t at = inner.first_token; at < inner.end_token; ++at) {
      const auto match = language_.frames.objects.Longest(layer_.tokens, at, inner.end_token);
      if (!match.values) continue;
      const ObjectNoun& noun = language_.frames.object_nouns[match.values->front()];
      if (noun.people && !noun.modifier &&
          (!reading_.participant.category || IsGeneral(reading_.participant.category))) {
        reading_.participant.category = noun.category;
        reading_.known = reading_.people = true;
      }
    }
    const Party* party =
        reading_.participant.party ? rulebook_.parties.Find(*reading_.participant.party) : nullptr;
    if (party && party->kind == PartyKind::kGroup && IsGeneral(reading_.participant.category)) {
      reading_.participant.category = GroupCategory();
      reading_.known = reading_.people = true;
    }
  }

  const ClauseReader& clause_;
  std::size_t chunk_;
  const NounGroup& group_;
  const TextLayer& layer_;
  const Rulebook& rulebook_;
  const Language& language_;
  bool other_;
  std::uint32_t first_ = 0;
  std::optional<CategoryId> before_;
  ObjectReading reading_;
};

}  // namespace

std::optional<CategoryId> Anybody(const Language& language) {
  for (const ObjectNoun& noun : language.frames.object_nouns) {
    if (noun.people && noun.category) return noun.category;
  }
  return std::nullopt;
}

std::optional<PartyId> PartyIn(const TextLayer& layer, std::uint32_t first_token,
                               std::uint32_t end_token) {
  auto at = FirstName(layer, first_token);
  for (; at != layer.names.end() && at->first_token < end_token; ++at) {
    // "Haftar's soldiers": whom a person leads
    const bool owner = at->kind == NameKind::kPerson && at->end_token < end_token &&
                       !layer.tokens[at->end_token].space_before &&
                       layer.tokens[at->end_token].kind == TokenKind::kWord;
    const bool side = at->kind == NameKind::kParty || at->kind == NameKind::kAdjective || owner;
    if (side && at->party) return at->party;
  }
  return std::nullopt;
}

ObjectReading ReadObject(const ClauseReader& clause, std::size_t chunk, const TextLayer& layer,
                         const Rulebook& rulebook, const Language& language, bool other) {
  return ObjectReader(clause, chunk, layer, rulebook, language, other).Read();
}

}  // namespace counterclaim
