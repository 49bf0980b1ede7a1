#include "model/document.h"

#include <algorithm>

namespace counterclaim {

namespace {

std::uint64_t RawOffset(const Document& document, std::uint32_t offset) {
  const auto after = std::upper_bound(
      document.offsets.begin(), document.offsets.end(), offset,
      [](std::uint32_t at, const OffsetPiece& piece) { return at < piece.text; });
  if (after == document.offsets.begin()) return offset;
  const OffsetPiece& piece = *std::prev(after);
  return piece.raw + (piece.in_step ? offset - piece.text : 0);
}

}  // namespace

FilePlace FindPlace(const Document& document, Span span) {
  FilePlace place;
  place.file = document.path;
  place.line = document.first_line;
  const std::size_t end = std::min<std::size_t>(span.begin, document.text.size());
  for (std::size_t i = 0; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(document.text[i]);
    if (byte == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  place.raw_begin = RawOffset(document, span.begin);
  place.raw_end = RawOffset(document, span.end);
  return place;
}

std::string ToText(DateFrom from) {
  switch (from) {
    case DateFrom::kNone: return "none";
    case DateFrom::kMetadata: return "metadata";
    case DateFrom::kOption: return "option";
    case DateFrom::kDateline: return "dateline";
    case DateFrom::kDateLine: return "date_line";
    case DateFrom::kFileName: return "file_name";
    case DateFrom::kPost: return "post";
  }
  return "";
}

std::string ToText(const Document& document) {
  std::string text = document.id.text + ' ' + document.lang;
  if (document.date) text += ' ' + ToText(*document.date) + " (" + ToText(document.date_from) + ')';
  return text + ' ' + std::to_string(document.bytes) + " bytes";
}

}  // namespace counterclaim
