#include "anchor/tellers.h"

#include <algorithm>
#include <iterator>

#include "anchor/spots.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestHearer = 7;  // tokens

}  // namespace

Tellers::Tellers(std::string_view text, const TextLayer& layer, const Attributions& attributions,
                 const Mentions& mentions)
    : text_(text), layer_(layer) {
  for (const Mention& mention : mentions.mentions) figures_.push_back(mention.quantity.first_token);
  std::sort(figures_.begin(), figures_.end());
  for (const Attribution& each : attributions.attributions) {
    if (each.source.span) sources_.push_back(*each.source.span);
  }
  std::sort(sources_.begin(), sources_.end());
  for (const Attribution& each : attributions.attributions)
    if (each.source.cue_span) told_.emplace_back(*each.source.cue_span, each.content);
  std::stable_sort(told_.begin(), told_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

// "told a television channel in Qatar": where it was told.
bool Tellers::IsHearer(const Name& name) const {
  const auto at = std::lower_bound(
      told_.begin(), told_.end(), name.span.begin,
      [](const auto& each, std::uint32_t begin) { return each.first.end <= begin; });
  if (at == told_.begin()) return false;
  const Span cue = std::prev(at)->first;
  const std::vector<Span>& content = std::prev(at)->second;
  const std::uint32_t from = TokenAt(layer_, cue.end);
  if (from > name.first_token || name.first_token - from > kLongestHearer) return false;
  for (std::uint32_t i = from; i < name.first_token; ++i)
    if (At(i).kind == TokenKind::kPunctuation) return false;
  const auto& verbs = layer_.verb_groups;
  const auto verb =
      std::lower_bound(verbs.begin(), verbs.end(), from,
                       [](const VerbGroup& v, std::uint32_t t) { return v.first_token < t; });
  if (verb != verbs.end() && verb->first_token < name.first_token) return false;
  return std::none_of(content.begin(), content.end(), [&](const Span& span) {
    return span.Contains(name.span) || span.begin > cue.end;
  });
}

// A source, or where one sits: "in Paris the ministry said".
bool Tellers::IsSource(const Name& name) const {
  const Span span = name.span;
  if (name.end_token < layer_.tokens.size()) {
    const std::uint32_t next = At(name.end_token).span.begin;
    const auto at = std::lower_bound(
        sources_.begin(), sources_.end(), next,
        [](const Span& source, std::uint32_t begin) { return source.begin < begin; });
    if (at != sources_.end() && at->begin == next) return true;
  }
  const auto after = std::upper_bound(sources_.begin(), sources_.end(), span);
  return (after != sources_.begin() && std::prev(after)->Overlaps(span)) ||
         (after != sources_.end() && after->Overlaps(span));
}

// "In Pretoria, where questions are asked, the defence force puts": the capital that opens the
// sentence is where the source sits, if no figure stands between.
bool Tellers::IsSeat(const Name& name, std::uint32_t sentence) const {
  const Sentence& words = layer_.sentences[sentence];
  if (name.first_token != words.first_token + 1 || name.end_token >= words.end_token ||
      text_[At(name.end_token).span.begin] != ',')
    return false;
  const bool capital = NamedAt(layer_, name.first_token, NameKind::kMetonym);
  const auto source =
      std::upper_bound(sources_.begin(), sources_.end(), name.span.end,
                       [](std::uint32_t at, const Span& each) { return at < each.begin; });
  if (!capital || source == sources_.end() || source->begin >= words.span.end) return false;
  const auto figure = std::lower_bound(figures_.begin(), figures_.end(), name.end_token);
  return figure != figures_.end() && *figure < words.end_token &&
         At(*figure).span.begin > source->begin;
}

}  // namespace counterclaim
