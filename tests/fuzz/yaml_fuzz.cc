#include <cstddef>
#include <cstdint>
#include <string>

#include "rulebook/yaml.h"

using namespace counterclaim;

// Any bytes may stand in a rule file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = ParseYaml("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  if (!file.ok()) return 0;
  std::vector<Diagnostic> problems;
  YamlReader reader(*file, file->root, &problems);
  (void)reader.String("id");
  (void)reader.Integer("about");
  (void)reader.Maps("tests");
  reader.Finish();
  return 0;
}
