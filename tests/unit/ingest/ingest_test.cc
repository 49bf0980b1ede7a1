#include "ingest/ingest.h"

#include <memory>
#include <sstream>

#include "catch.h"
#include "ingest/metadata.h"
#include "temporary_folder.h"

using namespace counterclaim;

namespace {

Ingested Read(const std::vector<std::string>& paths, const IngestOptions& options = {}) {
  static const Rulebook rulebook = [] {
    Rulebook rules;
    rules.languages.push_back(std::make_unique<Language>());
    rules.languages.back()->tag = "en";
    return rules;
  }();
  return Ingest(paths, rulebook, options);
}

std::string Codes(const Ingested& read) {
  std::string codes;
  for (const Diagnostic& problem : read.problems) {
    codes += (codes.empty() ? "" : " ") + problem.code + "@" + std::to_string(problem.at.line);
  }
  return codes;
}

std::string Shown(const Document& document) {
  return document.source.value_or("-") + " | " + (document.date ? ToText(*document.date) : "-") +
         " " + ToText(document.date_from) + " | " + document.lang + " | " + document.text;
}

// "line:column [raw bytes]" of a word of the one article in a file.
std::string PlaceOf(const std::string& name, const std::string& bytes, const std::string& word) {
  const TemporaryFolder folder;
  const Ingested read = Read({folder.Write(name, bytes)});
  if (read.documents.size() != 1) return Codes(read);
  const Document& document = read.documents[0];
  const auto at = static_cast<std::uint32_t>(document.text.find(word));
  const FilePlace place = FindPlace(document, {at, at + static_cast<std::uint32_t>(word.size())});
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " [" +
         bytes.substr(place.raw_begin, place.raw_end - place.raw_begin) + "]";
}

}  // namespace

