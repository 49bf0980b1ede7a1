#include "rulebook/text_rules.h"

#include "rulebook/rulebook.h"

namespace counterclaim {

void LoadTextRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  for (const std::string& word : reader.Strings("abbreviations")) {
    language->text.abbreviations.insert(language->words.Add(word));
  }
  for (const std::string& word : reader.Strings("furniture")) {
    language->text.furniture.insert(language->words.Add(word));
  }
  reader.Finish();
}

void MarkScanWord(Language* language, WordId word, std::uint8_t bits) {
  auto& table = language->text.scan_bits;
  if (table.size() <= word) table.resize(language->words.size());
  table[word] = static_cast<std::uint8_t>(table[word] | bits);
}

}  // namespace counterclaim
