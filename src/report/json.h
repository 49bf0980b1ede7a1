#pragma once
// Machine-readable results as OUTPUT.md lists them. In: a run. Out: the same
// bytes for the same run, keys in a fixed order, a line end at the end.
#include <string>

#include "model/finding.h"

namespace counterclaim {

std::string RenderJson(const Run& run);           // the whole run, indented
std::string RenderFindingsJsonl(const Run& run);  // one finding a line
// One claim a line; with `refused` also {"refused": {...}} and {"unread": {...}} lines.
std::string RenderClaimsJsonl(const Extraction& extraction, bool refused);

}  // namespace counterclaim
