#include "rulebook/rule_image.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>

#include "base/files.h"

namespace counterclaim {

namespace {

constexpr std::string_view kMagic = "ccrules\1";
constexpr std::size_t kNumber = 8;                      // bytes of a number of the head
constexpr std::size_t kHead = kMagic.size() + kNumber;  // what the hash does not cover
constexpr std::size_t kFiles = kHead + kNumber;         // where the list of files begins
constexpr std::size_t kFile = 3 * kNumber;              // two halves of a hash, where the tree is
constexpr std::size_t kLargestImage = std::size_t{64} << 20;
constexpr std::size_t kLargestRuleFile = std::size_t{2} << 20;
constexpr int kDeepest = 50;
constexpr std::uint8_t kQuoted = 8;

using Key = std::array<std::uint64_t, 2>;

Key KeyOf(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return {hash.high64, hash.low64};
}

void PutNumber(std::uint64_t number, std::string* out) {
  for (std::size_t i = 0; i < kNumber; ++i) *out += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::uint64_t NumberAt(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kNumber; ++i)
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return number;
}

void PutShort(std::uint64_t number, std::string* out) {
  for (; number >= 0x80; number >>= 7) *out += static_cast<char>((number & 0x7F) | 0x80);
  *out += static_cast<char>(number);
}

void PutNode(const YamlNode& node, std::string* out) {
  *out += static_cast<char>(static_cast<std::uint8_t>(node.type) | (node.quoted ? kQuoted : 0));
  PutShort(node.line, out);
  PutShort(node.column, out);
  switch (node.type) {
    case YamlNode::Type::kNull:
      return;
    case YamlNode::Type::kScalar:
      PutShort(node.scalar.size(), out);
      *out += node.scalar;
      return;
    case YamlNode::Type::kList:
      PutShort(node.list.size(), out);
      for (const YamlNode& each : node.list) PutNode(each, out);
      return;
    case YamlNode::Type::kMap:
      PutShort(node.map.size(), out);
      for (const auto& [key, value] : node.map) PutNode(key, out), PutNode(value, out);
      return;
  }
}

class TreeReader {
 public:
  explicit TreeReader(std::string_view bytes) : bytes_(bytes) {}

  bool Read(YamlNode* node, int depth) {
    if (at_ == bytes_.size() || depth > kDeepest) return false;
    const auto first = static_cast<std::uint8_t>(bytes_[at_++]);
    node->quoted = (first & kQuoted) != 0;
    std::size_t size = 0;
    if (!Position(&node->line) || !Position(&node->column)) return false;
    switch (first & ~kQuoted) {
      case static_cast<int>(YamlNode::Type::kNull):
        return true;
      case static_cast<int>(YamlNode::Type::kScalar):
        node->type = YamlNode::Type::kScalar;
        if (!Size(&size)) return false;
        node->scalar = bytes_.substr(at_, size);
        at_ += size;
        return true;
      case static_cast<int>(YamlNode::Type::kList):
        node->type = YamlNode::Type::kList;
        if (!Size(&size)) return false;
        node->list.reserve(std::min(size, kMostReserved));
        for (; size > 0; --size) {
          if (!Read(&node->list.emplace_back(), depth + 1)) return false;
        }
        return true;
      case static_cast<int>(YamlNode::Type::kMap):
        node->type = YamlNode::Type::kMap;
        if (!Size(&size)) return false;
        node->map.reserve(std::min(size, kMostReserved));
        for (; size > 0; --size) {
          auto& [key, value] = node->map.emplace_back();
          if (!Read(&key, depth + 1) || !Read(&value, depth + 1)) return false;
        }
        return true;
      default:
        return false;
    }
  }

 private:
  static constexpr std::size_t kMostReserved = 64;

  bool Number(std::uint64_t* number) {
    *number = 0;
    for (int shift = 0; at_ < bytes_.size() && shift < 35; shift += 7) {
      const auto byte = static_cast<std::uint8_t>(bytes_[at_++]);
      *number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  bool Position(std::uint32_t* position) {
    std::uint64_t number = 0;
    if (!Number(&number) || number > std::numeric_limits<std::uint32_t>::max()) return false;
    *position = static_cast<std::uint32_t>(number);
    return true;
  }

  // Of bytes or of children, each of which takes bytes.
  bool Size(std::size_t* size) {
    std::uint64_t number = 0;
    if (!Number(&number) || number > bytes_.size() - at_) return false;
    *size = static_cast<std::size_t>(number);
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<YamlNode> ReadTree(std::string_view bytes) {
  YamlNode root;
  if (!TreeReader(bytes).Read(&root, 0)) return std::nullopt;
  return root;
}

std::string MakeRuleImage(const std::vector<YamlFile>& files) {
  std::vector<std::pair<Key, const YamlFile*>> sorted;
  sorted.reserve(files.size());
  for (const YamlFile& file : files) sorted.emplace_back(KeyOf(file.text), &file);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string rest, trees;
  PutNumber(sorted.size(), &rest);
  for (const auto& [key, file] : sorted) {
    for (const std::uint64_t half : key) PutNumber(half, &rest);
    PutNumber(kFiles + sorted.size() * kFile + trees.size(), &rest);
    PutNode(file->root, &trees);
  }
  rest += trees;
  std::string image(kMagic);
  PutNumber(XXH3_64bits(rest.data(), rest.size()), &image);
  return image + rest;
}

RuleImage::RuleImage(std::string bytes) {
  if (bytes.size() < kFiles || !bytes.starts_with(kMagic)) return;
  if (NumberAt(bytes, kMagic.size()) != XXH3_64bits(bytes.data() + kHead, bytes.size() - kHead))
    return;
  const std::uint64_t files = NumberAt(bytes, kHead);
  if (files > (bytes.size() - kFiles) / kFile) return;
  bytes_ = std::move(bytes);
  files_ = static_cast<std::size_t>(files);
}

std::optional<YamlNode> RuleImage::Find(std::string_view text) const {
  const Key wanted = KeyOf(text);
  std::size_t low = 0, high = files_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2, at = kFiles + middle * kFile;
    const Key key = {NumberAt(bytes_, at), NumberAt(bytes_, at + kNumber)};
    if (key == wanted) {
      const std::uint64_t tree = NumberAt(bytes_, at + 2 * kNumber);
      if (tree > bytes_.size()) return std::nullopt;
      return ReadTree(std::string_view(bytes_).substr(static_cast<std::size_t>(tree)));
    }
    (key < wanted ? low : high) = key < wanted ? middle + 1 : middle;
  }
  return std::nullopt;
}

Result<std::string> CompileRules(const std::string& folder) {
  const auto paths = ListFiles(folder);
  if (!paths.ok()) return paths.problems();
  std::vector<YamlFile> files;
  for (const std::string& path : *paths) {
    auto text = ReadFile(path, kLargestRuleFile);
    if (!path.ends_with(".yaml") || !text.ok()) continue;
    auto file = ParseYaml(path, std::move(*text));
    if (file.ok()) files.push_back(std::move(*file));
  }
  return MakeRuleImage(files);
}

RuleImage DefaultRuleImage(const std::string& executable) {
  const auto beside = std::filesystem::path(executable).parent_path();
  for (const auto& path :
       {beside / "rules.image", beside.parent_path() / "share/counterclaim/rules.image"}) {
    auto bytes = ReadFile(path.string(), kLargestImage);
    if (bytes.ok()) return RuleImage(std::move(*bytes));
  }
  return {};
}

}  // namespace counterclaim
