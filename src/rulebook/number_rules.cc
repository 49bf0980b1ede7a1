#include "rulebook/number_rules.h"

#include <charconv>
#include <utility>

#include "rulebook/rulebook.h"

namespace counterclaim {
namespace {

constexpr std::pair<const char*, NumberRole> kRoles[] = {{"article", kArticleRole},
                                                         {"and", kAndRole},
                                                         {"or", kOrRole},
                                                         {"to", kToRole},
                                                         {"between", kBetweenRole},
                                                         {"from", kFromRole},
                                                         {"dash", kDashRole},
                                                         {"minus", kMinusRole},
                                                         {"point", kPointRole},
                                                         {"over", kOverRole},
                                                         {"of", kOfRole},
                                                         {"pronoun-before", kPronounBeforeRole},
                                                         {"month", kMonthRole},
                                                         {"year", kYearRole},
                                                         {"maybe-year", kMaybeYearRole},
                                                         {"time", kTimeRole},
                                                         {"old", kOldRole},
                                                         {"ordinal-end", kOrdinalEndRole},
                                                         {"formation", kFormationRole},
                                                         {"percent", kPercentRole},
                                                         {"time-before", kTimeBeforeRole},
                                                         {"plural", kPluralRole},
                                                         {"half", kHalfRole},
                                                         {"but", kButRole},
                                                         {"every", kEveryRole},
                                                         {"dimension", kDimensionRole},
                                                         {"definite", kDefiniteRole},
                                                         {"ends-unit", kEndsUnitRole},
                                                         {"score", kScoreRole},
                                                         {"none", kNoneRole},
                                                         {"ratio", kRatioRole},
                                                         {"change", kChangeRole},
                                                         {"by", kByRole}};

constexpr NumberKind kKinds[] = {
    NumberKind::kDate,    NumberKind::kTime,       NumberKind::kAge,        NumberKind::kDuration,
    NumberKind::kMoney,   NumberKind::kDistance,   NumberKind::kMeasure,    NumberKind::kStrength,
    NumberKind::kOrdinal, NumberKind::kPercentage, NumberKind::kIdentifier, NumberKind::kOther};

constexpr Bound kBounds[] = {Bound::kAtLeast,  Bound::kMoreThan, Bound::kAtMost,
                             Bound::kLessThan, Bound::kAbout,    Bound::kNearly};

class Loader {
 public:
  Loader(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems)
      : reader_(file, file.root, problems),
        file_(file),
        language_(*language),
        problems_(problems) {}

  void Load() {
    reader_.Has("id"), reader_.Has("about"), reader_.Has("tests");
    Figures("cardinals", &NumberWord::cardinal);
    Figures("scales", &NumberWord::scale);
    Figures("groups", &NumberWord::group);
    Figures("denominators", &NumberWord::denominator);
    Figures("ordinals", &NumberWord::ordinal);
    Suffixes("suffixes", &rules().suffixes);
    Suffixes("money-suffixes", &rules().money_suffixes);
    Roles();
    Cues();
    Units();
    Modifiers("before", &rules().before);
    Modifiers("after", &rules().after);
    Vague();
    for (const std::string& phrase : reader_.Strings("idioms"))
      rules().idioms.Add(Words(phrase), 0);
    for (const std::string& word : reader_.Strings("currencies")) At(word).currency = true;
    if (auto mark = reader_.String("decimal"))
      rules().decimal = mark->empty() ? '.' : mark->front();
    reader_.Finish();
  }

 private:
  NumberRules& rules() { return language_.numbers; }

  NumberWord& At(const std::string& word) { return rules().words[language_.words.Add(word)]; }

  std::vector<WordId> Words(const std::string& phrase) {
    std::vector<WordId> ids;
    for (const std::string& word : SplitWords(phrase)) ids.push_back(language_.words.Add(word));
    return ids;
  }

  std::optional<double> Figure(const YamlNode& node) {
    double value = 0;
    const char* end = node.scalar.data() + node.scalar.size();
    const auto read = std::from_chars(node.scalar.data(), end, value);
    if (read.ec == std::errc() && read.ptr == end && value >= 0) return value;
    reader_.Problem("R021", node, "not a figure: " + node.scalar);
    return std::nullopt;
  }

