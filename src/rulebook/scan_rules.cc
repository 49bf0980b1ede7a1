#include "rulebook/scan_rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/rulebook.h"
#include "rulebook/word_hash.h"

namespace counterclaim {

namespace {

constexpr int kLists = 64 - kNamedNeeds;  // bits for lists of words

// The scan splits words at apostrophes and stops, where some rules have them.
std::string_view Piece(std::string_view word) {
  std::size_t end = 0;
  const auto inside = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
  };
  while (end < word.size() && inside(word[end])) ++end;
  return end > 0 ? word.substr(0, end) : word;
}

// Works out what every word of one language gives and triggers.
class ScanReader {
 public:
  explicit ScanReader(const Language& language)
      : language_(language), gives_(language.words.size()), triggers_(language.words.size()) {}

  std::vector<ScanEntry> Read() {
    for (WordId id = 1; id < gives_.size(); ++id) gives_[id] = GivenAlone(id);
    ReadPhrases();
    ReadFrames();
    std::vector<ScanEntry> entries;
    for (WordId id = 1; id < gives_.size(); ++id) AddEntry(id, &entries);
    return entries;
  }

 private:
  static ScanNeeds OfClasses(WordClasses classes) {
    return ((classes & (kNone | kNobody | kAny)) != 0 ? kNeedsNone : 0) |
           ((classes & (kIndefinite | kPair)) != 0 ? kNeedsOne : 0) |
           ((classes & (kThere | kAbsolute)) != 0 ? kNeedsThere : 0);
  }

  ScanNeeds GivenAlone(WordId id) const {
    const NumberWord& number = language_.numbers.At(id);
    const bool counts =
        number.cardinal >= 0 || number.scale > 0 || number.group > 0 || number.denominator > 0;
    const bool name = (language_.text.Bits(id) & kScanName) != 0;
    return OfClasses(language_.syntax.ClassOf(id)) | (counts ? kNeedsCount : 0) |
           (name ? kNeedsPeople : 0);
  }

  static ScanNeeds OfNoun(const ObjectNoun& noun) {
    return (noun.people ? kNeedsPeople : 0) | (noun.family.empty() ? 0 : kNeedsThing) |
           (noun.act ? kNeedsAct : 0);
  }

  // The word of a phrase that tells most, which is the longest: no sentence
  // without it holds the phrase.
  WordId KeyOf(const std::vector<WordId>& words) const {
    return *std::max_element(words.begin(), words.end(), [&](WordId a, WordId b) {
      const bool small = language_.syntax.ClassOf(a) != 0, other = language_.syntax.ClassOf(b) != 0;
      if (small != other) return small;
      return language_.words.Word(a).size() < language_.words.Word(b).size();
    });
  }

  void ReadPhrases() {
    for (const auto& phrase : language_.numbers.vague.Phrases())
      gives_[KeyOf(phrase.words)] |= kNeedsCount;
    for (const auto& phrase : language_.syntax.phrases.Phrases()) {
      for (const std::uint32_t value : *phrase.values)
        gives_[KeyOf(phrase.words)] |= OfClasses(language_.syntax.phrase_classes[value]);
    }
    for (const auto& phrase : language_.frames.objects.Phrases()) {
      for (const std::uint32_t value : *phrase.values)
        gives_[KeyOf(phrase.words)] |= OfNoun(language_.frames.object_nouns[value]);
    }
  }

  void ReadFrames() {
    const FrameRules& rules = language_.frames;
    for (const Frame& frame : rules.frames) {
      ScanNeeds lists = 0;
      if (!frame.with.empty()) {
        std::vector<WordId> keys;
        for (const auto& words : frame.with)
          if (!words.empty()) keys.push_back(KeyOf(words));
        lists |= ListOf(std::move(keys));
      }
      if (!frame.objects.empty()) lists |= ListOf(frame.objects);
      lists_.push_back(lists);
    }
    for (WordId id = 1; id < triggers_.size(); ++id) {
      const auto* readings = language_.syntax.FindVerb(id);
      if (readings) AddVerb(*readings, id);
    }
    for (const PhraseTable* table : {&rules.nouns, &rules.states}) {
      for (const auto& phrase : table->Phrases()) {
        for (const std::uint32_t frame : *phrase.values) AddFrame(frame, KeyOf(phrase.words));
      }
    }
    if (!rules.there) return;
    for (WordId id = 1; id < triggers_.size(); ++id) {
      if ((gives_[id] & kNeedsThere) != 0) AddFrame(*rules.there, id, kNeedsNone);
    }
  }

  // The bit of a list: the same for the same words, else the one that the fewest words share.
  ScanNeeds ListOf(std::vector<WordId> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const auto [known, fresh] = known_lists_.try_emplace(words, 0);
    if (!fresh) return known->second;
    const auto least = std::min_element(words_of_bit_.begin(), words_of_bit_.end());
    *least += words.size();
    known->second = ScanNeeds{1} << (kNamedNeeds + (least - words_of_bit_.begin()));
    for (const WordId word : words) gives_[word] |= known->second;
    return known->second;
  }

  void AddVerb(const std::vector<VerbReading>& readings, WordId id) {
    for (const VerbReading& reading : readings) {
      const auto found = language_.frames.verbs.find(reading.lemma);
      if (found == language_.frames.verbs.end()) continue;
      for (const std::uint32_t index : found->second) {
        // They tell whose the losses are; a claim of their own needs a counter, or stands inside a
        // noun group.
        const FrameClass kind = language_.frames.frames[index].frame_class;
        const bool governs = kind == FrameClass::kSuffer || kind == FrameClass::kInflict;
        const bool inside =
            (reading.forms & kPastParticiple) != 0 && language_.syntax.ClassOf(id) == 0;
        AddFrame(index, id, governs && !inside ? kNeedsCounter : 0);
      }
    }
  }

