#include "assemble/assemble.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "assemble/rejected.h"
#include "assemble/stake.h"

namespace counterclaim {

namespace {

constexpr std::size_t kDropped = static_cast<std::size_t>(-1);
constexpr std::size_t kMostAlike = 256;  // claims of one figure that a restatement is sought among

class Assembly {
 public:
  Assembly(const Document& document, std::string_view text, bool title, const TextLayer& layer,
           const Mentions& mentions, const Attributions& attributions,
           const std::vector<Anchor>& anchors, const Rulebook& rulebook)
      : document_(document),
        text_(text),
        title_(title),
        layer_(layer),
        mentions_(mentions),
        attributions_(attributions),
        anchors_(anchors),
        rulebook_(rulebook) {}

  Extraction Build(const std::vector<Quantity>& quantities) {
    claim_of_.assign(mentions_.mentions.size(), kDropped);
    for (std::size_t i = 0; i < mentions_.mentions.size(); ++i) AddMention(i);
    LinkParts();
    NameClaims();
    if (!title_) AttachRejections(layer_, attributions_.rejections, &out_.claims);
    RefuseRest(quantities);
    for (const Unread& unread : mentions_.unread) {
      out_.unread.push_back({document_.id, unread.span, unread.reason});
    }
    return std::move(out_);
  }

 private:
  using Key = std::tuple<std::string, std::int64_t, std::int64_t>;

  std::string Words(Span span) const { return std::string(text_.substr(span.begin, span.size())); }

  const Paragraph* ParagraphOf(const Mention& mention) const {
    if (mention.sentence >= layer_.sentences.size()) return nullptr;
    const std::uint32_t at = layer_.sentences[mention.sentence].paragraph;
    return at < layer_.paragraphs.size() ? &layer_.paragraphs[at] : nullptr;
  }

  bool InFurniture(const Mention& mention) const {
    const Paragraph* paragraph = ParagraphOf(mention);
    return paragraph && paragraph->kind == ParagraphKind::kFurniture;
  }

  bool InHeading(const Mention& mention) const {
    const Paragraph* paragraph = ParagraphOf(mention);
    return paragraph && (paragraph->kind == ParagraphKind::kHeading ||
                         paragraph->kind == ParagraphKind::kPullQuote ||
                         paragraph->kind == ParagraphKind::kCaption);
  }

  // "could cost dozens of lives" counts nothing; "may have killed 350" is a
  // guess about what has happened and stays a claim.
  bool IsFuture(const Mention& mention) const {
    if (mention.stance == Stance::kExpected) return true;
    if (mention.stance != Stance::kHypothetical) return false;
    return std::none_of(
        layer_.verb_groups.begin(), layer_.verb_groups.end(),
        [&](const VerbGroup& verb) { return verb.span.Overlaps(mention.trigger) && verb.perfect; });
  }

  void AddMention(std::size_t index) {
    const Mention& mention = mentions_.mentions[index];
    if (InFurniture(mention) || mention.quantity.kind != NumberKind::kCount) return;
    if (IsFuture(mention)) {
      if (!mention.quantity.implicit) Refuse(mention.quantity, NumberKind::kHypothetical);
      return;
    }
    Claim claim = MakeClaim(mention, index);
    if (const std::size_t same = FindSame(claim, mention); same != kDropped) {
      Claim& kept = out_.claims[same];
      if (kept.quantity.span != claim.quantity.span) kept.also.push_back(claim.span);
      claim_of_[index] = same;
      return;
    }
    claim_of_[index] = out_.claims.size();
    std::vector<std::size_t>& alike = by_figure_[Figure(claim)];
    if (alike.size() < kMostAlike) alike.push_back(out_.claims.size());
    heading_.push_back(InHeading(mention));
    out_.claims.push_back(std::move(claim));
  }

  Claim MakeClaim(const Mention& mention, std::size_t index) {
    Claim claim;
    claim.article = document_.id;
    claim.lang = document_.lang;
    claim.in_title = title_;
    claim.span = mention.clause;
    claim.span.begin = std::min(claim.span.begin, mention.quantity.span.begin);
    claim.span.end = std::max(claim.span.end, mention.quantity.span.end);
    if (mention.sentence < layer_.sentences.size()) {
      claim.sentence = layer_.sentences[mention.sentence].span;
      claim.sentence_text = Words(claim.sentence);
    }
    if (!title_) claim.at = FindPlace(document_, mention.quantity.span);
    claim.at.file = document_.path;
    claim.metric = mention.metric;
    claim.manner = mention.manner;
    claim.quantity = mention.quantity;
    claim.quantity_text = Words(mention.quantity.span);
    if (!rulebook_.taxonomy.conventions.empty()) {
      claim.convention = rulebook_.taxonomy.conventions.front().id;
    }
    claim.object = mention.object;
    if (!mention.object.span.empty()) claim.object_text = Words(mention.object.span);
    claim.actor = mention.actor;
    if (mention.actor && !mention.actor->span.empty())
      claim.actor_text = Words(mention.actor->span);
    claim.outlet = document_.source;
    // A live blog's entries are ordered by their time stamps.
    const Paragraph& entry = layer_.paragraphs[layer_.sentences[mention.sentence].paragraph];
    if (entry.minute) claim.said_order = *entry.minute;
    claim.stance = mention.stance;
    claim.rule = mention.rule;
    claim.partial = mention.partial;
    claim.steps = mention.steps;
    AddSource(mention, &claim);
    if (index < anchors_.size()) AddAnchor(anchors_[index], &claim);
    claim.stake = StakeOf(claim, rulebook_);
    return claim;
  }

