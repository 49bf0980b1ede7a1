#include <algorithm>
#include <map>

#include "attribution/resolve.h"
#include "rulebook/cities.h"

namespace counterclaim {

namespace {

constexpr std::size_t kShortestName = 3;       // letters
constexpr std::uint32_t kLongestDateline = 6;  // tokens

}  // namespace

std::vector<Token> TokensOf(const std::string& name, const Language& language) {
  std::vector<Token> tokens;
  for (std::string word : SplitWords(name)) {
    if (word.ends_with(',')) word.pop_back();
    Token token;
    token.word = language.words.Find(Vocabulary::Fold(word));
    tokens.push_back(token);
  }
  return tokens;
}

// "MOSCOW. Forty prisoners were killed when Ukrainian forces fired, the Defence Ministry said."
std::optional<PartyId> SourceResolver::OfDateline() {
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
      if (state && !Bystander(*state)) return state;
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

// The states that are named, or lie where places named do, in words outside the text: a title,
// the name of a publisher.
std::vector<PartyId> SourceResolver::StatesIn(const std::string& words, bool provinces) const {
  std::vector<PartyId> states;
  const std::vector<Token> tokens = TokensOf(words, text_.language);
  const PartyNames& known = text_.language.party_names;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = 0; at < size; ++at) {
    const auto match = known.phrases.Longest(tokens, at, size);
    if (match.length == 0 || (match.length == 1 && known.ordinary.contains(tokens[at].word)))
      continue;
    for (const std::uint32_t value : *match.values) {
      const PartyNames::Reading& reading = known.readings[value];
      if (reading.place && !provinces && reading.place->text.size() > 2) continue;
      auto state = reading.place ? rulebook_.places.StateOf(*reading.place) : std::nullopt;
      if (!state && reading.party) state = Principal(*reading.party);
      const Party* party = state ? rulebook_.parties.Find(*state) : nullptr;
      if (!party || party->kind != PartyKind::kState) continue;
      states.push_back(*state);
      break;
    }
    at += match.length - 1;
  }
  return states;
}

// How often each state is named, or a place in it; once more for each time in the title.
const std::map<PartyId, std::size_t>& SourceResolver::Stakes() {
  if (stakes_) return *stakes_;
  stakes_.emplace();
  for (const PartyId& state : StatesIn(document_.title.value_or(""), false)) (*stakes_)[state] += 2;
  std::uint32_t last = ~0u;  // one place in the text may have several readings
  for (const Name& name : text_.layer.names) {
    if (name.first_token == last) continue;
    std::optional<PartyId> state;
    if (name.party) state = Principal(*name.party);
    if (name.kind == NameKind::kPlace) state = OfPlace({name.first_token, name.end_token});
    const Party* party = state ? rulebook_.parties.Find(*state) : nullptr;
    if (!party || party->kind != PartyKind::kState) continue;
    ++(*stakes_)[*state];
    last = name.first_token;
  }
  return *stakes_;
}

// It is named so seldom beside another state that the text is not about it: where a blast was
// heard, where a report was written.
bool SourceResolver::Bystander(const PartyId& state) {
  constexpr std::size_t kSeldom = 3;  // times less often than the state named most
  const auto& stakes = Stakes();
  const auto own = stakes.find(Principal(state));
  std::size_t most = 0;
  for (const auto& [other, times] : stakes) most = std::max(most, times);
  return own != stakes.end() && own->second * kSeldom <= most;
}

// The state of most places that the text names; the first one named of two.
std::optional<PartyId> SourceResolver::MostPlaces() const {
  std::map<PartyId, std::size_t> votes;
  std::optional<PartyId> most;
  const auto& names = text_.layer.names;
  for (const PartyId& state : StatesIn(document_.title.value_or(""), false)) {
    if (++votes[state] > (most ? votes[*most] : 0)) most = state;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto owner = OfPlace({names[i].first_token, names[i].end_token});
    if (names[i].kind != NameKind::kPlace || !owner || SpeaksHere(names[i])) continue;
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
  const std::vector<PartyId> states = StatesIn(document_.source.value_or(""), true);
  if (!states.empty()) return states.front();
  return UnlistedHome(unlisted);
}

// The one state that the text names, be it but once.
std::optional<PartyId> SourceResolver::OnlyState() const {
  std::optional<PartyId> only;
  for (const Name& name : text_.layer.names) {
    if (!name.party || !rulebook_.parties.TakesSides(*name.party)) continue;
    const PartyId party = Principal(*name.party);
    const Party* known = rulebook_.parties.Find(party);
    if (!known || known->kind != PartyKind::kState) continue;
    if (only && *only != party) return std::nullopt;
    only = party;
  }
  return only;
}

}  // namespace counterclaim
