#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace counterclaim {

// A number in digits: "1,200", "1 20 000", "4.5", "1.3e6", "٥٨", "¾".
struct Figure {
  double value = 0;
  std::uint32_t end = 0;     // byte after the last one
  std::uint32_t digits = 0;  // of the whole part
  bool grouped = false;
  bool decimal = false;  // has decimals, an exponent or is a fraction sign
  bool leading_zero = false;
};

// The figure that starts at byte `begin`, reading no further than `end`.
// `decimal` is the language's decimal mark, '.' or ','; with `spaces` a blank
// may part groups of three. Nothing when no digit stands there.
std::optional<Figure> ReadFigure(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                 char decimal, bool spaces);

}  // namespace counterclaim