  // What MetricOf of the mentions asks of the object, in each way that it may take.
  void AddFrame(std::uint32_t index, WordId id, ScanNeeds more = 0) {
    const Frame& frame = language_.frames.frames[index];
    const ScanNeeds all = lists_[index] | more;
    const auto add = [&](ScanNeeds needs) { triggers_[id].push_back(all | needs); };
    switch (frame.frame_class) {
      case FrameClass::kAct:
        return add(kNeedsAct);
      case FrameClass::kCounter:
        gives_[id] |= kNeedsCounter;
        if (frame.alone) add(0);
        return;
      case FrameClass::kEvent:
      case FrameClass::kTotal:
        if (frame.metric) return add(0);
        break;
      default:
        break;
    }
    if (!frame.state.empty()) add(kNeedsThing);
    if (frame.frame_class == FrameClass::kUndergo && !frame.metric && frame.state.empty())
      add(kNeedsAct);
    const bool undergoes =
        frame.frame_class == FrameClass::kUndergo || frame.frame_class == FrameClass::kState;
    if (frame.metric) add(frame.known && !undergoes ? kNeedsPeople : 0);
  }

  void AddEntry(WordId id, std::vector<ScanEntry>* entries) const {
    constexpr std::uint16_t kScanned = kScanTrigger | kScanNumber | kScanNone | kScanLayout;
    const std::string_view word = language_.words.Word(id), piece = Piece(word);
    ScanEntry entry;
    entry.word.bits = language_.text.Bits(id) & kScanned;
    if (piece.size() < word.size()) entry.word.bits &= kScanTrigger | kScanNone;
    entry.word.gives = gives_[id];
    entry.frames = triggers_[id];
    if (entry.word.bits == 0 && entry.word.gives == 0 && entry.frames.empty()) return;
    entry.hash = WordHash(piece).Value();
    entries->push_back(std::move(entry));
  }

  const Language& language_;
  std::vector<ScanNeeds> gives_;                  // by WordId
  std::vector<std::vector<ScanNeeds>> triggers_;  // by WordId: the needs of its frames
  std::vector<ScanNeeds> lists_;                  // by frame
  std::map<std::vector<WordId>, ScanNeeds> known_lists_;
  std::array<std::size_t, kLists> words_of_bit_ = {};
};

void AddSmallWords(const Language& language, std::size_t index, std::vector<ScanEntry>* entries) {
  for (WordId id = 1; id < language.syntax.classes.size(); ++id) {
    const std::string_view word = language.words.Word(id);
    if (language.syntax.ClassOf(id) == 0 || Piece(word).size() < word.size()) continue;
    ScanEntry entry;
    entry.hash = WordHash(word).Value();
    entry.word.small = std::uint32_t{1} << index;
    entries->push_back(std::move(entry));
  }
}

}  // namespace

void ScanTable::Build(std::vector<ScanEntry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const ScanEntry& a, const ScanEntry& b) { return a.hash < b.hash; });
  std::size_t size = 64;
  while (size < entries.size() * 2) size *= 2;
  mask_ = static_cast<std::uint32_t>(size - 1);
  slots_.assign(size, Slot{});
  words_.assign(1, ScanWord{});
  std::map<std::vector<ScanNeeds>, std::uint16_t> triggers;
  for (std::size_t i = 0; i < entries.size();) {
    ScanWord word;
    std::vector<ScanNeeds> frames;
    const std::uint64_t hash = entries[i].hash;
    for (; i < entries.size() && entries[i].hash == hash; ++i) {
      word.bits = static_cast<std::uint16_t>(word.bits | entries[i].word.bits);
      word.small |= entries[i].word.small;
      word.gives |= entries[i].word.gives;
      frames.insert(frames.end(), entries[i].frames.begin(), entries[i].frames.end());
    }
    if (!frames.empty()) word.trigger = AddTrigger(std::move(frames), &triggers);
    std::uint32_t at = static_cast<std::uint32_t>(hash) & mask_;
    while (slots_[at].word != 0) at = (at + 1) & mask_;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32),
                  static_cast<std::uint32_t>(words_.size())};
    words_.push_back(word);
  }
}

// Words with the same frames, as the forms of one verb, are the same trigger.
std::uint16_t ScanTable::AddTrigger(std::vector<ScanNeeds> frames,
                                    std::map<std::vector<ScanNeeds>, std::uint16_t>* known) {
  std::sort(frames.begin(), frames.end());
  frames.erase(std::unique(frames.begin(), frames.end()), frames.end());
  const auto next = static_cast<std::uint16_t>(first_.size() - 1);
  const auto [found, fresh] = known->try_emplace(std::move(frames), next);
  if (fresh) {
    frames_.insert(frames_.end(), found->first.begin(), found->first.end());
    first_.push_back(static_cast<std::uint32_t>(frames_.size()));
  }
  return found->second;
}

void FinishScan(const std::vector<std::unique_ptr<Language>>& languages) {
  std::vector<ScanEntry> small;
  for (std::size_t i = 0; i < languages.size() && i < 32; ++i)
    AddSmallWords(*languages[i], i, &small);
  for (const auto& language : languages) {
    std::vector<ScanEntry> entries = ScanReader(*language).Read();
    entries.insert(entries.end(), small.begin(), small.end());
    language->text.scan.Build(std::move(entries));
  }
}

}  // namespace counterclaim
