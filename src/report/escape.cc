#include "report/escape.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace counterclaim {

namespace {

const char* Entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '`':
      return "&#96;";
    case '@':
      return "&#64;";
    default:
      return nullptr;
  }
}

// What may follow a colon in a URL, a workflow command or an emoji's name.
bool CouldName(char c) {
  return c == ':' || c == '/' || c == '+' || c == '-' || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

bool IsWww(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == 'w' || c == 'W'; });
}

// Whether the mark at `at` would make a list of a text at the start of a line.
bool StartsBlock(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (at == 0) return c == '-' || c == '+' || c == '=';
  if (c != '.' && c != ')') return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at),
                     [](char digit) { return digit >= '0' && digit <= '9'; });
}

}  // namespace

std::string TerminalText(std::string_view text) {
  std::string out;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    const char32_t code = DecodePoint(text, at, &length);
    if (code == '\n' || code == '\t' || code == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (CommandsReader(code)) {
      out += fmt::format("<U+{:04X}>", static_cast<unsigned>(code));
    } else if (code == 0xFFFD) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(text.substr(at, length));
    }
  }
  return out;
}

std::string MarkdownText(std::string_view text) {
  const std::string clean = TerminalText(text);
  const auto at = [&](std::size_t i) { return i < clean.size() ? clean[i] : '\0'; };
  std::string out;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    if (const char* entity = Entity(c)) {
      out += entity;
    } else if (c == ':' && (CouldName(at(i + 1)) || (i > 0 && clean[i - 1] == ':'))) {
      out += "&#58;";  // of a scheme, a command "::error" or an emoji; "16:05" stays
    } else if (c == '.' && i >= 3 && IsWww(clean.substr(i - 3, 3))) {
      out += "&#46;";  // linked without a scheme
    } else if (std::string_view("\\|*_[]!#~$").find(c) != std::string_view::npos ||
               StartsBlock(clean, i)) {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string MarkdownCode(std::string_view text) {
  std::string clean = TerminalText(text);
  std::size_t longest = 0, run = 0;
  for (char c : clean) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  std::string escaped;
  for (char c : clean) {
    if (c == '|') escaped += '\\';
    escaped += c;
  }
  const std::string fence(longest + 1, '`');
  const char* pad = longest > 0 ? " " : "";
  return fmt::format("{}{}{}{}{}", fence, pad, escaped, pad, fence);
}

std::string ShellWord(std::string_view text) {
  std::string clean = TerminalText(text);
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("._-/:,+%").find(c) != std::string_view::npos;
  };
  if (!clean.empty() && std::all_of(clean.begin(), clean.end(), plain)) return clean;
  std::string quoted(1, '\'');
  for (char c : clean) {
    if (c == '\'') quoted += "'\\'";
    quoted += c;
  }
  quoted += '\'';
  return quoted;
}

}  // namespace counterclaim
