#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

enum class TimeUnit : std::uint8_t { kHour, kDay, kWeek, kMonth, kYear, kDecade };

// What a word of the calendar names; none where it names nothing of the kind.
struct CalendarWord {
  std::uint8_t month = 0;          // 1..12
  std::int8_t weekday = -1;        // 0 = Sunday
  std::int8_t short_weekday = -1;  // "Sat": a weekday beside a date only
  std::uint8_t part = 0;           // thirds of a month or year: 1 early, 2 mid, 3 late
  std::uint8_t season_first = 0, season_last = 0;  // months; winter: 12, 2
  std::optional<TimeUnit> unit;
  std::uint32_t classes = 0;  // bit i: a word of CalendarRules::classes[i]
};

// What stands for `<name>` in a pattern, beside the word classes of the file.
enum class TimeSlot : std::uint8_t {
  kDay,
  kNth,
  kMonth,
  kMonthNumber,
  kYear,
  kWeekday,
  kShortWeekday,
  kNumber,
  kUnit,
  kSeason,
  kPart,
  kDate,
};

// How the words of a pattern become days.
enum class TimeMeaning : std::uint8_t {
  kDate,     // of the calendar: day, month, year, as far as captured
  kWeekday,  // the last one on or before the base
  kWeekend,
  kShift,   // `unit` of the base, moved by from..to
  kAgo,     // captured number of captured units before (sign -1) or after the base
  kWindow,  // captured number of captured units up to the base
  kSeason,
  kWeekOf,  // "the second week of January"
  kJoin,    // from the first captured date to the last
  kSame,    // the captured date or the base itself
  kEaster,  // Easter Sunday, moved by from..to days
  kFirst,   // captured number of units from the year's first day, or `month` months
};

// The day from which a relative expression counts.
enum class TimeBase : std::uint8_t {
  kArticle,  // the article's date: today, last week
  kEvent,    // the date spoken of before: the same day, two days later
  kDate,     // the date captured: two days after Monday
};

enum class TimeRole : std::uint8_t {
  kEvent,   // may date an event
  kWindow,  // reaches from a start to now: since Monday, in the past 24 hours
  kUntil,   // the end of counting: by Friday evening, as of noon
  kFuture,  // lies ahead: tomorrow, next week
};

struct TimeRule {
  TimeMeaning means = TimeMeaning::kDate;
  TimeBase base = TimeBase::kArticle;
  TimeRole role = TimeRole::kEvent;
  std::optional<TimeUnit> unit;
  int from = 0, to = 0;  // shift, in `unit`
  int sign = -1;
  std::optional<int> night;       // the night that begins on the day: 0; that ends on it: -1
  bool weak = false;              // stands only inside a longer expression ("May" in "since May")
  std::optional<unsigned> after;  // or after a word of this class: "in May"
  bool loose = false;       // a length that dates only what has no other date: "in three days"
  bool closed = false;      // not where a word follows at once: "the day before."
  bool open_start = false;  // since: from its first day until now
  bool of_event = false;    // "a week after the": only where a happening follows
  bool strict = false;      // before the base, never on it: last Monday
  std::optional<int> year;  // relative to the base: "in May last year": -1
  std::uint8_t month = 0, day = 0;  // fixed: New Year's Day
};

// Patterns as a tree of words, word classes and slots. Every way to read a
// pattern's optional parts is one path.
struct TimeTree {
  struct Node {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // key, node; sorted by key
    std::vector<std::uint16_t> rules;
    std::uint32_t words = 0;    // edges that are words; they come first
    std::uint32_t classes = 0;  // bit i: an edge for the word class
    std::uint16_t slots = 0;    // bit i: an edge for the slot
  };
  static constexpr std::uint32_t kClassKey = 1u << 31, kSlotKey = 1u << 30;
  std::vector<Node> nodes = {Node{}};

  void Add(const std::vector<std::uint32_t>& keys, std::uint16_t rule);
};

// Words that decide how far a figure reaches and what a date belongs to.
enum class AnchorCue : std::uint8_t {
  kCumulative,   // so far, to date
  kWhole,        // the war: totals over it are cumulative
  kDayTotal,     // in a single day
  kOperation,    // battle, siege, offensive
  kTally,        // toll, count: its date is not the event's
  kStatement,    // said, statement: dates beside them are those of saying
  kFuture,       // will, due, scheduled
  kFounded,      // founded, born: dates beside them belong to the past of a body
  kPlaceBefore,  // in, at, near
  kPlaceKind,    // village, district
  kElsewhere,    // elsewhere, another: the figure has a place of its own
  kNameLead,     // of: joins an event to the date that names it
  kArticle,      // the, its: "the January 8 bombardment"
  kEventLead,    // after, during: the date beside them is the event's
  kEnemy,        // enemy, hostile: of the one who speaks
  kOurs,         // we, our: the one who speaks
  kTheirs,       // their, its: of the one spoken of
  kLoss,         // lost, losses, mourns: the subject's own
  kInflicted,    // inflicted: the enemy's
  kSide,         // "on the Afghan side"
  kOther,        // the other of two sides
  kSince,        // since: a stretch begins with what follows
  kBegan,        // began: of a war or campaign
  kReported,     // that: opens what is said
  kRelative,     // who: what follows tells of a person
  kAside,        // where, which: what follows tells of a place or a thing
  kSeat,         // based, agreed, talks: a place behind it is none of events
  kHappening,    // killings, bombing: behind a place, an event at it
  kBothSides,    // on both sides: the losses of neither alone
  kMostOf,       // most of them: a place behind it is that of a part
  kTownBefore,   // in, at, near: before a town that no table has
  kNotPlace,     // with, against: what follows is no place of what stands before
  kSamePlace,    // in the city, there: where the text was
  kNoTown,       // operation, Parliament: no part of such a town's name
  kOwnAct,       // claimed the attack: a date behind it is that of the claim
  kSudden,       // earthquake, erupted: over in a day; what is counted since then is of that day
  kSuperlative,  // deadliest, worst: a stretch behind it tells how long there was none like it
  kThen,         // when: tells what happened on the date before it
  kWhere,        // where: what follows tells what happened at the place before it
  kTowards,      // to, towards: nothing happened at the place behind it
  kStruck,       // was shelled: of the place that stands before it
  kBackThen,     // then, there: of the time that was told just before
  kListed,       // and, or: between two places: at neither alone
  kBefell,       // hit, gave way: verbs of what happens; a date behind them is its day
  kChange,       // gone up, risen: a stretch behind them is that of the change
  kPlaceOpens,   // for: opens a sentence in front of the place that its figures are of
  kIdiom,        // long since, all told: looks like another cue and is none
};

// rules/languages/<tag>/calendar.yaml and calendar/*.yaml
struct CalendarRules {
  WordTable<CalendarWord> words;
  std::vector<std::string> classes;  // names of word classes, at most 32
  std::vector<TimeRule> rules;
  TimeTree dates;              // patterns without <date>
  TimeTree spans;              // patterns around dates
  PhraseTable cues;            // value: an AnchorCue
  bool small_letters = false;  // months and weekdays are written without a capital

  const CalendarWord& At(WordId id) const { return words.At(id); }
};

void LoadCalendarRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
