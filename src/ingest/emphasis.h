#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace counterclaim {

// The marks of emphasis of a Markdown text ("**Live.**", "_so_"), in order, as pairs of their
// first and their end byte: runs of one to three * or _ that open before a word and close
// behind one of the same paragraph (CommonMark 6.2, without its rule of three). None inside a
// word for _, none behind a backslash. Linear in the text.
std::vector<std::pair<std::size_t, std::size_t>> EmphasisMarks(std::string_view text,
                                                               std::size_t begin);

}  // namespace counterclaim
