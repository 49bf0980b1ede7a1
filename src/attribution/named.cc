#include <algorithm>
#include <map>

#include "attribution/resolve.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kBodyGap = 6;  // "the agency": sentences since it spoke

}  // namespace

// "Mr Hale" of a text that has told of "the interior minister, Omar Hale": whom he speaks for.
std::optional<PartyId> SourceResolver::Introduced(const Speaker& speaker, std::uint32_t sentence) {
  constexpr std::uint32_t kLongest = 9, kLookedBack = 2000;  // tokens
  const auto& tokens = text_.layer.tokens;
  const std::uint32_t last = speaker.end_token - 1;
  if (speaker.capitals.empty() || speaker.noun || speaker.organ || speaker.definite ||
      !tokens[last].capital)
    return std::nullopt;
  const std::uint32_t floor = last > kLookedBack ? last - kLookedBack : 0;
  for (std::uint32_t at = speaker.first_token; at-- > floor;) {
    if (tokens[at].word != tokens[last].word || !tokens[at].capital) continue;
    std::uint32_t first = at;
    while (first > floor && at - first < kLongest &&
           (tokens[first - 1].kind == TokenKind::kWord ||
            text_.Words(tokens[first - 1].span) == ",")) {
      --first;
      if (!tokens[first].capital &&
          (text_.language.cues.Word(tokens[first].word) & kDeterminerWord))
        break;
    }
    const Speaker full = ReadSpeaker(text_, rulebook_, document_.date,
                                     {tokens[first].span.begin, tokens[at].span.end});
    const bool official = full.noun && full.noun->official && !full.neutral &&
                          full.noun->speaker == SpeakerClass::kPerson;
    if (!official) {
      if (auto led = LedBy(full, sentence)) return led;
      continue;
    }
    return full.party ? full.party : OwnerOf(full, sentence);
  }
  return std::nullopt;
}

// "Israel's National Insurance Institute": a body that a state runs.
std::optional<PartyId> SourceResolver::StateBody(const Speaker& speaker) const {
  const auto& tokens = text_.layer.tokens;
  const auto& names = text_.layer.names;
  const std::uint32_t last = speaker.end_token - 1;
  // "South Korea's fire agency"
  const bool run = tokens[last].capital || HoldsWord(speaker, kGovernmentalWord);
  if (!(text_.language.cues.Word(tokens[last].word) & kInstitutionWord) || !run)
    return std::nullopt;
  for (auto name = FirstName(text_.layer, speaker.first_token);
       name != names.end() && name->first_token == speaker.first_token; ++name) {
    if (!name->party || name->end_token >= last ||
        !IsOwnerEnding(tokens[name->end_token], text_.text))
      continue;
    const PartyId state = Principal(*name->party);
    const Party* known = rulebook_.parties.Find(state);
    if (known && known->kind == PartyKind::kState) return state;
  }
  return std::nullopt;
}

// "Moscow's account": a capital that stands for its government.
bool SourceResolver::SpeaksHere(const Name& place) const {
  const auto& tokens = text_.layer.tokens;
  if (place.end_token >= tokens.size() || !IsOwnerEnding(tokens[place.end_token], text_.text))
    return false;
  return NamedAt(text_.layer, place.first_token, NameKind::kMetonym);
}

// "The National Disaster Management Agency (BNPB)"
std::optional<PartyId> SourceResolver::Acronym(const Speaker& speaker) const {
  const auto& tokens = text_.layer.tokens;
  const std::uint32_t open = speaker.end_token;
  if (speaker.capitals.empty() || open + 2 >= tokens.size() ||
      text_.Words(tokens[open].span) != "(")
    return std::nullopt;
  const auto& names = text_.layer.names;
  const auto name = FirstName(text_.layer, open + 1);
  if (name == names.end() || name->first_token != open + 1 || name->kind != NameKind::kParty ||
      name->end_token >= tokens.size() || text_.Words(tokens[name->end_token].span) != ")")
    return std::nullopt;
  return name->party;
}

