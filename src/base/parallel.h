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

}  // namespace counterclaim
