#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/day.h"
#include "cli/output.h"
#include "cli/session.h"
#include "ledger/ledger.h"
#include "model/json.h"
#include "report/escape.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

std::string Today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto days = std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
  return ToText(Day{static_cast<std::int32_t>(days)});
}

struct Found {
  const LedgerEntry* entry = nullptr;
  const Claim* claim = nullptr;
};

Found FindInLedger(const Ledger& ledger, const std::string& id, std::vector<std::string>* known) {
  for (const auto& [article, entry] : ledger.entries) {
    for (const Claim& claim : entry.claims) {
      if (claim.id.text == id) return {&entry, &claim};
      known->push_back(claim.id.text);
    }
  }
  return {};
}

// {"object.party=pak"} -> {"object": {"party": "pak"}}; "" and why, where a
// field is no field of a claim.
std::string Patch(const Claim& claim, const std::vector<std::string>& fields,
                  std::string* problem) {
  Json patch = Json::object();
  Json full = ToJson(claim);
  for (const char* optional : {"actor", "when", "place", "said", "part_of"})
    full.emplace(optional, nullptr);
  for (const std::string& field : fields) {
    const std::size_t equals = field.find('=');
    if (equals == std::string::npos || equals == 0) {
      *problem = "expected FIELD=VALUE instead of `" + field + "`";
      return "";
    }
    const std::string path = field.substr(0, equals), text = field.substr(equals + 1);
    const std::string first = path.substr(0, path.find('.'));
    if (!full.contains(first) || first == "id" || first == "article") {
      std::vector<std::string> known;
      for (const auto& [key, value] : full.items()) known.push_back(key);
      const std::string near = NearestWord(first, known);
      *problem = "a review cannot set `" + first + "`" +
                 (near.empty() ? "" : ", did you mean `" + near + "`?");
      return "";
    }
    const Json value = Json::parse(text, nullptr, false);
    Json* at = &patch;
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('.', begin), path.size());
      at = &(*at)[path.substr(begin, end - begin)];
      begin = end + 1;
    }
    *at = value.is_discarded() ? Json(text) : value;
  }
  return patch.dump();
}

int Fail(Session* session, const std::string& message) {
  *session->err << "error: " << TerminalText(message) << "\n";
  return kNotRun;
}

int Unknown(Session* session, const std::string& id, const std::vector<std::string>& known) {
  const std::string near = NearestWord(id, known);
  return Fail(session, "no claim `" + id + "` in the ledger" +
                           (near.empty() ? "" : ", did you mean `" + near + "`?"));
}

int List(Session* session, const Ledger& ledger) {
  std::string out;
  std::size_t count = 0;
  std::vector<std::string> orphaned;
  for (const auto& [id, entry] : ledger.entries) {
    (void)ReviewedClaims(entry, &orphaned);
    for (const std::string& line : entry.reviews) {
      ++count;
      out += TerminalText(id.text) + "\t" + TerminalText(line) + "\n";
    }
  }
  (void)FindEventReviews(ledger, &orphaned);
  for (const std::string& line : orphaned) out += "orphaned\t" + TerminalText(line) + "\n";
  return FinishText(
      session, out,
      fmt::format("{}, {} orphaned", Count(count, "review", "reviews"), orphaned.size()));
}

}  // namespace

int RunReview(Session* session) {
  const Options& options = session->options;
  const std::string folder = LedgerFolder(options);
  const auto ledger = LoadLedger(folder);
  if (!ledger.ok()) {
    Print(ledger.problems(), session->err);
    return kNotRun;
  }
  const std::string verb = options.command.substr(options.command.find(' ') + 1);
  if (verb == "list") return List(session, *ledger);
  std::vector<std::string> known;
  const Found found = FindInLedger(*ledger, options.target, &known);
  if (found.claim == nullptr) return Unknown(session, options.target, known);
  Review review;
  review.verdict = verb;
  review.by = options.by;
  review.date = options.date.empty() ? Today() : options.date;
  review.reason = options.reason;
  std::string line, problem;
  if (verb == "same-event" || verb == "different-event") {
    std::vector<Claim> claims = {*found.claim};
    for (const std::string& id : options.inputs) {
      const Found other = FindInLedger(*ledger, id, &known);
      if (other.claim == nullptr) return Unknown(session, id, known);
      claims.push_back(*other.claim);
    }
    line = EventReviewLine(claims, verb == "same-event", review);
  } else {
    if (verb == "set") review.set = Patch(*found.claim, options.inputs, &problem);
    if (problem.empty()) line = ReviewLine(*found.claim, review, &problem);
    if (!problem.empty()) return Fail(session, problem);
  }
  const auto problems = AddReview(folder, *found.entry, line);
  Print(problems, session->err);
  return problems.empty() ? FinishText(session, "", "wrote the review to " + folder) : kNotRun;
}

}  // namespace counterclaim