  void AddSource(const Mention& mention, Claim* claim) {
    if (document_.date) claim->said = DayRange{*document_.date, *document_.date};
    const auto index = Governing(attributions_, mention.quantity.number);
    if (!index) return;
    const Attribution& attribution = attributions_.attributions[*index];
    claim->source = attribution.source;
    claim->chain = attribution.chain;
    claim->strength = attribution.strength;
    // "could not verify 12 deaths": the mention is denied by the verb that only questions it.
    const bool unsure =
        claim->stance == Stance::kDenied && attribution.stance == Stance::kQuestioned;
    if (attribution.stance && (claim->stance == Stance::kAsserted || unsure))
      claim->stance = *attribution.stance;
    if (attribution.said) claim->said = attribution.said;
    claim->earlier = attribution.earlier;
    claim->steps.insert(claim->steps.end(), attribution.steps.begin(), attribution.steps.end());
  }

  static void AddAnchor(const Anchor& anchor, Claim* claim) {
    claim->when = anchor.when;
    claim->place = anchor.place;
    claim->scope = anchor.scope;
    claim->aside = anchor.aside;
    if (anchor.said) claim->said = anchor.said;
    claim->steps.insert(claim->steps.end(), anchor.steps.begin(), anchor.steps.end());
  }

  // One statement made twice in the same text.
  std::size_t FindSame(const Claim& claim, const Mention& mention) const {
    const bool heading = InHeading(mention) || InRepeat(mention.quantity.span);
    const auto alike = by_figure_.find(Figure(claim));
    if (alike == by_figure_.end()) return kDropped;
    for (const std::size_t i : alike->second) {
      const Claim& other = out_.claims[i];
      if (other.quantity.implicit && claim.quantity.implicit) continue;
      if (!Fits(other.object.category, claim.object.category)) continue;
      if (!Fits(other.object.party, claim.object.party)) continue;
      const bool same_source =
          other.source.kind == claim.source.kind && other.source.party == claim.source.party;
      const bool same_stance = other.stance == claim.stance;
      // "One on the train and one in the truck died"
      if (other.sentence == claim.sentence && other.quantity.span != claim.quantity.span) continue;
      if (same_stance && (heading || heading_[i] || (same_source && SameTime(other, claim))))
        return i;
    }
    return kDropped;
  }

  static Key Figure(const Claim& claim) {
    return {claim.metric.text, claim.quantity.hard.low, claim.quantity.hard.high};
  }

  static bool SamePlace(const std::optional<Place>& a, const std::optional<Place>& b) {
    return a.has_value() == b.has_value() &&
           (!a || (a->id == b->id && a->town == b->town && (a->id || a->text == b->text)));
  }

  bool InRepeat(Span span) const {
    return !title_ && std::any_of(document_.repeats.begin(), document_.repeats.end(),
                                  [&](const Repeat& repeat) {
                                    return std::holds_alternative<Span>(repeat.of) &&
                                           repeat.span.Contains(span);
                                  });
  }

  static bool SameTime(const Claim& a, const Claim& b) {
    return a.quantity.span == b.quantity.span ||
           (a.object.category == b.object.category && a.scope == b.scope &&
            (!a.when || !b.when || a.when->days == b.when->days) && SamePlace(a.place, b.place) &&
            a.quantity.hard.low >= 2);
  }

  template <typename T>
  static bool Fits(const std::optional<T>& a, const std::optional<T>& b) {
    return !a || !b || *a == *b;
  }

