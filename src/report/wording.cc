#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <tuple>

namespace counterclaim {

namespace {

std::string NameOf(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second;
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
    name = "narrator (" + claim.outlet.value_or(claim.article.text) + ")";
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

std::string RunView::Counted(const Claim& claim) const {
  std::string text = Metric(claim.metric);
  if (claim.object.party || claim.object.category) {
    text += ":";
    if (claim.object.party) text += " " + Party(*claim.object.party);
    if (claim.object.category)
      text += " " + NameOf(names_->categories, claim.object.category->text);
  } else if (claim.object_text) {
    text += ": " + *claim.object_text;
  }
  return text;
}

std::string RunView::Where(const Claim& claim) const {
  return fmt::format("{}:{}:{}", claim.at.file.empty() ? claim.article.text : claim.at.file,
                     claim.at.line, claim.at.column);
}

std::string IntervalText(Interval interval) {
  if (interval.high == kNoLimit) return fmt::format("{} or more", interval.low);
  if (interval.IsPoint()) return fmt::format("{}", interval.low);
  if (interval.low == 0) return fmt::format("up to {}", interval.high);
  return fmt::format("{} to {}", interval.low, interval.high);
}

std::string FigureText(const Claim& claim) {
  const std::string value = IntervalText(claim.quantity.hard);
  if (claim.quantity_text.empty()) return value;
  const bool digits = std::any_of(claim.quantity_text.begin(), claim.quantity_text.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  const bool plain = claim.quantity_text == value || (digits && !claim.quantity.approximate);
  return plain ? claim.quantity_text : claim.quantity_text + " (" + value + ")";
}

std::optional<std::string> GapText(const Claim& a, const Claim& b) {
  Interval low = a.quantity.hard, high = b.quantity.hard;
  if (low.Overlaps(high)) return std::nullopt;
  if (high.low < low.low) std::swap(low, high);
  std::string text = fmt::format("{} apart", high.low - low.high);
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

std::string Count(std::size_t count, const std::string& singular, const std::string& plural) {
  return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

}  // namespace counterclaim
