#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace counterclaim {

// One node of a strictly read YAML file: a scalar (kept as the text written), a
// list or a map in the order written. Refused while reading: duplicate keys,
// anchors, aliases, tags, merges, a second document, unterminated quotes,
// trailing junk, bad UTF-8, NUL and C0, and anything over the limits of size,
// depth and node count.
struct YamlEntry;
struct YamlNode {
  enum class Type : std::uint8_t { kNull, kScalar, kList, kMap };
  Type type = Type::kNull;
  std::uint32_t line = 1, column = 1;  // from 1, column in code points
  std::string scalar;
  bool quoted = false;
  std::vector<YamlNode> list;
  std::vector<YamlEntry> map;  // keys are scalars

  const YamlNode* Find(std::string_view key) const;  // null when absent or not a map
};

struct YamlEntry {
  YamlNode key, value;
};

struct YamlFile {
  std::string path;  // as shown in messages
  std::string text;
  YamlNode root;
};

Result<YamlFile> ParseYaml(std::string path, std::string text);

// Reads one map of a rule file key by key, collecting problems. Every getter
// marks its key as known; Finish() reports those left over, with "did you
// mean". Getters with a missing optional key return nothing and report
// nothing; wrong types are reported where they stand.
class YamlReader {
 public:
  YamlReader(const YamlFile& file, const YamlNode& node, std::vector<Diagnostic>* problems);

  bool Has(std::string_view key);
  std::optional<std::string> String(std::string_view key);
  std::string RequiredString(std::string_view key);
  std::optional<std::int64_t> Integer(std::string_view key);  // decimal only, no leading zero
  std::optional<double> Number(std::string_view key);
  std::optional<bool> Bool(std::string_view key);          // true, false
  std::vector<std::string> Strings(std::string_view key);  // a scalar counts as a list of one
  const YamlNode* Node(std::string_view key);
  std::vector<YamlReader> Maps(std::string_view key);  // a list of maps
  // A name out of `known`, else a problem with a suggestion.
  std::optional<std::string> OneOf(std::string_view key, const std::vector<std::string>& known);
  void Finish();

  void Problem(std::string_view code, const YamlNode& at, std::string message,
               std::string hint = "", std::vector<std::string> notes = {});
  const YamlNode& node() const { return *node_; }
  const YamlFile& file() const { return *file_; }

 private:
  const YamlFile* file_;
  const YamlNode* node_;
  std::vector<Diagnostic>* problems_;
  std::vector<std::string> known_;
};

}  // namespace counterclaim
