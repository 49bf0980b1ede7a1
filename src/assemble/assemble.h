#pragma once
#include <string_view>
#include <vector>

#include "model/anchor.h"
#include "model/attribution.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/quantity.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Input: everything the stages saw in one text (an article's body, or its title
// when `title` is set). Output: its claims by span, every other number with the
// reason why it is none, and the sentences that could not be read.
//
// "The Taliban said it had killed 58 Pakistani soldiers." gives
//   killed 58 soldier:pak | says afg/taliban | ... stake enemy_loss
// Repeats of one statement inside the text (headline, pull quote, embedded
// post) become one claim with several spans in `also`.
//
// Known gaps: whether a government counts its war or a disaster is judged for
// the whole article, not for each event in it.
Extraction AssembleClaims(const Document& document, std::string_view text, bool title,
                          const TextLayer& layer, const std::vector<Quantity>& quantities,
                          const Mentions& mentions, const Attributions& attributions,
                          const std::vector<Anchor>& anchors, const Rulebook& rulebook);

// Drops the title's claims that the body states as well; the others are kept
// behind the body's.
void AddTitleClaims(Extraction title, Extraction* body);

}  // namespace counterclaim
