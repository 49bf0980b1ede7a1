#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestCounted = 16;  // chunks between a bare number and what it counts
constexpr std::size_t kMostBefore = 200;      // counts that a bare number looks back over

}  // namespace

bool MentionReader::Taken(std::size_t chunk) const {
  for (std::size_t i = first_found_; i < found_.size(); ++i) {
    if (found_[i].chunk == chunk) return true;
  }
  return InFamily(chunk);
}

Found* MentionReader::FoundAt(std::size_t chunk) {
  for (std::size_t i = first_found_; i < found_.size(); ++i) {
    if (found_[i].chunk == chunk) return &found_[i];
  }
  return nullptr;
}

std::optional<Quantity> MentionReader::QuantityOf(std::size_t chunk, const Use& use,
                                                  const ObjectReading& object) const {
  const NounGroup& group = clause_->Noun(chunk);
  const std::uint32_t sentence = sentence_->sentence;
  if (const Quantity* inner = use.inner ? clause_->InnerCountOf(chunk) : nullptr) return *inner;
  for (const Family& family : families_) {
    if (family.first == chunk && !use.negated) return family.count;
  }
  if (const Quantity* count = clause_->CountOf(chunk)) {
    // "a second one": no number, a pronoun.
    if (object.headless && count->first_token > group.first_token && count->hard == Interval{1, 1})
      return std::nullopt;
    return *count;
  }
  if (group.quantity) return std::nullopt;
  const Span span = layer_.tokens[group.first_token].span;
  if (group.none || (group.any && use.negated)) {
    Quantity zero = ExactQuantity(0, span, sentence, group.first_token);
    return zero;
  }
  // "a very large number" of people is no single one
  const bool number = group.head < layer_.tokens.size() &&
                      (language_.cues.Word(layer_.tokens[group.head].word) & kFigureWord) != 0;
  const bool single = (object.people && !number) || use.frame->single || use.listed;
  // "a third was wounded": one more of those
  const bool known = object.known || (object.headless && group.rest);
  const WordClasses article = language_.syntax.ClassOf(layer_.tokens[group.first_token].word);
  if (group.one && !use.negated && known && single) {
    Quantity one = ExactQuantity(1, span, sentence, group.first_token);
    one.increment = (article & kIndefinite) && (article & kDeterminer);  // "another man"
    return one;
  }
  // "the driver and 17 passengers", "killed two men and hurt their sister"
  const bool theirs = (article & kPossessive) != 0 && (use.listed || found_.size() > first_found_);
  if (((use.listed && clause_->IsDefinite(chunk)) || theirs) && !use.negated &&
      use.frame->objects.empty() && !group.plural && !group.partitive && object.known &&
      object.people && !number)
    return ExactQuantity(1, span, sentence, group.first_token);
  // "both men and women" are no two
  const bool pair = group.pair && group.plural && !clause_->Is(chunk + 1, ChunkKind::kCoordinator);
  if (pair && !use.negated && object.known && object.people)
    return ExactQuantity(2, span, sentence, group.first_token);
  return std::nullopt;
}

