#include "anchor/date_meaning.h"

#include <algorithm>

#include "anchor/date_arithmetic.h"

namespace counterclaim {

namespace {

constexpr int kWeekSlack = 3;  // "two weeks ago" is not counted in days

class Meaning {
 public:
  Meaning(const TimeRule& rule, const TimeCaptures& captures, const std::vector<DateValue>& dates,
          const DateBases& bases)
      : rule_(rule), captures_(captures), dates_(dates), bases_(bases) {}

  std::optional<DateValue> Read() {
    if (!FindBase() && rule_.means != TimeMeaning::kDate && rule_.means != TimeMeaning::kJoin)
      return std::nullopt;
    const auto days = Days();
    if (!days || days->first > days->last) return std::nullopt;
    value_.days = *days;
    const bool inherits =
        rule_.role == TimeRole::kEvent && !dates_.empty() && rule_.base != TimeBase::kDate;
    value_.role = inherits ? dates_.front().role : rule_.role;
    // "in the week after the raid", of which no day was told
    const bool unknown = rule_.means == TimeMeaning::kWindow && rule_.sign > 0 && !bases_.event;
    if (unknown) value_.role = TimeRole::kFuture;
    value_.loose = rule_.loose;
    value_.of_event = rule_.of_event;
    AddNight();
    value_.middle = captures_.part && *captures_.part == 2;
    value_.today = rule_.means == TimeMeaning::kShift && rule_.base == TimeBase::kArticle &&
                   Unit() == TimeUnit::kDay && rule_.from == 0 && rule_.to == 0;
    if (rule_.open_start) {
      if (!dates_.empty() && dates_.front().middle)
        value_.days.first = value_.days.first + (value_.days.last - value_.days.first) / 2;
      if (!bases_.told || *bases_.told < value_.days.first) return std::nullopt;
      value_.days.last = *bases_.told;
    }
    KeepInPast();
    return value_;
  }

 private:
  bool FindBase() {
    if (rule_.base == TimeBase::kDate) {
      if (dates_.empty()) return false;
      base_ = dates_.front().days;
    } else if (rule_.base == TimeBase::kEvent && bases_.event) {
      base_ = *bases_.event;
      value_.how = "counted from " + ToText(base_) + ", spoken of before";
    } else if (bases_.told) {
      base_ = {*bases_.told, *bases_.told};
      value_.how = "counted from the article's date " + ToText(*bases_.told);
    } else {
      return false;
    }
    return true;
  }

  std::optional<DayRange> Days() {
    switch (rule_.means) {
      case TimeMeaning::kDate:
        return CalendarDays();
      case TimeMeaning::kWeekday:
        return WeekdayDays();
      case TimeMeaning::kWeekend:
        return Weekend();
      case TimeMeaning::kShift:
        return Shifted();
      case TimeMeaning::kAgo:
        return Ago();
      case TimeMeaning::kWindow:
        return Window();
      case TimeMeaning::kSeason:
        return Season();
      case TimeMeaning::kWeekOf:
        return WeekOfMonth();
      case TimeMeaning::kJoin:
        return Joined();
      case TimeMeaning::kEaster:
        return Easter();
      case TimeMeaning::kFirst:
        return FirstOfYear();
      case TimeMeaning::kSame:
        return dates_.empty() ? base_ : Copied();
    }
    return std::nullopt;
  }

  DayRange Copied() {
    value_ = dates_.front();
    return value_.days;
  }

  // The year where it is not written: told by the rule ("last year"), by the
  // weekday beside the date, else the nearest.
  std::optional<int> YearFor(unsigned month, unsigned day) {
    if (rule_.year && bases_.told) return Calendar(*bases_.told).year + *rule_.year;
    if (!bases_.told) return std::nullopt;
    value_.yearless = true;
    if (rule_.strict) {  // "last June": the latest that is over
      const int year = Calendar(*bases_.told).year;
      return MonthRange(year, month).last < *bases_.told ? year : year - 1;
    }
    int nearest = NearestYear(*bases_.told, month, day);
    // "In January six died", told in September
    if (captures_.days.empty() && MonthRange(nearest, month).first > *bases_.told) --nearest;
    if (captures_.weekdays.empty() || captures_.days.empty()) return nearest;
    for (const int year : {nearest, nearest - 1, nearest + 1}) {
      const auto exact = DayFrom(year, month, day);
      if (exact && Weekday(*exact) == captures_.weekdays.front()) return year;
    }
    return nearest;
  }

