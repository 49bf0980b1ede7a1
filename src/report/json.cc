#include "report/json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "model/json.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json Names(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(ToText(value));
  return list;
}

Json ToJson(const Finding& finding) {
  Json json = {{"id", finding.id}, {"key", finding.key}, {"kind", ToText(finding.kind)}};
  json["labels"] = Names(finding.labels);
  json["severity"] = ToText(finding.severity);
  json["rule"] = finding.rule.text;
  json["claims"] = Names(finding.claims);
  json["event"] = finding.event ? Json(finding.event->text) : Json(nullptr);
  json["why"] = finding.why;
  json["holds_under"] = Json(finding.holds_under);
  if (!finding.event_why.empty()) json["event_why"] = finding.event_why;
  json["hints"] = Json(finding.hints);
  json["state"] = ToText(finding.state);
  return json;
}

Json ToJson(const Event& event) {
  Json json = {{"id", event.id.text},
               {"parties", Names(event.parties)},
               {"when", nullptr},
               {"place", nullptr}};
  if (event.when) {
    json["when"] = {{"first", ToText(event.when->days.first)},
                    {"last", ToText(event.when->days.last)}};
    if (event.when->text) json["when"]["text"] = *event.when->text;
  }
  if (event.place) {
    json["place"] = {{"text", nullptr}, {"id", nullptr}};
    if (event.place->text) json["place"]["text"] = *event.place->text;
    if (event.place->id) json["place"]["id"] = event.place->id->text;
  }
  json["claims"] = Names(event.claims);
  return json;
}

Json ToJson(const Review& review) {
  Json json = {{"verdict", review.verdict},
               {"claims", Names(review.claims)},
               {"quotation", review.quotation},
               {"by", review.by},
               {"date", review.date},
               {"reason", review.reason.empty() ? Json(nullptr) : Json(review.reason)}};
  if (!review.set.empty()) json["set"] = Json::parse(review.set, nullptr, false);
  return json;
}

Json Summary(const Run& run) {
  std::size_t errors = 0, warnings = 0, notes = 0;
  for (const Finding& finding : run.comparison.findings) {
    (finding.severity == Severity::kError     ? errors
     : finding.severity == Severity::kWarning ? warnings
                                              : notes)++;
  }
  return {{"articles", run.articles.size()},
          {"claims", run.extraction.claims.size()},
          {"refused", run.extraction.refused.size()},
          {"findings", {{"error", errors}, {"warning", warnings}, {"note", notes}}}};
}

template <typename T>
Json Array(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(ToJson(value));
  return list;
}

}  // namespace

std::string RenderJson(const Run& run) {
  Json json = {{"schema_version", 1}};
  json["tool"] = {
      {"name", "counterclaim"}, {"version", COUNTERCLAIM_VERSION}, {"rules", run.rules_hash}};
  json["articles"] = Array(run.articles);
  json["claims"] = Array(run.extraction.claims);
  json["refused"] = Array(run.extraction.refused);
  json["unread"] = Array(run.extraction.unread);
  json["findings"] = Array(run.comparison.findings);
  Json candidates = Json::array();
  for (const Candidate& c : run.comparison.candidates) {
    candidates.push_back(
        {{"claims", Names(c.claims)}, {"would_be", ToText(c.would_be)}, {"missing", c.missing}});
  }
  json["candidates"] = candidates;
  Json apart = Json::array();
  for (const NotComparable& pair : run.comparison.not_comparable) {
    apart.push_back({{"claims", Names(pair.claims)}, {"reason", pair.reason}});
  }
  json["not_comparable"] = apart;
  json["not_comparable_left_out"] = run.comparison.not_comparable_left_out;
  const LeftOut& left_out = run.comparison.left_out;
  json["left_out"] = {{"events", left_out.events},     {"pairs", left_out.pairs},
                      {"findings", left_out.findings}, {"candidates", left_out.candidates},
                      {"sums", left_out.sums},         {"passages", left_out.passages}};
  json["events"] = Array(run.comparison.events);
  json["reviews"] = Array(run.reviews);
  json["summary"] = Summary(run);
  return SafeJson(json.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string RenderFindingsJsonl(const Run& run) {
  std::string out;
  for (const Finding& finding : run.comparison.findings) out += Line(ToJson(finding)) + "\n";
  return out;
}

std::string RenderClaimsJsonl(const Extraction& extraction, bool refused) {
  constexpr std::size_t kLine = 1200;  // bytes of a claim, in the mean
  std::string out;
  out.reserve(extraction.claims.size() * kLine);
  for (const Claim& claim : extraction.claims) out += ClaimLine(claim) + '\n';
  if (!refused) return out;
  for (const Refused& each : extraction.refused) out += Line({{"refused", ToJson(each)}}) + "\n";
  for (const UnreadSentence& each : extraction.unread)
    out += Line({{"unread", ToJson(each)}}) + "\n";
  return out;
}

}  // namespace counterclaim
