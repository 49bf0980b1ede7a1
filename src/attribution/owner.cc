#include <algorithm>

#include "attribution/resolve.h"
#include "rulebook/cities.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kOwnerReach = 6;   // sentences: "the army" of a state named so near
constexpr std::uint32_t kThereReach = 2;   // sentences
constexpr std::uint32_t kPlaceReach = 64;  // sentences that a local office or rebels look back

}  // namespace

// "Lower Galilee", "Port Sudan" where only the latter word is known: another place.
bool SourceResolver::Within(const Name& name) const {
  const auto& sentences = text_.layer.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), name.first_token,
                       [](std::uint32_t at, const Sentence& s) { return at < s.end_token; });
  if (after == sentences.end() || name.first_token <= after->first_token + 1) return false;
  const Token& before = text_.layer.tokens[name.first_token - 1];
  const auto known = FirstName(text_.layer, name.first_token - 1);
  return before.kind == TokenKind::kWord && before.capital && !before.all_capitals &&
         known->first_token >= name.first_token &&
         !(text_.language.cues.Word(before.word) & (kTimeWord | kDeterminerWord | kTitleWord));
}

// Who rules the last place named among the tokens.
std::optional<PartyId> SourceResolver::OfPlace(Range tokens) const {
  const auto& names = text_.layer.names;
  for (auto name = FirstName(text_.layer, tokens.end);
       name != names.begin() && (--name)->first_token >= tokens.first;) {
    if (name->kind != NameKind::kPlace || !name->place || Within(*name)) continue;
    const auto& authorities = rulebook_.places.authorities;
    const auto authority = authorities.find(*name->place);
    if (authority != authorities.end()) return authority->second;
    const auto regions = rulebook_.places.regions.equal_range(*name->place);  // Rafah lies in Gaza
    for (auto region = regions.first; region != regions.second; ++region) {
      const auto rules = authorities.find(region->second);
      if (rules != authorities.end()) return rules->second;
    }
    if (auto state = rulebook_.places.StateOf(*name->place)) return state;
  }
  return std::nullopt;
}

// "The mayor": of the place named last in the sentence, of the state where most
// of the text is, of the publisher's.
std::optional<PartyId> SourceResolver::LocalOwner(const Speaker& speaker, std::uint32_t sentence) {
  const Sentence& words = text_.layer.sentences[sentence];
  if (auto owner = OfPlace({words.first_token, speaker.first_token})) return owner;
  if (auto owner = OfPlace({speaker.end_token, words.end_token})) return owner;
  // "Russia's Investigative Committee says, and 382 were hurt, according to the Health Ministry"
  if (speaker.organ && !entities_.empty() && entities_.back().sentence == sentence) {
    const auto& beside = entities_.back().source.party;
    const Party* side = beside ? rulebook_.parties.Find(Principal(*beside)) : nullptr;
    if (side && side->kind == PartyKind::kState) return side->id;
  }
  // the interior ministry of the side that spoke last
  const bool alone = NewEntry(sentence);
  auto spoke = StateOrgan(speaker) && !alone ? SpokeLast(speaker, sentence) : std::nullopt;
  if (spoke) return spoke;
  if (!most_places_) most_places_ = MostPlaces();
  if (*most_places_) return *most_places_;
  if (!home_) home_ = Home();
  return *home_ ? *home_ : stakes_.Main();
}

// "At last a word from the army. Seventeen died, its spokesman says": of the organ that
// the sentence before names.
std::optional<PartyId> SourceResolver::OrganBefore(std::uint32_t sentence) {
  if (sentence == 0) return std::nullopt;
  const Sentence& before = text_.layer.sentences[sentence - 1];
  const PartyNames& names = text_.language.party_names;
  for (std::uint32_t at = before.first_token; at < before.end_token; ++at) {
    const auto organ = names.organs.Longest(text_.layer.tokens, at, before.end_token);
    if (organ.length == 0 || !names.organ_list[organ.values->front()].state) continue;
    Speaker named;
    named.first_token = at;
    named.end_token = at + organ.length;
    named.organ = names.organ_list[organ.values->front()].id;
    const auto side = SideOf(named, sentence - 1);
    if (side) return PartyId(Principal(*side).text + '/' + *named.organ);
  }
  return std::nullopt;
}