// "Jo Hale, who speaks for": where the verb stands.
std::optional<std::uint32_t> SourceResolver::LeadVerb(const Speaker& speaker) const {
  constexpr std::uint32_t kVerbReach = 4;
  const auto& tokens = text_.layer.tokens;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  const auto word = [&](std::uint32_t at) { return text_.language.cues.Word(tokens[at].word); };
  std::uint32_t who = speaker.end_token;
  if (who < size && !(word(who) & kRelativeWord)) ++who;  // a comma; "a brigadier who speaks for"
  if (speaker.capitals.empty() || who + 2 >= size || !(word(who) & kRelativeWord))
    return std::nullopt;
  for (std::uint32_t verb = who + 1; verb < std::min(size, who + kVerbReach); ++verb)
    if (word(verb) & kLeadWord) return verb;
  return std::nullopt;
}

// "Jo Hale, who leads the separatists": he speaks for no state.
bool SourceResolver::LeadsRebels(const Speaker& speaker) const {
  constexpr std::uint32_t kReach = 4;  // tokens
  const auto verb = LeadVerb(speaker);
  if (!verb) return false;
  const auto& tokens = text_.layer.tokens;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = *verb + 1; at < std::min(size, *verb + kReach); ++at)
    if (text_.language.cues.Word(tokens[at].word) & kRebelWord) return true;
  return false;
}

// "Jo Hale, who leads the breakaway region of Tarn": the party that is named behind.
std::optional<PartyId> SourceResolver::LedBy(const Speaker& speaker, std::uint32_t sentence) {
  constexpr std::uint32_t kNameReach = 14;
  const auto& tokens = text_.layer.tokens;
  const auto word = [&](std::uint32_t at) { return text_.language.cues.Word(tokens[at].word); };
  const auto led = LeadVerb(speaker);
  if (!led) return std::nullopt;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  const std::uint32_t verb = *led;
  // "who speaks for the health ministry in Tarn"
  std::uint32_t end = verb + 1;
  while (end < std::min(size, verb + kNameReach) && tokens[end].kind != TokenKind::kPunctuation &&
         !(word(end) & kOpenerWord))
    ++end;
  std::uint32_t first = verb + 1;
  if (first < end && (word(first) & kPrepositionWord)) ++first;
  if (first < end) {
    const Speaker body = ReadSpeaker(text_, rulebook_, document_.date,
                                     {tokens[first].span.begin, tokens[end - 1].span.end});
    const bool organ = body.party && body.party->text.find('/') != std::string::npos;
    if (organ) return body.party;
    auto owner = body.organ ? OfPlace({first, end}) : std::nullopt;
    if (!owner && body.organ && !body.party) owner = SideOf(body, sentence);
    if (owner) return PartyId(Principal(*owner).text + '/' + *body.organ);
    const bool force = body.noun && body.noun->official && !body.neutral && !body.party &&
                       body.noun->speaker == SpeakerClass::kBody && !LeadsRebels(speaker);
    if (auto side = force ? SideOf(body, sentence) : std::nullopt) return Principal(*side);
  }
  const auto& names = text_.layer.names;
  for (auto name = FirstName(text_.layer, verb); name != names.end(); ++name) {
    if (name->first_token > verb + kNameReach) break;
    bool apart = false;
    for (std::uint32_t at = verb; at < name->first_token; ++at)
      apart = apart || text_.Words(tokens[at].span) == ",";
    if (apart) break;
    // "who leads a choir in South Ossetia"
    std::uint32_t lead = name->first_token - 1;
    if (lead > verb && (word(lead) & kDeterminerWord)) --lead;
    const bool speaks_for = lead == verb + 1;  // "who speaks for Ukraine's eastern grouping"
    if ((word(lead) & kPrepositionWord) && !(word(lead) & kOfWord) && !speaks_for) continue;
    if (name->party && name->kind != NameKind::kPerson)
      return rulebook_.parties.On(*name->party, document_.date);
    if (auto owner = OfPlace({name->first_token, name->end_token})) return owner;
  }
  return std::nullopt;
}

