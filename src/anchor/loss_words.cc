#include "anchor/loss_words.h"

#include <algorithm>

#include "anchor/spots.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLead = 6;    // tokens between a word of loss and its figure
constexpr std::uint32_t kReach = 14;  // tokens between a side's name and what it lost

}  // namespace

LossWords::Range LossWords::TokensOf(Span span) const {
  if (span.empty()) return {};
  return {TokenAt(layer_, span.begin), TokenAt(layer_, span.end - 1) + 1};
}

std::optional<std::uint32_t> LossWords::Find(Range range, AnchorCue cue) const {
  for (std::uint32_t i = range.first; i < range.end && i < cues_.size(); ++i) {
    if (HasCue(cues_[i], cue)) return i;
  }
  return std::nullopt;
}

// The last side named in [begin, token).
std::optional<PartyId> LossWords::NamedBefore(std::uint32_t token, std::uint32_t begin) const {
  auto at = FirstName(layer_, token);
  while (at != layer_.names.begin()) {
    --at;
    if (at->first_token < begin) break;
    if (at->party && at->end_token <= token && parties_.TakesSides(*at->party)) return at->party;
  }
  return std::nullopt;
}

std::optional<PartyId> LossWords::FirstNamed(std::uint32_t sentence) const {
  const Sentence& words = layer_.sentences[sentence];
  auto at = FirstName(layer_, words.first_token);
  for (; at != layer_.names.end() && at->first_token < words.end_token; ++at) {
    if (at->party && parties_.TakesSides(*at->party)) return at->party;
  }
  return std::nullopt;
}

// "21 hostile posts", "two of our own men", "25 of their posts", "four of them".
LossWords::Owner LossWords::OfObject(const Mention& mention, const std::optional<PartyId>& before,
                                     bool others, const std::optional<PartyId>& speaker,
                                     Range sentence) const {
  Range object = TokensOf(mention.object.span);
  if (object.first == object.end) return {};
  object.first = std::min(object.first, mention.quantity.end_token);
  if (Find(object, AnchorCue::kEnemy)) return {{}, speaker, false, "the enemy's"};
  const bool theirs = Find(object, AnchorCue::kTheirs).has_value();
  if (Find(object, AnchorCue::kOurs) && (speaker || !theirs))
    return {speaker, {}, true, "the speaker's own"};
  if (theirs) {
    if (before && speaker && !parties_.SameSide(*before, *speaker))
      return {before, {}, false, "theirs of whom the figure before speaks"};
    if (others) return {};  // "100 terrorists died and 55 of their motorcycles burnt"
    if (speaker) return {speaker, {}, true, "the speaker's own"};
    return {NamedBefore(object.first, sentence.first), {}, false, "of the side named before"};
  }
  const bool them = (language_.syntax.ClassOf(layer_.tokens[object.end - 1].word) & kThem) != 0;
  if (them && !mention.part_of)
    return {NamedBefore(object.first, sentence.first), {}, false, "of those named before"};
  return {};
}

// "on the Afghan side", "on the enemy's side", "on the other side".
LossWords::Owner LossWords::OfSide(Range sentence, const std::optional<PartyId>& speaker) const {
  const auto side = Find(sentence, AnchorCue::kSide);
  if (!side || *side < sentence.first + 2) return {};
  const Range lead{*side - std::min<std::uint32_t>(3, *side - sentence.first), *side};
  if (!Find(lead, AnchorCue::kPlaceBefore)) return {};
  if (Find(lead, AnchorCue::kEnemy)) return {{}, speaker, false, "on the enemy's side"};
  if (const auto named = NamedBefore(*side, lead.first))
    return {named, {}, false, "on the side named"};
  return {};
}

// "put its own losses at 50", "conceded the loss of 12 fighters", "it lost five".
LossWords::Owner LossWords::OfLoss(const Mention& mention, const std::optional<PartyId>& speaker,
                                   Range sentence) const {
  const std::uint32_t figure = mention.quantity.first_token;
  const Range lead{std::max(sentence.first, figure - std::min(figure, kLead)), figure};
  if (Find(lead, AnchorCue::kEnemy) || Find(lead, AnchorCue::kInflicted))
    return {{}, speaker, false, "the enemy's"};
  auto loss = Find(lead, AnchorCue::kLoss);
  if (!loss) {
    const Range words = TokensOf(mention.trigger);
    loss = Find(words, AnchorCue::kLoss);
  }
  // "we had killed six" has lost nobody
  const bool did = loss && *loss + 1 < layer_.tokens.size() &&
                   mention.trigger.begin < mention.quantity.span.begin &&
                   mention.trigger.Overlaps(layer_.tokens[*loss + 1].span);
  if (!loss || did) return {};
  const std::uint32_t after = *loss + 1;
  if (after < cues_.size() && HasCue(cues_[after], AnchorCue::kTheirs)) return {};  // their lives
  const std::uint32_t begin = std::max(sentence.first, *loss - std::min(*loss, kReach));
  // "the army lost 19 men": men who fight
  const bool lost = mention.trigger.Overlaps(layer_.tokens[*loss].span);
  if (Find({begin, *loss}, AnchorCue::kOurs)) return {speaker, {}, lost, "the speaker's own loss"};
  if (const auto named = NamedBefore(*loss, begin))
    return {named, {}, lost, "the loss of the side named"};
  if (speaker) return {speaker, {}, lost, "the speaker's own loss"};
  if (mention.sentence == 0) return {};
  return {FirstNamed(mention.sentence - 1), {}, false, "the loss of the side spoken of before"};
}

bool LossWords::IsOperation(Span actor) const {
  const Range range = TokensOf(actor);
  return range.first + 1 < range.end && layer_.tokens[range.first].capital &&
         layer_.tokens[range.first + 1].capital &&
         HasCue(cues_[range.first], AnchorCue::kOperation);
}

bool LossWords::OfBothSides(const Mention& mention) const {
  if (mention.sentence >= layer_.sentences.size()) return false;
  const Sentence& sentence = layer_.sentences[mention.sentence];
  return Find({sentence.first_token, sentence.end_token}, AnchorCue::kBothSides).has_value();
}

LossWords::Owner LossWords::OwnerOf(const Mention& mention, const std::optional<PartyId>& before,
                                    bool others, const std::optional<PartyId>& speaker) const {
  if (mention.sentence >= layer_.sentences.size()) return {};
  const Sentence& words = layer_.sentences[mention.sentence];
  const Range sentence{words.first_token, words.end_token};
  for (const Owner& owner : {OfObject(mention, before, others, speaker, sentence),
                             OfSide(sentence, speaker), OfLoss(mention, speaker, sentence)}) {
    if (owner.party || owner.enemy_of) return owner;
  }
  return {};
}

}  // namespace counterclaim
