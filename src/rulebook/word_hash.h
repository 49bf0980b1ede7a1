#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace counterclaim {

// The hash under which folded words are looked up, eight bytes at a time. Two
// words of at most eight bytes never share one.
class WordHash {
 public:
  WordHash() = default;
  explicit WordHash(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); at += 8)
      Add(Load(word.data() + at, word.size() - at));
  }

  // The next eight bytes, or the last ones with zeros behind them.
  void Add(std::uint64_t bytes) { value_ = Mix(value_, bytes); }
  static std::uint64_t Mix(std::uint64_t value, std::uint64_t bytes) {
    value = (value ^ bytes) * 0x9E3779B97F4A7C15u;
    return value ^ value >> 32;
  }
  std::uint64_t Value() const { return value_; }

  // The first byte in memory whose highest bit is set; 8 for none.
  static int FirstByte(std::uint64_t highs) {
    if constexpr (std::endian::native == std::endian::little) return std::countr_zero(highs) / 8;
    return std::countl_zero(highs) / 8;
  }
  // A mask of the first bytes in memory, one at least.
  static std::uint64_t Firsts(std::uint32_t bytes) {
    if constexpr (std::endian::native == std::endian::little)
      return ~std::uint64_t{0} >> (64 - 8 * bytes);
    return ~std::uint64_t{0} << (64 - 8 * bytes);
  }

  // Eight bytes, or the `left` that there are with zeros behind them.
  static std::uint64_t Load(const char* bytes, std::size_t left) {
    std::uint64_t loaded = 0;
    if (left >= sizeof loaded) {
      std::memcpy(&loaded, bytes, sizeof loaded);
    } else {
      for (std::size_t i = 0; i < left; ++i) reinterpret_cast<char*>(&loaded)[i] = bytes[i];
    }
    return loaded;
  }

 private:
  std::uint64_t value_ = 0;
};

// A word of ASCII letters and digits inside a text.
struct AsciiWord {
  std::uint32_t size = 0;  // bytes; 0: none begins there
  std::uint64_t hash = 0;  // WordHash of the word, folded
  bool digits = false;
  bool small = false;    // has small letters
  bool several = false;  // has two letters or more
};

// The word at `at` that ends at or before `end`, in steps of eight bytes.
inline AsciiWord ReadAsciiWord(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u, kHighs = kOnes << 7;
  const auto from = [](std::uint64_t bytes, char first) {  // bit 7 of each byte below 0x80
    return bytes + kOnes * static_cast<std::uint64_t>(0x80 - first);
  };
  AsciiWord word;
  std::uint64_t hash = 0, digits = 0, small = 0, several = 0, seen = 0;
  std::uint32_t size = 0, taken = 8;
  for (; taken == 8; size += taken) {
    const std::uint64_t bytes = WordHash::Load(text.data() + at + size, text.size() - at - size);
    const std::uint64_t plain = bytes & ~kHighs, low = plain | kOnes * 0x20;
    const std::uint64_t letter = from(low, 'a') & ~from(low, 'z' + 1);
    const std::uint64_t digit = from(plain, '0') & ~from(plain, '9' + 1);
    const std::uint64_t stop = ~(letter | digit) | bytes;
    taken = static_cast<std::uint32_t>(WordHash::FirstByte(stop & kHighs));
    if (size + taken > end - at) taken = end - at - size;
    if (taken == 0) break;
    const std::uint64_t inside = WordHash::Firsts(taken), letters = letter & inside & kHighs;
    hash = WordHash::Mix(hash, (bytes | kOnes * 0x20) & inside);
    digits |= digit & inside & kHighs;
    small |= letters & bytes << 2;
    several |= (letters & (letters - 1)) | (seen & (letters != 0 ? kHighs : 0));
    seen |= letters != 0 ? kHighs : 0;
  }
  word.size = size;
  word.hash = hash;
  word.digits = digits != 0;
  word.small = small != 0;
  word.several = several != 0;
  return word;
}

}  // namespace counterclaim
