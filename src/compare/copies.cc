#include "compare/copies.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <unordered_map>

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

struct Passage {
  Runs runs;
  std::vector<Item*> items;
};

std::vector<Passage> Passages(const std::vector<Item*>& items) {
  std::unordered_map<std::string, std::size_t> by_place;
  std::vector<Passage> passages;
  for (Item* item : items) {
    const std::string key = item->claim->article.text + "\n" + item->claim->sentence_text;
    const auto [at, fresh] = by_place.try_emplace(key, passages.size());
    if (fresh) passages.push_back({RunsOf(item->claim->sentence_text), {}});
    passages[at->second].items.push_back(item);
  }
  std::erase_if(passages, [](const Passage& p) { return p.runs.size() < kFewestRuns; });
  return passages;
}

std::size_t Root(std::vector<std::size_t>* parent, std::size_t i) {
  while ((*parent)[i] != i) i = (*parent)[i] = (*parent)[(*parent)[i]];
  return i;
}

}  // namespace

void FindCopies(const std::vector<Item*>& items, std::size_t* left_out) {
  const bool several = std::any_of(items.begin(), items.end(), [&items](const Item* item) {
    return item->claim->article != items[0]->claim->article;
  });
  if (!several) return;
  std::vector<Passage> passages = Passages(items);
  std::vector<std::size_t> parent(passages.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const auto signature = Signature(passages[i].runs);
    bool full = false;
    for (std::size_t band = 0; band < kHashes; band += kBand) {
      std::vector<std::size_t>& bucket =
          buckets[Mix(signature[band] * 31 + signature[band + 1] + band)];
      for (const std::size_t j : bucket) {
        const std::size_t x = Root(&parent, i), y = Root(&parent, j);
        if (x == y || passages[i].items[0]->claim->article == passages[j].items[0]->claim->article)
          continue;
        if (Jaccard(passages[i].runs, passages[j].runs) >= kAlike)
          parent[std::max(x, y)] = std::min(x, y);
      }
      if (bucket.size() < kMostInBucket)
        bucket.push_back(i);
      else
        full = true;
    }
    if (full) ++*left_out;
  }
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
