#include "mention/clause.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFarthest = 40;  // chunks that a walk may pass
constexpr std::size_t kNowhere = ClauseReader::kNowhere;

std::size_t Before(std::size_t i) {
  return i == 0 || i == kNowhere ? kNowhere : i - 1;
}

// Walks left from a predicate to the noun group that it is said of.
class SubjectWalk {
 public:
  SubjectWalk(const ClauseReader& clause, std::size_t predicate, bool intransitive)
      : clause_(clause), predicate_(predicate), intransitive_(intransitive) {}

  std::optional<std::size_t> Find() {
    if (const auto accused = Accused()) return accused;
    if (const auto main = MainVerb()) predicate_ = *main;
    at_ = Before(predicate_);
    if (at_ != kNowhere && clause_.Is(at_, ChunkKind::kPreposition) && clause_.Class(at_, kAs))
      at_ = Before(at_);
    for (std::size_t steps = 0; steps < kFarthest && at_ != kNowhere; ++steps) {
      at_ = clause_.SkipLeft(at_);
      if (at_ == kNowhere || !Step()) break;
      if (found_) return found_;
    }
    return std::nullopt;
  }

 private:
  // "Kabul accused the army of killing 12 men"
  std::optional<std::size_t> Accused() const {
    if (predicate_ < 3 || !clause_.Is(predicate_, ChunkKind::kVerb)) return std::nullopt;
    std::size_t of = predicate_ - 1;  // "of having “cravenly murdered”"
    while (of > 2 && !clause_.Is(of, ChunkKind::kPreposition) && predicate_ - of < 4 &&
           !clause_.Is(of, ChunkKind::kNoun))
      --of;
    if (of < 2 || !clause_.Is(of, ChunkKind::kPreposition) || !clause_.Class(of, kOf) ||
        !clause_.Is(of - 1, ChunkKind::kNoun) || clause_.Noun(of - 1).pronoun ||
        !clause_.Is(of - 2, ChunkKind::kVerb) || clause_.Verb(of - 2).voice == Voice::kPassive ||
        !clause_.Accuses(of - 2))
      return std::nullopt;
    return of - 1;
  }

  // One chunk to the left; false: the clause ends here.
  bool Step() {
    switch (clause_.At(at_).kind) {
      case ChunkKind::kNoun:
        return PassNoun();
      case ChunkKind::kVerb:
        return PassVerb();
      case ChunkKind::kRelative:
        return PassRelative();
      case ChunkKind::kComma:
        return PassComma();
      case ChunkKind::kCoordinator:
        return PassCoordinator();
      case ChunkKind::kState:
        at_ = Before(at_);
        return true;
      case ChunkKind::kPreposition:
        // "the 57 people aboard survived": a preposition without a noun is an adverb.
        if (at_ + 1 != predicate_ || at_ == 0 || !clause_.Is(at_ - 1, ChunkKind::kNoun) ||
            !clause_.Is(predicate_, ChunkKind::kVerb) || clause_.Class(at_, kOf | kFrom))
          return false;
        at_ = Before(at_);
        return true;
      default:
        return false;
    }
  }

  // Nothing but days and adverbs stands between.
  bool Beside(std::size_t k) const {
    std::size_t next = clause_.SkipRight(k + 1);
    while (next + 1 < predicate_ && clause_.Is(next, ChunkKind::kPreposition) &&
           clause_.Is(next + 1, ChunkKind::kTime))
      next = clause_.SkipRight(next + 2);
    return next >= predicate_;
  }

  // "after 58 people died", "with 373 missing": the word opens a clause, not a
  // phrase; "hospitals took in 1,342 injured".
  bool OpensClause(std::size_t preposition, std::size_t noun) const {
    if (!Beside(noun) && !past_relative_ && !past_part_) return false;
    const NounGroup& group = clause_.Noun(noun);
    if (!group.quantity && !group.one && !group.none) return false;
    const bool verb = clause_.Is(predicate_, ChunkKind::kVerb);
    // "ended with two men being killed"
    const bool being = verb && !clause_.Verb(predicate_).finite &&
                       clause_.Verb(predicate_).voice == Voice::kPassive;
    // "people in a town of 300 residents died": what has no object tells of its subject
    const bool reduced = !verb || being ||
                         (clause_.Verb(predicate_).participle &&
                          !(intransitive_ && clause_.Verb(predicate_).finite));
    if (reduced) return clause_.Class(preposition, kAbsolute) || clause_.CountOf(noun);
    return clause_.Class(preposition, kSubordinator) && clause_.Verb(predicate_).finite;
  }

