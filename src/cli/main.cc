#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "cli/program.h"

namespace {

// The rules lie beside the program, also where it was found through PATH.
std::string Executable(const std::string& called) {
  if (called.find('/') != std::string::npos) return called;
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? called : path.string();
}

// Asks for pages of two megabytes under the heap: to get small ones takes a third
// of the time to start. Addresses are reserved so, not memory. Where the
// allocator is another one, nothing happens.
void UseLargePages() {
  constexpr int kReserved = 256 << 20, kAtOnce = 4 << 20, kLargestPiece = 32 << 20;
  constexpr std::uintptr_t kPage = 2 << 20;
  const auto end = [] { return static_cast<char*>(sbrk(0)); };
  char* const before = end();
  mallopt(M_MMAP_THRESHOLD, kLargestPiece);
  mallopt(M_TRIM_THRESHOLD, kReserved);
  mallopt(M_TOP_PAD, kReserved);
  void* volatile piece = std::malloc(std::size_t{1} << 20);
  std::free(piece);
  mallopt(M_TOP_PAD, kAtOnce);
  char* const first = before + (kPage - reinterpret_cast<std::uintptr_t>(before) % kPage) % kPage;
  char* const after = end();
  if (after > first) madvise(first, static_cast<std::size_t>(after - first), MADV_HUGEPAGE);
}

}  // namespace

// jemalloc reads this: large pages, because millions of claims are read at random.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always";
}

int main(int argc, char** argv) {
  UseLargePages();
  std::ios::sync_with_stdio(false);
  return counterclaim::RunProgram(Executable(argc > 0 ? argv[0] : "counterclaim"),
                                  {argv + (argc > 0), argv + argc}, std::cout, std::cerr);
}
