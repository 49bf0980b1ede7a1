#include "base/replace_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace counterclaim {

namespace {

bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::string ReplaceFile(const std::string& path, std::string_view bytes) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return error.message();
  // A device or a pipe cannot be renamed over: it is written as it is.
  const bool special = std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error);
  const std::string target = special ? path : path + ".tmp." + std::to_string(::getpid());
  const int file = ::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return std::strerror(errno);
  const bool written = WriteAll(file, bytes) && (special || ::fsync(file) == 0);
  const int problem = errno;
  const bool closed = ::close(file) == 0;
  if (written && closed && (special || std::rename(target.c_str(), path.c_str()) == 0)) return "";
  const std::string message = std::strerror(written ? errno : problem);
  if (!special) ::unlink(target.c_str());
  return message;
}

}  // namespace counterclaim
