#include <algorithm>

#include "mention/reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kFarthestWhole = 3;  // sentences between a part and its whole

}  // namespace

// The mention that a part at `at` belongs to: the last one before it that is
// not smaller.
std::optional<std::size_t> MentionReader::Whole(std::size_t at, std::int64_t least, bool same_sentence) const {
  for (std::size_t i = found_.size(); i-- > 0;) {
    const Found& before = found_[i];
    if (before.sentence != sentence_->sentence) {
      if (same_sentence || sentence_->sentence - before.sentence > kFarthestWhole) break;
      if (layer_.sentences[before.sentence].paragraph + 1 < layer_.sentences[sentence_->sentence].paragraph) break;
    } else if (before.chunk >= at) {
      continue;
    }
    if (before.mention.part_link != PartLink::kNone || !before.people) continue;
    if (before.mention.quantity.hard.high >= least && before.mention.quantity.hard.high > 0) return i;
  }
  return std::nullopt;
}

bool MentionReader::AddPart(std::size_t at, std::size_t whole, PartLink link, const char* step,
                            std::optional<std::size_t> described_by) {
  ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  if (object.barred || !object.family.empty()) return false;
  Use use;
  const auto quantity = QuantityOf(at, use, object);
  if (!quantity) return false;
  const Mention& of = found_[whole].mention;
  Found found;
  found.sentence = sentence_->sentence;
  found.chunk = at;
  found.mention = of;
  found.mention.quantity = *quantity;
  found.mention.sentence = sentence_->sentence;
  found.mention.clause = clause_->SpanOf(at);
  found.mention.part_of = static_cast<std::uint32_t>(whole);
  found.mention.part_link = link;
  found.mention.scope_hint = ScopeHint::kNone;
  found.mention.object = object.participant;
  if (described_by) {
    const ObjectReading word = ReadObject(*clause_, *described_by, layer_, rulebook_, language_);
    if (word.participant.category) found.mention.object.category = word.participant.category;
    if (word.participant.party) found.mention.object.party = word.participant.party;
    found.mention.object.span = clause_->SpanOf(*described_by);
    found.mention.clause.end = std::max(found.mention.clause.end, found.mention.object.span.end);
  }
  if (!found.mention.object.category) found.mention.object.category = of.object.category;
  if (!found.mention.object.party) {
    found.mention.object.party = of.object.party;
    found.mention.object.resolved = true;
  }
  found.mention.steps = {std::string("part of \"") + std::string(clause_->Text(of.quantity.span)) + "\": " + step};
  found_.push_back(std::move(found));
  return true;
}

