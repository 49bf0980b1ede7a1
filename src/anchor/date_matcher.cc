#include "anchor/date_matcher.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace counterclaim {

struct DateMatcher::Search {
  const TimeTree& tree;
  std::uint32_t end;
  const std::vector<std::uint32_t>* date_ends;
  TimeCaptures captures;
  std::optional<TimeMatch> best;
};

std::optional<TimeMatch> DateMatcher::Longest(const TimeTree& tree, std::uint32_t at,
                                              std::uint32_t end,
                                              const std::vector<std::uint32_t>* date_ends) const {
  if (!(tokens_[at].bits & kScanDate) || !MayStart(tree, at, date_ends)) return std::nullopt;
  Search search{tree, end, date_ends, {}, std::nullopt};
  Walk(&search, 0, at);
  return search.best;
}

void DateMatcher::Accept(Search* search, std::uint32_t node, std::uint32_t at) const {
  for (const std::uint16_t index : search->tree.nodes[node].rules) {
    const TimeRule& rule = calendar_.rules[index];
    const bool word_follows = at < search->end && tokens_[at].kind != TokenKind::kPunctuation &&
                              !(syntax_.ClassOf(tokens_[at].word) & kCoordinator);
    if (rule.closed && word_follows) continue;
    auto& best = search->best;
    if (best && (best->end > at || (best->end == at && best->rule <= index))) continue;
    best = TimeMatch{at, index, search->captures};
  }
}

// The node behind a word; 0: no pattern goes on so.
std::uint32_t DateMatcher::Behind(const TimeTree::Node& node, WordId word) {
  if (node.words == 0 || word == kUnknownWord) return 0;
  const auto end = node.edges.begin() + node.words;
  const auto edge = std::lower_bound(node.edges.begin(), end, std::pair{word, 0u});
  return edge != end && edge->first == word ? edge->second : 0;
}

// Every node is reached by one path alone, so a walk visits none twice.
void DateMatcher::Walk(Search* search, std::uint32_t at_node, std::uint32_t at) const {
  if (at_node != 0) Accept(search, at_node, at);
  if (at >= search->end) return;
  const Token& token = tokens_[at];
  if (token.word == kUnknownWord && token.kind != TokenKind::kNumber) return;
  const TimeTree::Node& node = search->tree.nodes[at_node];
  if (const std::uint32_t next = Behind(node, token.word)) Walk(search, next, at + 1);
  // Edges for words come first, then those for slots and for classes, by their bits.
  const std::uint32_t all_slots = node.slots;
  std::uint32_t classes = node.classes ? node.classes & calendar_.At(token.word).classes : 0;
  std::uint32_t slots = all_slots ? all_slots & SlotsOf(at) : 0;
  const auto below = [](std::uint32_t all, int bit) {
    return static_cast<std::size_t>(std::popcount(all & ((1u << bit) - 1)));
  };
  while (classes != 0) {
    const int bit = std::bit_width(classes) - 1;
    classes ^= 1u << bit;
    const std::size_t edge = node.words + below(all_slots, 16) + below(node.classes, bit);
    Walk(search, node.edges[edge].second, at + 1);
  }
  while (slots != 0) {
    const int bit = std::bit_width(slots) - 1;
    slots ^= 1u << bit;
    if (bit == static_cast<int>(TimeSlot::kDate) && !search->date_ends) continue;
    TimeCaptures captures = search->captures;
    const std::uint32_t after = ReadSlot(static_cast<TimeSlot>(bit), at, *search, &captures);
    if (after <= at) continue;
    std::swap(search->captures, captures);
    Walk(search, node.edges[node.words + below(all_slots, bit)].second, after);
    search->captures = captures;
  }
}

// Most tokens open no pattern: seen here before a search is made.
bool DateMatcher::MayStart(const TimeTree& tree, std::uint32_t at,
                           const std::vector<std::uint32_t>* date_ends) const {
  constexpr std::uint32_t kDate = 1u << static_cast<unsigned>(TimeSlot::kDate);
  const Token& token = tokens_[at];
  if (token.word == kUnknownWord && token.kind != TokenKind::kNumber) return false;
  const TimeTree::Node& root = tree.nodes[0];
  const bool date = date_ends && (*date_ends)[at] > at;
  return (date && (root.slots & kDate) != 0) || (root.slots & SlotsOf(at) & ~kDate) != 0 ||
         (root.classes & calendar_.At(token.word).classes) != 0 || Behind(root, token.word) != 0;
}