  // "Ninety-five people who had tickets are missing": whom the clause around the object tells of.
  std::optional<std::size_t> Described() const {
    constexpr std::size_t kLongest = 10;  // chunks of a relative clause
    if (!clause_.Is(predicate_, ChunkKind::kVerb) || !clause_.Verb(predicate_).finite ||
        clause_.Verb(predicate_).participle || !Beside(at_))
      return std::nullopt;
    for (std::size_t k = at_, steps = 0; k-- > 1 && steps < kLongest; ++steps) {
      if (!clause_.Is(k, ChunkKind::kRelative)) {
        if (clause_.Is(k, ChunkKind::kComma) || clause_.Is(k, ChunkKind::kCoordinator) ||
            clause_.Is(k, ChunkKind::kSubordinator) || clause_.Is(k, ChunkKind::kPunctuation) ||
            clause_.Is(k, ChunkKind::kQuote))
          return std::nullopt;
        continue;
      }
      const std::size_t verb = clause_.SkipRight(k + 1);
      const bool tells = clause_.Is(verb, ChunkKind::kVerb) && clause_.Verb(verb).finite;
      if (!tells || verb > at_ || !clause_.Is(k - 1, ChunkKind::kNoun)) return std::nullopt;
      // "A doctor who reached the town said 43 people were killed"
      if (verb + 1 < at_ && clause_.Is(at_ - 1, ChunkKind::kVerb) && clause_.IsSpeech(at_ - 1))
        return std::nullopt;
      return k - 1;
    }
    return std::nullopt;
  }

  bool PassNoun() {
    if (const auto described = Described()) {
      at_ = *described;
      past_relative_ = true;
    }
    std::size_t left = at_;
    while (left > 0 && clause_.Is(left - 1, ChunkKind::kNoun) && clause_.Noun(left - 1).possessive)
      --left;
    if (left > 1 && clause_.Is(left - 1, ChunkKind::kOther) &&
        clause_.Is(left - 2, ChunkKind::kPreposition))
      --left;
    // "members of the army and the police died": joined inside the phrase.
    if (left > 1 && clause_.Is(left - 1, ChunkKind::kCoordinator) && !clause_.CountOf(at_) &&
        !clause_.Noun(at_).one && clause_.Is(left - 2, ChunkKind::kNoun)) {
      // "migrants from Egypt, Nepal and other lands"
      std::size_t first = left - 2;
      while (first > 1 && !clause_.Counts(first) && clause_.Is(first - 1, ChunkKind::kComma) &&
             clause_.Is(first - 2, ChunkKind::kNoun) && !clause_.Counts(first - 2))
        first -= 2;
      if (clause_.AfterPreposition(first)) {
        at_ = first;
        return true;
      }
    }
    // "Four climbers taking part in a race died": what they were doing is passed.
    const bool finite = clause_.Is(predicate_, ChunkKind::kVerb) &&
                        clause_.Verb(predicate_).finite && !clause_.Verb(predicate_).participle;
    if (left > 1 && finite && clause_.Is(left - 1, ChunkKind::kVerb) &&
        !clause_.Verb(left - 1).finite && !clause_.Verb(left - 1).infinitive &&
        !clause_.Verb(left - 1).participle && clause_.CountOf(left - 2) && !clause_.CountOf(at_)) {
      at_ = left - 2;
      return true;
    }
    // "the names of 12 men who were killed"
    const bool who =
        past_relative_ && clause_.CountOf(at_) && clause_.Is(at_ + 1, ChunkKind::kRelative);
    if (left == 0 || who || !clause_.Is(left - 1, ChunkKind::kPreposition) ||
        OpensClause(left - 1, at_)) {
      found_ = at_;
      return true;
    }
    // "58, including three officers, were": the part is no subject.
    const bool part =
        left > 1 && clause_.Is(left - 2, ChunkKind::kComma) && clause_.Class(left - 1, kIncluding);
    at_ = Before(left - 1);
    if (part) at_ = Before(at_);
    return true;
  }

