#include "anchor/when.h"

#include <algorithm>

#include "anchor/main_event.h"
#include "anchor/since.h"
#include "anchor/spots.h"

namespace counterclaim {

namespace {

constexpr int kFarthest = 45;  // cost beyond which an expression does not govern
constexpr int kOthers = 26;    // cost beyond which a date is that of a figure between
constexpr int kInitial = 8;    // cost of an expression that opens the sentence
constexpr int kAge = 3660;     // days; "the pride of the club since 1974" dates no losses
constexpr int kNear = 20, kMonth = 31, kFresh = 3;  // days
constexpr std::uint32_t kShared = 8;  // tokens between a verb and a second figure of its own date
constexpr std::size_t kWeighed = 6;   // expressions weighed to either side of a mention
constexpr std::uint32_t kLabel = 7;   // tokens of a sentence that is but a label

class Chooser {
 public:
  explicit Chooser(const TimeSight& sight)
      : sight_(sight),
        layer_(sight.layer),
        all_(sight.expressions),
        chosen_(sight.mentions.mentions.size()) {
    first_of_.assign(layer_.sentences.size() + 1, 0);
    for (const TimeExpression& each : all_) ++first_of_[each.sentence + 1];
    for (std::size_t i = 1; i < first_of_.size(); ++i) first_of_[i] += first_of_[i - 1];
    said_in_.resize(layer_.sentences.size());
    for (std::size_t i = all_.size(); i-- > 0;) {
      const bool says =
          sight.uses[i] == TimeUse::kSaid && all_[i].value.role == TimeRole::kEvent &&
          Length(i) <= (all_[i].first_token <= layer_.sentences[all_[i].sentence].first_token + 1
                            ? kMonth
                            : 3);
      if (says) said_in_[all_[i].sentence] = all_[i].value.days;
    }
    sudden_ = std::any_of(sight.cues.begin(), sight.cues.end(),
                          [](CueMask mask) { return HasCue(mask, AnchorCue::kSudden); });
    mentions_in_.resize(layer_.sentences.size());
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const std::uint32_t sentence = sight.mentions.mentions[i].sentence;
      if (sentence < mentions_in_.size()) mentions_in_[sentence].push_back(i);
    }
  }

  std::vector<ChosenTime> Choose() {
    const std::optional<std::size_t> first = DayOfFirst();
    const std::optional<std::size_t> main = FindMainEvent(sight_, mentions_in_, first);
    std::optional<std::size_t> context = main;
    std::uint32_t paragraph = 0;
    for (std::uint32_t s = 0; s < layer_.sentences.size(); ++s) {
      if (layer_.sentences[s].paragraph != paragraph) context = main;
      paragraph = layer_.sentences[s].paragraph;
      std::optional<std::size_t> governed;
      for (const std::size_t index : mentions_in_[s]) {
        Place(index, context, main);
        if (chosen_[index].own) governed = chosen_[index].expression;
      }
      if (const auto next = NextContext(s, governed)) context = next;
    }
    Inherit();
    return std::move(chosen_);
  }

 private:
  // The date that governs the first figure.
  std::optional<std::size_t> DayOfFirst() const {
    if (chosen_.empty()) return std::nullopt;
    const auto nearest = Nearest(At(0), std::nullopt, false);
    return nearest ? nearest : OnlyDay(sight_, At(0), Said(At(0)));
  }

  const Mention& At(std::size_t index) const { return sight_.mentions.mentions[index]; }

  bool DatesEvent(std::size_t i) const { return counterclaim::DatesEvent(sight_, i); }
  int Length(std::size_t i) const { return LengthOf(all_[i]); }
  int Age(std::size_t i) const { return AgeOf(sight_, all_[i]); }
  bool IsRunning(std::size_t i) const { return counterclaim::IsRunning(all_[i]); }

