#include "rulebook/calendar_rules.h"

#include <algorithm>

#include "rulebook/rulebook.h"

namespace counterclaim {

namespace {

constexpr std::size_t kMostPaths = 512;  // readings of one pattern
constexpr std::size_t kMostClasses = 32;
constexpr std::size_t kDeepestGroup = 8;

const std::pair<const char*, TimeSlot> kSlots[] = {
    {"day", TimeSlot::kDay},           {"nth", TimeSlot::kNth},
    {"month", TimeSlot::kMonth},       {"month-number", TimeSlot::kMonthNumber},
    {"year", TimeSlot::kYear},         {"weekday", TimeSlot::kWeekday},
    {"wday", TimeSlot::kShortWeekday}, {"number", TimeSlot::kNumber},
    {"unit", TimeSlot::kUnit},         {"season", TimeSlot::kSeason},
    {"part", TimeSlot::kPart},         {"date", TimeSlot::kDate}};

const std::vector<std::string> kMeanings = {"date", "weekday", "weekend", "shift",
                                            "ago",  "window",  "season",  "week-of",
                                            "join", "same",    "easter",  "first"};
const std::vector<std::string> kBases = {"article", "event", "date"};
const std::vector<std::string> kRoles = {"event", "window", "until", "future"};
const std::vector<std::string> kUnits = {"hour", "day", "week", "month", "year", "decade"};
const std::vector<std::string> kCues = {
    "cumulative",  "whole",      "day",          "operation",   "tally",      "statement",
    "future",      "founded",    "place-before", "place-kind",  "elsewhere",  "name-lead",
    "article",     "event-lead", "enemy",        "ours",        "theirs",     "loss",
    "inflicted",   "side",       "other",        "since",       "began",      "reported",
    "relative",    "aside",      "seat",         "happening",   "both-sides", "most-of",
    "town-before", "not-place",  "same-place",   "no-town",     "own-act",    "sudden",
    "superlative", "then",       "where",        "towards",     "struck",     "back-then",
    "listed",      "befell",     "change",       "place-opens", "idiom"};

template <typename Enum>
Enum Index(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

using Path = std::vector<std::uint32_t>;

// Reads "( the ) night of [ <weekday> | <date> ]" into every path through it:
// round brackets may be left out, square ones may not, "|" parts choices.
class PatternReader {
 public:
  PatternReader(std::string_view text, Language* language) : language_(language) { Split(text); }

  // Empty when the pattern is malformed, names an unknown slot or has too many
  // readings; `problem` then tells why.
  std::vector<Path> Read(std::string* problem) {
    std::vector<Path> paths = ReadChoices(0);
    if (problem_.empty() && at_ < pieces_.size()) problem_ = "a bracket closes that was not opened";
    if (problem_.empty() &&
        std::any_of(paths.begin(), paths.end(), [](const Path& p) { return p.empty(); })) {
      problem_ = "every word of the pattern may be left out";
    }
    *problem = problem_;
    return problem_.empty() ? paths : std::vector<Path>{};
  }

 private:
  void Split(std::string_view text) {
    std::string piece;
    bool slot = false;
    const auto finish = [&] {
      if (!piece.empty()) pieces_.push_back(piece);
      piece.clear();
    };
    for (const char c : text) {
      if (c == '<') finish(), slot = true;
      const bool bracket = !slot && (c == '(' || c == ')' || c == '[' || c == ']' || c == '|');
      if (c == ' ' || bracket) finish();
      if (c == ' ') continue;
      piece += c;
      if (bracket || c == '>') finish();
      if (c == '>') slot = false;
    }
    finish();
  }

  std::vector<Path> ReadChoices(std::size_t depth) {
    std::vector<Path> all, row = {{}};
    if (depth > kDeepestGroup) problem_ = "brackets are nested too deep";
    while (problem_.empty() && at_ < pieces_.size()) {
      const std::string& piece = pieces_[at_];
      if (piece == ")" || piece == "]") break;
      ++at_;
      if (piece == "|") {
        Append(row, &all);
        row = {{}};
      } else if (piece == "(" || piece == "[") {
        std::vector<Path> inner = ReadChoices(depth + 1);
        if (at_ >= pieces_.size()) problem_ = "a bracket is not closed";
        if (piece == "(") inner.emplace_back();
        ++at_;
        row = Product(row, inner);
      } else {
        row = Product(row, {Keys(piece)});
      }
    }
    Append(row, &all);
    return all;
  }

  void Append(const std::vector<Path>& from, std::vector<Path>* to) {
    to->insert(to->end(), from.begin(), from.end());
    if (to->size() > kMostPaths) problem_ = "the pattern can be read in too many ways";
  }

  std::vector<Path> Product(const std::vector<Path>& left, const std::vector<Path>& right) {
    std::vector<Path> all;
    if (left.size() * right.size() > kMostPaths) {
      problem_ = "the pattern can be read in too many ways";
      return all;
    }
    for (const Path& a : left) {
      for (const Path& b : right) {
        all.push_back(a);
        all.back().insert(all.back().end(), b.begin(), b.end());
      }
    }
    return all;
  }

  Path Keys(const std::string& piece) {
    if (piece.size() > 2 && piece.front() == '<' && piece.back() == '>') {
      const std::string name = piece.substr(1, piece.size() - 2);
      for (const auto& [slot, value] : kSlots) {
        if (name == slot) return {TimeTree::kSlotKey | static_cast<std::uint32_t>(value)};
      }
      const auto& classes = language_->calendar.classes;
      const auto found = std::find(classes.begin(), classes.end(), name);
      if (found != classes.end())
        return {TimeTree::kClassKey | static_cast<std::uint32_t>(found - classes.begin())};
      problem_ = "there is no class or slot `" + name + "`";
      return {};
    }
    Path keys;
    for (const std::string& word : SplitWords(piece)) keys.push_back(language_->words.Add(word));
    return keys;
  }

  Language* language_;
  std::vector<std::string> pieces_;
  std::size_t at_ = 0;
  std::string problem_;
};

class Loader {
 public:
  Loader(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems)
      : reader_(file, file.root, problems),
        file_(file),
        language_(*language),
        problems_(problems) {}

  void Load() {
    if (reader_.Bool("small-letters").value_or(false)) language_.calendar.small_letters = true;
    Numbers("months", 1, 12,
            [](CalendarWord* word, int value) { word->month = static_cast<std::uint8_t>(value); });
    Numbers("weekdays", 0, 6,
            [](CalendarWord* word, int value) { word->weekday = static_cast<std::int8_t>(value); });
    Numbers("short-weekdays", 0, 6, [](CalendarWord* word, int value) {
      word->short_weekday = static_cast<std::int8_t>(value);
    });
    Numbers("parts", 1, 3,
            [](CalendarWord* word, int value) { word->part = static_cast<std::uint8_t>(value); });
    Seasons();
    Units();
    Classes();
    Cues();
    for (YamlReader& rule : reader_.Maps("dates")) Rule(&rule);
    reader_.Finish();
  }

 private:
  CalendarRules& rules() { return language_.calendar; }

  CalendarWord& At(const std::string& word) { return rules().words[language_.words.Add(word)]; }

  template <typename Set>
  void Numbers(const char* key, int low, int high, Set set) {
    const YamlNode* node = reader_.Node(key);
    if (!node) return;
    YamlReader map(file_, *node, problems_);
    for (const auto& [word, value] : node->map) {
      const auto number = map.Integer(word.scalar);
      if (number && (*number < low || *number > high)) {
        map.Problem("R014", value,
                    "this must be from " + std::to_string(low) + " to " + std::to_string(high));
      } else if (number) {
        set(&At(word.scalar), static_cast<int>(*number));
      }
    }
  }

  void Seasons() {
    const YamlNode* node = reader_.Node("seasons");
    if (!node) return;
    for (const auto& [word, value] : node->map) {
      const auto& months = value.list;
      const auto month = [&](std::size_t i) {
        const int number = i < months.size() ? std::atoi(months[i].scalar.c_str()) : 0;
        return static_cast<std::uint8_t>(number >= 1 && number <= 12 ? number : 0);
      };
      if (months.size() != 2 || month(0) == 0 || month(1) == 0) {
        reader_.Problem("R014", value, "a season is two months, as in `[6, 8]`");
        continue;
      }
      At(word.scalar).season_first = month(0);
      At(word.scalar).season_last = month(1);
    }
  }

  void Units() {
    const YamlNode* node = reader_.Node("units");
    if (!node) return;
    YamlReader units(file_, *node, problems_);
    for (const std::string& name : kUnits) {
      for (const std::string& word : units.Strings(name))
        At(word).unit = Index<TimeUnit>(kUnits, name);
    }
    units.Finish();
  }

  void Classes() {
    const YamlNode* node = reader_.Node("classes");
    if (!node) return;
    YamlReader classes(file_, *node, problems_);
    for (const auto& [name, words] : node->map) {
      auto& names = rules().classes;
      const auto found = std::find(names.begin(), names.end(), name.scalar);
      const auto index = static_cast<std::size_t>(found - names.begin());
      if (index >= kMostClasses) {
        classes.Problem("R021", name, "no more than 32 word classes can be told apart");
        return;
      }
      if (found == names.end()) names.push_back(name.scalar);
      for (const std::string& word : classes.Strings(name.scalar)) At(word).classes |= 1u << index;
    }
  }

  void Cues() {
    const YamlNode* node = reader_.Node("cues");
    if (!node) return;
    YamlReader cues(file_, *node, problems_);
    for (const std::string& name : kCues) {
      for (const std::string& phrase : cues.Strings(name)) {
        std::vector<WordId> words;
        for (const std::string& word : SplitWords(phrase))
          words.push_back(language_.words.Add(word));
        rules().cues.Add(words, static_cast<std::uint32_t>(Index<AnchorCue>(kCues, name)));
      }
    }
    cues.Finish();
  }

  void Rule(YamlReader* entry) {
    TimeRule rule;
    if (const auto means = entry->OneOf("means", kMeanings))
      rule.means = Index<TimeMeaning>(kMeanings, *means);
    if (const auto base = entry->OneOf("base", kBases)) rule.base = Index<TimeBase>(kBases, *base);
    if (const auto role = entry->OneOf("role", kRoles)) rule.role = Index<TimeRole>(kRoles, *role);
    if (const auto unit = entry->OneOf("unit", kUnits)) rule.unit = Index<TimeUnit>(kUnits, *unit);
    const auto number = [&](const char* key, int none) {
      return static_cast<int>(
          std::clamp<std::int64_t>(entry->Integer(key).value_or(none), -400, 400));
    };
    rule.from = number("from", 0);
    rule.to = number("to", rule.from);
    rule.sign = number("sign", -1);
    if (entry->Has("night")) rule.night = number("night", 0);
    if (entry->Has("year")) rule.year = number("year", 0);
    rule.month = static_cast<std::uint8_t>(std::clamp(number("month", 0), 0, 12));
    rule.day = static_cast<std::uint8_t>(std::clamp(number("day", 0), 0, 31));
    rule.weak = entry->Bool("weak").value_or(false);
    if (const auto name = entry->String("after")) {
      const auto& classes = rules().classes;
      const auto found = std::find(classes.begin(), classes.end(), *name);
      if (found == classes.end()) {
        entry->Problem("R023", *entry->Node("after"), "there is no word class `" + *name + "`");
      } else {
        rule.after = static_cast<unsigned>(found - classes.begin());
      }
    }
    rule.loose = entry->Bool("loose").value_or(false);
    rule.closed = entry->Bool("closed").value_or(false);
    rule.open_start = entry->Bool("open-start").value_or(false);
    rule.of_event = entry->Bool("of-event").value_or(false);
    rule.strict = entry->Bool("strict").value_or(false);
    const auto index = static_cast<std::uint16_t>(rules().rules.size());
    rules().rules.push_back(rule);
    const YamlNode* say = entry->Node("say");
    for (const std::string& pattern : entry->Strings("say")) {
      std::string problem;
      const auto paths = PatternReader(pattern, &language_).Read(&problem);
      if (!problem.empty()) entry->Problem("R022", *say, problem, "", {"the pattern: " + pattern});
      for (const Path& path : paths) AddPath(path, index);
    }
    entry->Finish();
  }

  void AddPath(const Path& path, std::uint16_t rule) {
    const std::uint32_t date = TimeTree::kSlotKey | static_cast<std::uint32_t>(TimeSlot::kDate);
    const bool around = std::find(path.begin(), path.end(), date) != path.end();
    (around ? rules().spans : rules().dates).Add(path, rule);
  }

  YamlReader reader_;
  const YamlFile& file_;
  Language& language_;
  std::vector<Diagnostic>* problems_;
};

}  // namespace

void TimeTree::Add(const std::vector<std::uint32_t>& keys, std::uint16_t rule) {
  std::uint32_t at = 0;
  for (const std::uint32_t key : keys) {
    Node& node = nodes[at];
    auto& edges = node.edges;
    auto edge = std::lower_bound(edges.begin(), edges.end(), std::pair{key, std::uint32_t{0}});
    if (edge != edges.end() && edge->first == key) {
      at = edge->second;
      continue;
    }
    const auto next = static_cast<std::uint32_t>(nodes.size());
    edges.insert(edge, {key, next});
    if (key & kClassKey) {
      node.classes |= 1u << (key & ~kClassKey);
    } else if (key & kSlotKey) {
      node.slots = static_cast<std::uint16_t>(node.slots | 1u << (key & ~kSlotKey));
    } else {
      ++node.words;
    }
    nodes.emplace_back();
    at = next;
  }
  auto& rules = nodes[at].rules;
  if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
}

void LoadCalendarRules(const YamlFile& file, Language* language,
                       std::vector<Diagnostic>* problems) {
  Loader(file, language, problems).Load();
}

}  // namespace counterclaim
