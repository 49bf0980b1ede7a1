#pragma once
#include "compare/position.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// How far the one who speaks can see.

// "Nobody was hurt, a clerk said", of no day and place of its own: not of all that is told.
// `narrated`: a narrator tells of others in the same article.
bool OfPartOnly(const Position& none, bool narrated);

// A hospital counts those who came to it, whatever the toll is; "Eleven of my relatives died, said
// Shihab, a driver", where 167 died: somebody without an office knows of a few.
bool SeesPart(const Position& less, const Position& more, const Taxonomy& taxonomy);

// "19 died in a hut", told by the article itself beside a source's 1,200: who counts all names
// whom he has it from (Horizon::voice_ratio), unless both tell the place and the day, or
// name the side whose fighters they count.
bool TellsPart(const Position& less, const Position& more, const Taxonomy& taxonomy);

// At one place smaller than a country.
bool InOneTown(const Position& a, const Position& b);

// "30,035 killed", of a war, and 112 of a raid: no figure moved so far (Horizon::leap_ratio), and
// no two observers of one thing lie so far apart; parties that oppose one another may. The first
// few dead of a disaster may become thousands.
bool Leaps(const Position& a, const Position& b, const Taxonomy& taxonomy);

// Who repeats his figure beside a newer one takes no part in its growth.
bool KeptUp(const Position& earlier, const Position& later);

}  // namespace counterclaim
