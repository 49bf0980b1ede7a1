#include "anchor/dates.h"

#include <algorithm>
#include <utility>

#include "anchor/date_arithmetic.h"
#include "anchor/date_matcher.h"

namespace counterclaim {

namespace {

constexpr int kFresh = 60, kLongAgo = 730;  // days: an article tells of the former
constexpr int kStretchDays = 90;            // a stretch to which later dates without a year belong
constexpr int kPreciseDays = 4;             // what later words ("two days earlier") may count from

class Finder {
 public:
  Finder(std::string_view text, const TextLayer& layer, const Language& language,
         std::optional<Day> told)
      : text_(text),
        layer_(layer),
        syntax_(language.syntax),
        calendar_(language.calendar),
        rules_(calendar_.rules),
        dates_tree_(calendar_.dates),
        spans_tree_(calendar_.spans),
        matcher_(text, layer, language),
        ends_(layer.tokens.size(), 0) {
    bases_.told = told;
  }

  std::vector<TimeExpression> Find() {
    for (std::uint32_t i = 0; i < layer_.sentences.size(); ++i) FindIn(i);
    return std::move(found_);
  }

 private:
  void FindIn(std::uint32_t sentence) {
    if (!(layer_.sentences[sentence].bits & kScanDate)) return;
    const std::uint32_t first = layer_.sentences[sentence].first_token,
                        end = layer_.sentences[sentence].end_token;
    simple_.clear();
    const auto opens = [&](std::uint32_t at) { return (layer_.tokens[at].bits & kScanDate) != 0; };
    for (std::uint32_t at = first; at < end; ++at) {
      if (!opens(at)) continue;
      auto match = matcher_.Longest(dates_tree_, at, end, nullptr);
      if (!match || CountsNoun(*match, at)) continue;
      ends_[at] = match->end;
      simple_.emplace_back(at, *match);
    }
    if (simple_.empty()) return;
    for (std::uint32_t at = first; at < end;) {
      if (!opens(at)) {
        ++at;
        continue;
      }
      const auto around = matcher_.Longest(spans_tree_, at, end, &ends_);
      const TimeMatch* simple = SimpleAt(at);
      const bool use_around =
          around && (!simple || around->end > simple->end) && !OwnsHappening(*around);
      if ((use_around && Add(sentence, at, *around)) ||
          (simple && Stands(rules_[simple->rule], at, simple->end, first) &&
           Add(sentence, at, *simple))) {
        at = found_.back().end_token;
      } else {
        ++at;
      }
    }
  }

  // The date without others inside that starts at the token; null: none.
  const TimeMatch* SimpleAt(std::uint32_t at) const {
    if (ends_[at] == 0) return nullptr;
    const auto found =
        std::lower_bound(simple_.begin(), simple_.end(), at,
                         [](const auto& each, std::uint32_t t) { return each.first < t; });
    return &found->second;
  }

  // "killed by Wednesday's flood" counts up to no day.
  bool OwnsHappening(const TimeMatch& match) const {
    return rules_[match.rule].role == TimeRole::kUntil && match.end < layer_.tokens.size() &&
           IsOwnerEnding(layer_.tokens[match.end], text_);
  }

  // "the first night", "the 30th time": which of several, no day of a month.
  bool CountsNoun(const TimeMatch& match, std::uint32_t at) const {
    if (!rules_[match.rule].weak || match.captures.days.empty()) return false;
    const auto& tokens = layer_.tokens;
    if (match.end < tokens.size() && (syntax_.ClassOf(tokens[match.end].word) & kTime)) return true;
    const auto& groups = layer_.noun_groups;
    const auto group = std::lower_bound(
        groups.begin(), groups.end(), match.end,
        [](const NounGroup& g, std::uint32_t token) { return g.end_token <= token; });
    return group != groups.end() && group->first_token <= at;
  }

  bool Stands(const TimeRule& rule, std::uint32_t at, std::uint32_t end,
              std::uint32_t first) const {
    if (!rule.weak) return true;
    // "on the first day"
    if (end < layer_.tokens.size() && calendar_.At(layer_.tokens[end].word).unit) return false;
    return rule.after && at > first &&
           (calendar_.At(layer_.tokens[at - 1].word).classes >> *rule.after & 1u) != 0;
  }

