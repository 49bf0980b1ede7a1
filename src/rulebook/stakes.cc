#include "rulebook/stakes.h"

#include <algorithm>

#include "rulebook/vocabulary.h"

namespace counterclaim {

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

std::vector<PartyId> StatesIn(const std::string& words, bool provinces, const Language& language,
                              const Rulebook& rulebook) {
  std::vector<PartyId> states;
  const std::vector<Token> tokens = TokensOf(words, language);
  const PartyNames& known = language.party_names;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = 0; at < size; ++at) {
    const auto match = known.phrases.Longest(tokens, at, size);
    if (match.length == 0 || (match.length == 1 && known.ordinary.contains(tokens[at].word)))
      continue;
    for (const std::uint32_t value : *match.values) {
      const PartyNames::Reading& reading = known.readings[value];
      if (reading.place && !provinces && reading.place->text.size() > 2) continue;
      auto state = reading.place ? rulebook.places.StateOf(*reading.place) : std::nullopt;
      if (!state && reading.party) state = Principal(*reading.party);
      const Party* party = state ? rulebook.parties.Find(*state) : nullptr;
      if (!party || party->kind != PartyKind::kState) continue;
      states.push_back(*state);
      break;
    }
    at += match.length - 1;
  }
  return states;
}

Stakes::Stakes(const Document& document, const TextLayer& layer, const Rulebook& rulebook,
               const Language& language) {
  const auto state_of = [&](const Name& name) -> std::optional<PartyId> {
    if (name.kind == NameKind::kPlace)
      return name.place ? rulebook.places.StateOf(*name.place) : std::nullopt;
    return name.party ? std::optional(Principal(*name.party)) : std::nullopt;
  };
  for (const PartyId& state : StatesIn(document.title.value_or(""), false, language, rulebook))
    times_[state] += 2;
  std::uint32_t last = ~0u;  // one place in the text may have several readings
  for (const Name& name : layer.names) {
    if (name.first_token == last) continue;
    const auto state = state_of(name);
    const Party* party = state ? rulebook.parties.Find(*state) : nullptr;
    if (!party || party->kind != PartyKind::kState) continue;
    ++times_[*state];
    last = name.first_token;
  }
  for (const auto& [state, times] : times_) most_ = std::max(most_, times);
}

bool Stakes::Bystander(const PartyId& state) const {
  constexpr std::size_t kSeldom = 3;  // times less often than the state named most
  const auto own = times_.find(Principal(state));
  return own != times_.end() && own->second * kSeldom <= most_;
}

bool Stakes::Only(const PartyId& state) const {
  return times_.size() == 1 && times_.begin()->first == state;
}

std::optional<PartyId> Stakes::Main() const {
  std::optional<PartyId> main;
  for (const auto& [state, times] : times_) {
    if (times == most_) main = state;
  }
  for (const auto& [state, times] : times_) {
    if (state != *main && times * 2 > most_) return std::nullopt;
  }
  return most_ > 1 ? main : std::nullopt;
}

}  // namespace counterclaim
