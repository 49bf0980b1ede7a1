// Counts that somebody holds: "the army has 40 dead", "the army: 40 dead".
#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kNearState = 6;  // items from a number to "killed", "captured"

}  // namespace

// "had spoken of 40": no "had 40".
bool RelationReader::Auxiliary(std::uint32_t at) const {
  const auto& verbs = text_.layer.verb_groups;
  const std::uint32_t token = At(at).first;
  const auto group =
      std::lower_bound(verbs.begin(), verbs.end(), token,
                       [](const VerbGroup& v, std::uint32_t t) { return v.end_token <= t; });
  return group != verbs.end() && group->first_token <= token && group->end_token > token + 1;
}

// "the death toll of the quake at 15"
bool RelationReader::Stands(std::uint32_t at) const {
  bool figure = false;
  for (std::uint32_t i = at; i < End() && i < at + kReach && At(i).word(); ++i) {
    if (figure && At(i).Is(kAtWord)) return NumberAt(i + 1);
    if (phrases_.IsVerb(i) && !At(i).Is(kStateWord)) return false;
    figure = figure || (At(i).Is(kFigureWord) && i < at + kNearState);
  }
  return false;
}

void RelationReader::Holds() {
  for (std::uint32_t at = 1; at + 1 < End(); ++at) {
    if (!At(at).Is(kHaveWord) || At(at).gerund || Auxiliary(at)) continue;
    // "had 865 deaths", "had a total of 865 deaths"
    const bool total = At(at + 1).Is(kDeterminerWord) && NextIs(at + 2, kFigureWord) &&
                       NextIs(at + 3, kOfWord) && NumberAt(at + 4);
    // "has the death toll at 15"
    const bool at_figure = !total && At(at + 1).Is(kDeterminerWord) && Stands(at + 1);
    if (!total && !at_figure && !NumberAt(at + 1)) continue;
    bool state = total || at_figure;
    for (std::uint32_t i = at + 1; i < End() && i <= at + kNearState && At(i).word(); ++i) {
      if (phrases_.IsVerb(i) && !At(i).Is(kStateWord)) break;
      state = state || At(i).Is(kStateWord);
    }
    std::uint32_t verb = at;  // "The governor, Omar Hale, now has 20 dead"
    while (verb > 1 && At(verb - 1).word() && At(verb - 1).Is(kAdverbWord)) --verb;
    const auto subject = state ? phrases_.Before(verb, 0) : std::nullopt;
    if (!subject || subject->relative || subject->range.empty() ||
        !(IsVoice(subject->range) || phrases_.IsDocument(subject->range) ||
          NamesBody(subject->range)))
      continue;
    if (Told(at + 1)) continue;
    Say(at, subject->range, {at + 1, End()});
    return;
  }
}

Draft& RelationReader::Say(std::uint32_t cue, Range source, Range content) {
  Draft draft;
  draft.cue.first = draft.cue.main = cue;
  draft.cue.end = cue + 1;
  draft.source = source;
  draft.start = source.first;
  draft.content.push_back(content);
  drafts_.push_back(std::move(draft));
  return drafts_.back();
}

bool RelationReader::Told(std::uint32_t at) const {
  return std::any_of(drafts_.begin(), drafts_.end(), [at](const Draft& draft) {
    return std::any_of(draft.content.begin(), draft.content.end(),
                       [at](const Range& range) { return range.first <= at && at < range.end; });
  });
}

// A body or people with an office; not "hospitals are treating 40".
void RelationReader::Handles() {
  for (std::uint32_t at = 1; at + 1 < End(); ++at) {
    if (!At(at).Is(kHandleWord) || !NumberAt(at + 1) || Told(at + 1)) continue;
    std::uint32_t verb = at;
    while (verb > 0 && At(verb - 1).Is(kHaveWord | kAdverbWord)) --verb;
    bool victims = false;  // "received 40 bodies", no donations
    for (std::uint32_t i = at + 1; i < End() && i <= at + kNearState && At(i).word(); ++i)
      victims = victims || At(i).Is(kStateWord | kHandleWord);
    if (!victims) continue;
    const auto subject = verb > 0 ? phrases_.Before(verb, 0) : std::nullopt;
    if (!subject || subject->range.empty() || At(verb - 1).Is(kBeWord) ||
        !(IsVoice(subject->range) || NamesBody(subject->range)))
      continue;
    Say(at, subject->range, {at + 1, End()}).cue.first = verb;
    return;
  }
}

