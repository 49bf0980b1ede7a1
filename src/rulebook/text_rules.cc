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

void AddWords(YamlReader* reader, const char* key, Language* language,
              std::unordered_set<WordId>* words) {
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

void ScanTable::Build(const std::vector<std::pair<std::uint64_t, std::uint8_t>>& words) {
  std::uint64_t size = 64;
  while (size < words.size() * 4) size *= 2;
  mask_ = size - 1;
  slots_.assign(size, {0, 0});
  for (const auto& [hash, bits] : words) {
    std::uint64_t at = Slot(hash);
    while (slots_[at].second != 0 && slots_[at].first != hash) at = (at + 1) & mask_;
    slots_[at] = {hash, static_cast<std::uint8_t>(slots_[at].second | bits)};
  }
}

void LoadTextRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  for (const char* key : {"id", "about", "tests"}) reader.Has(key);
  TextRules& rules = language->text;
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

void MarkScanWord(Language* language, WordId word, std::uint8_t bits) {
  auto& table = language->text.scan_bits;
  if (table.size() <= word) table.resize(language->words.size());
  table[word] = static_cast<std::uint8_t>(table[word] | bits);
}

void FinishTextRules(Language* language) {
  std::vector<std::pair<std::uint64_t, std::uint8_t>> words;
  TextRules& rules = language->text;
  for (WordId id = 1; id < rules.scan_bits.size(); ++id) {
    if (rules.scan_bits[id] == 0) continue;
    if (rules.scan_bits[id] & kScanTrigger) rules.candidate_mask = kScanTrigger;
    ScanHash hash;
    for (const char c : language->words.Word(id)) hash.Add(static_cast<unsigned char>(c));
    words.emplace_back(hash.value, rules.scan_bits[id]);
  }
  rules.scan.Build(words);
}

}  // namespace counterclaim
