#pragma once
#include <cstdint>

namespace counterclaim {

// Half-open range of UTF-8 byte offsets into one article's derived text
// (Document::text). Stages pass spans on unchanged; none looks its text up
// again by searching.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

}  // namespace counterclaim
