#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace counterclaim {

// The text of a file and the way back to its bytes. Line ends are "\n".
struct Decoded {
  std::string text;  // valid UTF-8 without NUL
  std::vector<OffsetPiece> offsets;
  std::vector<Diagnostic> warnings;  // I002 where single bytes were repaired
};

// In this order: a byte order mark; valid UTF-8; UTF-8 with few bad bytes, each
// replaced by U+FFFD; UTF-16 by the parity of its zero bytes; the detector of
// ICU where it is sure enough. Codes: I002 no known encoding, I005 a NUL byte.
Result<Decoded> Decode(const std::string& path, std::string_view bytes);

// Appends `decoded.text` from `begin` to `end` with its way back.
void AppendDecoded(const Decoded& decoded, std::size_t begin, std::size_t end, std::string* text,
                   std::vector<OffsetPiece>* offsets);

}  // namespace counterclaim
