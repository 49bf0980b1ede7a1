#include "model/attribution.h"

#include <algorithm>

namespace counterclaim {

std::optional<std::size_t> Governing(const Attributions& attributions, Span position) {
  std::optional<std::size_t> best;
  std::uint64_t shortest = 0;
  for (std::size_t i = 0; i < attributions.attributions.size(); ++i) {
    const auto& content = attributions.attributions[i].content;
    const bool holds = std::any_of(content.begin(), content.end(),
                                   [&](Span span) { return span.Contains(position); });
    if (!holds) continue;
    std::uint64_t length = 0;
    for (const Span span : content) length += span.size();
    if (!best || length < shortest) {
      best = i;
      shortest = length;
    }
  }
  return best;
}

std::string ToText(SourceKind kind) {
  switch (kind) {
    case SourceKind::kParty: return "party";
    case SourceKind::kThirdParty: return "third_party";
    case SourceKind::kNarrator: return "narrator";
    case SourceKind::kUnnamed: return "unnamed";
  }
  return "";
}

std::string ToText(Strength strength) {
  switch (strength) {
    case Strength::kConfirmed: return "confirmed";
    case Strength::kStated: return "stated";
    case Strength::kClaimed: return "claimed";
    case Strength::kAlleged: return "alleged";
    case Strength::kUnattributed: return "unattributed";
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
