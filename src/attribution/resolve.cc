#include "attribution/resolve.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint32_t kPersonReach = 8;  // sentences that a pronoun looks back
constexpr std::uint32_t kBodyReach = 3;
constexpr std::uint32_t kLongestSubject = 10;  // tokens
constexpr std::uint32_t kShortSubject = 3;     // tokens: a party and nothing else
constexpr std::uint32_t kAll = ~0u;
constexpr std::size_t kMostEntities = 64;  // the last ones that a description may mean

std::string_view LastWord(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

bool HasWord(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos;
       at = name.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

Source SourceResolver::Resolve(Span span, std::uint32_t sentence, std::optional<Span> antecedent,
                               std::vector<std::string>* steps) {
  const Speaker speaker =
      ReadSpeaker(text_, rulebook_, document_.date, antecedent ? *antecedent : span);
  Source source;
  source.span = span;
  source.text = std::string(text_.Words(span));
  if (antecedent) source.body = std::string(text_.Words(*antecedent));
  source.party = speaker.party;
  source.person = speaker.person;
  if (!source.party && Possessor(speaker)) {
    source.party = PossessorOf(speaker, sentence);
    if (source.party) steps->push_back("source: \"" + *source.text + "\" of " + source.party->text);
  }
  if (!source.party && !source.person) source.party = Acronym(speaker);
  if (!source.party) source.party = EndOfName(speaker);
  if (!source.party) source.party = StateBody(speaker);
  if (!source.party) source.party = LedBy(speaker, sentence);
  if (!source.party) source.party = OfBody(speaker, sentence);
  if (!source.party) {
    if (const Entity* meant = Refer(speaker, sentence)) {
      source.party = meant->source.party;
      source.person = meant->source.person;
      source.body = meant->source.body ? meant->source.body : meant->source.text;
      source.kind = meant->source.kind;
      steps->push_back("source: \"" + *source.text + "\" is \"" + *source.body + '"');
      Remember(source, speaker, sentence);
      return source;
    }
    if (!speaker.possessed) source.party = OwnerOf(speaker, sentence);
    if (!source.party) source.party = NamedInFull(speaker, sentence);
    if (!source.party) source.party = Introduced(speaker, sentence);
    if (!source.party) source.party = NamedLater(speaker, sentence);
    const WordId first = text_.layer.tokens[speaker.first_token].word;
    const bool some = (text_.language.syntax.ClassOf(first) & (kIndefinite | kAny)) != 0 ||
                      (text_.language.cues.Word(first) & kPluralWord) != 0;
    if (!source.party && speaker.document && !speaker.noun && speaker.definite && !some)
      source.party = OrganBefore(sentence);
    if (source.party) steps->push_back("source: \"" + *source.text + "\" of " + source.party->text);
  }
  const bool person = speaker.noun && speaker.noun->speaker == SpeakerClass::kPerson;
  if (!source.person && person && !speaker.capitals.empty()) {
    source.person = Person{PersonId(KebabId(speaker.capitals)), speaker.capitals};
  }
  if (!source.party) source.party = RunByState(speaker, sentence);
  source.kind = KindOf(source, speaker);
  if (const auto body = source.party ? std::nullopt : BodyId(speaker)) {
    source.party = body;
    source.kind = SourceKind::kThirdParty;
    bodies_.insert(*body);
  }
  // "the coordination centre in Tarn" is what it is called without its place
  const bool body = speaker.noun && speaker.noun->speaker == SpeakerClass::kBody;
  if (body && !source.party && !source.person && !source.body &&
      speaker.head_end < speaker.end_token) {
    const auto& tokens = text_.layer.tokens;
    source.body = std::string(text_.Words(
        {tokens[speaker.first_token].span.begin, tokens[speaker.head_end - 1].span.end}));
  }
  Remember(source, speaker, sentence);
  return source;
}

SourceKind SourceResolver::KindOf(const Source& source, const Speaker& speaker) const {
  if (source.party) {
    return rulebook_.parties.TakesSides(*source.party) && !bodies_.contains(*source.party)
               ? SourceKind::kParty
               : SourceKind::kThirdParty;
  }
  if (!speaker.capitals.empty() || !speaker.noun) return SourceKind::kThirdParty;
  return speaker.neutral ? SourceKind::kThirdParty : speaker.noun->alone;
}

void SourceResolver::Remember(const Source& source, const Speaker& speaker,
                              std::uint32_t sentence) {
  Entity entity{source, speaker, sentence, false, false};
  const SpeakerNoun* noun = speaker.noun;
  entity.person = source.person || (noun && noun->speaker == SpeakerClass::kPerson) ||
                  (speaker.words & (kHeWord | kSheWord)) ||
                  (!noun && !source.party && !speaker.document && !speaker.definite &&
                   !speaker.capitals.empty());
  entity.people = (noun && noun->speaker == SpeakerClass::kPeople) || (speaker.words & kTheyWord);
  if (entities_.size() >= kMostEntities) entities_.erase(entities_.begin());
  entities_.push_back(std::move(entity));
}

const SourceResolver::Entity* SourceResolver::Refer(const Speaker& speaker,
                                                    std::uint32_t sentence) {
  if (speaker.pronoun()) return ReferPronoun(speaker, sentence);
  if (!speaker.capitals.empty()) return SameName(speaker);
  const WordId first = text_.layer.tokens[speaker.first_token].word;
  const bool one = (text_.language.syntax.ClassOf(first) & (kIndefinite | kAny)) != 0;
  const bool generic = speaker.noun && speaker.noun->generic && speaker.definite && !one;
  if (generic && !speaker.organ && !SameHead(speaker)) {
    if (const Entity* body = NamedBody(sentence, speaker.first_token, 2)) return body;
    // "Human Rights Watch said a bomb fell. Six died, the group said."
    for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
      if (entity->sentence + kBodyReach < sentence) break;
      const auto& party = entity->source.party;
      const Party* body = party && !entity->person ? rulebook_.parties.Find(*party) : nullptr;
      if (body && (body->kind == PartyKind::kThirdParty || body->kind == PartyKind::kGroup))
        return &*entity;
    }
  }
  // "a committee of doctors", "according to some estimates": of nobody who is named before
  if (speaker.neutral)
    return speaker.definite && !one && !speaker.possessed ? SameBody(speaker, sentence) : nullptr;
  if (speaker.document && !speaker.noun) {
    const bool about =
        text_.language.numbers.before
            .Longest(text_.layer.tokens, speaker.first_token, speaker.first_token + 1)
            .length > 0;
    if (!speaker.definite || about || one) return NamedFirst(sentence, speaker.first_token, 0);
    const Entity* near = nullptr;
    for (auto entity = entities_.rbegin();
         entity != entities_.rend() && entity->sentence + kBodyReach >= sentence; ++entity) {
      if (!near) near = &*entity;
      if (entity->source.party || entity->source.person) return &*entity;
    }
    return near ? near : NamedFirst(sentence, speaker.first_token);
  }
  // "officials in Jammu" are not those of another place
  if (OfPlace({speaker.first_token, speaker.end_token})) return nullptr;
  if (const Entity* same = SameHead(speaker)) return same;
  const bool person = speaker.noun && speaker.noun->speaker == SpeakerClass::kPerson;
  return person && speaker.definite ? NamedPerson(sentence, speaker.first_token) : nullptr;
}

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
    named_ = Entity{};
    named_.sentence = sentence;
    named_.speaker.first_token = name->first_token;
    named_.source.party = rulebook_.parties.On(*name->party, document_.date);
    named_.source.person = Person{*name->person, known->second.name};
    named_.source.text = std::string(text_.Words(name->span));
    named_.source.kind = rulebook_.parties.TakesSides(*named_.source.party)
                             ? SourceKind::kParty
                             : SourceKind::kThirdParty;
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
  const Speaker speaker =
      ReadSpeaker(text_, rulebook_, document_.date,
                  {tokens[begin].span.begin, tokens[end - 1].span.end});
  const auto party = LedBy(speaker, sentence);
  if (!party) return nullptr;
  named_ = Entity{};
  named_.source.party = party;
  named_.sentence = sentence;
  named_.speaker = speaker;
  named_.person = true;
  named_.source.text = std::string(text_.Words({tokens[begin].span.begin, tokens[end - 1].span.end}));
  named_.source.kind = KindOf(named_.source, speaker);
  return &named_;
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
    const Span span{tokens[at - 1].span.begin, tokens[at - 2 + match.length].span.end};
    Speaker speaker = ReadSpeaker(text_, rulebook_, document_.date, span);
    named_ = Entity{};
    named_.source.party = OwnerOf(speaker, sentence);
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
  const bool his = text_.language.cues.Word(text_.layer.tokens[speaker.first_token].word) & kHisWord;
  if (his || (speaker.words & (kHeWord | kSheWord))) {
    const Entity* named = NamedPerson(sentence, speaker.first_token);
    const Entity* spoke = LastPerson(sentence);
    if (named && (!spoke || spoke->speaker.end_token <= named->speaker.first_token)) return named;
    return spoke ? spoke : OfficialBefore(sentence, speaker.first_token);
  }
  if (entities_.empty() || entities_.back().sentence < sentence) {
    if (const Entity* subject = SubjectOf(sentence, speaker.first_token)) return subject;
  }
  // "Georgia, by its government's reckoning, lost 215"
  if ((speaker.words & kPossessorWord) && !people &&
      (entities_.empty() || entities_.back().sentence < sentence)) {
    const Entity* own = NamedFirst(sentence, speaker.first_token, 0);
    if (own && own->speaker.first_token <= text_.layer.sentences[sentence].first_token + 1)
      return own;
  }
  if (entities_.empty() || entities_.back().sentence + 1 < sentence) {
    if (const Entity* subject = sentence > 0 ? SubjectOf(sentence - 1, kAll) : nullptr)
      return subject;
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

// "Security officials in Quetta gave another account. They said": the words
// before the first verb of the sentence, where that ends before `before_token`.
const SourceResolver::Entity* SourceResolver::SubjectOf(std::uint32_t sentence,
                                                        std::uint32_t before_token) {
  const Sentence& words = text_.layer.sentences[sentence];
  const auto& verbs = text_.layer.verb_groups;
  const auto verb =
      std::lower_bound(verbs.begin(), verbs.end(), words.first_token,
                       [](const VerbGroup& v, std::uint32_t at) { return v.first_token < at; });
  if (verb == verbs.end() || verb->end_token > std::min(words.end_token, before_token))
    return nullptr;
  if (verb->first_token == words.first_token ||
      verb->first_token > words.first_token + kLongestSubject) {
    return nullptr;
  }
  const auto& tokens = text_.layer.tokens;
  std::uint32_t end = verb->first_token;
  // "The group, which has fought since May, lost nobody, it said"
  if (end > words.first_token + 2 &&
      (text_.language.cues.Word(tokens[end - 1].word) & kRelativeWord))
    end -= tokens[end - 2].kind == TokenKind::kPunctuation ? 2 : 1;
  const Span span{tokens[words.first_token].span.begin, tokens[end - 1].span.end};
  const Speaker speaker = ReadSpeaker(text_, rulebook_, document_.date, span);
  const bool account =
      speaker.party && (speaker.document || end <= words.first_token + kShortSubject);
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
  // "The hospital has 11 doctors. Its director said": a body of no party.
  const bool body = speaker.noun && speaker.noun->speaker == SpeakerClass::kBody && speaker.neutral;
  if (!named_.source.party && !body) return nullptr;
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

// The party that is named first in this sentence before the token, or in the
// sentence before.
const SourceResolver::Entity* SourceResolver::NamedFirst(std::uint32_t sentence,
                                                         std::uint32_t before_token,
                                                         std::uint32_t reach) {
  const auto& names = text_.layer.names;
  for (std::uint32_t back = 0; back <= reach && back <= sentence; ++back) {
    const Sentence& where = text_.layer.sentences[sentence - back];
    const std::uint32_t end = back == 0 ? before_token : where.end_token;
    auto name = FirstName(text_.layer, where.first_token);
    for (; name != names.end() && name->first_token < end; ++name) {
      if (!name->party || name->kind == NameKind::kAdjective || name->kind == NameKind::kPerson)
        continue;
      const Party* party = rulebook_.parties.Find(*name->party);
      if (!party) party = rulebook_.parties.Find(Principal(*name->party));
      if (!party || party->kind == PartyKind::kOutlet) continue;
      named_ = Entity{};
      named_.speaker.first_token = name->first_token;
      named_.source.party = rulebook_.parties.On(*name->party, document_.date);
      named_.source.text = std::string(text_.Words(name->span));
      named_.source.kind = rulebook_.parties.TakesSides(*named_.source.party)
                               ? SourceKind::kParty
                               : SourceKind::kThirdParty;
      return &named_;
    }
  }
  return nullptr;
}

const SourceResolver::Entity* SourceResolver::SameName(const Speaker& speaker) const {
  const std::string_view last = LastWord(speaker.capitals);
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    const bool same = HasWord(entity->speaker.capitals, last) ||
                      (entity->source.person && HasWord(entity->source.person->name, last)) ||
                      (entity->source.kind == SourceKind::kThirdParty && entity->source.text &&
                       HasWord(*entity->source.text, last));
    if (same && entity->speaker.first_token < speaker.first_token) return &*entity;
  }
  return nullptr;
}

// "the ministry": the last source whose words have that head or that organ.
const SourceResolver::Entity* SourceResolver::SameHead(const Speaker& speaker) const {
  if (!speaker.noun || speaker.head == kUnknownWord ||
      speaker.noun->alone == SourceKind::kUnnamed) {
    return nullptr;
  }
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    const Speaker& other = entity->speaker;
    const bool nobody = !entity->source.party && !entity->source.person;
    if (nobody && speaker.organ && other.organ != speaker.organ) continue;
    if (other.head == speaker.head) return &*entity;
    for (std::uint32_t at = other.first_token; at < other.end_token; ++at) {
      if (text_.layer.tokens[at].word == speaker.head) return &*entity;
    }
  }
  return nullptr;
}

// "its spokesman"; "Omar Hale, its head".
std::optional<std::uint32_t> SourceResolver::Possessor(const Speaker& speaker) const {
  if (speaker.possessed) return speaker.first_token;
  const auto& tokens = text_.layer.tokens;
  for (std::uint32_t at = speaker.first_token + 1; at < speaker.end_token; ++at) {
    if ((text_.language.cues.Word(tokens[at].word) & kPossessorWord) &&
        text_.Words(tokens[at - 1].span) == ",")
      return at;
  }
  return std::nullopt;
}

// "its spokesman": of the party that "its" means.
std::optional<PartyId> SourceResolver::PossessorOf(const Speaker& speaker, std::uint32_t sentence) {
  const bool official = speaker.organ || (speaker.noun && speaker.noun->official) ||
                        (speaker.document && !speaker.noun);
  const auto possessor = Possessor(speaker);
  const bool people = speaker.noun && speaker.noun->speaker != SpeakerClass::kBody;
  if (!possessor || !(official || (speaker.neutral && people))) return std::nullopt;
  Speaker pronoun;
  pronoun.first_token = *possessor;
  pronoun.end_token = *possessor + 1;
  pronoun.words = kPossessorWord;
  const Entity* owner = ReferPronoun(pronoun, sentence);
  if (!owner && !speaker.organ) return OrganBefore(sentence);
  if (!owner || !owner->source.party) return std::nullopt;
  // "its investigators", of Human Rights Watch; not the farmers of a state
  if (speaker.neutral && (owner->source.kind != SourceKind::kThirdParty || owner->person))
    return std::nullopt;
  if (!speaker.organ || owner->source.kind != SourceKind::kParty) return owner->source.party;
  return PartyId(Principal(*owner->source.party).text + '/' + *speaker.organ);
}

}  // namespace counterclaim
