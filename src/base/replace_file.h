#pragma once
#include <string>
#include <string_view>

namespace counterclaim {

// Puts `bytes` in place of the file: a temporary file beside it, fsync, rename.
// A reader sees the old file or the new one, never half of either. Missing
// folders are made. Returns "" or what went wrong.
std::string ReplaceFile(const std::string& path, std::string_view bytes);

}  // namespace counterclaim