// "Karsova State Radio": an organ of a state that no rule knows.
bool SourceResolver::OfficialPublisher() {
  if (official_publisher_) return *official_publisher_;
  official_publisher_ = false;
  const PartyNames& known = text_.language.party_names;
  std::vector<Token> tokens;
  bool unlisted = false;
  for (const std::string& word : SplitWords(document_.source.value_or(""))) {
    Token token;
    token.word = text_.language.words.Find(Vocabulary::Fold(word));
    unlisted = unlisted || token.word == kUnknownWord;
    tokens.push_back(token);
  }
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = 0; unlisted && at < size; ++at) {
    const auto organ = known.organs.Longest(tokens, at, size);
    if (organ.length > 0 && known.organ_list[organ.values->front()].state)
      official_publisher_ = true;
  }
  return *official_publisher_;
}

// "killed 40 of the enemy, the General Staff said": it speaks for the side that
// is named last before its enemy, which is the one that acts, else first behind.
std::optional<PartyId> SourceResolver::OtherThanEnemy(std::uint32_t sentence) const {
  const Sentence& words = text_.layer.sentences[sentence];
  std::uint32_t enemy = words.first_token;
  while (enemy < words.end_token &&
         !(text_.language.cues.Word(text_.layer.tokens[enemy].word) & kEnemyWord))
    ++enemy;
  if (enemy == words.end_token) return std::nullopt;
  const auto& names = text_.layer.names;
  std::optional<PartyId> side;
  for (auto name = FirstName(text_.layer, words.first_token);
       name != names.end() && name->first_token < words.end_token; ++name) {
    if (side && name->first_token > enemy) break;
    if (name->party && rulebook_.parties.TakesSides(*name->party))
      side = rulebook_.parties.On(*name->party, document_.date);
  }
  return side;
}

bool SourceResolver::HoldsWord(const Speaker& speaker, std::uint64_t words) const {
  const auto& tokens = text_.layer.tokens;
  for (std::uint32_t at = speaker.first_token; at < speaker.end_token; ++at)
    if (text_.language.cues.Word(tokens[at].word) & words) return true;
  return false;
}

bool SourceResolver::Indefinite(const Speaker& speaker) const {
  const auto& groups = text_.layer.noun_groups;
  const auto group =
      std::lower_bound(groups.begin(), groups.end(), speaker.first_token,
                       [](const NounGroup& g, std::uint32_t at) { return g.first_token < at; });
  return group != groups.end() && group->first_token == speaker.first_token &&
         (group->one || group->quantity);
}

// "The rebels": the armed group that was named last.
std::optional<PartyId> SourceResolver::NamedGroup(const Speaker& speaker,
                                                  std::uint32_t sentence) const {
  const auto& names = text_.layer.names;
  const std::uint32_t floor =
      text_.layer.sentences[sentence - std::min(sentence, kPlaceReach)].first_token;
  for (auto name = FirstName(text_.layer, speaker.first_token);
       name != names.begin() && (--name)->first_token >= floor;) {
    if (!name->party || name->kind == NameKind::kPlace) continue;
    const PartyId party = Principal(rulebook_.parties.On(*name->party, document_.date));
    const Party* known = rulebook_.parties.Find(party);
    if (known && known->kind == PartyKind::kGroup) return party;
  }
  return std::nullopt;
}

// "The front is not at the table. A spokesman said": the one side that the sentence before names,
// where that is an armed group.
std::optional<PartyId> SourceResolver::GroupBefore(std::uint32_t sentence) const {
  if (sentence == 0 ||
      text_.layer.sentences[sentence - 1].paragraph != text_.layer.sentences[sentence].paragraph)
    return std::nullopt;
  const Sentence& before = text_.layer.sentences[sentence - 1];
  std::optional<PartyId> only;
  for (auto name = FirstName(text_.layer, before.first_token);
       name != text_.layer.names.end() && name->first_token < before.end_token; ++name) {
    if (!name->party || name->kind == NameKind::kPlace) continue;
    const PartyId party = Principal(rulebook_.parties.On(*name->party, document_.date));
    if (only && *only != party) return std::nullopt;
    only = party;
  }
  const Party* known = only ? rulebook_.parties.Find(*only) : nullptr;
  return known && known->kind == PartyKind::kGroup ? only : std::nullopt;
}

