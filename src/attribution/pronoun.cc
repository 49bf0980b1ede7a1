// Whom "he", "it" and "they" mean.
#include <algorithm>

#include "attribution/resolve.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kPersonReach = 8;  // sentences that a pronoun looks back
constexpr std::uint32_t kBodyReach = 3;
constexpr std::uint32_t kLongestSubject = 10;  // tokens
constexpr std::uint32_t kShortSubject = 3;     // tokens: a party and nothing else
constexpr std::uint32_t kAll = ~0u;

}  // namespace

// The last person of the rules named before the token and near it.
const SourceResolver::Entity* SourceResolver::NamedPerson(std::uint32_t sentence,
                                                          std::uint32_t before_token) {
  const auto& names = text_.layer.names;
  const std::uint32_t first = sentence - std::min(sentence, kBodyReach);
  const std::uint32_t floor = text_.layer.sentences[first].first_token;
  auto name = FirstName(text_.layer, before_token);
  while (name != names.begin() && (--name)->first_token >= floor) {
    if (name->kind != NameKind::kPerson || !name->person || !name->party) continue;
    const auto known = rulebook_.parties.persons.find(*name->person);
    if (known == rulebook_.parties.persons.end()) continue;
    Naming(*name, sentence);
    named_.source.person = Person{*name->person, known->second.name};
    return &named_;
  }
  return nullptr;
}

// "Jan Hale, who heads the coast guard, met the families": the person before "who" at a token.
const SourceResolver::Entity* SourceResolver::WhoLeads(std::uint32_t who, std::uint32_t floor,
                                                       std::uint32_t sentence) {
  constexpr std::uint32_t kLongestName = 5;
  const auto& tokens = text_.layer.tokens;
  if (!(text_.language.cues.Word(tokens[who].word) & kRelativeWord) || who < floor + 2)
    return nullptr;
  const std::uint32_t end = who - 1;  // the comma
  std::uint32_t begin = end;
  while (begin > floor && end - begin < kLongestName && tokens[begin - 1].capital) --begin;
  if (begin == end) return nullptr;
  const Speaker speaker = ReadSpeaker(text_, rulebook_, document_.date,
                                      {tokens[begin].span.begin, tokens[end - 1].span.end});
  const auto party = LedBy(speaker, sentence);
  if (!party) return nullptr;
  named_ = Entity{};
  named_.source.party = party;
  named_.sentence = sentence;
  named_.speaker = speaker;
  named_.person = true;
  named_.source.text =
      std::string(text_.Words({tokens[begin].span.begin, tokens[end - 1].span.end}));
  named_.source.kind = KindOf(named_.source, speaker);
  return &named_;
}

// "The chairman of Shapla Playthings", "secretary of the federation": with what the office is of.
std::uint32_t SourceResolver::EndOfOffice(std::uint32_t at, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  const auto& tokens = text_.layer.tokens;
  const auto& cues = text_.language.cues;
  if (at + 1 >= limit || !(cues.Word(tokens[at].word) & kOfWord)) return at;
  std::uint32_t end = at + 1;
  while (end < std::min(limit, at + kLongest) && tokens[end].kind == TokenKind::kWord) {
    const bool inside = tokens[end].capital || (cues.Word(tokens[end].word) & kDeterminerWord);
    const auto body = cues.speakers.Longest(tokens, end, limit);
    if (!inside) return body.length > 0 ? end + body.length : end > at + 1 ? end : at;
    ++end;
  }
  return end;
}

