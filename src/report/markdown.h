#pragma once
// The report for people. In: a run. Out: Markdown whose first screen says who
// contradicts whom on what, with both quotations; then the tables behind it.
// Every word of an article is escaped (escape.h). The same run gives the same
// bytes; there is no time and no machine's path in it.
#include <string>

#include "model/finding.h"
#include "report/wording.h"

namespace counterclaim {

std::string RenderMarkdown(const Run& run, const ReportNames& names);

// The sections below the first screen; each is empty when it has nothing to say.
std::string MarkdownEvents(const RunView& view);
std::string MarkdownNotes(const RunView& view);   // findings that are no disagreement
std::string MarkdownLimits(const RunView& view);  // not comparable, candidates, refused, unread
std::string MarkdownArticles(const RunView& view);

}  // namespace counterclaim