  std::optional<std::size_t> NextContext(std::uint32_t sentence,
                                         std::optional<std::size_t> governed) const {
    if (governed) return all_[*governed].value.loose ? std::nullopt : governed;
    for (std::size_t i = first_of_[sentence]; i < first_of_[sentence + 1]; ++i) {
      if (DatesEvent(i) && sight_.uses[i] == TimeUse::kNamed && Length(i) <= kPrecise) return i;
    }
    // "The line from the capital this morning is another one."
    const bool idle = mentions_in_[sentence].empty() && !TellsEvent(sight_, sentence);
    const bool label =
        layer_.sentences[sentence].end_token - layer_.sentences[sentence].first_token <= kLabel;
    std::optional<std::size_t> next;
    for (std::size_t i = first_of_[sentence]; i < first_of_[sentence + 1]; ++i) {
      if (!DatesEvent(i) || all_[i].value.loose || (idle && all_[i].value.today)) continue;
      if (!label && Length(i) > kPrecise && !IsRunning(i)) continue;
      if (next && !TellsWhatHappened(sight_, i)) continue;
      if (next && TellsWhatHappened(sight_, *next)) break;
      next = i;
    }
    return next;
  }

  char FirstByte(std::uint32_t token) const { return sight_.text[layer_.tokens[token].span.begin]; }

  // Mentions of the sentence whose numbers begin in [from, to).
  int NumbersBetween(std::uint32_t sentence, std::uint32_t from, std::uint32_t to) const {
    const auto& here = mentions_in_[sentence];
    const auto before = [&](std::size_t index, std::uint32_t at) {
      return At(index).quantity.number.begin < at;
    };
    const auto first = std::lower_bound(here.begin(), here.end(), from, before);
    return static_cast<int>(std::lower_bound(first, here.end(), std::max(from, to), before) -
                            first);
  }

  // How far an expression stands from the words of a mention: tokens, and more
  // for what parts clauses.
  int Cost(std::size_t expression, const Mention& mention, Span words) const {
    const TimeExpression& time = all_[expression];
    if (words.Overlaps(time.span)) return 0;
    const bool after = time.span.begin >= words.end;
    const std::uint32_t from = after ? TokenAt(layer_, words.end) : time.end_token;
    const std::uint32_t to = after ? time.first_token : TokenAt(layer_, words.begin);
    int cost = to > from ? static_cast<int>(to - from) : 0;
    for (std::uint32_t i = from; i < to && cost < kFarthest; ++i) {
      const char c = FirstByte(i);
      if (after && i > from && TellsOfBody(sight_, i) && !ClosedBefore(sight_, time))
        return kFarthest;
      if (HasCue(sight_.cues[i], AnchorCue::kRelative)) cost += kNear;
      if (layer_.tokens[i].kind != TokenKind::kPunctuation) continue;
      // "said 13 were among the dead; since January some have come back"
      const int apart = time.value.role == TimeRole::kWindow ? kFarthest : kNear;
      cost += c == ';' ? apart : c == ',' ? 2 : c == ':' ? 5 : 0;
    }
    const int between = after ? NumbersBetween(mention.sentence, words.end, time.span.begin)
                              : NumbersBetween(mention.sentence, time.span.end, words.begin);
    // The date behind a figure that stands far off is that figure's.
    if (after && between > 0 && cost > kOthers) return kFarthest;
    cost += 4 * between;
    if (time.value.loose) cost += 15;
    const std::uint32_t begin = layer_.sentences[mention.sentence].first_token;
    return time.first_token <= begin + 2 ? std::min(cost, kInitial) : cost;
  }

  // A figure before it has the verb, with more than a few words between.
  bool SharesVerb(const Mention& mention) const {
    if (mention.trigger.empty() || mention.trigger.end >= mention.quantity.span.begin) return false;
    const auto& here = mentions_in_[mention.sentence];
    const bool shared = std::any_of(here.begin(), here.end(), [&](std::size_t i) {
      return At(i).trigger == mention.trigger &&
             At(i).quantity.number.begin < mention.quantity.number.begin;
    });
    return shared && TokenAt(layer_, mention.quantity.span.begin) >
                         TokenAt(layer_, mention.trigger.end) + kShared;
  }

