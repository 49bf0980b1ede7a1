#include "cli/program.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.h"
#include "model/json.h"
#include "sample_run.h"
#include "schema_check.h"

using namespace counterclaim;
namespace fs = std::filesystem;

namespace {

struct Outcome {
  int code = 0;
  std::string out, err;
};

const std::vector<std::string> kRules = {"--no-default-rules", "--rules", SOURCE_DIR "/rules"};

Outcome Call(std::vector<std::string> args, bool rules = true) {
  if (rules) args.insert(args.end(), kRules.begin(), kRules.end());
  std::ostringstream out, err;
  Outcome outcome;
  outcome.code = RunProgram("counterclaim", args, out, err);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

struct Folder {
  fs::path path = fs::temp_directory_path() / ("counterclaim-cli-" + std::to_string(::getpid()));
  Folder() { fs::remove_all(path), fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string Write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << bytes;
    return (path / name).string();
  }
};

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the exit code says what happened: command line") {
  struct Row {
    std::vector<std::string> args;
    int code;
    std::string says;
  };
  const std::vector<Row> rows = {
      {{"--help"}, 0, "First steps"},
      {{"--version"}, 0, "counterclaim "},
      {{"check", "--help"}, 0, "Examples:"},
      {{"rules", "test", "--help"}, 0, "--coverage"},
      {{}, 2, "--help"},
      {{"chekc", "a.md"}, 2, "did you mean `check`?"},
      {{"rules", "tset"}, 2, "did you mean `test`?"},
      {{"check", "--ledgr", "x"}, 2, "did you mean `--ledger`?"},
      {{"check", "--fromat=json"}, 2, "did you mean `--format`?"},
      {{"check", "--format", "jsn", "a.md"}, 2, "did you mean `json`?"},
      {{"check", "--date", "18.10.2025", "a.md"}, 2, "2025-10-18"},
      {{"check", "--fail-level", "fatal", "a.md"}, 2, "fail-level"},
      {{"check", "--threads", "many", "a.md"}, 2, "threads"},
      {{"inspect", "a.md"}, 2, "--stage"},
      {{"inspect", "--stage", "quantiy", "a.md"}, 2, "did you mean `quantity`?"},
      {{"explain", "L001"}, 0, "damaged"},
      {{"check", "--no-default-rules", "a.md"}, 2, "rules"},
      {{"check", "--no-default-rules", "--rules", "/nonexistent", "a.md"}, 2, "/nonexistent"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = Call(row.args, false);
    INFO((row.args.empty() ? "" : row.args[0]) << " " << outcome.err);
    CHECK(outcome.code == row.code);
    CHECK(Has(row.code == 0 ? outcome.out : outcome.err, row.says));
    if (row.code != 0) CHECK(outcome.out.empty());
  }
}

TEST_CASE("the exit code says what happened: inputs") {
  const Folder folder;
  const std::string empty_folder = (folder.path / "none").string();
  fs::create_directories(empty_folder);
  const std::string article = folder.Write("a.md", "Nothing happened here.\n");
  CHECK(Call({"check", "--no-ledger", article}).code == 0);
  CHECK(Call({"check", "--no-ledger", "/nonexistent/a.md"}).code == 3);
  CHECK(Call({"check", "--no-ledger", article, "/nonexistent/a.md"}).code == 3);
  CHECK(Call({"check", "--no-ledger", empty_folder}).code == 3);
  CHECK(Call({"check", "--no-ledger", "--allow-empty", empty_folder}).code == 0);
  CHECK(Call({"check", "--ledger", "/nonexistent/ledger", article}).code == 2);
  CHECK(Call({"check", "--no-ledger", "--output", "pdf=x", article}).code == 2);
  CHECK(Call({"check", "--no-ledger", "--output", "json=/proc/none/x", article}).code == 2);
  const Outcome quiet = Call({"check", "--no-ledger", "--quiet", article});
  CHECK(quiet.err.empty());
  CHECK(Has(Call({"check", "--no-ledger", article}).err, "checked 1 article, 0 claims"));
  folder.Write("ledger/a.jsonl", "{\"half\": ");
  const Outcome damaged = Call({"check", "--ledger", (folder.path / "ledger").string(), article});
  CHECK(damaged.code == 2);
  CHECK(Has(damaged.err, "a.jsonl:1:"));
}

TEST_CASE("hostile bytes are read or refused, never a bug") {
  const Folder folder;
  const std::vector<std::pair<std::string, std::string>> files = {
      {"utf8.txt", "Killed \xFF\xFE\xC0 58 soldiers, they said.\n"},
      {"nul.txt", std::string("58 sol\0diers were killed.\n", 26)},
      {"huge.txt", std::string(2000000, 'a') + " 58"},
      {"spaces.txt", std::string(300000, ' ')},
      {"empty.txt", ""},
      {"half.jsonl", "{\"id\": \"x\", \"text\": \"58 sold"},
      {"quotes.txt", std::string(50000, '"')},
      {"digits.txt", std::string(50000, '9')},
  };
  for (const auto& [name, bytes] : files) {
    const std::string path = folder.Write(name, bytes);
    for (const char* command : {"extract", "check", "report"}) {
      const Outcome outcome = Call({command, path});
      INFO(name << " " << command << " " << outcome.err);
      CHECK((outcome.code == 0 || outcome.code == 3));
    }
  }
}

TEST_CASE("every format and file of one run, the same for any number of threads") {
  const Folder folder;
  const std::string article = folder.Write("a.md", "Shelling killed 58 soldiers, the army said.\n");
  const std::string page = (folder.path / "deep/er/page.md").string();
  const Outcome one = Call({"check", "--no-ledger", "--fail-level", "none", "--format", "json",
                            "--output", "markdown=" + page, article, "--threads", "1"});
  CHECK(one.code == 0);
  CHECK(fs::exists(page));
  CHECK(SchemaCheck(SOURCE_DIR "/tests/schemas")
            .Problem("run.schema.json", nlohmann::json::parse(one.out)) == "");
  const Outcome many = Call({"check", "--no-ledger", "--fail-level", "none", "--format", "json",
                             article, "--threads", "7"});
  CHECK(many.out == one.out);
  CHECK_FALSE(Has(one.out, "\"path\": \"/"));
}

TEST_CASE("inspect and relate answer every line by their schemas") {
  const Folder folder;
  const SchemaCheck schemas(SOURCE_DIR "/tests/schemas");
  const std::string docs = folder.Write("d.jsonl",
                                        "{\"id\":\"x\",\"text\":\"The army said 58 soldiers died "
                                        "on Friday.\"}\n{\"id\":\"y\",\"text\":\"No.\"}\n");
  for (const char* stage :
       {"text", "sentence", "quantity", "chunk", "name", "mention", "attribution", "anchor"}) {
    const Outcome outcome = Call({"inspect", "--stage", stage, "--format", "jsonl", docs});
    INFO(stage << " " << outcome.err);
    CHECK(outcome.code == 0);
    std::istringstream lines(outcome.out);
    std::string line;
    std::vector<std::string> ids;
    while (std::getline(lines, line)) {
      const auto json = nlohmann::json::parse(line);
      CHECK(schemas.Problem("inspect.schema.json", json) == "");
      ids.push_back(json["id"]);
    }
    CHECK(ids == std::vector<std::string>{"x", "y"});
  }
  const std::string pairs = folder.Write(
      "p.jsonl",
      "{\"id\":7,\"a\":\"58 soldiers were killed.\",\"b\":\"It rained.\"}\n{\"id\":8,\"a\"\n");
  const Outcome outcome = Call({"relate", "--format", "jsonl", pairs});
  CHECK(outcome.code == 3);
  CHECK(Has(outcome.err, "p.jsonl:2:1"));
  CHECK(schemas.Problem("relation.schema.json", nlohmann::json::parse(outcome.out)) == "");
}

TEST_CASE("relate tells of a figure that is no claim where both texts have it") {
  struct Row {
    std::string a, b, relation, why;
  };
  const Row rows[] = {
      {"Some 10,000 soldiers will be sent.", "At least 10,000 soldiers are coming.", "refinement",
       "no claim, but one figure in both: Some 10,000 soldiers"},
      {"He paid $2 million.", "He was paid $2M.", "refinement",
       "no claim, but one figure in both: $2 million"},
      {"It was the age of 26.", "She is aged 26.", "refinement",
       "no claim, but one figure in both: 26"},
      {"It has 142,500.", "Of 142,500 troops, some left.", "refinement",
       "no claim, but one figure in both: 142,500"},
      {"It has 14.", "Some 14 troops left.", "none", ""},
      {"He ate 14 eggs.", "He ate 14 nuts.", "none", ""},
      {"He ate 14 eggs.", "He ate 15 eggs.", "none", ""},
      {"In 1945 it rained.", "In 1945 it snowed.", "none", ""},
      {"It flew a MiG-29.", "A MiG-29 flew.", "none", ""},
      {"Half of the eggs fell.", "Half of the eggs broke.", "none", ""},
      {"It sent 9,000 tents, and 58 soldiers were killed.",
       "The raid killed 23 soldiers beside 9,000 tents.", "contradiction", ""},
  };
  const Folder folder;
  for (const Row& row : rows) {
    const std::string pairs = folder.Write(
        "p.jsonl", nlohmann::json{{"id", 1}, {"a", row.a}, {"b", row.b}}.dump() + "\n");
    const auto answer = nlohmann::json::parse(Call({"relate", "--format", "jsonl", pairs}).out);
    INFO(row.a);
    CHECK(answer["relation"] == row.relation);
    if (!row.why.empty()) CHECK(answer["why"] == row.why);
  }
}

TEST_CASE("a guessed side divides no two texts of one event") {
  const Folder folder;
  const std::string pairs =
      folder.Write("p.jsonl", nlohmann::json{{"id", 1},
                                             {"a", "Bombs kill 5 people in Iraq."},
                                             {"b", "Bombs kill at least 18 people."}}
                                      .dump() +
                                  "\n");
  const auto answer = nlohmann::json::parse(Call({"relate", "--format", "jsonl", pairs}).out);
  CHECK(answer["relation"] == "contradiction");
}

TEST_CASE("claims go through a pipe") {
  const Folder folder;
  const std::string claims =
      folder.Write("c.jsonl", Line(ToJson(SampleClaim("a1", "afg", 58))) + "\n" +
                                  Line(ToJson(SampleClaim("a2", "pak", 23))) + "\n");
  const Outcome outcome = Call({"compare", "--format", "json", claims});
  CHECK(outcome.code == 0);
  const auto run = nlohmann::json::parse(outcome.out);
  CHECK(run["claims"].size() == 2);
  CHECK(run["articles"].size() == 2);
  const std::string broken = folder.Write("b.jsonl", "{\"metric\": 5}\n");
  CHECK(Call({"compare", broken}).code == 2);
}

TEST_CASE("the ledger through the program: written once, then unchanged") {
  const Folder folder;
  const std::string article = folder.Write("a.md", "Shelling killed 58 soldiers, the army said.\n");
  const std::string ledger = (folder.path / "ledger").string();
  CHECK(Has(Call({"ingest", "--ledger", ledger, article}).err, "1 added"));
  CHECK(Has(Call({"ingest", "--ledger", ledger, article}).err, "1 unchanged"));
  CHECK(Call({"check", "--ledger", ledger, article}).code == 0);
}

TEST_CASE("explain sets two claims beside each other") {
  const Folder folder;
  const std::string a =
      folder.Write("a.md",
                   "---\nsource: Wire\ndate: 2025-10-18\n---\nOn Friday 58 Pakistani soldiers were "
                   "killed in Paktika, the Taliban said.\n");
  const std::string b =
      folder.Write("b.md",
                   "---\nsource: Post\ndate: 2025-10-18\n---\nOn Friday 23 Pakistani soldiers were "
                   "killed in Paktika, Pakistan's army said.\n");
  const auto id = [](const std::string& file, const std::string& span) {
    return fs::path(file).replace_extension().string() + ":" + span + ":killed";
  };
  const std::string one = id(a, "10-12"), other = id(b, "10-12");
  Outcome outcome = Call({"explain", one, "--with", other, a, b});
  CHECK(outcome.code == 0);
  CHECK(Has(outcome.out, "relation  contradiction"));
  CHECK(Has(outcome.out, "one event: both at Paktika"));
  CHECK(Has(outcome.out, "counts 23 killed"));
  outcome = Call({"explain", one, "--with", "nobody:1-2:killed", a, b});
  CHECK(outcome.code == 2);
  CHECK(Has(outcome.err, "nothing is known of `nobody:1-2:killed`"));
}

TEST_CASE("two articles under one id are refused") {
  const Folder folder;
  const std::string docs = folder.Write(
      "d.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"Two.\"}\n");
  const Outcome outcome = Call({"extract", docs});
  CHECK(outcome.code == 2);
  CHECK(Has(outcome.err, "`x`"));
}
