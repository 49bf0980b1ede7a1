#pragma once
#include <cstdint>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "model/text_layer.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// Why the scan may care about a word. A sentence is a candidate when it holds a
// trigger of a metric and something that may be a count.
enum ScanBit : std::uint8_t {
  kScanTrigger = 1, kScanNumber = 2, kScanCue = 4, kScanDate = 8, kScanName = 16,
};

// How running text is written in one language.
struct TextRules {
  std::unordered_set<WordId> abbreviations;  // words whose full stop ends no sentence, the stop left out
  std::unordered_set<WordId> furniture;      // words of share rows and menus
  std::vector<std::uint8_t> scan_bits;       // by WordId; short or empty: no bits
};

void LoadTextRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// Adds bits to a word; for the loaders of triggers, numbers, cues and dates.
void MarkScanWord(Language* language, WordId word, std::uint8_t bits);

}  // namespace counterclaim
