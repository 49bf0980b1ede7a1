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

// Why the scan may care about a word. A sentence is a candidate when it holds a
// trigger of a metric.
enum ScanBit : std::uint8_t {
  kScanTrigger = 1,
  kScanNumber = 2,
  kScanCue = 4,
  kScanDate = 8,
  kScanName = 16,
  kScanLayout = 32,  // may begin a caption, a menu or a row of tags
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
  void Build(const std::vector<std::pair<std::uint64_t, std::uint8_t>>& words);
  std::uint8_t Find(std::uint64_t hash) const {
    for (std::uint64_t at = Slot(hash); slots_[at].second != 0; at = (at + 1) & mask_) {
      if (slots_[at].first == hash) return slots_[at].second;
    }
    return 0;
  }

 private:
  std::uint64_t Slot(std::uint64_t hash) const { return (hash ^ hash >> 29) & mask_; }
  std::uint64_t mask_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint8_t>> slots_{1};  // bits 0: free
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
      date_line;                        // words of a line that dates an article: published, updated
  PhraseTable furniture_starts;         // "read more": what follows is no text of the article
  PhraseTable caption_starts;           // "file photo"
  PhraseTable afternoon;                // after a clock time: "p.m."
  PhraseTable credits;                  // in brackets at the end of a caption
  std::vector<std::uint8_t> scan_bits;  // by WordId; short or empty: no bits
  ScanTable scan;                       // compiled from scan_bits by FinishTextRules
  std::uint8_t candidate_mask = kScanNumber;  // kScanTrigger as soon as any metric has a trigger

  std::uint8_t Bits(WordId word) const { return word < scan_bits.size() ? scan_bits[word] : 0; }
};

// rules/languages/<tag>/text.yaml
void LoadTextRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// Adds bits to a word; for the loaders of triggers, numbers, cues and dates.
void MarkScanWord(Language* language, WordId word, std::uint8_t bits);

// Compiles the scan; once, when every rule has been read.
void FinishTextRules(Language* language);

}  // namespace counterclaim
