#pragma once
#include <cstdint>
#include <string_view>

namespace counterclaim {

// Classes of bytes for loops that meet every byte of a text.
enum class ByteClass : std::uint8_t { kOther, kSpace, kLetter, kDigit, kStop, kQuote, kHigh };

struct ByteClasses {
  ByteClass of[256] = {};
  constexpr ByteClasses() {
    for (int c = 0x80; c < 0x100; ++c) of[c] = ByteClass::kHigh;
    for (int c = 'a'; c <= 'z'; ++c) of[c] = of[c - 'a' + 'A'] = ByteClass::kLetter;
    for (int c = '0'; c <= '9'; ++c) of[c] = ByteClass::kDigit;
    for (const unsigned char c : {' ', '\t', '\n', '\r', '\v', '\f'}) of[c] = ByteClass::kSpace;
    for (const unsigned char c : {'.', '!', '?'}) of[c] = ByteClass::kStop;
    for (const unsigned char c : {'"', '\''}) of[c] = ByteClass::kQuote;
  }
};
inline constexpr ByteClasses kByteClasses;

inline ByteClass ClassOf(char byte) {
  return kByteClasses.of[static_cast<unsigned char>(byte)];
}

// One code point of valid UTF-8; `next` is the byte after it. At `end` or
// behind it, code is -1.
struct Character {
  std::int32_t code = -1;
  std::uint32_t next = 0;
};
Character CharacterAt(std::string_view text, std::uint32_t at, std::uint32_t end);

bool IsSpace(std::int32_t code);  // blanks of every width, zero-width ones too
bool IsStop(std::int32_t code);   // . ! ? and their kin
bool IsQuote(std::int32_t code);  // any quotation mark or apostrophe
bool IsApostrophe(std::int32_t code);
bool IsLetter(std::int32_t code);
bool IsDigit(std::int32_t code);  // decimal digits of every script
bool IsLower(std::int32_t code);
bool IsUpper(std::int32_t code);
bool IsInsideWord(std::int32_t code);  // letters, digits and marks upon letters

// The end of the letters, digits and marks that start at `at`.
std::uint32_t WordEnd(std::string_view text, std::uint32_t at, std::uint32_t end);

}  // namespace counterclaim
