#include "model/json_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace counterclaim {

namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kOnes = 0x0101010101010101u, kHighs = kOnes << 7;

// Whether eight bytes are ASCII that stands in JSON as it is.
bool ArePlain(std::uint64_t bytes) {
  const auto zeros = [](std::uint64_t each) { return (each - kOnes) & ~each; };
  const std::uint64_t low = (bytes - kOnes * 0x20) & ~bytes;
  return ((bytes | low | zeros(bytes ^ kOnes * '"') | zeros(bytes ^ kOnes * '\\') |
           zeros(bytes ^ kOnes * 0x7F)) &
          kHighs) == 0;
}

// The first byte from `at` on that does not stand in JSON as it is; the end where there is none.
std::size_t PlainEnd(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text.size() >= 8) {  // the last step looks at some bytes again
      const std::size_t from = std::min(at, text.size() - 8);
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + from, sizeof bytes);
      if (ArePlain(bytes)) {
        at = from + 8;
        continue;
      }
    }
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F) return at;
    std::size_t length = 1;
    if (c >= 0x80) {
      const char32_t point = DecodePoint(text, at, &length);
      if (length == 1 || CommandsReader(point)) return at;
    }
    at += length;
  }
  return at;
}

}  // namespace

void JsonWriter::Key(std::string_view key) {
  char* to = Room(key.size() + 4);
  char* const begin = to;
  if (!fresh_) *to++ = ',';
  *to++ = '"';
  std::memcpy(to, key.data(), key.size());
  to += key.size();
  *to++ = '"';
  *to++ = ':';
  size_ += static_cast<std::size_t>(to - begin);
  fresh_ = true;
}

void JsonWriter::Text(std::string_view text) {
  Comma();
  const std::size_t begin = size_;
  Put('"');
  for (std::size_t at = 0;;) {
    const std::size_t end = PlainEnd(text, at);
    Put(text.substr(at, end - at));
    if (end == text.size()) break;
    if (text[end] != '"' && text[end] != '\\') {
      size_ = begin;
      return Put(SafeJson(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace)));
    }
    Put('\\');
    Put(text[end]);
    at = end + 1;
  }
  Put('"');
}

void JsonWriter::Whole(std::int64_t number) {
  char digits[24];
  const auto written = std::to_chars(digits, digits + sizeof digits, number);
  Raw({digits, static_cast<std::size_t>(written.ptr - digits)});
}

void JsonWriter::Real(double number) {
  constexpr double kPlainly = 1e15;  // above it an exponent is written
  if (number != std::floor(number) || std::fabs(number) >= kPlainly ||
      (number == 0 && std::signbit(number))) {
    return Raw(Json(number).dump());
  }
  Whole(static_cast<std::int64_t>(number));
  Put(".0");
}

}  // namespace counterclaim
