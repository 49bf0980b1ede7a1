#pragma once
#include <atomic>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/finding.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// What every stage saw in one article; kept for `inspect` and `explain`.
struct Stages {
  TextLayer layer;
  std::vector<Quantity> quantities;
  Mentions mentions;
  Attributions attributions;
  std::vector<Anchor> anchors;  // one for each mention
};

struct ExtractOptions {
  std::string convention = "cautious";
  bool whole_text = false;   // read every sentence, not only candidates (inspect, explain)
  bool claims_only = false;  // leave out refused numbers, unread sentences and repeats
  std::atomic<std::size_t>* done = nullptr;  // counts the articles that ExtractAll has read
};

// One article through every stage, in order. Fills document->repeats with what
// the article itself says twice.
Extraction Extract(Document* document, const Rulebook& rulebook, const ExtractOptions& options,
                   Stages* stages = nullptr);

// All articles on `threads` threads; the result is the same for every number.
Extraction ExtractAll(std::span<Document> documents, const Rulebook& rulebook,
                      const ExtractOptions& options, unsigned threads);

}  // namespace counterclaim
