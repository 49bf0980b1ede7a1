#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "anchor/time_use.h"
#include "model/mention.h"
#include "model/text_layer.h"
#include "rulebook/rulebook.h"

namespace counterclaim {

// Reads whose losses a figure counts from the words around it.
class LossWords {
 public:
  // Either the owner itself or the one whose enemy it is; neither where the
  // words say nothing.
  struct Owner {
    std::optional<PartyId> party, enemy_of;
    bool possessed = false;  // "our men", "its fighters"
    std::string why;
  };

  LossWords(const TextLayer& layer, const Language& language, const PartyTable& parties)
      : layer_(layer),
        language_(language),
        parties_(parties),
        cues_(MarkCues(layer, language.calendar)) {}

  // `before` is the side of the figure before in the sentence, `speaker` the side that
  // makes the statement; `others`: that figure is of its enemies, named or not.
  Owner OwnerOf(const Mention& mention, const std::optional<PartyId>& before, bool others,
                const std::optional<PartyId>& speaker) const;

  // "Operation Anvil"
  bool IsOperation(Span actor) const;

  // "the fighting has cost 30 lives on both sides": the sentence counts no one side.
  bool OfBothSides(const Mention& mention) const;

 private:
  struct Range {
    std::uint32_t first = 0, end = 0;
  };

  Range TokensOf(Span span) const;
  std::optional<std::uint32_t> Find(Range range, AnchorCue cue) const;
  std::optional<PartyId> NamedBefore(std::uint32_t token, std::uint32_t begin) const;
  std::optional<PartyId> FirstNamed(std::uint32_t sentence) const;
  Owner OfObject(const Mention& mention, const std::optional<PartyId>& before, bool others,
                 const std::optional<PartyId>& speaker, Range sentence) const;
  Owner OfSide(Range sentence, const std::optional<PartyId>& speaker) const;
  Owner OfLoss(const Mention& mention, const std::optional<PartyId>& speaker, Range sentence) const;

  const TextLayer& layer_;
  const Language& language_;
  const PartyTable& parties_;
  const CueMasks cues_;
};

}  // namespace counterclaim
