#include "assemble/rejected.h"

#include <algorithm>
#include <optional>

namespace counterclaim {

namespace {

constexpr std::uint32_t kFarthest = 4;  // sentences between a claim and who rejects it
constexpr std::size_t kMost = 16;       // claims that one sentence rejects

std::uint32_t SentenceOf(const TextLayer& layer, const Claim& claim) {
  const auto after =
      std::upper_bound(layer.sentences.begin(), layer.sentences.end(), claim.sentence.begin,
                       [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  return static_cast<std::uint32_t>(after - layer.sentences.begin()) -
         (after == layer.sentences.begin() ? 0 : 1);
}

bool SameSpeaker(const Source& a, const Source& b) {
  if (a.party && b.party) return Principal(*a.party) == Principal(*b.party);
  if (a.person && b.person) return a.person->id == b.person->id;
  return !a.party && !b.party && a.text == b.text;
}

// "the rebels, accused of killing 50 villagers": the losses that a party tells of its own are
// disputed by whom they are laid to.
bool Blames(const Claim& claim, const Source& rejecter) {
  return claim.actor && claim.actor->party && rejecter.party &&
         Principal(*claim.actor->party) == Principal(*rejecter.party);
}

// Asserted by somebody else, of more than nobody.
bool MayReject(const Rejection& rejection, const Claim& claim) {
  return !claim.in_title && claim.stance == Stance::kAsserted && claim.quantity.hard.high > 0 &&
         !claim.part_of && (claim.stake != Stake::kOwnLoss || Blames(claim, rejection.source)) &&
         claim.source.kind != SourceKind::kNarrator && !SameSpeaker(claim.source, rejection.source);
}

class Attacher {
 public:
  Attacher(const TextLayer& layer, std::vector<Claim>* claims) : claims_(*claims) {
    for (const Claim& claim : claims_) sentences_.push_back(SentenceOf(layer, claim));
  }

  void Attach(const Rejection& rejection) {
    std::size_t left = kMost;
    if (rejection.of) {
      for (std::size_t i = 0; i < claims_.size() && left > 0; ++i) {
        const auto& party = claims_[i].source.party;
        if (Before(i, rejection) && party && Principal(*party) == *rejection.of &&
            MayReject(rejection, claims_[i]))
          Add(i, rejection), --left;
      }
      return;
    }
    std::optional<std::size_t> last = Nearest(rejection, nullptr);
    const Source* first = last ? &claims_[*last].source : nullptr;
    for (int speakers = rejection.both ? 2 : 1; last && speakers > 0; --speakers) {
      const std::size_t of = *last;
      for (std::size_t i = 0; i < claims_.size() && left > 0; ++i) {
        if (sentences_[i] == sentences_[of] && SameSpeaker(claims_[i].source, claims_[of].source) &&
            MayReject(rejection, claims_[i])) {
          Add(i, rejection), --left;
          if (rejection.one) break;
        }
      }
      last = Nearest(rejection, first);
    }
  }

 private:
  bool Before(std::size_t claim, const Rejection& rejection) const {
    const auto& cue = rejection.source.cue_span;
    return sentences_[claim] < rejection.sentence ||
           (sentences_[claim] == rejection.sentence && cue &&
            claims_[claim].quantity.span.end < cue->begin);
  }

  // The last claim before that somebody else than `but` made.
  std::optional<std::size_t> Nearest(const Rejection& rejection, const Source* but) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (!Before(i, rejection) || rejection.sentence - sentences_[i] > kFarthest ||
          !MayReject(rejection, claims_[i]) || (but && SameSpeaker(claims_[i].source, *but)))
        continue;
      if (!best || sentences_[i] >= sentences_[*best]) best = i;
    }
    return best;
  }

  void Add(std::size_t claim, const Rejection& rejection) {
    std::vector<Source>& by = claims_[claim].denied_by;
    const bool told = std::any_of(by.begin(), by.end(), [&](const Source& each) {
      return SameSpeaker(each, rejection.source);
    });
    if (!told) by.push_back(rejection.source);
  }

  std::vector<Claim>& claims_;
  std::vector<std::uint32_t> sentences_;  // of the claims
};

}  // namespace

void AttachRejections(const TextLayer& layer, const std::vector<Rejection>& rejections,
                      std::vector<Claim>* claims) {
  if (rejections.empty() || claims->empty()) return;
  Attacher attacher(layer, claims);
  for (const Rejection& rejection : rejections) attacher.Attach(rejection);
}

}  // namespace counterclaim
