#pragma once
// The ledger: a folder with one file of JSON Lines an article, made to be kept
// in git. In: articles with their claims. Out: `<escaped id>.jsonl` (the
// article's line, its claims sorted by span, then the reviewers' lines) and
// VERSION. Writing the same claims again changes no byte; a changed article
// keeps its reviews. A damaged line is a problem with file, line and column;
// nothing of a damaged ledger is used.
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/review.h"

namespace counterclaim {

struct LedgerEntry {
  Document article;                  // without text
  std::vector<Claim> claims;         // as the program read them
  std::vector<std::string> reviews;  // the reviewers' lines, untouched and in order
};

struct Ledger {
  std::map<ArticleId, LedgerEntry> entries;
};

// A missing folder is an empty ledger.
Result<Ledger> LoadLedger(const std::string& folder);
// Some files of it, by name.
Result<Ledger> LoadLedger(const std::string& folder, const std::vector<std::string>& names);

struct LedgerChange {
  std::size_t added = 0, changed = 0, unchanged = 0;
};

// Writes the given articles; others in the folder are left as they are.
// `rules_hash` goes into VERSION. A damaged file of one of the articles is a
// problem, and nothing is written.
Result<LedgerChange> WriteLedger(const std::string& folder, const std::vector<Document>& articles,
                                 const std::vector<Claim>& claims, const std::string& rules_hash);

// The claims with the reviewers' word applied: rejected ones left out, set
// fields replaced. A review finds its claim by quotation and metric; `orphaned`
// gets the lines that found none, `applied` what the others say.
std::vector<Claim> ReviewedClaims(const LedgerEntry& entry, std::vector<std::string>* orphaned,
                                  std::vector<Review>* applied = nullptr);

// The line that says it, with the claim named by quotation; "" when the claim
// would not be well formed with the fields of `set`, which `problem` explains.
std::string ReviewLine(const Claim& claim, const Review& review, std::string* problem);
// {"same_event": [...]} or {"different_event": [...]}
std::string EventReviewLine(const std::vector<Claim>& claims, bool same, const Review& review);

// Appends a line to the entry of an article and writes it.
std::vector<Diagnostic> AddReview(const std::string& folder, const LedgerEntry& entry,
                                  const std::string& line);

// Claims that a reviewer has put into one event or kept apart. Lines of which
// fewer than two claims are found are orphaned.
std::vector<Review> FindEventReviews(const Ledger& ledger, std::vector<std::string>* orphaned);

// Articles whose claims a reviewer has set beside one of this entry.
std::vector<ArticleId> ReviewedBeside(const LedgerEntry& entry);

// "a/b c" -> "a%2Fb%20c.jsonl"
std::string LedgerFileName(const ArticleId& article);

}  // namespace counterclaim
