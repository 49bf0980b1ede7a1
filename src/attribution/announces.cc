// "The governor has lowered his number.": who tells the figures that follow.
#include <algorithm>

#include "attribution/relation_reader.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestNotice = 24;  // items
constexpr std::uint32_t kLongestObject = 6;   // items from the verb to "figures"

}  // namespace

// "figures", "toll", "count": what numbers follow; none of "the number of men".
bool RelationReader::Announced(std::uint32_t at) const {
  if (!At(at).word() || At(at).Is(kVerbWord)) return false;
  const auto match = rules_.nouns.Longest(text_.layer.tokens, At(at).first, At(size() - 1).end);
  const bool count = match.length > 0 && std::any_of(match.values->begin(), match.values->end(),
                                                     [&](std::uint32_t value) {
                                                       return rules_.noun_list[value].count;
                                                     });
  const bool figure = At(at).Is(kFigureWord) && match.length > 0;
  if (!count && !figure) return false;
  return !NextIs(at + 1, kOfWord) || (at > 0 && At(at - 1).Is(kPossessorWord));
}

void RelationReader::Announces() {
  if (passage_.inside || !drafts_.empty() || size() == 0 || size() > kLongestNotice) return;
  for (const PassageItem& item : passage_.items)
    if (item.number) return;
  std::uint32_t verb = 0;
  while (verb < End() && !VerbAt(verb)) ++verb;
  const bool told = verb < End();
  std::uint32_t from = told ? verb + 1 : 0;
  while (from < End() && told && (At(from).Is(kHaveWord | kAdverbWord) || VerbAt(from))) ++from;
  const std::uint32_t limit = std::min(End(), from + kLongestObject);
  for (std::uint32_t at = from; at < limit && At(at).word() && !At(at).Is(kPrepositionWord); ++at) {
    if (!Announced(at)) continue;
    Range source;
    if (told) {
      const auto subject = phrases_.Before(verb, 0);
      if (subject && !subject->relative) source = subject->range;
    } else {
      source = GivenBy(at + 1);
      if (source.empty()) source = Possessor(at);
    }
    if (source.empty() || !(IsVoice(source) || NamesBody(source))) return;
    Say(at, source, {0, End()}).figures = true;
    return;
  }
}

}  // namespace counterclaim
