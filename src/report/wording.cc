#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <tuple>

namespace counterclaim {

namespace {

std::string NameOf(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second;
}

constexpr std::size_t kContext = 40;  // bytes shown on either side of a number

std::string LastPart(const std::string& path) {
  return path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
}

}  // namespace

RunView::RunView(const Run& run, const ReportNames& names) : run_(&run), names_(&names) {
  for (const Claim& claim : run.extraction.claims) claims_.emplace(claim.id, &claim);
  for (const Document& article : run.articles) articles_.emplace(article.id, &article);
}

const Claim* RunView::FindClaim(const ClaimId& id) const {
  const auto found = claims_.find(id);
  return found == claims_.end() ? nullptr : found->second;
}

const Document* RunView::FindArticle(const ArticleId& id) const {
  const auto found = articles_.find(id);
  return found == articles_.end() ? nullptr : found->second;
}

std::vector<const Claim*> RunView::Claims(const std::vector<ClaimId>& ids) const {
  std::vector<const Claim*> claims;
  for (const ClaimId& id : ids) {
    if (const Claim* claim = FindClaim(id)) claims.push_back(claim);
  }
  return claims;
}

std::string RunView::Party(const PartyId& party) const {
  const auto whole = names_->parties.find(party.text);
  if (whole != names_->parties.end()) return whole->second;
  const std::string principal = Principal(party).text;
  const std::string name = NameOf(names_->parties, principal);
  return principal == party.text ? name
                                 : name + " (" + party.text.substr(principal.size() + 1) + ")";
}

std::string RunView::Source(const Claim& claim) const {
  const counterclaim::Source& source = claim.source;
  std::string name;
  if (source.kind == SourceKind::kNarrator) {
    name = Outlet(claim) + ", in its own voice";
  } else if (source.party) {
    name = Party(*source.party);
    if (source.person) name += ", " + source.person->name;
  } else if (source.person) {
    name = source.person->name;
  } else {
    name = source.body.value_or(source.text.value_or("unnamed source"));
  }
  return name;
}

std::string RunView::Metric(const MetricId& metric) const {
  return NameOf(names_->metrics, metric.text);
}

std::string RunView::Outlet(const Claim& claim) const {
  if (claim.outlet) return *claim.outlet;
  const Document* article = FindArticle(claim.article);
  return article != nullptr && article->source ? *article->source : LastPart(claim.article.text);
}

std::string RunView::Counted(const Claim& claim) const {
  std::string text = Metric(claim.metric);
  const std::string family = claim.metric.text.substr(0, claim.metric.text.find('.'));
  const auto& category = claim.object.category;
  std::string object;
  if (category && category->text != family) object = NameOf(names_->categories, category->text);
  if (claim.object.party) object += (object.empty() ? "" : ", ") + Party(*claim.object.party);
  if (!category && !claim.object.party && claim.object_text) object = *claim.object_text;
  return object.empty() ? text : text + " (" + object + ")";
}

std::string RunView::Where(const ArticleId& article, Span span) const {
  const Document* found = FindArticle(article);
  if (found == nullptr || found->text.empty())
    return fmt::format("{}, bytes {} to {}", article.text, span.begin, span.end);
  const FilePlace place = FindPlace(*found, span);
  return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

std::string RunView::AboutRule(const RuleId& rule) const {
  const auto found = names_->rules.find(rule.text);
  return found == names_->rules.end() ? "" : found->second;
}

std::string RunView::Words(const ArticleId& article, Span span) const {
  const Document* found = FindArticle(article);
  if (found == nullptr || span.begin >= span.end || span.end > found->text.size()) return "";
  return found->text.substr(span.begin, span.size());
}

std::string RunView::Around(const ArticleId& article, Span span) const {
  const Document* found = FindArticle(article);
  if (found == nullptr || span.begin >= span.end || span.end > found->text.size()) return "";
  const std::string& text = found->text;
  const auto blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  std::size_t begin = span.begin, end = span.end;
  for (int words = 0; begin > 0 && text[begin - 1] != '\n' && span.begin - begin < kContext;
       --begin)
    if (blank(begin - 1) && ++words == 2) break;
  for (int words = 0; end < text.size() && text[end] != '\n' && end - span.end < kContext; ++end)
    if (blank(end) && ++words == 3) break;
  while (begin < span.begin && (text[begin] & 0xC0) == 0x80) ++begin;
  while (end > span.end && end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(begin, end - begin);
}

std::string RunView::Where(const Claim& claim) const {
  return fmt::format("{}:{}:{}", claim.at.file.empty() ? claim.article.text : claim.at.file,
                     claim.at.line, claim.at.column);
}

std::string CountText(std::int64_t count) {
  std::string text = std::to_string(count);
  if (count < 10000) return text;
  for (std::size_t at = text.size() - 3; at > 0 && at < text.size();
       at -= std::min<std::size_t>(at, 3))
    text.insert(at, ",");
  return text;
}

std::string IntervalText(Interval interval) {
  if (interval.high == kNoLimit) return CountText(interval.low) + " or more";
  if (interval.IsPoint()) return CountText(interval.low);
  if (interval.low == 0) return "up to " + CountText(interval.high);
  return CountText(interval.low) + " to " + CountText(interval.high);
}

std::string FigureText(const Claim& claim) {
  const Interval hard = claim.quantity.hard;
  std::string value = IntervalText(hard);
  if (claim.quantity_text.empty()) return value;
  std::string digits;
  std::copy_if(claim.quantity_text.begin(), claim.quantity_text.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  const bool same = hard.IsPoint() && digits == std::to_string(hard.low);
  const bool plain = same || (!digits.empty() && !claim.quantity.approximate);
  return plain ? claim.quantity_text : claim.quantity_text + " (" + value + ")";
}

std::optional<std::string> GapText(const Claim& a, const Claim& b) {
  Interval low = a.quantity.hard, high = b.quantity.hard;
  if (low.Overlaps(high)) return std::nullopt;
  if (high.low < low.low) std::swap(low, high);
  std::string text = CountText(high.low - low.high) + " apart";
  if (low.high > 0) {
    text += fmt::format(", {:.1f} times",
                        static_cast<double>(high.low) / static_cast<double>(low.high));
  }
  return text;
}

std::vector<std::vector<const Claim*>> Positions(const RunView& view,
                                                 const std::vector<const Claim*>& claims) {
  std::vector<std::vector<const Claim*>> groups;
  std::map<std::tuple<std::string, std::string, std::int64_t, std::int64_t, Stance>, std::size_t>
      seen;
  for (const Claim* claim : claims) {
    const auto key =
        std::make_tuple(view.Source(*claim), view.Counted(*claim), claim->quantity.hard.low,
                        claim->quantity.hard.high, claim->stance);
    const auto [at, fresh] = seen.emplace(key, groups.size());
    if (fresh) groups.emplace_back();
    groups[at->second].push_back(claim);
  }
  return groups;
}

bool IsDisagreement(Kind kind) {
  switch (kind) {
    case Kind::kContradiction:
    case Kind::kTension:
    case Kind::kSelfContradiction:
    case Kind::kDenial:
    case Kind::kMisattribution:
    case Kind::kMutation:
    case Kind::kArithmeticError:
    case Kind::kJointContradiction:
    case Kind::kStatusDispute:
    case Kind::kMirrorDiscrepancy:
      return true;
    default:
      return false;
  }
}

std::string Heading(Kind kind) {
  std::string text = ToText(kind);
  std::replace(text.begin(), text.end(), '_', ' ');
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string FigureAndStance(const Claim& claim) {
  const bool asserted = claim.stance == Stance::kAsserted;
  return FigureText(claim) + (asserted ? "" : ", " + ToText(claim.stance));
}

std::string WhyApart(const std::string& reason) {
  static const std::map<std::string, std::string> reasons = {
      {"metric", "they count different things"},
      {"side", "they count losses of different sides"},
      {"scope", "one counts an incident, the other a longer time or a wider place"},
      {"some", "each counts only some of them"},
      {"manner", "they count those killed in different ways"},
      {"category", "they count groups of which neither holds the other"},
      {"event", "they speak of different events"},
      {"inclusion", "they say that they include different people"},
      {"place", "they speak of different places"},
      {"date", "they speak of different days"},
      {"source", "both are of one source"},
      {"stance", "one of them asserts nothing"},
  };
  const auto found = reasons.find(reason);
  return found == reasons.end() ? reason : reason + ": " + found->second;
}

std::string LeftOutText(const LeftOut& left_out) {
  const std::pair<std::size_t, const char*> counts[] = {
      {left_out.events, "claims not set beside every event that they might belong to"},
      {left_out.pairs, "pairs of positions of one event not compared"},
      {left_out.findings, "findings beyond the gravest of their event"},
      {left_out.candidates, "candidates"},
      {left_out.sums, "totals not set against all sets of parts"},
      {left_out.passages, "passages not looked for among copies"},
  };
  std::string text;
  for (const auto& [count, what] : counts)
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : "; ", count, what);
  return text.empty() ? "" : "left out beyond the limits of great events: " + text;
}

std::string ReviewText(const Review& review) {
  static const std::map<std::string, std::string> verdicts = {
      {"accept", "accepted"},
      {"reject", "rejected"},
      {"set", "corrected"},
      {"same_event", "one event"},
      {"different_event", "different events"},
  };
  const auto verdict = verdicts.find(review.verdict);
  std::string text = fmt::format("{}, {}: {}", review.by, review.date,
                                 verdict == verdicts.end() ? review.verdict : verdict->second);
  if (!review.quotation.empty()) text += " “" + review.quotation + "”";
  if (!review.set.empty()) text += " " + review.set;
  return text + (review.reason.empty() ? "" : " (" + review.reason + ")");
}

std::string WhereFrom(DateFrom from) {
  switch (from) {
    case DateFrom::kNone:
      return "unknown";
    case DateFrom::kMetadata:
      return "its metadata";
    case DateFrom::kOption:
      return "--date";
    case DateFrom::kDateline:
      return "its dateline";
    case DateFrom::kDateLine:
      return "a date line of the page";
    case DateFrom::kFileName:
      return "the name of the file";
    case DateFrom::kPost:
      return "an embedded post";
  }
  return "";
}

std::string Count(std::size_t count, const std::string& singular, const std::string& plural) {
  return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

}  // namespace counterclaim