// The armed group or the side, with its organ, that speaks; none for words that are nobody's.
std::optional<PartyId> SourceResolver::OwnerOf(const Speaker& speaker, std::uint32_t sentence) {
  const bool official = speaker.noun && speaker.noun->official && !speaker.neutral;
  if (!speaker.organ && !(official && speaker.noun->alone != SourceKind::kUnnamed))
    return std::nullopt;
  // "the separatists' leader", "the interior minister of the breakaway republic": no state's
  if ((speaker.noun && speaker.noun->rebel && !speaker.organ) || HoldsWord(speaker, kRebelWord))
    return NamedGroup(speaker, sentence);
  const bool voice = speaker.noun && speaker.noun->voice;
  const bool strange = !speaker.capitals.empty() && !speaker.named_apart && !voice;
  const bool body = speaker.noun && speaker.noun->speaker == SpeakerClass::kBody;
  if (speaker.neutral || speaker.qualified) return std::nullopt;
  if (strange && !speaker.organ) {  // "the Flood Authority in Tarn", no "Leaders' Forum in Tarn"
    if (speaker.noun->local) return LocalOwner(speaker, sentence);  // "the mayor of Uror"
    const bool run = official && body && HoldsWord(speaker, kInstitutionWord);
    auto place = run ? OfPlace({speaker.first_token, speaker.end_token}) : std::nullopt;
    return place ? place : ForceOfText(speaker);
  }
  if (body && !speaker.organ && Indefinite(speaker)) return std::nullopt;  // "an armed group"
  if (voice && !speaker.organ && Indefinite(speaker)) {
    if (auto group = GroupBefore(sentence)) return group;
  }
  const auto side = SideOf(speaker, sentence);
  if (!side) return std::nullopt;
  const PartyId owner = Principal(*side);
  // "the group": no state
  const Party* known = rulebook_.parties.Find(owner);
  const bool group = speaker.noun && speaker.noun->generic && !speaker.organ;
  if (group && known && known->kind == PartyKind::kState) return std::nullopt;
  return speaker.organ ? PartyId(owner.text + '/' + *speaker.organ) : owner;
}

std::optional<PartyId> SourceResolver::PlaceInFront(std::uint32_t sentence) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  const Sentence& all = text_.layer.sentences[sentence];
  const std::uint32_t end = std::min(all.end_token, all.first_token + kLongest);
  for (std::uint32_t at = all.first_token + 1; at < end; ++at) {
    if (text_.Words(text_.layer.tokens[at].span) == ",") return OfPlace({all.first_token, at});
  }
  return std::nullopt;
}

// "In Pretoria, where questions are asked, the defence force": of the state whose capital opens
// the sentence.
std::optional<PartyId> SourceResolver::SeatInFront(const Speaker& speaker,
                                                   std::uint32_t sentence) const {
  const std::uint32_t begin = text_.layer.sentences[sentence].first_token;
  if (!(text_.language.cues.Word(text_.layer.tokens[begin].word) & kPrepositionWord) ||
      speaker.first_token <= begin + 1)
    return std::nullopt;
  const auto& names = text_.layer.names;
  for (auto name = FirstName(text_.layer, begin + 1);
       name != names.end() && name->first_token == begin + 1; ++name) {
    if (name->kind != NameKind::kMetonym || !name->party) continue;
    const Party* state = rulebook_.parties.Find(Principal(*name->party));
    if (state && state->kind == PartyKind::kState && name->end_token < speaker.first_token &&
        text_.Words(text_.layer.tokens[name->end_token].span) == ",")
      return state->id;
  }
  return std::nullopt;
}

