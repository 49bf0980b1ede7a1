#include "ledger/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/utf8.h"
#include "ledger/index.h"
#include "model/json.h"
#include "model/json_line.h"

namespace counterclaim {

namespace {

namespace fs = std::filesystem;

// The column, in code points from 1, of a byte of a line.
std::uint32_t Column(const std::string& line, std::size_t byte) {
  return static_cast<std::uint32_t>(CodePoints(std::string_view(line).substr(0, byte))) + 1;
}

Diagnostic Damage(const std::string& file, std::uint32_t line, std::uint32_t column,
                  std::string message) {
  Diagnostic problem;
  problem.code = "L001";
  problem.at = {file, line, column};
  problem.message = "damaged ledger: " + std::move(message);
  problem.notes = {"restore the line from git, or delete the file and ingest the article again"};
  return problem;
}

// The byte, from 0, of the first error of a line that is no JSON; nothing where it is.
std::optional<std::size_t> FindError(const std::string& line) {
  try {
    const auto json = nlohmann::json::parse(line);
    return std::nullopt;
  } catch (const nlohmann::json::parse_error& error) {
    return error.byte > 0 ? error.byte - 1 : 0;
  }
}

bool IsReview(const JsonLine& json) {
  return json.Has("review") || json.Has("same_event") || json.Has("different_event");
}

// Every problem of one file; `entry` is complete when there is none.
std::vector<Diagnostic> ParseEntry(const std::string& name, const std::string& bytes,
                                   LedgerEntry* entry) {
  std::vector<Diagnostic> problems;
  JsonLine json;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = bytes.find('\n', at);
    ++number;
    if (end == std::string::npos) {
      problems.push_back(Damage(name, number, Column(bytes.substr(at), bytes.size()),
                                "the last line is cut short"));
      end = bytes.size();
    }
    const std::string line = bytes.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    std::string problem;
    if (!json.Parse(line)) {
      const auto byte = FindError(line);
      problems.push_back(
          byte ? Damage(name, number, Column(line, *byte), "not JSON from here on")
               : Damage(name, number, 1, "a line must be an object whose numbers fit 64 bits"));
      continue;
    }
    if (number == 1) {
      problem = json.Read(&entry->article);
    } else if (IsReview(json)) {
      entry->reviews.push_back(line);
    } else {
      problem = json.Read(&entry->claims.emplace_back());
      if (problem.empty() && entry->claims.back().article != entry->article.id)
        problem = "the claim is of another article";
    }
    if (!problem.empty()) problems.push_back(Damage(name, number, 1, problem));
  }
  if (number == 0) problems.push_back(Damage(name, 1, 1, "the file is empty"));
  return problems;
}

bool ReadBytes(const fs::path& path, std::string* bytes) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  bytes->assign(std::istreambuf_iterator<char>(in), {});
  return !in.bad();
}

std::vector<Diagnostic> LoadEntry(const fs::path& path, LedgerEntry* entry) {
  std::string bytes;
  if (!ReadBytes(path, &bytes))
    return {Damage(path.generic_string(), 0, 0, "the file cannot be read")};
  return ParseEntry(path.generic_string(), bytes, entry);
}

std::string RenderEntry(const Document& article, std::vector<Claim> claims,
                        const std::vector<std::string>& reviews) {
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.in_title, a.span, a.metric, a.id) <
           std::tie(b.in_title, b.span, b.metric, b.id);
  });
  std::string text = Line(ToJson(article)) + "\n";
  for (const Claim& claim : claims) text += ClaimLine(claim) + '\n';
  for (const std::string& review : reviews) text += review + "\n";
  return text;
}

Diagnostic NotWritten(const std::string& path, const std::string& why) {
  Diagnostic problem;
  problem.code = "L002";
  problem.at.file = path;
  problem.message = "cannot write the ledger: " + why;
  return problem;
}

}  // namespace

std::string LedgerFileName(const ArticleId& article) {
  constexpr std::size_t kLongest = 200;
  std::string name;
  for (std::size_t i = 0; i < article.text.size(); ++i) {
    const char c = article.text[i];
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_' || (c == '.' && i > 0);
    name += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  if (name.size() > kLongest) {
    // A longer name would not fit into a folder: its end becomes a hash (FNV-1a).
    std::uint64_t hash = 1469598103934665603u;
    for (const char c : article.text)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    name = name.substr(0, kLongest) + fmt::format("~{:016x}", hash);
  }
  return name + ".jsonl";
}

Result<Ledger> LoadLedger(const std::string& folder, const std::vector<std::string>& names) {
  Ledger ledger;
  std::vector<Diagnostic> problems;
  for (const std::string& name : names) {
    const fs::path file = fs::path(folder) / name;
    LedgerEntry entry;
    auto found = LoadEntry(file, &entry);
    if (found.empty() && LedgerFileName(entry.article.id) != name) {
      found.push_back(Damage(file.generic_string(), 1, 1,
                             "the file name is not that of article " + entry.article.id.text));
    }
    problems.insert(problems.end(), found.begin(), found.end());
    if (found.empty()) ledger.entries.emplace(entry.article.id, std::move(entry));
  }
  if (!problems.empty()) return problems;
  return ledger;
}

Result<Ledger> LoadLedger(const std::string& folder) {
  std::vector<std::string> names;
  for (const LedgerFile& file : ListLedger(folder)) names.push_back(file.name);
  return LoadLedger(folder, names);
}

std::vector<Diagnostic> AddReview(const std::string& folder, const LedgerEntry& entry,
                                  const std::string& line) {
  std::vector<std::string> reviews = entry.reviews;
  reviews.push_back(line);
  const fs::path path = fs::path(folder) / LedgerFileName(entry.article.id);
  return WriteFileAtomically(path.string(), RenderEntry(entry.article, entry.claims, reviews));
}

Result<LedgerChange> WriteLedger(const std::string& folder, const std::vector<Document>& articles,
                                 const std::vector<Claim>& claims, const std::string& rules_hash) {
  std::map<ArticleId, std::vector<Claim>> by_article;
  for (const Claim& claim : claims) by_article[claim.article].push_back(claim);
  LedgerChange change;
  std::vector<Diagnostic> problems;
  std::vector<std::pair<fs::path, std::string>> writes;
  for (const Document& article : articles) {
    const fs::path path = fs::path(folder) / LedgerFileName(article.id);
    LedgerEntry old;
    std::string before;
    const bool exists = fs::exists(path);
    if (exists) {
      const auto found = LoadEntry(path, &old);
      problems.insert(problems.end(), found.begin(), found.end());
      ReadBytes(path, &before);
    }
    std::string after = RenderEntry(article, by_article[article.id], old.reviews);
    (!exists ? change.added : after == before ? change.unchanged : change.changed)++;
    if (after != before) writes.emplace_back(path, std::move(after));
  }
  if (!problems.empty()) return problems;
  const fs::path version = fs::path(folder) / "VERSION";
  std::string before;
  ReadBytes(version, &before);
  std::string now = fmt::format("counterclaim {}\nrules {}\n", COUNTERCLAIM_VERSION, rules_hash);
  if (now != before) writes.emplace_back(version, std::move(now));
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return NotWritten(folder, error.message());
  for (const auto& [path, bytes] : writes) {
    const auto found = WriteFileAtomically(path.string(), bytes);
    problems.insert(problems.end(), found.begin(), found.end());
  }
  if (!problems.empty()) return problems;
  return change;
}

}  // namespace counterclaim
