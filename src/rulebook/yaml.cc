#include "rulebook/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "base/utf8.h"

namespace counterclaim {

namespace {

constexpr std::size_t kLargestFile = 1 << 20;
constexpr std::size_t kDeepest = 50;
constexpr std::size_t kMostNodes = 200'000;

std::string_view Line(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t i = 1; i < line && begin != std::string_view::npos; ++i) {
    begin = text.find('\n', begin);
    if (begin != std::string_view::npos) ++begin;
  }
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find('\n', begin) - begin);
}

class TooMuch {};

// Builds the tree out of yaml-cpp's events and notes what yaml-cpp would let
// pass: anchors, aliases, tags, duplicate keys, quotes that never end.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& path, std::string_view text, std::vector<Diagnostic>* problems)
      : path_(path), text_(text), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    CheckExtras(mark, "", anchor);
    Put(Make(YamlNode::Type::kNull, mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    Problem("R003", mark, "an alias is not allowed here", "write the value out");
    Put(Make(YamlNode::Type::kNull, mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    CheckExtras(mark, tag, anchor);
    YamlNode node = Make(YamlNode::Type::kScalar, mark);
    node.scalar = value;
    node.quoted = tag == "!";
    CheckQuotes(mark);
    Put(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    CheckExtras(mark, tag, anchor);
    Open(Make(YamlNode::Type::kList, mark));
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    CheckExtras(mark, tag, anchor);
    Open(Make(YamlNode::Type::kMap, mark));
  }
  void OnMapEnd() override { Close(); }

  YamlNode TakeRoot() { return std::move(root_); }

  Diagnostic MakeProblem(std::string code, std::uint32_t line, std::uint32_t column,
                         std::string message, std::string hint) const {
    Diagnostic problem;
    problem.code = std::move(code);
    problem.at = {path_, line, column};
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    problem.excerpt = std::string(Line(text_, line).substr(0, 200));
    return problem;
  }

 private:
  struct Frame {
    YamlNode node;
    std::optional<YamlNode> key;
  };

  YamlNode Make(YamlNode::Type type, const YAML::Mark& mark) {
    if (++nodes_ > kMostNodes) {
      Problem("R005", mark, "the file has too many values", "split it into several files");
      throw TooMuch();
    }
    YamlNode node;
    node.type = type;
    node.line = static_cast<std::uint32_t>(mark.line) + 1;
    node.column = Column(mark);
    return node;
  }

  // Marks come in the order of the text, so each line is counted once.
  std::uint32_t Column(const YAML::Mark& mark) {
    const auto end = std::min(static_cast<std::size_t>(mark.pos), text_.size());
    const auto begin = end - std::min(end, static_cast<std::size_t>(mark.column));
    if (begin != counted_.line || end < counted_.end) counted_ = {begin, begin, 0};
    counted_.points += CodePoints(text_.substr(counted_.end, end - counted_.end));
    counted_.end = end;
    return static_cast<std::uint32_t>(counted_.points) + 1;
  }

  void Problem(std::string code, const YAML::Mark& mark, std::string message, std::string hint) {
    problems_->push_back(MakeProblem(std::move(code), static_cast<std::uint32_t>(mark.line) + 1,
                                     Column(mark), std::move(message), std::move(hint)));
  }

  void CheckExtras(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) Problem("R003", mark, "an anchor is not allowed here", "write the value out");
    if (!tag.empty() && tag != "?" && tag != "!") {
      Problem("R003", mark, "a tag is not allowed here", "leave `" + tag + "` out");
    }
  }

  // yaml-cpp takes the end of the file for the end of a quoted text.
  void CheckQuotes(const YAML::Mark& mark) {
    auto at = static_cast<std::size_t>(mark.pos);
    if (at >= text_.size() || (text_[at] != '"' && text_[at] != '\'')) return;
    const char quote = text_[at];
    for (++at; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        const bool doubled = quote == '\'' && at + 1 < text_.size() && text_[at + 1] == quote;
        if (!doubled) return;
        ++at;
      }
    }
    Problem("R006", mark, "this quotation never ends", std::string("add a closing ") + quote);
  }

  void Open(YamlNode node) {
    if (open_.size() >= kDeepest) {
      problems_->push_back(
          MakeProblem("R005", node.line, node.column, "nested too deeply", "at most 50 levels"));
      throw TooMuch();
    }
    open_.push_back({std::move(node), std::nullopt});
  }

  void Close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    Put(std::move(node));
  }

  void Put(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& top = open_.back();
    if (top.node.type == YamlNode::Type::kList) {
      top.node.list.push_back(std::move(node));
    } else if (!top.key) {
      CheckKey(top.node, node);
      top.key = std::move(node);
    } else {
      top.node.map.push_back({std::move(*top.key), std::move(node)});
      top.key.reset();
    }
  }

  void CheckKey(const YamlNode& map, const YamlNode& key) {
    if (key.type != YamlNode::Type::kScalar) {
      problems_->push_back(
          MakeProblem("R007", key.line, key.column, "a key must be a plain word", ""));
    } else if (key.scalar == "<<") {
      problems_->push_back(MakeProblem("R003", key.line, key.column, "a merge is not allowed here",
                                       "write the keys out"));
    } else if (map.Find(key.scalar)) {
      problems_->push_back(MakeProblem("R004", key.line, key.column,
                                       "duplicate key `" + key.scalar + "`",
                                       "keep one of the two"));
    }
  }

  struct Counted {
    std::size_t line = 0, end = 0, points = 0;
  };  // code points of one line up to `end`

  const std::string& path_;
  std::string_view text_;
  std::vector<Diagnostic>* problems_;
  Counted counted_;
  std::vector<Frame> open_;
  YamlNode root_;
  std::size_t nodes_ = 0;
};

