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

}  // namespace

// jemalloc reads this: large pages, because millions of claims are read at random.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always";
}

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return counterclaim::RunProgram(Executable(argc > 0 ? argv[0] : "counterclaim"),
                                  {argv + (argc > 0), argv + argc}, std::cout, std::cerr);
}
