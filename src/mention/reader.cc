#include "mention/reader.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestAlong = 20;    // chunks from a verb to those who shared the fate
constexpr std::size_t kFarthestParticle = 8;  // chunks from a verb to its particle

}  // namespace

MentionReader::MentionReader(std::string_view text, const TextLayer& layer,
                             const std::vector<Quantity>& quantities, const Rulebook& rulebook,
                             const Language& language)
    : text_(text),
      layer_(layer),
      quantities_(quantities),
      rulebook_(rulebook),
      language_(language) {}

void MentionReader::ReadSentence(const ChunkedSentence& sentence) {
  const ClauseReader clause(text_, layer_, quantities_, language_, sentence);
  clause_ = &clause;
  sentence_ = &sentence;
  first_found_ = found_.size();
  lists_.clear();
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.Is(i, ChunkKind::kVerb)) ReadVerb(i);
    if (clause.Is(i, ChunkKind::kState)) ReadState(i);
    if (clause.Is(i, ChunkKind::kVerb) && clause.Verb(i).be) ReadThere(i);
  }
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.Is(i, ChunkKind::kNoun)) ReadNoun(i);
  }
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.Is(i, ChunkKind::kNoun) && !Taken(i)) ReadAttribute(i);
  }
  ReadTallies();
  ReadParts();
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.CountOf(i) && !Taken(i)) ReadGapped(i);
  }
  ReportUnread();
  clause_ = nullptr;
}

std::vector<const Frame*> MentionReader::FramesOfVerb(std::size_t at) const {
  std::vector<const Frame*> frames;
  const Token& head = layer_.tokens[clause_->Verb(at).head];
  if (!(head.bits & kScanTrigger)) return frames;
  const auto* readings = language_.syntax.FindVerb(head.word);
  if (!readings) return frames;
  for (const VerbReading& reading : *readings) {
    const auto found = language_.frames.verbs.find(reading.lemma);
    if (found == language_.frames.verbs.end()) continue;
    for (std::uint32_t index : found->second) frames.push_back(&language_.frames.frames[index]);
  }
  // The narrower first: "took 12 hostage" before "took".
  const auto width = [](const Frame* frame) {
    std::size_t words = frame->objects.empty() ? 0 : 1;
    for (const auto& with : frame->with) words = std::max(words, with.size());
    return words;
  };
  std::stable_sort(frames.begin(), frames.end(),
                   [&](const Frame* a, const Frame* b) { return width(a) > width(b); });
  return frames;
}

std::vector<const Frame*> MentionReader::FramesOfState(std::size_t at) const {
  std::vector<const Frame*> frames;
  const Chunk& chunk = clause_->At(at);
  const auto match =
      language_.frames.states.Longest(layer_.tokens, chunk.first_token, chunk.end_token);
  if (!match.values) return frames;
  for (std::uint32_t index : *match.values) frames.push_back(&language_.frames.frames[index]);
  return frames;
}

std::vector<const Frame*> MentionReader::FramesOfNoun(std::size_t at) const {
  std::vector<const Frame*> frames;
  const NounGroup& group = clause_->Noun(at);
  for (std::uint32_t i = group.first_token; i <= group.head && i < group.end_token; ++i) {
    const auto match = language_.frames.nouns.Longest(layer_.tokens, i, group.end_token);
    if (!match.values || i + match.length != group.head + 1) continue;
    for (std::uint32_t index : *match.values) frames.push_back(&language_.frames.frames[index]);
    break;
  }
  return frames;
}

