#include "base/files.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace counterclaim {

namespace {

Diagnostic Problem(std::string code, const std::string& path, std::string message,
                   std::string hint) {
  Diagnostic problem;
  problem.code = std::move(code);
  problem.at.file = path;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Result<std::string> ReadFile(const std::string& path, std::size_t limit) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (file.get() < 0 || fstat(file.get(), &info) != 0) {
    return Problem("F001", path, std::string("cannot read the file: ") + std::strerror(errno),
                   "check the name and the permissions");
  }
  if (!S_ISREG(info.st_mode)) return Problem("F002", path, "this is no file", "name a file");
  std::string bytes;
  bytes.reserve(std::min(static_cast<std::size_t>(info.st_size), limit));
  char buffer[65536];
  while (true) {
    const ssize_t count = read(file.get(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return Problem("F001", path, std::string("cannot read the file: ") + std::strerror(errno),
                     "");
    }
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
    if (bytes.size() > limit) {
      return Problem("F003", path, "the file is larger than " + std::to_string(limit) + " bytes",
                     "split it");
    }
  }
}

Result<std::vector<std::string>> ListFiles(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  const fs::recursive_directory_iterator end;
  while (!error && at != end) {
    const bool hidden = at->path().filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored)) {
      paths.push_back(at->path().string());
    }
    at.increment(error);
  }
  if (error)
    return Problem("F001", folder, "cannot list the folder: " + error.message(), "check the name");
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<Diagnostic> WriteFileAtomically(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".tmp" + std::to_string(getpid());
  const auto failed = [&] {
    const std::string reason = std::strerror(errno);
    unlink(temporary.c_str());
    return std::vector<Diagnostic>{
        Problem("F004", path, "cannot write the file: " + reason, "nothing was changed")};
  };
  struct stat info;
  if (stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) {
    const Descriptor device(open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.get() < 0 || !WriteAll(device.get(), bytes)) return failed();
    return {};
  }
  {
    const Descriptor file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0 || !WriteAll(file.get(), bytes) || fsync(file.get()) != 0) return failed();
  }
  if (rename(temporary.c_str(), path.c_str()) != 0) return failed();
  return {};
}

std::string Sha256(std::string_view bytes) {
  static const EVP_MD* const kMethod = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // slow to find
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &length, kMethod, nullptr);
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < length; ++i) {
    text += kHex[digest[i] >> 4];
    text += kHex[digest[i] & 15];
  }
  return text;
}

}  // namespace counterclaim
