#include "attribution/rejection.h"

#include <algorithm>

namespace counterclaim {

namespace {

class RejectionReader {
 public:
  RejectionReader(const Text& text, const Rulebook& rulebook, const Attributions& attributions)
      : text_(text),
        rulebook_(rulebook),
        tokens_(text.layer.tokens),
        cues_(text.language.cues),
        attributions_(attributions) {}

  std::vector<Rejection> Read() const {
    std::vector<Rejection> found;
    for (const Attribution& each : attributions_.attributions) {
      if (each.stance != Stance::kDenied || !each.source.span || !each.source.cue_span) continue;
      for (const Span content : each.content) {
        const std::uint32_t first = TokenAt(content.begin), end = TokenAt(content.end);
        if (!OfClaim(first, end)) continue;
        found.push_back({each.source, SentenceAt(content.begin), Named(first, end),
                         Both(first, end), One(first, end)});
        break;
      }
    }
    return found;
  }

 private:
  std::uint32_t TokenAt(std::uint32_t position) const {
    const auto at =
        std::lower_bound(tokens_.begin(), tokens_.end(), position,
                         [](const Token& token, std::uint32_t p) { return token.span.begin < p; });
    return static_cast<std::uint32_t>(at - tokens_.begin());
  }

  std::uint32_t SentenceAt(std::uint32_t position) const {
    const auto& all = text_.layer.sentences;
    const auto after =
        std::upper_bound(all.begin(), all.end(), position,
                         [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
    return static_cast<std::uint32_t>(after - all.begin()) - (after == all.begin() ? 0 : 1);
  }

  bool Is(std::uint32_t at, std::uint64_t bits) const {
    return (cues_.Word(tokens_[at].word) & bits) != 0;
  }

  // It names a claim, or points to one ("that", "it") and calls it untrue, and says nothing of what
  // was claimed: "the accusation of having attacked a prison" is about something else.
  bool OfClaim(std::uint32_t first, std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 24;  // tokens
    bool untrue = false;
    std::optional<std::uint32_t> claim;
    for (std::uint32_t at = first; at < std::min(end, first + kLongest); ++at) {
      if (tokens_[at].kind == TokenKind::kNumber) return false;
      untrue = untrue || Is(at, kUntrueWord);
      if (!claim && (cues_.nouns.Longest(tokens_, at, at + 1).length > 0 || Is(at, kFigureWord)))
        claim = at;
    }
    if (!claim) return first < end && Is(first, kThatWord | kItWord) && untrue;
    return Is(*claim, kFigureWord) || *claim + 1 >= end || !Is(*claim + 1, kThatWord | kOfWord);
  }

  // "any such number": one figure, not all that were given.
  bool One(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at)
      if (Is(at, kFigureWord)) return !text_.language.syntax.FactsOf(tokens_[at].word).plural;
    return false;
  }

  // "the Pakistani figures": whose they are.
  std::optional<PartyId> Named(std::uint32_t first, std::uint32_t end) const {
    for (auto name = FirstName(text_.layer, first);
         name != text_.layer.names.end() && name->first_token < end; ++name) {
      if (name->party && rulebook_.parties.TakesSides(*name->party)) return Principal(*name->party);
    }
    return std::nullopt;
  }

  bool Both(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at)
      if (text_.language.syntax.ClassOf(tokens_[at].word) & kPair) return true;
    return false;
  }

  const Text& text_;
  const Rulebook& rulebook_;
  const std::vector<Token>& tokens_;
  const CueRules& cues_;
  const Attributions& attributions_;
};

}  // namespace

std::vector<Rejection> FindRejections(const Text& text, const Rulebook& rulebook,
                                      const Attributions& attributions) {
  return RejectionReader(text, rulebook, attributions).Read();
}

}  // namespace counterclaim
