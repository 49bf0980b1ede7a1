#include "base/utf8.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace counterclaim {

namespace {

// Length of the well-formed sequence at `at` and its code point; 0 for none.
std::size_t Decode(std::string_view text, std::size_t at, std::uint32_t* point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) {
    *point = lead;
    return 1;
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return 0;
  std::uint32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    value = value << 6 | (byte(at + i) & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  *point = value;
  return length;
}

bool IsBidi(std::uint32_t point) {
  return point == 0x061C || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

std::size_t FirstBadByte(std::string_view text) {
  std::uint32_t point = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::uint64_t bytes = 0;
    if (i + sizeof bytes <= text.size()) {
      std::memcpy(&bytes, text.data() + i, sizeof bytes);
      if ((bytes & 0x8080808080808080u) == 0) {
        i += sizeof bytes;
        continue;
      }
    }
    const std::size_t length = Decode(text, i, &point);
    if (length == 0) return i;
    i += length;
  }
  return text.size();
}

std::size_t CodePoints(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  std::size_t continued = 0, at = 0;
  for (; at + 8 <= text.size(); at += 8) {  // the upper bits of eight bytes at once: 10
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    continued += (bytes >> 7 & ~(bytes >> 6) & kOnes) * kOnes >> 56;  // their sum
  }
  for (; at < text.size(); ++at) continued += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return text.size() - continued;
}

std::string Printable(std::string_view text) {
  std::string out;
  std::uint32_t point = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = Decode(text, i, &point);
    const bool control =
        length == 0 || point < 0x20 || (point >= 0x7F && point < 0xA0) || IsBidi(point);
    if (point == '\t' && length == 1) {
      out += ' ';
    } else if (control) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text.substr(i, length);
    }
    i += std::max<std::size_t>(length, 1);
  }
  return out;
}

char32_t DecodePoint(std::string_view text, std::size_t at, std::size_t* length) {
  std::uint32_t point = 0;
  *length = Decode(text, at, &point);
  if (*length > 0) return point;
  *length = 1;
  return 0xFFFD;
}

bool IsCapital(char32_t point) {
  return u_isupper(static_cast<UChar32>(point)) != 0;
}

bool CommandsReader(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string SafeJson(std::string json) {
  const auto special = [](unsigned char c) {
    return c == 0x7F || c == 0xC2 || c == 0xD8 || c == 0xE2 || c == 0xEF || c == 0xF3;
  };
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (!special(static_cast<unsigned char>(json[at]))) continue;
    std::size_t length = 1;
    const char32_t point = DecodePoint(json, at, &length);
    if (CommandsReader(point)) {
      out.append(json, done, at - done);
      const auto unit = static_cast<unsigned>(point);
      out += unit < 0x10000 ? fmt::format("\\u{:04x}", unit)
                            : fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((unit - 0x10000) >> 10),
                                          0xDC00 + ((unit - 0x10000) & 0x3FF));
      done = at + length;
    }
    at += length - 1;
  }
  if (done == 0) return json;
  return out.append(json, done);
}

}  // namespace counterclaim