// Of people or things that something was done to: "41 dead", "115 people have been", "the number
// of dead has gone up to nine".
bool RelationReader::CountsAfter(std::uint32_t colon) const {
  const TextLayer& layer = text_.layer;
  const bool entry =
      layer.paragraphs[layer.sentences[passage_.sentence].paragraph].minute.has_value();
  if (entry && NumberAt(colon + 1)) return true;
  for (std::uint32_t i = colon + 1; i < End(); ++i) {
    const bool figure = At(i).Is(kFigureWord);
    if (!figure && !At(i).number) continue;
    for (std::uint32_t k = i + 1; k < End() && k <= i + kNearState; ++k)
      if (figure ? NumberAt(k) : At(k).Is(kStateWord)) return true;
  }
  return false;
}

// "The governor held to a shorter sum: 129 abducted", "revised the account upwards: 316 dead".
std::optional<Range> RelationReader::Sums(std::uint32_t from, std::uint32_t colon) const {
  std::uint32_t verb = from;
  while (verb < colon && !VerbAt(verb)) ++verb;
  bool counts = false;
  for (std::uint32_t i = verb + 1; i < colon && !counts; ++i)
    counts = At(i).Is(kFigureWord) || (At(i).word() && phrases_.IsDocument({i, i + 1}));
  const auto subject = counts ? phrases_.Before(verb, from) : std::nullopt;
  if (!subject || subject->relative || !(IsVoice(subject->range) || NamesBody(subject->range)))
    return std::nullopt;
  return subject->range;
}

void RelationReader::BeforeColon() {
  std::uint32_t colon = 0, from = 0;
  bool words = false;  // "09:40: the minister: 11 dead"
  while (colon < End() && !(MarkAt(colon, Mark::kColon) && words)) {
    if (MarkAt(colon, Mark::kDash) || MarkAt(colon, Mark::kColon)) from = colon + 1;
    words = words || (At(colon).word() && !At(colon).number && !At(colon).Is(kTimeWord));
    ++colon;
  }
  if (colon + 1 >= End()) return;
  for (const Draft& draft : drafts_) {
    for (const Range& range : draft.content) {
      if (range.first <= colon + 1 && colon + 1 < range.end) return;
    }
  }
  if (!CountsAfter(colon)) return;
  const auto& verbs = text_.layer.verb_groups;
  const auto verb = std::lower_bound(
      verbs.begin(), verbs.end(), At(from).first,
      [](const VerbGroup& group, std::uint32_t token) { return group.first_token < token; });
  const bool told = verb != verbs.end() && verb->first_token < At(colon).first;
  std::uint32_t limit = from;
  while (limit < colon && !(told && At(limit).end > verb->first_token)) ++limit;
  while (from < limit && (!At(from).word() || At(from).Is(kAndWord | kTurnWord))) ++from;
  if (from < limit && At(from).Is(kAsWord)) return;  // "As of 3 March: 40 dead"
  Range source{from, from};
  while (source.end < limit && At(source.end).word()) ++source.end;
  while (!source.empty() && At(source.end - 1).Is(kAdverbWord)) --source.end;
  std::uint32_t of = source.first;  // "a correction from the general"
  while (of < source.end && !At(of).Is(kPrepositionWord)) ++of;
  const bool from_name = of + 1 < source.end && At(of).Is(kFromWord) && At(of + 1).capital;
  if (from_name ||
      (of + 1 < source.end && IsVoice({of + 1, source.end}) && !IsVoice({source.first, of})))
    source.first = of + 1;
  bool figure = !told;
  for (std::uint32_t i = limit; i < colon; ++i) figure = figure || At(i).Is(kFigureWord);
  // "South Eastern Railway: 238 dead"
  const bool body = !told && source.size() > 1 && At(source.end - 1).capital &&
                    phrases_.CanSpeak(source) && source.end == colon;
  if (!figure || source.empty() || !(IsVoice(source) || body || (from_name && !told))) {
    if (const auto summed = told ? Sums(from, colon) : std::nullopt) {
      Say(colon, *summed, {colon + 1, End()});
      return;
    }
    // "it reads out the bulletin of the ministry: 20 dead"
    std::uint32_t document = colon;
    while (document > limit && !phrases_.IsDocument({document - 1, document})) --document;
    if (!told || document == limit) return;
    source = {document - 1, colon};
    if (!IsVoice(source)) return;
  }
  Say(colon, source, {colon + 1, End()});
}

}  // namespace counterclaim
