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
    for (std::size_t at = 0; at < word.size(); at += 8) Add(Load(word.data() + at, word.size() - at));
  }

  // The next eight bytes, or the last ones with zeros behind them.
  void Add(std::uint64_t bytes) {
    value_ = (value_ ^ bytes) * 0x9E3779B97F4A7C15u;
    value_ ^= value_ >> 32;
  }
  std::uint64_t Value() const { return value_; }

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

// A word of ASCII letters and digits inside a text, read in steps of eight bytes.
struct AsciiWord {
  static constexpr std::uint32_t kLongest = 40;  // bytes that are kept

  std::uint32_t size = 0;  // 0: none begins there
  std::uint64_t hash = 0;  // WordHash of the word, folded
  bool digits = false, small = false, letters = false;  // small letters; two letters or more
  char folded[kLongest];  // where the word is no longer

  // The word at `at` that ends at or before `end`.
  AsciiWord(std::string_view text, std::uint32_t at, std::uint32_t end) {
    constexpr std::uint64_t kOnes = 0x0101010101010101u, kHighs = kOnes << 7;
    const auto from = [](std::uint64_t bytes, char first) {  // bit 7 of each byte below 0x80
      return bytes + kOnes * static_cast<std::uint64_t>(0x80 - first);
    };
    WordHash mix;
    std::uint64_t seen = 0;  // letters
    for (bool more = true; more && at + size < end;) {
      const std::uint64_t bytes = WordHash::Load(text.data() + at + size, text.size() - at - size);
      const std::uint64_t plain = bytes & ~kHighs, low = plain | kOnes * 0x20;
      std::uint64_t letter = from(low, 'a') & ~from(low, 'z' + 1) & ~bytes & kHighs;
      std::uint64_t digit = from(plain, '0') & ~from(plain, '9' + 1) & ~bytes & kHighs;
      const std::uint64_t stop = (letter | digit) ^ kHighs;
      std::uint32_t taken = stop == 0 ? 8 : static_cast<std::uint32_t>(FirstByte(stop));
      if (taken > end - at - size) taken = end - at - size;
      if (taken == 0) break;
      more = taken == 8;
      const std::uint64_t inside = Firsts(taken);
      letter &= inside;
      digit &= inside;
      const std::uint64_t word = (bytes | letter >> 2) & inside;
      mix.Add(word);
      if (size + 8 <= kLongest) std::memcpy(folded + size, &word, sizeof word);
      digits = digits || digit != 0;
      small = small || (letter & bytes << 2) != 0;
      letters = letters || (letter != 0 && (seen != 0 || (letter & (letter - 1)) != 0));
      seen |= letter;
      size += taken;
    }
    hash = mix.Value();
  }

 private:
  static int FirstByte(std::uint64_t highs) {
    if constexpr (std::endian::native == std::endian::little) return std::countr_zero(highs) / 8;
    return std::countl_zero(highs) / 8;
  }
  static std::uint64_t Firsts(std::uint32_t bytes) {
    if (bytes == 8) return ~std::uint64_t{0};
    const std::uint64_t ones = (std::uint64_t{1} << 8 * bytes) - 1;
    if constexpr (std::endian::native == std::endian::little) return ones;
    return ones << 8 * (8 - bytes);
  }
};

}  // namespace counterclaim
