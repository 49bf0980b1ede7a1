#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace counterclaim {

// The bytes of a regular file of at most `limit` bytes. Codes: F001 cannot be
// opened or read, F002 a folder or other thing that is no file, F003 too large.
Result<std::string> ReadFile(const std::string& path, std::size_t limit);

// Every regular file below `folder`, sorted by the bytes of its path; hidden
// files and folders are passed over, links to folders not followed.
Result<std::vector<std::string>> ListFiles(const std::string& folder);

// Writes a temporary file beside `path`, syncs and renames it: a reader sees
// the old bytes or the new ones. A device or a pipe ("/dev/null") is written to
// as it is. Nothing on success (F004 otherwise).
std::vector<Diagnostic> WriteFileAtomically(const std::string& path, std::string_view bytes);

// Lower-case hex.
std::string Sha256(std::string_view bytes);

}  // namespace counterclaim
