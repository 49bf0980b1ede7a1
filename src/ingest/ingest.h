#pragma once
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/diagnostic.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

struct IngestOptions {
  std::optional<Day> date;               // for articles without a date of their own
  std::optional<std::string> lang;       // for articles that name none
  std::string stdin_path = "-";          // the name under which standard input is shown
  std::istream* stdin_stream = nullptr;  // null: std::cin
  std::size_t largest_file = std::size_t{64} << 20;
};

// What could be read, in the order given (folders by path; one id may stand
// twice), and what could not.
struct Ingested {
  std::vector<Document> documents;
  std::vector<Diagnostic> problems;  // codes F and I of rules/README.md; some are warnings
  std::size_t unreadable = 0;
};

// Reads files, folders (every .txt, .md, .json and .jsonl below them) and "-".
// Plain text and Markdown may begin with front matter; JSON Lines hold one
// article a line; a .json file may hold one object over many lines.
//   in:  "---\nsource: Dawn\ndate: 2025-10-18\n---\nShelling killed 58.\n"
//   out: source "Dawn", date 2025-10-18, text "Shelling killed 58.\n"
Ingested Ingest(const std::vector<std::string>& paths, const Rulebook& rulebook,
                const IngestOptions& options);

}  // namespace counterclaim
