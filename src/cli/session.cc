#include "cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string_view>
#include <thread>
#include <unordered_map>

#include "cli/progress.h"
#include "ingest/ingest.h"
#include "ingest/repeats.h"
#include "report/escape.h"
#include "report/json.h"
#include "rulebook/rule_image.h"

namespace counterclaim {

namespace {

namespace fs = std::filesystem;

// Inputs read twice are one; two articles under one id are an error.
bool SettleIds(Session* session, std::vector<Document>* documents) {
  std::unordered_map<std::string_view, const Document*> seen;
  std::vector<Document> kept;
  kept.reserve(documents->size());  // its ids are looked up where they stand
  seen.reserve(documents->size());
  bool good = true;
  for (Document& document : *documents) {
    const auto found = seen.find(document.id.text);
    if (found == seen.end()) {
      kept.push_back(std::move(document));
      seen.emplace(kept.back().id.text, &kept.back());
    } else if (found->second->sha256 != document.sha256 || found->second->text != document.text) {
      PrintError(*session, "I004", {document.path, 0, 0},
                 "two articles have the id `" + document.id.text + "`; the other is " +
                     found->second->path,
                 "give each its own `id`");
      good = false;
    }
  }
  *documents = std::move(kept);
  return good;
}

// Paths as they are shown; the articles of one file share theirs.
void ShowPaths(std::vector<Document>* documents) {
  std::string given, shown;
  for (Document& document : *documents) {
    if (document.path != given) {
      given = document.path;
      shown = ShownPath(given);
    }
    document.path = shown;
  }
}

IngestOptions HowToIngest(const Options& options) {
  IngestOptions ingest;
  if (!options.date.empty()) ingest.date = ParseIsoDay(options.date);
  if (!options.lang.empty()) ingest.lang = options.lang;
  if (!options.stdin_path.empty()) ingest.stdin_path = options.stdin_path;
  return ingest;
}

}  // namespace

unsigned Threads(const Options& options) {
  const unsigned all = std::max(1u, std::thread::hardware_concurrency());
  return options.threads == 0 ? all : std::min(options.threads, 256u);
}

bool Colour(const Session& session) {
  if (session.options.color != "auto") return session.options.color == "always";
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  if (set("NO_COLOR")) return false;
  if (set("CLICOLOR_FORCE") || set("FORCE_COLOR")) return true;
  const char* term = std::getenv("TERM");
  return session.out == &std::cout && session.options.output_file.empty() &&
         ::isatty(STDOUT_FILENO) != 0 && term != nullptr && std::string(term) != "dumb";
}

std::string ShownPath(const std::string& path) {
  if (!fs::path(path).is_absolute()) return path;
  std::error_code error;
  const fs::path from_here = fs::path(path).lexically_relative(fs::current_path(error));
  const bool below = !error && !from_here.empty() && *from_here.begin() != "..";
  return below ? from_here.generic_string() : fs::path(path).filename().generic_string();
}

std::string LedgerFolder(const Options& options) {
  return options.ledger.empty() ? "claims/ledger" : options.ledger;
}

ReportNames Names(const Rulebook& rulebook) {
  ReportNames names;
  for (const auto& [id, party] : rulebook.parties.parties)
    names.parties.emplace(id.text, party.name);
  for (const auto& [id, metric] : rulebook.taxonomy.metrics)
    names.metrics.emplace(id.text, metric.name);
  for (const auto& [id, category] : rulebook.taxonomy.categories)
    names.categories.emplace(id.text, category.everyone ? "" : category.name);
  for (const RuleFile& file : rulebook.files) names.rules.emplace(file.id.text, file.about);
  return names;
}

void Print(const std::vector<Diagnostic>& problems, std::ostream* err) {
  for (const Diagnostic& problem : problems) *err << ToText(problem);
}

void PrintError(const Session& session, const std::string& code, const FilePosition& at,
                const std::string& message, const std::string& hint) {
  Diagnostic problem;
  problem.code = code;
  problem.at = at;
  problem.message = message;
  problem.hint = hint;
  Print({problem}, session.err);
}

std::optional<std::string> ReadInput(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::error_code error;
  std::ifstream in(path, std::ios::binary);
  if (!in || fs::is_directory(path, error)) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool LoadRules(Session* session) {
  std::vector<std::string> folders;
  const Options& options = session->options;
  if (!options.no_default_rules) folders.push_back(DefaultRulesFolder(session->executable));
  folders.insert(folders.end(), options.rule_folders.begin(), options.rule_folders.end());
  folders.erase(std::remove(folders.begin(), folders.end(), ""), folders.end());
  std::error_code error;
  for (const std::string& folder : folders) {
    if (fs::is_directory(folder, error)) continue;
    PrintError(*session, "C001", {folder, 0, 0}, "there is no folder of rules here",
               "check --rules and COUNTERCLAIM_RULES");
    return false;
  }
  if (folders.empty()) {
    PrintError(*session, "C001", {}, "no rules found",
               "set COUNTERCLAIM_RULES or give --rules DIR");
    return false;
  }
  auto rulebook = LoadRulebook(folders, DefaultRuleImage(session->executable));
  if (!rulebook.ok()) {
    Print(rulebook.problems(), session->err);
    *session->err << Count(rulebook.problems().size(), "problem", "problems") << " in the rules\n";
    return false;
  }
  session->rulebook = std::move(rulebook).value();
  session->run.rules_hash = session->rulebook->hash;
  if (options.verbose > 0) {
    for (const std::string& folder : folders) *session->err << "rules: " << TerminalText(folder);
    *session->err << ", " << Count(session->rulebook->files.size(), "file", "files") << ", "
                  << session->rulebook->hash << "\n";
  }
  const auto& conventions = session->rulebook->taxonomy.conventions;
  std::vector<std::string> known;
  known.reserve(conventions.size());
  for (const Convention& convention : conventions) known.push_back(convention.id);
  if (known.empty() || std::find(known.begin(), known.end(), options.convention) != known.end())
    return true;
  const std::string near = NearestWord(options.convention, known);
  PrintError(
      *session, "C002", {}, "unknown convention `" + options.convention + "`",
      near.empty() ? "rules/taxonomy/conventions.yaml names them" : "did you mean `" + near + "`?");
  return false;
}

bool ReadArticles(Session* session) {
  Ingested read =
      Ingest(session->options.inputs, *session->rulebook, HowToIngest(session->options));
  Print(read.problems, session->err);
  session->skipped += read.unreadable;
  if (!SettleIds(session, &read.documents)) return false;
  ShowPaths(&read.documents);
  session->run.articles = std::move(read.documents);
  session->own_articles = session->run.articles.size();
  for (const Document& article : session->run.articles) {
    if (session->options.verbose == 0) break;
    *session->err << "read " << TerminalText(ToText(article)) << "\n";
  }
  return true;
}

void ExtractClaims(Session* session, bool claims_only) {
  std::atomic<std::size_t> done = 0;
  const Progress progress(*session, done, session->run.articles.size());
  ExtractOptions options;
  options.convention = session->options.convention;
  options.claims_only = claims_only;
  options.done = &done;
  session->run.extraction =
      ExtractAll(session->run.articles, *session->rulebook, options, Threads(session->options));
  if (!claims_only) FindSyndicated(&session->run.articles);
}

void ExtractClaimLines(Session* session) {
  constexpr std::size_t kAtOnce = 512;  // articles of each thread: their memory is used again
  std::atomic<std::size_t> done = 0;
  std::vector<Document>& articles = session->run.articles;
  const Progress progress(*session, done, articles.size());
  ExtractOptions options;
  options.convention = session->options.convention;
  options.claims_only = true;
  options.done = &done;
  const unsigned threads = Threads(session->options);
  std::size_t size = 0;
  for (const Document& article : articles) size += article.text.size();
  session->claim_lines.reserve(size + size / 4);  // there is seldom more to print
  for (std::size_t at = 0, next = 0; at < articles.size(); at = next) {
    next = std::min(articles.size(), at + kAtOnce * threads);
    const auto some = std::span(articles).subspan(at, next - at);
    const Extraction extraction = ExtractAll(some, *session->rulebook, options, threads);
    session->claim_lines += RenderClaimsJsonl(extraction, false);
    session->line_count += extraction.claims.size();
    for (Document& article : some) {
      article.text = std::string();
      article.offsets = std::vector<OffsetPiece>();
    }
  }
}

}  // namespace counterclaim
