#include "attribution/speaker.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint64_t kPronouns = kHeWord | kSheWord | kItWord | kTheyWord;

class SpeakerReader {
 public:
  SpeakerReader(const Text& text, const Rulebook& rulebook, std::optional<Day> day)
      : text_(text), rulebook_(rulebook), day_(day), cues_(text.language.cues) {}

  Speaker Read(Span span) {
    const auto& tokens = text_.layer.tokens;
    const auto from = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.span.begin < span.begin;
    });
    speaker_.first_token = static_cast<std::uint32_t>(from - tokens.begin());
    speaker_.end_token = speaker_.first_token;
    while (speaker_.end_token < tokens.size() && tokens[speaker_.end_token].span.end <= span.end) {
      ++speaker_.end_token;
    }
    if (speaker_.end_token == speaker_.first_token) return speaker_;
    Pronoun();
    if (speaker_.pronoun()) return speaker_;
    speaker_.definite = (Bits(speaker_.first_token) & (kDeterminerWord | kPossessorWord)) != 0;
    const std::uint64_t first = Bits(speaker_.first_token);
    speaker_.possessed =
        (first & kPossessorWord) && !(first & kMineWord);  // "our army" is the army
    Nouns();
    Names();
    Capitals();
    if (OfAnother()) speaker_.qualified = true;
    return speaker_;
  }

 private:
  const Token& At(std::uint32_t at) const { return text_.layer.tokens[at]; }
  std::uint64_t Bits(std::uint32_t at) const { return cues_.Word(At(at).word); }

  void Pronoun() {
    const std::uint64_t bits = Bits(speaker_.first_token);
    if (speaker_.end_token - speaker_.first_token == 1 && (bits & (kPronouns | kPossessorWord))) {
      speaker_.words = bits & (kPronouns | kPossessorWord);
    }
  }

  const Name* NameOver(std::uint32_t at) const {
    const auto& names = text_.layer.names;
    auto name = std::upper_bound(names.begin(), names.end(), at,
                                 [](std::uint32_t a, const Name& n) { return a < n.first_token; });
    return name != names.begin() && (--name)->end_token > at ? &*name : nullptr;
  }

  bool InName(std::uint32_t at) const {
    const Name* name = NameOver(at);
    return name && name->end_token - name->first_token > 1;
  }

  // Inside the name of a group.
  bool InGroup(std::uint32_t at) const {
    const Name* name = NameOver(at);
    const Party* party = name && name->party ? rulebook_.parties.Find(*name->party) : nullptr;
    return party && party->kind == PartyKind::kGroup && name->kind == NameKind::kParty;
  }

  // The head is the last noun for a speaker before the first preposition.
  void Nouns() {
    bool head_open = true;
    for (std::uint32_t at = speaker_.first_token; at < speaker_.end_token;) {
      const auto match = cues_.speakers.Longest(text_.layer.tokens, at, speaker_.end_token);
      Organ(at);
      if (match.length == 0) {
        Document(at, head_open);
        const bool word = At(at).kind == TokenKind::kWord;
        if (!word && speaker_.noun) return;
        if (!word || (Bits(at) & (kPrepositionWord | kRelativeWord))) {
          head_open = head_open && !speaker_.noun;
        }
        ++at;
        continue;
      }
      const SpeakerNoun& noun = cues_.speaker_list[match.values->front()];
      if (!InName(at) && !OfTitle(at + match.length)) {
        // "the hospital's spokesman"; not "the headquarters for prisoners"
        const bool whose = head_open || noun.speaker == SpeakerClass::kBody;
        neutral_ = neutral_ || (noun.neutral && whose && at >= state_organ_end_);
        speaker_.local = speaker_.local || noun.local;
        if (head_open) {
          speaker_.noun = &noun;
          head_end_ = speaker_.head_end = at + match.length;
          head_size_ = match.length;
          speaker_.head = At(at + match.length - 1).word;
        }
      }
      at += match.length;
    }
  }

  // "the Tribal Leaders' Forum": no leaders speak. `end`: behind the noun.
  bool OfTitle(std::uint32_t end) const {
    return end + 1 < speaker_.end_token && At(end - 1).capital &&
           IsOwnerEnding(At(end), text_.text) && At(end + 1).capital;
  }

  // "the airport's director": of what is neither a side nor an office.
  bool OfAnother() const {
    if (!speaker_.noun || speaker_.noun->speaker != SpeakerClass::kPerson || speaker_.party ||
        speaker_.organ || speaker_.local || speaker_.possessed)
      return false;
    for (std::uint32_t at = speaker_.first_token + 1; at + 1 < head_end_; ++at) {
      const bool mark = At(at).kind == TokenKind::kWord && !At(at).space_before &&
                        At(at).span.size() <= 4 && !At(at - 1).capital;
      const std::string_view word = text_.Words(At(at).span);
      if (!mark || !(word.starts_with('\'') || word.starts_with("\u2019"))) continue;
      return cues_.speakers.Longest(text_.layer.tokens, at - 1, at).length == 0;
    }
    return false;
  }

  void Document(std::uint32_t at, bool head_open) {
    const auto match = cues_.nouns.Longest(text_.layer.tokens, at, speaker_.end_token);
    if (match.length > 0 && head_open && !speaker_.noun) speaker_.document = true;
  }

  void Organ(std::uint32_t at) {
    const auto& names = text_.language.party_names;
    const auto organ = names.organs.Longest(text_.layer.tokens, at, speaker_.end_token);
    if (organ.length > 0 && InGroup(at)) return;  // "the Arakan Army"
    if (speaker_.organ) {  // "the military's media wing": no media that take no side
      if (organ.length > 0 && names.organ_list[organ.values->front()].state)
        state_organ_end_ = at + organ.length;
      return;
    }
    const auto title = names.titles.Longest(text_.layer.tokens, at, speaker_.end_token);
    if (title.length > 0 && title.length >= organ.length) {  // not "General" of "General Staff"
      speaker_.organ = names.title_list[title.values->front()].organ;
      speaker_.local =
          speaker_.local ||
          std::any_of(names.organ_list.begin(), names.organ_list.end(),
                      [&](const PartyNames::Organ& each) {
                        return each.local && speaker_.organ && each.id == *speaker_.organ;
                      });
    }
    if (speaker_.organ || organ.length == 0) return;
    const PartyNames::Organ& noun = names.organ_list[organ.values->front()];
    speaker_.organ = noun.id;
    speaker_.elsewhere = noun.elsewhere;
    speaker_.local = speaker_.local || noun.local;
    organ_first_ = at;
    if (noun.state || noun.local) state_organ_end_ = at + organ.length;
  }

  std::optional<PartyId> PartyOf(const Name& name) const {
    if (name.party) return rulebook_.parties.On(*name.party, day_);
    if (!name.place) return std::nullopt;
    const auto authority = rulebook_.places.authorities.find(*name.place);
    if (authority == rulebook_.places.authorities.end()) return std::nullopt;
    return authority->second;
  }

  // Persons first, then the first body named; a state only where no neutral
  // noun tells that it merely says where the speaker is from.
  void Names() {
    const auto& names = text_.layer.names;
    auto name = FirstName(text_.layer, speaker_.first_token);
    bool sides = false;
    std::uint32_t last_end = 0;
    for (; name != names.end() && name->first_token < speaker_.end_token; ++name) {
      const auto party = PartyOf(*name);
      // "Rebels loyal to South Sudan's vice-president"
      const bool foes = speaker_.noun && speaker_.noun->rebel && name->first_token >= head_end_;
      if (!party || (foes && !IsGroup(*party))) continue;
      if (name->kind == NameKind::kPerson && name->person) {
        const auto known = rulebook_.parties.persons.find(*name->person);
        if (speaker_.person || known == rulebook_.parties.persons.end()) continue;
        speaker_.person = Person{*name->person, known->second.name};
        speaker_.party = party;
        sides = true;
        continue;
      }
      if (speaker_.person) continue;
      const bool side = rulebook_.parties.TakesSides(*party);
      const bool organ =
          name->kind == NameKind::kParty && party->text.find('/') != std::string::npos;
      if (side && neutral_ && !organ && !(Body() && IsGroup(*party)) && !Opens(*name)) continue;
      const bool owned = sides && !side && name->first_token <= last_end + 1;  // "Russia's TASS"
      const bool apposed = Possessive(last_end) && name->end_token == speaker_.end_token &&
                           AfterComma(name->first_token);  // "Al Qaeda's branch, JNIM"
      const bool after_noun =
          last_end > 0 && name->first_token > last_end && !AfterComma(name->first_token);
      const bool meant = sides && side && after_noun && IsGroup(*party) && !Possessive(last_end) &&
                         !(Bits(name->first_token - 1) & kOfWord) &&
                         name->end_token == speaker_.end_token;  // "the al-Qaeda affiliate JNIM"
      if (!speaker_.party || owned || apposed || meant || OfState(*name, *party, last_end) ||
          (side && !sides && !Third(*speaker_.party))) {
        speaker_.party = party;
        sides = side;
      }
      last_end = name->end_token;
    }
    if (speaker_.party && sides && speaker_.organ && !speaker_.person &&
        speaker_.party->text.find('/') == std::string::npos) {
      speaker_.party = PartyId(speaker_.party->text + '/' + *speaker_.organ);
    }
    speaker_.neutral = neutral_ && !sides;
  }

  // "JNIM, the local branch of al-Qaeda": a name that only an apposition follows.
  bool Opens(const Name& name) const {
    const std::uint32_t first = speaker_.first_token + (speaker_.definite ? 1 : 0);
    return name.kind == NameKind::kParty && name.first_token == first &&
           name.end_token < speaker_.end_token && text_.Words(At(name.end_token).span) == ",";
  }

  // "Lebanon's Hezbollah", "the Yemeni Houthis": a group right behind the name of its state.
  bool OfState(const Name& name, const PartyId& party, std::uint32_t last_end) const {
    const Party* state = rulebook_.parties.Find(*speaker_.party);
    const Party* group = rulebook_.parties.Find(party);
    if (!state || state->kind != PartyKind::kState || !group || group->kind != PartyKind::kGroup ||
        name.kind != NameKind::kParty)
      return false;
    const std::uint32_t gap = Possessive(last_end) ? 1 : 0;
    return name.first_token == last_end + gap;
  }

  bool Body() const { return speaker_.noun && speaker_.noun->speaker == SpeakerClass::kBody; }
  bool IsGroup(const PartyId& id) const {
    const Party* party = rulebook_.parties.Find(Principal(id));
    return !party || party->kind == PartyKind::kGroup;
  }
  bool Possessive(std::uint32_t at) const {
    return at > 0 && at < speaker_.end_token && !At(at).space_before && At(at).span.size() <= 4 &&
           At(at).kind == TokenKind::kWord;
  }
  bool AfterComma(std::uint32_t at) const {
    return at > speaker_.first_token && text_.Words(At(at - 1).span) == ",";
  }

  bool Third(const PartyId& id) const {
    const Party* party = rulebook_.parties.Find(id);
    return party && party->kind == PartyKind::kThirdParty;
  }

  // How surely a run of capitals is the name of the one who speaks: right behind his title or
  // office; "Omar Hale, the governor"; none of a body, "of the Southern Squadron".
  int NameRank(std::uint32_t start, std::uint32_t end) const {
    if (start > speaker_.first_token && (Bits(start - 1) & kTitleWord)) return 3;
    if (start == head_end_ && head_end_ > speaker_.first_token) return 3;
    const bool apposed = end < speaker_.end_token && text_.Words(At(end).span) == ",";
    if (start == speaker_.first_token && apposed) return 2;
    return OfBody(start) ? 0 : 1;
  }
  // "of the Southern Squadron", "at Orlen General Hospital"
  bool OfBody(std::uint32_t start) const {
    return start > speaker_.first_token && (Bits(start - 1) & (kPrepositionWord | kDeterminerWord));
  }

  void Capitals() {
    if (speaker_.person) return;
    std::string best, run;
    std::uint32_t start = 0, behind = 0;  // of the best run; the token after it
    std::uint32_t begin = 0;              // of the run
    int rank = -1;
    const auto close = [&](std::uint32_t end) {
      if (run.empty()) return;
      if (const int mine = NameRank(begin, end); mine >= rank) {
        rank = mine;
        best = run;
        start = begin;
        behind = end;
      }
      run.clear();
    };
    // "Commissioner Omar Hale"
    const bool titled = speaker_.noun && speaker_.noun->speaker == SpeakerClass::kPerson &&
                        head_end_ < speaker_.end_token && At(head_end_).capital;
    for (std::uint32_t at = speaker_.first_token; at < speaker_.end_token; ++at) {
      const Token& token = At(at);
      const bool part = token.kind == TokenKind::kWord && token.capital &&
                        !(Bits(at) & (kTitleWord | kDeterminerWord | kTimeWord)) && !NameOver(at) &&
                        !(titled && at >= head_end_ - head_size_ && at < head_end_);
      if (!part) {
        close(at);
        continue;
      }
      if (run.empty()) begin = at;
      if (!run.empty()) run += ' ';
      run += text_.Words(token.span);
    }
    close(speaker_.end_token);
    // "the Director" of a text that names him
    const bool title = speaker_.noun && speaker_.noun->speaker == SpeakerClass::kPerson &&
                       speaker_.definite && head_end_ == speaker_.end_token &&
                       head_end_ - head_size_ == speaker_.first_token + 1;
    if (title) best.clear();
    speaker_.capitals = best;
    speaker_.of_body = !best.empty() && OfBody(start);
    if (best.empty() || !speaker_.noun) return;
    const std::uint32_t body = organ_first_ > 0 ? organ_first_ : head_end_ - 1;
    speaker_.qualified = !At(head_end_ - 1).capital && start == speaker_.first_token + 1 &&
                         start < body && speaker_.definite && !speaker_.possessed &&
                         start != organ_first_;
    if (start < head_end_) {
      // "Omar Hale, the governor"
      const bool first = start == speaker_.first_token && behind > start;
      speaker_.named_apart = first && behind < head_end_ && text_.Words(At(behind).span) == ",";
      return;
    }
    while (start > head_end_ && (Bits(start - 1) & kTitleWord)) --start;
    speaker_.named_apart = !OfBody(start);
  }

  const Text& text_;
  const Rulebook& rulebook_;
  std::optional<Day> day_;
  const CueRules& cues_;
  Speaker speaker_;
  std::uint32_t head_end_ = 0, head_size_ = 0, state_organ_end_ = 0, organ_first_ = 0;
  bool neutral_ = false;
};

}  // namespace

Speaker ReadSpeaker(const Text& text, const Rulebook& rulebook, std::optional<Day> day, Span span) {
  return SpeakerReader(text, rulebook, day).Read(span);
}

}  // namespace counterclaim
