#include "anchor/anchor.h"

#include "anchor/dates.h"
#include "anchor/scope.h"
#include "anchor/time_use.h"
#include "anchor/when.h"
#include "anchor/where.h"

namespace counterclaim {

std::vector<Anchor> FindAnchors(const Document& document, std::string_view text,
                                const TextLayer& layer, const Mentions& mentions,
                                const Attributions& attributions, const Rulebook& rulebook,
                                const Language& language, const Stakes& stakes) {
  std::vector<Anchor> anchors(mentions.mentions.size());
  if (anchors.empty()) return anchors;
  const CueMasks cues = MarkCues(layer, language.calendar);
  const auto expressions = FindDates(text, layer, language, document.date);
  const auto uses = FindTimeUses(text, layer, cues, expressions, attributions);
  const TimeSight sight{document,          text, layer,       mentions, attributions,
                        rulebook.taxonomy, cues, expressions, uses};
  const auto times = ChooseTimes(sight);
  const auto places =
      ChoosePlaces(text, layer, mentions, attributions, cues, times, rulebook, stakes);
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    Anchor& anchor = anchors[i];
    if (times[i].days) {
      anchor.when = When{*times[i].days, std::nullopt, std::nullopt};
      if (times[i].expression) {
        const Span span = expressions[*times[i].expression].span;
        anchor.when->text = std::string(text.substr(span.begin, span.size()));
        anchor.when->span = span;
      }
    }
    anchor.said = times[i].said;
    anchor.place = places[i];
    anchor.steps = times[i].steps;
    if (anchor.place && anchor.place->text)
      anchor.steps.push_back("place: \"" + *anchor.place->text + "\"");
  }
  ChooseScopes(sight, times, &anchors);
  return anchors;
}

}  // namespace counterclaim
