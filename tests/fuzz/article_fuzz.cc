#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "pipeline.h"

using namespace counterclaim;

namespace {

const Rulebook& Rules() {
  static const auto rules = [] {
    auto loaded = LoadRulebook({SOURCE_DIR "/rules"});
    if (!loaded.ok()) std::abort();  // the rules beside the sources are good
    return std::move(loaded).value();
  }();
  return *rules;
}

}  // namespace

// Any text goes through every stage.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Document document;
  document.id = ArticleId("fuzz");
  document.path = "fuzz";
  document.text.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const char byte = static_cast<char>(data[i]);
    document.text += byte == 0 || (byte & 0x80) != 0 ? ' ' : byte;  // stages get valid UTF-8
  }
  Stages stages;
  (void)Extract(&document, Rules(), ExtractOptions(), &stages);
  return 0;
}
