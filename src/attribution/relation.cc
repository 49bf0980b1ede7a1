#include "attribution/relation.h"

#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

std::vector<SpeechRelation> RelationReader::Read() {
  cues_ = FindCues(text_, passage_);
  for (std::size_t i = 0; i < cues_.size(); ++i) {
    at_ = i;
    switch (cues_[i].kind) {
      case Cue::Kind::kVerb:
        Verb(cues_[i]);
        break;
      case Cue::Kind::kNoun:
        Noun(cues_[i]);
        break;
      case Cue::Kind::kBefore:
        SourceAfter(cues_[i]);
        break;
      case Cue::Kind::kAfter:
        SourceBefore(cues_[i]);
        break;
    }
  }
  GiveToOrigins();
  DropForward();
  Label();
  Trailer();
  BeforeColon();
  Holds();
  Handles();
  Announces();
  std::vector<SpeechRelation> relations;
  for (const Draft& draft : drafts_) {
    if (auto relation = Finish(draft)) relations.push_back(std::move(*relation));
  }
  return relations;
}

std::uint32_t RelationReader::End() const {
  std::uint32_t end = size();
  while (end > 0 && At(end - 1).mark == Mark::kStop) --end;
  return end;
}

std::uint32_t RelationReader::Floor(const Cue& cue) const {
  std::uint32_t floor = 0;
  for (std::size_t i = 0; i < at_; ++i) {
    if (cues_[i].kind == Cue::Kind::kVerb && cues_[i].end <= cue.first && cues_[i].finite &&
        !cues_[i].passive && Made(cues_[i]) && !ClosedRelative(cues_[i], cue)) {
      floor = std::max(floor, cues_[i].end);
    }
  }
  return floor;
}

bool RelationReader::ClosedRelative(const Cue& inner, const Cue& cue) const {
  const bool relative = std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) {
    return d.cue.main == inner.main && d.antecedent && d.source.first > 0 &&
           MarkAt(d.source.first - 1, Mark::kComma);
  });
  return relative && cue.first > 0 && MarkAt(cue.first - 1, Mark::kComma);
}

bool RelationReader::Made(const Cue& cue) const {
  return std::any_of(drafts_.begin(), drafts_.end(),
                     [&](const Draft& d) { return d.cue.main == cue.main; });
}

Draft RelationReader::Make(const Cue& cue, const CueVerb& verb) const {
  Draft draft;
  draft.cue = cue;
  draft.start = cue.first;
  draft.strength = verb.strength;
  draft.stance = verb.stance;
  draft.rule = verb.rule;
  draft.relay = verb.relays;
  draft.labels = verb.opens && !cue.negated;
  draft.opens = draft.labels && !(cue.forms & kPast);
  if (cue.negated) {
    draft.stance =
        verb.stance == Stance::kDenied ? std::nullopt : std::optional(Stance::kQuestioned);
  }
  return draft;
}

std::uint32_t RelationReader::ContentStart(std::uint32_t end) const {
  std::uint32_t floor = 0;
  for (const Draft& draft : drafts_) {
    if (draft.cue.end < end && !draft.unsourced) floor = std::max(floor, draft.cue.end);
  }
  if (floor == 0) return 0;
  for (std::uint32_t i = end; i > floor; --i) {
    const PassageItem& item = At(i - 1);
    if (item.mark == Mark::kSemicolon) return i;
    const bool strong = item.Is(kTurnWord) && item.Is(kOpenerWord);
    const bool marked = i >= 2 && !At(i - 2).word();
    if (item.Is(kTurnWord) && (strong || marked)) return i;
  }
  return 0;
}

void RelationReader::Cut(std::uint32_t boundary) {
  while (boundary > 0 &&
         (At(boundary - 1).Is(kTurnWord | kAndWord) || MarkAt(boundary - 1, Mark::kComma)))
    --boundary;
  for (Draft& draft : drafts_) {
    if (draft.cue.end > boundary) continue;
    for (Range& range : draft.content) {
      if (range.first < boundary && range.end > boundary) range.end = boundary;
    }
  }
}

void RelationReader::CutBefore(const Draft& draft) {
  const std::uint32_t start = draft.start;
  if (start == 0) return;
  const PassageItem& before = At(start - 1);
  if (before.Is(kTurnWord | kAndWord) || before.mark == Mark::kSemicolon) Cut(start);
}

