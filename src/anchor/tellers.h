#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "model/attribution.h"
#include "model/mention.h"
#include "model/text_layer.h"

namespace counterclaim {

// Places where something is told, and nothing happened: those of sources and hearers.
class Tellers {
 public:
  Tellers(std::string_view text, const TextLayer& layer, const Attributions& attributions,
          const Mentions& mentions);

  bool Tells(const Name& name, std::uint32_t sentence) const {
    return IsSource(name) || IsSeat(name, sentence) || IsHearer(name);
  }

 private:
  const Token& At(std::uint32_t token) const { return layer_.tokens[token]; }
  bool IsHearer(const Name& name) const;
  bool IsSource(const Name& name) const;
  bool IsSeat(const Name& name, std::uint32_t sentence) const;

  std::string_view text_;
  const TextLayer& layer_;
  std::vector<Span> sources_;                             // in order
  std::vector<std::pair<Span, std::vector<Span>>> told_;  // cues in order, with what is reported
  std::vector<std::uint32_t> figures_;                    // tokens of the numbers, in order
};

}  // namespace counterclaim
