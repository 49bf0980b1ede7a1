#include "rulebook/vocabulary.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <xxhash.h>

#include <algorithm>

namespace counterclaim {

namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::uint64_t Edge(std::uint32_t node, WordId word) {
  return static_cast<std::uint64_t>(node) << 32 | word;
}

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool IsMark(char c) {
  constexpr std::string_view kMarks = "-,.;:!?()[]{}\"/%&+*=<>$#@";
  return kMarks.find(c) != std::string_view::npos;
}

}  // namespace

std::string Vocabulary::Fold(std::string_view word) {
  if (IsAscii(word)) {
    std::string folded(word);
    for (char& c : folded) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return folded;
  }
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text.findAndReplace(icu::UnicodeString(static_cast<UChar>(0x2019)), icu::UnicodeString('\''));
  text.findAndReplace(icu::UnicodeString(static_cast<UChar>(0x2018)), icu::UnicodeString('\''));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_SUCCESS(status)) text = fold->normalize(text, status);
  std::string folded;
  text.toUTF8String(folded);
  return folded;
}

std::uint64_t Vocabulary::Hash(std::string_view folded) {
  return XXH3_64bits(folded.data(), folded.size());
}

WordId Vocabulary::Add(std::string_view word) {
  std::string folded = Fold(word);
  const std::uint64_t hash = Hash(folded);
  if (const WordId known = Find(hash, folded)) return known;
  if ((words_.size() + 1) * 2 > slots_.size()) Grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.push_back(std::move(folded));
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].second != kUnknownWord) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {hash, id};
  return id;
}

void Vocabulary::Grow() {
  std::vector<std::pair<std::uint64_t, WordId>> larger(
      std::max<std::size_t>(64, slots_.size() * 2));
  for (const auto& slot : slots_) {
    if (slot.second == kUnknownWord) continue;
    std::size_t at = slot.first & (larger.size() - 1);
    while (larger[at].second != kUnknownWord) at = (at + 1) & (larger.size() - 1);
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

WordId Vocabulary::Find(std::string_view folded) const {
  return Find(Hash(folded), folded);
}

WordId Vocabulary::Find(std::uint64_t hash, std::string_view folded) const {
  if (slots_.empty()) return kUnknownWord;
  for (std::size_t at = hash & (slots_.size() - 1); slots_[at].second != kUnknownWord;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].first == hash && words_[slots_[at].second] == folded) return slots_[at].second;
  }
  return kUnknownWord;
}

std::vector<std::string> SplitWords(std::string_view text) {
  std::string straight(text);
  for (std::size_t at; (at = straight.find("\xE2\x80\x99")) != std::string::npos;)
    straight.replace(at, 3, "'");
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (word.size() > 2 && (word.ends_with("'s") || word.ends_with("'S"))) {
      words.push_back(word.substr(0, word.size() - 2));
      word.erase(0, word.size() - 2);
    } else if (word.size() > 1 && word.ends_with('\'')) {
      words.push_back(word.substr(0, word.size() - 1));
      word = "'";
    }
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : straight) {
    if (IsSpace(c) || IsMark(c)) {
      finish();
      if (IsMark(c)) words.emplace_back(1, c);
    } else {
      word += c;
    }
  }
  finish();
  return words;
}

void PhraseTable::Add(const std::vector<WordId>& words, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const WordId word : words) {
    if (node == 0 && first_.size() <= word) first_.resize(word + std::size_t{1});
    std::uint32_t& next = node == 0 ? first_[word] : edges_[Edge(node, word)];
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    node = next;
  }
  if (node == 0) return;
  auto& values = nodes_[node].values;
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

std::uint32_t PhraseTable::Next(std::uint32_t node, WordId word) const {
  if (node == 0) return word < first_.size() ? first_[word] : 0;
  const auto edge = edges_.find(Edge(node, word));
  return edge == edges_.end() ? 0 : edge->second;
}

PhraseTable::Match PhraseTable::Longest(const std::vector<Token>& tokens, std::uint32_t at,
                                        std::uint32_t end) const {
  Match best;
  std::uint32_t node = 0;
  for (std::uint32_t i = at; i < end && tokens[i].word != kUnknownWord; ++i) {
    node = Next(node, tokens[i].word);
    if (node == 0) break;
    if (!nodes_[node].values.empty()) best = {i - at + 1, &nodes_[node].values};
  }
  return best;
}

const std::vector<std::uint32_t>* PhraseTable::Find(const std::vector<WordId>& words) const {
  std::uint32_t node = 0;
  for (const WordId word : words) {
    node = Next(node, word);
    if (node == 0) return nullptr;
  }
  return nodes_[node].values.empty() ? nullptr : &nodes_[node].values;
}

std::vector<std::vector<std::uint32_t>*> PhraseTable::All() {
  std::vector<std::vector<std::uint32_t>*> all;
  for (Node& node : nodes_) {
    if (!node.values.empty()) all.push_back(&node.values);
  }
  return all;
}

bool PhraseTable::StartsWith(WordId word) const {
  return word != kUnknownWord && Next(0, word) != 0;
}

}  // namespace counterclaim
