#include "model/document.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace counterclaim {

namespace {

OffsetPiece PieceAt(const std::vector<OffsetPiece>& pieces, std::uint32_t offset) {
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), offset,
                       [](std::uint32_t at, const OffsetPiece& piece) { return at < piece.text; });
  return after == pieces.begin() ? OffsetPiece{} : *std::prev(after);
}

// Walks inside the piece `at` to `offset`.
OffsetPiece Walk(OffsetPiece at, const std::string& text, std::uint32_t offset) {
  const std::size_t end = std::min<std::size_t>(offset, text.size());
  const std::uint32_t from = at.text;
  at.text = offset;
  if (at.step == Step::kWhole) return at;
  const std::string_view walked = std::string_view(text).substr(from, end - from);
  if (at.step == Step::kSame && walked.find('\n') == walked.npos) {
    at.raw += walked.size();
    at.column += static_cast<std::uint32_t>(CodePoints(walked));
    return at;
  }
  for (std::size_t i = from; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool starts = (byte & 0xC0) != 0x80;
    if (at.step == Step::kSame)
      ++at.raw;
    else if (starts)
      at.raw += at.step == Step::kTwoBytes ? 2 : 1;
    if (byte == '\n') {
      ++at.line;
      at.column = 1;
    } else if (starts) {
      ++at.column;
    }
  }
  return at;
}

}  // namespace

OffsetPiece FindOffset(const std::vector<OffsetPiece>& pieces, const std::string& text,
                       std::uint32_t offset) {
  return Walk(PieceAt(pieces, offset), text, offset);
}

FilePlace FindPlace(const Document& document, Span span) {
  const OffsetPiece begin = FindOffset(document.offsets, document.text, span.begin);
  // Behind the last byte, not before the next one: marks may stand between them.
  OffsetPiece end = begin;
  if (!span.empty()) {
    const OffsetPiece last = PieceAt(document.offsets, span.end - 1);
    end = last.step == Step::kWhole ? FindOffset(document.offsets, document.text, span.end)
                                    : Walk(last, document.text, span.end);
  }
  return {document.path, begin.line, begin.column, begin.raw, end.raw};
}

std::string ToText(DateFrom from) {
  switch (from) {
    case DateFrom::kNone:
      return "none";
    case DateFrom::kMetadata:
      return "metadata";
    case DateFrom::kOption:
      return "option";
    case DateFrom::kDateline:
      return "dateline";
    case DateFrom::kDateLine:
      return "date_line";
    case DateFrom::kFileName:
      return "file_name";
    case DateFrom::kPost:
      return "post";
  }
  return "";
}

std::string ToText(const Document& document) {
  std::string text = document.id.text + ' ' + document.lang;
  if (document.date) text += ' ' + ToText(*document.date) + " (" + ToText(document.date_from) + ')';
  return text + ' ' + std::to_string(document.bytes) + " bytes";
}

}  // namespace counterclaim
