#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

void RelationReader::Noun(const Cue& cue) {
  const CueNoun& noun = rules_.noun_list[cue.index];
  if (Denied(cue)) return;
  std::uint32_t at = cue.end;
  Draft draft;
  draft.cue = cue;
  draft.strength = noun.strength;
  draft.stance = noun.stance;
  draft.rule = noun.rule;
  if (at + 1 < size() &&
      (At(at).Is(kByWord) || (At(at).Is(kPrepositionWord) && At(at + 1).capital)) &&
      !At(at).Is(kOfWord) && !At(at + 1).Is(kTimeWord)) {
    const std::uint32_t end = phrases_.EndOf(at + 1);
    if (end > at + 1 && end < size() && At(end).Is(kThatWord)) {
      draft.source = {at + 1, end};
      at = end;
    }
  }
  if (noun.document && Counted(cue, noun.count, &draft)) return;
  if (at + 2 < size() && At(at).Is(kPrepositionWord) && At(at + 1).Is(kTimeWord) &&
      At(at + 2).Is(kThatWord))
    at += 2;
  if (at >= size() || !At(at).Is(kThatWord | kOfWord)) return;
  const bool clause = At(at).Is(kThatWord);
  if (draft.source.empty()) draft.source = Possessor(cue.first);
  if (draft.source.empty() && !(clause && noun.strength != Strength::kStated)) return;
  draft.unsourced = draft.source.empty();
  const std::uint32_t end = clause ? ClauseEnd(at) : std::min(End(), phrases_.EndOf(at + 1));
  if (end <= at + 1) return;
  draft.start = cue.first;
  draft.content.push_back({at + 1, end});
  drafts_.push_back(draft);
}

bool RelationReader::IsVoice(Range range) const {
  if (range.empty()) return false;
  const std::uint32_t first = At(range.first).first, end = At(range.end - 1).end;
  for (std::uint32_t at = first; at < end; ++at) {
    if (rules_.speakers.Longest(text_.layer.tokens, at, end).length > 0) return true;
  }
  return HasName(range, [](const Name& name) {
    const bool organ = name.party && name.party->text.find('/') != std::string::npos;
    return organ || name.kind == NameKind::kPerson;
  });
}

// "a French government assessment"
bool RelationReader::NamesParty(Range range) const {
  return HasName(range, [](const Name& name) { return name.party.has_value(); });
}

// "Airwars", "Amnesty": no country.
bool RelationReader::NamesBody(Range range) const {
  std::uint32_t end = range.end;
  while (end > range.first + 1 && At(end - 1).Is(kAdverbWord)) --end;
  return HasName(range, [&](const Name& name) {
    return name.kind == NameKind::kParty && name.end_token == At(end - 1).end &&
           !NamedAt(text_.layer, name.first_token, NameKind::kPlace);
  });
}

// What a document or a body with a name ("Amnesty, for its part,") finds or shows, it says.
bool RelationReader::Records(Range range) const {
  if (phrases_.IsDocument(range)) return true;
  return HasName(range, [&](const Name& name) {
    return name.kind == NameKind::kParty && name.first_token <= At(range.first).first + 1 &&
           !NamedAt(text_.layer, name.first_token, NameKind::kPlace);
  });
}

// "the toll from the ministry", "the toll, given by the ministry": whose it is, behind the noun.
Range RelationReader::GivenBy(std::uint32_t at) const {
  if (MarkAt(at, Mark::kComma)) ++at;
  if (at + 1 < End() && At(at).word() && NextIs(at + 1, kByWord)) ++at;
  if (at + 1 >= End() || !At(at).Is(kByWord | kFromWord)) return {};
  auto range = phrases_.After(at + 1, false);
  if (!range || !phrases_.CanSpeak(*range) || !IsVoice(*range)) return {};
  for (std::uint32_t i = range->first + 1; i < range->end; ++i)  // "stood at 20"
    if (NextIs(i + 1, kAtWord) && NumberAt(i + 2)) range->end = i;
  std::uint32_t core = range->first + 1;  // not "from the army's raid", "from clashes with police"
  while (core < range->end && !At(core).Is(kPrepositionWord)) ++core;
  const bool named = HasName({range->first, core}, [&](const Name& name) {
    return name.end_token == At(core - 1).end && (name.kind == NameKind::kPerson || name.party);
  });
  return named || IsVoice({core - 1, core}) ? *range : Range{};
}

