#include "anchor/place_finder.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "anchor/tellers.h"
#include "anchor/towns.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLead = 6;   // tokens between a preposition and its place
constexpr std::uint32_t kChain = 4;  // "X, Khost": tokens from one place to the next
constexpr std::uint32_t kLongestTown = 4;
constexpr std::uint32_t kDateline = 6;
constexpr std::uint32_t kMostOf = 4;     // tokens from "most of them" to a place
constexpr std::uint32_t kKindReach = 3;  // tokens between a country and the kind of its place

class Finder {
 public:
  Finder(std::string_view text, const TextLayer& layer, const Attributions& attributions,
         const CueMasks& cues, const Rulebook& rulebook, const Mentions& mentions,
         const Stakes& stakes)
      : text_(text),
        layer_(layer),
        cues_(cues),
        rulebook_(rulebook),
        tellers_(text, layer, attributions, mentions),
        stakes_(stakes) {}

  std::vector<Spot> Find() {
    std::vector<std::pair<std::size_t, std::size_t>> told;  // spot and its name
    for (std::size_t i = 0; i < layer_.names.size(); ++i) {
      const Name& name = layer_.names[i];
      if (name.kind == NameKind::kAdjective || name.kind == NameKind::kParty) AddDescribed(i);
      if (name.kind != NameKind::kPlace || !name.place || SeatOf(name)) continue;
      if (!spots_.empty() && spots_.back().first == name.first_token) {
        Choose(name);
        continue;
      }
      const std::uint32_t sentence = SentenceAt(layer_, name.span.begin);
      if (sentence >= layer_.sentences.size()) continue;
      if (IsDateline(name, sentence)) {
        AddTown(name, sentence);
        // "BRAZIL. Police in Rio ...": a heading; reporters sit in towns.
        if (name.place->text.size() == 2 && Heads(name, sentence)) continue;
        if (const auto state = rulebook_.places.StateOf(*name.place);
            !dateline_ && !(state && stakes_.Bystander(*state)))
          dateline_ = spots_.back().place;
        spots_.pop_back();
        continue;
      }
      if (JoinBefore(name)) continue;
      const bool names = NamesEvent(name, sentence);
      const bool placed = IsPlaced(name.first_token, layer_.sentences[sentence].first_token) ||
                          ToldBehind(name, sentence) || Struck(name, sentence);
      if (!(placed || names) || tellers_.Tells(name, sentence)) continue;
      AddTown(name, sentence);
      spots_.back().names_event = names;
      told.emplace_back(spots_.size() - 1, i);
    }
    for (const auto& [spot, name] : told) Widen(name, &spots_[spot].place);
    if (!described_.empty()) AddAgain();
    return std::move(spots_);
  }
  // Where the reporter sits: "the city" of a text that has named no other.
  const std::optional<Place>& dateline() const { return dateline_; }

 private:
  const Token& At(std::uint32_t token) const { return layer_.tokens[token]; }
  char FirstByte(std::uint32_t token) const { return text_[At(token).span.begin]; }

  // "ISLAMABAD, Oct 18 -": where the reporter sits.
  bool IsDateline(const Name& name, std::uint32_t sentence) const {
    const Paragraph& paragraph = layer_.paragraphs[layer_.sentences[sentence].paragraph];
    return At(name.first_token).all_capitals &&
           name.first_token < layer_.sentences[paragraph.first_sentence].first_token + kDateline;
  }

  // It opens its paragraph, and a mark follows.
  bool Heads(const Name& name, std::uint32_t sentence) const {
    const Sentence& words = layer_.sentences[sentence];
    const std::uint32_t first =
        layer_.sentences[layer_.paragraphs[words.paragraph].first_sentence].first_token;
    const bool ends = name.end_token >= words.end_token;
    return name.first_token == first &&
           (ends || FirstByte(name.end_token) == ':' || FirstByte(name.end_token) == '.');
  }

  // "the Britain-based monitor": where somebody sits.
  bool SeatOf(const Name& name) const {
    return name.end_token + 1 < layer_.tokens.size() && FirstByte(name.end_token) == '-' &&
           HasCue(cues_[name.end_token + 1], AnchorCue::kSeat);
  }

