#include "anchor/anchor.h"

#include <set>

#include "anchor/dates.h"
#include "anchor/scope.h"
#include "anchor/spots.h"
#include "anchor/time_use.h"
#include "anchor/when.h"
#include "anchor/where.h"

namespace counterclaim {

namespace {

// "1,013 died between 11 and 13 April", told in December: what has happened was this year's,
// however near the next one is.
void MoveToPast(const Mentions& mentions, const std::vector<TimeUse>& uses,
                std::vector<TimeExpression>* expressions) {
  std::set<std::uint32_t> counting;
  for (const Mention& mention : mentions.mentions) counting.insert(mention.sentence);
  for (std::size_t i = 0; i < expressions->size(); ++i) {
    DateValue& value = (*expressions)[i].value;
    if (value.role != TimeRole::kFuture || !value.past || uses[i] == TimeUse::kPlanned ||
        !counting.contains((*expressions)[i].sentence))
      continue;
    value.days = *value.past;
    value.role = TimeRole::kEvent;
  }
}

}  // namespace

std::vector<Anchor> FindAnchors(const Document& document, std::string_view text,
                                const TextLayer& layer, const Mentions& mentions,
                                const Attributions& attributions, const Rulebook& rulebook,
                                const Language& language, const Stakes& stakes) {
  std::vector<Anchor> anchors(mentions.mentions.size());
  if (anchors.empty()) return anchors;
  const CueMasks cues = MarkCues(layer, language.calendar);
  auto expressions = FindDates(text, layer, language, document.date);
  const auto uses = FindTimeUses(text, layer, cues, expressions, attributions);
  MoveToPast(mentions, uses, &expressions);
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
    anchor.aside = OpensElsewhere(layer, cues, mentions.mentions[i].sentence);
    anchor.steps = times[i].steps;
    if (anchor.place && anchor.place->text)
      anchor.steps.push_back("place: \"" + *anchor.place->text + "\"");
  }
  ChooseScopes(sight, times, &anchors);
  return anchors;
}

}  // namespace counterclaim
