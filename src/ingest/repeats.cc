#include "ingest/repeats.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace counterclaim {

namespace {

constexpr std::size_t kGram = 5;             // words hashed together
constexpr std::size_t kGap = 6;              // words that may differ inside one passage
constexpr std::size_t kShortest = 8;         // words of a repeat inside one article
constexpr std::size_t kShortestShared = 30;  // words of a passage shared by two articles
constexpr std::size_t kManyWords = 200000;

struct Word {
  std::uint64_t hash = 0;
  Span span;
};

// Words without case and punctuation. Bytes above ASCII are letters, except
// those of general punctuation (U+2000..U+206F), which part words.
std::vector<Word> Words(std::string_view text) {
  std::vector<Word> words;
  Word word;
  const auto close = [&](std::size_t at) {
    word.span.end = static_cast<std::uint32_t>(at);
    if (word.hash != 0) words.push_back(word);
    word.hash = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    unsigned char c = static_cast<unsigned char>(text[i]);
    const bool mark = c == 0xE2 && i + 2 < text.size() &&
                      (static_cast<unsigned char>(text[i + 1]) & 0xFE) == 0x80;
    if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c + 32);
    const bool letter = !mark && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80);
    if (letter) {
      if (word.hash == 0) word = {0xCBF29CE484222325u, {static_cast<std::uint32_t>(i), 0}};
      word.hash = (word.hash ^ c) * 0x100000001B3u;
    } else {
      close(i);
    }
    i += mark ? 3 : 1;
  }
  close(text.size());
  return words;
}

std::uint64_t Mix(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xFF51AFD7ED558CCDu;
  return x ^ x >> 29;
}

std::uint64_t Gram(const std::vector<Word>& words, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kGram; ++i) hash = Mix(hash + words[at + i].hash);
  return hash;
}

// Where each gram stands first. Open addressing; made for a known number of grams.
class FirstPlaces {
 public:
  explicit FirstPlaces(std::size_t grams) : slots_(std::bit_ceil(2 * grams + 2)) {}

  // The first place of the gram, which is `at` when it is new.
  std::uint32_t Add(std::uint64_t gram, std::uint32_t at) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = gram & mask;; i = (i + 1) & mask) {
      Slot& slot = slots_[i];
      if (slot.next == 0) slot = {gram, at + 1};
      if (slot.gram == gram) return slot.next - 1;
    }
  }

 private:
  struct Slot {
    std::uint64_t gram = 0;
    std::uint32_t next = 0;  // the place after it; 0: free
  };
  std::vector<Slot> slots_;
};

// Runs of equal words, as indices: `size` words from `later` stand at `earlier`.
struct Run {
  std::size_t later = 0, earlier = 0, later_end = 0, earlier_end = 0, equal = 0;
};

bool Joins(const Run& a, const Run& b) {
  return b.later >= a.later_end && b.later - a.later_end <= kGap && b.earlier >= a.earlier_end &&
         b.earlier - a.earlier_end <= kGap && b.later_end != a.later_end;
}

Run Extend(const std::vector<Word>& words, std::size_t later, std::size_t earlier,
           std::size_t floor) {
  Run run{later, earlier, later + kGram, earlier + kGram, 0};
  while (run.later > floor && run.earlier > 0 &&
         words[run.later - 1].hash == words[run.earlier - 1].hash) {
    --run.later;
    --run.earlier;
  }
  while (run.later_end < words.size() && run.earlier_end < run.later &&
         words[run.later_end].hash == words[run.earlier_end].hash) {
    ++run.later_end;
    ++run.earlier_end;
  }
  run.equal = run.later_end - run.later;
  return run;
}

Span SpanOf(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  return {words[begin].span.begin, words[end - 1].span.end};
}

}  // namespace

std::vector<Repeat> FindRepeats(const std::string& text) {
  const std::vector<Word> words = Words(text);
  std::vector<Repeat> repeats;
  if (words.size() < 2 * kShortest) return repeats;
  // Of a long text only every eighth gram is kept; runs are extended by words.
  const std::uint64_t sample = words.size() > kManyWords ? 7 : 0;
  FirstPlaces first(words.size());
  std::vector<Run> runs;
  std::size_t floor = 0;
  for (std::size_t i = 0; i + kGram <= words.size(); ++i) {
    const std::uint64_t gram = Gram(words, i);
    if ((gram & sample) != 0) continue;
    const std::uint32_t earlier = first.Add(gram, static_cast<std::uint32_t>(i));
    if (earlier + kGram > i) continue;
    const Run run = Extend(words, i, earlier, floor);
    floor = run.later_end;
    i = std::max(i, run.later_end - 1);
    if (!runs.empty() && Joins(runs.back(), run)) {
      runs.back().later_end = run.later_end;
      runs.back().earlier_end = run.earlier_end;
      runs.back().equal += run.equal;
    } else {
      runs.push_back(run);
    }
  }
  for (const Run& run : runs) {
    if (run.equal < kShortest) continue;
    Repeat& repeat = repeats.emplace_back();
    repeat.span = SpanOf(words, run.later, run.later_end);
    repeat.of = SpanOf(words, run.earlier, run.earlier_end);
  }
  return repeats;
}

namespace {

struct Origin {
  std::uint32_t document = 0, word = 0;
};

// Chains of sampled grams that one earlier article has in the same order.
struct Chain {
  std::uint32_t document = 0;
  std::size_t first = 0, last = 0, origin = 0, grams = 0;
};

constexpr std::size_t kSampledGap = 40;

void AddShared(const std::vector<Word>& words, const std::vector<Chain>& chains,
               const std::vector<Document>& documents, Document* document) {
  for (const Chain& chain : chains) {
    const std::size_t end = chain.last + kGram;
    if (chain.grams < 3 || end - chain.first < kShortestShared) continue;
    document->repeats.push_back({SpanOf(words, chain.first, end), documents[chain.document].id});
  }
  std::stable_sort(document->repeats.begin(), document->repeats.end(),
                   [](const Repeat& a, const Repeat& b) { return a.span < b.span; });
}

}  // namespace

void FindSyndicated(std::vector<Document>* documents) {
  std::vector<std::uint32_t> order(documents->size());
  std::iota(order.begin(), order.end(), 0u);
  const auto date = [&](std::uint32_t i) { return (*documents)[i].date.value_or(Day{INT32_MAX}); };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return date(a) < date(b); });
  std::unordered_map<std::uint64_t, Origin> first;
  for (const std::uint32_t index : order) {
    Document& document = (*documents)[index];
    const std::vector<Word> words = Words(document.text);
    std::vector<Chain> chains;
    for (std::size_t i = 0; i + kGram <= words.size(); ++i) {
      const std::uint64_t gram = Gram(words, i);
      if ((gram & 7) != 0) continue;
      const auto [found, fresh] = first.emplace(gram, Origin{index, static_cast<std::uint32_t>(i)});
      const Origin origin = found->second;
      if (fresh || origin.document == index) continue;
      Chain* last = chains.empty() ? nullptr : &chains.back();
      const bool goes_on =
          last != nullptr && last->document == origin.document && origin.word > last->origin &&
          origin.word - last->origin <= kSampledGap && i - last->last <= kSampledGap;
      if (!goes_on) {
        chains.push_back({origin.document, i, i, origin.word, 1});
        continue;
      }
      last->last = i;
      last->origin = origin.word;
      ++last->grams;
    }
    AddShared(words, chains, *documents, &document);
  }
}

}  // namespace counterclaim
