#include "ingest/decode.h"

#include "base/utf8.h"
#include "catch.h"

using namespace counterclaim;

namespace {

std::string Utf16(const std::string& ascii, bool big, bool mark) {
  std::string out = mark ? (big ? "\xFE\xFF" : "\xFF\xFE") : "";
  for (const char c : ascii) {
    const char pair[2] = {big ? '\0' : c, big ? c : '\0'};
    out.append(pair, 2);
  }
  return out;
}

// "line:column raw" of the first occurrence of `word`, and the raw bytes there.
std::string PlaceOf(const std::string& bytes, const std::string& word) {
  const auto decoded = Decode("a.txt", bytes);
  if (!decoded.ok()) return decoded.problems().front().code;
  const std::size_t at = decoded->text.find(word);
  if (at == std::string::npos) return "not there: " + decoded->text;
  const OffsetPiece piece =
      FindOffset(decoded->offsets, decoded->text, static_cast<std::uint32_t>(at));
  return std::to_string(piece.line) + ":" + std::to_string(piece.column) + " " +
         std::to_string(piece.raw);
}

}  // namespace

TEST_CASE("every encoding leads back to its bytes") {
  const std::string two_lines = "One line.\nThe 58 fell.\n";
  struct Row {
    std::string name, bytes, word, place;
  };
  const Row rows[] = {
      {"plain", two_lines, "58", "2:5 14"},
      {"carriage returns and line feeds", "One line.\r\nThe 58 fell.\r\n", "58", "2:5 15"},
      {"carriage returns", "One line.\rThe 58 fell.\r", "58", "2:5 14"},
      {"an empty line between", "One.\r\n\r\n\r\n58", "58", "4:1 10"},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "58 fell",
       "58", "1:1 3"},
      {"columns are code points", "“Türkiye” 58", "58", "1:11 15"},
      {"one bad byte", "A stray \xFF byte in 58 words", "58", "1:19 18"},
      {"UTF-16 with a mark", Utf16(two_lines, false, true), "58", "2:5 30"},
      {"UTF-16, big end first", Utf16(two_lines, true, true), "58", "2:5 30"},
      {"UTF-16 by parity", Utf16(two_lines, false, false), "58", "2:5 28"},
      {"UTF-16 by parity, big", Utf16(two_lines, true, false), "58", "2:5 28"},
      {"UTF-16, both line end bytes", Utf16("A.\r\nB 58", false, true), "58", "2:3 14"},
      {"a long line", std::string(5000, 'x') + " 58", "58", "1:5002 5001"},
      {"a NUL byte", std::string("58 \0 fell", 9), "58", "I005"},
      {"UTF-16 with a NUL", Utf16(std::string("58 \0 fell", 9), false, true), "58", "I005"},
      {"noise", "\x81\xFE\x90\x01\xFF\xC0\x8D\x05\x9D\xF8\x98", "58", "I002"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(PlaceOf(row.bytes, row.word) == row.place);
  }
}

TEST_CASE("old code pages are told by their letters") {
  // Windows-1251.
  const std::string cyrillic =
      "\xCF\xEE \xE4\xE0\xED\xED\xFB\xEC \xEC\xE8\xED\xE8\xF1\xF2\xE5\xF0\xF1\xF2\xE2\xE0, "
      "\xEF\xEE\xE3\xE8\xE1\xEB\xE8 58 \xF1\xEE\xEB\xE4\xE0\xF2. "
      "\xD1\xF0\xE5\xE4\xE8 \xED\xE8\xF5 \xF2\xF0\xEE\xE5 \xEE\xF4\xE8\xF6\xE5\xF0\xEE\xE2. "
      "\xCF\xF0\xE5\xE4\xF1\xF2\xE0\xE2\xE8\xF2\xE5\xEB\xFC \xE2\xE5\xE4\xEE\xEC\xF1\xF2\xE2\xE0 "
      "\xF1\xEE\xEE\xE1\xF9\xE8\xEB, \xF7\xF2\xEE \xEE\xF1\xF2\xE0\xEB\xFC\xED\xFB\xE5 "
      "\xF1\xE2\xE5\xE4\xE5\xED\xE8\xFF \xE1\xF3\xE4\xF3\xF2 "
      "\xEE\xEF\xF3\xE1\xEB\xE8\xEA\xEE\xE2\xE0\xED\xFB "
      "\xEF\xEE\xE7\xE4\xED\xE5\xE5.";
  const auto decoded = Decode("a.txt", cyrillic);
  REQUIRE(decoded.ok());
  CHECK(decoded->text.find("погибли 58 солдат") != std::string::npos);
  CHECK(PlaceOf(cyrillic, "58") == "1:33 32");
}

TEST_CASE("bad bytes are repaired with a warning, or refused") {
  const auto repaired = Decode("a.txt", "First line.\nThe \xFFnd of it.\n");
  REQUIRE(repaired.ok());
  CHECK(repaired->text == "First line.\nThe \xEF\xBF\xBDnd of it.\n");
  REQUIRE(repaired->warnings.size() == 1);
  CHECK(repaired->warnings[0].code == "I002");
  CHECK(repaired->warnings[0].at == FilePosition{"a.txt", 2, 5});
  CHECK(FirstBadByte(repaired->text) == repaired->text.size());
  CHECK(Decode("a.txt", "plain").value().warnings.empty());
}

TEST_CASE("a part of a text keeps its way back") {
  const auto decoded = Decode("a.txt", "head\r\nThe body.\r\nLast 58.\r\n");
  REQUIRE(decoded.ok());
  std::string text;
  std::vector<OffsetPiece> offsets;
  AppendDecoded(*decoded, 5, decoded->text.size(), &text, &offsets);
  CHECK(text == "The body.\nLast 58.\n");
  const OffsetPiece at = FindOffset(offsets, text, 15);
  CHECK(at.line == 3);
  CHECK(at.column == 6);
  CHECK(at.raw == 22);
}