  // "it said at Bagram": where somebody speaks.
  bool Says(std::uint32_t at) const {
    return (At(at).bits & kScanCue) && HasCue(cues_[at], AnchorCue::kStatement);
  }

  // "supplies to the besieged town of Djibo": where somebody was bound.
  bool Bound(std::uint32_t kind, std::uint32_t begin) const {
    for (std::uint32_t i = kind; i > begin && kind - i < kMostOf;)
      if (HasCue(cues_[--i], AnchorCue::kTowards)) return true;
    return false;
  }

  // A preposition of place before it, with nothing but words between.
  bool IsPlaced(std::uint32_t first, std::uint32_t begin) const {
    for (std::uint32_t i = first; i > begin && first - i < kLead;) {
      --i;
      // "talks in Doha", "agreed in Cairo", "based in London": nothing happened there.
      if (HasCue(cues_[i], AnchorCue::kPlaceBefore)) {
        return i == begin ||
               !(PartBefore(i, begin) || HasCue(cues_[i - 1], AnchorCue::kSeat) || Says(i - 1));
      }
      // "For Bavaria the ministry gives 43 deaths"
      if (i == begin && i + 1 == first && HasCue(cues_[i], AnchorCue::kPlaceOpens)) return true;
      // "fighting for the town of Kobani"
      if (i + 1 == first && i > begin && HasCue(cues_[i], AnchorCue::kNameLead) &&
          HasCue(cues_[i - 1], AnchorCue::kPlaceKind))
        return !Bound(i - 1, begin);
      if (At(i).kind == TokenKind::kPunctuation && FirstByte(i) != '-') return false;
      if (HasCue(cues_[i], AnchorCue::kNotPlace)) return false;  // "in the war with Iran"
    }
    return false;
  }

  // "fired rockets into Idlib province, where rescuers recorded nine deaths"
  bool ToldBehind(const Name& name, std::uint32_t sentence) const {
    constexpr std::uint32_t kNear = 3;  // tokens: the kind of place, a comma
    const std::uint32_t end =
        std::min(layer_.sentences[sentence].end_token, name.end_token + kNear);
    for (std::uint32_t at = name.end_token; at < end; ++at) {
      if (HasCue(cues_[at], AnchorCue::kWhere)) return true;
      if (!HasCue(cues_[at], AnchorCue::kPlaceKind) && FirstByte(at) != ',') return false;
    }
    return false;
  }

  // "Kharkiv, 250 kilometres to the north-west, was shelled": it opens its sentence.
  bool Struck(const Name& name, std::uint32_t sentence) const {
    constexpr std::uint32_t kOpening = 2, kNear = 12;  // tokens
    const Sentence& words = layer_.sentences[sentence];
    if (name.first_token > words.first_token + kOpening) return false;
    for (std::uint32_t at = name.end_token; at < std::min(words.end_token, name.end_token + kNear);
         ++at) {
      const bool aside = at > name.end_token || FirstByte(at) == ',';
      if (HasCue(cues_[at], AnchorCue::kStruck)) return true;
      if (!aside) return false;
      const auto verb = std::lower_bound(
          layer_.verb_groups.begin(), layer_.verb_groups.end(), at,
          [](const VerbGroup& v, std::uint32_t token) { return v.end_token <= token; });
      if (verb != layer_.verb_groups.end() && verb->first_token <= at && verb->finite) return false;
    }
    return false;
  }

  // "most of them in Sagaing"
  bool PartBefore(std::uint32_t at, std::uint32_t begin) const {
    for (std::uint32_t i = at; i > begin && at - i < kMostOf;) {
      if (HasCue(cues_[--i], AnchorCue::kMostOf)) return true;
    }
    return false;
  }

  // "the Axum killings"
  bool NamesEvent(const Name& name, std::uint32_t sentence) const {
    const Sentence& words = layer_.sentences[sentence];
    if (name.first_token <= words.first_token) return false;
    const std::uint32_t before = name.first_token - 1;
    // "the siege of Marawi"
    if (before > words.first_token && HasCue(cues_[before], AnchorCue::kNameLead))
      return HasCue(cues_[before - 1], AnchorCue::kHappening);
    // "Tuesday's air strike at Togoga"
    if (before > words.first_token && HasCue(cues_[before], AnchorCue::kPlaceBefore) &&
        HasCue(cues_[before - 1], AnchorCue::kHappening))
      return true;
    return name.end_token < words.end_token && HasCue(cues_[before], AnchorCue::kArticle) &&
           HasCue(cues_[name.end_token], AnchorCue::kHappening);
  }

