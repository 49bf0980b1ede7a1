#include <cstddef>
#include <cstdint>
#include <string_view>

#include "quantity/figure.h"

// Figures are read from any byte of any text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (std::uint32_t at = 0; at < size; ++at) {
    counterclaim::ReadFigure(text, at, static_cast<std::uint32_t>(size), '.', (at & 1) != 0);
  }
  return 0;
}