bool RelationReader::Counted(const Cue& cue, bool counts, Draft* draft) {
  draft->source = Possessor(cue.first);
  const Range giver = draft->source.empty() ? GivenBy(cue.end) : Range{};
  if (!giver.empty()) draft->source = giver;
  const bool its = draft->source.size() == 1 && At(draft->source.first).Is(kPossessorWord);
  if (draft->source.empty() || !(its || phrases_.CanSpeak(draft->source))) return false;
  std::uint32_t at = giver.empty() ? cue.end : giver.end;
  if (!giver.empty() && MarkAt(at, Mark::kComma)) ++at;
  if (MarkAt(at, Mark::kComma)) {  // "its count, published on Sunday, is"
    std::uint32_t close = at + 1;
    while (close < End() && close < at + kReach && !MarkAt(close, Mark::kComma)) ++close;
    if (close + 1 < End()) at = close + 1;
  }
  const auto stands = [this](std::uint32_t i) { return NextIs(i + 1, kAtWord) && NumberAt(i + 2); };
  while (at < End() && At(at).word() && at < cue.end + kReach && !At(at).Is(kBeWord) &&
         !phrases_.IsVerb(at) && !stands(at))
    ++at;
  if (at + 1 < End() && At(at).Is(kHaveWord) && stands(at + 1)) ++at;  // "has stood at 59"
  if (at >= End()) return false;
  const bool voice = IsVoice(draft->source);  // "the ministry's toll is 58", not "Italy's toll"
  if ((counts || voice) && Grown(at, draft)) return true;
  // "the ministry's list stood at 874"
  const bool at_figure = !At(at).Is(kBeWord) && NextIs(at + 1, kAtWord) && !NextIs(at + 1, kAsWord);
  const bool is = At(at).Is(kBeWord) || (counts && at + 1 < End() && At(at + 1).number);
  if (at_figure ? !NumberAt(at + 2) : !(counts || voice) || !is || !NumberAt(at + 1)) return false;
  draft->start = cue.first;
  draft->content.push_back({at + (at_figure ? 2 : 1), End()});
  drafts_.push_back(*draft);
  return true;
}

// "Its figure has grown, to over 200", "the department's toll rose to 13": what it counts now.
bool RelationReader::Grown(std::uint32_t at, Draft* draft) {
  if (!At(at).Is(kHaveWord) && !phrases_.IsVerb(at)) return false;
  std::uint32_t to = at + 1;
  while (to < End() && to < at + kReach && !(At(to).Is(kToWord) && NumberAt(to + 1))) {
    if (At(to).number || At(to).mark == Mark::kSemicolon) return false;
    ++to;
  }
  if (to + 1 >= End() || to >= at + kReach) return false;
  draft->start = draft->cue.first;
  draft->content.push_back({to + 1, End()});
  drafts_.push_back(*draft);
  return true;
}

bool RelationReader::Denied(const Cue& cue) const {
  return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) {
    return d.stance && d.cue.kind == Cue::Kind::kVerb && d.cue.end <= cue.first &&
           cue.first < d.cue.end + kReach;
  });
}

Range RelationReader::Possessor(std::uint32_t noun) const {
  for (std::uint32_t i = noun; i > 0 && i + 4 > noun; --i) {
    const PassageItem& item = At(i - 1);
    if (!item.word()) break;
    if (item.Is(kPossessorWord)) return {i - 1, i};
    if (!item.possessive) continue;
    std::uint32_t from = i - 1;
    while (from > 0 && i - from < 8 && At(from - 1).word() &&
           !At(from - 1).Is(kPrepositionWord | kOpenerWord | kThatWord) &&
           !phrases_.IsVerb(from - 1)) {
      --from;
      if (At(from).Is(kDeterminerWord)) break;
    }
    if (from < i - 1) return {from, i - 1};
  }
  return {};
}

// "going by the count that the monitor released", "says the review that the charity published"
Range RelationReader::WithAuthor(Range document) const {
  const std::uint32_t rest = document.end;
  if (rest >= End() || !At(rest).Is(kThatWord | kRelativeWord) || !phrases_.IsDocument(document) ||
      IsVoice(document) || NamesParty(document))
    return document;
  auto author = phrases_.After(rest + 1, false);
  if (!author || !phrases_.CanSpeak(*author)) return document;
  for (std::uint32_t i = author->first + 1; i < author->end; ++i)
    if (VerbAt(i)) author->end = i;
  return *author;
}

