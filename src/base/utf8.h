#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace counterclaim {

// Offset of the first byte that is not part of well-formed UTF-8 (no overlong
// forms, no surrogates, at most U+10FFFF), or text.size().
std::size_t FirstBadByte(std::string_view text);

// The code point at `at`, and how many bytes it takes (1 or more). Bad bytes
// come out one by one as U+FFFD.
char32_t DecodePoint(std::string_view text, std::size_t at, std::size_t* length);

// A capital letter of any script that has them.
bool IsCapital(char32_t point);

// Whether a code point commands instead of being read: control characters,
// bidirectional overrides, line separators, byte order marks, tags.
bool CommandsReader(char32_t point);

// JSON text with every such code point written as an escape: the same JSON,
// harmless when a terminal shows it, and one line for every reader of lines.
std::string SafeJson(std::string json);

// Number of code points; every byte that does not continue one starts one.
std::size_t CodePoints(std::string_view text);

// Fit for a terminal and a log: control characters, bidirectional controls and
// bad bytes become U+FFFD, tabs one space.
std::string Printable(std::string_view text);

}  // namespace counterclaim