  // Only what stands near is weighed, and what opens the sentence.
  std::optional<std::size_t> Nearest(const Mention& mention, const std::optional<DayRange>& said,
                                     bool window_only) const {
    Span words{std::min(mention.clause.begin, mention.quantity.span.begin),
               std::max(mention.clause.end, mention.quantity.span.end)};
    // "52 were taken in March, and 47 more in May": the verb is shared, its date is not.
    if (SharesVerb(mention)) words = mention.quantity.span;
    const std::size_t begin = first_of_[mention.sentence], end = first_of_[mention.sentence + 1];
    std::optional<std::size_t> best;
    int least = window_only ? kNear : kFarthest;
    const auto weigh = [&](std::size_t i) {
      if (!DatesEvent(i) || (window_only && all_[i].value.role != TimeRole::kWindow)) return;
      if (said && all_[i].value.days.first > said->last) return;
      if (all_[i].value.role == TimeRole::kWindow && Length(i) > kAge) return;
      const int cost = Cost(i, mention, words);
      if (cost < least) least = cost, best = i;
    };
    const auto middle = static_cast<std::size_t>(
        std::lower_bound(
            all_.begin() + static_cast<std::ptrdiff_t>(begin),
            all_.begin() + static_cast<std::ptrdiff_t>(end), words.begin,
            [](const TimeExpression& time, std::uint32_t at) { return time.span.begin < at; }) -
        all_.begin());
    for (std::size_t i = middle; i < end && i < middle + kWeighed; ++i) weigh(i);
    for (std::size_t i = middle; i > begin && i + kWeighed > middle; --i) weigh(i - 1);
    if (begin < end) weigh(begin);
    return best && all_[*best].value.loose ? PlainBeside(*best, begin, end) : best;
  }

  // "in two days of bombing in March": the date beside a length of time tells more.
  std::size_t PlainBeside(std::size_t loose, std::size_t begin, std::size_t end) const {
    const std::size_t from = loose > begin + kWeighed ? loose - kWeighed : begin;
    for (std::size_t i = from; i < end && i < loose + kWeighed; ++i) {
      if (DatesEvent(i) && !all_[i].value.loose && all_[i].value.role == TimeRole::kEvent) return i;
    }
    return loose;
  }

  // The date beside the verb that says it, in the sentence of that verb.
  std::optional<DayRange> Said(const Mention& mention) const {
    std::uint32_t sentence = mention.sentence;
    if (const auto index = Governing(sight_.attributions, mention.quantity.number)) {
      const Attribution& attribution = sight_.attributions.attributions[*index];
      if (attribution.said) return attribution.said;
      const auto& cue = attribution.source.cue_span;
      if (cue) sentence = SentenceAt(layer_, cue->begin);
    }
    return sentence < said_in_.size() ? said_in_[sentence] : std::nullopt;
  }

  void Place(std::size_t index, std::optional<std::size_t> context,
             std::optional<std::size_t> main) {
    const Mention& mention = At(index);
    ChosenTime& chosen = chosen_[index];
    chosen.said = Said(mention);
    const Metric* metric = sight_.taxonomy.FindMetric(mention.metric);
    const bool stock = metric && metric->stock;
    const auto own = Nearest(mention, chosen.said, stock);
    const auto since = SinceEvent(sight_, mention.sentence, chosen.said);
    const std::uint32_t of_own = own ? all_[*own].first_token : 0;
    const bool then = own && HappenedThen(sight_, all_[*own], mention);
    if (since && !then && (!own || (of_own > since->first_token && of_own < since->end_token))) {
      chosen.own = true;
      return TakeSince(*since, &chosen);
    }
    if (!own && !stock && SinceUnknown(sight_, mention.sentence)) {
      chosen.own = true;
      chosen.role = TimeRole::kWindow;
      chosen.steps.push_back("when: since something began, of which no day is told");
      return;
    }
    if (own) {
      chosen.own = true;
      return Take(*own, "in its own sentence", &chosen);
    }
    if (const auto past = stock ? std::nullopt : BackThen(sight_, mention)) {
      Take(*past, "told of just before", &chosen);
      return KeepYear(&chosen);
    }
    const auto only = stock ? std::nullopt : OnlyDay(sight_, mention, chosen.said);
    if (only) return Take(*only, "the one day of its sentence", &chosen);
    const bool vague = !context || (IsRunning(*context) && Length(*context) > kPrecise);
    // "As of Monday the earthquake had killed 2,822": the toll is of the earthquake's day.
    const auto until =
        vague && !sudden_ ? UntilDay(sight_, mention.sentence, chosen.said) : std::nullopt;
    if (until && !stock) {
      chosen.own = true;
      return Take(*until, "how far its own sentence counts", &chosen);
    }
    if (stock) return TakeStatement("a stock counts at the day of the statement", &chosen);
    if (InLiveEntry(layer_, mention)) return TakeEntry(mention, main, &chosen);
    if (context) {
      chosen.main = context == main;
      const auto stretch = StretchAround(sight_, all_[*context], chosen.said);
      if (stretch) {
        TakeSince(*stretch, &chosen);
        chosen.role = TimeRole::kEvent;  // a count of what happened then, no running total
        return;
      }
      return Take(*context,
                  context == main ? "the event that the article reports"
                                  : "spoken of before in the paragraph",
                  &chosen);
    }
  }

