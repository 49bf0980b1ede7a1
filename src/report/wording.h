#pragma once
// How a run is put into words, shared by the reports for people.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"

namespace counterclaim {

// Readable names; an id without one is shown as it is. An empty name of a category:
// it says nothing of whom was counted.
struct ReportNames {
  std::map<std::string, std::string> parties, metrics, categories;
  std::map<std::string, std::string> rules;  // what each rule is about
};

// A run with its claims and articles found by id. Keeps pointers into `run`,
// which must outlive it.
class RunView {
 public:
  // Keeps pointers to both.
  RunView(const Run& run, const ReportNames& names);
  RunView(const Run& run, ReportNames&& names) = delete;

  const Run& run() const { return *run_; }
  const Claim* FindClaim(const ClaimId& id) const;
  const Document* FindArticle(const ArticleId& id) const;
  std::vector<const Claim*> Claims(const std::vector<ClaimId>& ids) const;  // known ones, in order

  std::string Party(const PartyId& party) const;  // "Pakistan (ispr)"
  std::string Source(const Claim& claim) const;   // "Afghanistan (taliban)", "narrator (Dawn)"
  std::string Metric(const MetricId& metric) const;
  std::string Outlet(const Claim& claim) const;  // "Kabul Morning"
  // "killed (soldier, Pakistan)"; no more than the metric where nothing is known.
  std::string Counted(const Claim& claim) const;
  std::string Where(const Claim& claim) const;  // "a1.md:7:12"
  std::string Where(const ArticleId& article, Span span) const;
  std::string AboutRule(const RuleId& rule) const;
  // Words of an article; "" where its text was not kept.
  std::string Words(const ArticleId& article, Span span) const;
  // The same with a few words around it, cut at spaces: "needed 11 hours to".
  std::string Around(const ArticleId& article, Span span) const;

 private:
  const Run* run_;
  const ReportNames* names_;
  std::map<ClaimId, const Claim*> claims_;
  std::map<ArticleId, const Document*> articles_;
};

// The words of the number, and what they stand for where that is not plain:
// "58", "at least 58", "dozens (12 or more)".
std::string FigureText(const Claim& claim);
std::string CountText(std::int64_t count);    // "1,500,000"
std::string IntervalText(Interval interval);  // "58", "58 or more", "up to 9", "20 to 25"

// "35 apart, 2.5 times": how far the hard intervals of two claims stand apart;
// nothing when they meet.
std::optional<std::string> GapText(const Claim& a, const Claim& b);

// Claims that say the same, together: one source, metric, object and interval.
std::vector<std::vector<const Claim*>> Positions(const RunView& view,
                                                 const std::vector<const Claim*>& claims);

bool IsDisagreement(Kind kind);                   // belongs on the first screen
std::string Heading(Kind kind);                   // "Self contradiction"
std::string FigureAndStance(const Claim& claim);  // "20, denied"
std::string WhyApart(const std::string& reason);  // "side: they count losses of different sides"
// "beyond the limits: 12 pairs of positions, 3 findings"; "" where nothing was left out.
std::string LeftOutText(const LeftOut& left_out);
std::string ReviewText(const Review& review);  // "ana, 2025-11-01: rejected “58” (an age)"
std::string WhereFrom(DateFrom from);          // "the name of the file"
std::string Count(std::size_t count, const std::string& singular, const std::string& plural);

}  // namespace counterclaim
