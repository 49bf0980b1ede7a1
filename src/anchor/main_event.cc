#include "anchor/main_event.h"

#include <algorithm>

#include "anchor/since.h"

namespace counterclaim {

namespace {

constexpr int kRecent = 45;   // days between an event and its report
constexpr int kRunning = 62;  // days; a stretch that began earlier is not what an article reports
constexpr int kMonth = 31, kFresh = 3, kStale = 7;  // days

class MainEvent {
 public:
  MainEvent(const TimeSight& sight, const std::vector<std::vector<std::size_t>>& mentions_in)
      : sight_(sight),
        layer_(sight.layer),
        all_(sight.expressions),
        mentions_in_(mentions_in),
        first_(sight.mentions.mentions.empty() ? static_cast<std::uint32_t>(layer_.sentences.size())
                                               : sight.mentions.mentions.front().sentence) {}

  std::optional<std::size_t> Find(std::optional<std::size_t> of_first) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (DatesEvent(sight_, i) && !Skipped(all_[i].sentence)) Weigh(i, of_first == i);
    }
    // "Jets bombed the camp on Tuesday of the group whose raid killed 40 last month."
    if (figure_) return fresh_ && Age(*figure_) > kStale ? fresh_ : figure_;
    if (head_ || lasting_) return head_ ? head_ : lasting_;
    // "A panel on Friday laid the blame for January's raid": Friday is the panel's day.
    const bool told = recent_ && named_ && Age(*recent_) <= kFresh && Age(*named_) > kFresh &&
                      all_[*named_].sentence <= all_[*recent_].sentence;
    return recent_ && !told ? recent_ : named_;
  }

 private:
  void Weigh(std::size_t i, bool of_first) {
    const TimeExpression& time = all_[i];
    const bool first_figure = time.sentence == first_;
    const bool window = IsRunning(time);
    if (time.value.loose && first_figure && !lasting_ && window) lasting_ = i;
    if (time.value.loose || (time.value.role == TimeRole::kWindow && !window)) return;
    const bool names = sight_.uses[i] == TimeUse::kNamed;
    if (first_figure && (window || LengthOf(time) <= kPrecise || names)) {
      if (of_first) figure_ = i;
      if (!fresh_ && Age(i) <= kFresh) fresh_ = i;
      return;
    }
    if (!head_ && names && LengthOf(time) <= kMonth && InHead(time.sentence)) head_ = i;
    const bool idle = mentions_in_[time.sentence].empty();  // "no X-ray since May"
    if ((!names && idle && OfPerson(sight_, time)) || (names && OfOwnParagraph(time.sentence)))
      return;
    const bool other = idle && !names && LengthOf(time) > 2 && time.sentence > first_ &&
                       !TellsEvent(sight_, time.sentence);  // "tickets sell well this week"
    const bool fits = (window && !idle) || LengthOf(time) <= kPrecise;
    if (!other && fits && Recent(i)) TakeRecent(i, !idle || names || TellsWhatHappened(sight_, i));
    if (!named_ && names && LengthOf(time) <= kMonth) named_ = i;
  }

  void TakeRecent(std::size_t i, bool happened) {
    if (recent_ && (happened_ || !happened || all_[i].sentence != all_[*recent_].sentence)) return;
    recent_ = i;
    happened_ = happened;
  }

  bool Skipped(std::uint32_t sentence) const {
    const ParagraphKind kind = layer_.paragraphs[layer_.sentences[sentence].paragraph].kind;
    return kind == ParagraphKind::kFurniture || kind == ParagraphKind::kDateLine ||
           kind == ParagraphKind::kPost;
  }

  int Age(std::size_t i) const { return AgeOf(sight_, all_[i]); }
  bool Recent(std::size_t i) const { return !sight_.document.date || Age(i) <= kRecent; }

  bool InHead(std::uint32_t sentence) const {
    return first_ < layer_.sentences.size() && sentence < first_ &&
           layer_.sentences[sentence].paragraph == layer_.sentences[first_].paragraph;
  }

  // A paragraph with figures of its own: the event that it names is theirs.
  bool OfOwnParagraph(std::uint32_t sentence) const {
    const std::uint32_t paragraph = layer_.sentences[sentence].paragraph;
    if (first_ < layer_.sentences.size() && layer_.sentences[first_].paragraph == paragraph)
      return false;
    const Paragraph& around = layer_.paragraphs[paragraph];
    return std::any_of(mentions_in_.begin() + around.first_sentence,
                       mentions_in_.begin() + around.end_sentence,
                       [](const auto& mentions) { return !mentions.empty(); });
  }

  const TimeSight& sight_;
  const TextLayer& layer_;
  const std::vector<TimeExpression>& all_;
  const std::vector<std::vector<std::size_t>>& mentions_in_;
  std::uint32_t first_;  // the sentence of the first figure
  std::optional<std::size_t> head_, lasting_, recent_, named_, figure_, fresh_;
  bool happened_ = false;  // on the recent date something happened
};

}  // namespace

bool DatesEvent(const TimeSight& sight, std::size_t expression) {
  const TimeUse use = sight.uses[expression];
  const TimeRole role = sight.expressions[expression].value.role;
  return (use == TimeUse::kEvent || use == TimeUse::kNamed) && role != TimeRole::kFuture &&
         role != TimeRole::kUntil;
}

int LengthOf(const TimeExpression& time) {
  return time.value.days.last - time.value.days.first + 1;
}

bool IsRunning(const TimeExpression& time) {
  return time.value.role == TimeRole::kWindow && LengthOf(time) <= kRunning;
}

int AgeOf(const TimeSight& sight, const TimeExpression& time) {
  return sight.document.date ? *sight.document.date - time.value.days.last : 0;
}

bool TellsWhatHappened(const TimeSight& sight, std::size_t expression) {
  const TimeExpression& time = sight.expressions[expression];
  std::uint32_t at = sight.layer.sentences[time.sentence].first_token;
  if (expression > 0) at = std::max(at, sight.expressions[expression - 1].end_token);
  for (; at < time.first_token; ++at) {
    const CueMask mask = sight.cues[at];
    if (HasCue(mask, AnchorCue::kHappening) || HasCue(mask, AnchorCue::kSudden) ||
        HasCue(mask, AnchorCue::kThen) || HasCue(mask, AnchorCue::kWhere) ||
        HasCue(mask, AnchorCue::kBefell))
      return true;
  }
  return false;
}

std::optional<std::size_t> FindMainEvent(const TimeSight& sight,
                                         const std::vector<std::vector<std::size_t>>& mentions_in,
                                         std::optional<std::size_t> of_first) {
  return MainEvent(sight, mentions_in).Find(of_first);
}

}  // namespace counterclaim
