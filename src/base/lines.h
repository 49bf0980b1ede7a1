#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace counterclaim {

// The lines of a text of records, one after another; blank lines are passed over.
class LineReader {
 public:
  explicit LineReader(std::string_view bytes) : bytes_(bytes) {}

  bool Next() {
    while (at_ < bytes_.size()) {
      const std::size_t end = std::min(bytes_.find('\n', at_), bytes_.size());
      line_ = bytes_.substr(at_, end - at_);
      at_ = end + 1;
      ++number_;
      if (line_.find_first_not_of(" \t\r") != std::string_view::npos) return true;
    }
    return false;
  }

  std::string_view line() const { return line_; }
  std::uint32_t number() const { return number_; }  // from 1; blank lines count

 private:
  std::string_view bytes_, line_;
  std::size_t at_ = 0;
  std::uint32_t number_ = 0;
};

}  // namespace counterclaim
