#include "compare/compare.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>
#include <unordered_set>
#include <utility>

#include "base/memory.h"
#include "cli/output.h"
#include "cli/session.h"
#include "ledger/ledger.h"
#include "model/json_line.h"

namespace counterclaim {

namespace {

// One line of `extract` or of the ledger.
struct LineOfClaims {
  enum class What : std::uint8_t { kNothing, kClaim, kArticle, kReview };

  std::string text;
  What what = What::kNothing;
  Claim claim;
  Document article;
  std::string problem;  // "" or what is wrong with it

  void Parse(JsonLine* json) {
    what = What::kNothing;
    problem.clear();
    if (text.find_first_not_of(" \t\r") == std::string::npos) return;
    if (!json->Parse(text)) {
      problem = "not a JSON object";
    } else if (json->Has("metric")) {
      what = What::kClaim;
      claim = {};
      problem = json->Read(&claim);
    } else if (json->Has("id") && json->Has("sha256")) {
      what = What::kArticle;
      article = {};
      problem = json->Read(&article);
    } else if (json->Has("review") || json->Has("same_event") || json->Has("different_event")) {
      what = What::kReview;
    } else if (!json->Has("refused") && !json->Has("unread")) {
      problem = "neither a claim nor an article";
    }
  }
};

// Reads lines by the thousand, so that not all of a file is held. While some are
// used, the next are parsed on other threads.
class LineFile {
 public:
  LineFile(std::istream& in, unsigned threads) : in_(in), parsers_(threads) { Begin(); }

  // The lines read last; none at the end.
  std::vector<LineOfClaims>::iterator begin() { return lines_.begin(); }
  std::vector<LineOfClaims>::iterator end() { return lines_.begin() + std::ptrdiff_t(count_); }
  bool Next() {
    Parse(&parsers_[0]);
    pool_.clear();
    std::swap(lines_, next_);
    count_ = std::exchange(next_count_, 0);
    if (count_ > 0) Begin();
    return count_ > 0;
  }

 private:
  static constexpr std::size_t kBatch = 4096, kShare = 128;

  void Begin() {
    next_.resize(kBatch);
    while (next_count_ < kBatch && std::getline(in_, next_[next_count_].text)) ++next_count_;
    taken_ = 0;
    for (std::size_t i = 1; i < parsers_.size() && next_count_ > 0; ++i)
      pool_.emplace_back([this, i] { Parse(&parsers_[i]); });
  }
  // Its share of the next lines.
  void Parse(JsonLine* parser) {
    for (std::size_t at = taken_.fetch_add(kShare); at < next_count_; at = taken_.fetch_add(kShare))
      for (std::size_t line = at; line < std::min(next_count_, at + kShare); ++line)
        next_[line].Parse(parser);
  }

  std::istream& in_;
  std::vector<JsonLine> parsers_;  // one a thread
  std::vector<LineOfClaims> lines_, next_;
  std::size_t count_ = 0, next_count_ = 0;
  std::atomic<std::size_t> taken_ = 0;  // of the next lines
  std::vector<std::jthread> pool_;      // ends before what it works on
};

// Makes room for all of a file of `size` bytes, of which `read` gave what there
// is: to grow is to copy gigabytes.
template <typename Value>
void MakeRoom(std::size_t size, std::size_t read, std::vector<Value>* values) {
  constexpr double kMargin = 1.1, kMost = 4e6;
  const double all = kMargin * double(size) / double(read) * double(values->size());
  if (size <= read || all < 1) return;
  values->reserve(std::size_t(std::min(all, kMost)));
  PreferLargePages(values->data(), values->capacity() * sizeof(Value));
}

// What people said stands behind the claims of their article.
using Reviews = std::vector<std::pair<ArticleId, std::string>>;

bool ReadLines(Session* session, const std::string& path, std::istream& in, Reviews* reviews) {
  Run& run = session->run;
  LineFile file(in, Threads(session->options));
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  std::uint32_t number = 0;
  std::size_t bytes = 0;
  std::optional<ArticleId> article;
  for (bool first = true; file.Next(); first = false) {
    for (LineOfClaims& line : file) {
      ++number;
      bytes += line.text.size() + 1;
      if (!line.problem.empty()) {
        PrintError(*session, "C004", {path, number, 1}, line.problem,
                   "these are the lines that `extract` prints");
        return false;
      }
      if (line.what == LineOfClaims::What::kClaim) {
        article = line.claim.article;
        run.extraction.claims.push_back(std::move(line.claim));
      } else if (line.what == LineOfClaims::What::kArticle) {
        article = line.article.id;
        run.articles.push_back(std::move(line.article));
      } else if (line.what == LineOfClaims::What::kReview && article) {
        reviews->emplace_back(*article, line.text);
      }
    }
    if (!first || error || session->options.inputs.size() > 1) continue;
    MakeRoom(size, bytes, &run.extraction.claims);
    MakeRoom(size, bytes, &run.articles);
  }
  return true;
}

// Claims that came without their articles still belong to some.
void AddMissingArticles(Run* run) {
  std::unordered_set<ArticleId> known(run->articles.size());
  for (const Document& article : run->articles) known.insert(article.id);
  const ArticleId* last = nullptr;
  for (const Claim& claim : run->extraction.claims) {
    if (last && *last == claim.article) continue;
    last = &claim.article;
    if (!known.insert(claim.article).second) continue;
    Document& article = run->articles.emplace_back();
    article.id = claim.article;
    article.path = claim.at.file;
    article.lang = claim.lang;
    article.source = claim.outlet;
  }
}

void ApplyReviews(const Reviews& reviews, Session* session) {
  if (reviews.empty()) return;
  Run& run = session->run;
  Ledger ledger;
  for (const auto& [article, line] : reviews) ledger.entries[article].reviews.push_back(line);
  for (const Document& article : run.articles) ledger.entries[article.id].article = article;
  for (Claim& claim : run.extraction.claims)
    ledger.entries[claim.article].claims.push_back(std::move(claim));
  std::vector<std::string> orphaned;
  run.reviews = FindEventReviews(ledger, &orphaned);
  run.extraction.claims.clear();
  for (const auto& [id, entry] : ledger.entries)
    for (Claim& claim : ReviewedClaims(entry, &orphaned, &run.reviews))
      run.extraction.claims.push_back(std::move(claim));
  if (!orphaned.empty()) {
    *session->err << "warning: " << Count(orphaned.size(), "review finds its", "reviews find their")
                  << " claim no more\n";
  }
}

}  // namespace

int RunCompare(Session* session) {
  if (!LoadRules(session)) return kNotRun;
  Reviews reviews;
  for (const std::string& path : session->options.inputs) {
    std::ifstream file;
    if (path != "-") {
      std::error_code error;
      if (!std::filesystem::is_directory(path, error)) file.open(path, std::ios::binary);
      if (!file.is_open()) {
        PrintError(*session, "F001", {path, 0, 0}, "cannot read the file", "check the name");
        ++session->skipped;
        continue;
      }
    }
    if (!ReadLines(session, path, path == "-" ? std::cin : file, &reviews)) return kNotRun;
  }
  AddMissingArticles(&session->run);
  ApplyReviews(reviews, session);
  session->own_articles = session->run.articles.size();
  CompareClaims(session);
  return Finish(session, "text");
}

}  // namespace counterclaim
