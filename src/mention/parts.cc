#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

bool MentionReader::AddPart(std::size_t at, std::size_t whole, PartLink link, const char* step,
                            std::optional<std::size_t> described_by) {
  // "..., and three were civilians, a police official said": who tells it
  const auto verb = clause_->VerbOf(at);
  const bool tells = verb && clause_->Is(*verb, ChunkKind::kVerb) && clause_->IsSpeech(*verb) &&
                     clause_->Verb(*verb).voice != Voice::kPassive;
  if (Taken(at) || (tells && !clause_->Noun(at).partitive)) return false;
  ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (object.barred || (found_[whole].people && !object.family.empty())) return false;
  const Frame frame;
  Use use;
  use.frame = &frame;
  auto quantity = QuantityOf(at, use, object);
  if (!quantity && clause_->Noun(at).one) {
    const std::uint32_t first = clause_->Noun(at).first_token;
    quantity = ExactQuantity(1, layer_.tokens[first].span, sentence_->sentence, first);
  }
  if (!quantity) return false;
  const Mention& of = found_[whole].mention;
  Found found;
  found.sentence = sentence_->sentence;
  found.chunk = at;
  found.people = found_[whole].people;
  found.mention = of;
  found.mention.quantity = *quantity;
  found.mention.sentence = sentence_->sentence;
  found.mention.clause = clause_->SpanOf(at);
  found.mention.part_of = static_cast<std::uint32_t>(whole);
  found.mention.part_link = link;
  found.mention.scope_hint = ScopeHint::kNone;
  found.mention.object = object.participant;
  if (described_by && found_[whole].people) {
    const ObjectReading word = ReadObject(*clause_, *described_by, layer_, rulebook_, language_);
    if (word.participant.category) found.mention.object.category = word.participant.category;
    if (word.participant.party) found.mention.object.party = word.participant.party;
    found.mention.object.span = clause_->SpanOf(*described_by);
    found.mention.clause.end = std::max(found.mention.clause.end, found.mention.object.span.end);
  }
  // "seven civilians, one of them a six-year-old": no less than what the whole is
  auto& category = found.mention.object.category;
  if (!category || IsMixed(at) || (of.object.category && rulebook_.taxonomy.Everyone(*category)))
    category = of.object.category;
  if (!found.mention.object.party) {
    found.mention.object.party = of.object.party;
    found.mention.object.resolved = true;
  }
  found.mention.steps = {std::string("part of \"") + std::string(clause_->Text(of.quantity.span)) +
                         "\": " + step};
  found_.push_back(std::move(found));
  for (PartList& list : lists_) {
    if (list.whole != whole || list.link != link) continue;
    list.sum += ValueOf(at);
    list.last = at;
    return true;
  }
  lists_.push_back({whole, link, ValueOf(at), at});
  return true;
}

// "nine civilians, among them three women and two children": the women, the children.
bool MentionReader::AmongThem(std::size_t at) const {
  if (!clause_->Is(at, ChunkKind::kNoun)) return false;
  const std::size_t left = LeftOf(clause_->JoinedLeft(at).front());
  return left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kPreposition) &&
         clause_->Class(left, kIncluding) && !clause_->Class(left, kAbsolute);
}

// "including three officers"
bool MentionReader::ReadIncluding(std::size_t at) {
  const std::size_t left = LeftOfNamed(at);
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kPreposition) ||
      !clause_->Class(left, kIncluding)) {
    return false;
  }
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (!clause_->CountOf(at) && !object.people) return false;
  if (object.known && !object.people) return false;
  // "... dead, with two boys among them", not "met with a leader"
  const bool loose = clause_->Class(left, kAbsolute);
  const bool compared = left > 0 && clause_->Is(left - 1, ChunkKind::kVerb);  // "with 45 on Sunday"
  if (loose && (compared || !clause_->CountOf(at))) return false;
  const auto whole = Whole(at, ValueOf(at), loose);
  return whole && AddPart(at, *whole, PartLink::kIncluding, "including");
}