// "Lebanon's health minister gave a new toll. Six died, Omar Hale said": a name that is new to the
// text is that of the official whom the sentence before is about.
std::optional<PartyId> SourceResolver::NamedLater(const Speaker& speaker, std::uint32_t sentence) {
  constexpr std::uint32_t kLongest = 10, kLookedBack = 2000;  // tokens of the subject, before it
  const auto& tokens = text_.layer.tokens;
  if (sentence == 0 || speaker.capitals.find(' ') == std::string::npos || speaker.noun ||
      speaker.organ || speaker.definite)
    return std::nullopt;
  const Sentence& before = text_.layer.sentences[sentence - 1];
  const std::uint32_t floor = before.first_token - std::min(before.first_token, kLookedBack);
  for (std::uint32_t at = before.first_token; at-- > floor;) {
    if (tokens[at].word == tokens[speaker.end_token - 1].word && tokens[at].capital &&
        text_.Words(tokens[at].span) == text_.Words(tokens[speaker.end_token - 1].span))
      return std::nullopt;  // told of before
  }
  const auto& verbs = text_.layer.verb_groups;
  const auto verb =
      std::lower_bound(verbs.begin(), verbs.end(), before.first_token,
                       [](const VerbGroup& v, std::uint32_t at) { return v.first_token < at; });
  if (verb == verbs.end() || verb->first_token >= before.end_token ||
      verb->first_token == before.first_token || verb->first_token > before.first_token + kLongest)
    return std::nullopt;
  const Speaker official =
      ReadSpeaker(text_, rulebook_, document_.date,
                  {tokens[before.first_token].span.begin, tokens[verb->first_token - 1].span.end});
  if (!official.noun || !official.noun->official || !official.capitals.empty() ||
      official.noun->speaker != SpeakerClass::kPerson || official.person || official.neutral)
    return std::nullopt;
  return official.party ? official.party : OwnerOf(official, sentence - 1);
}

// "the Command" of a text that has told of "the Central Command of the Tarn Army".
std::optional<PartyId> SourceResolver::NamedInFull(const Speaker& speaker, std::uint32_t sentence) {
  constexpr std::uint32_t kShort = 2, kLongest = 10, kLookedBack = 2000;  // tokens
  const auto& tokens = text_.layer.tokens;
  const std::uint32_t head = speaker.end_token - 1;
  const auto capital = [&](std::uint32_t at) {
    return tokens[at].capital && tokens[at].kind == TokenKind::kWord;
  };
  // "the network", of the National Human Rights Network
  const bool body = speaker.noun && speaker.noun->speaker == SpeakerClass::kBody &&
                    speaker.noun->neutral && !speaker.noun->generic;
  if (!speaker.definite || speaker.end_token - speaker.first_token != kShort ||
      !(capital(head) || body))
    return std::nullopt;
  const std::uint32_t floor = head > kLookedBack ? head - kLookedBack : 1;
  for (std::uint32_t at = speaker.first_token; at-- > floor;) {
    if (tokens[at].word != tokens[head].word || !capital(at) || !capital(at - 1)) continue;
    std::uint32_t first = at, end = at + 1;
    while (first > 0 && at - first < kLongest && capital(first - 1)) --first;
    // "of the Tarn Army", "in Tarn"
    std::uint32_t next = end;
    while (next < speaker.first_token && next < at + kLongest &&
           (capital(next) ||
            (text_.language.cues.Word(tokens[next].word) & (kPrepositionWord | kDeterminerWord)))) {
      if (capital(next)) end = next + 1;
      ++next;
    }
    const Speaker full = ReadSpeaker(text_, rulebook_, document_.date,
                                     {tokens[first].span.begin, tokens[end - 1].span.end});
    if (full.party) return full.party;
    if (auto own = capital(head) ? std::nullopt : BodyId(full)) {
      bodies_.insert(*own);
      return own;
    }
    if (auto place = full.neutral ? std::nullopt : OfPlace({first, end})) return place;
    return OwnerOf(full, sentence);
  }
  return std::nullopt;
}

