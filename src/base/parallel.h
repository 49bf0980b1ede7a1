#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace counterclaim {

// Calls `work(i)` for every i below `count`, on `threads` threads, this one among
// them; in no order. `work` must not throw. A thread takes `chunk` of them at a
// time; 0: so many that all end at about one time.
template <typename Work>
void ParallelFor(unsigned threads, std::size_t count, const Work& work, std::size_t chunk = 0) {
  constexpr std::size_t kTurns = 64;  // of each thread
  if (chunk == 0) chunk = std::max<std::size_t>(1, count / (kTurns * std::max(threads, 1u)));
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t begin = next.fetch_add(chunk); begin < count; begin = next.fetch_add(chunk))
      for (std::size_t i = begin; i < begin + chunk && i < count; ++i) work(i);
  };
  std::vector<std::jthread> pool;
  for (unsigned i = 1; i < threads && i < count; ++i) pool.emplace_back(run);
  run();
}

// Sorts as std::sort does; `less` must leave no two of the values in one place,
// or their order hangs on the number of threads.
template <typename Iterator, typename Less>
void ParallelSort(unsigned threads, Iterator begin, Iterator end, const Less& less) {
  constexpr std::size_t kFewest = 10000;  // for one thread
  const auto count = static_cast<std::size_t>(end - begin);
  const std::size_t parts = std::min<std::size_t>(std::max(threads, 1u), count / kFewest);
  if (parts < 2) return std::sort(begin, end, less);
  const auto at = [&](std::size_t part) {
    return begin + static_cast<std::ptrdiff_t>(count * std::min(part, parts) / parts);
  };
  ParallelFor(
      threads, parts, [&](std::size_t i) { std::sort(at(i), at(i + 1), less); }, 1);
  for (std::size_t width = 1; width < parts; width *= 2) {
    ParallelFor(
        threads, (parts + 2 * width - 1) / (2 * width),
        [&](std::size_t i) {
          const std::size_t first = 2 * width * i;
          std::inplace_merge(at(first), at(first + width), at(first + 2 * width), less);
        },
        1);
  }
}

}  // namespace counterclaim
