#include <cstddef>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

#include "fuzz.h"
#include "ingest/ingest.h"

using namespace counterclaim;

// Any bytes may come in as an article.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
  IngestOptions options;
  options.stdin_stream = &stream;
  options.stdin_path = size % 2 == 0 ? "fuzz.jsonl" : "fuzz.md";
  (void)Ingest({"-"}, Rules(), options);
  return 0;
}