void RelationReader::CloseRelatives(const Draft& draft) {
  for (Draft& inner : drafts_) {
    if (!inner.antecedent || inner.source.first < draft.source.first ||
        inner.cue.end > draft.cue.first)
      continue;
    for (Range& range : inner.content) range.end = std::min(range.end, draft.cue.first);
  }
}

void RelationReader::AddBefore(std::uint32_t start, Draft* draft) {
  std::uint32_t end = start;
  while (end > 0 && (MarkAt(end - 1, Mark::kComma) || MarkAt(end - 1, Mark::kDash) ||
                     At(end - 1).Is(kTurnWord)))
    --end;
  const std::uint32_t from = ContentStart(end);
  if (from > 0) Cut(from);
  if (from < end) draft->content.push_back({from, end});
}

void RelationReader::Keep(const Draft& draft) {
  CutBefore(draft);
  drafts_.push_back(draft);
}

const Draft* RelationReader::LastSpeaker() const {
  for (auto draft = drafts_.rbegin(); draft != drafts_.rend(); ++draft) {
    if (!draft->unsourced && !draft->source.empty()) return &*draft;
  }
  return nullptr;
}

std::uint32_t RelationReader::ClauseEnd(std::uint32_t at) const {
  while (at < End() && At(at).mark != Mark::kSemicolon && At(at).mark != Mark::kDash) ++at;
  return at;
}

bool RelationReader::Earlier(const Cue& cue) const {
  constexpr std::uint32_t kNear = 3;  // items
  if (cue.kind != Cue::Kind::kVerb) return false;
  // "by Sunday it had raised the toll": what it says now.
  if (rules_.verb_list[cue.index].takes & kTakesChange) return false;
  const bool past = (cue.forms & kPast) != 0 && !(cue.forms & kBaseForm);
  for (std::uint32_t i = cue.main; i > 0 && i + kNear > cue.main && At(i - 1).word(); --i)
    if (At(i - 1).Is(past ? kEarlierWord | kStillWord : kEarlierWord)) return true;
  for (std::uint32_t i = cue.end; i < size() && i < cue.end + 2 && At(i).word(); ++i)
    if (At(i).Is(kEarlierWord) && At(i).Is(kAdverbWord)) return true;
  // "In its first notice, put out that evening, it gave"
  return cue.main > kNear && At(0).Is(kPrepositionWord) &&
         At(1).Is(kDeterminerWord | kPossessorWord) && At(2).Is(kEarlierWord) &&
         phrases_.IsDocument({3, 4});
}

std::optional<SpeechRelation> RelationReader::Finish(const Draft& draft) const {
  if (draft.first_person) return std::nullopt;
  if (passage_.inside && draft.source.size() == 1 &&
      (phrases_.IsPronoun(draft.source.first) || At(draft.source.first).plural)) {
    return std::nullopt;
  }
  SpeechRelation relation;
  relation.sentence = passage_.sentence;
  relation.inside = passage_.inside;
  if (!draft.source.empty()) relation.source = text_.SpanOf(passage_, draft.source);
  if (draft.antecedent) relation.antecedent = text_.SpanOf(passage_, *draft.antecedent);
  relation.cue =
      text_.SpanOf(passage_, {draft.cue.main, std::max(draft.cue.end, draft.cue.main + 1)});
  for (const Range& range : draft.content) {
    if (range.empty()) continue;
    relation.content.push_back(text_.SpanOf(passage_, range));
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      if (At(i).quotation) relation.quotations.push_back(*At(i).quotation);
    }
  }
  if (relation.content.empty()) return std::nullopt;
  std::sort(relation.content.begin(), relation.content.end());
  for (const Range& range : draft.relays) relation.relays.push_back(text_.SpanOf(passage_, range));
  relation.rule = draft.rule;
  relation.strength = draft.strength;
  relation.stance = draft.stance;
  relation.relay = draft.relay;
  relation.opens = draft.opens;
  relation.labels = draft.labels;
  relation.figures = draft.figures;
  relation.unsourced = draft.unsourced;
  // "said it had documented 974 deaths": the tense of what is reported
  const bool inner = std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) {
    return d.cue.main < draft.cue.main && !d.unsourced &&
           std::any_of(d.content.begin(), d.content.end(), [&](const Range& range) {
             return range.first <= draft.cue.main && draft.cue.main < range.end;
           });
  });
  relation.earlier = !inner && Earlier(draft.cue);
  return relation;
}

std::vector<SpeechRelation> ReadRelations(const Text& text, const Passage& passage) {
  if (passage.items.empty()) return {};
  return RelationReader(text, passage).Read();
}

}  // namespace counterclaim
