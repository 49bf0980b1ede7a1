#include "compare/copies.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <string_view>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text_hash.h"

namespace counterclaim {
namespace {

constexpr std::size_t kRun = 3;         // words of a run: a changed figure spoils three
constexpr std::size_t kFewestRuns = 6;  // shorter sentences are alike by chance
constexpr std::size_t kHashes = 16, kBand = 2;
constexpr double kAlike = 0.5;
constexpr std::size_t kMostInBucket = 64;

using Runs = std::vector<std::uint64_t>;  // sorted hashes

std::uint64_t Mix(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

Runs RunsOf(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t hash = 0;
  bool inside = false;
  const auto close = [&] {
    if (inside) words.push_back(Mix(hash));
    hash = 0;
    inside = false;
  };
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    const bool letter =
        u >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) {
      close();
      continue;
    }
    hash = hash * 0x100000001b3ULL + (c >= 'A' && c <= 'Z' ? u + 32 : u);
    inside = true;
  }
  close();
  Runs runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t j = 0; j < kRun; ++j) run = Mix(run * 31 + words[i + j]);
    runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double Jaccard(const Runs& a, const Runs& b) {
  std::size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++both;
      ++x;
      ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

std::array<std::uint64_t, kHashes> Signature(const Runs& runs) {
  std::array<std::uint64_t, kHashes> least;
  least.fill(~std::uint64_t{0});
  for (const std::uint64_t run : runs) {
    for (std::uint64_t i = 0; i < kHashes; ++i) {
      const std::uint64_t hash = Mix(run ^ (i * 0x9e3779b97f4a7c15ULL));
      least[i] = std::min(least[i], hash);
    }
  }
  return least;
}

constexpr std::size_t kBands = kHashes / kBand;

// One bit for each run, and how many runs share their bit with others.
struct Sketch {
  std::array<std::uint64_t, 2> bits{};
  std::uint32_t shared = 0, runs = 0;
};

// std::popcount calls a function where the processor need not have it.
std::uint32_t CountBits(std::uint64_t x, std::uint64_t y) {
  const auto nibbles = [](std::uint64_t bits) {
    bits -= (bits >> 1) & 0x5555555555555555ULL;
    return (bits & 0x3333333333333333ULL) + ((bits >> 2) & 0x3333333333333333ULL);
  };
  const std::uint64_t sum = nibbles(x) + nibbles(y);
  const std::uint64_t bytes = (sum & 0x0f0f0f0f0f0f0f0fULL) + ((sum >> 4) & 0x0f0f0f0f0f0f0f0fULL);
  return static_cast<std::uint32_t>((bytes * 0x0101010101010101ULL) >> 56);
}

Sketch SketchOf(const Runs& runs) {
  Sketch sketch;
  for (const std::uint64_t run : runs) sketch.bits[run >> 63] |= 1ULL << (run & 63);
  sketch.runs = static_cast<std::uint32_t>(runs.size());
  sketch.shared = sketch.runs - CountBits(sketch.bits[0], sketch.bits[1]);
  return sketch;
}

// False only where the runs cannot be alike: most pairs end here.
bool MayBeAlike(const Sketch& a, const Sketch& b) {
  const std::uint32_t most =
      std::min(a.shared, b.shared) + CountBits(a.bits[0] & b.bits[0], a.bits[1] & b.bits[1]);
  const std::uint32_t all = a.runs + b.runs;
  return most >= all || most >= kAlike * (all - most);
}

struct Passage {
  Runs runs;
  Sketch sketch;
  std::uint32_t article = 0;
  std::array<std::uint64_t, kBands> buckets;
  std::vector<Item*> items;
};

std::vector<Passage> Passages(const std::vector<Item*>& items, unsigned threads) {
  std::vector<TextHash> keys(items.size());
  ParallelFor(threads, items.size(), [&](std::size_t i) {
    keys[i] = TextHash(items[i]->claim->sentence_text, items[i]->claim->article.text);
  });
  std::unordered_map<TextHash, std::size_t, TextHash::Hash> by_key(items.size());
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto [at, fresh] = by_key.try_emplace(keys[i], passages.size());
    if (fresh) passages.emplace_back();
    passages[at->second].items.push_back(items[i]);
  }
  ParallelFor(threads, passages.size(), [&](std::size_t i) {
    Passage& passage = passages[i];
    passage.article = passage.items[0]->names.article;
    passage.runs = RunsOf(passage.items[0]->claim->sentence_text);
    if (passage.runs.size() < kFewestRuns) return;
    passage.sketch = SketchOf(passage.runs);
    const auto signature = Signature(passage.runs);
    for (std::size_t band = 0; band < kBands; ++band)
      passage.buckets[band] =
          Mix(signature[band * kBand] * 31 + signature[band * kBand + 1] + band * kBand);
  });
  std::erase_if(passages, [](const Passage& p) { return p.runs.size() < kFewestRuns; });
  return passages;
}

// Sets of passages that are put together from several threads. What stands for
// a set is its first passage, in whatever order they come together.
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    for (std::size_t i = 0; i < count; ++i) parent_[i].store(i, std::memory_order_relaxed);
  }
  std::size_t First(std::size_t i) {
    for (;;) {
      const std::size_t up = parent_[i].load(), top = parent_[up].load();
      if (up == top) return up;
      parent_[i].store(top);  // `i` is the first of no set: nobody else joins it
      i = top;
    }
  }
  void Join(std::size_t a, std::size_t b) {
    for (;;) {
      a = First(a);
      b = First(b);
      if (a == b) return;
      std::size_t last = std::max(a, b);
      if (parent_[last].compare_exchange_strong(last, std::min(a, b))) return;
    }
  }

 private:
  std::vector<std::atomic<std::size_t>> parent_;
};