  void Figures(const char* key, double NumberWord::*part) {
    const YamlNode* node = reader_.Node(key);
    if (!node) return;
    for (const auto& [word, value] : node->map) {
      const auto figure = Figure(value);
      if (!figure) continue;
      At(word.scalar).*part = *figure;
      MarkScanWord(&language_, language_.words.Add(word.scalar), kScanNumber);
    }
  }

  void Suffixes(const char* key, std::map<std::string, double>* suffixes) {
    const YamlNode* node = reader_.Node(key);
    if (!node) return;
    for (const auto& [word, value] : node->map) {
      if (const auto figure = Figure(value)) (*suffixes)[word.scalar] = *figure;
    }
  }

  void Roles() {
    const YamlNode* node = reader_.Node("roles");
    if (!node) return;
    YamlReader roles(file_, *node, problems_);
    for (const auto& [name, role] : kRoles) {
      for (const std::string& word : roles.Strings(name)) At(word).roles |= role;
    }
    roles.Finish();
  }

  void Cues() {
    const YamlNode* node = reader_.Node("cues");
    if (!node) return;
    YamlReader cues(file_, *node, problems_);
    for (const NumberKind kind : kKinds) {
      for (const std::string& word : cues.Strings(ToText(kind))) At(word).before = kind;
    }
    cues.Finish();
  }

  void Units() {
    const YamlNode* node = reader_.Node("units");
    if (!node) return;
    YamlReader units(file_, *node, problems_);
    for (const NumberKind kind : kKinds) {
      for (const std::string& phrase : units.Strings(ToText(kind))) {
        rules().units.Add(Words(phrase), static_cast<std::uint32_t>(kind));
      }
    }
    units.Finish();
  }

  void AddPhrases(const std::vector<std::string>& phrases, const NumberModifier& modifier,
                  PhraseTable* table) {
    if (phrases.empty()) return;
    rules().modifiers.push_back(modifier);
    const auto index = static_cast<std::uint32_t>(rules().modifiers.size() - 1);
    for (const std::string& phrase : phrases) table->Add(Words(phrase), index);
  }

  void Modifiers(const char* key, PhraseTable* table) {
    const YamlNode* node = reader_.Node(key);
    if (!node) return;
    YamlReader lists(file_, *node, problems_);
    for (const Bound bound : kBounds) {
      AddPhrases(lists.Strings(ToText(bound)), {.bound = bound}, table);
    }
    AddPhrases(lists.Strings("increment"), {.increment = true}, table);
    AddPhrases(lists.Strings("others"), {.increment = true, .others = true}, table);
    AddPhrases(lists.Strings("exact"), {.firm = true}, table);
    AddPhrases(lists.Strings("equal"), {.firm = true, .equal = true}, table);
    AddPhrases(lists.Strings("nothing"), {}, table);
    lists.Finish();
  }

  Interval Ends(YamlReader* entry, const char* key) {
    Interval interval;
    const YamlNode* node = entry->Node(key);
    if (!node || node->list.empty() || node->list.size() > 2) return interval;
    if (const auto low = Figure(node->list[0])) interval.low = static_cast<std::int64_t>(*low);
    if (node->list.size() == 2) {
      if (const auto high = Figure(node->list[1])) interval.high = static_cast<std::int64_t>(*high);
    }
    return interval;
  }

  void Vague() {
    for (YamlReader& entry : vague_ = reader_.Maps("vague")) {
      VagueWord word;
      word.id = entry.RequiredString("id");
      word.unit = entry.Number("unit").value_or(0);
      word.scales = entry.Bool("scales").value_or(false);
      word.hard = Ends(&entry, "hard");
      word.soft = Ends(&entry, "soft");
      rules().vague_words.push_back(word);
      const auto index = static_cast<std::uint32_t>(rules().vague_words.size() - 1);
      for (const std::string& phrase : entry.Strings("words")) {
        const std::vector<WordId> words = Words(phrase);
        if (!words.empty()) MarkScanWord(&language_, words.back(), kScanNumber);
        rules().vague.Add(words, index);
      }
      entry.Finish();
    }
  }

  YamlReader reader_;
  const YamlFile& file_;
  Language& language_;
  std::vector<Diagnostic>* problems_;
  std::vector<YamlReader> vague_;
};

}  // namespace

void LoadNumberRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  Loader(file, language, problems).Load();
}

}  // namespace counterclaim