  std::optional<DayRange> CalendarDays() {
    std::vector<unsigned> days(captures_.days.begin(), captures_.days.end());
    std::vector<unsigned> months(captures_.months.begin(), captures_.months.end());
    if (rule_.month > 0) months = {rule_.month};
    if (rule_.day > 0) days = {rule_.day};
    if (months.empty() && days.empty()) return Years();
    if (months.empty()) {  // "the 30th": the last one
      if (!bases_.told) return std::nullopt;
      if (rule_.unit) {  // "the 10th of last month", "from the 3rd to the 5th of this month"
        const YearMonthDay of = Calendar(Move(*bases_.told, *rule_.unit, rule_.from));
        return BetweenDays(days, {of.month}, of.year, of.year);
      }
      const Day told = bases_.event ? bases_.event->last : *bases_.told;
      const YearMonthDay ymd = Calendar(told + 3);
      const auto here = DayFrom(ymd.year, ymd.month, days.front());
      if (here && *here <= told + 3) return DayRange{*here, *here};
      const YearMonthDay before = Calendar(Move(told, TimeUnit::kMonth, -1));
      const auto earlier = DayFrom(before.year, before.month, days.front());
      return earlier ? std::optional(DayRange{*earlier, *earlier}) : std::nullopt;
    }
    const std::optional<int> last_year =
        captures_.years.empty() ? YearFor(months.back(), days.empty() ? 1 : days.back())
                                : std::optional(captures_.years.back());
    if (!last_year) return std::nullopt;
    int first_year = captures_.years.size() > 1 ? captures_.years.front() : *last_year;
    if (captures_.years.size() < 2 && months.front() > months.back()) --first_year;
    if (!captures_.years.empty()) value_.how = "";
    if (days.empty()) {
      DayRange range =
          Hull(MonthRange(first_year, months.front()), MonthRange(*last_year, months.back()));
      whole_ = !captures_.part;
      return captures_.part ? ThirdOf(range, *captures_.part) : range;
    }
    return BetweenDays(days, months, first_year, *last_year);
  }

  std::optional<DayRange> BetweenDays(const std::vector<unsigned>& days,
                                      const std::vector<unsigned>& months, int first_year,
                                      int last_year) {
    const auto last = DayFrom(last_year, months.back(), days.back());
    auto first = DayFrom(first_year, months.front(), days.front());
    if (!first || !last) return std::nullopt;
    if (*first > *last && months.size() == 1) {  // "the night of 30 to 1 October"
      const YearMonthDay before = Calendar(Move(*last, TimeUnit::kMonth, -1));
      first = DayFrom(before.year, before.month, days.front());
      if (!first) return std::nullopt;
    }
    return DayRange{*first, *last};
  }

  std::optional<DayRange> Years() {
    if (rule_.year && captures_.years.empty()) {
      if (!bases_.told) return std::nullopt;
      const DayRange year = YearRange(Calendar(*bases_.told).year + *rule_.year);
      return captures_.part ? ThirdOf(year, *captures_.part) : year;
    }
    if (captures_.years.empty()) return std::nullopt;
    value_.how = "";
    const DayRange years =
        Hull(YearRange(captures_.years.front()), YearRange(captures_.years.back()));
    return captures_.part ? ThirdOf(years, *captures_.part) : years;
  }

  std::optional<DayRange> WeekdayDays() {
    if (captures_.weekdays.empty()) return std::nullopt;
    const unsigned first = captures_.weekdays.front(), last = captures_.weekdays.back();
    value_.of_week = true;
    if (rule_.unit) {  // "Tuesday of last week"
      const Day monday = WeekOf(base_.last + 7 * rule_.from).first;
      const Day day = monday + static_cast<int>((last + 6) % 7);
      return DayRange{day, day};
    }
    if (rule_.role == TimeRole::kFuture) {
      const Day day = WeekdayBefore(base_.last + 7, last, false);
      return DayRange{day, day};
    }
    const Day end = WeekdayBefore(base_.last, last, rule_.strict);
    return DayRange{WeekdayBefore(end, first, false), end};
  }

