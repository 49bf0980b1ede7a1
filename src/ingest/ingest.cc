#include "ingest/ingest.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string_view>

#include "base/files.h"
#include "ingest/decode.h"
#include "ingest/emphasis.h"
#include "ingest/json_article.h"
#include "ingest/metadata.h"

namespace counterclaim {

namespace {

constexpr char kBlank[] = " \t\r\n";

bool IsJson(std::string_view path) {
  return path.ends_with(".json") || path.ends_with(".jsonl");
}

bool IsMarkdown(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

bool IsArticle(std::string_view path) {
  return IsJson(path) || path.ends_with(".txt") || IsMarkdown(path);
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
  Reader(const IngestOptions& options, const Rulebook& rulebook) : options_(options) {
    for (const auto& language : rulebook.languages) languages_.push_back(language->tag);
  }

  void AddPath(const std::string& path) {
    std::error_code error;
    if (path == "-") return AddStandardInput();
    if (!std::filesystem::is_directory(path, error)) return AddFile(path);
    const auto files = ListFiles(path);
    if (!files.ok()) return Fail(files.problems());
    const std::size_t before = out_.documents.size() + out_.unreadable;
    for (const std::string& file : *files) {
      if (IsArticle(file)) AddFile(file);
    }
    if (out_.documents.size() + out_.unreadable > before) return;
    Diagnostic nothing = Problem("I009", path, "no article in this folder",
                                 "articles end in .txt, .md, .markdown, .json or .jsonl");
    nothing.level = DiagnosticLevel::kWarning;
    out_.problems.push_back(std::move(nothing));
  }

  Ingested Take() { return std::move(out_); }

 private:
  static Diagnostic Problem(const std::string& code, const std::string& path, std::string message,
                            std::string hint) {
    Diagnostic problem;
    problem.code = code;
    problem.at.file = path;
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    return problem;
  }

  // One article, or file of articles, that could not be read.
  void Fail(std::vector<Diagnostic> problems) {
    std::move(problems.begin(), problems.end(), std::back_inserter(out_.problems));
    ++out_.unreadable;
  }

  void AddStandardInput() {
    std::istream& in = options_.stdin_stream != nullptr ? *options_.stdin_stream : std::cin;
    std::string bytes;
    std::string buffer(std::size_t{1} << 16, '\0');
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
      bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
      if (bytes.size() <= options_.largest_file) continue;
      return Fail(
          {Problem("F003", options_.stdin_path, "standard input is too large", "split it")});
    }
    AddBytes(options_.stdin_path, bytes);
  }

  void AddFile(const std::string& path) {
    auto bytes = ReadFile(path, options_.largest_file);
    if (!bytes.ok()) return Fail(bytes.problems());
    AddBytes(path, *bytes);
  }

  void AddBytes(const std::string& path, const std::string& bytes) {
    auto decoded = Decode(path, bytes);
    if (!decoded.ok()) return Fail(decoded.problems());
    for (Diagnostic& warning : decoded->warnings) out_.problems.push_back(std::move(warning));
    const std::size_t first = decoded->text.find_first_not_of(kBlank);
    if (first == std::string::npos) {
      return Fail({Problem("I001", path, "the file is empty", "remove it or fill it")});
    }
    // Standard input has no extension to go by.
    const bool json = IsJson(path) || (path == "-" && decoded->text[first] == '{');
    if (json) return AddJson(path, bytes, *decoded);
    AddText(path, bytes, *decoded);
  }

  static Document Begin(const std::string& path) {
    Document document;
    document.path = path;
    document.lang.clear();
    document.id = ArticleId(std::filesystem::path(path).replace_extension().generic_string());
    return document;
  }

  void AddText(const std::string& path, const std::string& bytes, const Decoded& decoded) {
    Document document = Begin(path);
    std::vector<Diagnostic> problems;
    const std::size_t body = ReadFrontMatter(decoded.text, languages_, &document, &problems);
    const bool broken = std::any_of(problems.begin(), problems.end(), [](const Diagnostic& each) {
      return each.level == DiagnosticLevel::kError;
    });
    if (broken) return Fail(std::move(problems));
    out_.problems.insert(out_.problems.end(), problems.begin(), problems.end());
    if (decoded.text.find_first_not_of(kBlank, body) == std::string::npos) {
      return Fail(
          {Problem("I001", path, "nothing but front matter", "remove the file or fill it")});
    }
    std::size_t from = body;
    if (IsMarkdown(path)) {
      for (const auto& [begin, end] : EmphasisMarks(decoded.text, body)) {
        if (begin > from) AppendDecoded(decoded, from, begin, &document.text, &document.offsets);
        from = end;
      }
    }
    if (from < decoded.text.size())
      AppendDecoded(decoded, from, decoded.text.size(), &document.text, &document.offsets);
    if (!document.offsets.empty()) document.first_line = document.offsets.front().line;
    Finish(std::move(document), bytes);
  }

  // A .json file may be one object over several lines; else one article a line.
  void AddJson(const std::string& path, const std::string& bytes, const Decoded& decoded) {
    const std::string& text = decoded.text;
    const std::size_t first = text.find_first_not_of(kBlank);
    const std::size_t second =
        text.find_first_not_of(kBlank, std::min(text.find('\n', first), text.size()));
    const bool several_lines = second != std::string::npos && text[second] != '{';
    if (path.ends_with(".json") && several_lines) {
      return AddJsonArticle(Begin(path), bytes, decoded, first, text.size());
    }
    std::uint32_t number = 0;
    const Document blank = Begin(path);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      ++number;
      const std::size_t start = text.find_first_not_of(kBlank, begin);
      if (start < end) {
        Document document = blank;
        document.first_line = number;
        document.id.text += ':' + std::to_string(number);
        AddJsonArticle(std::move(document), std::string_view(text).substr(begin, end - begin),
                       decoded, begin, end);
      }
      begin = end + 1;
    }
  }

  void AddJsonArticle(Document&& document, std::string_view bytes, const Decoded& decoded,
                      std::size_t begin, std::size_t end) {
    const bool read = ReadJsonArticle(decoded, begin, end, languages_, &document, &out_.problems);
    if (read) return Finish(std::move(document), bytes);
    ++out_.unreadable;
  }

  void Finish(Document&& document, std::string_view bytes) {
    document.bytes = bytes.size();
    document.sha256 = Sha256(bytes);
    if (document.lang.empty()) document.lang = options_.lang.value_or("");
    if (!document.date && options_.date) {
      document.date = options_.date;
      document.date_from = DateFrom::kOption;
    }
    if (!document.date) FindDate(&document);
    out_.documents.push_back(std::move(document));
  }

  static void FindDate(Document* document) {
    document->date = DayInName(document->path);
    if (document->date) document->date_from = DateFrom::kFileName;
  }

  const IngestOptions& options_;
  std::vector<std::string> languages_;  // in which dates may be written
  Ingested out_;
};

}  // namespace

Ingested Ingest(const std::vector<std::string>& paths, const Rulebook& rulebook,
                const IngestOptions& options) {
  Reader reader(options, rulebook);
  for (const std::string& path : paths) reader.AddPath(path);
  return reader.Take();
}

}  // namespace counterclaim
