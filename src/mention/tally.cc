#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestGap = 12;  // chunks from "and" to the count that shares its verb
constexpr std::size_t kMostListed = 20;   // counts of a list before "spoke of 31"

}  // namespace

void MentionReader::ReadTallies() {
  for (std::size_t i = 0; i < clause_->size(); ++i) {
    if (clause_->Is(i, ChunkKind::kVerb)) {
      ReadTally(i);
      ReadNumbered(i);
    }
    if (clause_->Is(i, ChunkKind::kNoun) && clause_->Noun(i).pronoun) ReadItStands(i);
    if (clause_->CountOf(i) && !Taken(i)) ReadSum(i);
  }
}

// "counted 22 missiles", "spoke of a dozen missiles", "identified the aircraft as two jets".
void MentionReader::ReadTally(std::size_t at) {
  for (const Frame* frame : FramesOfVerb(at)) {
    if (frame->frame_class != FrameClass::kTally || clause_->Verb(at).voice == Voice::kPassive ||
        clause_->Verb(at).negated)
      continue;
    const auto from = AfterParticle(at, *frame);
    if (!from) continue;
    // "identified the aircraft as": the particle stands behind the first object.
    std::size_t behind = *from;
    if (behind == at && !frame->with.empty()) {
      const auto first = clause_->Object(at);
      if (!first || !clause_->Is(*first + 1, ChunkKind::kPreposition)) continue;
      behind = *first + 1;
    }
    const auto object = clause_->Object(behind);
    if (!object || !clause_->CountOf(*object)) continue;
    const auto last = LastCounted(*object);
    std::vector<std::size_t> emitted;
    for (std::size_t item : clause_->JoinedRight(*object)) {
      if (clause_->Noun(item).partitive) break;
      if (!Taken(item) && EmitTally(item, at, *frame)) emitted.push_back(item);
    }
    if (emitted.empty()) continue;
    if (last && emitted.size() > 1) LinkTally(emitted, *last);
    return;
  }
}

// "five jets: it named them as three of one make and two of another": they add up.
void MentionReader::LinkTally(const std::vector<std::size_t>& items, std::size_t whole) {
  std::int64_t sum = 0;
  for (std::size_t item : items) sum += ValueOf(item);
  if (found_[whole].mention.quantity.hard.low != sum) return;
  for (std::size_t item : items) {
    Found* found = FoundAt(item);
    if (!found || found->mention.metric != found_[whole].mention.metric) continue;
    found->mention.part_of = static_cast<std::uint32_t>(whole);
    found->mention.part_link = PartLink::kBreakdown;
  }
}

// "16 deaths were certified. By night it stood at 34."
void MentionReader::ReadItStands(std::size_t at) {
  if (!(language_.cues.Word(layer_.tokens[clause_->Noun(at).head].word) & kItWord)) return;
  const std::size_t verb = clause_->SkipRight(at + 1), number = verb + 2;
  if (!clause_->Is(verb, ChunkKind::kVerb) || clause_->Verb(verb).be || clause_->IsSpeech(verb) ||
      !FramesOfVerb(verb).empty() || !clause_->Is(verb + 1, ChunkKind::kPreposition) ||
      !clause_->Class(verb + 1, kAt | kTo) || clause_->Class(verb + 1, kOf) ||
      !clause_->CountOf(number) || Taken(number))
    return;
  const auto last = LastCounted(at);
  const ObjectReading object = ReadObject(*clause_, number, layer_, rulebook_, language_);
  if (!last || !found_[*last].people || !object.headless ||
      found_[*last].sentence + 1 < sentence_->sentence)
    return;
  EmitLike(*last, number, verb);
}

// "It carried 312 passengers; the number was 380": people of no metric are counted.
bool MentionReader::LeftUnread(std::size_t at) const {
  for (std::size_t k = at; k > 0; --k) {
    if (!clause_->CountOf(k - 1)) continue;
    const ObjectReading object = ReadObject(*clause_, k - 1, layer_, rulebook_, language_);
    if (Taken(k - 1) || object.people) return !Taken(k - 1) && !object.headless;
  }
  return false;
}

// "31 died. It had spoken of 14 on the evening of the attack."
bool MentionReader::EmitFormer(std::size_t chunk, std::size_t at, const Frame& frame) {
  auto last = LastCounted(chunk);
  if (!FigureEnds(chunk) || !last || !found_[*last].people) return false;
  // "put the toll at 27 dead and 64 hurt; another spoke of 31": of dead.
  const std::size_t floor = *last - std::min(*last, kMostListed);
  for (std::size_t i = *last; i-- > floor && found_[i].sentence == found_[*last].sentence;) {
    const Found& first = found_[i];
    const bool among = first.sentence == sentence_->sentence && AmongThem(first.chunk);
    if (first.people && first.chunk < found_[*last].chunk &&
        first.mention.part_link == PartLink::kNone && !among)
      last = i;
  }
  // "A guard was shot. The state spoke of 279": of others, of whom nothing was read.
  const Quantity& before = found_[*last].mention.quantity;
  const bool perfect = clause_->Is(at, ChunkKind::kVerb) && clause_->Verb(at).perfect;
  if (!perfect && before.hard.high <= 1) return false;
  Frame counted = frame;
  counted.metric = found_[*last].mention.metric;
  return Emit(chunk, MakeUse(counted, at, "counted before, under the metric of before:"));
}

