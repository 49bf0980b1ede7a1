#include "anchor/scope.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::size_t kFigures = 8;  // before one that adds to them
constexpr int kDayLong = 2;          // days that a "day" or a night may span
constexpr int kBattle = 14;          // days of one operation
constexpr int kLately = 62;          // days between a month and who sums it up
constexpr int kMonthLong = 20;       // a month named whole sums up what happened in it

class Scopes {
 public:
  Scopes(const TimeSight& sight, const std::vector<ChosenTime>& times, std::vector<Anchor>* anchors)
      : sight_(sight), times_(times), anchors_(*anchors) {}

  void Choose() {
    sums_.reserve(sight_.layer.sentences.size());
    for (const Sentence& sentence : sight_.layer.sentences) sums_.push_back(Cues(sentence));
    until_.assign(sums_.size() + 1, false);
    for (const TimeExpression& each : sight_.expressions) {
      if (each.value.role == TimeRole::kUntil) until_[each.sentence] = true;
    }
    for (std::size_t i = 0; i < anchors_.size(); ++i) {
      const auto [scope, why] = Of(i);
      anchors_[i].scope = scope;
      anchors_[i].steps.push_back("scope: " + ToText(scope) + ", " + why);
    }
    InheritParts();
  }

 private:
  struct Verdict {
    Scope scope;
    std::string why;
  };

  const Mention& At(std::size_t index) const { return sight_.mentions.mentions[index]; }

  CueMask Cues(const Sentence& sentence) const {
    CueMask mask = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
      mask |= sight_.cues[i];
    return mask;
  }

  // "another six": an addition to a figure before, unless it completes the
  // figures of its own sentence or has a place or a date of its own.
  bool IsIncrement(std::size_t index, CueMask cues) const {
    const Mention& mention = At(index);
    if (!mention.quantity.increment || mention.quantity.others) return false;
    const bool dated = times_[index].own && !Names(times_[index]);
    if (dated || HasCue(cues, AnchorCue::kElsewhere)) return false;
    // "192 fell, 511 more were wounded": the first of their metric.
    const std::size_t from = index > kFigures ? index - kFigures : 0;
    for (std::size_t i = index; i > from; --i) {
      if (At(i - 1).metric == mention.metric) return true;
    }
    return index == 0;
  }

  // "has cost 900 lives in a week"
  bool Perfect(const Mention& mention) const {
    const auto& verbs = sight_.layer.verb_groups;
    const auto at = std::lower_bound(
        verbs.begin(), verbs.end(), mention.trigger.begin,
        [](const VerbGroup& verb, std::uint32_t begin) { return verb.span.end <= begin; });
    return at != verbs.end() && at->span.Overlaps(mention.trigger) && at->perfect;
  }

  // "the May fighting": one battle, however long its month is.
  bool Names(const ChosenTime& time) const {
    return time.expression && sight_.uses[*time.expression] == TimeUse::kNamed;
  }

  Verdict Of(std::size_t index) const {
    const Mention& mention = At(index);
    const ChosenTime& time = times_[index];
    const CueMask cues = mention.sentence < sums_.size() ? sums_[mention.sentence] : 0;
    if (IsIncrement(index, cues)) return {Scope::kIncrement, "added to a figure before"};
    if (mention.scope_hint == ScopeHint::kCumulative)
      return {Scope::kCumulative, "the verb sums up"};
    const bool single = time.own && time.role == TimeRole::kEvent;
    if (time.role == TimeRole::kWindow && time.days) {
      const bool day = time.days->last - time.days->first < kDayLong;
      if (day) return {Scope::kDay, "a stretch of a day"};
      const bool loose = time.expression && sight_.expressions[*time.expression].value.loose;
      if (loose && Perfect(mention)) return {Scope::kCumulative, "it has run on until now"};
      if (loose && time.days->last - time.days->first <= kBattle)
        return {Scope::kOperation, "the days that it lasted"};
      return {Scope::kCumulative, "a stretch of time that runs on"};
    }
    if (time.own && !time.days) return {Scope::kCumulative, "since something began"};
    // "As of Monday the earthquake had claimed 2,862 lives": the toll of one event.
    const bool day =
        time.days && time.role == TimeRole::kEvent && time.days->last - time.days->first < kDayLong;
    const bool of_event = (day || HasCue(cues, AnchorCue::kHappening)) &&
                          !HasCue(cues, AnchorCue::kOperation) && !HasCue(cues, AnchorCue::kWhole);
    if (!time.own && !of_event && mention.sentence < until_.size() && until_[mention.sentence])
      return {Scope::kCumulative, "counted up to a day"};
    // "So far 18 have died in the fire": of one happening.
    if (!single && HasCue(cues, AnchorCue::kCumulative) && !(of_event && time.main))
      return {Scope::kCumulative, "words of the sentence sum up"};
    if (time.own && time.days && time.days->last - time.days->first >= kMonthLong &&
        HasCue(cues, AnchorCue::kOperation) && !Names(time)) {
      return {Scope::kCumulative, "fighting of a month or more"};
    }
    // "In October 39 civilians were killed", told in November: of no one happening.
    const auto told = time.said ? std::optional(time.said->first) : sight_.document.date;
    const bool lately = time.days && told && *told - time.days->last <= kLately;
    if (time.own && lately && time.days->last - time.days->first >= kMonthLong &&
        !HasCue(cues, AnchorCue::kHappening) && !Names(time) && mention.quantity.hard.low > 1)
      return {Scope::kCumulative, "all that a month or more took"};
    if (!single && HasCue(cues, AnchorCue::kWhole))
      return {Scope::kCumulative, "the whole of a war"};
    if (HasCue(cues, AnchorCue::kDayTotal))
      return {Scope::kDay, "words of the sentence name one day"};
    if (HasCue(cues, AnchorCue::kOperation))
      return {Scope::kOperation, "words of the sentence name fighting"};
    return {Scope::kIncident, "nothing says that it reaches farther"};
  }

  void InheritParts() {
    for (std::size_t i = 0; i < anchors_.size(); ++i) {
      const auto whole = At(i).part_of;
      if (whole && *whole < anchors_.size() && *whole != i && !times_[i].own)
        anchors_[i].scope = anchors_[*whole].scope;
    }
  }

  const TimeSight& sight_;
  const std::vector<ChosenTime>& times_;
  std::vector<Anchor>& anchors_;
  std::vector<CueMask> sums_;  // by sentence: its cues
  std::vector<bool> until_;    // by sentence: whether it counts up to a day
};

}  // namespace

void ChooseScopes(const TimeSight& sight, const std::vector<ChosenTime>& times,
                  std::vector<Anchor>* anchors) {
  Scopes(sight, times, anchors).Choose();
}

}  // namespace counterclaim
