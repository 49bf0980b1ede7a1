#include "rulebook/rule_image.h"

#include "base/files.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace counterclaim;

namespace {

const std::string kRules = SOURCE_DIR "/rules";

// With everything that ParseYaml tells of a node.
std::string Shown(const YamlNode& node) {
  std::string text = std::to_string(node.line) + ':' + std::to_string(node.column) +
                     (node.quoted ? "q" : "") + std::to_string(static_cast<int>(node.type)) + '<' +
                     node.scalar;
  for (const YamlNode& each : node.list) text += Shown(each);
  for (const auto& [key, value] : node.map) text += Shown(key) + Shown(value);
  return text + '>';
}

std::string ShownYaml(const std::string& text) {
  const auto file = ParseYaml("r.yaml", text);
  return file.ok() ? Shown(file->root) : "";
}

std::string ShownIn(const RuleImage& image, const std::string& text) {
  const auto root = image.Find(text);
  return root ? Shown(*root) : "";
}

RuleImage ImageOf(const std::vector<std::string>& texts) {
  std::vector<YamlFile> files;
  for (const std::string& text : texts) files.push_back(*ParseYaml("r.yaml", text));
  return RuleImage(MakeRuleImage(files));
}

}  // namespace

TEST_CASE("an image holds every bundled rule file as its YAML reads") {
  const auto bytes = CompileRules(kRules);
  REQUIRE(bytes.ok());
  const RuleImage image(*bytes);
  const auto paths = ListFiles(kRules);
  REQUIRE(paths.ok());
  std::size_t count = 0;
  for (const std::string& path : *paths) {
    if (!path.ends_with(".yaml")) continue;
    CAPTURE(path);
    ++count;
    const std::string text = ReadBytes(path);
    CHECK(ShownIn(image, text) == ShownYaml(text));
  }
  CHECK(image.size() == count);
}

TEST_CASE("nodes of every kind come back from an image") {
  const std::string texts[] = {"",
                               "a",
                               "\"a\"",
                               "~",
                               "[]",
                               "{}",
                               "a: ''\nb: [1, {c: ~}, [[]]]\n",
                               "ключ: значение\n'ё': \"\xF0\x9F\x92\xA5\"\n",
                               std::string(49, '[') + std::string(49, ']'),
                               "a: " + std::string(1000, 'x') + "\n" + std::string(300, '\n') +
                                   std::string(200, ' ') + "b: c\n"};
  for (const std::string& text : texts) {
    CAPTURE(text);
    const auto file = ParseYaml("r.yaml", text);
    if (!file.ok()) continue;
    const std::string shown = ShownIn(ImageOf({"other: file\n", text, "id: x\n"}), text);
    CHECK(shown == Shown(file->root));
  }
}

TEST_CASE("a file that was edited is not taken from an image") {
  const std::string text = "id: x\nabout: what\n";
  const RuleImage image = ImageOf({text});
  CHECK(image.Find(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string edited = text;
    edited[i] ^= 1;
    CHECK_FALSE(image.Find(edited));
    CHECK_FALSE(image.Find(text.substr(0, i)));
  }
  CHECK_FALSE(image.Find(text + " "));
  CHECK_FALSE(RuleImage().Find(text));
}

TEST_CASE("a damaged image holds nothing") {
  const std::string text = "id: x\nabout: [what, {a: b}]\n";
  const std::string good = MakeRuleImage({*ParseYaml("r.yaml", text)});
  REQUIRE(RuleImage(good).size() == 1);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] ^= 4;
    CHECK(RuleImage(bad).size() == 0);
    CHECK(RuleImage(good.substr(0, i)).size() == 0);
  }
  CHECK(RuleImage(good + "x").size() == 0);
  CHECK(RuleImage("").size() == 0);
}

TEST_CASE("bytes that are no tree give none") {
  using namespace std::string_literals;
  const std::string bad[] = {
      ""s,
      "\1"s,
      "\1\1"s,
      "\1\1\1"s,
      "\1\1\1\1"s,                       // a scalar of one byte without it
      "\2\1\1\1"s,                       // a list of one without it
      "\3\1\1\1\1\1\1\0"s,               // a map of one without its value
      "\4\1\1"s,                         // no such type
      "\2\1\1\x7F\0\1\1"s,               // more children than bytes
      "\1\xFF\xFF\xFF\xFF\xFF\xFF\1\0"s  // a line that is too large
  };
  for (const std::string& bytes : bad) CHECK_FALSE(ReadTree(bytes));
  std::string deep;
  for (int i = 0; i < 60; ++i) deep += "\2\1\1\1";
  CHECK_FALSE(ReadTree(deep + "\0\1\1"s));
  CHECK(ReadTree("\2\1\1\2\0\1\1\11\1\1\1x"s));
}

TEST_CASE("rules are the same with an image and without, and so are their problems") {
  const auto bytes = CompileRules(kRules);
  REQUIRE(bytes.ok());
  const RuleImage image(*bytes);
  const auto without = LoadRulebook({kRules}), with = LoadRulebook({kRules}, image);
  REQUIRE(without.ok());
  REQUIRE(with.ok());
  CHECK((*with)->hash == (*without)->hash);
  CHECK((*with)->files.size() == (*without)->files.size());

  const TemporaryFolder folder;
  folder.Write("compare/bad.yaml", "id: compare/bad\nabout: x\ntolerence: 1\n");
  const auto compiled = CompileRules(folder.path.string());
  REQUIRE(compiled.ok());
  const std::vector<std::string> folders = {kRules, folder.path.string()};
  const auto plain = LoadRulebook(folders), cached = LoadRulebook(folders, RuleImage(*compiled));
  REQUIRE_FALSE(plain.ok());
  REQUIRE_FALSE(cached.ok());
  REQUIRE(plain.problems().size() == cached.problems().size());
  for (std::size_t i = 0; i < plain.problems().size(); ++i)
    CHECK(ToText(plain.problems()[i]) == ToText(cached.problems()[i]));
  CHECK(RuleImage(*compiled).size() == 1);
}

TEST_CASE("the build leaves an image of the bundled rules beside the program") {
  const RuleImage image = DefaultRuleImage(BINARY_DIR "/counterclaim");
  CHECK(image.size() > 50);
  CHECK(DefaultRuleImage("/nowhere/counterclaim").size() == 0);
}
