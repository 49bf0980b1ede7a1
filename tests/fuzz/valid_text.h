#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/utf8.h"

// What a stage may be handed: valid UTF-8 without NUL. Bad bytes are left out.
inline std::string ValidText(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  for (std::size_t bad; (bad = counterclaim::FirstBadByte(text)) < text.size();) text.erase(bad, 1);
  for (char& c : text) {
    if (c == '\0') c = ' ';
  }
  return text;
}
