#include "text/lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace counterclaim {

namespace {

constexpr std::size_t kNarrowest = 50, kWidest = 100;  // columns of text wrapped by hand
constexpr std::size_t kLongestLine = 400;              // bytes: no such line was wrapped

struct Line {
  Span span;                // without blanks at its ends
  std::size_t columns = 0;  // blanks before it included; 0 for a blank line
  bool indented = false;
};

class Unwrapper {
 public:
  explicit Unwrapper(std::string_view text) : text_(text) {}

  std::vector<Span> Run() {
    ReadLines();
    FindWidth();
    std::vector<Span> paragraphs;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].span.empty()) continue;
      Span span = lines_[i].span;
      while (i + 1 < lines_.size() && Joins(lines_[i], lines_[i + 1]))
        span.end = lines_[++i].span.end;
      paragraphs.push_back(span);
    }
    return paragraphs;
  }

 private:
  bool Blank(char c) const { return ClassOf(c) == ByteClass::kSpace; }

  void ReadLines() {
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t begin = 0; begin < size;) {
      const auto stop =
          static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', begin), size));
      Line line;
      line.span = {begin, stop};
      while (line.span.begin < stop && Blank(text_[line.span.begin])) ++line.span.begin;
      while (line.span.end > line.span.begin && Blank(text_[line.span.end - 1])) --line.span.end;
      line.indented = line.span.begin >= begin + 2;
      const std::uint32_t bytes = line.span.end - begin;
      line.columns = line.span.empty()      ? 0
                     : bytes > kLongestLine ? bytes
                                            : CodePoints(text_.substr(begin, bytes));
      lines_.push_back(line);
      begin = stop + 1;
    }
  }

  bool HasBlank(const Line& line) const {
    return text_.substr(line.span.begin, line.span.size()).find(' ') != std::string_view::npos;
  }

  std::size_t FirstWord(const Line& line) const {
    std::uint32_t at = line.span.begin;
    while (at < line.span.end && at < line.span.begin + kWidest && !Blank(text_[at])) ++at;
    return CodePoints(text_.substr(line.span.begin, at - line.span.begin));
  }

  bool StartsSmall(const Line& line) const {
    return IsLower(CharacterAt(text_, line.span.begin, line.span.end).code);
  }

  bool EndsOpen(const Line& line) const {
    const char last = text_[line.span.end - 1];
    return IsLetter(static_cast<unsigned char>(last)) || last == ',' ||
           IsDigit(static_cast<unsigned char>(last));
  }

  // The column at which the text was wrapped; 0 when it was not.
  void FindWidth() {
    std::size_t widest = 0, breaks = 0, full = 0, small = 0;
    for (const Line& line : lines_) {
      if (!line.span.empty() && HasBlank(line)) widest = std::max(widest, line.columns);
    }
    if (widest < kNarrowest || widest > kWidest) return;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const Line &line = lines_[i], &next = lines_[i + 1];
      if (line.span.empty() || next.span.empty() || next.indented) continue;
      ++breaks;
      if ((line.columns + 1 + FirstWord(next)) * 10 < widest * 9) continue;
      ++full;
      small += StartsSmall(next) && EndsOpen(line);
    }
    if (full * 10 >= breaks * 6 && (full >= 3 || small > 0)) width_ = widest;
  }

  bool StartsItem(const Line& line) const {
    const char c = text_[line.span.begin];
    return (c == '-' || c == '*' || c == '>' || c == '#') && line.span.size() > 1 &&
           text_[line.span.begin + 1] == ' ';
  }

  bool Joins(const Line& line, const Line& next) const {
    if (next.span.empty() || next.indented || StartsItem(next) || line.columns > kWidest)
      return false;
    if (width_ > 0 && (line.columns + 1 + FirstWord(next)) * 10 >= width_ * 8) return true;
    // a break in mid-sentence, whatever the width
    constexpr std::size_t kShortest = 40;
    return line.columns >= kShortest && EndsOpen(line) && StartsSmall(next);
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::size_t width_ = 0;
};

}  // namespace

std::vector<Span> FindParagraphs(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) {
    const auto blank = [](char c) { return ClassOf(c) == ByteClass::kSpace; };
    Span line{0, static_cast<std::uint32_t>(text.size())};
    while (line.begin < line.end && blank(text[line.begin])) ++line.begin;
    while (line.end > line.begin && blank(text[line.end - 1])) --line.end;
    return line.empty() ? std::vector<Span>{} : std::vector<Span>{line};
  }
  return Unwrapper(text).Run();
}

}  // namespace counterclaim