// Its organ is one that only states have.
bool SourceResolver::StateOrgan(const Speaker& speaker) const {
  const auto& organs = text_.language.party_names.organ_list;
  return std::any_of(organs.begin(), organs.end(), [&](const PartyNames::Organ& each) {
    return each.state && each.id == speaker.organ;
  });
}

// The party that spoke last.
std::optional<PartyId> SourceResolver::SpokeLast(const Speaker& speaker,
                                                 std::uint32_t sentence) const {
  if (speaker.elsewhere) return std::nullopt;
  const bool people = speaker.noun && speaker.noun->speaker == SpeakerClass::kPeople;
  const bool state = (speaker.noun && speaker.noun->state) || StateOrgan(speaker);
  for (auto entity = entities_.rbegin(); entity != entities_.rend(); ++entity) {
    if (entity->sentence + kOwnerReach < sentence) break;
    if (!entity->source.party || entity->source.kind != SourceKind::kParty) continue;
    // "two officers" whom nobody has named are of a state, and so is the presidency
    const Party* spoke = rulebook_.parties.Find(Principal(*entity->source.party));
    if (spoke && spoke->kind == PartyKind::kGroup &&
        ((people && Indefinite(speaker)) || (state && !rulebook_.places.StateRuledBy(spoke->id))))
      continue;
    return entity->source.party;
  }
  return std::nullopt;
}

// Of the place in its own words, beside or in front of them.
std::optional<PartyId> SourceResolver::OfPlaceAround(const Speaker& speaker,
                                                     std::uint32_t sentence) const {
  if (!speaker.elsewhere) {
    if (auto own = OfPlace({speaker.first_token, speaker.end_token})) return own;
  }
  if (auto here =
          OfPlace({speaker.first_token - std::min(speaker.first_token, 1u), speaker.first_token});
      here && text_.layer.tokens[speaker.first_token].space_before)
    return here;  // "in Paris the foreign ministry"
  // "In Bangkok a tower fell. City officials there reported ten killed."
  const auto there_at = [&](std::uint32_t at) {
    return at < text_.layer.tokens.size() &&
           (text_.language.syntax.ClassOf(text_.layer.tokens[at].word) & kThere);
  };
  const auto here_at = [&](std::uint32_t at) {
    return at < text_.layer.tokens.size() &&
           (text_.language.cues.Word(text_.layer.tokens[at].word) & kHereWord);
  };
  if (here_at(speaker.end_token)) {
    if (auto here = OfDateline()) return here;
  }
  const bool plain = !HoldsWord(speaker, kPrepositionWord);  // no "spokesman for the militia there"
  if (plain && (there_at(speaker.end_token) || there_at(speaker.end_token - 1))) {
    const std::uint32_t before = sentence - std::min(sentence, kThereReach);
    if (auto there = OfPlace({text_.layer.sentences[before].first_token, speaker.first_token}))
      return there;
  }
  // "In Mali, nine soldiers were killed, a security source said."
  if (auto there = Indefinite(speaker) ? PlaceInFront(sentence) : std::nullopt) return there;
  return speaker.organ ? SeatInFront(speaker, sentence) : std::nullopt;
}

// An entry of a live report in which nobody has spoken yet.
bool SourceResolver::NewEntry(std::uint32_t sentence) const {
  const auto& sentences = text_.layer.sentences;
  const std::uint32_t paragraph = sentences[sentence].paragraph;
  return text_.layer.paragraphs[paragraph].minute &&
         (entities_.empty() || sentences[entities_.back().sentence].paragraph != paragraph);
}

std::uint32_t SourceResolver::EntryBegin(std::uint32_t sentence) const {
  const Paragraph& entry = text_.layer.paragraphs[text_.layer.sentences[sentence].paragraph];
  return text_.layer.sentences[entry.first_sentence].first_token;
}

// "16:05 Israeli soldiers did open fire, an army officer says": such an entry goes by whom it
// names.
bool SourceResolver::OpensEntry(std::uint32_t name_token, std::uint32_t sentence) const {
  return NewEntry(sentence) && name_token >= text_.layer.sentences[sentence].first_token &&
         text_.layer.sentences[sentence].first_token == EntryBegin(sentence);
}

