#pragma once
// What the fuzzers share.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "base/span.h"
#include "base/utf8.h"
#include "rulebook/rulebook.h"

inline void Require(bool holds) {
  if (!holds) std::abort();
}

// The rules beside the sources, loaded once.
inline const counterclaim::Rulebook& Rules() {
  static const auto rules = [] {
    auto loaded = counterclaim::LoadRulebook({SOURCE_DIR "/rules"});
    Require(loaded.ok());
    return std::move(loaded).value();
  }();
  return *rules;
}

// What a stage may be handed: valid UTF-8 without NUL. Bad bytes become spaces.
inline std::string ValidText(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  for (char& c : text) {
    if (c == '\0') c = ' ';
  }
  for (std::size_t bad; (bad = counterclaim::FirstBadByte(text)) < text.size();) text[bad] = ' ';
  return text;
}

// A span of `text` that cuts no code point.
inline bool Inside(counterclaim::Span span, const std::string& text) {
  const auto whole = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return span.begin <= span.end && span.end <= text.size() && whole(span.begin) && whole(span.end);
}