bool MentionReader::ReadPart(std::size_t at) {
  const NounGroup& group = clause_->Noun(at);
  const Quantity* count = clause_->CountOf(at);
  if (!count && !group.one) return false;
  const std::int64_t least = count ? count->hard.low : 1;
  // The first of a list tells for all.
  const std::size_t head = clause_->JoinedLeft(at).front();
  std::size_t left = head == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(head - 1);
  while (left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kNoun) && clause_->Noun(left).possessive) {
    left = left == 0 ? ClauseReader::kNowhere : left - 1;
  }
  const ObjectReading object = ReadObject(*clause_, at, layer_, rulebook_, language_);
  const bool persons = object.people || object.headless || !object.known;
  if (left != ClauseReader::kNowhere && clause_->Class(left, kIncluding) && persons) {
    if (object.known || object.headless || group.partitive || count) {
      if (const auto whole = Whole(at, least, false)) return AddPart(at, *whole, PartLink::kIncluding, "including");
    }
  }
  const std::size_t next = clause_->SkipRight(at + 1);
  if (group.partitive && count) {
    std::optional<std::size_t> word;
    if (clause_->Is(next, ChunkKind::kNoun)) word = next;
    if (clause_->Is(next, ChunkKind::kVerb) && clause_->Verb(next).be) word = clause_->Object(next);
    if (const auto whole = Whole(at, least, false)) return AddPart(at, *whole, PartLink::kOfWhom, "some of them", word);
  }
  // "Nineteen were women", "of whom three were children".
  if (count && clause_->Is(next, ChunkKind::kVerb) && clause_->Verb(next).be && !clause_->AfterPreposition(at)) {
    const auto word = clause_->Object(next);
    if (word && !clause_->CountOf(*word) && (object.headless || object.people)) {
      const ObjectReading kind = ReadObject(*clause_, *word, layer_, rulebook_, language_);
      if (kind.known && kind.people) {
        if (const auto whole = Whole(at, least, false)) return AddPart(at, *whole, PartLink::kBreakdown, "told what they were", word);
      }
    }
  }
  // "The dead include three children".
  if (left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kVerb) && (object.people || object.headless)) {
    const std::uint32_t bits = language_.syntax.ClassOf(layer_.tokens[clause_->Verb(left).head].word);
    const auto subject = (bits & kCopula) ? clause_->Subject(left) : std::nullopt;
    const bool inverted = (bits & kCopula) && left > 0 && clause_->Is(left - 1, ChunkKind::kNoun) && clause_->AfterPreposition(left - 1);
    const auto said_of = subject ? subject : inverted ? std::optional(left - 1) : std::nullopt;
    if (said_of) {
      const ObjectReading whole_words = ReadObject(*clause_, *said_of, layer_, rulebook_, language_);
      if (whole_words.victim) {
        if (const auto whole = Whole(at, least, false)) return AddPart(at, *whole, PartLink::kIncluding, "among the victims");
      }
    }
  }
  // "Ten people died: nine children and one woman".
  if (left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kPunctuation) && count && (object.people || object.headless)) {
    const std::string_view mark = clause_->Text(clause_->SpanOf(left));
    if (mark == ":" || mark == "(" || mark == "—" || mark == "–") {
      if (const auto whole = Whole(at, least, true)) return AddPart(at, *whole, PartLink::kBreakdown, "breakdown");
    }
  }
  return false;
}

void MentionReader::ReadParts() {
  for (std::size_t i = 0; i < clause_->size(); ++i) {
    if (!clause_->Is(i, ChunkKind::kNoun)) continue;
    if (!Taken(i)) {
      ReadPart(i);
      continue;
    }
    // "including two killed by mines": told with a verb of its own, a part all the same.
    Found* found = FoundAt(i);
    const std::size_t head = clause_->JoinedLeft(i).front();
    const std::size_t left = head == 0 ? ClauseReader::kNowhere : clause_->SkipLeft(head - 1);
    const bool including = left != ClauseReader::kNowhere && clause_->Is(left, ChunkKind::kPreposition) && clause_->Class(left, kIncluding);
    if (!found || found->mention.part_of || (!including && !clause_->Noun(i).partitive)) continue;
    const auto whole = Whole(i, found->mention.quantity.hard.low, false);
    if (!whole || found_[*whole].mention.metric != found->mention.metric) continue;
    found->mention.part_of = static_cast<std::uint32_t>(*whole);
    found->mention.part_link = PartLink::kOfWhom;
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
        trigger = trigger || frame->frame_class == FrameClass::kAffect || frame->frame_class == FrameClass::kUndergo;
      }
    }
    if (clause_->Is(i, ChunkKind::kNoun) && !FramesOfNoun(i).empty()) trigger = true;
    if (!loose && clause_->CountOf(i) && !Taken(i)) {
      const ObjectReading object = ReadObject(*clause_, i, layer_, rulebook_, language_);
      if ((object.people || object.headless) && !object.barred) loose = i;
    }
  }
  if (!trigger || !loose || found_.size() > first_found_) return;
  unread_.push_back({layer_.sentences[sentence_->sentence].span,
                     "no frame takes \"" + std::string(clause_->Text(clause_->SpanOf(*loose))) + "\""});
}

}  // namespace counterclaim
