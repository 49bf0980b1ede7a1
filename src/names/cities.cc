#include "names/cities.h"

#include <algorithm>
#include <optional>
#include <set>

#include "rulebook/cities.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongest = 4;      // words of a name
constexpr std::uint32_t kMostTokens = 10;  // of them, with hyphens and small words
constexpr std::uint32_t kGreat = 1000000;  // people
constexpr std::uint32_t kLarger = 5;       // times the people of the next of that name
constexpr std::size_t kMost = 256;         // names in one text

class CityFinder {
 public:
  CityFinder(std::string_view text, const Rulebook& rulebook, const Language& language,
             TextLayer* layer)
      : text_(text),
        places_(rulebook.places),
        before_(language.party_names.towns_after),
        offices_(language.party_names.organs),
        layer_(layer),
        tokens_(layer->tokens) {}

  void Run() {
    for (const Paragraph& paragraph : layer_->paragraphs) {
      for (std::uint32_t s = paragraph.first_sentence; s < paragraph.end_sentence; ++s) {
        const Sentence& sentence = layer_->sentences[s];
        for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
          if (!Opens(at)) continue;
          const bool heads = at == sentence.first_token && s == paragraph.first_sentence &&
                             tokens_[at].all_capitals;
          const bool led = at > sentence.first_token && before_.contains(tokens_[at - 1].word);
          if (heads || led || WithOffice(at, sentence.end_token))
            AddAt(at, sentence.end_token, heads);
          if (found_.size() >= kMost) return Merge();
        }
      }
    }
    Merge();
  }

 private:
  bool Opens(std::uint32_t at) const {
    return tokens_[at].kind == TokenKind::kWord && tokens_[at].capital;
  }
  // "Koblenz police", "the Marseille prosecutor"
  bool WithOffice(std::uint32_t at, std::uint32_t limit) const {
    return at + 1 < limit && tokens_[at].word == kUnknownWord && tokens_[at + 1].space_before &&
           !tokens_[at + 1].capital && offices_.Longest(tokens_, at + 1, limit).length > 0;
  }
  bool Named(std::uint32_t first, std::uint32_t end) const {
    const auto name = std::lower_bound(
        layer_->names.begin(), layer_->names.end(), first,
        [](const Name& each, std::uint32_t token) { return each.end_token <= token; });
    return name != layer_->names.end() && name->first_token < end;
  }

  // The longest name of the table that begins here, with a capital.
  void AddAt(std::uint32_t first, std::uint32_t limit, bool heads) {
    std::uint32_t words = 0;
    bool unknown = false;
    std::optional<std::uint32_t> best;
    std::vector<City> cities;
    key_.clear();
    std::uint32_t keyed = tokens_[first].span.begin;  // byte up to which `key_` goes
    bool ascii = true;
    for (std::uint32_t at = first; at < limit && at < first + kMostTokens && words < kLongest;
         ++at) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::kWord) {
        ++words;
        unknown = unknown || token.word == kUnknownWord;
      } else if (token.space_before || at + 1 >= limit || tokens_[at + 1].space_before) {
        break;
      }
      if (!Opens(at) || (heads && !token.all_capitals) || (!unknown && Named(first, at + 1)))
        continue;
      const std::string_view more = text_.substr(keyed, token.span.end - keyed);
      const std::size_t begin = tokens_[first].span.begin;
      keyed = token.span.end;
      ascii = ascii && std::all_of(more.begin(), more.end(),
                                   [](char c) { return static_cast<signed char>(c) >= 0; });
      if (ascii) ExtendCityKey(more, &key_);
      auto of = FindCities(ascii ? key_ : CityKey(text_.substr(begin, keyed - begin)));
      // Words that the rules know are towns only where everybody knows the town.
      const bool great =
          std::any_of(of.begin(), of.end(), [](const City& city) { return city.people >= kGreat; });
      if (!of.empty() && (unknown || great)) best = at + 1, cities = std::move(of);
    }
    // "in Khalil Haqqani's camp": a longer name is no town.
    if (!best || Named(first, *best) || (*best < limit && Opens(*best) && !heads)) return;
    const City* city = Choose(cities);
    if (!city) return;
    Name name;
    name.span = {tokens_[first].span.begin, tokens_[*best - 1].span.end};
    name.first_token = first;
    name.end_token = *best;
    name.kind = NameKind::kPlace;
    name.place = PlaceId(std::string(city->province.empty() ? city->country : city->province));
    if (!places_.entries.contains(*name.place)) name.place = PlaceId(std::string(city->country));
    name.town = true;
    found_.push_back(std::move(name));
  }

  const City* Choose(const std::vector<City>& cities) {
    if (!states_) ReadStates();
    const City *named = nullptr, *largest = nullptr, *next = nullptr;
    bool several = false;
    for (const City& city : cities) {
      const auto state = places_.StateOf(PlaceId(std::string(city.country)));
      if (state && states_->contains(*state)) {
        several = named != nullptr;
        named = &city;
      }
      if (!largest || city.people > largest->people)
        next = largest, largest = &city;
      else if (!next || city.people > next->people)
        next = &city;
    }
    // "a house in Coventry" of a text about the United States
    if (named && !several && largest->people < kLarger * named->people) return named;
    if (cities.size() == 1) return largest;
    return (!named || named == largest) && next && largest->people >= kLarger * next->people
               ? largest
               : nullptr;
  }

  void ReadStates() {
    states_.emplace();
    for (const Name& name : layer_->names) {
      if (name.party) states_->insert(Principal(*name.party));
      if (!name.place) continue;
      if (const auto state = places_.StateOf(*name.place)) states_->insert(*state);
    }
  }

  void Merge() {
    if (found_.empty()) return;
    std::move(found_.begin(), found_.end(), std::back_inserter(layer_->names));
    std::stable_sort(layer_->names.begin(), layer_->names.end(),
                     [](const Name& a, const Name& b) { return a.first_token < b.first_token; });
  }

  std::string_view text_;
  const PlaceTable& places_;
  const WordSet& before_;
  const PhraseTable& offices_;
  TextLayer* layer_;
  const std::vector<Token>& tokens_;
  std::optional<std::set<PartyId>> states_;  // that the text names
  std::vector<Name> found_;
  std::string key_;
};

}  // namespace

void FindCityNames(std::string_view text, const Rulebook& rulebook, const Language& language,
                   TextLayer* layer) {
  CityFinder(text, rulebook, language, layer).Run();
}

}  // namespace counterclaim
