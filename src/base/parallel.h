#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace counterclaim {

// Calls `work(i)` for every i below `count`, on `threads` threads, this one among
// them; in no order. `work` must not throw.
template <typename Work>
void ParallelFor(unsigned threads, std::size_t count, const Work& work) {
  constexpr std::size_t kTurns = 64;  // of each thread, so that all end at about one time
  const std::size_t chunk = std::max<std::size_t>(1, count / (kTurns * std::max(threads, 1u)));
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t begin = next.fetch_add(chunk); begin < count; begin = next.fetch_add(chunk))
      for (std::size_t i = begin; i < begin + chunk && i < count; ++i) work(i);
  };
  std::vector<std::jthread> pool;
  for (unsigned i = 1; i < threads && i < count; ++i) pool.emplace_back(run);
  run();
}

}  // namespace counterclaim