// Which of the buckets of near copies a passage stands in. With its sketch, so
// that passages need not be fetched from all over the memory.
struct BandOf {
  std::uint64_t bucket;
  std::size_t passage;
  Sketch sketch;

  bool operator<(const BandOf& other) const {
    return bucket != other.bucket ? bucket < other.bucket : passage < other.passage;
  }
};

// Joins what is alike in the buckets of one band; tells whose bucket was too full.
void JoinBand(const std::vector<Passage>& passages, std::size_t band, Sets* sets,
              std::vector<std::uint8_t>* full) {
  std::vector<BandOf> sorted;
  sorted.reserve(passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i)
    sorted.push_back({passages[i].buckets[band], i, passages[i].sketch});
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t begin = 0, i = 0; i < sorted.size(); ++i) {
    const BandOf& one = sorted[i];
    if (one.bucket != sorted[begin].bucket) begin = i;
    std::size_t set = sets->First(one.passage);
    for (std::size_t j = begin; j < std::min(i, begin + kMostInBucket); ++j) {
      const BandOf& other = sorted[j];
      if (!MayBeAlike(one.sketch, other.sketch) || sets->First(other.passage) == set) continue;
      const Passage &p = passages[one.passage], &q = passages[other.passage];
      if (p.article == q.article || Jaccard(p.runs, q.runs) < kAlike) continue;
      sets->Join(one.passage, other.passage);
      set = sets->First(one.passage);
    }
    if (i - begin >= kMostInBucket) (*full)[one.passage] = 1;
  }
}

}  // namespace

void FindCopies(const std::vector<Item*>& items, unsigned threads, std::size_t* left_out) {
  const bool several = std::any_of(items.begin(), items.end(), [&items](const Item* item) {
    return item->names.article != items[0]->names.article;
  });
  if (!several) return;
  const std::vector<Passage> passages = Passages(items, threads);
  Sets sets(passages.size());
  std::array<std::vector<std::uint8_t>, kBands> full;
  ParallelFor(
      threads, kBands,
      [&](std::size_t band) {
        full[band].resize(passages.size());
        JoinBand(passages, band, &sets, &full[band]);
      },
      1);
  std::vector<std::size_t> members(passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i) {
    ++members[sets.First(i)];
    *left_out += std::any_of(full.begin(), full.end(), [i](const auto& of) { return of[i] != 0; });
  }
  std::unordered_map<std::size_t, std::uint32_t> numbers;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const std::size_t first = sets.First(i);
    if (members[first] < 2) continue;
    const auto at = numbers.try_emplace(first, numbers.size() + 1).first;
    for (Item* item : passages[i].items) item->copy = at->second;
  }
}

}  // namespace counterclaim
