#include "names/homonyms.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "rulebook/cities.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLarge = 100000;  // people of a town that is known abroad
constexpr std::uint32_t kDateline = 6;    // tokens
constexpr std::size_t kNamed = 2;         // times that a text names the state it is about

class Homonyms {
 public:
  Homonyms(std::string_view text, const Rulebook& rulebook, TextLayer* layer)
      : text_(text), rulebook_(rulebook), layer_(*layer) {}

  void Settle() {
    const bool any = std::any_of(layer_.names.begin(), layer_.names.end(),
                                 [&](const Name& name) { return IsProvince(name); });
    if (!any) return;
    for (const Name& name : layer_.names) {
      if (const auto state = StateOf(name)) named_[*state][std::string(Words(name))] += 1;
    }
    const auto home = HomeState();
    if (!home) return;
    std::vector<Name> kept;
    kept.reserve(layer_.names.size());
    for (Name& name : layer_.names) {
      if (!Strange(name, *home)) {
        kept.push_back(std::move(name));
        continue;
      }
      const std::vector<City> cities = FindCities(CityKey(Words(name)));
      if (const City* town = In(cities, *home)) {
        MoveTo(*town, &name);
        kept.push_back(std::move(name));
      } else if (const City* own = In(cities, *StateOf(name)); own && own->people >= kLarge) {
        kept.push_back(std::move(name));
      }
    }
    layer_.names = std::move(kept);
  }

 private:
  std::string_view Words(const Name& name) const {
    return text_.substr(name.span.begin, name.span.size());
  }

  bool IsState(const PartyId& party) const {
    const Party* known = rulebook_.parties.Find(party);
    return known && known->kind == PartyKind::kState;
  }

  std::optional<PartyId> StateOf(const Name& name) const {
    if (name.place) return rulebook_.places.StateOf(*name.place);
    if (!name.party) return std::nullopt;
    const PartyId party = Principal(*name.party);
    return IsState(party) ? std::optional(party) : std::nullopt;
  }

  // Of ISO's table alone, by the very name that it has.
  bool IsProvince(const Name& name) const {
    if (name.kind != NameKind::kPlace || !name.place || name.town) return false;
    const auto entry = rulebook_.places.entries.find(*name.place);
    return entry != rulebook_.places.entries.end() && entry->second.province == name.place &&
           !entry->second.listed && entry->second.IsCalled(Words(name));
  }

  std::optional<PartyId> HomeState() const {
    for (const Name& name : layer_.names) {
      if (name.first_token >= kDateline) break;
      if (layer_.tokens[name.first_token].all_capitals && !IsProvince(name)) {
        if (auto state = StateOf(name)) return state;
      }
    }
    std::optional<PartyId> most;
    std::size_t best = 0;
    for (const auto& [state, names] : named_) {
      std::size_t times = 0;
      for (const auto& [words, count] : names) times += count;
      if (times > best) best = times, most = state;
    }
    return best >= kNamed ? most : std::nullopt;
  }

  bool Strange(const Name& name, const PartyId& home) const {
    if (!IsProvince(name)) return false;
    const auto state = StateOf(name);
    return state && *state != home && named_.at(*state).size() == 1;
  }

  const City* In(const std::vector<City>& cities, const PartyId& state) const {
    const auto at = std::find_if(cities.begin(), cities.end(), [&](const City& city) {
      return rulebook_.places.StateOf(PlaceId(std::string(city.country))) == state;
    });
    return at == cities.end() ? nullptr : &*at;
  }

  void MoveTo(const City& town, Name* name) const {
    name->place = PlaceId(std::string(town.province.empty() ? town.country : town.province));
    if (!rulebook_.places.entries.contains(*name->place))
      name->place = PlaceId(std::string(town.country));
    name->town = true;
  }

  std::string_view text_;
  const Rulebook& rulebook_;
  TextLayer& layer_;
  std::map<PartyId, std::map<std::string, std::size_t>> named_;  // by what words, how often
};

}  // namespace

void SettleHomonyms(std::string_view text, const Rulebook& rulebook, TextLayer* layer) {
  Homonyms(text, rulebook, layer).Settle();
}

}  // namespace counterclaim
