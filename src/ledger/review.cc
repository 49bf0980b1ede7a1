#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "ledger/ledger.h"
#include "model/json.h"
#include "model/json_line.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

std::string Member(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

std::size_t CommonEnd(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n;
}

std::size_t CommonStart(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  return n;
}

bool SameSource(const Claim& claim, const std::string& source) {
  if (source.empty()) return true;
  if (claim.source.party) return Principal(*claim.source.party) == Principal(PartyId(source));
  return claim.source.text == source ||
         (claim.source.person && claim.source.person->id.text == source) ||
         source == ToText(claim.source.kind);
}

// How well the claim's number stands in the quotation: 0 for not at all, more
// for every byte of the context that agrees. Only the sentence is at hand, so
// context beyond it counts neither way.
std::size_t Score(const Claim& claim, const Json& quote) {
  const std::string exact = Member(quote, "exact");
  if (exact.empty() || claim.quantity.number.begin < claim.sentence.begin) return 0;
  const std::string& text = claim.sentence_text;
  const std::size_t from = claim.quantity.number.begin - claim.sentence.begin;
  const std::size_t to = claim.quantity.number.end - claim.sentence.begin;
  std::size_t best = 0;
  for (std::size_t at = text.find(exact); at != std::string::npos; at = text.find(exact, at + 1)) {
    if (from >= at + exact.size() || to <= at) continue;
    const std::string_view all(text);
    best = std::max(best, 1 + CommonEnd(all.substr(0, at), Member(quote, "prefix")) +
                              CommonStart(all.substr(at + exact.size()), Member(quote, "suffix")));
  }
  return best;
}

// The index of the claim a review means; claims.size() when it is orphaned.
std::size_t FindReviewed(const std::vector<Claim>& claims, const Json& quote) {
  std::size_t best = 0, found = claims.size();
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].metric.text != Member(quote, "metric") ||
        !SameSource(claims[i], Member(quote, "source")))
      continue;
    const std::size_t score = Score(claims[i], quote);
    if (score > best) {
      best = score;
      found = i;
    }
  }
  return found;
}

// At most 32 code points from one end of `text`.
std::string Context(std::string_view text, bool end) {
  constexpr std::size_t kPoints = 32;
  const auto starts = [&](std::size_t i) {
    return (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  };
  std::size_t points = 0;
  if (end) {
    std::size_t at = text.size();
    while (at > 0 && points < kPoints) points += starts(--at);
    return std::string(text.substr(at));
  }
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    points += starts(at);
    if (points > kPoints) break;
  }
  return std::string(text.substr(0, at));
}

// How a review names its claim. What stands outside the sentence is not at hand.
Json Quote(const Claim& claim) {
  const std::string_view text = claim.sentence_text;
  const auto inside = [&](std::uint32_t at) {
    const std::uint32_t begin = claim.sentence.begin;
    return std::min<std::size_t>(at < begin ? 0 : at - begin, text.size());
  };
  const Span span = claim.quantity.span;
  const std::size_t from = inside(span.begin), to = std::max(from, inside(span.end));
  Json json = {{"exact", std::string(text.substr(from, to - from))},
               {"prefix", Context(text.substr(0, from), true)},
               {"suffix", Context(text.substr(to), false)},
               {"metric", claim.metric.text}};
  const Source& source = claim.source;
  json["source"] = source.party    ? source.party->text
                   : source.person ? source.person->id.text
                   : source.text   ? *source.text
                                   : ToText(source.kind);
  return json;
}

Review Signed(const std::string& verdict, const Json& json) {
  Review review;
  review.verdict = verdict;
  review.by = Member(json, "by");
  review.date = Member(json, "date");
  review.reason = Member(json, "reason");
  return review;
}

void AddSignature(const Review& review, Json* json) {
  (*json)["by"] = review.by;
  (*json)["date"] = review.date;
  if (!review.reason.empty()) (*json)["reason"] = review.reason;
}

}  // namespace