bool MentionReader::EmitTally(std::size_t chunk, std::size_t at, const Frame& frame) {
  const ObjectReading object = ReadObject(*clause_, chunk, layer_, rulebook_, language_);
  if (object.headless) return EmitFormer(chunk, at, frame);
  if (!object.known || object.act || object.people == !object.family.empty()) return false;
  // "lists 104 people who were raped": what they are counted for stands behind.
  if (object.people && clause_->Is(clause_->SkipRight(chunk + 1), ChunkKind::kRelative))
    return false;
  Frame counted = frame;
  if (counted.state.empty()) {
    const auto last = LastCounted(chunk);
    if (!last || found_[*last].people != object.people) return false;
    const MetricId& metric = found_[*last].mention.metric;
    if (object.people) {
      // "rescued 180 and speaks of 459 passengers": more than were counted, under no metric
      const Quantity* count = clause_->CountOf(chunk);
      const auto& kind = object.participant.category;
      const bool other = kind && found_[*last].mention.object.category != kind;
      if (other && count && count->hard.low > found_[*last].mention.quantity.hard.high)
        return false;
      counted.metric = metric;
    } else {
      const std::size_t dot = metric.text.find('.');
      if (metric.text.substr(0, dot) != object.family || dot == std::string::npos) return false;
      counted.state = metric.text.substr(dot + 1);
    }
  }
  return Emit(chunk, MakeUse(counted, at, "counted under the metric of before:"));
}

void MentionReader::ShareVerb(std::size_t at, std::size_t with) {
  const Found before = found_[with];
  Frame frame;
  frame.rule = before.mention.rule;
  frame.metric = before.mention.metric;
  if (!before.people) {
    const std::string& metric = before.mention.metric.text;
    const std::size_t dot = metric.find('.');
    if (dot == std::string::npos) return;
    frame.state = metric.substr(dot + 1);
  }
  Use use = MakeUse(frame, before.trigger_chunk, "shares the verb");
  use.actor = before.mention.actor;
  use.negated = false;
  use.stance = before.mention.stance;
  if (!Emit(at, use) || !before.mention.part_of) return;
  Found* found = FoundAt(at);
  if (!found || found->mention.part_of) return;
  found->mention.part_of = before.mention.part_of;
  found->mention.part_link = before.mention.part_link;
}

// "Twelve died at the scene and three in hospital", "41 at one mosque and one in hospital":
// the state behind the last count tells where, as the phrase before it does.
bool MentionReader::TellsWhere(std::size_t at) const {
  if (at == 0 || !clause_->Class(at, kPreposition)) return false;
  const std::size_t count = clause_->SkipLeft(at - 1);
  const auto headless = [&](std::size_t k) {
    return clause_->CountOf(k) && ReadObject(*clause_, k, layer_, rulebook_, language_).headless;
  };
  const auto opens = [&](std::size_t k) {
    return clause_->Class(k, kAtOnce) ||
           (clause_->Is(k, ChunkKind::kPreposition) && !clause_->Class(k, kOf | kIncluding));
  };
  if (count == ClauseReader::kNowhere || count == 0 || !headless(count)) return false;
  const std::size_t mark = clause_->SkipLeft(count - 1);
  if (mark == ClauseReader::kNowhere ||
      !(clause_->Is(mark, ChunkKind::kCoordinator) || clause_->Is(mark, ChunkKind::kComma)))
    return false;
  for (std::size_t k = mark, steps = 0; k-- > 0 && steps < kFarthestGap; ++steps) {
    if (clause_->CountOf(k)) return headless(k) && opens(k + 1);
    if (!clause_->Is(k, ChunkKind::kVerb)) continue;
    const auto frames = FramesOfVerb(k);
    return opens(k + 1) && std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
             return frame->frame_class == FrameClass::kUndergo && frame->metric &&
                    frame->with.empty();
           });
  }
  return false;
}

