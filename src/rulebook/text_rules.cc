#include "rulebook/text_rules.h"

#include <algorithm>

#include "rulebook/rulebook.h"

namespace counterclaim {

namespace {

bool IsCapital(const std::string& word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

void AddStops(YamlReader* reader, const char* key, StopKind kind, Language* language) {
  for (const std::string& word : reader->Strings(key)) {
    language->text.stops[language->words.Add(word)] = {kind, IsCapital(word)};
  }
}

void AddWords(YamlReader* reader, const char* key, Language* language, WordSet* words) {
  for (const std::string& word : reader->Strings(key)) words->insert(language->words.Add(word));
}

void AddPhrases(YamlReader* reader, const char* key, bool starts, Language* language,
                PhraseTable* table) {
  for (const std::string& phrase : reader->Strings(key)) {
    std::vector<WordId> words;
    for (const std::string& word : SplitWords(phrase)) words.push_back(language->words.Add(word));
    if (starts && !words.empty()) MarkScanWord(language, words.front(), kScanLayout);
    table->Add(words, 0);
  }
}

}  // namespace

void LoadTextRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  for (const char* key : {"id", "about", "tests"}) reader.Has(key);
  TextRules& rules = language->text;
  rules.fallback = reader.Bool("fallback").value_or(false);
  AddStops(&reader, "titles", StopKind::kTitle, language);
  AddStops(&reader, "abbreviations", StopKind::kAbbreviation, language);
  AddStops(&reader, "before-number", StopKind::kBeforeNumber, language);
  AddStops(&reader, "clock", StopKind::kClock, language);
  AddWords(&reader, "openers", language, &rules.openers);
  AddWords(&reader, "after-clock", language, &rules.after_clock);
  AddWords(&reader, "furniture", language, &rules.furniture);
  AddWords(&reader, "date-line", language, &rules.date_line);
  AddPhrases(&reader, "furniture-starts", true, language, &rules.furniture_starts);
  AddPhrases(&reader, "caption-starts", true, language, &rules.caption_starts);
  AddPhrases(&reader, "afternoon", false, language, &rules.afternoon);
  AddPhrases(&reader, "credits", false, language, &rules.credits);
  reader.Finish();
}

void MarkScanWord(Language* language, WordId word, std::uint16_t bits) {
  auto& table = language->text.scan_bits;
  if (table.size() <= word) table.resize(language->words.size());
  table[word] = static_cast<std::uint16_t>(table[word] | bits);
}

namespace {

// What the words of the number grammar may start.
std::uint16_t NumberBits(const NumberRules& rules, WordId id) {
  const NumberWord& word = rules.At(id);
  constexpr std::uint32_t kLead = kArticleRole | kBetweenRole | kFromRole | kMinusRole |
                                  kPointRole | kOverRole | kHalfRole | kNoneRole;
  const bool part = word.cardinal >= 0 || word.scale > 0 || word.group > 0 ||
                    word.denominator > 0 || word.ordinal > 0 || word.currency;
  const bool lead = (word.roles & kLead) != 0 || rules.before.StartsWith(id) ||
                    rules.vague.StartsWith(id) || rules.idioms.StartsWith(id);
  const bool counts = word.ordinal > 0 || word.cardinal > 0 || word.group > 0 ||
                      (word.roles & kArticleRole) != 0 || rules.vague.StartsWith(id);
  return static_cast<std::uint16_t>((part || lead ? kScanQuantity : 0) | (counts ? kScanDate : 0));
}

bool StartsDate(const CalendarRules& rules, WordId id) {
  const CalendarWord& word = rules.At(id);
  if (word.month > 0 || word.weekday >= 0 || word.short_weekday >= 0 || word.part > 0 ||
      word.season_first > 0 || word.unit || word.classes != 0)
    return true;
  const auto leads = [&](const TimeTree& tree) {
    const auto& edges = tree.nodes.front().edges;  // sorted by key
    const auto edge = std::lower_bound(edges.begin(), edges.end(), std::pair{id, 0u});
    return edge != edges.end() && edge->first == id;
  };
  return leads(rules.dates) || leads(rules.spans);
}

// Nouns and states have their bits already.
bool IsTriggerVerb(const Language& language, WordId id) {
  const FrameRules& frames = language.frames;
  const auto* readings = language.syntax.FindVerb(id);
  return readings && std::any_of(readings->begin(), readings->end(), [&](const VerbReading& each) {
           return frames.verbs.contains(each.lemma);
         });
}

bool StartsName(const PartyNames& names, WordId id) {
  return names.phrases.StartsWith(id) || names.organs.StartsWith(id) ||
         names.short_names.contains(id);
}

bool StartsCue(const CueRules& cues, WordId id) {
  return cues.verbs.StartsWith(id) || cues.nouns.StartsWith(id) || cues.before.StartsWith(id) ||
         cues.after.StartsWith(id);
}

std::uint16_t ClassBits(WordClasses classes) {
  constexpr WordClasses kCounting = kIndefinite | kPair | kNone | kNobody | kAny | kWithout;
  return static_cast<std::uint16_t>((classes & (kIncluding | kAmong) ? kScanPart : 0) |
                                    (classes & (kNone | kNobody) ? kScanNone : 0) |
                                    (classes & kCounting ? kScanQuantity : 0) |
                                    (classes & (kThere | kAbsolute) ? kScanAbsence : 0));
}

std::uint16_t BitsOf(const Language& language, WordId id) {
  const SyntaxRules& syntax = language.syntax;
  std::uint16_t bits = NumberBits(language.numbers, id);
  const auto add = [&](bool when, std::uint16_t bit) {
    if (when) bits = static_cast<std::uint16_t>(bits | bit);
  };
  add(StartsDate(language.calendar, id), kScanDate);
  add(IsTriggerVerb(language, id), kScanTrigger);
  add(StartsName(language.party_names, id), kScanName);
  add(StartsCue(language.cues, id), kScanCue);
  add(language.party_names.group_heads.contains(id) ||
          language.party_names.group_members.contains(id),
      kScanGroup);
  add(true, ClassBits(syntax.ClassOf(id)));
  add((language.cues.Word(id) & kStateWord) != 0, kScanState);
  add((language.cues.Word(id) & (kItWord | kTheyWord)) != 0, kScanPronoun);
  return bits;
}

}  // namespace

void FinishTextRules(Language* language) {
  for (WordId id = 1; id < language->words.size(); ++id)
    MarkScanWord(language, id, BitsOf(*language, id));
}

}  // namespace counterclaim