  void LinkParts() {
    whole_.assign(out_.claims.size(), kDropped);
    for (std::size_t i = 0; i < mentions_.mentions.size(); ++i) {
      const auto& whole = mentions_.mentions[i].part_of;
      if (!whole || *whole >= claim_of_.size() || claim_of_[i] == kDropped) continue;
      const std::size_t part = claim_of_[i], of = claim_of_[*whole];
      if (of == kDropped || of == part) continue;
      whole_[part] = of;
      const Claim& parent = out_.claims[of];
      Claim& child = out_.claims[part];
      const PartLink link = mentions_.mentions[i].part_link;
      child.open_part = link == PartLink::kOfWhom || link == PartLink::kIncluding;
      if (!child.when) child.when = parent.when;
      if (!child.place) child.place = parent.place;
      if (!child.object.party) child.object.party = parent.object.party;
      if (child.source.kind == SourceKind::kNarrator && child.chain.empty()) {
        child.source = parent.source;
        child.chain = parent.chain;
        child.strength = parent.strength;
        child.stake = parent.stake;
        child.steps.push_back("source: that of the whole it is part of");
      }
    }
  }

  void NameClaims() {
    std::map<std::string, int> taken;
    for (Claim& claim : out_.claims) {
      std::string id = document_.id.text + ':' + (title_ ? "title:" : "") +
                       std::to_string(claim.quantity.span.begin) + '-' +
                       std::to_string(claim.quantity.span.end) + ':' + claim.metric.text;
      if (const int count = ++taken[id]; count > 1) id += ':' + std::to_string(count);
      claim.id = ClaimId(std::move(id));
    }
    for (std::size_t i = 0; i < out_.claims.size(); ++i) {
      if (whole_[i] != kDropped) out_.claims[i].part_of = out_.claims[whole_[i]].id;
    }
    std::stable_sort(out_.claims.begin(), out_.claims.end(), [](const Claim& a, const Claim& b) {
      return std::tie(a.quantity.span, a.metric) < std::tie(b.quantity.span, b.metric);
    });
  }

  // "six gunshot wounds": the wounds, where the sentence was read for its noun groups.
  std::string UnitOf(const Quantity& quantity) const {
    const auto& groups = layer_.noun_groups;
    const auto group = std::partition_point(groups.begin(), groups.end(), [&](const NounGroup& g) {
      return g.end_token <= quantity.first_token;
    });
    if (quantity.kind == NumberKind::kCount && group != groups.end() &&
        group->first_token <= quantity.first_token)
      return group->head < quantity.end_token ? "" : Words(layer_.tokens[group->head].span);
    return quantity.unit ? Words(*quantity.unit) : "";
  }

  void Refuse(const Quantity& quantity, NumberKind reason) {
    out_.refused.push_back({document_.id, quantity.span, Words(quantity.span), reason,
                            quantity.value, UnitOf(quantity)});
  }

  void RefuseRest(const std::vector<Quantity>& quantities) {
    if (title_) return;
    std::vector<Span> used;
    for (std::size_t i = 0; i < mentions_.mentions.size(); ++i) {
      if (claim_of_[i] != kDropped) used.push_back(mentions_.mentions[i].quantity.span);
    }
    for (const Refused& refused : out_.refused) used.push_back(refused.span);
    std::sort(used.begin(), used.end());
    for (const Quantity& quantity : quantities) {
      const auto at = std::lower_bound(used.begin(), used.end(), Span{quantity.span.begin, 0});
      const bool claimed = (at != used.end() && at->Overlaps(quantity.span)) ||
                           (at != used.begin() && std::prev(at)->Overlaps(quantity.span));
      if (claimed) continue;
      Refuse(quantity, quantity.kind == NumberKind::kCount ? NumberKind::kOther : quantity.kind);
    }
    std::sort(out_.refused.begin(), out_.refused.end(),
              [](const Refused& a, const Refused& b) { return a.span < b.span; });
  }

  const Document& document_;
  std::string_view text_;
  bool title_;
  const TextLayer& layer_;
  const Mentions& mentions_;
  const Attributions& attributions_;
  const std::vector<Anchor>& anchors_;
  const Rulebook& rulebook_;
  Extraction out_;
  std::vector<std::size_t> claim_of_;                  // mention -> claim
  std::vector<std::size_t> whole_;                     // claim -> the claim it is part of
  std::map<Key, std::vector<std::size_t>> by_figure_;  // metric and figure: its first claims
  std::vector<bool> heading_;                          // claim was first read in a heading
};

}  // namespace

Extraction AssembleClaims(const Document& document, std::string_view text, bool title,
                          const TextLayer& layer, const std::vector<Quantity>& quantities,
                          const Mentions& mentions, const Attributions& attributions,
                          const std::vector<Anchor>& anchors, const Rulebook& rulebook) {
  return Assembly(document, text, title, layer, mentions, attributions, anchors, rulebook)
      .Build(quantities);
}

void AddTitleClaims(Extraction title, Extraction* body) {
  for (Claim& claim : title.claims) {
    const bool stated =
        std::any_of(body->claims.begin(), body->claims.end(), [&](const Claim& other) {
          return other.metric == claim.metric && other.quantity.hard == claim.quantity.hard;
        });
    if (!stated) body->claims.push_back(std::move(claim));
  }
}

}  // namespace counterclaim