// "Tanks, 200 of them by one estimate"; "Six jets took off; one of them": a count nearer than
// any mention.
bool MentionReader::OfThings(std::size_t at) const {
  const auto thing = [this](std::size_t k) {
    const ObjectReading read = ReadObject(*clause_, k, layer_, rulebook_, language_);
    return read.known && !read.people;
  };
  if (at > 1 && clause_->Is(at - 1, ChunkKind::kComma) && clause_->Is(at - 2, ChunkKind::kNoun) &&
      !clause_->CountOf(at - 2) && thing(at - 2))
    return true;
  for (std::size_t k = at; k-- > 0;) {
    if (!clause_->Is(k, ChunkKind::kNoun) || !clause_->CountOf(k)) continue;
    if (Taken(k)) return false;
    if (thing(k)) return true;
  }
  return false;
}

// "three of them", "two of the dead"
bool MentionReader::ReadPartitive(std::size_t at) {
  const NounGroup& group = clause_->Noun(at);
  if (!group.partitive || !clause_->CountOf(at)) return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  const bool number = layer_.tokens[group.head].kind == TokenKind::kNumber;
  if (number || (object.people && Owned(at)) ||
      !(object.people || object.headless || object.victim || !FramesOfNoun(at).empty()))
    return false;
  // "one of their commanders said", "There were two of them."
  const auto verb = clause_->VerbOf(at);
  if (verb && clause_->Is(*verb, ChunkKind::kVerb) && clause_->IsSpeech(*verb)) return false;
  if (There(LeftOf(at))) return false;
  // "They called on one of the rebels": what another verb does to them tells no part.
  std::size_t left = LeftOf(at);
  if (object.headless && left != ClauseReader::kNowhere &&
      clause_->Is(left, ChunkKind::kPreposition) &&
      !clause_->Class(left, kIncluding | kAmong | kOf))
    return false;  // "in one of them"
  if (left != ClauseReader::kNowhere && left > 0 && clause_->Is(left, ChunkKind::kPreposition) &&
      !clause_->Class(left, kIncluding | kAmong)) {
    left = clause_->SkipLeft(left - 1);
  }
  if (left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kVerb) &&
      !clause_->Verb(left).be && FramesOfVerb(left).empty())
    return false;
  if (object.headless && OfThings(at)) return false;
  const std::size_t next = clause_->SkipRight(at + 1);
  std::optional<std::size_t> word;
  if (clause_->Is(next, ChunkKind::kNoun)) word = next;
  if (clause_->Is(next, ChunkKind::kVerb) && clause_->Verb(next).be) word = clause_->Object(next);
  if (word && ValueOf(*word) > 0 && clause_->CountOf(*word)) word.reset();
  // "One of them was still holding his cap": a man, no count of any.
  const bool somebody = word && ReadObject(*clause_, *word, layer_, rulebook_, language_).people;
  if (object.headless && !somebody && clause_->CountOf(at)->hard.high == 1 && verb &&
      clause_->Is(*verb, ChunkKind::kVerb) && !clause_->Verb(*verb).be)
    return false;
  const bool dead = object.victim || !FramesOfNoun(at).empty();
  auto whole = object.first ? Whole(at, ValueOf(at), false, &*object.first) : std::nullopt;
  if (!whole) whole = Whole(at, ValueOf(at), false, nullptr, dead);
  if (object.headless) {
    const auto last = LastCounted(at);
    if (last && found_[*last].sentence == sentence_->sentence && !found_[*last].people)
      whole = last;
  }
  if (verb && whole && found_[*whole].mention.metric.text.find('.') == std::string::npos &&
      TellsDeed(*verb))
    return false;
  return whole && AddPart(at, *whole, PartLink::kOfWhom, "some of them", word);
}

