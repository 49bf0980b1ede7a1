#include "attribution/resolve.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint32_t kBodyReach = 3;
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

// Whom the words around a name tell it belongs to.
std::optional<PartyId> SourceResolver::OwnName(const Speaker& speaker, std::uint32_t sentence) {
  if (auto party = speaker.person ? std::nullopt : Acronym(speaker)) return party;
  if (auto party = EndOfName(speaker)) return party;
  if (auto party = StateBody(speaker)) return party;
  if (auto party = LedBy(speaker, sentence)) return party;
  return OfBody(speaker, sentence);
}

// Of nobody who has spoken: whom the text around tells it belongs to.
std::optional<PartyId> SourceResolver::FromContext(const Speaker& speaker, std::uint32_t sentence) {
  if (auto party = SamePhrase(speaker, sentence)) return party;
  if (LeadsRebels(speaker)) return NamedGroup(speaker, sentence);
  if (auto party = speaker.possessed ? std::nullopt : OwnerOf(speaker, sentence)) return party;
  if (auto party = NamedInFull(speaker, sentence)) return party;
  if (auto party = Introduced(speaker, sentence)) return party;
  if (auto party = NamedLater(speaker, sentence)) return party;
  const WordId first = text_.layer.tokens[speaker.first_token].word;
  const bool some = (text_.language.syntax.ClassOf(first) & (kIndefinite | kAny)) != 0 ||
                    (text_.language.cues.Word(first) & kPluralWord) != 0;
  const bool document = speaker.document && !speaker.noun && speaker.definite && !some;
  return document ? OrganBefore(sentence) : std::nullopt;
}

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
  // "its representative in Kabul": of no Afghan side
  if (speaker.possessed && source.party && !source.person && PlaceOnly(speaker)) {
    if (auto owner = PossessorOf(speaker, sentence)) source.party = owner;
  }
  if (!source.party && Possessor(speaker)) {
    source.party = PossessorOf(speaker, sentence);
    if (source.party) steps->push_back("source: \"" + *source.text + "\" of " + source.party->text);
  }
  if (!source.party) source.party = OwnName(speaker, sentence);
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
    source.party = FromContext(speaker, sentence);
    if (source.party) steps->push_back("source: \"" + *source.text + "\" of " + source.party->text);
  }
  const bool person = speaker.noun && speaker.noun->speaker == SpeakerClass::kPerson;
  if (!source.person && person && !speaker.capitals.empty() && !speaker.qualified &&
      !speaker.of_body) {
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

// The names in its words stand behind prepositions.
bool SourceResolver::PlaceOnly(const Speaker& speaker) const {
  const auto& names = text_.layer.names;
  for (auto name = FirstName(text_.layer, speaker.first_token);
       name != names.end() && name->first_token < speaker.end_token; ++name) {
    if (name->first_token == speaker.first_token) return false;
    const std::uint32_t before = name->first_token - 1;
    if (name->party &&
        !(text_.language.cues.Word(text_.layer.tokens[before].word) & kPrepositionWord))
      return false;
  }
  return true;
}

// "told our correspondent. Five, he said": he is no correspondent.
Source SourceResolver::Hearer(Span span, std::uint32_t sentence, std::vector<std::string>* steps) {
  Source source = Resolve(span, sentence, std::nullopt, steps);
  if (!entities_.empty() && entities_.back().person && entities_.back().source.span == span)
    entities_.pop_back();
  return source;
}

SourceKind SourceResolver::KindOf(const Source& source, const Speaker& speaker) const {
  if (source.party) {
    return rulebook_.parties.TakesSides(*source.party) && !bodies_.contains(*source.party)
               ? SourceKind::kParty
               : SourceKind::kThirdParty;
  }
  if (HoldsWord(speaker, kRebelWord) || LeadsRebels(speaker)) return SourceKind::kParty;
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
    if (const Entity* body = NamedBody(sentence, speaker.first_token, 2, speaker.neutral))
      return body;
    // "Human Rights Watch said a bomb fell. Six died, the group said."
    for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
      if (entity->sentence + kBodyReach < sentence) break;
      const auto& party = entity->source.party;
      const Party* body = party && !entity->person ? rulebook_.parties.Find(*party) : nullptr;
      if (body && (body->kind == PartyKind::kThirdParty ||
                   (body->kind == PartyKind::kGroup && !speaker.neutral)))
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
  return person && speaker.definite && !one ? NamedPerson(sentence, speaker.first_token) : nullptr;
}

// Somebody named, as if he had spoken.
const SourceResolver::Entity* SourceResolver::Naming(const Name& name, std::uint32_t sentence) {
  named_ = Entity{};
  named_.sentence = sentence;
  named_.speaker.first_token = name.first_token;
  named_.source.party = rulebook_.parties.On(*name.party, document_.date);
  named_.source.text = std::string(text_.Words(name.span));
  named_.source.kind = rulebook_.parties.TakesSides(*named_.source.party) ? SourceKind::kParty
                                                                          : SourceKind::kThirdParty;
  return &named_;
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
      return Naming(*name, sentence - back);
    }
  }
  return nullptr;
}

