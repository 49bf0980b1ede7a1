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

// The claims of `extract` as a table, nothing compared.
std::string RenderClaimsMarkdown(const Run& run, const ReportNames& names, bool refused);

// The parts of the report; each is empty when it has nothing to say.
std::string MarkdownFindings(const RunView& view);  // disagreements with their quotations
std::string MarkdownEvents(const RunView& view);    // by party and metric
std::string MarkdownNotes(const RunView& view);     // unanswered claims and other relations
std::string MarkdownLimits(const RunView& view);    // not comparable, candidates, refused, unread
std::string MarkdownReviews(const RunView& view);   // what people decided
std::string MarkdownArticles(const RunView& view);  // what was read, its dates and repeats

std::string MarkdownRefusals(const RunView& view);  // a part of MarkdownLimits

// "3 more rows are in the JSON output.", where a list was cut at `shown`.
std::string MoreText(std::size_t all, std::size_t shown);

}  // namespace counterclaim
