#pragma once
#include <cstddef>
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
  std::size_t largest_file = std::size_t{64} << 20;
};

// What could be read, in the order given (one id may stand twice) (folders by path), and what could not.
struct Ingested {
  std::vector<Document> documents;
  std::vector<Diagnostic> problems;      // I001 empty, I002 not UTF-8, I003 bad JSON
  std::size_t unreadable = 0;
};

// Reads files, folders (every .txt, .md, .json and .jsonl below them) and "-".
// Known gaps: only UTF-8; dates come from metadata, --date or the file name.
Ingested Ingest(const std::vector<std::string>& paths, const Rulebook& rulebook, const IngestOptions& options);

}  // namespace counterclaim
