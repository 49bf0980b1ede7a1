#include "anchor/home.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace counterclaim {

namespace {

constexpr int kShare = 60;  // percent of the votes that a state needs
constexpr int kVotes = 2;

class Home {
 public:
  Home(const TextLayer& layer, const Attributions& attributions, const Rulebook& rulebook,
       const Language& language, const Stakes& stakes)
      : layer_(layer),
        attributions_(attributions),
        rulebook_(rulebook),
        stakes_(stakes),
        incidents_(rulebook.compare.IncidentsOf(language.tag)) {
    for (const Attribution& each : attributions.attributions) {
      if (each.source.span && !IsWitness(each.source)) sources_.push_back(*each.source.span);
      if (each.source.party && rulebook.parties.TakesSides(*each.source.party))
        speakers_.push_back(Principal(*each.source.party));
    }
    std::sort(sources_.begin(), sources_.end());
  }

  std::optional<PartyId> Find(const std::vector<Anchor>& anchors, const Mentions& mentions) {
    for (std::size_t i = 0; i < mentions.mentions.size(); ++i) {
      const Mention& mention = mentions.mentions[i];
      const Metric* metric = rulebook_.taxonomy.FindMetric(mention.metric);
      if (!metric || metric->kind != MetricKind::kPeople || mention.part_of) continue;
      // One vote a figure, where it happened before who was hit: those named by their nation
      // are often strangers.
      const auto& place = anchors[i].place;
      if (VoteFor(place ? place->id : std::nullopt) || VoteFor(PlaceOfWitness(mention))) continue;
      if (mention.object.party && Unarmed(mention)) Vote(Principal(*mention.object.party));
    }
    if (auto home = Winner()) return home;
    if (total_ < kVotes) {
      for (const Name& name : layer_.names) {
        if (name.place && !name.party && !IsSource(name.span) && !WrittenThere(name))
          VoteFor(name.place);
      }
    }
    if (auto home = Winner()) return home;
    if (total_ < kVotes) {
      for (const Name& name : layer_.names) {
        const bool state = name.party && rulebook_.parties.TakesSides(*name.party);
        if (state && !IsSource(name.span)) Vote(Principal(*name.party));
      }
    }
    if (auto home = Winner()) return home;
    for (const auto& party : speakers_) Vote(party);
    if (auto home = Winner()) return home;
    if (auto main = stakes_.Main()) return main;
    return OnlyState();
  }

 private:
  // The one state that the text names or that lies where it tells of, the date line apart; not one
  // named but once and late, in passing.
  std::optional<PartyId> OnlyState() const {
    constexpr std::uint32_t kEarly = 4;  // sentences
    std::optional<PartyId> only;
    std::size_t times = 0;
    bool early = false;
    for (const Name& name : layer_.names) {
      if (layer_.tokens[name.first_token].all_capitals) continue;
      std::optional<PartyId> state;
      if (name.place) state = rulebook_.places.StateOf(*name.place);
      if (!state && name.party) state = Principal(*name.party);
      const Party* party = state ? rulebook_.parties.Find(*state) : nullptr;
      if (!party || party->kind != PartyKind::kState) continue;
      if (only && *only != *state) return std::nullopt;
      only = state;
      ++times;
      early = early || layer_.sentences.size() <= kEarly ||
              name.first_token < layer_.sentences[kEarly].first_token;
    }
    return times > 1 || early ? only : std::nullopt;
  }

  // "A surgeon at the hospital in Khost": he is where those whom he counts are.
  bool IsWitness(const Source& source) const {
    return incidents_ && !source.party && source.text && incidents_->IsWitness(*source.text);
  }

  std::optional<PlaceId> PlaceOfWitness(const Mention& mention) const {
    const auto governing = Governing(attributions_, mention.quantity.number);
    if (!governing) return std::nullopt;
    const Source& source = attributions_.attributions[*governing].source;
    if (!source.span || !IsWitness(source)) return std::nullopt;
    const Span span = *source.span;
    auto name =
        std::partition_point(layer_.names.begin(), layer_.names.end(),
                             [span](const Name& each) { return each.span.end <= span.begin; });
    for (; name != layer_.names.end() && name->span.begin < span.end; ++name)
      if (name->place) return name->place;
    return std::nullopt;
  }

  bool Unarmed(const Mention& mention) const {
    return !rulebook_.taxonomy.Fights(mention.object.category);
  }

  void Vote(const PartyId& party) { ++votes_[party], ++total_; }
  bool VoteFor(const std::optional<PlaceId>& place) {
    const auto state = place ? rulebook_.places.StateOf(*place) : std::nullopt;
    if (state) Vote(*state);
    return state.has_value();
  }

  // "DAKAR" of a text about Mali
  bool WrittenThere(const Name& name) const {
    const auto state = rulebook_.places.StateOf(*name.place);
    return state && stakes_.Bystander(*state);
  }

  // Capitals that stand for governments and states that speak are no places.
  bool IsSource(Span span) const {
    const auto after = std::upper_bound(sources_.begin(), sources_.end(), span);
    return (after != sources_.begin() && std::prev(after)->Overlaps(span)) ||
           (after != sources_.end() && after->Overlaps(span));
  }

  std::optional<PartyId> Winner() const {
    for (const auto& [party, count] : votes_) {
      const Party* found = rulebook_.parties.Find(party);
      if (!found || found->kind != PartyKind::kState) continue;
      if (count >= kVotes && count * 100 >= total_ * kShare) return party;
    }
    return std::nullopt;
  }

  const TextLayer& layer_;
  const Attributions& attributions_;
  const Rulebook& rulebook_;
  const Stakes& stakes_;
  const IncidentWords* incidents_;  // null: the language has none
  std::vector<Span> sources_;       // words that name a source, in order
  std::vector<PartyId> speakers_;   // sides that are sources
  std::map<PartyId, int> votes_;
  int total_ = 0;
};

}  // namespace

std::optional<PartyId> HomeState(const TextLayer& layer, const Attributions& attributions,
                                 const std::vector<Anchor>& anchors, const Mentions& mentions,
                                 const Rulebook& rulebook, const Language& language,
                                 const Stakes& stakes) {
  return Home(layer, attributions, rulebook, language, stakes).Find(anchors, mentions);
}

}  // namespace counterclaim