  // Saturday and Sunday; `from` -1: the last one that is over or, told on a
  // weekday, the one just past.
  DayRange Weekend() const {
    const Day saturday = WeekdayBefore(base_.last, 6, false);
    const bool within = base_.last - saturday <= 1;
    const Day first = rule_.strict && within ? saturday - 7 : saturday + 7 * rule_.to;
    return {first, first + 1};
  }

  std::optional<DayRange> Shifted() const {
    const Day from = Move(base_.first, *Unit(), rule_.from),
              to = Move(base_.last, *Unit(), rule_.to);
    return Whole(from, to);
  }

  std::optional<TimeUnit> Unit() const {
    return rule_.unit ? rule_.unit : captures_.unit ? captures_.unit : TimeUnit::kDay;
  }

  DayRange Whole(Day from, Day to) const {
    switch (*Unit()) {
      case TimeUnit::kHour:
      case TimeUnit::kDay:
        return {from, to};
      case TimeUnit::kWeek:
        return Hull(WeekOf(from), WeekOf(to));
      case TimeUnit::kMonth: {
        const YearMonthDay a = Calendar(from), b = Calendar(to);
        return Hull(MonthRange(a.year, a.month), MonthRange(b.year, b.month));
      }
      case TimeUnit::kYear:
        return Hull(YearRange(Calendar(from).year), YearRange(Calendar(to).year));
      case TimeUnit::kDecade:  // "three decades ago": five years to either side
        return Hull(YearRange(Calendar(from).year - 5), YearRange(Calendar(to).year + 5));
    }
    return {from, to};
  }

  std::optional<DayRange> Ago() const {
    const TimeCount count = captures_.count.value_or(TimeCount{});
    const auto moved = [&](Day day, int units) { return Move(day, *Unit(), rule_.sign * units); };
    const Day a = moved(base_.first, rule_.sign < 0 ? count.high : count.low);
    const Day b = moved(base_.last, rule_.sign < 0 ? count.low : count.high);
    if (*Unit() == TimeUnit::kWeek && rule_.base == TimeBase::kArticle)
      return DayRange{a - kWeekSlack, b + kWeekSlack};
    if (*Unit() == TimeUnit::kWeek) return DayRange{a, b};
    return Whole(a, b);
  }

  std::optional<DayRange> Window() const {
    const int told = rule_.from < 0 ? -rule_.from : 1;
    const TimeCount count = captures_.count.value_or(TimeCount{told, told});
    if (*Unit() == TimeUnit::kHour && count.high < 24) return std::nullopt;
    if (rule_.sign > 0) return DayRange{base_.first, Move(base_.last, *Unit(), count.high)};
    return DayRange{Move(base_.last, *Unit(), -count.high), base_.last};
  }

  std::optional<DayRange> Season() {
    if (!captures_.season) return std::nullopt;
    const unsigned first = captures_.season->first, last = captures_.season->second;
    const auto in = [&](int year) {  // the season that begins in `year`
      return Hull(MonthRange(year, first), MonthRange(first > last ? year + 1 : year, last));
    };
    if (!captures_.years.empty()) {
      value_.how = "";
      return in(captures_.years.front());
    }
    const int year = Calendar(base_.last).year;
    if (rule_.year) return in(year + *rule_.year);
    for (const int begins : {year, year - 1}) {
      const DayRange season = in(begins);
      if (rule_.strict ? season.last < base_.last : season.first <= base_.last) return season;
    }
    return in(year - 2);
  }

