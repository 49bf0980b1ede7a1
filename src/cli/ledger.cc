#include "ledger/ledger.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <ostream>
#include <set>

#include "cli/session.h"
#include "compare/compare.h"
#include "compare/report_finding.h"
#include "ledger/index.h"
#include "report/escape.h"

namespace counterclaim {

namespace {

namespace fs = std::filesystem;

void Append(std::vector<Claim> from, std::vector<Claim>* to) {
  to->insert(to->end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// A reviewer's word holds for an article that is read anew as well.
void ReviewOwnClaims(Session* session, Ledger* ledger, std::vector<std::string>* orphaned) {
  std::vector<Claim> kept;
  std::map<ArticleId, std::vector<Claim>> by_article;
  for (Claim& claim : session->run.extraction.claims)
    by_article[claim.article].push_back(std::move(claim));
  for (const Document& article : session->run.articles) {
    std::vector<Claim>& claims = by_article[article.id];
    const auto found = ledger->entries.find(article.id);
    if (found == ledger->entries.end()) {
      Append(std::move(claims), &kept);
      continue;
    }
    const bool known = found->second.article.sha256 == article.sha256;
    if (known && session->options.command == "check") session->in_ledger.insert(article.id);
    found->second.claims = std::move(claims);
    Append(ReviewedClaims(found->second, orphaned, &session->run.reviews), &kept);
  }
  session->run.extraction.claims = std::move(kept);
}

std::uint64_t ReviewKey(const ArticleId& article) {
  return StableHash("R" + article.text);
}

// Under which keys a file of the ledger is found.
std::vector<std::uint64_t> KeysOf(const LedgerEntry& entry, const Rulebook& rulebook) {
  std::vector<std::string> orphaned;
  auto keys = BlocksOf(ReviewedClaims(entry, &orphaned), {entry.article}, rulebook);
  for (const ArticleId& article : ReviewedBeside(entry)) keys.push_back(ReviewKey(article));
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool Meet(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return std::any_of(a.begin(), a.end(), [&b](std::uint64_t key) {
    return std::binary_search(b.begin(), b.end(), key);
  });
}

// Reads of the ledger what a run may be set beside: the entries of its own
// articles, those that share a block with its claims, and those that reviewers
// have set beside one of these.
class Reader {
 public:
  Reader(Session* session, const std::string& folder)
      : session_(session),
        folder_(folder),
        files_(ListLedger(folder)),
        index_(LedgerIndex::Load(folder, session->run.rules_hash)) {}

  bool Load(const std::vector<std::string>& names) {
    std::vector<std::string> fresh;
    for (const std::string& name : names) {
      const bool known = std::binary_search(
          files_.begin(), files_.end(), LedgerFile{name},
          [](const LedgerFile& a, const LedgerFile& b) { return a.name < b.name; });
      if (known && loaded_.insert(name).second) fresh.push_back(name);
    }
    auto part = LoadLedger(folder_, fresh);
    if (!part.ok()) {
      Print(part.problems(), session_->err);
      return false;
    }
    ledger_.entries.merge(part->entries);
    return true;
  }

  bool LoadOwn() {
    std::vector<std::string> names;
    for (const Document& article : session_->run.articles)
      names.push_back(LedgerFileName(article.id));
    return Load(names);
  }

  bool LoadNear() {
    const Run& run = session_->run;
    auto keys = BlocksOf(run.extraction.claims, run.articles, *session_->rulebook);
    for (const auto& [id, entry] : ledger_.entries) keys.push_back(ReviewKey(id));
    std::sort(keys.begin(), keys.end());
    const std::set<std::string> own = loaded_;
    std::vector<std::string> names = index_.Find(keys), changed;
    for (const LedgerFile& file : index_.Changed(files_)) {
      names.push_back(file.name);
      if (!own.count(file.name)) changed.push_back(file.name);
    }
    if (!Load(names)) return false;
    // What the index does not know is taken by its own keys, so that the index
    // changes no result.
    const std::set<std::string> unknown(changed.begin(), changed.end());
    std::erase_if(ledger_.entries, [&](const auto& each) {
      const std::string name = LedgerFileName(each.first);
      return unknown.count(name) && !Meet(KeysOf(each.second, *session_->rulebook), keys) &&
             loaded_.erase(name) > 0;
    });
    for (std::size_t before = 0; before < loaded_.size();) {
      before = loaded_.size();
      std::vector<std::string> beside;
      for (const auto& [id, entry] : ledger_.entries)
        for (const ArticleId& article : ReviewedBeside(entry))
          beside.push_back(LedgerFileName(article));
      if (!Load(beside)) return false;
    }
    return true;
  }

  bool LoadAll() {
    std::vector<std::string> names;
    for (const LedgerFile& file : files_) names.push_back(file.name);
    return Load(names);
  }

  Ledger* ledger() { return &ledger_; }

 private:
  Session* session_;
  std::string folder_;
  std::vector<LedgerFile> files_;
  LedgerIndex index_;
  std::set<std::string> loaded_;
  Ledger ledger_;
};

// `check` tells what concerns its input; the rest of the ledger is not read,
// and what was read of it alone is left out.
void KeepOwn(Session* session) {
  Run& run = session->run;
  std::set<ArticleId> own;
  for (std::size_t i = 0; i < session->own_articles; ++i) own.insert(run.articles[i].id);
  std::set<ClaimId> ours, named;
  for (const Claim& claim : run.extraction.claims)
    if (own.count(claim.article)) ours.insert(claim.id);
  const auto foreign = [&](const auto& item) {
    const bool none = std::none_of(item.claims.begin(), item.claims.end(),
                                   [&](const ClaimId& id) { return ours.count(id) > 0; });
    if (!none) named.insert(item.claims.begin(), item.claims.end());
    return none;
  };
  Comparison& comparison = run.comparison;
  std::erase_if(comparison.findings, foreign);
  std::erase_if(comparison.candidates, foreign);
  std::erase_if(comparison.not_comparable, foreign);
  std::erase_if(comparison.events, foreign);
  std::erase_if(run.reviews, foreign);
  std::erase_if(run.extraction.claims, [&](const Claim& claim) {
    return !own.count(claim.article) && !named.count(claim.id);
  });
  std::set<ArticleId> articles = own;
  for (const Claim& claim : run.extraction.claims) articles.insert(claim.article);
  std::erase_if(run.articles, [&](const Document& a) { return !articles.count(a.id); });
}

}  // namespace

bool AddLedger(Session* session) {
  Options& options = session->options;
  std::error_code error;
  if (options.no_ledger) return true;
  const bool check = options.command == "check";
  if (options.ledger.empty()) {
    if (!check || !fs::is_directory("claims/ledger", error)) return true;
    options.ledger = "claims/ledger";
  } else if (!fs::is_directory(options.ledger, error)) {
    PrintError(*session, "L003", {options.ledger, 0, 0}, "there is no ledger here",
               "counterclaim ingest makes one");
    return false;
  }
  std::vector<std::string> orphaned;
  Reader reader(session, options.ledger);
  Ledger* ledger = reader.ledger();
  if (!(check ? reader.LoadOwn() : reader.LoadAll())) return false;
  ReviewOwnClaims(session, ledger, &orphaned);
  if (check && !reader.LoadNear()) return false;
  std::set<ArticleId> own;
  for (const Document& article : session->run.articles) own.insert(article.id);
  for (auto& [id, entry] : ledger->entries) {
    if (own.count(id) > 0) continue;
    std::vector<Claim> claims = ReviewedClaims(entry, &orphaned, &session->run.reviews);
    session->run.articles.push_back(entry.article);
    Append(std::move(claims), &session->run.extraction.claims);
  }
  for (Review& review : FindEventReviews(*ledger, &orphaned))
    session->run.reviews.push_back(std::move(review));
  if (!orphaned.empty()) {
    *session->err << "warning: " << Count(orphaned.size(), "review finds its", "reviews find their")
                  << " claim no more in " << TerminalText(options.ledger) << "\n";
  }
  return true;
}

bool UpdateLedgerIndex(Session* session, const std::string& folder) {
  const std::vector<LedgerFile> files = ListLedger(folder);
  const LedgerIndex index = LedgerIndex::Load(folder, session->run.rules_hash);
  std::map<std::string, std::vector<std::uint64_t>> changed;
  for (const LedgerFile& file : index.Changed(files)) {
    auto part = LoadLedger(folder, {file.name});
    if (!part.ok()) {
      Print(part.problems(), session->err);
      return false;
    }
    for (const auto& [id, entry] : part->entries)
      changed.emplace(file.name, KeysOf(entry, *session->rulebook));
  }
  if (changed.empty()) return true;
  const auto problems = index.Write(folder, session->run.rules_hash, files, changed);
  Print(problems, session->err);
  return problems.empty();
}

void CompareClaims(Session* session) {
  Run& run = session->run;
  CompareOptions options;
  options.threads = Threads(session->options);
  options.reviews = run.reviews;
  run.comparison = Compare(run.extraction.claims, run.articles, *session->rulebook, options);
  if (run.articles.size() == session->own_articles && session->in_ledger.empty()) return;
  // What stands between articles of the ledger was there before this run; so
  // was what an article says that the ledger holds just as it is.
  std::set<ArticleId> own;
  for (std::size_t i = 0; i < session->own_articles; ++i) {
    if (session->in_ledger.count(run.articles[i].id) == 0) own.insert(run.articles[i].id);
  }
  std::map<ClaimId, ArticleId> article_of;
  for (const Claim& claim : run.extraction.claims) article_of.emplace(claim.id, claim.article);
  for (Finding& finding : run.comparison.findings) {
    const bool ours = std::any_of(finding.claims.begin(), finding.claims.end(),
                                  [&](const ClaimId& id) { return own.count(article_of[id]) > 0; });
    if (!ours && finding.state == FindingState::kNew) finding.state = FindingState::kUnchanged;
  }
  if (session->options.command == "check") KeepOwn(session);
}

}  // namespace counterclaim