// "18 died in one town, eight in another": behind both counts stands the same
// preposition, with a name, a day or plain nouns behind it.
std::optional<std::size_t> MentionReader::LikeBefore(std::size_t at, std::size_t next) const {
  if (at == 0 ||
      !(clause_->Is(at - 1, ChunkKind::kComma) || clause_->Is(at - 1, ChunkKind::kCoordinator)))
    return std::nullopt;
  const auto phrase = [&](std::size_t k) {  // its first word, and whether a name follows
    const Chunk& chunk = clause_->At(k);
    const bool noun = clause_->Is(k + 1, ChunkKind::kNoun);
    return std::pair(layer_.tokens[chunk.first_token].word,
                     noun && layer_.tokens[clause_->Noun(k + 1).head].capital);
  };
  const auto opens = [&](std::size_t k) {
    return clause_->Is(k, ChunkKind::kPreposition) || clause_->Is(k, ChunkKind::kTime) ||
           clause_->Class(k, kAtOnce);
  };
  const bool where = clause_->Is(next, ChunkKind::kState) && TellsWhere(next);
  if (!opens(next) && !where) return std::nullopt;
  for (std::size_t i = found_.size(); i-- > first_found_;) {
    const Found& before = found_[i];
    if (before.chunk >= at || at - before.chunk > kFarthestGap) break;
    std::size_t k = std::max(before.chunk, before.trigger_chunk);
    do ++k;
    while (k < at && clause_->Is(k, ChunkKind::kState));
    if (k >= at || !opens(k) || clause_->Class(k, kOf)) break;
    if (!where && phrase(k) != phrase(next)) break;
    return i;
  }
  return std::nullopt;
}

// "40 were killed at one place, the ministry said, and 27 more at another",
// "in the morning it spoke of 502 deaths, and in the evening, on air, 644".
void MentionReader::ReadGapped(std::size_t at) {
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (!object.headless || clause_->AfterPreposition(at)) return;
  const std::size_t next = clause_->SkipRight(at + 1);
  const bool ends = next >= clause_->size() || clause_->Is(next, ChunkKind::kPunctuation) ||
                    clause_->Is(next, ChunkKind::kPreposition) ||
                    clause_->Is(next, ChunkKind::kComma);
  const bool where = clause_->Is(next, ChunkKind::kState) && TellsWhere(next);
  if (!where && (!ends || clause_->VerbOf(at))) return;
  if (const auto like = LikeBefore(at, next)) return ShareVerb(at, *like);
  bool phrase = clause_->Is(next, ChunkKind::kPreposition) && clause_->CountOf(at)->increment;
  for (std::size_t k = at, steps = 0; k-- > 0 && steps < kFarthestGap; ++steps) {
    if (clause_->Is(k, ChunkKind::kCoordinator)) {
      if (!phrase) return;  // "killed two, and 14": nothing sets it apart from a slip
      for (std::size_t i = found_.size(); i-- > first_found_;) {
        const Found& before = found_[i];
        if (before.chunk >= k || before.mention.part_link != PartLink::kNone) continue;
        ShareVerb(at, i);
        return;
      }
      return;
    }
    if (clause_->Is(k, ChunkKind::kTime) || clause_->Is(k, ChunkKind::kPreposition)) phrase = true;
    const bool passes = clause_->Is(k, ChunkKind::kTime) || clause_->Is(k, ChunkKind::kOther) ||
                        clause_->Is(k, ChunkKind::kComma) ||
                        clause_->Is(k, ChunkKind::kPreposition) ||
                        (clause_->Is(k, ChunkKind::kNoun) && !clause_->CountOf(k) &&
                         (clause_->AfterPreposition(k) || clause_->Noun(k).possessive));
    if (!passes) return;
  }
}

// "30 on the ferry and six on the pier died, a total of 36": the whole of the
// counts before, whether they add up or not.
bool MentionReader::ReadSum(std::size_t at) {
  const Quantity& count = *clause_->CountOf(at);
  // "..., and one officer: 61 altogether": a bare figure that they add up to
  const bool bare = at > 0 && clause_->Is(at - 1, ChunkKind::kPunctuation) &&
                    clause_->Text(clause_->SpanOf(at - 1)) == ":";
  if (count.bound != Bound::kExact || (count.span.begin == count.number.begin && !bare))
    return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (!object.headless && !object.people) return false;
  if (at == 0 || !(bare || clause_->Is(clause_->SkipLeft(at - 1), ChunkKind::kComma))) return false;
  std::vector<std::size_t> parts;
  for (std::size_t i = first_found_; i < found_.size(); ++i) {
    if (found_[i].chunk >= at || found_[i].mention.part_of || !found_[i].people) continue;
    if (!parts.empty() && found_[i].mention.metric != found_[parts.front()].mention.metric)
      return false;
    parts.push_back(i);
  }
  if (parts.size() < 2) return false;
  std::int64_t sum = 0;
  for (std::size_t part : parts) sum += found_[part].mention.quantity.hard.low;
  if (bare && sum != count.hard.low) return false;
  const Found first = found_[parts.front()];
  Frame frame;
  frame.rule = first.mention.rule;
  frame.frame_class = FrameClass::kTotal;
  frame.metric = first.mention.metric;
  Use use = MakeUse(frame, first.trigger_chunk, "the whole of what was counted before:");
  use.actor = first.mention.actor;
  use.negated = false;
  if (!Emit(at, use)) return false;
  Found& whole = found_.back();
  if (object.headless) whole.mention.object.category = Anybody(language_);
  for (std::size_t part : parts) {
    found_[part].mention.part_of = static_cast<std::uint32_t>(found_.size() - 1);
    found_[part].mention.part_link = PartLink::kBreakdown;
  }
  return true;
}

}  // namespace counterclaim