// Of an organ or official that no name stands near: the publisher's, that of most places, the only
// one.
std::optional<PartyId> SourceResolver::SideOfText(const Speaker& speaker) {
  if (!home_) home_ = Home();
  if (*home_) return *home_;
  if (!most_places_) most_places_ = MostPlaces();
  const bool official = speaker.noun && speaker.noun->official;
  if ((speaker.organ || official) && *most_places_) return *most_places_;
  if (!speaker.organ) return std::nullopt;
  if (auto only = OnlyState()) return only;
  return StateOrgan(speaker) ? FoughtState() : std::nullopt;
}

// Of the place around it, of the same organ named before, of the side that spoke last, of the
// state named last, or of the publisher's.
std::optional<PartyId> SourceResolver::SideOf(const Speaker& speaker, std::uint32_t sentence) {
  if (auto place = OfPlaceAround(speaker, sentence)) return place;
  if (OfficialPublisher()) {
    if (!home_) home_ = Home();
    if (*home_) return *home_;
  }
  const auto& names = text_.layer.names;
  const std::uint32_t first = sentence - std::min(sentence, kOwnerReach);
  const std::uint32_t floor = text_.layer.sentences[first].first_token;
  std::optional<PartyId> nearest;
  std::uint32_t nearest_token = 0;
  for (auto name = FirstName(text_.layer, speaker.first_token);
       name != names.begin() && (--name)->first_token >= floor;) {
    if (!name->party || !rulebook_.parties.TakesSides(*name->party)) continue;
    // "visitors from Spain, a police spokesman said"
    const bool origin =
        name->first_token > 0 &&
        (text_.language.cues.Word(text_.layer.tokens[name->first_token - 1].word) & kFromWord);
    if (origin) continue;
    const PartyId party = rulebook_.parties.On(*name->party, document_.date);
    const auto slash = party.text.find('/');
    if (speaker.organ && slash != std::string::npos &&
        party.text.substr(slash + 1) == *speaker.organ) {
      // "57 Canadians were killed, Foreign Minister Roy said": no minister of whom was told before
      const std::uint32_t begin = text_.layer.sentences[sentence].first_token;
      if (nearest && nearest_token >= begin && name->first_token < begin &&
          !speaker.capitals.empty())
        return nearest;
      return party;
    }
    const Party* known = rulebook_.parties.Find(Principal(party));
    // "Pakistan captured 19 Afghan posts, the army said": who acts comes first.
    const bool here = name->first_token >= text_.layer.sentences[sentence].first_token;
    if ((!nearest || here) && (!known || (known->kind == PartyKind::kState &&
                                          (speaker.elsewhere || !stakes_.Bystander(party))))) {
      nearest = party;
      nearest_token = name->first_token;
    }
  }
  // "Delhi breaks its silence. One jet was lost, the foreign ministry says."
  const std::uint32_t last = sentence - std::min(sentence, 1u);
  const bool turned = nearest && nearest_token >= text_.layer.sentences[last].first_token &&
                      (entities_.empty() || entities_.back().sentence < last) && last < sentence &&
                      nearest_token < text_.layer.sentences[sentence].first_token;
  if (auto owner = speaker.local ? LocalOwner(speaker, sentence) : std::nullopt) return owner;
  const bool named = nearest && nearest_token >= text_.layer.sentences[sentence].first_token;
  if (auto own = named ? std::nullopt : StateOfPublisher()) return own;
  if (auto owner = OtherThanEnemy(sentence)) return owner;
  if (turned || (nearest && OpensEntry(nearest_token, sentence))) return nearest;
  if (StateOrgan(speaker) && NewEntry(sentence) &&
      !(nearest && nearest_token >= EntryBegin(sentence))) {
    if (auto main = stakes_.Main()) return main;
    if (!most_places_) most_places_ = MostPlaces();
    if (*most_places_) return *most_places_;
  }
  if (auto spoke = SpokeLast(speaker, sentence)) return spoke;
  if (auto here = StateOrgan(speaker) ? OfDateline() : std::nullopt) return here;
  return nearest ? nearest : SideOfText(speaker);
}

}  // namespace counterclaim
