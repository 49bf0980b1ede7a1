#include "mention/reader.h"

#include <algorithm>

namespace counterclaim {

MentionReader::MentionReader(std::string_view text, const TextLayer& layer,
                             const std::vector<Quantity>& quantities, const Rulebook& rulebook,
                             const Language& language, bool claims_only)
    : text_(text),
      layer_(layer),
      quantities_(quantities),
      rulebook_(rulebook),
      language_(language),
      claims_only_(claims_only) {}

void MentionReader::ReadSentence(const ChunkedSentence& sentence) {
  const ClauseReader clause(text_, layer_, quantities_, language_, sentence);
  clause_ = &clause;
  sentence_ = &sentence;
  first_found_ = found_.size();
  lists_.clear();
  MarkWords();
  FindFamilies();
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.Is(i, ChunkKind::kVerb)) ReadVerb(i);
    if (clause.Is(i, ChunkKind::kState)) ReadState(i);
    if (clause.Is(i, ChunkKind::kVerb) && clause.Verb(i).be) ReadThere(i), ReadThoseWere(i);
  }
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.Is(i, ChunkKind::kNoun)) ReadNoun(i);
  }
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.Is(i, ChunkKind::kNoun) && (!Taken(i) || clause.Noun(i).partitive)) ReadAttribute(i);
  }
  ReadTallies();
  ReadFigures();
  ReadByPlace();
  ReadParts();
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (clause.CountOf(i) && !Taken(i)) ReadGapped(i);
  }
  for (std::size_t i = 0; i < clause.size() && found_.size() > first_found_; ++i) ReadNot(i);
  if (!claims_only_) ReportUnread();
  clause_ = nullptr;
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
    // The last side named before in the sentence.
    for (std::size_t k = *chunk; k-- > 0 && !actor.party;) {
      if (!clause_->Is(k, ChunkKind::kNoun)) continue;
      actor.party = PartyIn(layer_, clause_->At(k).first_token, clause_->At(k).end_token);
      if (actor.party && !rulebook_.parties.TakesSides(*actor.party)) actor.party.reset();
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
  if (frame.negated) {
    use.negated = false;
    use.stance = Stance::kAsserted;
  }
  return use;
}

void MentionReader::ReadVerb(std::size_t at) {
  bool any = false, limited = false;
  for (const Frame* frame : FramesOfVerb(at)) {
    // "two missiles hit five houses": who acts is counted as well.
    const bool actor = frame->frame_class == FrameClass::kUndergo && !frame->objects.empty() &&
                       frame->with.empty() && clause_->Verb(at).voice != Voice::kPassive;
    // "seized two tanks and 26 rifles": each under its own frame.
    const bool rest = limited && (frame->frame_class == FrameClass::kAffect ||
                                  frame->frame_class == FrameClass::kLose ||
                                  frame->frame_class == FrameClass::kAct);
    // "eliminated 210 servicemen, two tanks": the men under a frame of their own.
    const auto object =
        clause_->Verb(at).voice == Voice::kPassive ? std::nullopt : clause_->Object(at);
    const bool left = frame->frame_class == FrameClass::kAffect && object &&
                      clause_->CountOf(*object) && !Taken(*object);
    if (any && !actor && !rest && !left) continue;
    if (const auto from = AfterParticle(at, *frame); from && ReadVerbFrame(at, *from, *frame)) {
      limited = !any && !frame->objects.empty();
      any = true;
    }
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
      if (use.actor && !use.side) use.lost_by = LosersOf(*clause_->Subject(at));
      use.actor.reset();
      const VerbGroup& verb = clause_->Verb(at);
      const auto behind = clause_->Object(from);
      // "six drones lost to missiles".
      if (const auto contact = behind ? std::nullopt : ContactObject(at)) {
        use.inner = clause_->Noun(*contact).partitive;
        return Emit(*contact, use);
      }
      const bool lost =
          verb.voice == Voice::kPassive ||
          (verb.participle && !behind && clause_->Is(at + 1, ChunkKind::kPreposition));
      const auto object = lost ? clause_->Subject(at) : behind;
      if (!object) return false;
      if (lost && !clause_->Counts(*object) && clause_->Is(at + 1, ChunkKind::kPunctuation)) {
        ReadLabel(at, frame);
        return false;
      }
      const auto of = frame.state.empty() ? std::nullopt : LostThings(*object, frame);
      if (of) return EmitLost(*object, *of, use);
      const bool any = lost ? EmitLeft(*object, use) : EmitRight(*object, use);
      if (any) JoinFates(*object);
      return any;
    }
    default:
      return false;
  }
}

