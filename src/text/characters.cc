#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace counterclaim {

Character CharacterAt(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return {-1, at};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, at + 1};
  auto next = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, next, static_cast<std::int32_t>(end), c);
  return {c < 0 ? 0xFFFD : c, static_cast<std::uint32_t>(next)};
}

bool IsSpace(std::int32_t code) {
  if (code < 0x80) return code >= 0 && kByteClasses.of[code] == ByteClass::kSpace;
  return u_isUWhiteSpace(code) || code == 0x200B || code == 0xFEFF;
}

bool IsStop(std::int32_t code) {
  switch (code) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
      return true;
    default:
      return false;
  }
}

bool IsQuote(std::int32_t code) {
  switch (code) {
    case '"':
    case '\'':
    case 0xAB:
    case 0xBB:
      return true;
    default:
      return code >= 0x2018 && code <= 0x201F;
  }
}

bool IsApostrophe(std::int32_t code) {
  return code == '\'' || code == 0x2019 || code == 0x02BC;
}

bool IsLetter(std::int32_t code) {
  if (code < 0x80) return code >= 0 && kByteClasses.of[code] == ByteClass::kLetter;
  return u_isalpha(code);
}

bool IsDigit(std::int32_t code) {
  if (code < 0x80) return code >= '0' && code <= '9';
  return u_isdigit(code);
}

bool IsLower(std::int32_t code) {
  return code < 0x80 ? code >= 'a' && code <= 'z' : u_islower(code) != 0;
}

bool IsUpper(std::int32_t code) {
  return code < 0x80 ? code >= 'A' && code <= 'Z' : u_isupper(code) || u_istitle(code);
}

bool IsInsideWord(std::int32_t code) {
  if (code < 0x80) return IsLetter(code) || IsDigit(code);
  return u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK;
}

std::uint32_t WordEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const ByteClass byte = ClassOf(text[at]);
    if (byte == ByteClass::kLetter || byte == ByteClass::kDigit) {
      ++at;
    } else if (byte == ByteClass::kHigh) {
      const Character c = CharacterAt(text, at, end);
      if (!IsInsideWord(c.code)) return at;
      at = c.next;
    } else {
      return at;
    }
  }
  return at;
}

}  // namespace counterclaim
