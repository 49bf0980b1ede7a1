#include "anchor/victims.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

namespace counterclaim {

namespace {

constexpr int kShare = 60;  // percent of the votes that a state needs
constexpr int kVotes = 2;
constexpr std::string_view kLaunched =
    ".launched";  // end of a metric: the things are the actor's own

class Victims {
 public:
  Victims(const TextLayer& layer, const Attributions& attributions,
          const std::vector<Anchor>& anchors, const Rulebook& rulebook, Mentions* mentions)
      : layer_(layer), anchors_(anchors), rulebook_(rulebook), all_(mentions->mentions) {
    for (const Attribution& each : attributions.attributions) {
      if (each.source.span) sources_.push_back(*each.source.span);
    }
    std::sort(sources_.begin(), sources_.end());
  }

  void Find() {
    const auto home = Home();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!all_[i].object.party) Continue(i);
      if (!all_[i].object.party) Launched(i);
      if (!all_[i].object.party && Unarmed(all_[i]) && !HasWhole(i)) Place(i, home);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (HasWhole(i) && !all_[i].object.party) FromWhole(i);
      if (!all_[i].object.party && Unarmed(all_[i])) Place(i, home);
    }
  }

 private:
  bool HasWhole(std::size_t index) const {
    const auto whole = all_[index].part_of;
    return whole && *whole < all_.size() && *whole != index;
  }

  bool Unarmed(const Mention& mention) const {
    const Metric* metric = rulebook_.taxonomy.FindMetric(mention.metric);
    if (!metric || metric->kind != MetricKind::kPeople) return false;
    const auto& category = mention.object.category;
    return !category ||
           rulebook_.taxonomy.Subset(*category, CategoryId("combatant")) == SubsetStrength::kNone;
  }

  void Set(std::size_t index, const PartyId& party, const std::string& why) {
    all_[index].object.party = party;
    all_[index].object.resolved = true;
    all_[index].steps.push_back("victims: " + party.text + ", " + why);
  }

  void FromWhole(std::size_t index) {
    const auto& party = all_[*all_[index].part_of].object.party;
    if (party) Set(index, *party, "as the whole they are part of");
  }

  // "eight civilians dead, 35 injured": the noun is left out, the side with it.
  void Continue(std::size_t index) {
    if (index == 0 || !all_[index].object.span.empty()) return;
    const Mention& before = all_[index - 1];
    if (before.sentence != all_[index].sentence || !before.object.party) return;
    if (before.object.category != all_[index].object.category && all_[index].object.category)
      return;
    Set(index, *before.object.party, "as the figure before, whose noun it shares");
  }

  void Launched(std::size_t index) {
    const std::string& metric = all_[index].metric.text;
    const bool launched =
        metric.size() > kLaunched.size() &&
        std::string_view(metric).substr(metric.size() - kLaunched.size()) == kLaunched;
    if (!launched || !all_[index].actor || !all_[index].actor->party) return;
    Set(index, *all_[index].actor->party, "the party that launched them");
  }

  void Place(std::size_t index, const std::optional<PartyId>& home) {
    const auto& place = anchors_[index].place;
    if (place && place->id) {
      if (const auto state = rulebook_.places.StateOf(*place->id))
        return Set(index, *state, "the state of the place");
    }
    const auto& actor = all_[index].actor;
    if (home && !(actor && actor->party && Principal(*actor->party) == *home)) {
      Set(index, *home, "the state that the places and victims of the text belong to");
    }
  }

  bool IsSource(Span span) const {
    const auto after = std::upper_bound(sources_.begin(), sources_.end(), span);
    return (after != sources_.begin() && std::prev(after)->Overlaps(span)) ||
           (after != sources_.end() && after->Overlaps(span));
  }

  // Capitals that stand for governments and states that speak are no places.
  std::optional<PartyId> Home() const {
    std::map<PartyId, int> votes;
    int total = 0;
    const auto vote = [&](const PartyId& party) { ++votes[party], ++total; };
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Mention& mention = all_[i];
      if (mention.object.party && Unarmed(mention)) vote(Principal(*mention.object.party));
      const auto& place = anchors_[i].place;
      const auto state = place && place->id ? rulebook_.places.StateOf(*place->id) : std::nullopt;
      if (state) vote(*state);
    }
    if (total == 0) {
      for (const Name& name : layer_.names) {
        if (!name.place || name.party || IsSource(name.span)) continue;
        if (const auto state = rulebook_.places.StateOf(*name.place)) vote(*state);
      }
    }
    for (const auto& [party, count] : votes) {
      if (count >= kVotes && count * 100 >= total * kShare) return party;
    }
    return std::nullopt;
  }

  const TextLayer& layer_;
  const std::vector<Anchor>& anchors_;
  const Rulebook& rulebook_;
  std::vector<Mention>& all_;
  std::vector<Span> sources_;  // words that name a source, in order
};

}  // namespace

void FindVictims(const TextLayer& layer, const Attributions& attributions,
                 const std::vector<Anchor>& anchors, const Rulebook& rulebook, Mentions* mentions) {
  if (mentions->mentions.empty() || anchors.size() != mentions->mentions.size()) return;
  Victims(layer, attributions, anchors, rulebook, mentions).Find();
}

}  // namespace counterclaim
