// Every command in every format, held against the schemas; and nothing of a
// stranger's text that could command a terminal, a page or a reader of lines.
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "call.h"
#include "catch.h"
#include "schema_check.h"

using namespace counterclaim;

namespace {

using Json = nlohmann::json;

constexpr char kArticle[] =
    "---\nid: clash\nsource: Paper\ndate: 2025-10-18\n---\n"
    "The Taliban said it had killed 58 Pakistani soldiers on Sunday.\n\n"
    "Pakistan's army said 23 soldiers were killed on Sunday. It lasted 14 hours.\n";

struct Command {
  std::vector<std::string> args;
  std::string line_schema, json_schema, list;  // of a line; of the whole; its key
};

std::vector<Command> Commands(const TemporaryFolder& folder) {
  const std::string article = folder.Write("clash.md", kArticle);
  const std::string pairs = folder.Write(
      "pairs.jsonl", "{\"id\":1,\"a\":\"58 soldiers died.\",\"b\":\"23 soldiers died.\"}\n");
  const std::string claims = folder.Write("claims.jsonl", Call({"extract", article}).out);
  std::vector<Command> commands = {
      {{"report", article}, "finding", "run", ""},
      {{"check", "--no-ledger", "--fail-level", "none", article}, "finding", "run", ""},
      {{"extract", "--refused", article}, "extracted", "run", ""},
      {{"compare", claims}, "finding", "run", ""},
      {{"relate", pairs}, "relation", "list", "relations"},
      {{"explain", "R012"}, "explanation", "list", "explanations"},
      {{"explain", article + ":6"}, "explanation", "list", "explanations"},
      {{"explain", "languages/en/metrics/killed"}, "explanation", "list", "explanations"},
      {{"rules", "list"}, "rule", "list", "rules"},
      {{"bias", article}, "party_bias", "bias", "bias"},
  };
  for (const char* stage :
       {"text", "sentence", "quantity", "chunk", "name", "mention", "attribution", "anchor"})
    commands.push_back({{"inspect", "--stage", stage, article}, "inspect", "list", "articles"});
  return commands;
}

std::string Harmful(const std::string& text) {
  std::size_t length = 1;
  for (std::size_t at = 0; at < text.size(); at += length) {
    const char32_t point = DecodePoint(text, at, &length);
    if (point != '\n' && point != '\t' && CommandsReader(point))
      return "U+" + std::to_string(static_cast<unsigned>(point)) + " at " + std::to_string(at);
  }
  return "";
}

}  // namespace

TEST_CASE("every command answers in every format, by its schema") {
  const TemporaryFolder folder;
  const SchemaCheck schemas(SOURCE_DIR "/tests/schemas");
  for (const Command& command : Commands(folder)) {
    for (const std::string format : {"text", "markdown", "json", "jsonl"}) {
      std::vector<std::string> args = command.args;
      args.insert(args.end(), {"--format", format});
      const Called called = Call(args);
      INFO(command.args[0] << " " << command.args[1] << " " << format << ": " << called.err);
      CHECK(called.code == 0);
      if (format == "markdown") CHECK(called.out.starts_with("# "));
      if (format == "json") {
        const Json json = Json::parse(called.out);
        CHECK(schemas.Problem(command.json_schema + ".schema.json", json) == "");
        for (const Json& item : command.list.empty() ? Json::array() : json.at(command.list))
          CHECK(schemas.Problem(command.line_schema + ".schema.json", item) == "");
      }
      std::istringstream lines(format == "jsonl" ? called.out : "");
      for (std::string line; std::getline(lines, line);)
        CHECK(schemas.Problem(command.line_schema + ".schema.json", Json::parse(line)) == "");
    }
  }
}

TEST_CASE("the option --output writes the same bytes as standard output") {
  const TemporaryFolder folder;
  for (const Command& command : Commands(folder)) {
    for (const std::string format : {"text", "markdown", "json", "jsonl"}) {
      const std::string file = (folder.path / "out").string();
      std::vector<std::string> args = command.args;
      args.insert(args.end(), {"--format", format, "--output", format + "=" + file});
      const Called called = Call(args);
      INFO(command.args[0] << " " << format << ": " << called.err);
      CHECK(called.code == 0);
      CHECK(ReadBytes(file) == called.out);
    }
  }
}

TEST_CASE("a hostile article commands nothing in any format") {
  const std::string hostile =
      "The \x1b[31mTaliban\x1b]0;x\x07 said it killed 58 \xE2\x80\xAEsoldiers\xE2\x80\xA8 and "
      "\xC2\x9B"
      "31m23 \xF3\xA0\x80\x81 others died, `rm` <script>alert(1)</script> @all "
      "![x](http://x.y) | ::error::x\n\n"
      "Pakistan's army said \x08 23 soldiers were killed on Sunday.\n";
  const TemporaryFolder folder;
  const std::string article = folder.Write("hostile.txt", hostile);
  const std::string lines = folder.Write("hostile.jsonl", Json({{"id", "a\x1b[1mb"},
                                                                {"source", "<b>\x1b[2m"},
                                                                {"title", "58 \x1b died"},
                                                                {"text", hostile},
                                                                {"date", "2025-10-18"}})
                                                                  .dump() +
                                                              "\n");
  for (const std::string& input : {article, lines}) {
    for (const std::string command : {"report", "check", "extract", "inspect", "explain"}) {
      for (const std::string format : {"text", "markdown", "json", "jsonl"}) {
        std::vector<std::string> args = {command, "--format", format};
        if (command == "inspect") args.insert(args.end(), {"--stage", "text"});
        if (command == "explain") args.push_back(input + ":1");
        if (command == "extract") args.push_back("--refused");
        args.push_back(input);
        const Called called = Call(args);
        INFO(command << " " << format << ": " << called.err);
        CHECK(Harmful(called.out) == "");
        CHECK(Harmful(called.err) == "");
        if (format != "markdown" || command == "explain") continue;
        CHECK(called.out.find("<script>") == std::string::npos);
        CHECK(called.out.find("![x]") == std::string::npos);
        CHECK(called.out.find("@all") == std::string::npos);
        CHECK(called.out.find("::error") == std::string::npos);
      }
    }
  }
}

TEST_CASE("colour only where it is asked for") {
  const TemporaryFolder folder;
  const std::string article = folder.Write(
      "clash.md", "---\ndate: 2025-10-18\n---\nOf the 9 dead, 7 were soldiers and 5 police.\n");
  CHECK(Call({"check", "--no-ledger", article}).out.find('\x1b') == std::string::npos);
  const std::string run = "counterclaim check --no-ledger --fail-level none clash.md";
  const std::string folder_name = folder.path.string();
  CHECK(Shell("NO_COLOR=1 " + run, folder_name).out.find('\x1b') == std::string::npos);
  const bool found = Shell(run, folder_name).out.find("[") != std::string::npos;
  const auto coloured = [&](const std::string& line) {
    return Shell(line, folder_name).out.find('\x1b') != std::string::npos;
  };
  CHECK(coloured("FORCE_COLOR=1 " + run) == found);
  CHECK(coloured(run + " --color always") == found);
  CHECK_FALSE(coloured("NO_COLOR=1 FORCE_COLOR=1 " + run));
  CHECK_FALSE(coloured("FORCE_COLOR=1 " + run + " --color never"));
}