// "shot down 14 drones", "put to death 2,000": the chunk behind which the object
// stands; "shot 14 drones down": the verb itself. Nothing: the particle lacks.
std::optional<std::size_t> MentionReader::AfterParticle(std::size_t at, const Frame& frame) const {
  if (frame.with.empty()) return at;
  const auto fits = [&](std::uint32_t from, const std::vector<WordId>& words) {
    // "fell \"in the struggle itself\""
    if (from < layer_.tokens.size() && layer_.tokens[from].kind == TokenKind::kPunctuation &&
        clause_->Is(at + 1, ChunkKind::kQuote))
      ++from;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (from + i >= layer_.tokens.size() || layer_.tokens[from + i].word != words[i])
        return false;
    }
    return true;
  };
  const std::uint32_t end = clause_->At(at).end_token;
  // "left 17 rebels and two soldiers dead": behind what is joined as well.
  std::size_t next = clause_->SkipRight(at + 1);
  for (std::size_t k = next; k < clause_->size() && k < at + kFarthestParticle; ++k) {
    if (clause_->Is(k, ChunkKind::kNoun)) next = k;
    if (!clause_->Is(k, ChunkKind::kNoun) && !clause_->Is(k, ChunkKind::kCoordinator)) break;
  }
  const std::uint32_t begin = clause_->At(at).first_token;
  for (const auto& words : frame.with) {
    const auto size = static_cast<std::uint32_t>(words.size());
    if (language_.syntax.free_order && begin >= size && fits(begin - size, words)) return at;
    if (fits(end, words)) {
      std::size_t last = at;
      while (last + 1 < clause_->size() && clause_->At(last + 1).end_token <= end + words.size())
        ++last;
      return last;
    }
    for (std::size_t k = at + 1; k <= next + 1 && k < clause_->size(); ++k) {
      if (!clause_->Is(k, ChunkKind::kNoun)) continue;
      if (fits(clause_->At(k).end_token, words) || fits(clause_->Noun(k).first_token, words))
        return at;
      // "held 20 diplomats hostage": taken into the noun group.
      const std::uint32_t last = clause_->Noun(k).end_token;
      if (last >= words.size() && last - words.size() > clause_->Noun(k).first_token &&
          fits(last - static_cast<std::uint32_t>(words.size()), words)) {
        return at;
      }
    }
  }
  return std::nullopt;
}

Stance MentionReader::StanceOf(std::size_t at) const {
  bool infinitive = false;
  if (clause_->Is(at, ChunkKind::kVerb)) {
    const VerbGroup& verb = clause_->Verb(at);
    if (verb.modal) return Stance::kHypothetical;
    infinitive = verb.infinitive && !verb.perfect;
  }
  // The verbs and adverbs right before: "are feared dead", "may have", "plans to kill".
  for (std::size_t k = at, steps = 0; k-- > 0 && steps < 4; ++steps) {
    if (clause_->Is(k, ChunkKind::kVerb) || clause_->Is(k, ChunkKind::kOther)) {
      const std::uint32_t head =
          clause_->Is(k, ChunkKind::kVerb) ? clause_->Verb(k).head : clause_->At(k).first_token;
      const WordClasses bits = language_.syntax.ClassOf(layer_.tokens[head].word);
      if (bits & kFeared) return Stance::kFeared;
      if (infinitive && (bits & kHope)) return Stance::kExpected;
      if (clause_->Is(k, ChunkKind::kVerb)) {
        if (clause_->Verb(k).modal) return Stance::kHypothetical;
        if (infinitive) return Stance::kAsserted;
      }
      continue;
    }
    break;
  }
  if (clause_->Is(at, ChunkKind::kVerb)) {
    const VerbGroup& verb = clause_->Verb(at);
    for (std::uint32_t i = verb.first_token; i < verb.head; ++i) {
      if (language_.syntax.ClassOf(layer_.tokens[i].word) & kFeared) return Stance::kFeared;
    }
  }
  for (std::size_t k = at, steps = 0; k-- > 0 && steps < 8; ++steps) {
    if (clause_->Class(k, kConditional) && clause_->Is(k, ChunkKind::kSubordinator))
      return Stance::kHypothetical;
    if (clause_->Is(k, ChunkKind::kComma) || clause_->Is(k, ChunkKind::kPunctuation)) break;
    if (infinitive && clause_->Is(k, ChunkKind::kNoun)) {
      const WordClasses bits = language_.syntax.ClassOf(layer_.tokens[clause_->Noun(k).head].word);
      if (bits & kHope) return Stance::kExpected;
    }
  }
  return Stance::kAsserted;
}