std::string ReviewLine(const Claim& claim, const Review& review, std::string* problem) {
  Json json = {{"review", Quote(claim)}, {"verdict", review.verdict}};
  if (!review.set.empty()) {
    const Json set = Json::parse(review.set, nullptr, false);
    Json changed = ToJson(claim);
    changed.merge_patch(set);
    Claim read;
    *problem = FromLine(Line(changed), &read);
    if (!problem->empty()) return "";
    json["set"] = set;
  }
  AddSignature(review, &json);
  return Line(json);
}

std::string EventReviewLine(const std::vector<Claim>& claims, bool same, const Review& review) {
  Json quotes = Json::array();
  for (const Claim& claim : claims) {
    Json quote = Quote(claim);
    quote["article"] = claim.article.text;
    quotes.push_back(quote);
  }
  Json json = {{same ? "same_event" : "different_event", quotes}};
  AddSignature(review, &json);
  return Line(json);
}

std::vector<Review> FindEventReviews(const Ledger& ledger, std::vector<std::string>* orphaned) {
  std::vector<Review> reviews;
  for (const auto& [id, entry] : ledger.entries) {
    for (const std::string& line : entry.reviews) {
      const Json json = Json::parse(line, nullptr, false);
      const bool same = json.is_object() && json.contains("same_event");
      const auto list =
          json.is_object() ? json.find(same ? "same_event" : "different_event") : json.end();
      if (!json.is_object() || list == json.end() || !list->is_array()) continue;
      Review review = Signed(same ? "same_event" : "different_event", json);
      for (const Json& quote : *list) {
        const auto of = quote.is_object() ? ledger.entries.find(ArticleId(Member(quote, "article")))
                                          : ledger.entries.end();
        if (of == ledger.entries.end()) continue;
        const std::size_t at = FindReviewed(of->second.claims, quote);
        if (at == of->second.claims.size()) continue;
        review.claims.push_back(of->second.claims[at].id);
        if (review.quotation.empty()) review.quotation = Member(quote, "exact");
      }
      if (review.claims.size() < list->size()) orphaned->push_back(line);
      if (review.claims.size() > 1) reviews.push_back(std::move(review));
    }
  }
  return reviews;
}

std::vector<ArticleId> ReviewedBeside(const LedgerEntry& entry) {
  std::vector<ArticleId> articles;
  for (const std::string& line : entry.reviews) {
    const Json json = Json::parse(line, nullptr, false);
    for (const char* key : {"same_event", "different_event"}) {
      const auto list = json.is_object() ? json.find(key) : json.end();
      if (!json.is_object() || list == json.end() || !list->is_array()) continue;
      for (const Json& quote : *list)
        if (quote.is_object()) articles.emplace_back(Member(quote, "article"));
    }
  }
  return articles;
}

std::vector<Claim> ReviewedClaims(const LedgerEntry& entry, std::vector<std::string>* orphaned,
                                  std::vector<Review>* applied) {
  std::vector<Claim> claims = entry.claims;
  std::vector<bool> rejected(claims.size(), false);
  for (const std::string& line : entry.reviews) {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("review") || !json["review"].is_object()) continue;
    // Always against what the program read: an earlier `set` moves no anchor.
    const std::size_t at = FindReviewed(entry.claims, json["review"]);
    if (at == claims.size()) {
      orphaned->push_back(line);
      continue;
    }
    const std::string verdict = Member(json, "verdict");
    rejected[at] = verdict == "reject";
    const bool set = verdict == "set" && json.contains("set") && json["set"].is_object();
    if (set) {
      Json changed = ToJson(claims[at]);
      changed.merge_patch(json["set"]);
      Claim claim;
      if (!FromLine(Line(changed), &claim).empty()) {
        orphaned->push_back(line);
        continue;
      }
      claims[at] = claim;
    }
    if (!applied || !(set || verdict == "accept" || verdict == "reject")) continue;
    applied->push_back(Signed(verdict, json));
    applied->back().claims = {entry.claims[at].id};
    applied->back().quotation = Member(json["review"], "exact");
    if (set) applied->back().set = Line(json["set"]);
  }
  std::vector<Claim> kept;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!rejected[i]) kept.push_back(std::move(claims[i]));
  }
  return kept;
}

}  // namespace counterclaim
