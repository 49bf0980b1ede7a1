#include "compare/copies.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "base/parallel.h"

namespace counterclaim {
namespace {

constexpr std::size_t kRun = 3;         // words of a run: a changed figure spoils three
constexpr std::size_t kFewestRuns = 6;  // shorter sentences are alike by chance
constexpr std::size_t kHashes = 16, kBand = 2;
constexpr double kAlike = 0.5;
constexpr std::ptrdiff_t kMostInBucket = 64;

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

// Which of the buckets of near copies a passage stands in.
struct BandOf {
  std::uint64_t bucket;
  std::size_t passage;

  auto operator<=>(const BandOf&) const = default;
};

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
  std::array<std::uint64_t, kBands> buckets;
  std::vector<Item*> items;
};

std::vector<Passage> Passages(const std::vector<Item*>& items, unsigned threads) {
  struct Place {
    std::string_view article, sentence;
    bool operator==(const Place&) const = default;
  };
  const auto hash = [](const Place& place) {
    const std::hash<std::string_view> of;
    return Mix(of(place.article)) ^ of(place.sentence);
  };
  std::unordered_map<Place, std::size_t, decltype(hash)> by_place(items.size(), hash);
  std::vector<Passage> passages;
  for (Item* item : items) {
    const Place place{item->claim->article.text, item->claim->sentence_text};
    const auto [at, fresh] = by_place.try_emplace(place, passages.size());
    if (fresh) passages.emplace_back();
    passages[at->second].items.push_back(item);
  }
  ParallelFor(threads, passages.size(), [&](std::size_t i) {
    Passage& passage = passages[i];
    passage.runs = RunsOf(passage.items[0]->claim->sentence_text);
    if (passage.runs.size() < kFewestRuns) return;
    const auto signature = Signature(passage.runs);
    for (std::size_t band = 0; band < kBands; ++band)
      passage.buckets[band] =
          Mix(signature[band * kBand] * 31 + signature[band * kBand + 1] + band * kBand);
  });
  std::erase_if(passages, [](const Passage& p) { return p.runs.size() < kFewestRuns; });
  return passages;
}

std::size_t Root(std::vector<std::size_t>* parent, std::size_t i) {
  while ((*parent)[i] != i) i = (*parent)[i] = (*parent)[(*parent)[i]];
  return i;
}

}  // namespace

void FindCopies(const std::vector<Item*>& items, unsigned threads, std::size_t* left_out) {
  const bool several = std::any_of(items.begin(), items.end(), [&items](const Item* item) {
    return item->claim->article != items[0]->claim->article;
  });
  if (!several) return;
  const std::vector<Passage> passages = Passages(items, threads);
  std::vector<BandOf> bands;
  bands.reserve(passages.size() * kBands);
  for (std::size_t i = 0; i < passages.size(); ++i)
    for (const std::uint64_t bucket : passages[i].buckets) bands.push_back({bucket, i});
  std::sort(bands.begin(), bands.end());
  std::vector<std::size_t> parent(passages.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  std::vector<bool> full(passages.size());
  std::vector<Sketch> sketches;
  sketches.reserve(passages.size());
  for (const Passage& passage : passages) sketches.push_back(SketchOf(passage.runs));
  for (auto begin = bands.begin(), i = begin; i != bands.end(); ++i) {
    if (i->bucket != begin->bucket) begin = i;
    const auto end = begin + std::min<std::ptrdiff_t>(i - begin, kMostInBucket);
    const Passage& passage = passages[i->passage];
    std::size_t x = Root(&parent, i->passage);
    for (auto j = begin; j != end; ++j) {
      const std::size_t y = Root(&parent, j->passage);
      if (x == y || !MayBeAlike(sketches[i->passage], sketches[j->passage])) continue;
      const Passage& other = passages[j->passage];
      if (passage.items[0]->claim->article == other.items[0]->claim->article ||
          Jaccard(passage.runs, other.runs) < kAlike)
        continue;
      parent[std::max(x, y)] = std::min(x, y);
      x = std::min(x, y);
    }
    if (i - begin >= kMostInBucket) full[i->passage] = true;
  }
  *left_out += static_cast<std::size_t>(std::count(full.begin(), full.end(), true));
  std::vector<std::size_t> members(passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i) ++members[Root(&parent, i)];
  std::unordered_map<std::size_t, std::uint32_t> numbers;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const std::size_t root = Root(&parent, i);
    if (members[root] < 2) continue;
    const auto at = numbers.try_emplace(root, numbers.size() + 1).first;
    for (Item* item : passages[i].items) item->copy = at->second;
  }
}

}  // namespace counterclaim
