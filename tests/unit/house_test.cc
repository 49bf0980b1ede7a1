// The house of DESIGN.md: who may include whom, how long files may be, and
// that packages.txt and README.md say what is so.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "catch.h"
#include "temporary_folder.h"

using namespace counterclaim;
namespace fs = std::filesystem;

namespace {

const std::string kSource = SOURCE_DIR;

struct SourceFile {
  std::string path;                      // below src/
  std::string folder;                    // "" for pipeline.h
  std::vector<std::string> own, system;  // the includes
  std::size_t lines = 0, longest = 0;
};

std::vector<SourceFile> Sources(const std::string& below) {
  std::vector<SourceFile> files;
  const std::regex include("^#include ([<\"])([^>\"]+)[>\"]");
  for (const auto& entry : fs::recursive_directory_iterator(kSource + "/" + below)) {
    if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
    SourceFile file;
    file.path = entry.path().lexically_relative(kSource + "/" + below).generic_string();
    const std::size_t slash = file.path.find('/');
    if (slash != std::string::npos) file.folder = file.path.substr(0, slash);
    std::istringstream text(ReadBytes(entry.path().string()));
    for (std::string line; std::getline(text, line); ++file.lines) {
      const auto points =
          std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
      file.longest = std::max(file.longest, static_cast<std::size_t>(points));
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      (match[1] == "\"" ? file.own : file.system).push_back(match[2]);
    }
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

const std::set<std::string> kStages = {"ingest",   "text",    "names",       "quantity",
                                       "syntax",   "mention", "attribution", "anchor",
                                       "assemble", "ledger",  "compare"};

// The folders that a folder may see besides itself; arrows point down.
std::set<std::string> MaySee(const std::string& folder) {
  if (folder == "base") return {};
  if (folder == "model") return {"base"};
  if (folder == "rulebook" || folder == "report") return {"model", "base"};
  if (kStages.count(folder) == 1) return {"rulebook", "model", "base"};
  std::set<std::string> all = kStages;
  all.insert({"rulebook", "model", "base"});
  if (folder.empty()) return all;  // pipeline.h, pipeline.cc
  all.insert({"report", ""});      // cli
  return all;
}

// Libraries that only some folders may know, by the start of the header's name.
const std::map<std::string, std::set<std::string>> kLibraries = {
    {"yaml-cpp/", {"rulebook"}},
    {"Eigen/", {"compare"}},
    {"Clp", {"compare"}},
    {"Coin", {"compare"}},
    {"unicode/", {"text", "quantity", "ingest", "base", "rulebook"}},  // rulebook: folding of words
    {"CLI/", {"cli"}},
    {"iostream", {"cli", "ingest"}},
};

}  // namespace

TEST_CASE("includes point down, and stages never include one another") {
  std::vector<std::string> wrong;
  for (const SourceFile& file : Sources("src")) {
    const auto allowed = MaySee(file.folder);
    for (const std::string& include : file.own) {
      const std::size_t slash = include.find('/');
      if (include.ends_with(".inc")) continue;  // generated tables
      const std::string folder = slash == std::string::npos ? "" : include.substr(0, slash);
      if (folder != file.folder && allowed.count(folder) == 0)
        wrong.push_back(file.path + " includes " + include);
    }
    for (const std::string& include : file.system) {
      for (const auto& [start, folders] : kLibraries) {
        if (include.starts_with(start) && folders.count(file.folder) == 0) {
          wrong.push_back(file.path + " includes <" + include + ">");
        }
      }
    }
  }
  CHECK(wrong == std::vector<std::string>());
}

TEST_CASE("files keep their limit") {
  std::vector<std::string> wrong;
  for (const char* below : {"src", "tests"}) {
    for (const SourceFile& file : Sources(below)) {
      if (file.lines > 400)
        wrong.push_back(file.path + " has " + std::to_string(file.lines) + " lines");
    }
  }
  CHECK(wrong == std::vector<std::string>());
}

TEST_CASE("every library that CMake looks for has its package") {
  const std::map<std::string, std::string> packages = {
      {"ICU", "libicu-dev"},
      {"Eigen3", "libeigen3-dev"},
      {"yaml-cpp", "libyaml-cpp-dev"},
      {"fmt", "libfmt-dev"},
      {"nlohmann_json", "nlohmann-json3-dev"},
      {"CLI11", "libcli11-dev"},
      {"OpenSSL", "libssl-dev"},
      {"PkgConfig", "pkg-config"},
      {"libxxhash", "libxxhash-dev"},
      {"clp", "coinor-libclp-dev"},
      {"jemalloc", "libjemalloc-dev"},
      {"Catch2", "catch2"},
      {"rapidcheck", "librapidcheck-dev"},
      {"simdjson", "libsimdjson-dev"},
      {"benchmark", "libbenchmark-dev"},
      {"TBB", "libtbb-dev"},
      {"Threads", "g++"},
      {"Python3", "python3"},
  };
  std::set<std::string> listed;
  std::istringstream list(ReadBytes(kSource + "/packages.txt"));
  for (std::string line; std::getline(list, line);) {
    if (!line.empty() && line[0] != '#') listed.insert(line);
  }
  const std::string cmake = ReadBytes(kSource + "/CMakeLists.txt");
  std::set<std::string> wanted;
  const std::regex find(
      "(?:find_package\\(([A-Za-z0-9_-]+)|pkg_check_modules\\([A-Z0-9_]+ REQUIRED(?: "
      "IMPORTED_TARGET)? ([a-z0-9-]+))");
  for (std::sregex_iterator it(cmake.begin(), cmake.end(), find), end; it != end; ++it) {
    wanted.insert((*it)[1].matched ? (*it)[1].str() : (*it)[2].str());
  }
  CHECK(wanted.size() >= 10);
  for (const std::string& library : wanted) {
    CAPTURE(library);
    REQUIRE(packages.count(library) == 1);
    CHECK(listed.count(packages.at(library)) == 1);
  }
  for (const char* tool : {"g++", "cmake", "ninja-build", "git", "iso-codes"})
    CHECK(listed.count(tool) == 1);
}
