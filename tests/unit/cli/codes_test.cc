// Every code of rules/README.md is produced by something, and every code in
// the sources is listed there.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "catch.h"
#include "cli/program.h"
#include "temporary_folder.h"

using namespace counterclaim;
namespace fs = std::filesystem;

namespace {

const std::string kRules = SOURCE_DIR "/rules";

std::set<std::string> Codes(const std::string& text, const std::regex& form) {
  std::set<std::string> codes;
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it)
    codes.insert((*it)[1]);
  return codes;
}

std::set<std::string> Listed() {
  return Codes(ReadBytes(kRules + "/README.md"), std::regex("\n### ([A-Z][0-9]{3}):"));
}

std::pair<int, std::string> Call(const std::vector<std::string>& args) {
  std::ostringstream out, err;
  const int code = RunProgram("counterclaim", args, out, err);
  return {code, err.str()};
}

std::string Rule(const std::string& rest) {
  return "id: r\nabout: A rule.\n" + rest;
}

}  // namespace

TEST_CASE("every code in the sources is explained in rules/README.md") {
  std::set<std::string> used;
  for (const auto& entry : fs::recursive_directory_iterator(SOURCE_DIR "/src")) {
    if (entry.path().extension() != ".cc") continue;
    used.merge(Codes(ReadBytes(entry.path().string()), std::regex("\"([CFILR][0-9]{3})\"")));
  }
  CHECK(used == Listed());
}

static std::string ManyIncidents() {
  std::string text = "id: languages/en/incidents\nabout: A rule.\nincidents:\n";
  for (int i = 0; i < 100; ++i) {
    const std::string name = "kind" + std::to_string(i);
    text.append("  - {name: ").append(name).append(", words: [").append(name).append("]}\n");
  }
  return text;
}

static std::string ManyConventions(int count) {
  std::string text = "id: taxonomy/x\nabout: A rule.\nconventions:\n";
  for (int i = 0; i < count; ++i)
    text.append("  - {id: c").append(std::to_string(i)).append(", about: a}\n");
  return text;
}

TEST_CASE("there may be as many conventions as a set of them holds") {
  const TemporaryFolder folder;
  folder.Write("taxonomy/x.yaml", ManyConventions(64));
  const auto [code, err] =
      Call({"rules", "validate", "--no-default-rules", "--rules", folder.path.string()});
  CHECK(err.find("R036") == std::string::npos);
}

TEST_CASE("every code about rules is produced") {
  const std::string taxonomy = "id: taxonomy/x\nabout: A rule.\n";
  const std::string numbers = "id: languages/en/numbers/x\nabout: A rule.\n";
  const std::string calendar = "id: languages/en/calendar/x\nabout: A rule.\n";
  const std::string parties = "id: parties/x\nabout: A rule.\nkind: group\n";
  struct Row {
    std::string code, path, text;
  };
  const Row rows[] = {
      {"R001", "r.yaml", std::string((1 << 20) + 1, ' ')},
      {"R002", "r.yaml", "a: \xFF\n"},
      {"R003", "r.yaml", "a: &x 1\n"},
      {"R004", "r.yaml", "a: 1\na: 2\n"},
      {"R005", "r.yaml", std::string(60, '[') + std::string(60, ']')},
      {"R006", "r.yaml", "a: \"open\n"},
      {"R007", "r.yaml", "? [a]\n: 1\n"},
      {"R008", "r.yaml", "a: 1\n---\nb: 2\n"},
      {"R009", "r.yaml", "a: [1\n"},
      {"R010", "r.yaml", "- one\n"},
      {"R011", "r.yaml", "id: r\n"},
      {"R012", "compare/r.yaml", "id: compare/r\nabout: A rule.\ntolerence: 1\n"},
      {"R012", "compare/r.yaml",
       "id: compare/r\nabout: A rule.\nrelation: update\nseverity: note\nmessage: m\nalone: a\n"},
      {"R011", "compare/r.yaml",
       "id: compare/r\nabout: A rule.\nrelation: denial\nseverity: note\nmessage: m\n"},
      {"R013", "r.yaml", "id: r\nabout: [a]\n"},
      {"R014", "taxonomy/x.yaml",
       taxonomy + "conventions: [{id: c, about: a, words: [{word: few, low: 010}]}]\n"},
      {"R017", "taxonomy/x.yaml", taxonomy + "metrics: [{id: m, name: m, at_most: {a: 1}}]\n"},
      {"R018", "taxonomy/x.yaml", taxonomy + "metrics: 5\n"},
      {"R022", "languages/en/calendar/x.yaml",
       calendar + "dates: [{means: date, say: [\"( open\"]}]\n"},
      {"R023", "languages/en/calendar/x.yaml",
       calendar + "dates: [{means: date, after: none, say: [\"<day>\"]}]\n"},
      {"R030", "r.yaml", "id: other\nabout: A rule.\n"},
      {"R031", "taxonomy/x.yaml", taxonomy + "metrics: [{id: m, name: m}, {id: m, name: m}]\n"},
      {"R032", "taxonomy/x.yaml", taxonomy + "metrics: [{id: m, name: m, at_most: [none]}]\n"},
      {"R033", "r.yaml", Rule("")},
      {"R034", "languages/en/metrics/x.yaml",
       "id: languages/en/metrics/x\nabout: A rule.\nmetric: none\nverbs: [{lemma: kill, class: "
       "affect}]\n"},
      {"R035", "languages/en/incidents.yaml", ManyIncidents()},
      {"R036", "taxonomy/x.yaml", ManyConventions(65)},
      {"R040", "parties/x.yaml", parties + "parties: [{id: aaa, allies: none}]\n"},
      {"R041", "parties/x.yaml", parties + "parties: [{id: A B}]\n"},
      {"R042", "parties/x.yaml", parties + "parties: [{id: aaa}, {id: aaa}]\n"},
      {"R043", "parties/x.yaml", parties + "parties: [{id: aaa, since: today}]\n"},
      {"R044", "places/x.yaml", "id: places/x\nabout: A rule.\ncountries: [{id: XX-Y}]\n"},
  };
  std::set<std::string> produced = {"R015", "R016", "R019", "R020",
                                    "R021"};  // below, or in yaml_test.cc
  for (const Row& row : rows) {
    const TemporaryFolder folder;
    folder.Write(row.path, row.text);
    const auto [code, err] =
        Call({"rules", "validate", "--no-default-rules", "--rules", folder.path.string()});
    INFO(row.code << ": " << err);
    CHECK(code == 2);
    CHECK(err.find("[" + row.code + "]") != std::string::npos);
    produced.insert(row.code);
  }
  const TemporaryFolder empty;
  CHECK(Call({"rules", "validate", "--no-default-rules", "--rules", empty.path.string()})
            .second.find("[R020]") != std::string::npos);
  const TemporaryFolder words;
  words.Write("languages/en/numbers/x.yaml", numbers + "units: {many: plenty}\n");
  CAPTURE(Call({"rules", "validate", "--no-default-rules", "--rules", words.path.string()}).second);
  for (const std::string& code : Listed()) {
    if (code[0] == 'R') CHECK(produced.count(code) == 1);
  }
}

