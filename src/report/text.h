#pragma once
// The report for a terminal: one block a finding, then nothing else. Article
// text is made harmless (escape.h); colour never carries meaning alone.
#include <string>

#include "model/finding.h"
#include "report/wording.h"

namespace counterclaim {

std::string RenderText(const Run& run, const ReportNames& names, bool colour, bool all);
// One claim a line; with `refused` also the numbers that are no claims.
std::string RenderClaimsText(const Run& run, const ReportNames& names, bool refused);

}  // namespace counterclaim
