#pragma once
#include "model/document.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Sets document->dateline: the town in capitals that opens the text before a dash
// ("AHMEDABAD, June 12 -") or a colon. Of two towns ("YEREVAN/BAKU -") neither.
void FindDateline(const TextLayer& layer, Document* document);

// Sets document->date and date_from where neither metadata nor an option gave a
// date: from a dateline ("KYIV, Sept 7 -"), a line that is but a date ("Sat Oct
// 25 2025"), the file name (already set by the caller) or the date of an
// embedded post ("(@mfa) October 18, 2025"), the first of these that exists. A
// dateline without its year takes the year that lies nearest to one of the
// others; without any it is not read.
void FindArticleDate(const TextLayer& layer, const Language& language, Document* document);

}  // namespace counterclaim
