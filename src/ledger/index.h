#pragma once
// Where in a ledger claims with given keys stand, so that a new article need
// not be set beside all of it. The index is the file `.index` of the folder:
// the article files with their sizes and times, then one line of fixed width
// for each key and file, sorted. It is made anew from the article files
// whenever it is missing, damaged or of other rules; what has changed since it
// was written is told by size and time. Keys are opaque here.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace counterclaim {

struct LedgerFile {
  std::string name;
  std::uint64_t size = 0;
  std::int64_t time = 0;  // of the last change, in nanoseconds

  bool operator==(const LedgerFile&) const = default;
};

// The article files of a ledger, sorted by name; none where there is no folder.
std::vector<LedgerFile> ListLedger(const std::string& folder);

class LedgerIndex {
 public:
  // Empty where there is none for these rules.
  static LedgerIndex Load(const std::string& folder, const std::string& rules_hash);

  // Of the files as they are now, those that the index does not know so.
  std::vector<LedgerFile> Changed(const std::vector<LedgerFile>& files) const;
  // Files that hold one of the keys, sorted; changed ones among them.
  std::vector<std::string> Find(const std::vector<std::uint64_t>& keys) const;
  // The index of `files`, with the keys of those that had changed.
  std::vector<Diagnostic> Write(
      const std::string& folder, const std::string& rules_hash,
      const std::vector<LedgerFile>& files,
      const std::map<std::string, std::vector<std::uint64_t>>& changed) const;

 private:
  std::uint64_t KeyAt(std::size_t line) const;
  std::uint32_t FileAt(std::size_t line) const;

  std::vector<LedgerFile> files_;
  std::string bytes_;
  std::size_t begin_ = 0, lines_ = 0;  // of the keys in `bytes_`
};

}  // namespace counterclaim
