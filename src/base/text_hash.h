#pragma once
#include <xxhash.h>

#include <cstddef>
#include <string_view>

namespace counterclaim {

// Stands for a text: no two texts share one but by a miracle.
struct TextHash {
  XXH128_hash_t value{};

  TextHash() = default;
  // Of a text that stands in another one, such as a sentence of an article.
  explicit TextHash(std::string_view text, std::string_view of = {})
      : value(XXH3_128bits_withSeed(text.data(), text.size(),
                                    of.empty() ? 0 : XXH3_64bits(of.data(), of.size()))) {}
  bool operator==(const TextHash& other) const { return XXH128_isEqual(value, other.value) != 0; }

  struct Hash {
    std::size_t operator()(const TextHash& key) const { return key.value.low64; }
  };
};

}  // namespace counterclaim