// "Four of those killed were women", "seven of the 14 people killed in the raid
// were minors": what is told of some of them, in a sentence that tells their fate.
bool MentionReader::ReadShare(std::size_t at) {
  constexpr std::size_t kFarthestBe = 14;
  const NounGroup& group = clause_->Noun(at);
  const Quantity* count = clause_->CountOf(at);
  if (!group.partitive || !count || clause_->AfterPreposition(at)) return false;
  Found* inner = FoundAt(at);
  if (inner && inner->mention.quantity.number == count->number) return false;
  const bool relative = clause_->Is(at + 1, ChunkKind::kRelative);
  std::size_t be = at + 1 + (relative ? 2 : 0);
  while (be < clause_->size() && be < at + kFarthestBe &&
         !(clause_->Is(be, ChunkKind::kVerb) && clause_->Verb(be).be && clause_->Verb(be).finite)) {
    if (clause_->Is(be, ChunkKind::kPunctuation) || clause_->Is(be, ChunkKind::kSubordinator) ||
        (clause_->Is(be, ChunkKind::kVerb) && clause_->Verb(be).finite &&
         !clause_->Verb(be).participle))
      return false;
    ++be;
  }
  if (!clause_->Is(be, ChunkKind::kVerb)) return false;
  const auto word = clause_->Object(be);
  if (!word || clause_->CountOf(*word)) return false;
  const ObjectReading kind = ReadObject(*clause_, *word, layer_, rulebook_, language_);
  if (!kind.people || !kind.participant.category) return false;
  if (inner) {
    const auto whole = static_cast<std::size_t>(inner - found_.data());
    return AddShare(at, whole, *word);
  }
  std::vector<const Frame*> frames;
  if (relative && clause_->Is(at + 2, ChunkKind::kVerb)) frames = FramesOfVerb(at + 2);
  if (frames.empty()) frames = FramesInside(at, count->end_token);
  for (const Frame* frame : frames) {
    if (!frame->objects.empty() || !frame->with.empty()) continue;
    Use use = MakeUse(*frame, at, "told of some of them:");
    if (const auto whole =
            Whole(at, ValueOf(at), false, frame->metric ? &*frame->metric : nullptr, true))
      return AddPart(at, *whole, PartLink::kOfWhom, "some of them", word);
    use.counted = *word;
    if (Emit(at, use)) return true;
  }
  return false;
}

bool MentionReader::AddShare(std::size_t at, std::size_t whole, std::size_t word) {
  const Quantity share = *clause_->CountOf(at);
  if (share.hard.low > found_[whole].mention.quantity.hard.high) return false;
  Found part = found_[whole];
  const ObjectReading kind = ReadObject(*clause_, word, layer_, rulebook_, language_);
  part.mention.quantity = share;
  part.mention.object.category = kind.participant.category;
  part.mention.object.span = clause_->SpanOf(word);
  part.mention.part_of = static_cast<std::uint32_t>(whole);
  part.mention.part_link = PartLink::kOfWhom;
  part.mention.steps = {"part of \"" +
                        std::string(clause_->Text(found_[whole].mention.quantity.span)) +
                        "\": some of them"};
  found_.push_back(std::move(part));
  return true;
}

// "Ten were hurt, two of them badly", "Ten were hurt, two critically": some of those.
bool MentionReader::ReadSeverity(std::size_t at) {
  const bool how = clause_->Is(at + 1, ChunkKind::kOther) && clause_->Class(at + 1, kSeverity);
  // "nine officers are hurt, one with a broken jaw"
  const bool with = clause_->Is(at + 1, ChunkKind::kPreposition) &&
                    clause_->Class(at + 1, kAbsolute) && clause_->Is(at + 2, ChunkKind::kNoun) &&
                    !clause_->CountOf(at + 2);
  if (!how && !with) return false;
  const std::size_t left = LeftOf(at);
  const bool aside = left != ClauseReader::kNowhere && (clause_->Is(left, ChunkKind::kComma) ||
                                                        clause_->Is(left, ChunkKind::kCoordinator));
  const std::size_t next = clause_->SkipRight(at + (with ? 3 : 2));
  const bool ends = next >= clause_->size() || clause_->Is(next, ChunkKind::kPunctuation) ||
                    clause_->Is(next, ChunkKind::kComma) ||
                    clause_->Is(next, ChunkKind::kCoordinator);
  if (!aside || !ends || !clause_->CountOf(at) ||
      !ReadObject(*clause_, at, layer_, rulebook_, language_).headless)
    return false;
  const auto whole = Whole(at, ValueOf(at), true);
  return whole && AddPart(at, *whole, PartLink::kOfWhom, "how badly");
}

