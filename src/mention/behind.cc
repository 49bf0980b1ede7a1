// What stands behind a verb: its particle, its object, those who shared the fate.
#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::size_t kFarthestAlong = 20;    // chunks from a verb to those who shared the fate
constexpr std::size_t kFarthestParticle = 8;  // chunks from a verb to its particle

// The words stand in a row; "to Nasser hospital", "to 45 relief camps": a short name or a
// number may stand behind the first.
bool WordsStand(const TextLayer& layer, const std::vector<WordId>& words, std::uint32_t from,
                std::uint32_t stop) {
  constexpr std::uint32_t kLongestName = 3;  // tokens
  std::uint32_t name = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto holds = [&] {
      return from + i + name < stop && layer.tokens[from + i + name].word == words[i];
    };
    while (i == 1 && !holds() && from + i + name < stop && name < kLongestName &&
           (layer.tokens[from + i + name].capital ||
            layer.tokens[from + i + name].kind == TokenKind::kNumber))
      ++name;
    if (!holds()) return false;
  }
  return true;
}

}  // namespace

void MentionReader::MarkWords() {
  const Sentence& sentence = layer_.sentences[sentence_->sentence];
  marked_.reset();
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at)
    marked_.set(layer_.tokens[at].word % marked_.size());
}

// False: not all of the words stand in the sentence.
bool MentionReader::MayHold(const std::vector<WordId>& words) const {
  return std::all_of(words.begin(), words.end(),
                     [&](WordId word) { return marked_[word % marked_.size()]; });
}