// "At noon the spokesman, Colonel Drozh, met the press. He said": the last
// official of whom this sentence or the one before tells.
const SourceResolver::Entity* SourceResolver::OfficialBefore(std::uint32_t sentence,
                                                             std::uint32_t before_token) {
  const std::uint32_t first = text_.layer.sentences[sentence - std::min(sentence, 1u)].first_token;
  const auto& tokens = text_.layer.tokens;
  for (std::uint32_t at = before_token; at > first; --at) {
    if (const Entity* head = WhoLeads(at - 1, first, sentence)) return head;
    const auto match = text_.language.cues.speakers.Longest(tokens, at - 1, before_token);
    if (match.length == 0) continue;
    const SpeakerNoun& noun = text_.language.cues.speaker_list[match.values->front()];
    if (!noun.official || noun.speaker != SpeakerClass::kPerson) continue;
    constexpr std::uint32_t kWords = 5;  // from the noun back to its article: "the health minister"
    std::uint32_t begin = at - 1;
    while (begin > first && at - begin <= kWords && tokens[begin - 1].kind == TokenKind::kWord &&
           !(text_.language.cues.Word(tokens[begin].word) & kDeterminerWord))
      --begin;
    if (!(text_.language.cues.Word(tokens[begin].word) & kDeterminerWord)) begin = at - 1;
    const std::uint32_t end = EndOfOffice(at - 1 + match.length, before_token);
    const Span span{tokens[begin].span.begin, tokens[end - 1].span.end};
    Speaker speaker = ReadSpeaker(text_, rulebook_, document_.date, span);
    if (!speaker.party && (speaker.neutral || speaker.of_body)) return nullptr;
    named_ = Entity{};
    named_.source.party = speaker.party ? speaker.party : OwnerOf(speaker, sentence);
    if (!named_.source.party) return nullptr;
    named_.sentence = sentence;
    named_.speaker = speaker;
    named_.person = true;
    named_.source.text = std::string(text_.Words(span));
    named_.source.kind = KindOf(named_.source, speaker);
    return &named_;
  }
  return nullptr;
}

// "he": the last person who spoke or was named. "it", "its": the last body that
// spoke in this sentence or the one before, else the party which that sentence
// is about. "they": people before bodies.
const SourceResolver::Entity* SourceResolver::ReferPronoun(const Speaker& speaker,
                                                           std::uint32_t sentence) {
  const bool people = (speaker.words & kTheyWord) != 0;
  const bool his =
      text_.language.cues.Word(text_.layer.tokens[speaker.first_token].word) & kHisWord;
  if (his || (speaker.words & (kHeWord | kSheWord))) {
    const Entity* named = NamedPerson(sentence, speaker.first_token);
    const Entity* spoke = LastPerson(sentence);
    if (named && (!spoke || spoke->speaker.end_token <= named->speaker.first_token)) return named;
    const auto paragraph = [&](std::uint32_t s) { return text_.layer.sentences[s].paragraph; };
    const bool far = spoke && paragraph(spoke->sentence) != paragraph(sentence);
    if (const Entity* official =
            far && sentence > 0 && paragraph(sentence - 1) == paragraph(sentence)
                ? OfficialBefore(sentence, speaker.first_token)
                : nullptr)
      return official;
    return spoke ? spoke : OfficialBefore(sentence, speaker.first_token);
  }
  if (entities_.empty() || entities_.back().sentence < sentence) {
    const Entity* subject = SubjectOf(sentence, speaker.first_token);
    if (subject && (people || !subject->people)) return subject;
  }
  // "Georgia, by its government's reckoning, lost 215"
  if ((speaker.words & kPossessorWord) && !people &&
      (entities_.empty() || entities_.back().sentence < sentence)) {
    const Entity* own = NamedFirst(sentence, speaker.first_token, 0);
    if (own && own->speaker.first_token <= text_.layer.sentences[sentence].first_token + 1)
      return own;
  }
  if (entities_.empty() || entities_.back().sentence + 1 < sentence) {
    const Entity* subject = sentence > 0 ? SubjectOf(sentence - 1, kAll) : nullptr;
    if (subject && (people || !subject->people)) return subject;
  }
  const Entity *near = nullptr, *far = nullptr;
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    const std::uint32_t back = sentence - std::min(sentence, entity->sentence);
    if (back > kBodyReach) break;
    if (people && entity->people && back <= 2) return &*entity;
    if (entity->person || (entity->people && !people)) continue;
    if (!near && back <= 1) near = &*entity;
    if (!far) far = &*entity;
  }
  if (near) return near;
  if (const Entity* named = NamedFirst(sentence, speaker.first_token)) return named;
  if (far) return far;
  return entities_.empty() || entities_.back().sentence + 1 < sentence ? nullptr
                                                                       : &entities_.back();
}

