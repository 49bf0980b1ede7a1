#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace counterclaim {

// Offset of the first byte that is not part of well-formed UTF-8 (no overlong
// forms, no surrogates, at most U+10FFFF), or text.size().
std::size_t FirstBadByte(std::string_view text);

// Number of code points; every byte that does not continue one starts one.
std::size_t CodePoints(std::string_view text);

// Fit for a terminal and a log: control characters, bidirectional controls and
// bad bytes become U+FFFD, tabs one space.
std::string Printable(std::string_view text);

}  // namespace counterclaim