// A quick look at the first token, before anything is copied.
std::uint16_t DateMatcher::SlotsOf(std::uint32_t at) const {
  constexpr auto bit = [](TimeSlot slot) { return 1u << static_cast<unsigned>(slot); };
  constexpr unsigned kKnown = 1u << 15;
  constexpr unsigned kDays = bit(TimeSlot::kDay) | bit(TimeSlot::kNth);
  if (slots_[at] != 0) return slots_[at];
  const Token& token = tokens_[at];
  const CalendarWord& word = calendar_.At(token.word);
  const NumberWord& number = language_.numbers.At(token.word);
  unsigned slots = kKnown | bit(TimeSlot::kDate);  // ReadSlot looks whether a date begins
  if (token.kind == TokenKind::kNumber)
    slots |= kDays | bit(TimeSlot::kMonthNumber) | bit(TimeSlot::kYear) | bit(TimeSlot::kNumber);
  if (number.ordinal > 0 || number.cardinal >= 20) slots |= kDays;
  if (number.cardinal > 0 || number.group > 0 || (number.roles & kArticleRole) != 0 ||
      language_.numbers.vague.StartsWith(token.word))
    slots |= bit(TimeSlot::kNumber);
  if (word.month != 0) slots |= bit(TimeSlot::kMonth);
  if (word.weekday >= 0) slots |= bit(TimeSlot::kWeekday);
  if (word.short_weekday >= 0) slots |= bit(TimeSlot::kShortWeekday);
  if (word.unit) slots |= bit(TimeSlot::kUnit);
  if (word.season_first != 0) slots |= bit(TimeSlot::kSeason);
  if (word.part != 0) slots |= bit(TimeSlot::kPart);
  return slots_[at] = static_cast<std::uint16_t>(slots);
}

std::uint32_t DateMatcher::ReadSlot(TimeSlot slot, std::uint32_t at, const Search& search,
                                    TimeCaptures* captures) const {
  const Token& token = tokens_[at];
  const CalendarWord& word = calendar_.At(token.word);
  const bool named = token.capital || calendar_.small_letters;
  switch (slot) {
    case TimeSlot::kDay:
      return ReadDay(at, search.end, false, captures);
    case TimeSlot::kNth:
      return ReadDay(at, search.end, true, captures);
    case TimeSlot::kMonth:
      if (word.month == 0 || !named) return at;
      captures->months.push_back(word.month);
      return SkipStop(at + 1, search.end);
    case TimeSlot::kMonthNumber: {
      const auto month = Digits(at, 2);
      if (!month || *month < 1 || *month > 12) return at;
      captures->months.push_back(*month);
      return at + 1;
    }
    case TimeSlot::kYear:
      return ReadYear(at, search.end, captures);
    case TimeSlot::kWeekday:
      if (word.weekday < 0 || !named) return at;
      captures->weekdays.push_back(static_cast<unsigned>(word.weekday));
      return at + 1;
    case TimeSlot::kShortWeekday:
      if (word.short_weekday < 0 || !named) return at;
      captures->weekdays.push_back(static_cast<unsigned>(word.short_weekday));
      return SkipStop(at + 1, search.end);
    case TimeSlot::kNumber:
      return ReadCount(at, search.end, captures);
    case TimeSlot::kUnit:
      if (!word.unit) return at;
      captures->unit = word.unit;
      return at + 1;
    case TimeSlot::kSeason:
      if (word.season_first == 0) return at;
      captures->season = std::pair<unsigned, unsigned>{word.season_first, word.season_last};
      return at + 1;
    case TimeSlot::kPart:
      if (word.part == 0) return at;
      captures->part = word.part;
      return at + 1;
    case TimeSlot::kDate: {
      const std::uint32_t after = search.date_ends ? (*search.date_ends)[at] : 0;
      if (after <= at || after > search.end) return at;
      captures->dates.push_back(at);
      return after;
    }
  }
  return at;
}