// "aircraft.downed" and a frame of what is lost: "aircraft.lost".
MetricId MentionReader::LostMetric(std::size_t last, const Frame& frame) const {
  const std::string& metric = found_[last].mention.metric.text;
  return MetricId(metric.substr(0, metric.find('.')) + "." + frame.state);
}

// "Ten jets were shot down, it says. \"We lost two.\"": the things counted last.
std::optional<std::size_t> MentionReader::LostThings(std::size_t object, const Frame& frame) const {
  const auto last = LastCounted(object);
  const ObjectReading reading = ReadObject(*clause_, object, layer_, rulebook_, language_);
  if (!last || !reading.headless || found_[*last].people) return std::nullopt;
  return rulebook_.taxonomy.FindMetric(LostMetric(*last, frame)) ? last : std::nullopt;
}

bool MentionReader::EmitLost(std::size_t object, std::size_t last, Use use) {
  Frame frame = *use.frame;
  frame.metric = LostMetric(last, frame);
  frame.after.reset();
  use.frame = &frame;
  if (!Emit(object, use)) return false;
  Found* found = FoundAt(object);
  if (!found) return false;
  found->people = false;
  found->mention.object.category = found_[last].mention.object.category;
  return true;
}

// "lost 1,500 servicemen, killed and wounded"
void MentionReader::JoinFates(std::size_t object) {
  std::size_t k = clause_->SkipRight(object + 1);
  if (clause_->Is(k, ChunkKind::kComma)) k = clause_->SkipRight(k + 1);
  if (!clause_->Is(k, ChunkKind::kVerb)) return;
  Found* found = FoundAt(object);
  if (!clause_->Is(k + 1, ChunkKind::kCoordinator) || !clause_->Is(k + 2, ChunkKind::kVerb)) {
    // "lost 2,000 soldiers killed"
    for (const Frame* fate :
         clause_->Verb(k).participle ? FramesOfVerb(k) : std::vector<const Frame*>{}) {
      if (!found || !found->people || !fate->metric || !fate->with.empty() ||
          !fate->objects.empty() || fate->frame_class != FrameClass::kAffect)
        continue;
      found->mention.metric = *fate->metric;
      return;
    }
    return;
  }
  for (const Frame* first : FramesOfVerb(k)) {
    for (const Frame* second : FramesOfVerb(k + 2)) {
      if (!found || !found->people || !first->metric || !second->metric) continue;
      if (const auto joined = language_.frames.JoinOf(*first->metric, *second->metric)) {
        found->mention.metric = *joined;
        found->mention.steps.push_back("one number for both: " + joined->text);
        return;
      }
    }
  }
}

// "have identified 935 people killed": the frame of the verb before them.
const Frame* MentionReader::GovernorOf(std::size_t subject, const MetricId& metric) const {
  if (subject == 0 || !clause_->Is(subject - 1, ChunkKind::kVerb)) return nullptr;
  const auto frames = FramesOfVerb(subject - 1);
  const auto at = std::find_if(frames.begin(), frames.end(),
                               [&](const Frame* frame) { return frame->of == metric; });
  return at == frames.end() ? nullptr : *at;
}