// "nine children, of whom five were boys"
bool MentionReader::ReadOfWhom(std::size_t at) {
  const std::size_t left = LeftOf(at);
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kRelative) ||
      !clause_->CountOf(at))
    return false;
  if (!(language_.syntax.ClassOf(layer_.tokens[clause_->At(left).first_token].word) & kOf))
    return false;
  std::optional<std::size_t> whole;
  for (std::size_t i = first_found_; i < found_.size(); ++i) {
    if (found_[i].chunk >= left || found_[i].mention.quantity.hard.high < ValueOf(at)) continue;
    if (!whole || found_[i].chunk > found_[*whole].chunk) whole = i;
  }
  if (!whole) return false;
  const std::size_t next = clause_->SkipRight(at + 1);
  std::optional<std::size_t> word;
  if (clause_->Is(next, ChunkKind::kVerb)) {
    word = clause_->Object(next);
    if (!word && clause_->Is(next + 1, ChunkKind::kPreposition)) word = clause_->Object(next + 1);
  }
  return AddPart(at, *whole, PartLink::kOfWhom, "of whom", word);
}

// "Ten people died: nine children and one woman"
bool MentionReader::ReadBreakdown(std::size_t at) {
  const std::size_t left = LeftOf(at);
  if (left == ClauseReader::kNowhere || !clause_->Is(left, ChunkKind::kPunctuation)) return false;
  const std::string_view mark = clause_->Text(clause_->SpanOf(left));
  if (mark != ":" && mark != "(" && mark != "–" && !clause_->IsDash(left)) return false;
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (!object.people && !(object.headless && clause_->CountOf(at))) return false;
  std::int64_t sum = 0;
  for (std::size_t item : Items(at)) sum += ValueOf(item);
  auto whole = Whole(at, sum, mark != ":" || Items(at).size() < 2);
  // "killed 167 people: 77 men, 67 women and 32 children": a sum that is a little too high.
  if (!whole && mark == ":" && Items(at).size() > 1) {
    whole = Whole(at, sum - sum / kPartsSlip, true);
    if (whole && found_[*whole].mention.quantity.hard.low <= ValueOf(at)) whole.reset();
  }
  return whole && AddPart(at, *whole, PartLink::kBreakdown, "breakdown");
}

bool MentionReader::ReadPart(std::size_t at) {
  if (ValueOf(at) == 0) return false;
  // The others need a whole.
  if (found_.empty())
    return ReadTold(at) || ReadOfVictims(at) || ReadAmongFirst(at) || ReadVictims(at);
  return ReadOfThose(at) || ReadSpread(at) || ReadIncluding(at) || ReadPartitive(at) ||
         ReadOfWhom(at) || ReadSeverity(at) || ReadTold(at) || ReadOfVictims(at) || ReadAmong(at) ||
         ReadAmongFirst(at) || ReadVictims(at) || ReadBreakdown(at) || ReadApposition(at) ||
         ContinueList(at) || ReadAddsUp(at);
}

void MentionReader::ReadParts() {
  ReadListSentence();
  for (std::size_t i = 0; i < clause_->size(); ++i) {
    if (!clause_->Is(i, ChunkKind::kNoun) || ReadShare(i)) continue;
    if (!found_.empty()) ReadNoneAmong(i);
    if (Taken(i)) {
      LinkTaken(i);
    } else {
      ReadPart(i);
    }
  }
}

// A sentence with a trigger and a count that no frame took.
void MentionReader::ReportUnread() {
  bool trigger = false;
  std::optional<std::size_t> loose;
  for (std::size_t i = 0; i < clause_->size(); ++i) {
    if (clause_->Is(i, ChunkKind::kState)) trigger = true;
    if (clause_->Is(i, ChunkKind::kVerb)) {
      for (const Frame* frame : FramesOfVerb(i)) {
        trigger = trigger || frame->frame_class == FrameClass::kAffect ||
                  frame->frame_class == FrameClass::kUndergo;
      }
    }
    if (clause_->Is(i, ChunkKind::kNoun) && !FramesOfNoun(i).empty()) trigger = true;
    if (!loose && clause_->CountOf(i) && !Taken(i)) {
      const ObjectReading object = ReadObject(*clause_, i, layer_, rulebook_, language_);
      if ((object.people || object.headless) && !object.barred) loose = i;
    }
  }
  if (!trigger || !loose || found_.size() > first_found_) return;
  unread_.push_back(
      {layer_.sentences[sentence_->sentence].span,
       "no frame takes \"" + std::string(clause_->Text(clause_->SpanOf(*loose))) + "\""});
}

}  // namespace counterclaim
