#pragma once
#include <cstddef>

namespace counterclaim {

// Asks for large pages under memory that will be filled and read at random, before it is first
// touched. A hint: where the system knows none, nothing happens.
void PreferLargePages(void* begin, std::size_t size);

}  // namespace counterclaim