// "the Red Cross" of a text that names the International Committee of the Red Cross.
std::optional<PartyId> SourceResolver::EndOfName(const Speaker& speaker) const {
  const auto& tokens = text_.layer.tokens;
  std::uint32_t first = speaker.first_token;
  if (first < speaker.end_token && speaker.definite) ++first;
  const std::uint32_t size = speaker.end_token - first;
  const bool capitals = std::all_of(tokens.begin() + first, tokens.begin() + speaker.end_token,
                                    [](const Token& token) { return token.capital; });
  if (size < 2 || !capitals) return std::nullopt;
  constexpr std::ptrdiff_t kNames = 500;  // looked at before and behind
  const auto& names = text_.layer.names;
  const auto here = FirstName(text_.layer, speaker.first_token);
  const auto begin = here - std::min(kNames, here - names.begin());
  const auto end = here + std::min(kNames, names.end() - here);
  for (auto at = begin; at != end; ++at) {
    const Name& name = *at;
    if (!name.party || name.kind != NameKind::kParty ||
        name.end_token < name.first_token + size + 1)
      continue;
    bool same = true;
    for (std::uint32_t i = 0; i < size; ++i)
      same = same && tokens[name.end_token - size + i].word == tokens[first + i].word &&
             tokens[first + i].word != kUnknownWord;
    if (same) return rulebook_.parties.On(*name.party, document_.date);
  }
  return std::nullopt;
}

// "the agency", "the broadcaster": a body of that name, else the last body that
// spoke for no side.
const SourceResolver::Entity* SourceResolver::SameBody(const Speaker& speaker,
                                                       std::uint32_t sentence) {
  if (!speaker.noun || speaker.noun->speaker != SpeakerClass::kBody) return nullptr;
  if (const Entity* same = SameHead(speaker)) return same;
  constexpr std::uint32_t kBare = 2;  // tokens: "the agency", no "disaster agency"
  if (speaker.end_token - speaker.first_token > kBare) return nullptr;
  const Entity* any = nullptr;
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    if (entity->sentence + kBodyGap < sentence) break;
    if (entity->person || !entity->source.party) continue;
    const SpeakerNoun* noun = entity->speaker.noun;  // "the company" is no "officials"
    if (noun && noun->speaker == SpeakerClass::kPeople) continue;
    if (entity->speaker.organ && !speaker.noun->generic) continue;  // nor the coast guard
    if (entity->source.kind == SourceKind::kThirdParty) return &*entity;
    if (!any) any = &*entity;
  }
  return any;
}

std::string KebabId(std::string_view name) {
  std::string id;
  for (const char c : Vocabulary::Fold(name)) {
    if (c == '\'') continue;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  return id;
}

// "the Kenya National Commission on Human Rights", "the watchdog KNCHR": a body that no
// rule knows, by its whole name.
std::optional<PartyId> SourceResolver::BodyId(const Speaker& speaker) const {
  constexpr std::uint32_t kJoins = 2;   // small words inside a name
  constexpr std::size_t kShortest = 3;  // letters of an acronym
  if (!speaker.noun || speaker.noun->speaker != SpeakerClass::kBody || !speaker.noun->neutral)
    return std::nullopt;
  const auto& tokens = text_.layer.tokens;
  if (speaker.capitals.find(' ') == std::string::npos) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool acronym = speaker.capitals.size() >= kShortest &&
                         std::all_of(speaker.capitals.begin(), speaker.capitals.end(), capital);
    return acronym ? std::optional(PartyId(KebabId(speaker.capitals))) : std::nullopt;
  }
  const auto part = [&](std::uint32_t at) {
    return tokens[at].kind == TokenKind::kWord && tokens[at].capital &&
           !(text_.language.cues.Word(tokens[at].word) &
             (kTitleWord | kDeterminerWord | kTimeWord));
  };
  std::uint32_t first = speaker.first_token;
  while (first < speaker.end_token && !part(first)) ++first;
  std::uint32_t end = first;
  for (std::uint32_t at = first; at < speaker.end_token && at <= end + kJoins; ++at) {
    if (tokens[at].kind != TokenKind::kWord) break;
    if (part(at)) end = at + 1;
  }
  if (end == first) return std::nullopt;
  return PartyId(KebabId(text_.Words({tokens[first].span.begin, tokens[end - 1].span.end})));
}

}  // namespace counterclaim
