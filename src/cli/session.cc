#include "cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <thread>

#include "base/files.h"
#include "compare/compare.h"
#include "ingest/ingest.h"
#include "ingest/repeats.h"
#include "ledger/ledger.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/text.h"

namespace counterclaim {

namespace {

namespace fs = std::filesystem;

std::string Render(const Session& session, const std::string& format) {
  const Run& run = session.run;
  const bool claims = session.options.command == "extract";
  if (format == "json") return RenderJson(run);
  if (format == "jsonl") {
    return claims ? RenderClaimsJsonl(run.extraction, session.options.refused)
                  : RenderFindingsJsonl(run);
  }
  const ReportNames names = session.rulebook ? Names(*session.rulebook) : ReportNames();
  if (format == "markdown") return RenderMarkdown(run, names);
  if (claims) return RenderClaimsText(run, names);
  return RenderText(run, names, Colour(session), session.options.all);
}

bool WriteFile(Session* session, const std::string& path, const std::string& bytes) {
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  const auto problems = WriteFileAtomically(path, bytes);
  Print(problems, session->err);
  return problems.empty();
}

// "json=out.json" -> {"json", "out.json"}; an empty format where it is no such thing.
std::pair<std::string, std::string> SplitOutput(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string format = text.substr(0, equals);
  const bool known =
      format == "text" || format == "markdown" || format == "json" || format == "jsonl";
  if (!known || equals == std::string::npos || equals + 1 == text.size()) return {"", ""};
  return {format, text.substr(equals + 1)};
}

int Level(const std::string& name) {
  return name == "error" ? 2 : name == "warning" ? 1 : name == "note" ? 0 : 3;
}

bool IsNew(const Finding& finding) {
  return finding.state == FindingState::kNew || finding.state == FindingState::kUpdated;
}

std::string Summary(const Session& session, bool failed, bool incomplete) {
  std::size_t contradictions = 0, fresh = 0;
  for (const Finding& finding : session.run.comparison.findings) {
    if (!IsDisagreement(finding.kind)) continue;
    ++contradictions;
    fresh += IsNew(finding);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - session.start;
  const bool compared = session.options.command != "extract";
  std::string text = fmt::format("{} {}, {}", compared ? "checked" : "read",
                                 Count(session.run.articles.size(), "article", "articles"),
                                 Count(session.run.extraction.claims.size(), "claim", "claims"));
  if (compared)
    text +=
        fmt::format(", {} ({} new)", Count(contradictions, "disagreement", "disagreements"), fresh);
  text += fmt::format(", {} skipped in {:.1f} s", session.skipped, took.count());
  if (failed) text += "; a new finding reaches the fail level";
  if (incomplete) text += session.skipped > 0 ? "; incomplete" : "; nothing to read";
  return text;
}

// Inputs read twice are one; two articles under one id are an error.
bool SettleIds(Session* session, std::vector<Document>* documents) {
  std::map<ArticleId, const Document*> seen;
  std::vector<Document> kept;
  kept.reserve(documents->size());
  bool good = true;
  for (Document& document : *documents) {
    const auto found = seen.find(document.id);
    if (found == seen.end()) {
      kept.push_back(std::move(document));
      seen.emplace(kept.back().id, &kept.back());
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
    names.categories.emplace(id.text, category.name);
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
  auto rulebook = LoadRulebook(folders);
  if (!rulebook.ok()) {
    Print(rulebook.problems(), session->err);
    *session->err << Count(rulebook.problems().size(), "problem", "problems") << " in the rules\n";
    return false;
  }
  session->rulebook = std::move(rulebook).value();
  session->run.rules_hash = session->rulebook->hash;
  const auto& conventions = session->rulebook->taxonomy.conventions;
  std::vector<std::string> known;
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
  for (Document& document : read.documents) document.path = ShownPath(document.path);
  session->run.articles = std::move(read.documents);
  session->own_articles = session->run.articles.size();
  return true;
}

void ExtractClaims(Session* session) {
  ExtractOptions options;
  options.convention = session->options.convention;
  session->run.extraction =
      ExtractAll(&session->run.articles, *session->rulebook, options, Threads(session->options));
  FindSyndicated(&session->run.articles);
}

bool AddLedger(Session* session) {
  Options& options = session->options;
  std::error_code error;
  if (options.no_ledger) return true;
  if (options.ledger.empty()) {
    if (options.command != "check" || !fs::is_directory("claims/ledger", error)) return true;
    options.ledger = "claims/ledger";
  } else if (!fs::is_directory(options.ledger, error)) {
    PrintError(*session, "L003", {options.ledger, 0, 0}, "there is no ledger here",
               "counterclaim ingest makes one");
    return false;
  }
  auto ledger = LoadLedger(options.ledger);
  if (!ledger.ok()) {
    Print(ledger.problems(), session->err);
    return false;
  }
  std::set<ArticleId> own;
  for (const Document& article : session->run.articles) own.insert(article.id);
  std::vector<std::string> orphaned;
  for (auto& [id, entry] : ledger->entries) {
    if (own.count(id) > 0) continue;
    std::vector<Claim> claims = ReviewedClaims(entry, &orphaned);
    session->run.articles.push_back(entry.article);
    auto& all = session->run.extraction.claims;
    all.insert(all.end(), std::make_move_iterator(claims.begin()),
               std::make_move_iterator(claims.end()));
  }
  if (!orphaned.empty()) {
    *session->err << "warning: " << Count(orphaned.size(), "review finds its", "reviews find their")
                  << " claim no more in " << TerminalText(options.ledger) << "\n";
  }
  return true;
}

void CompareClaims(Session* session) {
  Run& run = session->run;
  run.comparison = Compare(run.extraction.claims, run.articles, *session->rulebook);
  if (run.articles.size() == session->own_articles) return;
  // What stands between articles of the ledger was there before this run.
  std::set<ArticleId> own;
  for (std::size_t i = 0; i < session->own_articles; ++i) own.insert(run.articles[i].id);
  std::map<ClaimId, ArticleId> article_of;
  for (const Claim& claim : run.extraction.claims) article_of.emplace(claim.id, claim.article);
  for (Finding& finding : run.comparison.findings) {
    const bool ours = std::any_of(finding.claims.begin(), finding.claims.end(),
                                  [&](const ClaimId& id) { return own.count(article_of[id]) > 0; });
    if (!ours && finding.state == FindingState::kNew) finding.state = FindingState::kUnchanged;
  }
}

int Finish(Session* session, const std::string& own_format) {
  const Options& options = session->options;
  const std::string format = options.format.empty() ? own_format : options.format;
  bool written = true;
  for (const std::string& output : options.outputs) {
    const auto [file_format, path] = SplitOutput(output);
    if (path.empty()) {
      PrintError(*session, "C003", {}, "--output " + output + " names no format and file",
                 "write FORMAT=PATH with text, markdown, json or jsonl");
      return kNotRun;
    }
    written = WriteFile(session, path, Render(*session, file_format)) && written;
  }
  if (!options.output_file.empty())
    written = WriteFile(session, options.output_file, Render(*session, format)) && written;
  else
    *session->out << Render(*session, format) << std::flush;
  if (!written || !*session->out) return kNotRun;
  const std::string fail = !options.fail_level.empty()  ? options.fail_level
                           : options.command == "check" ? "error"
                                                        : "none";
  const auto& findings = session->run.comparison.findings;
  const bool failed = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return IsNew(finding) && static_cast<int>(finding.severity) >= Level(fail);
  });
  const bool empty = session->run.articles.empty() && !options.allow_empty;
  const bool incomplete = session->skipped > 0 || empty;
  if (!options.quiet) *session->err << Summary(*session, failed, incomplete) << "\n";
  return failed ? kFindings : incomplete ? kIncomplete : kClean;
}

int FinishText(Session* session, const std::string& result, const std::string& summary) {
  bool written = true;
  if (!session->options.output_file.empty())
    written = WriteFile(session, session->options.output_file, result);
  else
    *session->out << result << std::flush;
  if (!session->options.quiet && !summary.empty()) *session->err << summary << "\n";
  return !written || !*session->out ? kNotRun : session->skipped > 0 ? kIncomplete : kClean;
}

}  // namespace counterclaim
