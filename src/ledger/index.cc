#include "ledger/index.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "base/files.h"

namespace counterclaim {

namespace {

constexpr std::size_t kWidth = 26;  // "0123456789abcdef 01234567\n"
constexpr char kTitle[] = "counterclaim index 1";

template <typename Number>
Number Read(std::string_view text, int base) {
  Number number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, base);
  return number;
}

std::string_view Line(std::string_view bytes, std::size_t* at) {
  const std::size_t end = std::min(bytes.find('\n', *at), bytes.size());
  const std::string_view line = bytes.substr(*at, end - *at);
  *at = std::min(end + 1, bytes.size());
  return line;
}

// "size time name"
bool ReadFileLine(std::string_view line, LedgerFile* file) {
  const std::size_t first = line.find(' '), second = line.find(' ', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return false;
  file->size = Read<std::uint64_t>(line.substr(0, first), 10);
  file->time = Read<std::int64_t>(line.substr(first + 1, second - first - 1), 10);
  file->name = line.substr(second + 1);
  return true;
}

std::string Head(std::size_t files, std::size_t keys, const std::string& rules_hash) {
  return fmt::format("{} {} {} {}\n", kTitle, files, keys, rules_hash);
}

bool ByName(const LedgerFile& a, const LedgerFile& b) {
  return a.name < b.name;
}

}  // namespace

std::vector<LedgerFile> ListLedger(const std::string& folder) {
  std::vector<LedgerFile> files;
  DIR* directory = ::opendir(folder.c_str());
  if (!directory) return files;
  constexpr std::string_view kEnding = ".jsonl";
  while (const dirent* entry = ::readdir(directory)) {
    const std::string_view name(entry->d_name);
    if (!name.ends_with(kEnding) || name.starts_with('.') || name == "baseline.jsonl") continue;
    struct stat status = {};
    if (::fstatat(::dirfd(directory), entry->d_name, &status, 0) != 0 || !S_ISREG(status.st_mode))
      continue;
    files.push_back({std::string(name), static_cast<std::uint64_t>(status.st_size),
                     std::int64_t{status.st_mtim.tv_sec} * 1000000000 + status.st_mtim.tv_nsec});
  }
  ::closedir(directory);
  std::sort(files.begin(), files.end(), ByName);
  return files;
}

LedgerIndex LedgerIndex::Load(const std::string& folder, const std::string& rules_hash) {
  LedgerIndex index;
  std::ifstream in(folder + "/.index", std::ios::binary);
  if (!in) return index;
  index.bytes_.assign(std::istreambuf_iterator<char>(in), {});
  std::size_t at = 0;
  const std::string_view bytes(index.bytes_), head = Line(bytes, &at);
  if (!head.starts_with(kTitle) || !head.ends_with(" " + rules_hash)) return {};
  std::size_t number = sizeof kTitle;
  const std::size_t space = head.find(' ', number);
  if (space == std::string_view::npos) return {};
  const auto files = Read<std::size_t>(head.substr(number, space - number), 10);
  number = space + 1;
  index.lines_ = Read<std::size_t>(head.substr(number, head.find(' ', number) - number), 10);
  for (std::size_t i = 0; i < files && at < bytes.size(); ++i)
    if (!ReadFileLine(Line(bytes, &at), &index.files_.emplace_back())) return {};
  index.begin_ = at;
  const std::size_t rest = bytes.size() - at;
  const bool whole = index.files_.size() == files && rest % kWidth == 0 &&
                     rest / kWidth == index.lines_ && (files > 0 || index.lines_ == 0);
  if (!whole) return {};
  return index;
}

std::uint64_t LedgerIndex::KeyAt(std::size_t line) const {
  return Read<std::uint64_t>(std::string_view(bytes_).substr(begin_ + line * kWidth, 16), 16);
}

std::uint32_t LedgerIndex::FileAt(std::size_t line) const {
  return Read<std::uint32_t>(std::string_view(bytes_).substr(begin_ + line * kWidth + 17, 8), 16);
}

std::vector<LedgerFile> LedgerIndex::Changed(const std::vector<LedgerFile>& files) const {
  std::vector<LedgerFile> changed;
  for (const LedgerFile& file : files) {
    const auto at = std::lower_bound(files_.begin(), files_.end(), file, ByName);
    if (at == files_.end() || *at != file) changed.push_back(file);
  }
  return changed;
}

std::vector<std::string> LedgerIndex::Find(const std::vector<std::uint64_t>& keys) const {
  std::vector<std::string> names;
  for (const std::uint64_t key : keys) {
    std::size_t low = 0, high = lines_;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (KeyAt(middle) < key)
        low = middle + 1;
      else
        high = middle;
    }
    for (; low < lines_ && KeyAt(low) == key; ++low)
      if (FileAt(low) < files_.size()) names.push_back(files_[FileAt(low)].name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<Diagnostic> LedgerIndex::Write(
    const std::string& folder, const std::string& rules_hash, const std::vector<LedgerFile>& files,
    const std::map<std::string, std::vector<std::uint64_t>>& changed) const {
  std::unordered_map<std::string, std::uint32_t> number;
  std::string table;
  for (const LedgerFile& file : files) {
    number.emplace(file.name, static_cast<std::uint32_t>(number.size()));
    table += fmt::format("{} {} {}\n", file.size, file.time, file.name);
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  for (const auto& [name, of_file] : changed) {
    const auto at = number.find(name);
    if (at == number.end()) continue;
    for (const std::uint64_t key : of_file) keys.emplace_back(key, at->second);
  }
  for (std::size_t line = 0; line < lines_; ++line) {
    const std::string& name = files_[std::min<std::size_t>(FileAt(line), files_.size() - 1)].name;
    const auto at = number.find(name);
    if (at != number.end() && !changed.count(name)) keys.emplace_back(KeyAt(line), at->second);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::string bytes = Head(files.size(), keys.size(), rules_hash) + table;
  bytes.reserve(bytes.size() + keys.size() * kWidth);
  for (const auto& [key, file] : keys) bytes += fmt::format("{:016x} {:08x}\n", key, file);
  return WriteFileAtomically(folder + "/.index", bytes);
}

}  // namespace counterclaim