// People under the frame's own metric, things under their family and the
// frame's state.
std::optional<MetricId> MentionReader::MetricOf(const Use& use, const ObjectReading& object) const {
  const Frame& frame = *use.frame;
  if (object.barred) return std::nullopt;
  if (frame.frame_class == FrameClass::kAct) return object.act;
  if (frame.frame_class == FrameClass::kEvent || frame.frame_class == FrameClass::kTotal ||
      frame.frame_class == FrameClass::kCounter) {
    const bool things = !object.family.empty() && !frame.state.empty();
    if (frame.metric && !things) return frame.metric;
  }
  if (!object.family.empty()) {
    if (frame.state.empty()) return std::nullopt;
    const MetricId metric(object.family + "." + frame.state);
    return rulebook_.taxonomy.FindMetric(metric) ? std::optional(metric) : std::nullopt;
  }
  if (object.act) {
    const bool occurs =
        frame.frame_class == FrameClass::kUndergo && !frame.metric && frame.state.empty();
    return occurs ? object.act : std::nullopt;
  }
  if (!frame.metric) return std::nullopt;
  // "Hundreds have fled", "Some 185 were rescued": who undergoes it is somebody.
  const bool passive = clause_->Is(use.at, ChunkKind::kVerb) && clause_->Verb(use.at).finite &&
                       clause_->Verb(use.at).voice == Voice::kPassive;
  // "35 freed, 12 missing": a headline
  const bool headline = use.at == 1 && clause_->CountOf(0) &&
                        clause_->Is(use.at, ChunkKind::kVerb) && clause_->Verb(use.at).participle;
  // "the company claimed 131 rescued"
  const bool told = use.at > 1 && clause_->CountOf(use.at - 1) &&
                    clause_->Is(use.at - 2, ChunkKind::kVerb) && clause_->IsSpeech(use.at - 2) &&
                    clause_->Is(use.at, ChunkKind::kVerb) && clause_->Verb(use.at).participle;
  const bool somebody = !found_.empty() || headline || told ||
                        frame.frame_class == FrameClass::kUndergo ||
                        frame.frame_class == FrameClass::kState || passive;
  if (frame.known && !object.people && !(object.headless && somebody)) return std::nullopt;
  return frame.metric;
}

// "20 gunmen stormed a village, killing nine": no gunmen are counted.
bool MentionReader::Acts(std::size_t chunk) const {
  const std::size_t verb = clause_->SkipRight(chunk + 1);
  return clause_->Is(verb, ChunkKind::kVerb) && clause_->Verb(verb).voice == Voice::kActive &&
         !clause_->Verb(verb).be && clause_->Object(verb);
}

// "Of the Tarn fighters, 413", "Of the soldiers sent into the hills three": a sentence that opens
// with those of whom the count is, and no other count.
bool MentionReader::OfFronted(std::size_t chunk) const {
  constexpr std::size_t kLongest = 9;  // chunks in front
  if (chunk < 2 || chunk > kLongest || !clause_->Is(0, ChunkKind::kPreposition) ||
      !clause_->Class(0, kOf) || !clause_->Is(1, ChunkKind::kNoun) || !clause_->IsDefinite(1))
    return false;
  for (std::size_t k = 1; k < chunk; ++k) {
    const bool main = clause_->Is(k, ChunkKind::kVerb) && !clause_->Verb(k).participle;
    if (main || clause_->CountOf(k) || clause_->Is(k, ChunkKind::kCoordinator)) return false;
  }
  return true;
}

// "killed five soldiers and wounded 30": the 30 are of the kind last counted.
void MentionReader::Inherit(std::size_t chunk, bool label, ObjectReading* object) const {
  // "Of the Tarn fighters, 413 are dead"; "held by gunmen, six of whom died": of those, whom nobody
  // has counted.
  if (const auto told = OfFronted(chunk) ? std::optional<std::size_t>(1) : Antecedent(chunk)) {
    const ObjectReading all = ReadObject(*clause_, *told, layer_, rulebook_, language_);
    if (all.known && all.people && !all.victim && !all.barred) {
      object->people = true;
      object->participant.category = all.participant.category;
      object->participant.party = all.participant.party;
      return;
    }
  }
  // "Of the 805 drones launched, 747 were shot down": what was counted just before.
  for (std::size_t k = chunk, steps = 0; k-- > 0 && steps < kFarthestCounted; ++steps) {
    if (!clause_->Is(k, ChunkKind::kNoun) || !clause_->CountOf(k)) continue;
    if (Taken(k)) break;
    if (Acts(k)) continue;
    // "killed nine men, among them two boys, and injured 30"
    if (AmongThem(k) || CountedBehind(k)) continue;
    const ObjectReading counted = ReadObject(*clause_, k, layer_, rulebook_, language_);
    if (!counted.known || counted.barred || counted.act) break;
    object->people = counted.people;
    object->family = counted.family;
    if (!object->participant.category) object->participant.category = counted.participant.category;
    if (!object->participant.party) object->participant.party = counted.participant.party;
    return;
  }
  const bool others =
      clause_->Noun(chunk).rest || (clause_->CountOf(chunk) && clause_->CountOf(chunk)->others);
  const std::size_t floor = found_.size() - std::min(found_.size(), kMostBefore);
  for (std::size_t i = found_.size(); i-- > floor;) {
    const Found& before = found_[i];
    // "Killed: 22 rebels. Captured: five."; "74 drones were sent. Of these, 47 were shot down."
    const bool goes_on = (others || (label && before.label) || !before.people) &&
                         before.sentence + 1 == sentence_->sentence;
    if (before.sentence != sentence_->sentence && !goes_on) break;
    if (before.sentence == sentence_->sentence && before.chunk >= chunk) continue;
    if (before.mention.part_link != PartLink::kNone) continue;
    if (before.sentence == sentence_->sentence && AmongThem(before.chunk)) continue;
    if (!object->participant.category)
      object->participant.category = before.mention.object.category;
    if (!object->participant.party) {
      object->participant.party = before.mention.object.party;
      object->participant.resolved = object->participant.party.has_value();
    }
    object->people = before.people;
    if (!before.people) {
      const std::string& metric = before.mention.metric.text;
      object->family = metric.substr(0, metric.find('.'));
    }
    return;
  }
}

