#pragma once
// The table of `bias`. In: what was measured. Out: text, Markdown, JSON or
// JSON Lines; the same bytes for the same table.
#include <string>

#include "model/bias.h"
#include "report/wording.h"

namespace counterclaim {

std::string RenderBias(const BiasTable& table, const ReportNames& names, const std::string& format);

}  // namespace counterclaim