// "shot down 14 drones", "put to death 2,000": the chunk behind which the object
// stands; "shot 14 drones down": the verb itself. Nothing: the particle lacks.
std::optional<std::size_t> MentionReader::AfterParticle(std::size_t at, const Frame& frame) const {
  const std::uint32_t stop = layer_.sentences[sentence_->sentence].end_token;
  const std::uint32_t behind = clause_->At(at).end_token;
  for (const auto& words : frame.without) {
    std::size_t i = 0;
    while (i < words.size() && behind + i < stop && layer_.tokens[behind + i].word == words[i]) ++i;
    if (i == words.size()) return std::nullopt;
  }
  if (frame.with.empty()) return at;
  const auto may = [&](const auto& words) {  // before a verb the sentence before is near
    return language_.syntax.free_order || MayHold(words);
  };
  if (std::none_of(frame.with.begin(), frame.with.end(), may)) return std::nullopt;
  const auto fits = [&](std::uint32_t from, const std::vector<WordId>& words) {
    // "fell \"in the struggle itself\""
    const bool quoted = from < stop && layer_.tokens[from].kind == TokenKind::kPunctuation &&
                        clause_->Is(at + 1, ChunkKind::kQuote);
    return WordsStand(layer_, words, quoted ? from + 1 : from, stop);
  };
  const std::uint32_t end = clause_->At(at).end_token;
  // "left 17 rebels and two soldiers dead": behind what is joined as well.
  std::size_t next = clause_->SkipRight(at + 1);
  for (std::size_t k = next; k < clause_->size() && k < at + kFarthestParticle; ++k) {
    if (clause_->Is(k, ChunkKind::kNoun)) next = k;
    const bool inside =
        clause_->Is(k, ChunkKind::kPreposition) && clause_->Class(k, kOf) && clause_->CountOf(next);
    if (!clause_->Is(k, ChunkKind::kNoun) && !clause_->Is(k, ChunkKind::kCoordinator) && !inside)
      break;
  }
  const std::uint32_t begin = clause_->At(at).first_token;
  for (const auto& words : frame.with) {
    if (!may(words)) continue;
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

// "four raids that the army carried out", "58 soldiers whom the rebels killed".
std::optional<std::size_t> MentionReader::RelativeObject(std::size_t verb) const {
  std::size_t k = verb;
  while (k > 0 && (clause_->Is(k - 1, ChunkKind::kNoun) || clause_->Is(k - 1, ChunkKind::kOther)))
    --k;
  if (k == verb || k < 2 || !clause_->Is(k - 1, ChunkKind::kRelative)) return ContactObject(verb);
  std::size_t noun = k - 2;  // "17 men of Hamas whom it killed"
  while (noun >= 2 && clause_->Is(noun, ChunkKind::kNoun) && !clause_->Counts(noun) &&
         clause_->Is(noun - 1, ChunkKind::kPreposition) && clause_->Class(noun - 1, kOf))
    noun -= 2;
  return clause_->Counts(noun) ? std::optional(noun) : std::nullopt;
}

// "one of them bombed a bridge": a noun right behind that opens no clause.
bool MentionReader::TakesObject(std::size_t verb) const {
  const auto object = clause_->Object(verb);
  if (!object || !clause_->Is(verb + 1, ChunkKind::kNoun) || clause_->Noun(*object).pronoun)
    return false;
  const std::size_t next = clause_->SkipRight(*object + 1);
  if (clause_->VerbOf(*object) || clause_->Noun(*object).possessive ||
      clause_->Is(next, ChunkKind::kVerb))
    return false;
  const ObjectReading reading = ReadObject(*clause_, *object, layer_, rulebook_, language_);
  if (reading.known) return !reading.own || reading.people;
  return *object == verb + 1 && IsName(*object);
}

// Words with capitals that name no party and no place: somebody, as it seems.
bool MentionReader::IsName(std::size_t noun) const {
  const NounGroup& group = clause_->Noun(noun);
  if (group.quantity || group.none || group.one) return false;
  for (std::uint32_t i = group.first_token; i < group.end_token; ++i) {
    if (layer_.tokens[i].kind == TokenKind::kWord && !layer_.tokens[i].capital) return false;
  }
  auto name = std::lower_bound(
      layer_.names.begin(), layer_.names.end(), group.first_token,
      [](const Name& each, std::uint32_t token) { return each.end_token <= token; });
  for (; name != layer_.names.end() && name->first_token < group.end_token; ++name) {
    if (name->kind != NameKind::kPerson) return false;
  }
  return true;
}

// "was killed near his home, along with two of his guards"; "Hale, of whom little is known,
// together with ten others"; "was dead, and with him 15 guards".
bool MentionReader::EmitAlong(std::size_t at, const Use& use) {
  for (std::size_t k = at + 1; k < clause_->size() && k < at + kFarthestAlong; ++k) {
    const std::size_t relative = k + (clause_->Is(k + 1, ChunkKind::kPreposition) ? 2 : 1);
    if (clause_->Is(k, ChunkKind::kComma) && clause_->Is(relative, ChunkKind::kRelative)) {
      for (++k; k < clause_->size() && !clause_->Is(k, ChunkKind::kComma);) ++k;
      continue;
    }
    if (clause_->Is(k, ChunkKind::kVerb) || clause_->Is(k, ChunkKind::kSubordinator) ||
        clause_->Is(k, ChunkKind::kRelative) || clause_->Is(k, ChunkKind::kState)) {
      return false;
    }
    const bool him = clause_->Is(k, ChunkKind::kPreposition) && clause_->Class(k, kIncluding) &&
                     clause_->Is(k - 1, ChunkKind::kCoordinator) &&
                     clause_->Is(k + 1, ChunkKind::kNoun) && clause_->Noun(k + 1).pronoun &&
                     clause_->Is(k + 2, ChunkKind::kNoun) && clause_->CountOf(k + 2);
    if (him) return EmitRight(k + 2, use);
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
  if (!inner || !(clause_->CountOf(*inner) || clause_->Noun(*inner).one)) return false;
  Frame any = *use.frame;
  any.objects.clear();
  Use counted = use;
  counted.frame = &any;
  return EmitRight(*inner, counted);
}

// "Civilian deaths came to 94", "Tarn military fatalities": the noun tells whose.
void MentionReader::DescribeBy(std::size_t noun, std::size_t figure) {
  Found* found = FoundAt(figure);
  if (!found || !found->people) return;
  const NounGroup& group = clause_->Noun(noun);
  Participant& object = found->mention.object;
  for (std::uint32_t at = group.first_token; at < group.head; ++at) {
    const auto match = language_.frames.objects.Longest(layer_.tokens, at, group.head);
    if (!match.values) continue;
    const ObjectNoun& told = language_.frames.object_nouns[match.values->front()];
    if (told.head_only) continue;
    if (told.people && told.category && object.category == Anybody(language_))
      object.category = told.category;
  }
  // "Casualties among the Korean troops have passed 3,000"
  if (clause_->Is(noun + 1, ChunkKind::kPreposition) && clause_->Is(noun + 2, ChunkKind::kNoun) &&
      noun + 2 != figure && !clause_->CountOf(noun + 2)) {
    const ObjectReading among = ReadObject(*clause_, noun + 2, layer_, rulebook_, language_);
    if (among.people && among.known && object.category == Anybody(language_))
      object.category = among.participant.category;
    if (among.people && among.known && !object.party && among.participant.party)
      object.party = Principal(*among.participant.party);
  }
  if (object.party) return;
  if (const auto party = PartyIn(layer_, group.first_token, group.head))
    object.party = Principal(*party);
}

// "Two of the shooters pleaded guilty": what they did, not what became of them.
bool MentionReader::TellsDeed(std::size_t at) const {
  if (!clause_->Is(at, ChunkKind::kVerb) || !FramesOfVerb(at).empty()) return false;
  const VerbGroup& verb = clause_->Verb(at);
  const bool by = clause_->Is(at + 1, ChunkKind::kPreposition) && clause_->Class(at + 1, kBy);
  return verb.finite && !verb.be && verb.voice == Voice::kActive && !(verb.participle && by) &&
         !(language_.syntax.ClassOf(layer_.tokens[verb.head].word) & (kBelong | kCopula));
}

// "Nineteen were women"
bool MentionReader::ReadTold(std::size_t at) {
  const std::size_t next = clause_->SkipRight(at + 1);
  if (!clause_->CountOf(at) || !clause_->Is(next, ChunkKind::kVerb)) return false;
  if (clause_->AfterPreposition(at)) return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  // "20 belonged to a local militia"
  if (!clause_->Verb(next).be) {
    const bool belong =
        language_.syntax.ClassOf(layer_.tokens[clause_->Verb(next).head].word) & kBelong;
    const std::size_t behind = clause_->SkipRight(next + 1);
    if (!belong || !object.headless || !clause_->Is(behind, ChunkKind::kPreposition)) return false;
    const auto all = Whole(at, ValueOf(at), false);
    return all && AddPart(at, *all, PartLink::kOfWhom, "told where they belonged",
                          clause_->Object(behind));
  }
  const auto word = clause_->Object(next);
  if (!word || clause_->CountOf(*word) || !(object.headless || object.people)) return false;
  const ObjectReading kind = ReadObject(*clause_, *word, layer_, rulebook_, language_);
  if (!kind.known || !kind.people) return false;
  for (std::uint32_t t = clause_->At(next).first_token; t < clause_->At(*word).first_token; ++t)
    if (language_.syntax.ClassOf(layer_.tokens[t].word) & kNegation) return false;
  // "Of the martyrs, 97 were policemen": of the killed, whatever was counted last.
  std::optional<MetricId> of;
  if (clause_->Is(0, ChunkKind::kPreposition) && clause_->Class(0, kOf) &&
      clause_->Is(1, ChunkKind::kNoun))
    for (const Frame* frame : FramesOfNoun(1)) of = frame->metric;
  const auto whole = Whole(at, ValueOf(at), false, of ? &*of : nullptr);
  if (whole) return AddPart(at, *whole, PartLink::kBreakdown, "told what they were", word);
  // "Of those who died, not fewer than 22 were gunmen": nobody counted them all
  for (const Frame* frame : FramesOfThose()) {
    Use use = MakeUse(*frame, at, "told what they were:");
    use.counted = word;
    use.stance = Stance::kAsserted;
    if (Emit(at, use)) return true;
  }
  return false;
}

// "Of the dead, 821 were found in the city and 11 in the port": of the killed, whatever else.
bool MentionReader::ReadOfVictims(std::size_t at) {
  if (!clause_->CountOf(at) || !OfFronted(at)) return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  const auto verb = clause_->VerbOf(at);
  if (!object.headless || !verb || !clause_->Verb(*verb).finite) return false;
  for (const Frame* frame : FramesOfNoun(1)) {
    if (!frame->metric) continue;
    const auto whole = Whole(at, ValueOf(at), false, &*frame->metric);
    if (whole) return AddPart(at, *whole, PartLink::kOfWhom, "some of those counted");
    return Emit(at, MakeUse(*frame, 1, "some of those told of:"));
  }
  return false;
}

// "They were 24 patients, 14 members of staff and four relatives": the sum tells.
bool MentionReader::ReadAll(std::size_t at) {
  const std::vector<std::size_t> items = Items(at);
  std::int64_t sum = 0;
  for (std::size_t item : items) sum += ValueOf(item);
  const auto whole = Whole(at, sum, false);
  if (items.size() < 2 || !whole || found_[*whole].mention.quantity.hard.low != sum) return false;
  bool any = false;
  for (std::size_t item : items)
    any = AddPart(item, *whole, PartLink::kBreakdown, "adds up") || any;
  return any;
}

// "The dead include three children"
bool MentionReader::ReadVictims(std::size_t at) {
  const std::size_t left = LeftOf(clause_->JoinedLeft(at).front());
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kVerb)) return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (!object.people && !object.headless) return false;
  if (!(language_.syntax.ClassOf(layer_.tokens[clause_->Verb(left).head].word) & kCopula))
    return false;
  const auto subject = clause_->Subject(left);
  const bool inverted =
      left > 0 && clause_->Is(left - 1, ChunkKind::kNoun) && clause_->AfterPreposition(left - 1);
  const auto said_of = subject ? subject : inverted ? std::optional(left - 1) : std::nullopt;
  if (!said_of || clause_->CountOf(*said_of)) return false;
  // "They comprise 83 civilians and five soldiers": those counted in the sentence before.
  const bool people =
      clause_->Noun(*said_of).pronoun &&
      (language_.cues.Word(layer_.tokens[clause_->Noun(*said_of).head].word) & kTheyWord);
  if (people && clause_->Verb(left).be) return ReadAll(at);
  const bool they = people && !clause_->Verb(left).be;
  if (!they && !ReadObject(*clause_, *said_of, layer_, rulebook_, language_).victim) return false;
  // "The fatality was a woman": of the dead, not of the wounded told last.
  const MetricId* own = nullptr;
  for (const Frame* frame : FramesOfNoun(*said_of)) {
    const bool counts =
        frame->frame_class == FrameClass::kEvent || frame->frame_class == FrameClass::kTotal;
    if (!counts || !frame->metric) continue;
    const Metric* metric = rulebook_.taxonomy.FindMetric(*frame->metric);
    if (metric && metric->sum_of.empty()) own = &*frame->metric;
  }
  // "those killed"
  const WordId head = layer_.tokens[clause_->Noun(*said_of).head].word;
  const auto& forms = language_.frames.verb_forms;
  if (!own && head < forms.size()) {
    for (const std::uint32_t index : forms[head]) {
      const Frame& frame = language_.frames.frames[index];
      if (frame.metric && frame.with.empty() && frame.objects.empty()) own = &*frame.metric;
    }
  }
  const auto whole = Whole(at, ValueOf(at), false, own);
  // "The dead are 40 soldiers and 20 guards": no item of the list is of another.
  if (whole && found_[*whole].sentence == sentence_->sentence && found_[*whole].chunk > left)
    return EmitLike(*whole, at, found_[*whole].trigger_chunk), true;
  if (whole) return AddPart(at, *whole, PartLink::kIncluding, "among the victims");
  if (!own || clause_->Verb(left).be) return false;
  // "The dead include a couple and their son": nobody told how many they were.
  Frame frame;
  frame.metric = *own;
  bool any = false;
  for (const std::size_t item : clause_->JoinedRight(at))
    any = (!Taken(item) && Emit(item, MakeUse(frame, left, "among the victims:"))) || any;
  return any;
}

// A verb that has victims of its own.
bool MentionReader::TellsLosses(std::size_t verb) const {
  const std::vector<const Frame*> frames = FramesOfVerb(verb);
  return std::any_of(frames.begin(), frames.end(), [&](const Frame* frame) {
    const bool told =
        frame->frame_class == FrameClass::kAffect || frame->frame_class == FrameClass::kUndergo;
    return told && frame->objects.empty() && AfterParticle(verb, *frame);
  });
}

// "The loss of life has reached 2,012": one noun of the rules over two groups.
bool MentionReader::ReadOfNoun(std::size_t at) {
  if (!clause_->Is(at + 1, ChunkKind::kPreposition) || !clause_->Class(at + 1, kOf) ||
      !clause_->Is(at + 2, ChunkKind::kNoun) || clause_->CountOf(at + 2))
    return false;
  const NounGroup& group = clause_->Noun(at);
  const std::uint32_t end = clause_->Noun(at + 2).head + 1;
  const auto match = language_.frames.nouns.Longest(layer_.tokens, group.head, end);
  if (!match.values || group.head + match.length != end) return false;
  for (std::uint32_t index : *match.values) ReadTotal(at, language_.frames.frames[index], at + 2);
  return true;
}

}  // namespace counterclaim
