#include "base/parallel.h"

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