  // One name, places of two countries: the one whose state the text names; of
  // neither where it names both or none.
  void Choose(const Name& name) {
    Place& place = spots_.back().place;
    if (!place.id || CodeOf(*place.id) == CodeOf(*name.place)) return;
    const bool now = StateNamed(*place.id), other = StateNamed(*name.place);
    if (now == other) place.id.reset();
    if (other && !now) place.id = name.place;
  }

  static std::string_view CodeOf(const PlaceId& place) {
    return std::string_view(place.text).substr(0, 2);
  }

  bool StateNamed(const PlaceId& place) {
    if (!named_) {
      named_.emplace();
      for (const Name& each : layer_.names)
        if (each.party) named_->insert(Principal(*each.party));
    }
    const auto state = rulebook_.places.StateOf(place);
    return state && named_->contains(*state);
  }

  // Nothing but commas and "and" between two names.
  bool Lists(std::uint32_t from, std::uint32_t to, bool* joined = nullptr) const {
    bool any = false;
    for (std::uint32_t i = from; i < to; ++i) {
      const bool joins = HasCue(cues_[i], AnchorCue::kListed);
      if (!joins && FirstByte(i) != ',') return false;
      any = any || joins;
    }
    if (joined) *joined = *joined || any;
    return joined || any;
  }

  // "in Punjab and Kashmir", "in Homs and Beirut": in no country alone.
  void Widen(std::size_t index, Place* place) const {
    bool joined = false, one = place->id.has_value();
    std::uint32_t end = layer_.names[index].end_token;
    for (std::size_t i = index + 1; i < layer_.names.size() && !joined; ++i) {
      const Name& next = layer_.names[i];
      if (next.first_token < end) continue;
      if (next.first_token - end > kChain) break;
      if (next.kind != NameKind::kPlace || !next.place) continue;
      if (!Lists(end, next.first_token, &joined)) break;
      end = next.end_token;
      one = one && CodeOf(*place->id) == CodeOf(*next.place);
    }
    if (!joined || one) return;
    place->id.reset();
    place->town.reset();
  }

  // "in Spin Boldak, Kandahar": the wider place says where the narrower lies.
  bool JoinBefore(const Name& name) {
    if (spots_.empty() || name.first_token < spots_.back().end ||
        name.first_token - spots_.back().end > kChain)
      return false;
    if (Lists(spots_.back().end, name.first_token)) return true;
    Place& narrow = spots_.back().place;
    if (!narrow.id) {
      narrow.id = name.place;
      return true;
    }
    return rulebook_.places.Within(*narrow.id, *name.place);
  }

  std::string Kebab(Span span) const { return TownKey(text_.substr(span.begin, span.size())); }

  // "the Libyan city of Derna", "Syria's province of X": a town that the table
  // need not know, with its country.
  void AddDescribed(std::size_t index) {
    const Name& name = layer_.names[index];
    if (!name.party) return;
    const std::uint32_t sentence = SentenceAt(layer_, name.span.begin);
    if (sentence >= layer_.sentences.size()) return;
    const Sentence& words = layer_.sentences[sentence];
    std::uint32_t at = name.end_token;
    const std::uint32_t limit = std::min(words.end_token, at + kKindReach);
    while (at < limit && !HasCue(cues_[at], AnchorCue::kPlaceKind)) ++at;
    if (at + 2 >= words.end_token || at >= limit || !HasCue(cues_[at + 1], AnchorCue::kNameLead))
      return;
    const std::uint32_t first = at + 2;
    std::uint32_t end = first;
    while (end < words.end_token && end - first < kLongestTown && At(end).capital &&
           At(end).kind == TokenKind::kWord)
      ++end;
    const auto next = std::lower_bound(
        layer_.names.begin() + static_cast<std::ptrdiff_t>(index), layer_.names.end(), first,
        [](const Name& each, std::uint32_t token) { return each.first_token < token; });
    const bool known =
        next != layer_.names.end() && next->first_token == first && next->kind == NameKind::kPlace;
    if (end == first || known || !IsPlaced(name.first_token, words.first_token)) return;
    const auto country = CountryOf(Principal(*name.party));
    if (!country) return;
    const Span town{At(first).span.begin, At(end - 1).span.end};
    const Place place{std::string(text_.substr(town.begin, town.size())), country, Kebab(town),
                      town};
    described_.emplace(*place.town, place);
    spots_.push_back({place, first, end, sentence});
  }

