// Counts that say nothing by themselves: what they count was told before.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kMostLooked = 64;       // mentions before "of the 253" that may be meant
constexpr std::size_t kFarthestPart = 16;     // chunks from "of those" to what is told of some
constexpr std::uint32_t kFarthestTotal = 12;  // sentences back to the 253

}  // namespace

// The mention with the value of the count at a chunk: "of the 253".
std::optional<std::size_t> MentionReader::WithValue(std::size_t chunk) const {
  const Interval value = clause_->CountOf(chunk)->hard;
  for (std::size_t i = found_.size(); i-- > 0 && i + kMostLooked >= found_.size();) {
    const Found& before = found_[i];
    if (sentence_->sentence - before.sentence > kFarthestTotal) break;
    if (before.sentence == sentence_->sentence && before.chunk != chunk) continue;
    if (before.people && before.mention.quantity.hard == value) return i;
  }
  return std::nullopt;
}

// Those whom the sentence opens with: "Of the 253,", "Of those,", "Of the persons rescued,".
std::optional<std::size_t> MentionReader::WholeFronted(std::size_t at) const {
  if (at < 2 || at > kFarthestPart || !clause_->Is(0, ChunkKind::kPreposition) ||
      !clause_->Class(0, kOf) || !clause_->Is(1, ChunkKind::kNoun))
    return std::nullopt;
  if (clause_->CountOf(1)) return WithValue(1);
  const NounGroup& group = clause_->Noun(1);
  std::vector<const Frame*> frames = FramesOfNoun(1);
  if (frames.empty()) frames = FramesInside(1, group.first_token);
  const bool told = clause_->Is(2, ChunkKind::kVerb) && clause_->Verb(2).participle;
  if (frames.empty() && told) frames = FramesOfVerb(2);
  for (const Frame* frame : frames) {
    if (!frame->metric || !frame->with.empty()) continue;
    if (const auto whole = Whole(at, ValueOf(at), false, &*frame->metric, true)) return whole;
  }
  const bool them =
      (language_.syntax.ClassOf(layer_.tokens[group.head].word) & kThem) != 0 && !told;
  const auto last = them ? LastCounted(1) : std::nullopt;
  const bool near = last && found_[*last].people &&
                    found_[*last].sentence + 1 == sentence_->sentence &&
                    found_[*last].mention.quantity.hard.high >= ValueOf(at);
  return near ? last : std::nullopt;
}

// "Of the 253, 40 came from abroad", "Of those, 35 sat in a lorry and nine stood beside it":
// some of them, whatever is told of these.
bool MentionReader::ReadOfThose(std::size_t at) {
  const Quantity* count = clause_->CountOf(at);
  if (!count || clause_->Noun(at).partitive || clause_->AfterPreposition(at)) return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (!object.headless && !object.people) return false;
  const auto whole = WholeFronted(at);
  if (!whole || count->hard.low > found_[*whole].mention.quantity.hard.high) return false;
  bool verb = false, part = false;
  for (std::size_t k = 2; k < at; ++k) {
    if (clause_->CountOf(k)) part = part || Taken(k);
    if (!clause_->Is(k, ChunkKind::kVerb) || clause_->IsSpeech(k)) continue;
    verb = verb || !clause_->Verb(k).participle || part;
  }
  const std::size_t left = LeftOf(at);
  const bool joined =
      left != ClauseReader::kNowhere &&
      (clause_->Is(left, ChunkKind::kCoordinator) || clause_->Is(left, ChunkKind::kComma));
  if ((verb || part) && !(part && joined)) return false;
  std::optional<std::size_t> word;
  const std::size_t next = clause_->SkipRight(at + 1);
  if (clause_->Is(next, ChunkKind::kVerb) && clause_->Verb(next).be) word = clause_->Object(next);
  if (word && clause_->CountOf(*word)) word.reset();
  return AddPart(at, *whole, PartLink::kOfWhom, "of those", word);
}

// "gunmen, six of whom were killed": the uncounted group in front of the comma.
std::optional<std::size_t> MentionReader::Antecedent(std::size_t chunk) const {
  const std::size_t comma = clause_->Noun(chunk).partitive ? LeftOf(chunk) : ClauseReader::kNowhere;
  if (comma == ClauseReader::kNowhere || comma == 0 || !clause_->Is(comma, ChunkKind::kComma) ||
      !clause_->Is(comma - 1, ChunkKind::kNoun) || clause_->CountOf(comma - 1) ||
      clause_->Noun(comma - 1).one)
    return std::nullopt;
  return comma - 1;
}