TEST_CASE("every other code is produced, with its exit code") {
  const TemporaryFolder folder;
  const std::string good = folder.Write("good.txt", "It rained.\n");
  const std::string none = (folder.path / "none").string();
  const auto file = [&](const std::string& name, const std::string& bytes) {
    return folder.Write(name, bytes);
  };
  file("pictures/a.png", "x");
  file("ledger/a.jsonl", "{\"half\": ");
  file("huge.txt", "");
  fs::resize_file(folder.path / "huge.txt", (std::uintmax_t{64} << 20) + 1);
  struct Row {
    std::string code;
    std::vector<std::string> args;
    int exit;
  };
  const Row rows[] = {
      {"C002", {"extract", "--convention", "catious", good}, 2},
      {"C003", {"extract", "--output", "pdf=x", good}, 2},
      {"C004", {"compare", good}, 2},
      {"C004", {"eval", good, good}, 2},
      {"C004", {"relate", good}, 3},
      {"F001", {"extract", none, good}, 3},
      {"F001", {"compare", none}, 3},
      {"F002", {"extract", "/dev/null", good}, 3},
      {"F003", {"extract", (folder.path / "huge.txt").string(), good}, 3},
      {"F004", {"extract", good, "-o", "/proc/none/x"}, 2},
      {"I001", {"extract", file("empty.txt", ""), good}, 3},
      {"I002", {"extract", file("stray.txt", "A stray \xFF byte."), good}, 0},
      {"I002",
       {"extract", file("noise.txt", "\x81\xFE\x90\x01\xFF\xC0\x8D\x05\x9D\xF8\x98"), good},
       3},
      {"I003", {"extract", file("half.jsonl", "{\"text\":\"58 so"), good}, 3},
      {"I004",
       {"extract",
        file("two.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"Two.\"}\n")},
       2},
      {"I005", {"extract", file("nul.txt", std::string("a\0b", 3)), good}, 3},
      {"I006", {"extract", file("open.md", "---\nsource: A\nText.\n"), good}, 3},
      {"I007", {"extract", file("date.md", "---\ndate: soon\n---\nText.\n"), good}, 0},
      {"I008", {"extract", file("key.md", "---\nsorce: A\n---\nText.\n"), good}, 0},
      {"I009", {"extract", (folder.path / "pictures").string(), good}, 0},
      {"I009", {"extract", (folder.path / "pictures").string()}, 3},
      {"L001", {"check", "--ledger", (folder.path / "ledger").string(), good}, 2},
      {"L002", {"ingest", "--ledger", good + "/x", good}, 2},
      {"L003", {"check", "--ledger", none, good}, 2},
      {"R004", {"extract", file("twice.md", "---\nsource: A\nsource: B\n---\nText.\n"), good}, 3},
  };
  std::set<std::string> produced = {"C001"};
  for (const Row& row : rows) {
    std::vector<std::string> args = row.args;
    args.insert(args.end(), {"--no-default-rules", "--rules", kRules});
    const auto [code, err] = Call(args);
    INFO(row.code << ": " << err);
    CHECK(code == row.exit);
    CHECK(err.find("[" + row.code + "]") != std::string::npos);
    produced.insert(row.code);
  }
  CHECK(Call({"extract", "--no-default-rules", good}).second.find("[C001]") != std::string::npos);
  for (const std::string& code : Listed()) {
    if (code[0] != 'R') CHECK(produced.count(code) == 1);
  }
}

TEST_CASE("explain prints the long form of a code") {
  std::ostringstream out, err;
  CHECK(RunProgram("counterclaim", {"explain", "R012", "--rules", kRules}, out, err) == 0);
  CHECK(out.str().starts_with("R012: an unknown key\nUnknown keys are errors"));
  CHECK(out.str().find("R013") == std::string::npos);
  CHECK(RunProgram("counterclaim", {"explain", "R999", "--rules", kRules}, out, err) == 2);
}
