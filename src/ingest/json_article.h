#pragma once
#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "ingest/decode.h"
#include "model/document.h"

namespace counterclaim {

// One article of JSON: an object with a `text`, which stands in `decoded.text`
// from `begin` to `end`. The derived text is the decoded string; its offsets
// lead through the escapes. Problems: I003 no such object, I007 a date that
// cannot be read (a warning). False when there is no article.
bool ReadJsonArticle(const Decoded& decoded, std::size_t begin, std::size_t end,
                     const std::vector<std::string>& languages, Document* document,
                     std::vector<Diagnostic>* problems);

}  // namespace counterclaim
