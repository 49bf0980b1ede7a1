#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/text_layer.h"
#include "rulebook/word_hash.h"

namespace counterclaim {

// The words that the rules of one language (and the names of all parties and
// places) mention, each with a small number. Words are stored folded: lower
// case, straight apostrophe, NFC. Punctuation marks are words too.
class Vocabulary {
 public:
  WordId Add(std::string_view word);  // folds, then interns
  // kUnknownWord when absent.
  WordId Find(std::string_view folded) const { return Find(folded, WordHash(folded).Value()); }
  // The same with its WordHash at hand; then letters of ASCII need not be folded.
  WordId Find(std::string_view folded, std::uint64_t hash) const {
    if (slots_.empty()) return kUnknownWord;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].id != kUnknownWord; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash && slot.size == folded.size() &&
          (slot.size <= 8 || Is(slot.id, folded)))
        return slot.id;
    }
    return kUnknownWord;
  }
  const std::string& Word(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }

  // The spelling under which words are stored and looked up.
  static std::string Fold(std::string_view word);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    WordId id = kUnknownWord;
    std::uint32_t size = 0;  // bytes of the word
  };
  void Put(std::uint64_t hash, WordId id);
  bool Is(WordId id, std::string_view folded) const;

  std::vector<std::string> words_ = {""};
  std::string letters_;                         // of all words: near one another when looked up
  std::vector<std::uint32_t> begins_ = {0, 0};  // by WordId, and one more: into letters_
  std::vector<Slot> slots_;                     // open addressing, a power of two
  std::vector<std::uint64_t> hashes_ = {0};
};

// Splits words of a rule ("Ministry of Defence", "so-called", "Taliban's") into the
// same pieces as the tokenizer makes of them.
std::vector<std::string> SplitWords(std::string_view text);

// A set of words.
class WordSet {
 public:
  void insert(WordId word) {
    if (words_.size() <= word) words_.resize(word + std::size_t{1});
    words_[word] = true;
  }
  bool contains(WordId word) const { return word < words_.size() && words_[word]; }

 private:
  std::vector<bool> words_;  // by WordId
};

// Values of a few words of a vocabulary, at most 65,535; any other word has that of
// a new T.
template <typename T>
class WordTable {
 public:
  T& operator[](WordId word) {
    if (index_.size() <= word) index_.resize(word + std::size_t{1});
    if (index_[word] == 0) {
      index_[word] = static_cast<std::uint16_t>(values_.size());
      values_.emplace_back();
    }
    return values_[index_[word]];
  }
  const T& At(WordId word) const { return values_[word < index_.size() ? index_[word] : 0]; }

 private:
  std::vector<std::uint16_t> index_;  // by WordId: into values_
  std::vector<T> values_{1};
};

// Phrases of one or more words, each with a value; the longest match wins.
// Values are indexes into the owner's table.
class PhraseTable {
 public:
  void Add(const std::vector<WordId>& words, std::uint32_t value);
  // Every value of the longest phrase that starts at `tokens[at]` (and ends at
  // or before `end`); `length` is the number of tokens, 0 for no match.
  struct Match {
    std::uint32_t length = 0;
    const std::vector<std::uint32_t>* values = nullptr;
  };
  Match Longest(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const {
    return at < end && StartsWith(tokens[at].word) ? Walk(tokens, at, end) : Match{};
  }
  // Any phrase starts so.
  bool StartsWith(WordId word) const { return word < first_.size() && first_[word] != 0; }
  // A phrase of several words starts so.
  bool GoesOn(WordId word) const { return StartsWith(word) && nodes_[first_[word]].behind != 0; }
  const std::vector<std::uint32_t>* Find(
      const std::vector<WordId>& words) const;  // null: no such phrase
  std::vector<std::vector<std::uint32_t>*>
  All();  // the values of every phrase, in order of first mention
  struct Phrase {
    std::vector<WordId> words;
    const std::vector<std::uint32_t>* values = nullptr;
  };
  std::vector<Phrase> Phrases() const;  // the same with their words

 private:
  struct Node {
    std::vector<std::uint32_t> values;
    std::uint64_t behind = 0;  // bits of the words that go on from here
  };
  static std::uint64_t Bit(WordId word) { return std::uint64_t{1} << word % 64; }
  struct Edge {
    std::uint32_t from = 0, to = 0;  // nodes; to 0: a free slot
    WordId word = kUnknownWord;
  };
  Match Walk(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const;
  std::uint32_t Next(std::uint32_t node, WordId word) const;  // 0: no such edge
  std::size_t Slot(std::uint32_t node, WordId word) const;    // of the edge, or a free one
  void Grow();
  std::vector<std::uint32_t> first_;  // by WordId: the node of a first word, or 0
  std::vector<Edge> edges_;           // of later words; open addressing, a power of two
  std::size_t edge_count_ = 0;
  std::vector<Node> nodes_ = {Node{}};
};

// "kill" -> kill, kills, killed, killing, by rules/languages/<tag>/morphology.yaml;
// irregular forms come from the same file. Feature bits tell which form is which.
enum WordForm : std::uint8_t {
  kBaseForm = 1,
  kThirdPerson = 2,
  kPast = 4,
  kPastParticiple = 8,
  kGerund = 16,
  kPlural = 32,
  kSingular = 64,
};
struct InflectedWord {
  std::string word;
  std::uint8_t forms = 0;  // WordForm bits; one spelling may be several forms
  bool operator==(const InflectedWord&) const = default;
};

}  // namespace counterclaim
