#pragma once
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace counterclaim {

// Writes one JSON text from left to right, without a tree of it in between.
// The bytes are those that nlohmann::json and SafeJson make of the same values.
class JsonWriter {
 public:
  JsonWriter() { out_.resize(kUsual); }
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
  std::string Take() {
    out_.resize(size_);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kUsual = 2000;  // bytes
  // Where so many bytes may be written, behind all that was.
  char* Room(std::size_t bytes) {
    if (size_ + bytes > out_.size()) out_.resize(2 * out_.size() + bytes);
    return out_.data() + size_;
  }
  void Put(char c) {
    *Room(1) = c;
    ++size_;
  }
  void Put(std::string_view text) {
    std::memcpy(Room(text.size()), text.data(), text.size());
    size_ += text.size();
  }
  void Comma() {
    if (!fresh_) Put(',');
    fresh_ = false;
  }
  void Begin(char mark) {
    Comma();
    Put(mark);
    fresh_ = true;
  }
  void End(char mark) {
    Put(mark);
    fresh_ = false;
  }
  void Raw(std::string_view text) {
    Comma();
    Put(text);
  }

  std::string out_;  // what was written, and room behind it
  std::size_t size_ = 0;
  bool fresh_ = true;  // no comma before what comes next
};

}  // namespace counterclaim
