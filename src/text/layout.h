#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/text_layer.h"
#include "rulebook/rulebook.h"
#include "text/scan.h"

namespace counterclaim {

// What kind of paragraph this is. Looks at its words only where the scan or
// its length gives a reason to.
ParagraphKind KindOf(std::string_view text, const ScannedParagraph& scanned,
                     const Language& language);

// The minute of the day that a live blog's time stamp at the start of a
// paragraph names: "14:05 GMT: ...", "9.40am", "[23:10]".
std::optional<std::uint16_t> TimeStamp(std::string_view text, Span paragraph,
                                       const Language& language);

}  // namespace counterclaim