// The stop of an abbreviation: "Oct. 18".
std::uint32_t DateMatcher::SkipStop(std::uint32_t at, std::uint32_t end) const {
  const bool stop = at < end && !tokens_[at].space_before && text_[tokens_[at].span.begin] == '.';
  return stop && language_.text.stops.contains(tokens_[at - 1].word) ? at + 1 : at;
}

std::optional<unsigned> DateMatcher::Digits(std::uint32_t at, std::size_t most) const {
  const Span span = tokens_[at].span;
  if (tokens_[at].kind != TokenKind::kNumber || span.size() > most) return std::nullopt;
  unsigned value = 0;
  for (const char c : text_.substr(span.begin, span.size())) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

// "8", "08", "8th", "eighth", "twenty-first".
std::uint32_t DateMatcher::ReadDay(std::uint32_t at, std::uint32_t end, bool ordinal,
                                   TimeCaptures* captures) const {
  const NumberRules& numbers = language_.numbers;
  const auto accept = [&](double value, std::uint32_t after) {
    if (value < 1 || value > 31) return at;
    captures->days.push_back(static_cast<unsigned>(value));
    return after;
  };
  if (const auto value = Digits(at, 2)) {
    const bool suffix = at + 1 < end && !tokens_[at + 1].space_before &&
                        (numbers.At(tokens_[at + 1].word).roles & kOrdinalEndRole) != 0;
    return suffix || !ordinal ? accept(*value, at + (suffix ? 2 : 1)) : at;
  }
  const NumberWord& word = numbers.At(tokens_[at].word);
  if (word.ordinal > 0) return accept(word.ordinal, at + 1);
  const bool tens = word.cardinal >= 20 && at + 2 < end &&
                    (numbers.At(tokens_[at + 1].word).roles & kDashRole) != 0;
  const double units = tens ? numbers.At(tokens_[at + 2].word).ordinal : 0;
  return units > 0 && units < 10 ? accept(word.cardinal + units, at + 3) : at;
}

std::uint32_t DateMatcher::ReadYear(std::uint32_t at, std::uint32_t end,
                                    TimeCaptures* captures) const {
  const auto value = Digits(at, 4);
  if (!value || *value < 1800 || *value > 2199) return at;
  const bool suffix = at + 1 < end && !tokens_[at + 1].space_before &&
                      tokens_[at + 1].kind == TokenKind::kWord &&
                      calendar_.At(tokens_[at + 1].word).classes == 0;
  if (suffix && !language_.words.Word(tokens_[at + 1].word).starts_with('\'')) return at;
  captures->years.push_back(static_cast<int>(*value));
  return at + 1;
}

std::uint32_t DateMatcher::ReadCount(std::uint32_t at, std::uint32_t end,
                                     TimeCaptures* captures) const {
  const NumberRules& numbers = language_.numbers;
  const auto accept = [&](double low, double high, std::uint32_t after) {
    if (low < 1 || high > 400) return at;
    captures->count = TimeCount{static_cast<int>(low), static_cast<int>(high)};
    return after;
  };
  if (const auto value = Digits(at, 3)) return accept(*value, *value, at + 1);
  const auto vague = numbers.vague.Longest(tokens_, at, end);
  if (vague.length > 0) {
    const Interval soft = numbers.vague_words[vague.values->front()].soft;
    return accept(static_cast<double>(soft.low),
                  static_cast<double>(std::min<std::int64_t>(soft.high, 12)), at + vague.length);
  }
  const NumberWord& word = numbers.At(tokens_[at].word);
  if (word.cardinal > 0) {
    const bool more = word.cardinal >= 20 && at + 2 < end &&
                      (numbers.At(tokens_[at + 1].word).roles & kDashRole) != 0;
    const double units = more ? numbers.At(tokens_[at + 2].word).cardinal : 0;
    if (units > 0 && units < 10)
      return accept(word.cardinal + units, word.cardinal + units, at + 3);
    return accept(word.cardinal, word.cardinal, at + 1);
  }
  if (word.group > 0) return accept(word.group, word.group, at + 1);
  return (word.roles & kArticleRole) != 0 ? accept(1, 1, at + 1) : at;
}

}  // namespace counterclaim