std::optional<Participant> MentionReader::ActorOf(std::optional<std::size_t> chunk) const {
  if (!chunk) return std::nullopt;
  Participant actor;
  actor.span = clause_->SpanOf(*chunk);
  actor.party = PartyIn(layer_, clause_->At(*chunk).first_token, clause_->At(*chunk).end_token);
  for (std::size_t k = *chunk; k > 0 && !actor.party; --k) {
    if (!clause_->Is(k - 1, ChunkKind::kNoun) || !clause_->Noun(k - 1).possessive) break;
    actor.party = PartyIn(layer_, clause_->At(k - 1).first_token, clause_->At(k - 1).end_token);
  }
  if (clause_->Noun(*chunk).pronoun) {
    // The last party named before in the sentence.
    for (std::size_t k = *chunk; k-- > 0 && !actor.party;) {
      if (!clause_->Is(k, ChunkKind::kNoun)) continue;
      actor.party = PartyIn(layer_, clause_->At(k).first_token, clause_->At(k).end_token);
      actor.resolved = actor.party.has_value();
    }
  }
  return actor;
}

Use MentionReader::MakeUse(const Frame& frame, std::size_t at, const char* step) const {
  Use use;
  use.frame = &frame;
  use.at = at;
  use.trigger = clause_->SpanOf(at);
  use.step = step;
  if (clause_->Is(at, ChunkKind::kVerb)) use.negated = clause_->Verb(at).negated;
  use.stance = StanceOf(at);
  return use;
}

void MentionReader::ReadVerb(std::size_t at) {
  for (const Frame* frame : FramesOfVerb(at)) {
    if (const auto from = AfterParticle(at, *frame); from && ReadVerbFrame(at, *from, *frame))
      return;
  }
}

bool MentionReader::ReadVerbFrame(std::size_t at, std::size_t from, const Frame& frame) {
  switch (frame.frame_class) {
    case FrameClass::kAffect:
    case FrameClass::kAct:
      return ReadAffect(at, from, frame);
    case FrameClass::kUndergo: {
      const Use use = MakeUse(frame, at, "those who undergo");
      const bool any = EmitSubject(at, use);
      return EmitAlong(at, use) || any;
    }
    case FrameClass::kLose: {
      Use use = MakeUse(frame, at, "what its subject lost:");
      use.actor = ActorOf(clause_->Subject(at));
      if (use.actor) use.side = use.actor->party;
      use.actor.reset();
      const VerbGroup& verb = clause_->Verb(at);
      const auto behind = clause_->Object(from);
      // "six drones lost to missiles".
      const bool lost =
          verb.voice == Voice::kPassive ||
          (verb.participle && !behind && clause_->Is(at + 1, ChunkKind::kPreposition));
      const auto object = lost ? clause_->Subject(at) : behind;
      if (!object) return false;
      return lost ? EmitLeft(*object, use) : EmitRight(*object, use);
    }
    default:
      return false;
  }
}

bool MentionReader::ReadAffect(std::size_t at, std::size_t from, const Frame& frame) {
  const VerbGroup& verb = clause_->Verb(at);
  Use use = MakeUse(frame, at, "acts on its object:");
  if (verb.voice != Voice::kPassive) {
    const auto object = clause_->Object(from);
    if (object) {
      use.actor = ActorOf(clause_->Subject(at));
      if (EmitRight(*object, use) || EmitOf(*object, use)) return true;
    }
    if (const auto relative = RelativeObject(at); !object && relative) {
      use.actor = ActorOf(clause_->Subject(at));
      use.inner = clause_->Noun(*relative).partitive;
      return Emit(*relative, use);
    }
    // "killed or wounded nine": the verbs share the object.
    if (clause_->Is(at + 1, ChunkKind::kCoordinator) && clause_->Is(at + 2, ChunkKind::kVerb) &&
        clause_->Verb(at + 2).voice != Voice::kPassive) {
      if (const auto shared = clause_->Object(at + 2)) {
        if (EmitRight(*shared, use)) return true;
      }
    }
    // "Also killed were two guards".
    if (verb.participle && clause_->Is(at + 1, ChunkKind::kVerb) && clause_->Verb(at + 1).be) {
      if (const auto inverted = clause_->Object(at + 1)) {
        if (EmitRight(*inverted, use)) return true;
      }
    }
    if (!verb.participle || TakesObject(at)) return false;
  }
  use.actor = ActorOf(clause_->Agent(at));
  use.step = "is said of its subject:";
  const bool any = EmitSubject(at, use);
  if (EmitAlong(at, use) || any) return true;
  if (verb.participle && verb.finite) ReadLabel(at, frame);
  return false;
}

