// Whose words a text is that a body publishes itself.
#include <algorithm>

#include "attribution/resolve.h"

namespace counterclaim {

namespace {

// "We deny": outside of what others are quoted with.
bool SaysWe(const Text& text) {
  constexpr std::size_t kMostRead = 2000;  // tokens
  const auto& tokens = text.layer.tokens;
  const auto& quotations = text.layer.quotations;
  auto quotation = quotations.begin();
  for (std::size_t at = 0; at < std::min(tokens.size(), kMostRead); ++at) {
    const Span span = tokens[at].span;
    while (quotation != quotations.end() && quotation->span.end <= span.begin) ++quotation;
    const bool quoted = quotation != quotations.end() && quotation->span.begin <= span.begin;
    const std::uint64_t word = text.language.cues.Word(tokens[at].word);
    if (!quoted && (word & (kFirstWord | kMineWord))) return true;
  }
  return false;
}

}  // namespace

std::optional<Source> SourceResolver::Publisher() const {
  const std::string publisher = document_.source.value_or("");
  const auto tokens = TokensOf(publisher, text_.language);
  const PartyNames& names = text_.language.party_names;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  std::optional<bool> says;
  const auto we = [&] {
    if (!says) says = SaysWe(text_);
    return *says;
  };
  bool office = false, body = false, outlet = false;
  std::optional<std::string> organ;
  std::optional<PartyId> group;
  for (std::uint32_t at = 0; at < size; ++at) {
    const auto noun = names.organs.Longest(tokens, at, size);
    if (noun.length > 0) {
      const PartyNames::Organ& found = names.organ_list[noun.values->front()];
      if (found.outlet) return std::nullopt;
      // "Tarn National Police"; not "Army Times"
      const std::uint32_t end = at + noun.length;
      const bool whole = end == size || tokens[end].kind == TokenKind::kPunctuation;
      if ((found.state || found.local || whole || we()) && !organ) organ = found.id;
    }
    const auto speaker = text_.language.cues.speakers.Longest(tokens, at, size);
    if (speaker.length > 0) {
      const SpeakerNoun& found = text_.language.cues.speaker_list[speaker.values->front()];
      outlet = outlet || found.outlet;
      body = body || found.speaker == SpeakerClass::kBody;
      office = office || (found.official && found.speaker == SpeakerClass::kBody);
    }
    const auto name = names.phrases.Longest(tokens, at, size);
    if (name.length == 0) continue;
    for (const std::uint32_t value : *name.values) {
      const auto& party = names.readings[value].party;
      const Party* found = party ? rulebook_.parties.Find(*party) : nullptr;
      if (found && found->kind == PartyKind::kGroup) group = Principal(*party);
    }
  }
  Source source;
  source.text = publisher;
  source.kind = SourceKind::kParty;
  const bool own = outlet ? we() : office || organ;  // "RSF Official Channel"
  if (group && own) source.party = group;
  if (outlet && !source.party) return std::nullopt;
  auto home = source.party || !organ ? std::nullopt : Home();
  if (!home && !source.party && organ && !stakes_.Main()) {  // "Kaduna State Government"
    const auto states = StatesIn(publisher, true, text_.language, rulebook_);
    if (states.size() == 1) home = states.front();
  }
  if (home) source.party = PartyId(home->text + '/' + *organ);
  if (source.party) return source;
  // "Stowe Valley Police", "Legal Observers' Network": of no state that is known.
  if (!organ && !(body && we())) return std::nullopt;
  source.party = PartyId(KebabId(publisher));
  source.kind = SourceKind::kThirdParty;
  return source;
}

}  // namespace counterclaim