std::string ErrorHint(std::string_view line) {
  if (line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>")) {
    return "a merge conflict was left in the file";
  }
  if (line.find('\t') != std::string_view::npos) return "indent with spaces, not tabs";
  return "";
}

std::optional<Diagnostic> CheckBytes(const std::string& path, std::string_view text) {
  Diagnostic problem;
  problem.at.file = path;
  if (text.size() > kLargestFile) {
    problem.code = "R001";
    problem.message = "the file is larger than 1 MiB";
    problem.hint = "split it into several files";
    return problem;
  }
  std::size_t bad = FirstBadByte(text);
  for (std::size_t i = 0; i < bad; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 && c != '\n' && c != '\t' && c != '\r') bad = i;
  }
  if (bad == text.size()) return std::nullopt;
  const std::string_view before = text.substr(0, bad);
  const std::size_t line_start = before.rfind('\n') + 1;
  problem.code = "R002";
  problem.at.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  problem.at.column = static_cast<std::uint32_t>(CodePoints(before.substr(line_start))) + 1;
  problem.message = "this byte is neither UTF-8 text nor a line end";
  problem.hint = "save the file as UTF-8";
  problem.excerpt = std::string(Line(text, problem.at.line).substr(0, 200));
  return problem;
}

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (const auto& [name, value] : map) {
    if (name.scalar == key) return &value;
  }
  return nullptr;
}

Result<YamlFile> ParseYaml(std::string path, std::string text) {
  if (auto problem = CheckBytes(path, text)) return std::move(*problem);
  YamlFile file{std::move(path), std::move(text), {}};
  std::vector<Diagnostic> problems;
  TreeBuilder builder(file.path, file.text, &problems);
  try {
    std::istringstream stream(file.text);
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) {
      file.root = builder.TakeRoot();
      TreeBuilder second(file.path, file.text, &problems);
      if (parser.HandleNextDocument(second)) {
        const YamlNode rest = second.TakeRoot();
        problems.push_back(builder.MakeProblem("R008", rest.line, rest.column,
                                               "text after the end of the document",
                                               "one document a file"));
      }
    }
  } catch (const TooMuch&) {
  } catch (const YAML::Exception& e) {
    const bool known = !e.mark.is_null();
    const auto line = known ? static_cast<std::uint32_t>(e.mark.line) + 1 : 0;
    const auto column = known ? static_cast<std::uint32_t>(e.mark.column) + 1 : 0;
    problems.push_back(builder.MakeProblem("R009", line, column, "not YAML: " + e.msg,
                                           ErrorHint(Line(file.text, line))));
  }
  if (problems.empty()) return file;
  SortDiagnostics(&problems);
  return problems;
}

}  // namespace counterclaim
