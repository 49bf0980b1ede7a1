#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "model/text_layer.h"
#include "rulebook/scan_rules.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// What a full stop after a word may be.
enum class StopKind : std::uint8_t {
  kTitle,         // never an end: "Gen. Khan"
  kAbbreviation,  // an end only before a word that opens sentences: "Inc. The"
  kBeforeNumber,  // no end before a figure: "No. 5"
  kClock,         // an end unless a word that goes with times follows: "5 p.m. Thursday"
};

// How running text is written in one language.
struct TextRules {
  struct Stop {
    StopKind kind = StopKind::kTitle;
    bool capital = false;
  };
  std::unordered_map<WordId, Stop> stops;  // the stop itself left out; `capital`: only so written
  WordSet openers;                         // words that begin sentences more often than names: the
  WordSet after_clock;                     // what may follow "p.m." inside a sentence
  WordSet furniture;                       // words of share rows and menus
  WordSet date_line;             // words of a line that dates an article: published, updated
  PhraseTable furniture_starts;  // "read more": what follows is no text of the article
  PhraseTable caption_starts;    // "file photo"
  PhraseTable afternoon;         // after a clock time: "p.m."
  PhraseTable credits;           // in brackets at the end of a caption
  std::vector<std::uint16_t> scan_bits;  // by WordId; short or empty: no bits
  ScanTable scan;                        // compiled by FinishScan
  bool fallback = false;                 // read articles in it where nothing tells their language

  std::uint16_t Bits(WordId word) const { return word < scan_bits.size() ? scan_bits[word] : 0; }
};

// rules/languages/<tag>/text.yaml
void LoadTextRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// Adds bits to a word; for the loaders of rules.
void MarkScanWord(Language* language, WordId word, std::uint16_t bits);

// Marks every word that may start something; once, when every other rule has
// been finished.
void FinishTextRules(Language* language);

}  // namespace counterclaim