  // "stabbed two men before being shot dead": the verb whose subject is meant.
  std::optional<std::size_t> MainVerb() const {
    const std::size_t at =
        predicate_ > 0 && clause_.Is(predicate_, ChunkKind::kState) ? predicate_ - 1 : predicate_;
    if (at < 2 || !clause_.Is(at, ChunkKind::kVerb) || clause_.Verb(at).finite ||
        clause_.Verb(at).voice != Voice::kPassive || !clause_.Is(at - 1, ChunkKind::kPreposition) ||
        !clause_.Class(at - 1, kSubordinator))
      return std::nullopt;
    for (std::size_t k = at - 1, steps = 0; k-- > 0 && steps < kFarthest; ++steps) {
      if (clause_.Is(k, ChunkKind::kVerb) && clause_.Verb(k).finite) return k;
    }
    return std::nullopt;
  }

  bool PassVerb() {
    // "are believed to have been killed"; "who were in the convoy were killed".
    const bool beside =
        at_ + 1 == predicate_ || clause_.Is(at_ + 1, ChunkKind::kVerb) || Beside(at_);
    if (beside) predicate_ = at_;
    if (beside || !clause_.Verb(at_).finite || clause_.Verb(at_).participle) {
      at_ = Before(at_);
      return true;
    }
    if (at_ > 0 && clause_.Is(at_ - 1, ChunkKind::kRelative)) {
      at_ = Before(at_ - 1);
      return true;
    }
    return false;
  }

  bool PassRelative() {
    if (clause_.Class(at_, kThat) && at_ > 0 && clause_.Is(at_ - 1, ChunkKind::kVerb)) return false;
    at_ = Before(at_);
    if (at_ != kNowhere && clause_.Is(at_, ChunkKind::kComma)) at_ = Before(at_);
    past_relative_ = true;
    return true;
  }

  // Past what the comma closes: ", including three officers,".
  bool PassComma() {
    if (clause_.Is(at_ + 1, ChunkKind::kRelative)) {
      at_ = Before(at_);
      return true;
    }
    if (!Beside(at_)) return false;
    bool first = true;
    for (std::size_t k = at_, steps = 0; k-- > 0 && steps < kFarthest; ++steps) {
      if (!clause_.Is(k, ChunkKind::kComma)) continue;
      // "Fourteen men, the prefect said in a letter, which he signed, died".
      if (const auto opener = Opener(k)) {
        found_ = opener;
        return true;
      }
      if (first) at_ = Before(k);
      past_part_ = past_part_ || (first && clause_.Class(k + 1, kIncluding));
      first = false;
    }
    return !first;
  }

  // The counted noun group that opens the clause and ends at the comma `k`.
  std::optional<std::size_t> Opener(std::size_t k) const {
    for (std::size_t i = k, steps = 0; i-- > 0 && steps < 8; ++steps) {
      if (clause_.Is(i, ChunkKind::kTime) || clause_.Is(i, ChunkKind::kPreposition)) continue;
      if (!clause_.Is(i, ChunkKind::kNoun)) return std::nullopt;
      if (clause_.AfterPreposition(i) || !clause_.CountOf(i)) continue;
      const bool opens = i == 0 || clause_.Is(i - 1, ChunkKind::kPunctuation) ||
                         clause_.Is(i - 1, ChunkKind::kQuote) ||
                         clause_.Is(i - 1, ChunkKind::kRelative) ||
                         clause_.Is(i - 1, ChunkKind::kSubordinator);
      return opens ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  bool PassCoordinator() {
    if (at_ == 0 || !Beside(at_)) return false;
    const std::size_t before = clause_.SkipLeft(at_ - 1);
    if (before == kNowhere) return false;
    // "were shot and killed": the verbs share their subject.
    if (clause_.Is(before, ChunkKind::kVerb) || clause_.Is(before, ChunkKind::kState))
      return Share(before);
    // "killed 58 and wounded 30": look for the verb before.
    for (std::size_t v = before; clause_.Is(before, ChunkKind::kNoun) && v-- > 0;) {
      if (clause_.Is(v, ChunkKind::kVerb)) return Share(v);
      if (!clause_.Is(v, ChunkKind::kNoun) && !clause_.Is(v, ChunkKind::kPreposition) &&
          !clause_.Is(v, ChunkKind::kTime)) {
        break;
      }
    }
    return false;
  }

  bool Share(std::size_t other) {
    predicate_ = other;
    at_ = Before(other);
    return true;
  }

  const ClauseReader& clause_;
  std::size_t predicate_;
  bool intransitive_;
  std::size_t at_ = kNowhere;
  bool past_relative_ = false;
  bool past_part_ = false;
  std::optional<std::size_t> found_;
};

}  // namespace

std::optional<std::size_t> ClauseReader::Subject(std::size_t i, bool intransitive) const {
  return SubjectWalk(*this, i, intransitive).Find();
}

}  // namespace counterclaim