bool MentionReader::ReadAffect(std::size_t at, std::size_t from, const Frame& frame) {
  if (frame.of) return false;
  const VerbGroup& verb = clause_->Verb(at);
  Use use = MakeUse(frame, at, "acts on its object:");
  if (verb.voice != Voice::kPassive) {
    const auto object = clause_->Object(from);
    if (object) {
      use.actor = ActorOf(clause_->Subject(at));
      if (EmitRight(*object, use) || EmitOf(*object, use)) return true;
      if (IsName(*object) && EmitAlong(*object, use)) return true;
    }
    if (const auto relative = RelativeObject(at); !object && relative) {
      const auto subject = clause_->Subject(at);
      use.actor = ActorOf(subject);
      // "17 men of Hamas whom it killed": none of theirs
      const bool theirs = subject && clause_->Noun(*subject).pronoun && use.actor->party &&
                          use.actor->party == PartyIn(layer_, clause_->At(*relative).first_token,
                                                      clause_->At(*subject).first_token);
      if (theirs) use.actor.reset();
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
    // "Also killed were two guards", not "Among the 39 freed were ten women".
    const bool counted = at > 0 && clause_->CountOf(at - 1);
    if (verb.participle && !counted && clause_->Is(at + 1, ChunkKind::kVerb) &&
        clause_->Verb(at + 1).be) {
      if (const auto inverted = clause_->Object(at + 1)) {
        if (EmitRight(*inverted, use)) return true;
      }
    }
    if (!verb.participle || TakesObject(from)) return false;
  }
  use.actor = ActorOf(clause_->Agent(at));
  // "90 prisoners were taken from the northern army"
  if (frame.metric && clause_->Is(at + 1, ChunkKind::kPreposition) &&
      clause_->Class(at + 1, kFrom) && !clause_->Class(at + 1, kOf)) {
    std::size_t owner = at + 2;
    while (clause_->Is(owner, ChunkKind::kNoun) && clause_->Noun(owner).possessive &&
           !PartyIn(layer_, clause_->At(owner).first_token, clause_->At(owner).end_token))
      ++owner;
    if (clause_->Is(owner, ChunkKind::kNoun))
      use.side = PartyIn(layer_, clause_->At(owner).first_token, clause_->At(owner).end_token);
  }
  use.step = "is said of its subject:";
  const auto subject = clause_->Subject(at);
  if (subject && verb.participle && frame.metric) {
    if (const Frame* governor = GovernorOf(*subject, *frame.metric)) use.frame = governor;
  }
  const bool any = EmitSubject(at, use) || (subject && EmitOf(*subject, use));
  if (EmitAlong(at, use) || any) return true;
  if (verb.participle && verb.finite) ReadLabel(at, frame);
  return false;
}

// "in hospital" is a state behind a number or "were", none behind another verb.
bool MentionReader::StateFits(std::size_t at) const {
  if (at == 0) return true;
  const std::size_t left = clause_->SkipLeft(at - 1);
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kVerb) ||
      clause_->Verb(left).be ||
      (language_.syntax.ClassOf(layer_.tokens[clause_->Verb(left).head].word) & kRemain))
    return true;
  return !clause_->Class(at, kPreposition);
}

void MentionReader::ReadState(std::size_t at) {
  if (!StateFits(at) || TellsWhere(at)) return;
  // "five gunmen shot dead the mayor"
  if (at > 0 && clause_->Is(at - 1, ChunkKind::kVerb) && TakesObject(at)) {
    const std::vector<const Frame*> frames = FramesOfVerb(at - 1);
    if (std::any_of(frames.begin(), frames.end(),
                    [&](const Frame* frame) { return AfterParticle(at - 1, *frame) == at; })) {
      return;
    }
  }
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
    if (EmitAlong(at, use)) return;
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
    if (mention.part_of) mention.part_of = place[*mention.part_of], mention.partial = false;
    result.mentions.push_back(std::move(mention));
  }
  result.unread = std::move(unread_);
  return result;
}

}  // namespace counterclaim
