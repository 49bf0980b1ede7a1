#include "model/json_writer.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace counterclaim {

namespace {

using Json = nlohmann::json;

// Whether a text stands in JSON as it is.
bool IsPlain(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F) return false;
    if (c < 0x80) continue;
    std::size_t length = 1;
    const char32_t point = DecodePoint(text, at, &length);
    if (length == 1 || CommandsReader(point)) return false;
    at += length - 1;
  }
  return true;
}

}  // namespace

void JsonWriter::Key(std::string_view key) {
  Comma();
  out_ += '"';
  out_ += key;
  out_ += "\":";
  fresh_ = true;
}

void JsonWriter::Text(std::string_view text) {
  Comma();
  if (IsPlain(text)) {
    out_ += '"';
    out_ += text;
    out_ += '"';
  } else {
    out_ += SafeJson(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
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
