#include <iostream>

#include "cli/program.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return counterclaim::RunProgram(argc > 0 ? argv[0] : "counterclaim",
                                  {argv + (argc > 0), argv + argc}, std::cout, std::cerr);
}
