#include "fuzz.h"
#include "rulebook/rule_image.h"

using namespace counterclaim;

// Any bytes may stand in an image, and behind a right hash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto root = ReadTree(bytes);
  const RuleImage image(bytes);
  (void)image.Find(bytes);
  if (!root) return 0;
  const RuleImage made(MakeRuleImage({{"fuzz.yaml", bytes, *root}}));
  const auto again = made.Find(bytes);
  Require(again && again->list.size() == root->list.size() &&
          again->map.size() == root->map.size());
  return 0;
}