  std::optional<PlaceId> CountryOf(const PartyId& state) const {
    const auto& codes = rulebook_.places.alpha3;
    const auto code = std::find_if(codes.begin(), codes.end(),
                                   [&](const auto& each) { return each.second == state.text; });
    return code == codes.end() ? std::nullopt : std::optional(PlaceId(code->first));
  }

  // Towns once described, where they are named again.
  void AddAgain() {
    for (std::uint32_t s = 0; s < layer_.sentences.size(); ++s) {
      const Sentence& words = layer_.sentences[s];
      for (std::uint32_t i = words.first_token + 1; i < words.end_token; ++i) {
        if (!At(i).capital || At(i).word != kUnknownWord) continue;
        const auto known = described_.find(Kebab(At(i).span));
        if (known == described_.end() || !IsPlaced(i, words.first_token)) continue;
        Place place = known->second;
        place.span = At(i).span;
        spots_.push_back({std::move(place), i, i + 1, s});
      }
    }
    std::stable_sort(spots_.begin(), spots_.end(),
                     [](const Spot& a, const Spot& b) { return a.first < b.first; });
  }

  // "Burma": another name of the country, no town of it.
  bool IsState(const Name& name) const {
    return NamedAt(layer_, name.first_token, NameKind::kParty);
  }

  // A name other than that of its entry is a town inside it. A capitalised word
  // before it and a comma is a town that the table does not have.
  void AddTown(const Name& name, std::uint32_t sentence) {
    Spot spot{{std::string(text_.substr(name.span.begin, name.span.size())), name.place,
               std::nullopt, name.span},
              name.first_token,
              name.end_token,
              sentence};
    const auto entry = rulebook_.places.entries.find(*name.place);
    const bool named = entry != rulebook_.places.entries.end() &&
                       Vocabulary::Fold(entry->second.name) == Vocabulary::Fold(*spot.place.text);
    if (name.town || (!named && (name.place->text.size() > 2 || !IsState(name))))
      spot.place.town = Kebab(name.span);
    const std::uint32_t begin = layer_.sentences[sentence].first_token;
    std::uint32_t at = name.first_token;
    if (at >= begin + 3 && FirstByte(at - 1) == ',' && At(at - 2).capital &&
        At(at - 2).word == kUnknownWord) {
      const std::uint32_t end = at - 1;
      at = end;
      while (at > begin && end - at < kLongestTown && At(at - 1).capital &&
             At(at - 1).kind == TokenKind::kWord)
        --at;
      if (at > begin && HasCue(cues_[at - 1], AnchorCue::kPlaceBefore)) {
        const Span town{At(at).span.begin, At(end - 1).span.end};
        spot = {{std::string(text_.substr(town.begin, town.size())), name.place, Kebab(town), town},
                at,
                end,
                sentence};
      }
    }
    spots_.push_back(std::move(spot));
  }

  std::string_view text_;
  const TextLayer& layer_;
  const CueMasks& cues_;
  const Rulebook& rulebook_;
  const Tellers tellers_;
  const Stakes& stakes_;
  std::vector<Spot> spots_;
  std::optional<Place> dateline_;
  std::map<std::string, Place> described_;  // by town
  std::optional<std::set<PartyId>> named_;  // principals that the text names
};

}  // namespace

FoundPlaces FindPlaces(std::string_view text, const TextLayer& layer,
                       const Attributions& attributions, const CueMasks& cues,
                       const Rulebook& rulebook, const Mentions& mentions, const Stakes& stakes) {
  Finder finder(text, layer, attributions, cues, rulebook, mentions, stakes);
  FoundPlaces found;
  found.spots = finder.Find();
  found.dateline = finder.dateline();
  return found;
}

}  // namespace counterclaim
