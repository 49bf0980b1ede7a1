#include "model/finding.h"

#include <iterator>

namespace counterclaim {

std::string ToText(Kind kind) {
  static constexpr const char* kNames[] = {"contradiction",
                                           "tension",
                                           "corroboration",
                                           "refinement",
                                           "update",
                                           "revision",
                                           "self_contradiction",
                                           "denial",
                                           "misattribution",
                                           "mutation",
                                           "arithmetic_error",
                                           "joint_contradiction",
                                           "status_dispute",
                                           "mirror_discrepancy",
                                           "stale_figure",
                                           "repeat",
                                           "unanswered",
                                           "traded_claims"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string ToText(Severity severity) {
  static constexpr const char* kNames[] = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string ToText(FindingState state) {
  static constexpr const char* kNames[] = {"new", "unchanged", "updated", "absent", "suppressed"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string ToText(const Finding& finding) {
  std::string text = ToText(finding.severity) + " " + ToText(finding.kind);
  for (const ClaimId& claim : finding.claims) text += " " + claim.text;
  return text + ": " + finding.why;
}

}  // namespace counterclaim
