#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace counterclaim {

// A place in a file that somebody wrote. Lines and columns count from 1,
// columns in code points; 0 means that the problem has no such place.
struct FilePosition {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool operator==(const FilePosition&) const = default;
  auto operator<=>(const FilePosition&) const = default;
};

enum class DiagnosticLevel : std::uint8_t { kError, kWarning };

// One problem with somebody's file, with what was expected and what to do.
// `code` is one of the codes listed in rules/README.md ("R012").
struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::kError;
  std::string code;
  FilePosition at;
  std::string message;             // one line, no full stop
  std::string excerpt;             // the line of the file; empty: none to show
  std::uint32_t mark_length = 1;   // code points underlined from at.column
  std::string hint;                // beside the underline: "did you mean `x`?"
  std::vector<std::string> notes;  // each printed as "= note"

  bool operator==(const Diagnostic&) const = default;
};

// Plain text as in UX.md ("error[R012]: ..." with the excerpt), no colour,
// control characters of the excerpt already made harmless; ends in a newline.
std::string ToText(const Diagnostic& diagnostic);

// Sorted by file, line, column, code; equal ones once.
void SortDiagnostics(std::vector<Diagnostic>* diagnostics);

// Insertions, deletions and changes of one byte that make `b` of `a`.
std::size_t EditDistance(const std::string& a, const std::string& b);

// The word of `known` within edit distance 2 of `word` (1 for words of up to
// three letters), or "" when none is that near. Ties: the first.
std::string NearestWord(const std::string& word, const std::vector<std::string>& known);

}  // namespace counterclaim