  // "Between July 2022 and June 2023 ... On the worst day, January 19": in the stretch just told.
  void MoveInto(std::uint32_t sentence, DateValue* value) const {
    if (found_.empty()) return;
    const DateValue& last = found_.back().value;
    const bool near =
        layer_.sentences[found_.back().sentence].paragraph == layer_.sentences[sentence].paragraph;
    if (!near || last.yearless || last.days.last - last.days.first < kStretchDays) return;
    // "in the town he left in 2009. There 12 died on 7 October", told on the 15th
    const bool fresh = bases_.told && value->days.last <= *bases_.told &&
                       *bases_.told - value->days.first < kFresh;
    if (fresh && *bases_.told - last.days.last > kLongAgo) return;
    const int years = Calendar(last.days.last).year - Calendar(value->days.first).year;
    for (const int year : {years, years - 1}) {
      const DayRange moved{Move(value->days.first, TimeUnit::kYear, year),
                           Move(value->days.last, TimeUnit::kYear, year)};
      if (moved.first < last.days.first || last.days.last < moved.last) continue;
      value->days = moved;
      value->past.reset();
      if (value->role == TimeRole::kFuture) value->role = TimeRole::kEvent;
      return;
    }
  }

  // "on Friday, ten days after the flood": from which day is counted.
  std::optional<Day> DayBeside(std::uint32_t sentence, std::uint32_t at) const {
    if (found_.empty() || found_.back().sentence != sentence || found_.back().end_token + 1 != at ||
        layer_.tokens[at - 1].kind != TokenKind::kPunctuation)
      return std::nullopt;
    const DateValue& value = found_.back().value;
    return value.days.first == value.days.last && value.role != TimeRole::kFuture
               ? std::optional(value.days.last)
               : std::nullopt;
  }

  bool Add(std::uint32_t sentence, std::uint32_t at, const TimeMatch& match) {
    std::vector<DateValue> dates;
    for (const std::uint32_t date : match.captures.dates) {
      const TimeMatch& inner = *SimpleAt(date);
      const auto value = Evaluate(rules_[inner.rule], inner.captures, {}, bases_);
      if (!value) return false;
      dates.push_back(*value);
    }
    DateBases bases = bases_;
    if (rules_[match.rule].of_event) {
      if (const auto beside = DayBeside(sentence, at)) bases.told = beside;
    }
    auto value = Evaluate(rules_[match.rule], match.captures, dates, bases);
    if (!value) return false;
    if (value->yearless) MoveInto(sentence, &*value);
    found_.push_back({{layer_.tokens[at].span.begin, layer_.tokens[match.end - 1].span.end},
                      at,
                      match.end,
                      sentence,
                      *value});
    const bool precise = value->days.last - value->days.first < kPreciseDays;
    // "declared today; 110 were slain that day": no day to point back to, where another was told
    const bool pointed = !value->today || !bases_.event;
    if (precise && pointed && value->role != TimeRole::kFuture && value->role != TimeRole::kWindow)
      bases_.event = value->days;
    return true;
  }

  std::string_view text_;
  const TextLayer& layer_;
  const SyntaxRules& syntax_;
  const CalendarRules& calendar_;
  const std::vector<TimeRule>& rules_;
  const TimeTree& dates_tree_;
  const TimeTree& spans_tree_;
  DateMatcher matcher_;
  DateBases bases_;
  std::vector<std::uint32_t> ends_;  // by token: end of a date that starts there
  std::vector<std::pair<std::uint32_t, TimeMatch>> simple_;  // of the sentence, by first token
  std::vector<TimeExpression> found_;
};

}  // namespace

std::vector<TimeExpression> FindDates(std::string_view text, const TextLayer& layer,
                                      const Language& language, std::optional<Day> told) {
  return Finder(text, layer, language, told).Find();
}

std::string ToText(TimeRole role) {
  switch (role) {
    case TimeRole::kEvent:
      return "event";
    case TimeRole::kWindow:
      return "window";
    case TimeRole::kUntil:
      return "until";
    case TimeRole::kFuture:
      return "future";
  }
  return "";
}

std::string ToText(const TimeExpression& expression, std::string_view text) {
  std::string out(text.substr(expression.span.begin, expression.span.size()));
  out += " = " + ToText(expression.value.days);
  if (expression.value.role != TimeRole::kEvent) out += ' ' + ToText(expression.value.role);
  return out;
}

}  // namespace counterclaim
