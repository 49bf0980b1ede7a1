#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "model/text_layer.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// Why the scan, or a stage behind it, may care about a word. A stage passes over
// every word without its bit, so a word that may start one of its readings must
// have it: FinishTextRules sees to that.
enum ScanBit : std::uint16_t {
  kScanTrigger = 1,     // may begin a trigger of a metric
  kScanNumber = 2,      // may be (part of) a number
  kScanCue = 4,         // may begin a reporting cue
  kScanDate = 8,        // may begin an expression of time
  kScanName = 16,       // may begin the name of a party, person or place
  kScanLayout = 32,     // may begin a caption, a menu or a row of tags
  kScanQuantity = 64,   // may begin a quantity or what leads to one: "at least"
  kScanPart = 128,      // may tell parts of a count before: "including", "the dead", ":"
  kScanNone = 256,      // no, nobody
  kScanAbsence = 512,   // there, with: beside "no" they tell what did not happen
  kScanState = 1024,    // killed, missing: a sentence that goes on with losses
  kScanPronoun = 2048,  // it, they: stands for what the sentence before is about
};

// The hash under which the scan meets a word, folded, byte by byte.
struct ScanHash {
  std::uint64_t value = 0xcbf29ce484222325u;
  void Add(unsigned char folded) { value = (value ^ folded) * 0x100000001b3u; }
};

// From a word's hash to its bits. Two words may share a hash: then a sentence
// is looked at in vain, never passed over.
class ScanTable {
 public:
  void Build(const std::vector<std::pair<std::uint64_t, std::uint16_t>>& words);
  std::uint16_t Find(std::uint64_t hash) const {
    for (std::uint64_t at = Slot(hash); slots_[at].second != 0; at = (at + 1) & mask_) {
      if (slots_[at].first == hash) return slots_[at].second;
    }
    return 0;
  }

 private:
  std::uint64_t Slot(std::uint64_t hash) const { return (hash ^ hash >> 29) & mask_; }
  std::uint64_t mask_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint16_t>> slots_{1};  // bits 0: free
};

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
  std::unordered_set<WordId> openers;      // words that begin sentences more often than names: the
  std::unordered_set<WordId> after_clock;  // what may follow "p.m." inside a sentence
  std::unordered_set<WordId> furniture;    // words of share rows and menus
  std::unordered_set<WordId>
      date_line;                 // words of a line that dates an article: published, updated
  PhraseTable furniture_starts;  // "read more": what follows is no text of the article
  PhraseTable caption_starts;    // "file photo"
  PhraseTable afternoon;         // after a clock time: "p.m."
  PhraseTable credits;           // in brackets at the end of a caption
  std::vector<std::uint16_t> scan_bits;  // by WordId; short or empty: no bits
  ScanTable scan;                        // compiled from scan_bits by FinishTextRules
  bool fallback = false;                 // read articles in it where nothing tells their language

  std::uint16_t Bits(WordId word) const { return word < scan_bits.size() ? scan_bits[word] : 0; }
};

// rules/languages/<tag>/text.yaml
void LoadTextRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// Adds bits to a word; for the loaders of rules.
void MarkScanWord(Language* language, WordId word, std::uint16_t bits);

// Marks every word that may start something and compiles the scan; once, when
// every other rule has been finished.
void FinishTextRules(Language* language);

}  // namespace counterclaim
