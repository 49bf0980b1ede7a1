#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "shipped_rules.h"

namespace counterclaim {

// Afghans killed, as one article tells of them: said on day 20000.
inline Claim Told(const std::string& article, std::int64_t figure, const std::string& source) {
  Claim claim;
  claim.id = ClaimId(article);
  claim.article = ArticleId(article);
  claim.metric = MetricId("killed");
  claim.quantity.hard = claim.quantity.soft = {figure, figure};
  claim.object.category = CategoryId("person");
  claim.object.party = PartyId("afg");
  claim.source.kind = SourceKind::kParty;
  claim.source.party = PartyId(source);
  claim.scope = Scope::kIncident;
  claim.sentence = {0, 50};
  claim.said = DayRange{Day{20000}, Day{20000}};
  return claim;
}

inline bool Finds(Kind kind, const std::vector<Claim>& claims,
                  const std::vector<Document>& documents = {}) {
  const Comparison found = Compare(claims, documents, ShippedRules());
  return std::any_of(found.findings.begin(), found.findings.end(),
                     [kind](const Finding& finding) { return finding.kind == kind; });
}

}  // namespace counterclaim
