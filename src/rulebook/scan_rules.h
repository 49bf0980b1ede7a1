#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

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
  kScanGroup = 4096,    // Front, fighters: may be part of the name of an armed group
};

// What a frame asks for beside its trigger, and what words give. "took 12
// hostage": "took" alone makes no claim, so its frame asks for "hostage". The
// low bits have names; each of the others stands for the words of some lists
// `with` and `object` of the frames.
using ScanNeeds = std::uint64_t;
inline constexpr ScanNeeds kNeedsCount = 1;      // a number
inline constexpr ScanNeeds kNeedsNone = 2;       // no, nobody, any
inline constexpr ScanNeeds kNeedsOne = 4;        // "a soldier"
inline constexpr ScanNeeds kNeedsPeople = 8;     // a noun for people, or a name standing for them
inline constexpr ScanNeeds kNeedsThing = 16;     // a noun for things
inline constexpr ScanNeeds kNeedsAct = 32;       // a noun for acts
inline constexpr ScanNeeds kNeedsThere = 64;     // there, with: "there were no attacks"
inline constexpr ScanNeeds kNeedsCounter = 128;  // number, toll: "the number of troops lost"
inline constexpr int kNamedNeeds = 8;
inline constexpr ScanNeeds kNeedsLists = ~ScanNeeds{0} << kNamedNeeds;

// What the scan knows of one word.
struct ScanWord {
  std::uint16_t bits = 0;     // ScanBit
  std::uint16_t trigger = 0;  // for MayTell; 0: no trigger
  std::uint32_t small = 0;    // bit i: a small word of the i-th language
  ScanNeeds gives = 0;
};

// A word before the table is made: under its WordHash, with the needs of each frame
// that it may trigger.
struct ScanEntry {
  std::uint64_t hash = 0;
  ScanWord word;
  std::vector<ScanNeeds> frames;
};

// From a word's WordHash to what is known of it. Two words may share a hash: then a
// sentence is looked at in vain, never passed over.
class ScanTable {
 public:
  void Build(std::vector<ScanEntry> entries);
  // A word that no rule mentions is as an empty one.
  const ScanWord& Find(std::uint64_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::uint32_t at = static_cast<std::uint32_t>(hash) & mask_;
    while (slots_[at].word != 0 && slots_[at].tag != tag) at = (at + 1) & mask_;
    return words_[slots_[at].word];
  }
  // Whether a frame of the trigger has what it asks for beside it.
  bool MayTell(std::uint16_t trigger, ScanNeeds given) const {
    for (std::uint32_t i = first_[trigger]; i < first_[trigger + std::size_t{1}]; ++i) {
      if ((frames_[i] & ~given) == 0) return true;
    }
    return false;
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;   // the upper half of the hash
    std::uint32_t word = 0;  // into words_; 0: free
  };
  std::uint16_t AddTrigger(std::vector<ScanNeeds> frames,
                           std::map<std::vector<ScanNeeds>, std::uint16_t>* known);
  std::uint32_t mask_ = 0;
  std::vector<Slot> slots_{1};  // open addressing, a power of two
  std::vector<ScanWord> words_{1};
  std::vector<ScanNeeds> frames_;              // of all triggers
  std::vector<std::uint32_t> first_ = {0, 0};  // by trigger: its frames begin here
};

// Compiles the scan of every language; once, when all other rules have been
// finished.
void FinishScan(const std::vector<std::unique_ptr<Language>>& languages);

}  // namespace counterclaim
