#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "model/json.h"
#include "model/json_line.h"

using namespace counterclaim;

// Any line may stand in a ledger, or come into `compare`.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static JsonLine json;
  if (!json.Parse({reinterpret_cast<const char*>(data), size})) return 0;
  Claim claim;
  if (json.Read(&claim).empty()) (void)Line(ToJson(claim));
  Document document;
  (void)json.Read(&document);
  return 0;
}
