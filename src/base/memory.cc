#include "base/memory.h"

#include <sys/mman.h>

#include <cstdint>

namespace counterclaim {

void PreferLargePages(void* begin, std::size_t size) {
#ifdef MADV_HUGEPAGE
  constexpr std::size_t kPage = 4096;
  const std::size_t over = reinterpret_cast<std::uintptr_t>(begin) % kPage;
  const std::size_t skipped = over == 0 ? 0 : kPage - over;
  if (skipped < size) ::madvise(static_cast<char*>(begin) + skipped, size - skipped, MADV_HUGEPAGE);
#endif
}

}  // namespace counterclaim