void RelationReader::SourceAfter(const Cue& cue) {
  const CuePhrase& phrase = rules_.phrase_list[cue.index];
  Draft draft;
  draft.cue = cue;
  draft.strength = phrase.strength;
  draft.stance = phrase.stance;
  draft.rule = phrase.rule;
  draft.start = cue.first;
  if (phrase.unsourced) return Unsourced(draft);
  std::uint32_t before = cue.first;
  while (before > 0 && (At(before - 1).Is(kAdverbWord | kAndWord | kTurnWord) ||
                        MarkAt(before - 1, Mark::kComma)))
    --before;
  const std::uint32_t from = ContentStart(cue.first);
  const bool opens = before == 0 || (from > 0 && before <= from) || At(before - 1).Is(kThatWord);
  const auto source = phrases_.After(cue.end, !opens);
  if (!source) return;
  // ", per the coast guard"; not "per day"
  const bool bare = cue.end == cue.first + 1 && At(cue.first).Is(kPrepositionWord);
  if (bare && !(cue.first > 0 && MarkAt(cue.first - 1, Mark::kComma) &&
                (IsVoice(*source) || NamesBody(*source))))
    return;
  // "citing confusion in the counting"
  if (phrase.origin && !phrases_.CanSpeak(*source) && !phrases_.MaySpeak(*source)) return;
  draft.source = WithAuthor(*source);
  const std::uint32_t rest = source->end;
  if (!opens) {
    if (from > 0) Cut(from);
    if (from < before) draft.content.push_back({from, before});
  } else if (from > 0) {
    Cut(from);
  }
  if (rest < End() && (opens || !At(rest).word())) draft.content.push_back({rest, End()});
  if (phrase.origin) return Origin(draft);
  if (!draft.content.empty()) drafts_.push_back(draft);
}

void RelationReader::Origin(Draft draft) {
  const Draft* last = LastSpeaker();
  if (last && last->cue.kind == Cue::Kind::kVerb) {
    draft.content = last->content;
    draft.relays.push_back(last->source);
    drafts_.erase(drafts_.begin() + (last - drafts_.data()));
    drafts_.push_back(draft);
    return;
  }
  draft.origin = true;
  if (!draft.content.empty()) drafts_.push_back(draft);
}

// "Citing the army, Reuters reported that": what follows is the army's.
void RelationReader::GiveToOrigins() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    if (!drafts_[i].origin) continue;
    const auto relay = std::find_if(
        drafts_.begin() + static_cast<std::ptrdiff_t>(i) + 1, drafts_.end(), [](const Draft& d) {
          return d.cue.kind == Cue::Kind::kVerb && !d.unsourced && !d.source.empty();
        });
    if (relay == drafts_.end()) continue;
    drafts_[i].content = relay->content;
    drafts_[i].relays.push_back(relay->source);
    drafts_.erase(relay);
  }
}

// "In its previous estimate the agency had spoken of 100 dead": "its" is who speaks behind it.
void RelationReader::DropForward() {
  const auto forward = [this](const Draft& draft) {
    const bool its = draft.cue.kind == Cue::Kind::kAfter && draft.source.size() == 1 &&
                     At(draft.source.first).Is(kPossessorWord);
    return its && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
             return other.cue.kind == Cue::Kind::kVerb && other.cue.finite &&
                    other.source.first >= draft.cue.end && !phrases_.IsPronoun(other.source.first);
           });
  };
  std::erase_if(drafts_, forward);
}

void RelationReader::Unsourced(Draft draft) {
  draft.unsourced = true;
  std::uint32_t from = ContentStart(draft.cue.first);
  draft.content.push_back({from, ClauseEnd(draft.cue.first)});
  drafts_.push_back(draft);
}

void RelationReader::SourceBefore(const Cue& cue) {
  if (cue.first < 2) return;
  // "by its figures", "by its first figures"
  const auto owner = [this](std::uint32_t at) {
    return At(at).possessive || At(at).Is(kPossessorWord);
  };
  const bool adjective = At(cue.first - 1).word() && !At(cue.first - 1).capital &&
                         !At(cue.first - 1).Is(kPrepositionWord | kDeterminerWord | kAndWord) &&
                         owner(cue.first - 2);
  const Range source = owner(cue.first - 1) || adjective ? Possessor(cue.first) : Range{};
  if (source.empty() || source.first == 0 || !At(source.first - 1).Is(kPrepositionWord)) return;
  const CuePhrase& phrase = rules_.phrase_list[cue.index];
  Draft draft;
  draft.cue = cue;
  draft.source = source;
  draft.rule = phrase.rule;
  draft.strength = phrase.strength;
  draft.first_person = source.size() == 1 && At(source.first).Is(kMineWord);
  draft.start = source.first - 1;
  const std::uint32_t from = ContentStart(draft.start);
  if (from > 0) Cut(from);
  if (from < draft.start) draft.content.push_back({from, draft.start});
  if (cue.end < End()) draft.content.push_back({cue.end, End()});
  if (!draft.content.empty()) drafts_.push_back(draft);
}

}  // namespace counterclaim
