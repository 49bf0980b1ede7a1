#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "rulebook/yaml.h"

namespace counterclaim {

namespace {

std::string_view ExcerptLine(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  return text.substr(begin, text.find('\n', begin) - begin).substr(0, 200);
}

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string Suggestion(const std::string& word, const std::vector<std::string>& known) {
  const std::string nearest = NearestWord(word, known);
  return nearest.empty() ? "" : "did you mean `" + nearest + "`?";
}

}  // namespace

YamlReader::YamlReader(const YamlFile& file, const YamlNode& node,
                       std::vector<Diagnostic>* problems)
    : file_(&file), node_(&node), problems_(problems) {
  if (&node == &file.root) known_ = {"id", "about", "tests"};
  if (node.type != YamlNode::Type::kMap) Problem("R010", node, "expected `key: value` lines here");
}

void YamlReader::Problem(std::string_view code, const YamlNode& at, std::string message,
                         std::string hint, std::vector<std::string> notes) {
  Diagnostic problem;
  problem.code = code;
  problem.at = {file_->path, at.line, at.column};
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  problem.notes = std::move(notes);
  problem.excerpt = std::string(ExcerptLine(file_->text, at.line));
  problem.mark_length =
      std::max<std::uint32_t>(1, static_cast<std::uint32_t>(CodePoints(at.scalar)));
  problems_->push_back(std::move(problem));
}

const YamlNode* YamlReader::Node(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  const YamlNode* node = node_->Find(key);
  return node && node->type != YamlNode::Type::kNull ? node : nullptr;
}

bool YamlReader::Has(std::string_view key) {
  return Node(key) != nullptr;
}

std::optional<std::string> YamlReader::String(std::string_view key) {
  const YamlNode* node = Node(key);
  if (!node) return std::nullopt;
  if (node->type == YamlNode::Type::kScalar && !node->scalar.empty()) return node->scalar;
  Problem("R013", *node, "`" + std::string(key) + "` must be a text");
  return std::nullopt;
}

std::string YamlReader::RequiredString(std::string_view key) {
  if (!Has(key)) {
    Problem("R011", *node_, "`" + std::string(key) + "` is missing",
            "add `" + std::string(key) + ":`");
    return "";
  }
  return String(key).value_or("");
}

std::optional<std::int64_t> YamlReader::Integer(std::string_view key) {
  const YamlNode* node = Node(key);
  if (!node) return std::nullopt;
  const std::string& text = node->scalar;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole =
      error == std::errc{} && end == text.data() + text.size() && std::to_string(value) == text;
  if (node->type == YamlNode::Type::kScalar && whole) return value;
  Problem("R014", *node, "`" + std::string(key) + "` must be a whole number",
          "digits only, no leading zero");
  return std::nullopt;
}

std::optional<double> YamlReader::Number(std::string_view key) {
  const YamlNode* node = Node(key);
  if (!node) return std::nullopt;
  const std::string& text = node->scalar;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool number =
      error == std::errc{} && end == text.data() + text.size() && value - value == 0;
  if (node->type == YamlNode::Type::kScalar && number) return value;
  Problem("R015", *node, "`" + std::string(key) + "` must be a number");
  return std::nullopt;
}

std::optional<bool> YamlReader::Bool(std::string_view key) {
  const YamlNode* node = Node(key);
  if (!node) return std::nullopt;
  if (node->scalar == "true") return true;
  if (node->scalar == "false") return false;
  Problem("R016", *node, "`" + std::string(key) + "` must be `true` or `false`");
  return std::nullopt;
}

std::vector<std::string> YamlReader::Strings(std::string_view key) {
  const YamlNode* node = Node(key);
  std::vector<std::string> texts;
  if (!node) return texts;
  if (node->type == YamlNode::Type::kScalar) return {node->scalar};
  if (node->type != YamlNode::Type::kList) {
    Problem("R017", *node, "`" + std::string(key) + "` must be a text or a list of texts");
    return texts;
  }
  for (const YamlNode& item : node->list) {
    if (item.type == YamlNode::Type::kScalar && !item.scalar.empty()) {
      texts.push_back(item.scalar);
    } else {
      Problem("R017", item, "`" + std::string(key) + "` must be a text or a list of texts");
    }
  }
  return texts;
}

std::vector<YamlReader> YamlReader::Maps(std::string_view key) {
  const YamlNode* node = Node(key);
  std::vector<YamlReader> maps;
  if (!node) return maps;
  if (node->type != YamlNode::Type::kList) {
    Problem("R018", *node, "`" + std::string(key) + "` must be a list",
            "start each entry with `- `");
    return maps;
  }
  for (const YamlNode& item : node->list) maps.emplace_back(*file_, item, problems_);
  return maps;
}

std::optional<std::string> YamlReader::OneOf(std::string_view key,
                                             const std::vector<std::string>& known) {
  auto text = String(key);
  if (!text || std::find(known.begin(), known.end(), *text) != known.end()) return text;
  Problem("R019", *Node(key), "unknown value `" + *text + "` of `" + std::string(key) + "`",
          Suggestion(*text, known), {"known values here: " + Joined(known)});
  return std::nullopt;
}

void YamlReader::Finish() {
  for (const auto& [key, value] : node_->map) {
    if (std::find(known_.begin(), known_.end(), key.scalar) != known_.end()) continue;
    Problem("R012", key, "unknown key `" + key.scalar + "`", Suggestion(key.scalar, known_),
            {"known keys here: " + Joined(known_)});
  }
}

}  // namespace counterclaim
