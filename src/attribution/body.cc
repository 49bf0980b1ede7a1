// Bodies that a text calls by less than their names.
#include <algorithm>

#include "attribution/resolve.h"

namespace counterclaim {

// "the group", "the organisation": the last body named near that is no state, though it has
// not spoken; "the rights group": one that takes no side.
const SourceResolver::Entity* SourceResolver::NamedBody(std::uint32_t sentence,
                                                        std::uint32_t before_token,
                                                        std::uint32_t reach, bool neutral) {
  const auto& names = text_.layer.names;
  const std::uint32_t floor =
      text_.layer.sentences[sentence - std::min(sentence, reach)].first_token;
  if (reach > 0 && !entities_.empty() && entities_.back().sentence + reach >= sentence &&
      !entities_.back().person)
    return nullptr;
  for (auto name = FirstName(text_.layer, before_token);
       name != names.begin() && (--name)->first_token >= floor;) {
    if (!name->party || name->kind != NameKind::kParty) continue;
    const Party* known = rulebook_.parties.Find(rulebook_.parties.On(*name->party, document_.date));
    if (known &&
        (known->kind == PartyKind::kThirdParty ||
         (!neutral && (known->kind == PartyKind::kGroup || known->kind == PartyKind::kAlliance))))
      return Naming(*name, sentence);
  }
  return nullptr;
}

// "the front's negotiator", of the Moro Islamic Liberation Front: the body named last whose name
// ends with the word.
std::optional<PartyId> SourceResolver::EndsWith(const Token& word,
                                                std::uint32_t before_token) const {
  constexpr std::ptrdiff_t kNames = 500;  // looked at before
  const auto& names = text_.layer.names;
  const auto here = FirstName(text_.layer, before_token);
  for (auto name = here; name != here - std::min(kNames, here - names.begin());) {
    --name;
    if (!name->party || name->kind != NameKind::kParty || name->end_token < name->first_token + 2 ||
        word.capital || word.word == kUnknownWord ||
        text_.layer.tokens[name->end_token - 1].word != word.word)
      continue;
    const PartyId party = rulebook_.parties.On(*name->party, document_.date);
    const Party* known = rulebook_.parties.Find(party);
    if (known && (known->kind == PartyKind::kGroup || known->kind == PartyKind::kThirdParty))
      return party;
  }
  return std::nullopt;
}

// The party or organ named last before the token, in this sentence or the one before.
std::optional<PartyId> SourceResolver::LastNamed(std::uint32_t before_token,
                                                 std::uint32_t sentence) const {
  const auto& names = text_.layer.names;
  const std::uint32_t floor = text_.layer.sentences[sentence - std::min(sentence, 1u)].first_token;
  for (auto name = FirstName(text_.layer, before_token);
       name != names.begin() && (--name)->first_token >= floor;) {
    if (!name->party || name->kind != NameKind::kParty ||
        NamedAt(text_.layer, name->first_token, NameKind::kPlace))
      continue;
    return rulebook_.parties.On(*name->party, document_.date);
  }
  return std::nullopt;
}

// "the Russian Defence Ministry. The ministry itself says": whose the body of that noun was, a
// sentence or two before, though it did not speak.
std::optional<PartyId> SourceResolver::SamePhrase(const Speaker& speaker,
                                                  std::uint32_t sentence) const {
  constexpr std::uint32_t kReach = 2, kLongest = 5;               // sentences, tokens
  const bool bare = speaker.head_end == speaker.first_token + 2;  // "the ministry"
  if (!speaker.definite || speaker.possessed || !bare || !speaker.capitals.empty() ||
      !speaker.noun || speaker.noun->speaker != SpeakerClass::kBody || speaker.noun->generic ||
      speaker.head == kUnknownWord)
    return std::nullopt;
  const auto& tokens = text_.layer.tokens;
  const std::uint32_t floor =
      text_.layer.sentences[sentence - std::min(sentence, kReach)].first_token;
  for (std::uint32_t at = speaker.first_token; at-- > floor;) {
    if (tokens[at].word != speaker.head) continue;
    std::uint32_t first = at;
    while (first > floor && at - first < kLongest && tokens[first - 1].kind == TokenKind::kWord &&
           !(text_.language.cues.Word(tokens[first - 1].word) &
             (kPrepositionWord | kOpenerWord | kTurnWord | kDeterminerWord)))
      --first;
    const Speaker full = ReadSpeaker(text_, rulebook_, document_.date,
                                     {tokens[first].span.begin, tokens[at].span.end});
    if (full.party) return full.party;
  }
  return std::nullopt;
}

// "Christopher Stokes, the organisation's director"; "their organisation": of the body that
// those words mean.
std::optional<PartyId> SourceResolver::OfBody(const Speaker& speaker, std::uint32_t sentence) {
  const auto& tokens = text_.layer.tokens;
  const CueRules& cues = text_.language.cues;
  for (std::uint32_t at = speaker.first_token; at + 1 < speaker.end_token; ++at) {
    const std::uint64_t lead = cues.Word(tokens[at].word);
    if (!(lead & (kDeterminerWord | kPossessorWord))) continue;
    const auto match = cues.speakers.Longest(tokens, at + 1, speaker.end_token);
    const std::uint32_t end = at + 1 + match.length;
    if (match.length == 0) continue;
    if (!cues.speaker_list[match.values->front()].generic) {
      if (end >= speaker.end_token || !IsOwnerEnding(tokens[end], text_.text)) continue;
      if (auto party = EndsWith(tokens[end - 1], at)) return party;
      continue;
    }
    if ((lead & kPossessorWord) && end == speaker.end_token) {
      const Entity* named = NamedBody(sentence, at, 0, false);
      return named ? named->source.party : std::nullopt;
    }
    if (end == speaker.end_token && at > speaker.first_token &&
        (cues.Word(tokens[at - 1].word) & kPrepositionWord))
      return LastNamed(at, sentence);  // "a source in the agency"
    if (end >= speaker.end_token || !IsOwnerEnding(tokens[end], text_.text)) continue;
    const Speaker body = ReadSpeaker(text_, rulebook_, document_.date,
                                     {tokens[at].span.begin, tokens[end - 1].span.end});
    const Entity* meant = Refer(body, sentence);
    return meant ? meant->source.party : OwnerOf(body, sentence);
  }
  return std::nullopt;
}

}  // namespace counterclaim
