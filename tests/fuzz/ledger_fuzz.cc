#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "model/json.h"

using namespace counterclaim;

// Any line may stand in a ledger, or come into `compare`.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string line(reinterpret_cast<const char*>(data), size);
  const auto json = nlohmann::ordered_json::parse(line, nullptr, false);
  if (json.is_discarded()) return 0;
  Claim claim;
  if (FromJson(json, &claim).empty()) (void)Line(ToJson(claim));
  Document document;
  (void)FromJson(json, &document);
  return 0;
}
