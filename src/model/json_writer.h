#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace counterclaim {

// Writes one JSON text from left to right, without a tree of it in between.
// The bytes are those that nlohmann::json and SafeJson make of the same values.
class JsonWriter {
 public:
  JsonWriter() { out_.reserve(kUsual); }
  void BeginObject() { Begin('{'); }
  void EndObject() { End('}'); }
  void BeginArray() { Begin('['); }
  void EndArray() { End(']'); }
  void Key(std::string_view key);  // plain ASCII
  void Text(std::string_view text);
  void TextOrNull(const std::optional<std::string>& text) {
    text ? Text(std::string_view(*text)) : Null();
  }
  void Whole(std::int64_t number);
  void Real(double number);  // finite
  void True() { Raw("true"); }
  void Bool(bool value) { Raw(value ? "true" : "false"); }
  void Null() { Raw("null"); }
  std::string Take() { return std::move(out_); }

 private:
  static constexpr std::size_t kUsual = 2000;  // bytes
  void Comma() {
    if (!fresh_) out_ += ',';
    fresh_ = false;
  }
  void Begin(char mark) {
    Comma();
    out_ += mark;
    fresh_ = true;
  }
  void End(char mark) {
    out_ += mark;
    fresh_ = false;
  }
  void Raw(std::string_view text) {
    Comma();
    out_ += text;
  }

  std::string out_;
  bool fresh_ = true;  // no comma before what comes next
};

}  // namespace counterclaim
