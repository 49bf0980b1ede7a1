// Every command that README.md shows in a block of shell is run.
#include <regex>

#include "call.h"
#include "catch.h"

using namespace counterclaim;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The lines of the blocks that begin with ```sh, remarks left out.
std::vector<std::string> Commands(const std::string& page) {
  std::vector<std::string> commands;
  bool inside = false;
  for (const std::string& line : Lines(page)) {
    if (line.starts_with("```")) {
      inside = !inside && line == "```sh";
    } else if (inside && !line.empty()) {
      commands.push_back(std::regex_replace(line, std::regex("\\s+# .*"), ""));
    }
  }
  return commands;
}

}  // namespace

TEST_CASE("the commands of README.md work") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path / "claims");
  fs::copy(SOURCE_DIR "/claims/articles", folder.path / "claims/articles");
  const std::string help = ReadBytes(SOURCE_DIR "/dev");
  const auto commands = Commands(ReadBytes(SOURCE_DIR "/README.md"));
  CHECK(commands.size() > 15);
  for (const std::string& command : commands) {
    if (command.starts_with("./dev ")) {
      INFO(command);
      CHECK(help.find("\n  " + command.substr(6) + " ") != std::string::npos);
      continue;
    }
    const Called called = Shell(command, folder.path.string());
    INFO(command << "\n" << called.err);
    CHECK(called.code == 0);
    CHECK(called.err.find("error") == std::string::npos);
  }
}

TEST_CASE("help names every command, and every command has examples") {
  const std::string help = Call({"--help"}).out;
  for (const char* command : {"report", "check", "ingest", "extract", "compare", "relate",
                              "inspect", "explain", "bias", "eval", "review", "rules"}) {
    INFO(command);
    CHECK(help.find(command) != std::string::npos);
    std::ostringstream out, err;
    CHECK(RunProgram("counterclaim", {command, "--help"}, out, err) == 0);
    CHECK(out.str().find("Examples:") != std::string::npos);
    CHECK(out.str().find("counterclaim " + std::string(command)) != std::string::npos);
  }
}
