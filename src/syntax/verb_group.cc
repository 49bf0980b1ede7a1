#include "syntax/chunker.h"

namespace counterclaim {

bool Chunker::FollowedByObject(std::uint32_t at) const {
  std::uint32_t next = at + 1;
  if (!Has(next)) return false;
  // "reported shooting down 86 drones"
  if (Is(next, kPreposition | kAdverb) && Has(next + 1) && words_.QuantityAt(next + 1) >= 0 &&
      (words_.Forms(at) & kGerund) && words_.Tells(at))
    return IsCount(words_.QuantityAt(next + 1));
  if (words_.QuantityAt(next) >= 0) return !IsWhen(words_.QuantityAt(next));
  if (Is(next, kThat | kRelative)) return false;
  return Is(next, kDeterminer | kIndefinite | kPossessive | kNone | kAny | kPronoun | kNobody) ||
         words_.IsName(next);
}

// "cross-border": the first half of one word.
bool Chunker::Hyphenated(std::uint32_t at) const {
  return Has(at + 2) && words_.Mark(at + 1) == '-' && !layer_.tokens[at + 1].space_before &&
         !layer_.tokens[at + 2].space_before && layer_.tokens[at + 2].kind == TokenKind::kWord;
}

// The last noun group before, past adverbs; null: something else stands there.
const NounGroup* Chunker::GroupBefore() const {
  std::size_t k = out_.chunks.size();
  while (k > 0 && (out_.chunks[k - 1].kind == ChunkKind::kOther ||
                   out_.chunks[k - 1].kind == ChunkKind::kTime))
    --k;
  if (k == 0 || out_.chunks[k - 1].kind != ChunkKind::kNoun) return nullptr;
  return &layer_.noun_groups[out_.chunks[k - 1].index];
}

// A word that is a noun as well is a verb where it agrees with the group before.
bool Chunker::Agrees(std::uint32_t at, std::uint32_t head, bool pronoun) const {
  const bool third = (words_.Forms(at) & kThirdPerson) != 0;
  const std::uint32_t next = at + 1;
  if (pronoun) return FollowedByObject(at) || third || !Has(next) || !words_.NounLike(next);
  const bool state = Has(next) && words_.State(next);  // "five sailors remain missing"
  // "the toll stands at 359"
  const bool at_figure = (layer_.tokens[head].bits & kScanTrigger) != 0 && Has(next + 1) &&
                         Is(next, kPreposition) && words_.QuantityAt(next + 1) >= 0;
  if (third) return !words_.Plural(head) && (FollowedByObject(at) || state || at_figure);
  // "43 remain missing", "those rescued number 164"
  const std::int32_t count = words_.QuantityOver(head);
  const bool many = (count >= 0 && IsCount(count)) || ((words_.Forms(head) & kPastParticiple) &&
                                                       Has(next) && words_.QuantityAt(next) >= 0);
  if (!words_.Plural(head) && !many) return false;
  if (state) return true;
  return FollowedByObject(at) || (Has(next) && Is(next, kPreposition | kAdverb | kThat | kTo));
}

bool Chunker::StartsVerb(std::uint32_t at) const {
  if (words_.QuantityOver(at) >= 0) return false;
  if (Is(at, kIncluding) || (Is(at, kPreposition) && words_.Length(at) > 1)) return false;
  if (Is(at, kAuxiliary))
    return !(layer_.tokens[at].capital && (words_.IsName(at) || (at > begin_ && Is(at, kTime))));
  if (Is(at, kTo) && Has(at + 1))
    return (words_.Forms(at + 1) & kBaseForm) != 0 || Is(at + 1, kBe | kHave | kDo);
  if (!IsVerbForm(at) || Hyphenated(at)) return false;
  const std::uint8_t forms = words_.Forms(at);
  const bool after_noun =
      at != begin_ && (AfterKind(ChunkKind::kNoun) || AfterKind(ChunkKind::kTime));
  if (forms & (kPast | kPastParticiple)) return PastStarts(at, forms, after_noun);
  if (forms & kGerund) {
    if (words_.NounToo(at)) return FollowedByObject(at);
    return FollowedByObject(at) || !AfterKind(ChunkKind::kPreposition) ||
           (Has(at + 1) && words_.NounLike(at + 1));
  }
  if (Is(at, kAdverb) && AfterKind(ChunkKind::kVerb)) return false;
  if (!words_.NounToo(at)) return true;
  if (AfterKind(ChunkKind::kRelative)) {
    return FollowedByObject(at) || !Has(at + 1) ||
           !(words_.NounLike(at + 1) || Is(at + 1, kAuxiliary));
  }
  if (const NounGroup* before = at == begin_ ? nullptr : GroupBefore())
    return Agrees(at, before->head, before->pronoun);
  return AfterKind(ChunkKind::kComma) && (forms & kThirdPerson) && FollowedByObject(at);
}

bool Chunker::PastStarts(std::uint32_t at, std::uint8_t forms, bool after_noun) const {
  if (words_.NounToo(at) && (forms & kBaseForm))
    return after_noun || AfterKind(ChunkKind::kRelative) || FollowedByObject(at);
  if (!(forms & kPastParticiple) || AfterKind(ChunkKind::kRelative)) return true;
  if (AfterKind(ChunkKind::kPreposition) && Has(at + 1) && words_.NounLike(at + 1)) return false;
  if ((forms & kPast) && GoesOn(at)) return true;
  return !(ModifiesNext(at) && !after_noun && !AfterSubject() && !FollowedByObject(at));
}

// "They razed a village and burned barns": behind a verb and its object.
bool Chunker::GoesOn(std::uint32_t at) const {
  const auto& chunks = out_.chunks;
  if (chunks.size() < 3 || !AfterKind(ChunkKind::kCoordinator) ||
      chunks[chunks.size() - 2].kind != ChunkKind::kNoun ||
      chunks[chunks.size() - 3].kind != ChunkKind::kVerb)
    return false;
  const VerbGroup& verb = layer_.verb_groups[chunks[chunks.size() - 3].index];
  return verb.finite && verb.voice == Voice::kActive && words_.Tells(at);
}

// "Two guards also received wounds", "two guards, both of them boys, sustained wounds": a noun
// group opens the clause, and no verb has followed it.
bool Chunker::AfterSubject() const {
  constexpr std::size_t kFarthest = 10;  // chunks
  const auto& chunks = out_.chunks;
  std::size_t commas = 0, steps = 0;
  if (!AfterKind(ChunkKind::kOther) && !AfterKind(ChunkKind::kComma)) return false;
  for (std::size_t k = chunks.size(); k-- > 0 && steps < kFarthest; ++steps) {
    const ChunkKind kind = chunks[k].kind;
    commas += kind == ChunkKind::kComma;
    if (kind == ChunkKind::kVerb || kind == ChunkKind::kCoordinator || kind == ChunkKind::kState ||
        kind == ChunkKind::kQuote || kind == ChunkKind::kPunctuation ||
        kind == ChunkKind::kRelative)
      return false;
    if (k > 0) continue;
    const bool counts = kind == ChunkKind::kNoun && layer_.noun_groups[chunks[k].index].quantity;
    return counts && (commas == 0 || commas == 2);
  }
  return false;
}

// "wounded soldiers": a participle right before a noun that it describes.
// Behind a preposition a people may stand between: "of wounded Afghan soldiers".
bool Chunker::ModifiesNext(std::uint32_t at) const {
  const bool people = AfterKind(ChunkKind::kPreposition) && Has(at + 2) &&
                      words_.NounLike(at + 2) && !words_.IsName(at + 2) && !words_.State(at + 2);
  return Has(at + 1) && words_.NounLike(at + 1) && !words_.State(at + 1) &&
         !Is(at + 1, kPreposition | kAdverb) &&  // "shot down"
         (people || !words_.IsName(at + 1)) && !(words_.Forms(at + 1) & (kPast | kPastParticiple));
}

std::uint32_t Chunker::ReadVerbGroup(std::uint32_t at) {
  VerbGroup group;
  group.first_token = at;
  bool be = false, auxiliary = false, found = false;
  std::uint32_t i = at;
  for (; Has(i) && i < at + 10; ++i) {
    // "were all killed", "were both wounded"
    if (be && Is(i, kFloating) && Has(i + 1) && (words_.Forms(i + 1) & kPastParticiple)) continue;
    if (words_.QuantityOver(i) >= 0 || words_.State(i)) break;
    if (Is(i, kNegation)) group.negated = true;
    if (i == at && Is(i, kBeing)) group.finite = false;
    if (Is(i, kModal)) {
      group.modal = auxiliary = true;
    } else if (Is(i, kBe)) {
      be = auxiliary = true;
      group.head = i;
    } else if (Is(i, kHave)) {
      group.perfect = auxiliary = true;
      group.head = i;
    } else if (Is(i, kDo)) {
      auxiliary = true;
      group.head = i;
    } else if (Is(i, kTo) && !auxiliary && i == at) {
      group.infinitive = true;
      group.finite = false;
    } else if (IsVerbForm(i) && MayBeMain(i, be, auxiliary || group.infinitive)) {
      group.head = i;
      found = true;
      ++i;
      break;
    } else if (!Is(i, kNegation) && !(Is(i, kAdverb) && AdverbInside(i))) {
      break;
    }
  }
  FinishVerb(&group, i, be, auxiliary, found);
  layer_.verb_groups.push_back(group);
  return Add(ChunkKind::kVerb, static_cast<std::uint32_t>(layer_.verb_groups.size() - 1), at,
             group.end_token);
}

bool Chunker::AdverbInside(std::uint32_t at) const {
  const std::uint32_t next = at + 1;
  return Has(next) && (IsVerbForm(next) || Is(next, kAuxiliary | kAdverb | kNegation));
}

bool Chunker::MayBeMain(std::uint32_t at, bool be, bool auxiliary) const {
  const std::uint8_t forms = words_.Forms(at);
  if (be) return (forms & (kPastParticiple | kGerund)) != 0;
  if (auxiliary) return (forms & (kBaseForm | kPastParticiple)) != 0;
  return true;
}

void Chunker::FinishVerb(VerbGroup* group, std::uint32_t end, bool be, bool auxiliary, bool found) {
  if (end == group->first_token) ++end;
  group->end_token = end;
  group->span = SpanOf(group->first_token, end);
  if (!auxiliary && !found) group->head = group->first_token;
  const std::uint8_t forms = found ? words_.Forms(group->head) : std::uint8_t{0};
  group->be = !found && be;
  if (found && be && (forms & kPastParticiple)) group->voice = Voice::kPassive;
  if (!auxiliary && found) {
    if (forms & kGerund) group->finite = false;
    if (forms & kPastParticiple) group->participle = true;
    // "the nine fallen in the raid"
    if ((forms & kPastParticiple) && !(forms & (kPast | kBaseForm))) group->finite = false;
  }
  if (group->perfect && !found) group->perfect = false;
  // "could confirm only a dozen deaths"
  if (found && !be && !group->negated && Is(group->head, kVouch)) group->modal = false;
}

}  // namespace counterclaim