  std::optional<DayRange> WeekOfMonth() {
    if (captures_.months.empty()) return std::nullopt;
    const auto year = captures_.years.empty() ? YearFor(captures_.months.front(), 1)
                                              : std::optional(captures_.years.front());
    if (!year) return std::nullopt;
    const DayRange month = MonthRange(*year, captures_.months.front());
    if (captures_.days.empty()) return DayRange{month.last - 6, month.last};  // the last week
    if (captures_.days.front() > 5) return std::nullopt;
    const Day first = month.first + 7 * (static_cast<int>(captures_.days.front()) - 1);
    return DayRange{first, std::min(first + 6, month.last)};
  }

  // The feast of the year that is written, else the last one.
  std::optional<DayRange> Easter() {
    int year = 0;
    if (!captures_.years.empty()) {
      year = captures_.years.back();
      value_.how = "";
    } else if (rule_.year) {
      year = Calendar(base_.last).year + *rule_.year;
    } else {
      year = Calendar(base_.last).year;
      if (EasterOf(year) + rule_.from > base_.last) --year;
    }
    return DayRange{EasterOf(year) + rule_.from, EasterOf(year) + rule_.to};
  }

  // "the first six months of 2024", "the first quarter of this year"; `from` months are passed
  // over.
  std::optional<DayRange> FirstOfYear() const {
    const int months = rule_.month > 0 ? rule_.month : captures_.count ? captures_.count->low : 0;
    const TimeUnit unit = rule_.month > 0 ? TimeUnit::kMonth : *Unit();
    if (months <= 0 || (unit == TimeUnit::kMonth && months > 12)) return std::nullopt;
    const int year = !captures_.years.empty() ? captures_.years.back()
                                              : Calendar(base_.last).year + rule_.year.value_or(0);
    const Day first = Move(YearRange(year).first, TimeUnit::kMonth, rule_.from);
    return DayRange{first, Move(first, unit, months) - 1};
  }

  // "from Monday to Wednesday", "between 28 December and 3 January 2025".
  std::optional<DayRange> Joined() {
    if (dates_.size() < 2) return dates_.empty() ? std::nullopt : std::optional(Copied());
    if (dates_.front().role != dates_.back().role) return std::nullopt;
    DayRange first = dates_.front().days;
    const DayRange last = dates_.back().days;
    value_.how = dates_.front().how;
    if (first.first > last.last && dates_.front().of_week)
      first = {first.first - 7, first.last - 7};
    const bool far = last.first - first.last > 366;
    if (dates_.front().yearless && (first.first > last.last || far)) {
      int years = Calendar(last.first).year - Calendar(first.first).year;
      if (Move(first.first, TimeUnit::kYear, years) > last.last) --years;
      first = {Move(first.first, TimeUnit::kYear, years), Move(first.last, TimeUnit::kYear, years)};
    }
    return first.first > last.last ? std::nullopt : std::optional(DayRange{first.first, last.last});
  }

  void AddNight() {
    if (!rule_.night || value_.days.first != value_.days.last) return;
    if (*rule_.night < 0) value_.days.first = value_.days.first - 1;
    if (*rule_.night >= 0) value_.days.last = value_.days.last + 1;
  }

  // What is told has happened: a range that runs on ends with the article.
  void KeepInPast() {
    if (!bases_.told || value_.role == TimeRole::kFuture) return;
    const Day told = *bases_.told;
    const bool runs_on = value_.days.first <= told && value_.days.last > told && !whole_;
    if (runs_on) value_.days.last = told;
    if (value_.days.first <= told + 1) return;
    if (value_.yearless) {
      value_.past = DayRange{Move(value_.days.first, TimeUnit::kYear, -1),
                             Move(value_.days.last, TimeUnit::kYear, -1)};
    }
    value_.role = TimeRole::kFuture;
  }

  const TimeRule& rule_;
  const TimeCaptures& captures_;
  const std::vector<DateValue>& dates_;
  const DateBases& bases_;
  DayRange base_;
  DateValue value_;
  bool whole_ = false;  // a month named whole stays whole, whenever it is told
};

}  // namespace

std::optional<DateValue> Evaluate(const TimeRule& rule, const TimeCaptures& captures,
                                  const std::vector<DateValue>& dates, const DateBases& bases) {
  return Meaning(rule, captures, dates, bases).Read();
}

}  // namespace counterclaim
