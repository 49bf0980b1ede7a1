#pragma once
#include <string>
#include <vector>

#include "pipeline.h"
#include "shipped_rules.h"

namespace counterclaim {

// All that an article of Saturday, 18 October 2025 claims.
inline std::vector<Claim> ClaimsOf(const std::string& text) {
  Document document;
  document.id = ArticleId("a");
  document.text = text;
  document.date = ParseIsoDay("2025-10-18");
  return Extract(&document, ShippedRules(), {}).claims;
}

}  // namespace counterclaim