  void TakeEntry(const Mention& mention, std::optional<std::size_t> main,
                 ChosenTime* chosen) const {
    // "men ran into rebels before sunrise yesterday": what the entries after it count.
    const bool told = main && Length(*main) <= kPrecise && Age(*main) <= kFresh &&
                      all_[*main].sentence < mention.sentence;
    if (told) return Take(*main, "the event that the live report is about", chosen);
    if (!chosen->said) chosen->said = DayOfEntry(sight_, mention);
    TakeStatement("an entry of a live report", chosen);
    chosen->own = chosen->days.has_value();
  }

  void TakeStatement(const std::string& why, ChosenTime* chosen) const {
    const auto& date = sight_.document.date;
    if (chosen->said) {
      chosen->days = chosen->said;
    } else if (date) {
      chosen->days = DayRange{*date, *date};
    } else {
      return;
    }
    chosen->steps.push_back("when: " + ToText(*chosen->days) + ", " + why);
  }

  void Take(std::size_t expression, const std::string& why, ChosenTime* chosen) const {
    const TimeExpression& time = all_[expression];
    chosen->expression = expression;
    chosen->days = time.value.days;
    chosen->role = time.value.role;
    // "in three days of fighting, it said on Friday": the days before Friday.
    if (time.value.loose && chosen->said && chosen->said->last < chosen->days->last) {
      const int late = chosen->days->last - chosen->said->last;
      chosen->days = DayRange{chosen->days->first - late, chosen->said->last};
    }
    std::string step = "when: \"" +
                       std::string(sight_.text.substr(time.span.begin, time.span.size())) +
                       "\" is " + ToText(time.value.days);
    if (!time.value.how.empty()) step += ", " + time.value.how;
    chosen->steps.push_back(step + "; " + why);
  }

  // A part belongs to the event of its whole unless a date stands beside it.
  void Inherit() {
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const auto whole = At(i).part_of;
      if (!whole || *whole >= chosen_.size() || *whole == i || chosen_[i].own) continue;
      if (!chosen_[*whole].days) continue;
      const std::optional<DayRange> said = chosen_[i].said;
      chosen_[i] = chosen_[*whole];
      chosen_[i].own = false;
      if (said) chosen_[i].said = said;
    }
  }

  const TimeSight& sight_;
  const TextLayer& layer_;
  const std::vector<TimeExpression>& all_;
  std::vector<ChosenTime> chosen_;
  std::vector<std::size_t> first_of_;                  // by sentence: its first expression
  std::vector<std::vector<std::size_t>> mentions_in_;  // by sentence
  bool sudden_ = false;  // the text tells of an earthquake, a crash: over in a day
  std::vector<std::optional<DayRange>> said_in_;  // by sentence: when its statement was made
};

}  // namespace

std::vector<ChosenTime> ChooseTimes(const TimeSight& sight) {
  return Chooser(sight).Choose();
}

}  // namespace counterclaim