TEST_CASE("a claim is found again in its file") {
  struct Row {
    std::string name, bytes, word, place;
  };
  const Row rows[] = {
      {"a.txt", "One.\nAt least 58 fell.\n", "58", "2:10 [58]"},
      {"a.md", "---\nsource: X\n---\nOne.\nAt least 58 fell.\n", "58", "5:10 [58]"},
      {"a.md", "**Live.** At least *58* fell.\n", "58", "1:21 [58]"},
      {"a.md", "\xEF\xBB\xBF---\r\nsource: X\r\n---\r\nOne.\r\nAt least 58 fell.\r\n", "58",
       "5:10 [58]"},
      {"a.jsonl", "{\"id\":\"x\",\"text\":\"58 fell\"}", "58", "1:19 [58]"},
      {"a.jsonl", "{\"text\":\"He said: \\\"58 fell\\\"\\n\",\"id\":\"x\"}", "58", "1:21 [58]"},
      {"a.jsonl", "\n\n{\"text\":\"T\\u00fcrkiye says 58\"}", "58", "3:28 [58]"},
      {"a.jsonl", "{\"text\":\"T\\u00fcrk\"}", "ü", "1:11 [\\u00fc]"},
      {"a.jsonl", "{\"text\":\"\\ud83d\\ude00 58\"}", "58", "1:23 [58]"},
      {"a.jsonl", "{\"more\":{\"text\":\"none\"},\"a\":[\"text\",\"}\"],\"text\":\"58\"}", "58",
       "1:50 [58]"},
      {"a.json", "{\n  \"id\": \"x\",\n  \"text\": \"58 fell\"\n}\n", "58", "3:12 [58]"},
      {"a.jsonl", "{\"text\":\"“No” – 58\"}", "58", "1:17 [58]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(PlaceOf(row.name, row.bytes, row.word) == row.place);
  }
}

TEST_CASE("front matter is read strictly, with the lines of the file") {
  struct Row {
    std::string bytes, codes, shown;
  };
  const Row rows[] = {
      {"---\nsource: Dawn\ndate: 2025-10-18\n---\nText.\n", "",
       "Dawn | 2025-10-18 metadata |  | Text.\n"},
      {"---\ndate: 18 October 2025\n---\nText.\n", "", "- | 2025-10-18 metadata |  | Text.\n"},
      {"---\ndate: \"Sat, 18 Oct 2025 10:00:00 +0000\"\n---\nText.\n", "",
       "- | 2025-10-18 metadata |  | Text.\n"},
      {"---\ndate: 2025-10-18T23:30:00Z\nlang: ur\n---\nText.\n", "",
       "- | 2025-10-18 metadata | ur | Text.\n"},
      {"---\nauthor: somebody\ntags: [a, b]\n---\nText.\n", "", "- | - none |  | Text.\n"},
      {"---\nsource: Dawn\nsorce: Dawn\n---\nText.\n", "I008@3", "Dawn | - none |  | Text.\n"},
      {"---\ndate: 2025-13-40\n---\nText.\n", "I007@2", "- | - none |  | Text.\n"},
      {"---\ndate: 10/11/2025\n---\nText.\n", "I007@2", "- | - none |  | Text.\n"},
      {"---\nsource: A\nsource: B\n---\nText.\n", "R004@3", ""},
      {"---\nsource: [A\n---\nText.\n", "R009@3", ""},
      {"---\nsource: {a: b}\n---\nText.\n", "R013@2", ""},
      {"---\nsource: Dawn\nText without an end.\n", "I006@1", ""},
      {"---\nsource: Dawn\n---\n \n", "I001@0", ""},
      {"---\n\nA rule, then text.\n", "", "- | - none |  | ---\n\nA rule, then text.\n"},
      {"Text.\n---\nMore.\n", "", "- | - none |  | Text.\n---\nMore.\n"},
  };
  for (const Row& row : rows) {
    const TemporaryFolder folder;
    const Ingested read = Read({folder.Write("a.md", row.bytes)});
    CAPTURE(row.bytes);
    CHECK(Codes(read) == row.codes);
    REQUIRE(read.documents.size() == (row.shown.empty() ? 0 : 1));
    if (!row.shown.empty()) CHECK(Shown(read.documents[0]) == row.shown);
    CHECK(read.unreadable == (row.shown.empty() ? 1 : 0));
  }
}

TEST_CASE("one bad article never hides the others") {
  const TemporaryFolder folder;
  folder.Write("in/a.txt", "58 fell.");
  folder.Write("in/b/empty.txt", "");
  folder.Write("in/b/c.jsonl",
               "{\"id\":\"c1\",\"text\":\"One.\"}\n{\"id\":\"c2\",\"te\n[1]\n{\"id\":5,\"text\":3}"
               "\n{\"id\":\"c3\",\"text\":\"Two.\"}\n");
  folder.Write("in/b/.hidden.txt", "never");
  folder.Write("in/b/picture.png", "never");
  folder.Write("in/2025-10-18-z.txt", "Last.");
  const Ingested read = Read({(folder.path / "in").string(), (folder.path / "none").string()});
  std::vector<std::string> ids;
  for (const Document& document : read.documents)
    ids.push_back(std::filesystem::path(document.id.text).filename().string());
  CHECK(ids == std::vector<std::string>{"2025-10-18-z", "a", "c1", "c3"});
  CHECK(Codes(read) == "I003@2 I003@3 I003@4 I001@0 F001@0");
  CHECK(read.unreadable == 5);
  CHECK(ToText(read.documents[0].date_from) == "file_name");
  CHECK(read.problems[0].at.column == 15);
}

TEST_CASE("one object is one article however it is written") {
  for (
      const std::string line :
      {R"({"text": "Five \"men\" died.", "id": "a", "date": "2025-10-18"})",
       R"({"id":"z","text":"-","id":"a","date":"2025-10-18","text":"Five \u0022men\u0022 died."})",
       R"( { "n": [1, {"text": "x"}], "date": "2025-10-18", "id": "a", "text" : "Five \"men\" died." } )",
       R"({"te\u0078t": "Five \"men\" died.", "d\u0061te": "2025-10-18", "id": "\u0061"})"}) {
    std::istringstream in(line + "\n");
    IngestOptions options;
    options.stdin_stream = &in;
    const Ingested read = Read({"-"}, options);
    INFO(line);
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].text == "Five \"men\" died.");
    CHECK(read.documents[0].id.text == "a");
    CHECK(ToText(*read.documents[0].date) == "2025-10-18");
  }
  for (const std::string line :
       {R"({"text": "cut)", R"({"text": "bad \x escape"})", R"({"text": "a"} b)", R"({"text": 5})",
        R"({"text": "lone \ud800 half"})", R"({"id": "a"})", R"({"text": "a",})"}) {
    std::istringstream in(line + "\n");
    IngestOptions options;
    options.stdin_stream = &in;
    INFO(line);
    CHECK(Read({"-"}, options).unreadable == 1);
  }
}

TEST_CASE("a folder without articles says so and is no unreadable input") {
  const TemporaryFolder folder;
  folder.Write("pictures/a.png", "x");
  const Ingested read = Read({(folder.path / "pictures").string()});
  CHECK(Codes(read) == "I009@0");
  CHECK(read.unreadable == 0);
}

TEST_CASE("standard input is an article, or lines of them") {
  const auto from = [](const std::string& bytes, const std::string& name) {
    std::istringstream in(bytes);
    IngestOptions options;
    options.stdin_stream = &in;
    options.stdin_path = name;
    return Read({"-"}, options);
  };
  CHECK(from("58 fell.", "-").documents.at(0).text == "58 fell.");
  CHECK(from("{\"id\":\"x\",\"text\":\"58\"}\n", "-").documents.at(0).id.text == "x");
  CHECK(from("58 fell.", "desk/today.txt").documents.at(0).id.text == "desk/today");
  CHECK(from("", "-").unreadable == 1);
}

TEST_CASE("options fill what an article leaves open") {
  const TemporaryFolder folder;
  IngestOptions options;
  options.date = ParseIsoDay("2025-01-02");
  options.lang = "uk";
  options.largest_file = 100;
  const Ingested read =
      Read({folder.Write("a.md", "---\nlang: ru\n---\nA."), folder.Write("2024-05-06.txt", "B."),
            folder.Write("c.txt", std::string(101, 'c'))},
           options);
  REQUIRE(read.documents.size() == 2);
  CHECK(Shown(read.documents[0]) == "- | 2025-01-02 option | ru | A.");
  CHECK(Shown(read.documents[1]) == "- | 2025-01-02 option | uk | B.");
  CHECK(Codes(read) == "F003@0");
}