// "Ten were freed, not eleven": what somebody has said, and what is denied.
void MentionReader::ReadNot(std::size_t at) {
  if (!clause_->Is(at, ChunkKind::kOther) || !clause_->Class(at, kNegation)) return;
  const std::size_t number = at + 1;
  if (at == 0 || !clause_->CountOf(number) || clause_->CountOf(number)->hard.low < 1 ||
      !ReadObject(*clause_, number, layer_, rulebook_, language_).headless)
    return;
  const std::size_t next = clause_->SkipRight(number + 1);
  if (clause_->Is(next, ChunkKind::kVerb) || clause_->Is(next, ChunkKind::kState)) return;
  const auto last = LastCounted(at);
  if (!last || found_[*last].sentence != sentence_->sentence || found_[*last].mention.part_of ||
      found_[*last].mention.quantity.hard == clause_->CountOf(number)->hard)
    return;
  if (!Taken(number)) EmitLike(*last, number, at);
  if (Found* denied = FoundAt(number)) {
    denied->mention.stance = Stance::kDenied;
    denied->mention.part_of.reset();
    denied->mention.part_link = PartLink::kNone;
    denied->people = found_[*last].people;
  }
}

// Those of whom the group at a chunk has none: "no child among the 117 killed", "not one among
// them", "None of the dead were soldiers", whose kind then stands at `word`.
std::optional<std::size_t> MentionReader::NoneOf(std::size_t at, std::size_t* word) const {
  const std::size_t next = clause_->SkipRight(at + 1);
  if (clause_->Noun(at).partitive) {
    if (!clause_->Is(next, ChunkKind::kVerb) || !clause_->Verb(next).be) return std::nullopt;
    const auto kind = clause_->Object(next);
    if (!kind || clause_->CountOf(*kind)) return std::nullopt;
    *word = *kind;
  } else if (const bool link = clause_->Is(next, ChunkKind::kPreposition);
             link && clause_->Class(next, kAmidst)) {
    const std::size_t counted = clause_->SkipRight(next + 1);
    for (std::size_t i = first_found_; i < found_.size(); ++i)
      if (found_[i].chunk == counted) return i;
    return std::nullopt;
  } else if (!link || !clause_->Class(next, kAmong)) {
    return std::nullopt;
  }
  const auto last = LastWhole(at);
  const bool near = last && found_[*last].sentence + 1 >= sentence_->sentence;
  return near ? last : std::nullopt;
}

// "90 civilians died, and not one rebel among them"
void MentionReader::ReadNoneAmong(std::size_t at) {
  if (!clause_->Noun(at).none || Taken(at)) return;
  std::size_t word = at;
  const auto whole = NoneOf(at, &word);
  if (!whole || !found_[*whole].people) return;
  const ObjectReading object = ReadObject(*clause_, word, layer_, rulebook_, language_);
  if (!object.known || !object.people || object.barred) return;
  Frame frame;
  frame.rule = found_[*whole].mention.rule;
  frame.metric = found_[*whole].mention.metric;
  Use use = MakeUse(frame, at, "none of those counted before:");
  if (word != at) use.counted = word;
  Emit(at, use);
}

// "105 missiles were fired: 76 at the centre, on the edge of the town, 22 at a store and seven at
// a bunker": bare figures behind a colon that add up to the count in front of it.
bool MentionReader::ReadSpread(std::size_t at) {
  const std::size_t left = LeftOf(at);
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kPunctuation) ||
      clause_->Text(clause_->SpanOf(left)) != ":" || !clause_->CountOf(at))
    return false;
  const auto whole = LastCounted(left);
  if (!whole || found_[*whole].sentence != sentence_->sentence) return false;
  std::vector<std::size_t> items;
  std::int64_t sum = 0;
  for (std::size_t k = at; k < clause_->size(); ++k) {
    if (clause_->Is(k, ChunkKind::kPunctuation)) break;
    if (clause_->Is(k, ChunkKind::kVerb) && !clause_->Verb(k).participle) return false;
    if (!clause_->Is(k, ChunkKind::kNoun) || !clause_->CountOf(k)) continue;
    const ObjectReading object = ReadObject(*clause_, k, layer_, rulebook_, language_);
    if (Taken(k) || !object.headless || sum > found_[*whole].mention.quantity.hard.low)
      return false;
    items.push_back(k);
    sum += ValueOf(k);
  }
  if (items.size() < 2 || sum != found_[*whole].mention.quantity.hard.low) return false;
  return AddItems(items, *whole);
}

