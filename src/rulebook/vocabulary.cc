#include "rulebook/vocabulary.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace counterclaim {

namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

enum class Kind : std::uint8_t { kLetter, kSpace, kMark };

constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (const char c : std::string_view("-,.;:!?()[]{}\"/%&+*=<>$#@"))
    kinds[static_cast<unsigned char>(c)] = Kind::kMark;
  for (const char c : std::string_view(" \t\n"))
    kinds[static_cast<unsigned char>(c)] = Kind::kSpace;
  return kinds;
}();

Kind KindOf(char c) {
  return kKinds[static_cast<unsigned char>(c)];
}

// "Taliban's" is two words.
void AddPieces(std::string_view word, std::vector<std::string>* words) {
  std::size_t tail = 0;
  if (word.size() > 2 && (word.ends_with("'s") || word.ends_with("'S"))) {
    tail = 2;
  } else if (word.size() > 1 && word.ends_with('\'')) {
    tail = 1;
  }
  if (word.size() > tail) words->emplace_back(word.substr(0, word.size() - tail));
  if (tail > 0) words->emplace_back(word.substr(word.size() - tail));
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
  // The usual quotation marks and dashes, "’s": too many for the long way.
  constexpr std::string_view kMarks[] = {"“", "”", "–", "—"};
  if (std::find(std::begin(kMarks), std::end(kMarks), word) != std::end(kMarks))
    return std::string(word);
  constexpr std::string_view kApostrophe = "’";
  if (word.starts_with(kApostrophe) && IsAscii(word.substr(kApostrophe.size())))
    return '\'' + Fold(word.substr(kApostrophe.size()));
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

WordId Vocabulary::Add(std::string_view word) {
  const auto small = [](char c) {
    return static_cast<signed char>(c) >= 0 && (c < 'A' || c > 'Z');
  };
  const bool folds = !std::all_of(word.begin(), word.end(), small);
  const std::string made = folds ? Fold(word) : std::string();
  const std::string_view folded = folds ? std::string_view(made) : word;
  const std::uint64_t hash = WordHash(folded).Value();
  if (const WordId known = Find(folded, hash)) return known;
  const auto id = static_cast<WordId>(words_.size());
  hashes_.push_back(hash);
  letters_ += folded;
  begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
  words_.emplace_back(folded);
  if (words_.size() * 2 > slots_.size()) {
    slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), Slot{});
    for (WordId each = 1; each < id; ++each) Put(hashes_[each], each);
  }
  Put(hashes_[id], id);
  return id;
}

void Vocabulary::Put(std::uint64_t hash, WordId id) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != kUnknownWord) at = (at + 1) & mask;
  slots_[at] = {hash, id, begins_[id + std::size_t{1}] - begins_[id]};
}

bool Vocabulary::Is(WordId id, std::string_view folded) const {
  const auto same = [](char c, char letter) {
    return letter == c || (c >= 'A' && c <= 'Z' && letter == (c | 0x20));
  };
  return std::equal(folded.begin(), folded.end(), letters_.data() + begins_[id], same);
}

std::vector<std::string> SplitWords(std::string_view text) {
  std::string straight;
  if (text.find("\xE2\x80\x99") != std::string_view::npos) {
    straight = text;
    for (std::size_t at; (at = straight.find("\xE2\x80\x99")) != std::string::npos;)
      straight.replace(at, 3, "'");
    text = straight;
  }
  std::vector<std::string> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && KindOf(text[at]) == Kind::kLetter) continue;
    AddPieces(text.substr(begin, at - begin), &words);
    if (at < text.size() && KindOf(text[at]) == Kind::kMark) words.emplace_back(1, text[at]);
    begin = at + 1;
  }
  return words;
}

void PhraseTable::Add(const std::vector<WordId>& words, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const WordId word : words) {
    std::uint32_t next = Next(node, word);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) {
        if (first_.size() <= word) first_.resize(word + std::size_t{1});
        first_[word] = next;
      } else {
        if (++edge_count_ * 2 > edges_.size()) Grow();
        edges_[Slot(node, word)] = {node, next, word};
        nodes_[node].behind |= Bit(word);
      }
    }
    node = next;
  }
  if (node == 0) return;
  auto& values = nodes_[node].values;
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

std::size_t PhraseTable::Slot(std::uint32_t node, WordId word) const {
  const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32 | word) * 0x9E3779B97F4A7C15u;
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = (key >> 32) & mask;
  while (edges_[at].to != 0 && (edges_[at].from != node || edges_[at].word != word))
    at = (at + 1) & mask;
  return at;
}

void PhraseTable::Grow() {
  const std::vector<Edge> before = std::move(edges_);
  edges_.assign(std::max<std::size_t>(16, before.size() * 2), Edge{});
  for (const Edge& edge : before) {
    if (edge.to != 0) edges_[Slot(edge.from, edge.word)] = edge;
  }
}

std::uint32_t PhraseTable::Next(std::uint32_t node, WordId word) const {
  if (node == 0) return word < first_.size() ? first_[word] : 0;
  return edges_.empty() ? 0 : edges_[Slot(node, word)].to;
}

PhraseTable::Match PhraseTable::Walk(const std::vector<Token>& tokens, std::uint32_t at,
                                     std::uint32_t end) const {
  Match best;
  std::uint32_t node = first_[tokens[at].word];
  for (std::uint32_t i = at + 1; node != 0; ++i) {
    const Node& here = nodes_[node];
    if (!here.values.empty()) best = {i - at, &here.values};
    if (i == end || tokens[i].word == kUnknownWord || (here.behind & Bit(tokens[i].word)) == 0)
      break;
    node = edges_[Slot(node, tokens[i].word)].to;
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

std::vector<PhraseTable::Phrase> PhraseTable::Phrases() const {
  std::vector<Edge> into(nodes_.size());
  for (WordId word = 0; word < first_.size(); ++word) {
    if (first_[word] != 0) into[first_[word]] = {0, first_[word], word};
  }
  for (const Edge& edge : edges_) {
    if (edge.to != 0) into[edge.to] = edge;
  }
  std::vector<Phrase> phrases;
  for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
    if (nodes_[node].values.empty()) continue;
    Phrase phrase{{}, &nodes_[node].values};
    for (std::uint32_t at = node; at != 0; at = into[at].from)
      phrase.words.push_back(into[at].word);
    std::reverse(phrase.words.begin(), phrase.words.end());
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace counterclaim