// "killed and wounded 30": nothing but the count stands between the triggers.
bool MentionReader::Coordinated(std::size_t trigger, std::size_t other, std::size_t counted) const {
  const std::size_t low = std::min(trigger, other), high = std::max(trigger, other);
  for (std::size_t k = low + 1; k < high; ++k) {
    const bool passes = k == counted || clause_->Is(k, ChunkKind::kCoordinator) ||
                        clause_->Is(k, ChunkKind::kComma) || clause_->Is(k, ChunkKind::kOther) ||
                        clause_->Is(k, ChunkKind::kState) || clause_->Is(k, ChunkKind::kVerb) ||
                        clause_->Is(k, ChunkKind::kPunctuation);
    if (!passes) return false;
  }
  return true;
}

// "14 who had been hurt died": the trigger is said in passing.
bool MentionReader::InRelative(std::size_t trigger) const {
  if (trigger == 0) return false;
  const std::size_t left = clause_->SkipLeft(trigger - 1);
  return left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kRelative);
}

// "All 279 girls kidnapped in May have been released": the main verb tells what became of them.
bool MentionReader::Fate(const Found& before, const MetricId& metric, const Use& use) const {
  const auto verb = [&](std::size_t at) {
    return clause_->Is(at, ChunkKind::kVerb) ? &clause_->Verb(at) : nullptr;
  };
  const VerbGroup *first = verb(before.trigger_chunk), *main = verb(use.at);
  const bool state = clause_->Is(before.trigger_chunk, ChunkKind::kState) &&
                     before.trigger_chunk == before.chunk + 1;
  const bool reduced = state || (first && first->participle);
  if (!reduced || !main || main->participle || !main->finite ||
      before.sentence != sentence_->sentence || use.at < before.trigger_chunk)
    return false;
  const Metric* now = rulebook_.taxonomy.FindMetric(metric);
  const Metric* then = rulebook_.taxonomy.FindMetric(before.mention.metric);
  const auto holds = [](const std::vector<MetricId>& all, const MetricId& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  return now && then && !now->id.text.starts_with(then->id.text + '.') &&
         (holds(now->at_most, then->id) || holds(then->migrates_to, now->id));
}

bool MentionReader::JoinWith(std::size_t chunk, const MetricId& metric, const Use& use) {
  Found* before = FoundAt(chunk);
  if (!before) return false;
  const bool twice = std::any_of(
      found_.begin() + static_cast<std::ptrdiff_t>(first_found_), found_.end(),
      [&](const Found& each) { return each.chunk == chunk && each.mention.metric == metric; });
  if (twice) return true;
  // "five of the wounded died"
  const bool some = clause_->Noun(chunk).partitive;
  if (some && use.at == chunk) return true;
  if ((some && before->trigger_chunk == chunk) || Fate(*before, metric, use) ||
      (InRelative(before->trigger_chunk) && !InRelative(use.at))) {
    const ObjectReading object = ReadObject(*clause_, chunk, layer_, rulebook_, language_);
    if (const auto quantity = QuantityOf(chunk, use, object)) before->mention.quantity = *quantity;
    before->mention.metric = metric;
    before->mention.rule = use.frame->rule;
    before->trigger_chunk = use.at;
    before->mention.trigger = use.trigger;
    return true;
  }
  const auto joined = language_.frames.JoinOf(before->mention.metric, metric);
  if (!joined && clause_->Noun(chunk).none && Coordinated(before->trigger_chunk, use.at, chunk))
    return false;  // "no jet was hit or destroyed": two claims
  if (!joined || !Coordinated(before->trigger_chunk, use.at, chunk)) return true;
  before->mention.metric = *joined;
  before->mention.trigger.begin = std::min(before->mention.trigger.begin, use.trigger.begin);
  before->mention.trigger.end = std::max(before->mention.trigger.end, use.trigger.end);
  before->mention.steps.push_back("one number for both: " + joined->text);
  return true;
}

// What the chunk counts; a bare number counts what its sentence says before.
ObjectReading MentionReader::ObjectOf(std::size_t chunk, const Use& use, bool inherit) const {
  ObjectReading object = ReadObject(*clause_, chunk, layer_, rulebook_, language_);
  if (use.counted && (object.headless || !object.known)) {
    object = ReadObject(*clause_, *use.counted, layer_, rulebook_, language_);
    object.headless = true;
    return object;
  }
  if (inherit && !object.known && (object.headless || clause_->Noun(chunk).rest))
    Inherit(chunk, use.label, &object);
  return object;
}

// False: it has no quantity, nor is it people to be counted later.
bool MentionReader::MayCount(std::size_t chunk, const Use& use) const {
  const NounGroup& group = clause_->Noun(chunk);
  const bool owned =
      (language_.syntax.ClassOf(layer_.tokens[group.first_token].word) & kPossessive) != 0;
  return clause_->CountOf(chunk) || group.one || group.none || group.any || group.plural ||
         use.inner || use.listed || owned ||
         std::any_of(families_.begin(), families_.end(),
                     [&](const Family& family) { return family.first == chunk; });
}

bool MentionReader::Emit(std::size_t chunk, const Use& use) {
  if (!clause_->Is(chunk, ChunkKind::kNoun) || InFamily(chunk)) return false;
  if (!MayCount(chunk, use)) return false;
  ObjectReading object = ObjectOf(chunk, use, true);
  auto metric = MetricOf(use, object);
  if (!metric && object.headless) {
    object = ObjectOf(chunk, use, false);
    metric = MetricOf(use, object);
  }
  if (!metric && object.two_senses) {
    object = ReadObject(*clause_, chunk, layer_, rulebook_, language_, true);
    metric = MetricOf(use, object);
  }
  if (!metric || metric == object.never) return false;
  const auto quantity = QuantityOf(chunk, use, object);
  if (!quantity && object.people && object.known && clause_->Noun(chunk).plural)
    uncounted_ = {sentence_->sentence, *metric, object.participant};
  if (!quantity) return false;
  const NounGroup& group = clause_->Noun(use.counted && object.headless ? *use.counted : chunk);
  const auto holds = [&](const std::vector<WordId>& words, std::uint32_t first) {
    for (std::uint32_t at = first; at <= group.head; ++at)  // "the bodies of three men"
      if (std::find(words.begin(), words.end(), layer_.tokens[at].word) != words.end()) return true;
    return false;
  };
  const auto named = [&](const std::vector<WordId>& words) {
    const auto begin = layer_.tokens.begin() + group.first_token;
    const auto end = layer_.tokens.begin() + group.end_token;
    const auto same = [](const Token& token, WordId word) { return token.word == word; };
    return std::search(begin, end, words.begin(), words.end(), same) != end;
  };
  if (!use.frame->objects.empty() && !holds(use.frame->objects, group.first_token) &&
      std::none_of(use.frame->object_names.begin(), use.frame->object_names.end(), named))
    return false;
  if (holds(use.frame->except, group.head)) return false;
  if (use.frame->after && object.family.empty()) {
    const auto last = LastCounted(chunk);
    if (last && found_[*last].mention.metric == *use.frame->after) metric = use.frame->after;
  }
  // "rescued 121 of the 129 girls who were carried off": a mention of its own.
  const Found* outer = use.inner || clause_->InnerCountOf(chunk) ? FoundAt(chunk) : nullptr;
  const bool own = outer && outer->mention.quantity.number != quantity->number;
  if (!own && JoinWith(chunk, *metric, use)) return true;
  const auto other = static_cast<std::size_t>(own ? outer - found_.data() : 0);
  MarkSome(*metric, *quantity);
  found_.push_back(MakeFound(chunk, use, *metric, *quantity, object));
  // "five of the 12 wounded died", "four of the 19 wounded guards remained in hospital"
  const bool same = own && found_[other].mention.metric == *metric;
  if (own && found_.back().people && (!use.inner || same)) {
    const std::size_t part = use.inner ? other : found_.size() - 1;
    found_[part].mention.part_of =
        static_cast<std::uint32_t>(use.inner ? found_.size() - 1 : other);
    found_[part].mention.part_link = PartLink::kOfWhom;
  }
  return true;
}

// The mention of what the frame tells of the chunk.
Found MentionReader::MakeFound(std::size_t chunk, const Use& use, const MetricId& metric,
                               const Quantity& quantity, const ObjectReading& object) const {
  Found found;
  found.sentence = sentence_->sentence;
  found.chunk = chunk;
  found.trigger_chunk = use.at;
  found.part = use.frame->part;
  found.label = use.label;
  found.frame_class = use.frame->frame_class;
  found.people = object.family.empty() && !object.act;
  Mention& mention = found.mention;
  mention.quantity = quantity;
  mention.metric = metric;
  mention.manner = use.frame->manner;
  mention.rule = use.frame->rule;
  mention.trigger = use.trigger;
  mention.sentence = sentence_->sentence;
  const Span span = clause_->SpanOf(chunk);
  mention.clause = {std::min(span.begin, use.trigger.begin), std::max(span.end, use.trigger.end)};
  mention.object = object.participant;
  // "It admitted that its soldiers had been killed. Four died."
  const bool those = found.people && object.headless && uncounted_.metric == metric &&
                     !mention.object.category && found.sentence - uncounted_.sentence <= 1;
  if (those) {
    mention.object.category = uncounted_.object.category;
    if (!mention.object.party) mention.object.party = uncounted_.object.party;
    mention.object.resolved = mention.object.party.has_value();
  }
  if (found.people && (!mention.object.category || IsMixed(chunk)))
    mention.object.category = Anybody(language_);
  // "The rebels lost 40 men"
  const Category* kind =
      mention.object.category ? rulebook_.taxonomy.FindCategory(*mention.object.category) : nullptr;
  if (use.lost_by && found.people && (!kind || kind->everyone || kind->own_as))
    mention.object.category = use.lost_by;
  if (use.side && !mention.object.party) {
    mention.object.party = use.side;
    mention.object.resolved = true;
  }
  if (object.own && !mention.object.party && use.actor &&
      use.frame->frame_class == FrameClass::kLose) {
    mention.object.party = use.actor->party;
    mention.object.resolved = true;
  }
  if (!use.frame->care) mention.actor = use.actor;
  mention.stance = use.negated && !clause_->Noun(chunk).any && !clause_->Noun(chunk).none
                       ? Stance::kDenied
                       : use.stance;
  if (mention.stance == Stance::kAsserted && clause_->Asks()) mention.stance = Stance::kQuestioned;
  mention.partial = CountsSome(chunk, use, mention);
  if (quantity.increment) mention.scope_hint = ScopeHint::kIncrement;
  if (use.frame->frame_class == FrameClass::kTotal ||
      use.frame->frame_class == FrameClass::kCounter)
    mention.scope_hint = ScopeHint::kTotal;
  mention.steps.push_back("frame " + use.frame->rule.text + ": " + use.step + " \"" +
                          std::string(clause_->Text(use.trigger)) + "\"");
  return found;
}

}  // namespace counterclaim
