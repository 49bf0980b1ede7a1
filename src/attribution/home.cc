#include <algorithm>
#include <map>

#include "attribution/resolve.h"
#include "rulebook/cities.h"

namespace counterclaim {

namespace {

constexpr std::size_t kShortestName = 3;       // letters
constexpr std::uint32_t kLongestDateline = 6;  // tokens

}  // namespace

// "MOSCOW. Forty prisoners were killed when Ukrainian forces fired, the Defence Ministry said."
std::optional<PartyId> SourceResolver::OfDateline() const {
  constexpr std::size_t kFirst = 3;  // sentences, of the title and the date line too
  const auto& sentences = text_.layer.sentences;
  for (std::size_t i = 0; i < std::min(kFirst, sentences.size()); ++i) {
    const std::uint32_t first = sentences[i].first_token;
    if (!text_.layer.tokens[first].all_capitals) continue;
    for (auto name = FirstName(text_.layer, first);
         name != text_.layer.names.end() && name->first_token == first; ++name) {
      std::optional<PartyId> state;
      if (name->kind == NameKind::kPlace && name->place)
        state = rulebook_.places.StateOf(*name->place);
      if (name->kind == NameKind::kMetonym && name->party) state = Principal(*name->party);
      if (state && !stakes_.Bystander(*state)) return state;
    }
  }
  return std::nullopt;
}

// A state that no rule knows is called after a word of the publisher's name or
// of the dateline that the text has once more, where it names no other state.
std::optional<PartyId> SourceResolver::UnlistedHome(
    const std::vector<std::string>& publisher) const {
  const TextLayer& layer = text_.layer;
  for (const Name& name : layer.names) {
    const Party* party = name.party ? rulebook_.parties.Find(Principal(*name.party)) : nullptr;
    if (party && party->kind == PartyKind::kState) return std::nullopt;
  }
  std::vector<std::string> dateline;
  for (std::uint32_t at = 0; at < layer.tokens.size(); ++at) {
    const Token& token = layer.tokens[at];
    if (token.word != kUnknownWord || !token.capital || token.span.size() < kShortestName) continue;
    const std::string word = Vocabulary::Fold(text_.Words(token.span));
    const bool published = std::find(publisher.begin(), publisher.end(), word) != publisher.end();
    const bool dated = std::find(dateline.begin(), dateline.end(), word) != dateline.end();
    if ((published || dated) && FindCities(word).empty()) return PartyId(word);
    if (at < kLongestDateline && token.all_capitals) dateline.push_back(word);
  }
  return std::nullopt;
}

// "the National Disaster Management Authority", "the national fire agency": of the state where the
// text is.
std::optional<PartyId> SourceResolver::RunByState(const Speaker& speaker, std::uint32_t sentence) {
  if (!speaker.noun || speaker.noun->speaker != SpeakerClass::kBody ||
      !(speaker.definite || !speaker.capitals.empty()) || !HoldsWord(speaker, kInstitutionWord) ||
      !HoldsWord(speaker, kGovernmentalWord))
    return std::nullopt;
  return LocalOwner(speaker, sentence);
}

// The state of most places that the text names; the first one named of two.
std::optional<PartyId> SourceResolver::MostPlaces() const {
  std::map<PartyId, std::size_t> votes;
  std::optional<PartyId> most;
  const auto& names = text_.layer.names;
  for (const PartyId& state :
       StatesIn(document_.title.value_or(""), false, text_.language, rulebook_)) {
    if (++votes[state] > (most ? votes[*most] : 0)) most = state;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto owner = OfPlace({names[i].first_token, names[i].end_token});
    if (names[i].kind != NameKind::kPlace || !owner || SpeaksHere(names[i]) ||
        stakes_.Bystander(*owner))
      continue;
    const std::size_t now = ++votes[*owner];
    if (!most || now > votes[*most]) most = owner;
  }
  return most;
}

// The state whose name or town the publisher bears, or a party of the text that
// has one of its words.
std::optional<PartyId> SourceResolver::Home() const {
  std::vector<std::string> unlisted;
  for (const std::string& word : SplitWords(document_.source.value_or(""))) {
    std::string folded = Vocabulary::Fold(word);
    if (text_.language.words.Find(folded) == kUnknownWord) unlisted.push_back(std::move(folded));
  }
  for (const Name& name : text_.layer.names) {
    if (!name.party) continue;
    const PartyId party = Principal(*name.party);
    if (std::find(unlisted.begin(), unlisted.end(), party.text) != unlisted.end()) return party;
  }
  const std::string publisher = document_.source.value_or("");
  const auto countries = StatesIn(publisher, false, text_.language, rulebook_);
  // "Kingston Lamp: Haiti's toll shrinks": of a text that is about another state
  const auto main = stakes_.Main();
  const bool abroad = main && !countries.empty() && !stakes_.Named(countries.front());
  if (!countries.empty()) return abroad ? main : countries.front();
  // A province of the name may lie anywhere: the text tells.
  for (const PartyId& state : StatesIn(publisher, true, text_.language, rulebook_)) {
    if (stakes_.Named(state)) return state;
  }
  if (auto state = StateOfTown(unlisted); state && !(main && *main != *state)) return state;
  return UnlistedHome(unlisted);
}

// "Koblenz Police Headquarters": of the state that the town of its name lies in, where the news
// knows but one.
std::optional<PartyId> SourceResolver::StateOfTown(const std::vector<std::string>& words) const {
  constexpr std::uint32_t kLarger = 5;  // times the people of any other town of the name
  for (const std::string& word : words) {
    const std::vector<City> cities = FindCities(CityKey(word));
    const auto largest =
        std::max_element(cities.begin(), cities.end(),
                         [](const City& a, const City& b) { return a.people < b.people; });
    const bool known =
        largest != cities.end() && std::all_of(cities.begin(), cities.end(), [&](const City& city) {
          return city.country == largest->country || city.people * kLarger <= largest->people;
        });
    if (known) return rulebook_.places.StateOf(PlaceId(std::string(largest->country)));
  }
  return std::nullopt;
}

// "Eastern Command": of the one state that the text names.
std::optional<PartyId> SourceResolver::ForceOfText(const Speaker& speaker) const {
  const bool force = speaker.noun && speaker.noun->speaker == SpeakerClass::kBody &&
                     speaker.noun->alone == SourceKind::kParty;
  const auto main = force ? stakes_.Main() : std::nullopt;
  return main && stakes_.Only(*main) ? main : std::nullopt;
}

// "Sudan News Agency: KHARTOUM - The aggressor lost 400, the General Command said": the state that
// both the publisher and its dateline name.
std::optional<PartyId> SourceResolver::StateOfPublisher() {
  const auto here = OfDateline();
  if (!here) return std::nullopt;
  if (!home_) home_ = Home();
  return *home_ == here ? here : std::nullopt;
}

// The army of a text that names no state but the groups that fight one.
std::optional<PartyId> SourceResolver::FoughtState() const {
  std::optional<PartyId> fought;
  for (const Name& name : text_.layer.names) {
    const Party* group = name.party ? rulebook_.parties.Find(Principal(*name.party)) : nullptr;
    if (!group || group->kind != PartyKind::kGroup) continue;
    if (!group->fights || (fought && *fought != *group->fights)) return std::nullopt;
    fought = group->fights;
  }
  return fought;
}

// The one state that the text names; not one named but once and late, in passing.
std::optional<PartyId> SourceResolver::OnlyState() const {
  constexpr std::size_t kEarly = 4;  // sentences
  const auto& sentences = text_.layer.sentences;
  std::optional<PartyId> only;
  std::size_t times = 0;
  bool early = sentences.size() <= kEarly;
  for (const Name& name : text_.layer.names) {
    if (!name.party || !rulebook_.parties.TakesSides(*name.party)) continue;
    const PartyId party = Principal(*name.party);
    const Party* known = rulebook_.parties.Find(party);
    if (!known || known->kind != PartyKind::kState) continue;
    if (only && *only != party) return std::nullopt;
    only = party;
    ++times;
    early = early || name.first_token < sentences[kEarly].first_token;
  }
  return times > 1 || early ? only : std::nullopt;
}

}  // namespace counterclaim