const SourceResolver::Entity* SourceResolver::SameName(const Speaker& speaker) const {
  const std::string_view last = LastWord(speaker.capitals);
  // "the National Institute for Disasters (NID)"
  const auto& tokens = text_.layer.tokens;
  const auto shortened = [&](const Entity& entity) {
    const std::uint32_t open = entity.speaker.end_token;
    return open + 1 < tokens.size() && text_.Words(tokens[open].span) == "(" &&
           text_.Words(tokens[open + 1].span) == last;
  };
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    const bool same = HasWord(entity->speaker.capitals, last) ||
                      (entity->source.person && HasWord(entity->source.person->name, last)) ||
                      (entity->source.kind == SourceKind::kThirdParty && entity->source.text &&
                       HasWord(*entity->source.text, last)) ||
                      shortened(*entity);
    if (same && entity->speaker.first_token < speaker.first_token) return &*entity;
  }
  return nullptr;
}

// "the ministry": the last source whose words have that head or that organ.
const SourceResolver::Entity* SourceResolver::SameHead(const Speaker& speaker) const {
  if (!speaker.noun || speaker.head == kUnknownWord) return nullptr;
  // "confided the source": one of whom was told where he is
  const bool unnamed = speaker.noun->alone == SourceKind::kUnnamed;
  if (unnamed && (!speaker.definite || speaker.end_token != speaker.first_token + 2))
    return nullptr;
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    const Speaker& other = entity->speaker;
    const bool nobody = !entity->source.party && !entity->source.person;
    if (unnamed && nobody) continue;
    if (nobody && speaker.organ && other.organ != speaker.organ) continue;
    if (other.head == speaker.head) return &*entity;
    for (std::uint32_t at = other.first_token; at < other.end_token; ++at) {
      if (text_.layer.tokens[at].word == speaker.head) return &*entity;
    }
  }
  return nullptr;
}

// "its spokesman"; "Omar Hale, its head"; "one of its members".
std::optional<std::uint32_t> SourceResolver::Possessor(const Speaker& speaker) const {
  if (speaker.possessed) return speaker.first_token;
  const auto& tokens = text_.layer.tokens;
  for (std::uint32_t at = speaker.first_token + 1; at < speaker.end_token; ++at) {
    if ((text_.language.cues.Word(tokens[at].word) & kPossessorWord) &&
        (text_.Words(tokens[at - 1].span) == "," ||
         (text_.language.cues.Word(tokens[at - 1].word) & kOfWord)))
      return at;
  }
  return std::nullopt;
}

// "its spokesman": of the party that "its" means.
std::optional<PartyId> SourceResolver::PossessorOf(const Speaker& speaker, std::uint32_t sentence) {
  const bool official = speaker.organ || (speaker.noun && speaker.noun->official) ||
                        (speaker.document && !speaker.noun) ||
                        (speaker.noun && speaker.noun->outlet);  // "its station Andalus"
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
  if (speaker.neutral && !speaker.noun->outlet &&
      (owner->source.kind != SourceKind::kThirdParty || owner->person))
    return std::nullopt;
  if (!speaker.organ || owner->source.kind != SourceKind::kParty) return owner->source.party;
  return PartyId(Principal(*owner->source.party).text + '/' + *speaker.organ);
}

}  // namespace counterclaim
