#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/day.h"
#include "base/span.h"
#include "model/id.h"

namespace counterclaim {

// Where an article's date was found, in order of preference (OUTPUT.md).
enum class DateFrom : std::uint8_t {
  kNone,
  kMetadata,
  kOption,
  kDateline,
  kDateLine,
  kFileName,
  kPost
};

// A passage that says again what stands elsewhere: a pull quote, an embedded
// post, a headline repeated in the body; or another article's text.
struct Repeat {
  Span span;
  std::variant<Span, ArticleId> of;

  bool operator==(const Repeat&) const = default;
};

// How the bytes of the file go on after the start of a piece, for one code point
// of the derived text. kWhole: the whole piece stands for the raw bytes up to
// the next one (an escape, a repaired byte).
enum class Step : std::uint8_t { kSame, kOneByte, kTwoBytes, kWhole };

// Maps the derived text back to the file. Sorted by `text`; a piece never runs
// over a line end of the file. Without pieces text and file are the same.
struct OffsetPiece {
  std::uint64_t raw = 0;               // byte of the file
  std::uint32_t text = 0;              // byte of the derived text
  std::uint32_t line = 1, column = 1;  // of the file, from 1; columns in code points
  Step step = Step::kSame;

  bool operator==(const OffsetPiece&) const = default;
};

// One article, read and decoded. `text` is valid UTF-8 without NUL; line ends
// are "\n". Immutable once ingested.
struct Document {
  ArticleId id;
  std::string path;                   // as given; "-" for standard input
  std::uint32_t first_line = 1;       // line of the file on which the article starts (JSON Lines)
  std::optional<std::string> source;  // publisher
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string>
      dateline;      // key of the town where it was written, "AHMEDABAD, June 12"
  std::string lang;  // BCP 47; "" before it is known
  std::optional<Day> date;
  DateFrom date_from = DateFrom::kNone;
  std::uint64_t bytes = 0;  // of the file, or of the JSON line
  std::string sha256;       // of those bytes, lower-case hex
  std::string text;
  std::vector<OffsetPiece> offsets;
  std::vector<Repeat> repeats;

  bool operator==(const Document&) const = default;
};

// Where a span of the derived text stands in its file; 1-based, column in code
// points, raw_span in bytes of the file.
struct FilePlace {
  std::string file;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint64_t raw_begin = 0, raw_end = 0;

  bool operator==(const FilePlace&) const = default;
};

// Where `span` of the derived text stands in the file the article came from.
// Cheap: a binary search and a walk inside one piece.
FilePlace FindPlace(const Document& document, Span span);
// The same for one offset: its line, column and raw byte.
OffsetPiece FindOffset(const std::vector<OffsetPiece>& pieces, const std::string& text,
                       std::uint32_t offset);

std::string ToText(DateFrom from);  // none, metadata, option, dateline, date_line, file_name, post
std::string ToText(const Document& document);  // "a1 en 2025-10-18 (file_name) 2346 bytes"

}  // namespace counterclaim
