#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rulebook/rulebook.h"
#include "rulebook/yaml.h"

namespace counterclaim {

// The trees of rule files as ParseYaml makes them, each under the hash of its
// file's bytes: reading one takes a hundredth of the time that its YAML takes. A
// file that was edited since has another hash and is read as YAML. The build
// makes the image of the bundled rules (`counterclaim rules compile`).
//
// Eight bytes "ccrules" and version, the hash of all that follows, number of
// files, for each file (sorted by hash) its hash and where its tree begins; then
// the trees. Numbers of this head have eight bytes, the lowest first; those of a
// tree seven bits a byte. A node is its type (8 added: quoted), line, column, and
// length and bytes of its scalar or number of its children.
class RuleImage {
 public:
  RuleImage() = default;
  explicit RuleImage(std::string bytes);  // damaged or of another version: holds nothing
  // Nothing: the image has no file of these bytes.
  std::optional<YamlNode> Find(std::string_view text) const;
  std::size_t size() const { return files_; }

 private:
  std::string bytes_;
  std::size_t files_ = 0;
};

std::string MakeRuleImage(const std::vector<YamlFile>& files);

// The image of every rule file below the folder that is YAML.
Result<std::string> CompileRules(const std::string& folder);

// Nothing where the bytes are no tree. For any bytes: no more than 50 levels, no
// more memory than some hundred times the bytes.
std::optional<YamlNode> ReadTree(std::string_view bytes);

// `rules.image` beside the executable or in its share/counterclaim; empty when
// there is none.
RuleImage DefaultRuleImage(const std::string& executable);

Result<std::shared_ptr<const Rulebook>> LoadRulebook(const std::vector<std::string>& folders,
                                                     const RuleImage& image);

}  // namespace counterclaim
