#pragma once
#include <string_view>
#include <vector>

#include "base/span.h"

namespace counterclaim {

// The paragraphs of a text, blanks at both ends left out. A blank line ends a
// paragraph. A lone line end ends it too, unless the text is wrapped by hand:
// then lines that were broken only because the next word did not fit belong
// together, and the line end inside the paragraph is a blank.
//
// "FIVE SOLDIERS WERE\nKILLED TODAY.\n\nThe end." (wrapped at 20) has two.
std::vector<Span> FindParagraphs(std::string_view text);

}  // namespace counterclaim
