#include "ingest/ingest.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/files.h"
#include "base/utf8.h"

namespace counterclaim {

namespace {

using Json = nlohmann::json;

bool IsJson(std::string_view path) { return path.ends_with(".json") || path.ends_with(".jsonl"); }

bool IsArticle(std::string_view path) {
  return IsJson(path) || path.ends_with(".txt") || path.ends_with(".md") || path.ends_with(".markdown");
}

// "2025-10-18" anywhere in the file's name.
std::optional<Day> DayInName(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  for (std::size_t i = 0; i + 10 <= name.size(); ++i) {
    if (const auto day = ParseIsoDay(std::string_view(name).substr(i, 10))) return day;
  }
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(const IngestOptions& options) : options_(options) {}

  void AddPath(const std::string& path) {
    std::error_code error;
    if (path == "-") {
      return AddBytes(options_.stdin_path, {std::istreambuf_iterator<char>(std::cin), {}});
    }
    if (!std::filesystem::is_directory(path, error)) return AddFile(path);
    const auto files = ListFiles(path);
    if (!files.ok()) return Fail(files.problems());
    for (const std::string& file : *files) {
      if (IsArticle(file)) AddFile(file);
    }
  }

  Ingested Take() { return std::move(out_); }

 private:
  void AddFile(const std::string& path) {
    auto bytes = ReadFile(path, options_.largest_file);
    if (!bytes.ok()) return Fail(bytes.problems());
    AddBytes(path, *bytes);
  }

  void Fail(const std::vector<Diagnostic>& problems) {
    out_.problems.insert(out_.problems.end(), problems.begin(), problems.end());
    ++out_.unreadable;
  }

  void Fail(const std::string& code, FilePosition at, std::string message, std::string hint) {
    Diagnostic problem;
    problem.code = code;
    problem.at = std::move(at);
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    Fail({problem});
  }

  void AddBytes(const std::string& path, const std::string& bytes) {
    const std::size_t bad = std::min(FirstBadByte(bytes), bytes.find('\0'));
    if (bad < bytes.size()) {
      return Fail("I002", {path, 0, 0}, "byte " + std::to_string(bad) + " is no UTF-8 text", "save the article as UTF-8");
    }
    if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
      return Fail("I001", {path, 0, 0}, "the file is empty", "remove it or fill it");
    }
    if (IsJson(path)) return AddJsonLines(path, bytes);
    AddText(path, bytes);
  }

  void AddText(const std::string& path, const std::string& bytes) {
    Document document;
    document.path = path;
    document.id = ArticleId(std::filesystem::path(path).replace_extension().string());
    std::size_t body = 0;
    if (bytes.starts_with("---\n") && bytes.find("\n---\n", 3) != std::string::npos) {
      const std::size_t end = bytes.find("\n---\n", 3);
      body = end + 5;
      auto matter = ParseYaml(path, bytes.substr(4, end - 3));
      if (!matter.ok()) return Fail(matter.problems());
      for (const auto& [key, value] : matter->root.map) SetField(key.scalar, value.scalar, &document);
    }
    document.first_line = static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(body), '\n')) + 1;
    document.text = bytes.substr(body);
    document.offsets = {{0, body, true}};
    Finish(std::move(document), bytes);
  }

  static void SetField(const std::string& key, const std::string& value, Document* document) {
    if (value.empty()) return;
    if (key == "id") document->id = ArticleId(value);
    if (key == "title") document->title = value;
    if (key == "source") document->source = value;
    if (key == "url") document->url = value;
    if (key == "lang") document->lang = value;
    if (key != "date") return;
    document->date = ParseIsoDay(std::string_view(value).substr(0, std::min<std::size_t>(10, value.size())));
    if (document->date) document->date_from = DateFrom::kMetadata;
  }

  void AddJsonLines(const std::string& path, const std::string& bytes) {
    std::uint32_t line = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      ++line;
      const std::string one = bytes.substr(begin, end - begin);
      if (one.find_first_not_of(" \t\r") != std::string::npos) AddJson(path, one, line);
      begin = end + 1;
    }
  }

  void AddJson(const std::string& path, const std::string& line, std::uint32_t number) {
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("text") || !json["text"].is_string()) {
      return Fail("I003", {path, number, 1}, "this line is no JSON object with a `text`", "one whole object a line");
    }
    Document document;
    document.path = path;
    document.first_line = number;
    document.id = ArticleId(std::filesystem::path(path).replace_extension().string() + ':' + std::to_string(number));
    for (const char* key : {"id", "title", "source", "date", "url", "lang"}) {
      if (json.contains(key) && json[key].is_string()) SetField(key, json[key].get<std::string>(), &document);
    }
    document.text = json["text"].get<std::string>();
    std::replace(document.text.begin(), document.text.end(), '\0', ' ');
    document.offsets = {{0, 0, false}};
    Finish(std::move(document), line);
  }

  void Finish(Document document, const std::string& bytes) {
    document.bytes = bytes.size();
    document.sha256 = Sha256(bytes);
    if (options_.lang && document.lang.empty()) document.lang = *options_.lang;
    if (!document.date && options_.date) {
      document.date = options_.date;
      document.date_from = DateFrom::kOption;
    }
    if (!document.date && (document.date = DayInName(document.path))) document.date_from = DateFrom::kFileName;
    out_.documents.push_back(std::move(document));
  }

  const IngestOptions& options_;
  Ingested out_;
};

}  // namespace

Ingested Ingest(const std::vector<std::string>& paths, const Rulebook& /*rulebook*/, const IngestOptions& options) {
  Reader reader(options);
  for (const std::string& path : paths) reader.AddPath(path);
  return reader.Take();
}

}  // namespace counterclaim
