#include "model/attribution.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::size_t kFarthest = 1000;  // attributions that may begin between one and its words

}  // namespace

std::optional<std::size_t> Governing(const Attributions& attributions, Span position) {
  const auto& all = attributions.attributions;
  const auto begins_after = [](std::uint32_t begin, const Attribution& each) {
    return !each.content.empty() && begin < each.content.front().begin;
  };
  const auto end = std::upper_bound(all.begin(), all.end(), position.begin, begins_after);
  const auto last = static_cast<std::size_t>(end - all.begin());
  constexpr std::uint64_t kNever = ~std::uint64_t{0};
  std::optional<std::size_t> best;
  std::uint64_t shortest = 0;
  for (std::size_t i = last > kFarthest ? last - kFarthest : 0; i < last; ++i) {
    const auto& content = all[i].content;
    const bool holds = std::any_of(content.begin(), content.end(),
                                   [&](Span span) { return span.Contains(position); });
    if (!holds) continue;
    std::uint64_t length = 0;
    for (const Span span : content) length += span.size();
    if (all[i].statement) length = kNever;  // whoever else speaks comes first
    if (!best || length < shortest) {
      best = i;
      shortest = length;
    }
  }
  return best;
}

std::string ToText(SourceKind kind) {
  switch (kind) {
    case SourceKind::kParty:
      return "party";
    case SourceKind::kThirdParty:
      return "third_party";
    case SourceKind::kNarrator:
      return "narrator";
    case SourceKind::kUnnamed:
      return "unnamed";
  }
  return "";
}

std::string ToText(Strength strength) {
  switch (strength) {
    case Strength::kConfirmed:
      return "confirmed";
    case Strength::kStated:
      return "stated";
    case Strength::kClaimed:
      return "claimed";
    case Strength::kAlleged:
      return "alleged";
    case Strength::kUnattributed:
      return "unattributed";
  }
  return "";
}

std::string ToText(const Attribution& attribution) {
  const Source& source = attribution.source;
  std::string text = ToText(source.kind);
  if (source.party) text += ' ' + source.party->text;
  if (source.text) text += " \"" + *source.text + '"';
  return text + ' ' + ToText(attribution.strength);
}

}  // namespace counterclaim
