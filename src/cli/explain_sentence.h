#pragma once
#include <string>

#include "cli/session.h"

namespace counterclaim {

// Everything that the stages see in the sentences that touch one line of an
// article's file: words, names, groups, numbers, reporting, frames with their
// dates and places, claims, and what fell short.
std::string ExplainLine(const Session& session, const Document& document, unsigned line);

}  // namespace counterclaim
