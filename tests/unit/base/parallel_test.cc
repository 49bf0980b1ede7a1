#include "base/parallel.h"

#include <functional>

#include "catch.h"

using namespace counterclaim;

TEST_CASE("every number is worked on once, however many a thread takes at a time") {
  for (const unsigned threads : {0u, 1u, 2u, 5u}) {
    for (const std::size_t count : {0u, 1u, 7u, 1000u}) {
      for (const std::size_t chunk : {0u, 1u, 3u, 5000u}) {
        INFO(threads << " threads, " << count << ", " << chunk << " at a time");
        std::vector<std::atomic<int>> times(count);
        ParallelFor(
            threads, count, [&](std::size_t i) { ++times[i]; }, chunk);
        for (const std::atomic<int>& each : times) CHECK(each == 1);
      }
    }
  }
}

TEST_CASE("numbers are sorted on any number of threads") {
  for (const unsigned threads : {0u, 1u, 2u, 3u, 5u, 8u}) {
    for (const std::size_t count : {0u, 1u, 19999u, 20000u, 50001u}) {
      INFO(threads << " threads, " << count);
      std::vector<std::uint32_t> values(count), sorted(count);
      for (std::size_t i = 0; i < count; ++i) {
        values[i] = static_cast<std::uint32_t>(i * 7919 % 50021);  // a prime: no value twice
        sorted[i] = values[i];
      }
      std::sort(sorted.begin(), sorted.end());
      ParallelSort(threads, values.begin(), values.end(), std::less<>());
      CHECK(values == sorted);
    }
  }
}
