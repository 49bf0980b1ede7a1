#include "assemble/rejected.h"

#include <algorithm>
#include <map>
#include <optional>

namespace counterclaim {

namespace {

constexpr std::uint32_t kFarthest = 4;   // sentences between a claim and who rejects it
constexpr std::ptrdiff_t kMost = 16;     // claims that one sentence rejects, or are looked at
constexpr std::size_t kMostDeniers = 8;  // of one claim

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
    for (std::uint32_t i = 0; i < claims_.size(); ++i)
      ordered_.push_back({SentenceOf(layer, claims_[i]), claims_[i].quantity.span.end, i});
    std::sort(ordered_.begin(), ordered_.end());
    for (std::uint32_t at = 0; at < ordered_.size(); ++at) {
      const auto& party = ClaimAt(at).source.party;
      if (party) of_party_[Principal(*party)].push_back(at);
    }
  }

  void Attach(const Rejection& rejection) {
    if (rejection.of) return AttachTo(*rejection.of, rejection);
    std::optional<std::uint32_t> last = Nearest(rejection, nullptr);
    const Source* first = last ? &ClaimAt(*last).source : nullptr;
    for (int speakers = rejection.both ? 2 : 1; last && speakers > 0; --speakers) {
      AttachBeside(*last, rejection);
      last = Nearest(rejection, first);
    }
  }

 private:
  struct Place {
    std::uint32_t sentence, end, claim;  // where its figure stands; its index
    auto operator<=>(const Place&) const = default;
  };

  Claim& ClaimAt(std::uint32_t at) { return claims_[ordered_[at].claim]; }

  // How many claims stand before the words that reject.
  std::uint32_t Before(const Rejection& rejection) const {
    const Place words{rejection.sentence, rejection.source.cue_span->begin, 0};
    return static_cast<std::uint32_t>(std::lower_bound(ordered_.begin(), ordered_.end(), words) -
                                      ordered_.begin());
  }

  // The figures of one party, the last of those before.
  void AttachTo(const PartyId& party, const Rejection& rejection) {
    const auto found = of_party_.find(party);
    if (found == of_party_.end()) return;
    const auto end =
        std::lower_bound(found->second.begin(), found->second.end(), Before(rejection));
    for (auto at = end; at != found->second.begin() && end - at < kMost;) Add(*--at, rejection);
  }

  // The claim at `at`, and what its speaker tells in the same sentence.
  void AttachBeside(std::uint32_t at, const Rejection& rejection) {
    const std::uint32_t sentence = ordered_[at].sentence;
    const Source speaker = ClaimAt(at).source;
    std::uint32_t begin = at;
    while (begin > 0 && at - begin < kMost && ordered_[begin - 1].sentence == sentence) --begin;
    for (; begin < ordered_.size() && ordered_[begin].sentence == sentence && begin < at + kMost;
         ++begin) {
      if (SameSpeaker(ClaimAt(begin).source, speaker) && Add(begin, rejection) && rejection.one)
        return;
    }
  }

  // The last claim before that somebody else than `but` made.
  std::optional<std::uint32_t> Nearest(const Rejection& rejection, const Source* but) {
    const std::uint32_t end = Before(rejection);
    for (std::uint32_t at = end; at > 0 && end - at < kMost;) {
      --at;
      if (rejection.sentence - ordered_[at].sentence > kFarthest) break;
      const Claim& claim = ClaimAt(at);
      if (MayReject(rejection, claim) && !(but && SameSpeaker(claim.source, *but))) return at;
    }
    return std::nullopt;
  }

  bool Add(std::uint32_t at, const Rejection& rejection) {
    Claim& claim = ClaimAt(at);
    if (!MayReject(rejection, claim)) return false;
    std::vector<Source>& by = claim.denied_by;
    const bool told = std::any_of(by.begin(), by.end(), [&](const Source& each) {
      return SameSpeaker(each, rejection.source);
    });
    if (!told && by.size() < kMostDeniers) by.push_back(rejection.source);
    return true;
  }

  std::vector<Claim>& claims_;
  std::vector<Place> ordered_;                              // of the claims, sorted
  std::map<PartyId, std::vector<std::uint32_t>> of_party_;  // indices of `ordered_`
};

}  // namespace

void AttachRejections(const TextLayer& layer, const std::vector<Rejection>& rejections,
                      std::vector<Claim>* claims) {
  if (rejections.empty() || claims->empty()) return;
  Attacher attacher(layer, claims);
  for (const Rejection& rejection : rejections) attacher.Attach(rejection);
}

}  // namespace counterclaim
