#include "anchor/victims.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "anchor/home.h"
#include "anchor/loss_words.h"
#include "anchor/sides.h"

namespace counterclaim {

namespace {

constexpr char kOfHome[] = "the state that the places and victims of the text belong to";
constexpr std::size_t kLookedBack = 64;  // mentions before one that the same side launched
constexpr std::string_view kLaunched = ".launched", kLost = ".lost";  // the actor's own things

class Victims {
 public:
  Victims(const TextLayer& layer, const Attributions& attributions,
          const std::vector<Anchor>& anchors, const Rulebook& rulebook, const Language& language,
          const Stakes& stakes, Mentions* mentions)
      : layer_(layer),
        stakes_(stakes),
        attributions_(attributions),
        anchors_(anchors),
        rulebook_(rulebook),
        language_(language),
        mentions_(*mentions),
        all_(mentions->mentions),
        words_(layer, language, rulebook.parties) {}

  // "Operation Anvil, as it calls it, struck nine targets": of the side that tells it.
  void NameOperation(std::size_t index) {
    Mention& mention = all_[index];
    if (!mention.actor || mention.actor->party || mention.actor->span.empty() ||
        !words_.IsOperation(mention.actor->span))
      return;
    mention.actor->party = SpeakerOf(index).party;
  }

  void Find() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      NameOperation(i);
      if (!all_[i].object.party) BySentence(i, nullptr);
    }
    const Sides sides(layer_, mentions_, rulebook_);
    const auto home =
        HomeState(layer_, attributions_, anchors_, mentions_, rulebook_, language_, stakes_);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!all_[i].object.party) BySentence(i, &sides);
      if (!all_[i].object.party && !HasWhole(i) && !words_.OfBothSides(all_[i]))
        BySpeaker(i, sides, home);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (HasWhole(i) && !all_[i].object.party) FromWhole(i);
      if (!all_[i].object.party && !words_.OfBothSides(all_[i])) BySpeaker(i, sides, home);
    }
  }

 private:
  struct Speaker {
    SourceKind kind = SourceKind::kNarrator;
    std::optional<PartyId> party;   // one that takes sides
    std::optional<PartyId> counts;  // the state whose people it counts
    std::optional<PartyId> body;    // one that takes no side
  };

  bool HasWhole(std::size_t index) const {
    const auto whole = all_[index].part_of;
    return whole && *whole < all_.size() && *whole != index;
  }

  bool Rebel(const Mention& mention) const {
    return rulebook_.taxonomy.Rebel(mention.object.category);
  }

  Speaker SpeakerOf(std::size_t index) const {
    const auto governing = Governing(attributions_, all_[index].quantity.number);
    if (!governing) return {};
    const Source& source = attributions_.attributions[*governing].source;
    const bool known = source.kind == SourceKind::kParty ||
                       (source.party && rulebook_.parties.Find(Principal(*source.party)));
    const bool side = source.party && known && rulebook_.parties.TakesSides(*source.party);
    const Party* body = source.party ? rulebook_.parties.Find(*source.party) : nullptr;
    std::optional<PartyId> counts = body ? body->counts : std::nullopt;
    // A disaster agency takes no side, and counts the people of its state.
    const Party* state =
        source.party && !side ? rulebook_.parties.Find(Principal(*source.party)) : nullptr;
    if (!counts && state && state->kind == PartyKind::kState) counts = state->id;
    const bool neutral = state && state->kind == PartyKind::kThirdParty;
    return {source.kind, side ? source.party : std::nullopt, counts,
            neutral ? std::optional(state->id) : std::nullopt};
  }

  bool Set(std::size_t index, const std::optional<PartyId>& party, const std::string& why) {
    if (!party) return false;
    all_[index].object.party = Principal(*party);
    all_[index].object.resolved = true;
    all_[index].steps.push_back("victims: " + party->text + ", " + why);
    return true;
  }

  void FromWhole(std::size_t index) {
    Set(index, all_[*all_[index].part_of].object.party, "as the whole they are part of");
  }

  // What the words of the sentence tell. Enemies are known only once all
  // sentences were read: without `sides` they are left for later.
  void BySentence(std::size_t index, const Sides* sides) {
    const Mention& mention = all_[index];
    if (Continue(index) || Launched(index)) return;
    const Speaker told = SpeakerOf(index);
    const std::optional<PartyId>& speaker = told.party;
    const bool others = index > 0 && all_[index - 1].sentence == mention.sentence &&
                        Rebel(all_[index - 1]) && !Rebel(mention);
    // "The rebels lost 40 of their number": theirs are not the state's that tells it.
    const Party* teller = speaker ? rulebook_.parties.Find(Principal(*speaker)) : nullptr;
    const bool rebels = Rebel(mention) && teller && teller->kind == PartyKind::kState;
    LossWords::Owner owner = words_.OwnerOf(mention, PartyBefore(index), others, speaker);
    if (!speaker && !owner.party && told.body) {
      // "The UN has lost 36 of its staff": a body that takes no side has people of its own.
      const LossWords::Owner own = words_.OwnerOf(mention, PartyBefore(index), others, told.body);
      if (own.possessed && own.party == told.body) owner = own;
    }
    if (owner.party && !(rebels && owner.party == speaker)) {
      Set(index, owner.party, owner.why);
      auto& category = all_[index].object.category;
      const Category* known = category ? rulebook_.taxonomy.FindCategory(*category) : nullptr;
      if (owner.possessed && known && known->own_as) category = known->own_as;
    } else if (owner.enemy_of && sides) {
      Set(index, sides->EnemyOf(*owner.enemy_of, false), owner.why);
    }
  }

  // The side of the figure before in the same sentence.
  std::optional<PartyId> PartyBefore(std::size_t index) const {
    if (index == 0 || all_[index - 1].sentence != all_[index].sentence) return std::nullopt;
    // "Iran says 464 of its citizens died, and Mali says 305 of its citizens died"
    const auto here = Governing(attributions_, all_[index].quantity.number);
    if (here && here != Governing(attributions_, all_[index - 1].quantity.number))
      return std::nullopt;
    return all_[index - 1].object.party;
  }

  // One verb takes things of two kinds, or what was launched was shot down.
  bool Goes(const Mention& last, const Mention& mention) const {
    if (last.metric == mention.metric) return true;
    const std::string_view a = last.metric.text, b = mention.metric.text;
    const std::size_t p = a.find('.'), q = b.find('.');
    if (p == a.npos || q == b.npos) return false;
    return a.substr(p) == b.substr(q) ||
           (a.substr(0, p) == b.substr(0, q) && a.ends_with(kLaunched));
  }

  // "eight civilians dead, 35 injured": the noun is left out, the side with it;
  // "shot down five Indian drones and one jet": one verb.
  bool Continue(std::size_t index) {
    const auto before = PartyBefore(index);
    if (!before) return false;
    const Mention& last = all_[index - 1];
    const bool same_verb = !last.trigger.empty() && last.trigger == all_[index].trigger &&
                           Goes(last, all_[index]) && !HasWhole(index);
    if (!same_verb && !all_[index].object.span.empty()) return false;
    // "120 militants and 38 policemen were killed"
    if (Rebel(last) != Rebel(all_[index]) && last.object.category && all_[index].object.category)
      return false;
    if (!same_verb && last.object.category != all_[index].object.category &&
        all_[index].object.category)
      return false;
    return Set(index, before, "as the figure before, whose noun or verb it shares");
  }

  bool EndsIn(const Mention& mention, std::string_view state) const {
    return std::string_view(mention.metric.text).ends_with(state);
  }

  bool Launched(std::size_t index) {
    const Mention& mention = all_[index];
    return EndsIn(mention, kLaunched) && mention.actor &&
           Set(index, mention.actor->party, "the party that launched them");
  }

  // "Iran fired 15 missiles. Iraq counted 22 missiles.": those of whom the text has told.
  std::optional<PartyId> LauncherBefore(std::size_t index) const {
    const std::size_t from = index > kLookedBack ? index - kLookedBack : 0;
    for (std::size_t i = index; i > from; --i) {
      const Mention& mention = all_[i - 1];
      if (mention.metric == all_[index].metric && mention.actor && mention.object.party)
        return mention.object.party;
    }
    return std::nullopt;
  }

  bool InOwnSentence(const Place& place, const Mention& mention) const {
    return place.span && mention.sentence < layer_.sentences.size() &&
           layer_.sentences[mention.sentence].span.Contains(*place.span);
  }

  bool InOwnParagraph(const Place& place, const Mention& mention) const {
    if (!place.span || mention.sentence >= layer_.sentences.size()) return false;
    const Paragraph& around = layer_.paragraphs[layer_.sentences[mention.sentence].paragraph];
    return around.span.Contains(*place.span);
  }

  enum class Near : std::uint8_t { kSentence, kParagraph, kAnywhere };
  std::optional<PartyId> StateOfPlace(std::size_t index, Near near) const {
    const auto& place = anchors_[index].place;
    if (!place || !place->id) return std::nullopt;
    if (near == Near::kSentence && !InOwnSentence(*place, all_[index])) return std::nullopt;
    if (near == Near::kParagraph && !InOwnParagraph(*place, all_[index])) return std::nullopt;
    return rulebook_.places.StateOf(*place->id);
  }

  std::optional<PartyId> RuledBy(const PartyId& group) const {
    const Party* known = rulebook_.parties.Find(Principal(group));
    const bool rules = known && known->kind == PartyKind::kGroup;
    return rules ? rulebook_.places.StateRuledBy(group) : std::nullopt;
  }

  bool ActedBy(const Mention& mention, const PartyId& party) const {
    return mention.actor && mention.actor->party &&
           rulebook_.parties.SameSide(*mention.actor->party, party);
  }

  // An embassy sits elsewhere.
  bool Abroad(const PartyId& party) const {
    const auto& organs = language_.party_names.organ_list;
    const auto slash = party.text.find('/');
    return slash != std::string::npos &&
           std::any_of(organs.begin(), organs.end(), [&](const PartyNames::Organ& organ) {
             return organ.elsewhere &&
                    party.text.compare(slash + 1, party.text.npos, organ.id) == 0;
           });
  }

  void BySpeaker(std::size_t index, const Sides& sides, const std::optional<PartyId>& home) {
    const Mention& mention = all_[index];
    const Metric* metric = rulebook_.taxonomy.FindMetric(mention.metric);
    if (!metric) return;
    if (metric->kind == MetricKind::kThings || metric->fixed) return Thing(index, sides, home);
    if (metric->kind != MetricKind::kPeople) return;
    rulebook_.taxonomy.Armed(mention.object.category) ? Fighters(index, sides, home)
                                                      : Unarmed(index, sides, home);
  }

  void Fighters(std::size_t index, const Sides& sides, const std::optional<PartyId>& home) {
    const Mention& mention = all_[index];
    const bool militant = Rebel(mention);
    // "Boko Haram killed 32 soldiers at Bosso, in Niger": of the state that the place is in.
    const Party* actor = mention.actor && mention.actor->party
                             ? rulebook_.parties.Find(Principal(*mention.actor->party))
                             : nullptr;
    if (actor && actor->kind == PartyKind::kGroup && !militant &&
        Set(index, StateOfPlace(index, Near::kSentence), "forces of the state of the place"))
      return;
    if (militant && Set(index, sides.GroupNear(mention), "the one group named beside them")) return;
    if (mention.actor && mention.actor->party &&
        Set(index, sides.EnemyOf(*mention.actor->party, militant), "the enemy of who did it"))
      return;
    if (const auto same = OfTheSame(index)) {
      Set(index, same, "of those told of before");
      return;
    }
    const Speaker speaker = SpeakerOf(index);
    if (!speaker.party) return Local(index, sides, home);
    const auto state = sides.StateOf(*speaker.party);
    if (militant) {
      if (!Set(index, state ? sides.EnemyOf(*speaker.party, true) : speaker.party,
               state ? "rebels against the state" : "a group counts its own fighters"))
        return;
    } else if (state) {
      Set(index, state, "a state counts its own forces");
    } else {
      Set(index, sides.EnemyOf(*speaker.party, false), "forces that the group fights");
    }
  }

  // "Losses among the Korean troops passed 3,000. About 300 of the soldiers were killed."
  std::optional<PartyId> OfTheSame(std::size_t index) const {
    const Mention& mention = all_[index];
    const auto& groups = layer_.noun_groups;
    const auto group = std::lower_bound(
        groups.begin(), groups.end(), mention.quantity.first_token,
        [](const NounGroup& g, std::uint32_t token) { return g.end_token <= token; });
    if (index == 0 || group == groups.end() || !group->partitive) return std::nullopt;
    const Mention& before = all_[index - 1];
    const bool near =
        before.sentence + 1 == mention.sentence || before.sentence == mention.sentence;
    const bool armed = rulebook_.taxonomy.Armed(before.object.category);
    return near && armed ? before.object.party : std::nullopt;
  }

  // Where a state fights a group, its forces and its rebels need no name.
  void Local(std::size_t index, const Sides& sides, const std::optional<PartyId>& home) {
    const auto place = StateOfPlace(index, Near::kAnywhere);
    const auto& state = place ? place : home;
    if (!state) return;
    const auto enemy = sides.EnemyOf(*state, true);
    if (!enemy || sides.StateOf(*enemy)) {
      if (!Rebel(all_[index])) Set(index, place, "forces of the state of the place");
      return;
    }
    Set(index, Rebel(all_[index]) ? enemy : state, "of the state and the group that fight there");
  }

  // Aircraft shot down and posts taken are the enemy's, whoever speaks of them
  // as a party; buildings belong where they stand.
  void Thing(std::size_t index, const Sides& sides, const std::optional<PartyId>& home) {
    const Mention& mention = all_[index];
    const Speaker speaker = SpeakerOf(index);
    const bool party = speaker.kind == SourceKind::kParty && speaker.party;
    if (EndsIn(mention, kLost)) {
      if (party) Set(index, speaker.party, "lost by the one who counts");
      return;
    }
    if (EndsIn(mention, kLaunched)) {
      if (Set(index, LauncherBefore(index), "launched as those told of before") || !party) return;
      // Who launches says so: "we fired 30 rockets". What "was sent over" came from the enemy.
      Set(index, sides.EnemyOf(*speaker.party, false), "launched at the one who counts");
      return;
    }
    if (mention.actor && mention.actor->party &&
        Set(index, sides.EnemyOf(*mention.actor->party, false), "the enemy of who did it"))
      return;
    // "not one tank was destroyed": nobody denies what the enemy lost
    if (party && mention.quantity.hard.high == 0 &&
        Set(index, speaker.party, "denied by whose it is"))
      return;
    if (const Metric* metric = rulebook_.taxonomy.FindMetric(mention.metric); metric->fixed) {
      if (Set(index, speaker.counts, "the state whose people it counts")) return;
      if (Set(index, StateOfPlace(index, Near::kAnywhere), "the state of the place")) return;
      if (!party || !Set(index, sides.StateOf(*speaker.party), "the state that counts them"))
        Set(index, home, kOfHome);
    } else if (party) {
      Set(index, sides.EnemyOf(*speaker.party, false), "the enemy of the one who counts");
    }
  }

  void Unarmed(std::size_t index, const Sides& sides, const std::optional<PartyId>& home) {
    const Mention& mention = all_[index];
    if (Set(index, StateOfPlace(index, Near::kSentence), "the state of the place")) return;
    const Speaker speaker = SpeakerOf(index);
    // "Our troops killed or wounded 10,000 men": whom nobody calls a civilian.
    const auto& category = mention.object.category;
    const Category* kind = category ? rulebook_.taxonomy.FindCategory(*category) : nullptr;
    const bool plain = !kind || kind->everyone || kind->own_as;
    const auto governing = Governing(attributions_, mention.quantity.number);
    const auto stance =
        governing ? attributions_.attributions[*governing].stance : std::optional<Stance>();
    if (plain && !stance && mention.stance == Stance::kAsserted && speaker.party &&
        ActedBy(mention, *speaker.party) &&
        Set(index, sides.EnemyOf(*speaker.party, false), "the enemy of who did it"))
      return;
    if (Set(index, speaker.counts, "the state whose people it counts")) return;
    // A group counts the people of the place that it rules.
    const auto ruled = speaker.party ? RuledBy(*speaker.party) : std::nullopt;
    if (ruled && !ActedBy(mention, *speaker.party) &&
        Set(index, ruled, "the state of the place that it rules"))
      return;
    const auto state = speaker.party ? sides.StateOf(*speaker.party) : std::nullopt;
    // "The American ambassador said 10,000 people died in the capital": of the state he is in
    const bool guest = home && state && *home != *state && Abroad(*speaker.party);
    const bool own = state && !guest && !ActedBy(mention, *state);
    if (own) {
      Set(index, state, "the state that counts them");
      return;
    }
    if (Set(index, StateOfPlace(index, Near::kParagraph), "the state of the place")) return;
    if (Set(index, StateOfPlace(index, Near::kAnywhere), "the state of the place")) return;
    if (home && (!ActedBy(mention, *home) || stakes_.Only(*home))) {
      Set(index, home, kOfHome);
    } else if (speaker.party && !home) {
      if (const auto enemy = sides.EnemyOf(*speaker.party, false))
        Set(index, sides.StateOf(*enemy), "the state that the one who counts fights");
    }
  }

  const TextLayer& layer_;
  const Stakes& stakes_;
  const Attributions& attributions_;
  const std::vector<Anchor>& anchors_;
  const Rulebook& rulebook_;
  const Language& language_;
  Mentions& mentions_;
  std::vector<Mention>& all_;
  const LossWords words_;
};

}  // namespace

void FindVictims(const TextLayer& layer, const Attributions& attributions,
                 const std::vector<Anchor>& anchors, const Rulebook& rulebook,
                 const Language& language, const Stakes& stakes, Mentions* mentions) {
  if (mentions->mentions.empty() || anchors.size() != mentions->mentions.size()) return;
  Victims(layer, attributions, anchors, rulebook, language, stakes, mentions).Find();
}

}  // namespace counterclaim
