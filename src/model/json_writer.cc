#include "model/json_writer.h"

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
    if (at + 8 <= text.size()) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at, sizeof bytes);
      if (ArePlain(bytes)) {
        at += 8;
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
  out_.append(fresh_ ? "\"" : ",\"").append(key).append("\":");
  fresh_ = true;
}

void JsonWriter::Text(std::string_view text) {
  out_.append(fresh_ ? "\"" : ",\"");
  fresh_ = false;
  const std::size_t begin = out_.size();
  for (std::size_t at = 0;;) {
    const std::size_t end = PlainEnd(text, at);
    out_.append(text, at, end - at);
    if (end == text.size()) break;
    if (text[end] != '"' && text[end] != '\\') {
      out_.resize(begin - 1);
      out_ += SafeJson(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
      return;
    }
    (out_ += '\\') += text[end];
    at = end + 1;
  }
  out_ += '"';
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
  out_ += ".0";
}

}  // namespace counterclaim