// "Across the line, in the north, the rescuers had found": behind the adjuncts in front.
std::uint32_t SourceResolver::SubjectBegin(std::uint32_t begin, std::uint32_t verb) const {
  const auto& tokens = text_.layer.tokens;
  if (!(text_.language.cues.Word(tokens[begin].word) & kPrepositionWord)) return begin;
  for (std::uint32_t at = verb; at > begin; --at)
    if (text_.Words(tokens[at - 1].span) == ",") return at;
  return begin;
}

// "Security officials in Quetta gave another account. They said": the words
// before the first verb of the sentence, where that ends before `before_token`.
const SourceResolver::Entity* SourceResolver::SubjectOf(std::uint32_t sentence,
                                                        std::uint32_t before_token) {
  const Sentence& words = text_.layer.sentences[sentence];
  const auto& verbs = text_.layer.verb_groups;
  auto verb =
      std::lower_bound(verbs.begin(), verbs.end(), words.first_token,
                       [](const VerbGroup& v, std::uint32_t at) { return v.first_token < at; });
  while (verb != verbs.end() && verb->first_token < words.end_token && !verb->finite)
    ++verb;  // "the rescuers known as"
  if (verb == verbs.end() || verb->end_token > std::min(words.end_token, before_token))
    return nullptr;
  const std::uint32_t first = SubjectBegin(words.first_token, verb->first_token);
  if (verb->first_token == first || verb->first_token > first + kLongestSubject) return nullptr;
  const auto& groups = text_.layer.noun_groups;
  const auto group =
      std::lower_bound(groups.begin(), groups.end(), first,
                       [](const NounGroup& g, std::uint32_t at) { return g.end_token <= at; });
  if (group != groups.end() && group->first_token == first && group->quantity)
    return nullptr;  // "Thirty militants were killed, it said"
  const auto& tokens = text_.layer.tokens;
  std::uint32_t end = verb->first_token;
  // "The group, which has fought since May, lost nobody, it said"
  if (end > first + 2 && (text_.language.cues.Word(tokens[end - 1].word) & kRelativeWord))
    end -= tokens[end - 2].kind == TokenKind::kPunctuation ? 2 : 1;
  const Span span{tokens[first].span.begin, tokens[end - 1].span.end};
  const Speaker speaker = ReadSpeaker(text_, rulebook_, document_.date, span);
  const bool account = speaker.party && (speaker.document || end <= first + kShortSubject);
  if ((!speaker.noun && !account) || speaker.pronoun()) return nullptr;
  if (speaker.noun && speaker.noun->speaker == SpeakerClass::kPerson) return nullptr;
  if (!speaker.party) {  // "The office asks donors for help"
    if (const Entity* same = SameHead(speaker)) return same;
  }
  named_ = Entity{};
  named_.sentence = sentence;
  named_.speaker = speaker;
  named_.source.text = std::string(text_.Words(span));
  named_.source.party = speaker.party ? speaker.party : OwnerOf(speaker, sentence);
  if (const auto own = named_.source.party ? std::nullopt : BodyId(speaker)) {
    named_.source.party = own;
    bodies_.insert(*own);
  }
  // "The hospital has 11 doctors. Its director said", "Survivors doubt it. They say": of no party.
  named_.people = speaker.noun && speaker.noun->speaker == SpeakerClass::kPeople;
  if (!named_.source.party && !(speaker.noun && speaker.neutral)) return nullptr;
  named_.source.kind = KindOf(named_.source, speaker);
  return &named_;
}

const SourceResolver::Entity* SourceResolver::LastPerson(std::uint32_t sentence) const {
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    if (entity->sentence + kPersonReach < sentence) break;
    if (entity->person) return &*entity;
  }
  return nullptr;
}

}  // namespace counterclaim