// "four raids that the army carried out", "58 soldiers whom the rebels killed".
std::optional<std::size_t> MentionReader::RelativeObject(std::size_t verb) const {
  std::size_t k = verb;
  while (k > 0 && (clause_->Is(k - 1, ChunkKind::kNoun) || clause_->Is(k - 1, ChunkKind::kOther)))
    --k;
  if (k == verb || k < 2 || !clause_->Is(k - 1, ChunkKind::kRelative) || !clause_->Counts(k - 2))
    return std::nullopt;
  return k - 2;
}

// "one of them bombed a bridge": a noun right behind that opens no clause.
bool MentionReader::TakesObject(std::size_t verb) const {
  const auto object = clause_->Object(verb);
  if (!object || *object != verb + 1 || clause_->Noun(*object).pronoun) return false;
  const std::size_t next = clause_->SkipRight(*object + 1);
  if (clause_->VerbOf(*object) || clause_->Noun(*object).possessive ||
      clause_->Is(next, ChunkKind::kVerb))
    return false;
  const ObjectReading reading = ReadObject(*clause_, *object, layer_, rulebook_, language_);
  return reading.known && !reading.own;
}

// "was killed near his home, along with two of his guards"
bool MentionReader::EmitAlong(std::size_t at, const Use& use) {
  for (std::size_t k = at + 1; k < clause_->size() && k < at + kFarthestAlong; ++k) {
    if (clause_->Is(k, ChunkKind::kVerb) || clause_->Is(k, ChunkKind::kSubordinator) ||
        clause_->Is(k, ChunkKind::kRelative) || clause_->Is(k, ChunkKind::kState)) {
      return false;
    }
    if (!clause_->Class(k, kCoordinator) || !clause_->Class(k, kPreposition)) continue;
    const auto object = clause_->Object(k);
    return object && clause_->CountOf(*object) && EmitRight(*object, use);
  }
  return false;
}

// "claimed the lives of 100 people": what `of` names is counted.
bool MentionReader::EmitOf(std::size_t object, const Use& use) {
  if (use.frame->objects.empty() || clause_->CountOf(object) || !clause_->Class(object + 1, kOf))
    return false;
  const WordId head = layer_.tokens[clause_->Noun(object).head].word;
  const auto& heads = use.frame->objects;
  if (std::find(heads.begin(), heads.end(), head) == heads.end()) return false;
  const auto inner = clause_->Object(object + 1);
  if (!inner || !clause_->CountOf(*inner)) return false;
  Frame any = *use.frame;
  any.objects.clear();
  Use counted = use;
  counted.frame = &any;
  return EmitRight(*inner, counted);
}

// "in hospital" is a state behind a number or "were", none behind another verb.
bool MentionReader::StateFits(std::size_t at) const {
  if (at == 0) return true;
  const std::size_t left = clause_->SkipLeft(at - 1);
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kVerb) ||
      clause_->Verb(left).be)
    return true;
  return !clause_->Class(at, kPreposition);
}

void MentionReader::ReadState(std::size_t at) {
  if (!StateFits(at)) return;
  for (const Frame* frame : FramesOfState(at)) {
    Use use = MakeUse(*frame, at, "state of its subject:");
    const std::size_t left = at == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(at - 1);
    if (left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kVerb))
      use.negated = clause_->Verb(left).negated;
    const auto subject = clause_->Subject(at);
    // "it would mean 134 soldiers dead".
    if (subject && *subject > 0 && use.stance == Stance::kAsserted &&
        clause_->Is(*subject - 1, ChunkKind::kVerb) && !clause_->Verb(*subject - 1).perfect &&
        clause_->Verb(*subject - 1).modal) {
      use.stance = Stance::kHypothetical;
    }
    if (EmitSubject(at, use)) return;
    // "left dead at least five"; "dead are two nurses".
    if (left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kNoun) &&
        EmitAll({left}, use))
      return;
    ReadLabel(at, *frame);
  }
}

Mentions MentionReader::Finish() {
  std::vector<std::size_t> order(found_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return found_[a].mention.quantity.number < found_[b].mention.quantity.number;
  });
  std::vector<std::uint32_t> place(found_.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<std::uint32_t>(i);
  Mentions result;
  for (std::size_t index : order) {
    Mention& mention = found_[index].mention;
    if (mention.part_of) mention.part_of = place[*mention.part_of];
    result.mentions.push_back(std::move(mention));
  }
  result.unread = std::move(unread_);
  return result;
}

}  // namespace counterclaim