// "Injured passengers number 26", "The victims number more than 1,500": a verb between those who
// are counted and their bare figure.
void MentionReader::ReadNumbered(std::size_t verb) {
  const VerbGroup& group = clause_->Verb(verb);
  const bool counts = (language_.cues.Word(layer_.tokens[group.head].word) & kFigureWord) != 0;
  const auto number = clause_->Object(verb);
  if (!counts || group.negated || !number || !clause_->CountOf(*number) || Taken(*number) ||
      !ReadObject(*clause_, *number, layer_, rulebook_, language_).headless)
    return;
  const auto subject = clause_->Subject(verb);
  if (!subject || clause_->Counts(*subject) || clause_->Noun(*subject).partitive) return;
  const ObjectReading who = ReadObject(*clause_, *subject, layer_, rulebook_, language_);
  if (!who.people || who.barred) return;
  std::vector<const Frame*> frames = FramesInside(*subject, clause_->Noun(*subject).first_token);
  const auto& all = language_.frames.frames;
  const auto first = std::find_if(all.begin(), all.end(), [&](const Frame& frame) {
    return who.first && frame.metric == who.first && frame.frame_class == FrameClass::kTotal;
  });
  if (first != all.end()) frames.push_back(&*first);
  for (const Frame* frame : frames) {
    Use use = MakeUse(*frame, verb, "those who number so many:");
    use.counted = *subject;
    if (frame->metric && Emit(*number, use)) return;
  }
}

// "The rebels lost 40 of their number": those who lost somebody, where they bear arms.
std::optional<CategoryId> MentionReader::LosersOf(std::size_t subject) const {
  const ObjectReading who = ReadObject(*clause_, subject, layer_, rulebook_, language_);
  const auto& category = who.participant.category;
  return who.known && rulebook_.taxonomy.Armed(category) ? category : std::nullopt;
}

// "the 102 colleagues it lost", "the nine soldiers the army says it lost": no word joins the
// clause to those of whom it tells.
std::optional<std::size_t> MentionReader::ContactObject(std::size_t verb) const {
  if (verb < 2 || !clause_->Verb(verb).finite || clause_->Verb(verb).voice == Voice::kPassive)
    return std::nullopt;
  std::size_t subject = verb - 1;
  if (!clause_->Is(subject, ChunkKind::kNoun) || clause_->Counts(subject)) return std::nullopt;
  if (clause_->Noun(subject).pronoun && subject > 2 && clause_->Is(subject - 1, ChunkKind::kVerb) &&
      clause_->IsSpeech(subject - 1))
    subject -= 2;
  if (subject == 0 || !clause_->Is(subject, ChunkKind::kNoun) || clause_->Counts(subject))
    return std::nullopt;
  const NounGroup& group = clause_->Noun(subject);
  const bool opens =
      (group.pronoun || clause_->IsDefinite(subject) || layer_.tokens[group.first_token].capital) &&
      !group.possessive;
  const std::size_t object = subject - 1;
  const bool counted = clause_->Is(object, ChunkKind::kNoun) && clause_->CountOf(object) &&
                       !clause_->Noun(object).possessive;
  return opens && counted ? std::optional(object) : std::nullopt;
}

// "Those killed", "those who were killed at X on Tuesday" in front of a verb.
std::vector<const Frame*> MentionReader::FramesOfSubject(std::size_t verb) const {
  constexpr std::size_t kFarthest = 10;  // chunks
  for (std::size_t k = verb, steps = 0; k-- > 0 && steps < kFarthest; ++steps) {
    if (clause_->Is(k, ChunkKind::kNoun) && clause_->Class(k, kThem) && !clause_->CountOf(k)) {
      const std::size_t told = clause_->Is(k + 1, ChunkKind::kRelative) ? k + 2 : k + 1;
      std::vector<const Frame*> frames = FramesInside(k, clause_->Noun(k).first_token);
      if (frames.empty() && told < verb && clause_->Is(told, ChunkKind::kVerb))
        frames = FramesOfVerb(told);
      std::erase_if(frames, [](const Frame* frame) {
        return !frame->metric || !frame->with.empty() || !frame->objects.empty();
      });
      return frames;
    }
    const bool passes = clause_->Is(k, ChunkKind::kNoun) || clause_->Is(k, ChunkKind::kTime) ||
                        clause_->Is(k, ChunkKind::kPreposition) ||
                        clause_->Is(k, ChunkKind::kRelative) || clause_->Is(k, ChunkKind::kVerb);
    if (!passes) break;
  }
  return {};
}

// "Those who were killed on Tuesday were 30 fighters and a cook"
void MentionReader::ReadThoseWere(std::size_t verb) {
  if (!clause_->Verb(verb).be || !clause_->Verb(verb).finite) return;
  const auto object = clause_->Object(verb);
  if (!object || !clause_->CountOf(*object) || Taken(*object)) return;
  const ObjectReading who = ReadObject(*clause_, *object, layer_, rulebook_, language_);
  if (!who.people || !who.known) return;
  for (const Frame* frame : FramesOfSubject(verb)) {
    Use use = MakeUse(*frame, verb, "told who they were:");
    use.stance = Stance::kAsserted;
    if (EmitRight(*object, use)) return;
  }
}

}  // namespace counterclaim
