#include "names/names.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "names/cities.h"
#include "names/homonyms.h"
#include "names/unlisted.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kMostFillers = 2;

bool IsMark(std::string_view text, const Token& token, char mark) {
  return token.span.size() == 1 && text[token.span.begin] == mark;
}

class NameFinder {
 public:
  NameFinder(std::string_view text, const Rulebook& rulebook, const Language& language,
             TextLayer* layer)
      : text_(text),
        rulebook_(rulebook),
        names_(language.party_names),
        language_(language),
        bare_of_(language.syntax.bare_of),
        layer_(layer),
        tokens_(layer->tokens) {}

  void Run(std::string_view publisher, const Language& language) {
    unlisted_.Find(text_, publisher, language, *layer_);
    for (const Sentence& sentence : layer_->sentences) {
      if ((sentence.bits & kScanName) || !unlisted_.empty())
        ReadSentence(sentence.first_token, sentence.end_token);
    }
    DropStrangers();
  }

 private:
  struct Found {
    std::uint32_t end = 0;        // 0: nothing here
    std::optional<PartyId> side;  // a state or group that may have organs
    bool in_town = false;         // by a metonym or an authority: "in Moscow" places its organs
  };

  void ReadSentence(std::uint32_t first, std::uint32_t end) {
    first_ = first;
    end_ = end;
    LookAtCapitals();
    for (std::uint32_t at = first; at < end;) {
      if (!(tokens_[at].bits & kScanName)) {
        at = tokens_[at].word == kUnknownWord ? std::max(at + 1, ReadUnlisted(at)) : at + 1;
        continue;
      }
      std::uint32_t next = ReadName(at);
      if (next == at) next = ReadOrganOf(at);
      if (next == at) next = ReadShortName(at);
      at = next == at ? at + 1 : next;
    }
  }

  // Whether capitals mark names here: not in a line of capitals, nor, for
  // ordinary words, in a headline that gives every word one.
  void LookAtCapitals() {
    std::uint32_t words = 0, capital = 0, shouted = 0;
    for (std::uint32_t i = first_; i < end_; ++i) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::kWord || token.span.size() < 2 || !token.space_before) continue;
      ++words;
      capital += token.capital;
      shouted += token.all_capitals;
    }
    shouting_ = words > 0 && shouted * 5 >= words * 4;
    telling_ = capital * 3 < words * 2;
  }

  bool CapitalsFit(const PartyNames::Reading& reading, std::uint32_t at,
                   std::uint32_t length) const {
    if (length == 1 && names_.ordinary.contains(tokens_[at].word) && !OrdinaryWordFits(reading, at))
      return false;
    if (shouting_) return true;
    for (std::uint32_t i = 0; i < length && i < 32; ++i) {
      const Token& token = tokens_[at + i];
      if ((reading.capitals >> i & 1) && !token.capital) return false;
      if ((reading.shouted >> i & 1) && !token.all_capitals && length == 1) return false;
    }
    return true;
  }

  bool OrdinaryWordFits(const PartyNames::Reading& reading, std::uint32_t at) const {
    if (shouting_) return false;
    if (reading.shouted) return tokens_[at].all_capitals;
    return telling_ && at != first_ && tokens_[at].capital &&
           tokens_[at - 1].kind == TokenKind::kWord;
  }

  Found Match(std::uint32_t at, std::vector<Name>* found) const {
    if (at >= end_ ||
        !(tokens_[at].capital || shouting_ || names_.small.contains(tokens_[at].word)))
      return {};
    PhraseTable::Match match = names_.phrases.Longest(tokens_, at, end_);
    Found result = Readings(match, at, found);
    while (result.end == 0 &&
           match.length > 1) {  // "Islamic State of the art": the shorter name may fit
      match = names_.phrases.Longest(tokens_, at, at + match.length - 1);
      result = Readings(match, at, found);
    }
    return result;
  }

  Found Readings(const PhraseTable::Match& match, std::uint32_t at,
                 std::vector<Name>* found) const {
    Found result;
    if (match.length == 0) return result;
    const std::uint32_t end = at + match.length;
    for (const std::uint32_t value : *match.values) {
      const PartyNames::Reading& reading = names_.readings[value];
      if (!CapitalsFit(reading, at, match.length) || IsFamilyName(reading, at, match.length) ||
          IsNamesake(reading, at, match.length) || IsGivenName(reading, at, match.length))
        continue;
      found->push_back(MakeName(reading, at, end));
      result.end = end;
      if (reading.kind == NameKind::kPerson) continue;
      if (const auto side = SideOf(reading)) {
        if (!result.side) result.side = side;
        result.in_town |= reading.kind == NameKind::kMetonym || reading.kind == NameKind::kPlace;
      }
    }
    return result;
  }

  // "Mr Sana", "Mahamadou Sana" is no news agency.
  bool IsFamilyName(const PartyNames::Reading& reading, std::uint32_t at,
                    std::uint32_t length) const {
    if (length != 1 || at == first_ || tokens_[at].all_capitals || !reading.party) return false;
    const Token& before = tokens_[at - 1];
    const bool first_name = before.capital && before.word == kUnknownWord;
    if (!first_name && !(language_.cues.Word(before.word) & kTitleWord)) return false;
    const Party* party = rulebook_.parties.Find(*reading.party);
    return party && party->kind == PartyKind::kOutlet;
  }

  // "Governor Nasir El-Rufai" is no town.
  bool IsGivenName(const PartyNames::Reading& reading, std::uint32_t at,
                   std::uint32_t length) const {
    return reading.kind == NameKind::kPlace && length == 1 && at > first_ && at + 1 < end_ &&
           !shouting_ && tokens_[at].capital &&
           (language_.cues.Word(tokens_[at - 1].word) & kTitleWord) && tokens_[at + 1].capital &&
           tokens_[at + 1].word == kUnknownWord;
  }

  // "Rashid Kadyrov" is not the Kadyrov whom everybody calls by that name alone.
  bool IsNamesake(const PartyNames::Reading& reading, std::uint32_t at,
                  std::uint32_t length) const {
    return reading.kind == NameKind::kPerson && length == 1 && at > first_ && !shouting_ &&
           telling_ && tokens_[at - 1].capital && tokens_[at].space_before && at - 1 != first_ &&
           tokens_[at - 1].word == kUnknownWord;
  }

  std::optional<PartyId> SideOf(const PartyNames::Reading& reading) const {
    if (reading.place) {
      const auto authority = rulebook_.places.authorities.find(*reading.place);
      if (authority == rulebook_.places.authorities.end()) return std::nullopt;
      return authority->second;
    }
    if (!reading.party || !rulebook_.parties.TakesSides(*reading.party)) return std::nullopt;
    return reading.party;
  }

  Name MakeName(const PartyNames::Reading& reading, std::uint32_t at, std::uint32_t end) const {
    Name name;
    name.span = {tokens_[at].span.begin, tokens_[end - 1].span.end};
    name.first_token = at;
    name.end_token = end;
    name.kind = reading.kind;
    name.party = reading.party;
    name.person = reading.person;
    name.place = reading.place;
    return name;
  }

  void PutOrgan(const PartyId& side, const PartyNames::Organ& organ, std::uint32_t at,
                std::uint32_t end) {
    PartyNames::Reading reading;
    reading.party = PartyId(Principal(side).text + '/' + organ.id);
    layer_->names.push_back(MakeName(reading, at, end));
  }

  // A name that starts here, with the organ that may follow it. Returns the
  // token after it, or `at`.
  std::uint32_t ReadName(std::uint32_t at) {
    std::vector<Name>& found = scratch_;
    found.clear();
    const Found name = Match(at, &found);
    if (name.end == 0) return at;
    if (HyphenBefore(at) && at >= first_ + 2 && names_.not_after.contains(tokens_[at - 2].word))
      return name.end;
    if (name.end == at + 1 && IsOther(at)) return name.end;
    if (name.side) {
      if (const std::uint32_t end = ReadOrganAfter(*name.side, at, name.end); end > name.end)
        return end;
    }
    const bool severed = HyphenAt(name.end) && InSet(name.end + 1, names_.not_before);
    for (Name& each : found) {
      if (severed && each.kind != NameKind::kPlace) continue;
      if (each.person) persons_.insert(*each.person);
      layer_->names.push_back(std::move(each));
    }
    return name.end;
  }

  // A party that no rule knows, with the organ that may follow it.
  std::uint32_t ReadUnlisted(std::uint32_t at) {
    const UnlistedParties::Match name = unlisted_.At(text_, *layer_, at, end_);
    if (name.length == 0) return at;
    if (const std::uint32_t end = ReadOrganAfter(name.party, at, at + name.length);
        end > at + name.length)
      return end;
    PartyNames::Reading reading;
    reading.kind = name.kind;
    reading.party = name.party;
    layer_->names.push_back(MakeName(reading, at, at + name.length));
    return at + name.length;
  }

  // "'s air force", "-run health ministry", " interim interior ministry".
  std::uint32_t ReadOrganAfter(const PartyId& side, std::uint32_t first, std::uint32_t at) {
    if (at < end_ && IsPossessive(at)) {
      ++at;
    } else if (HyphenAt(at) && InSet(at + 1, names_.links)) {
      at += 2;
    }
    for (std::uint32_t skipped = 0; skipped <= kMostFillers && at < end_; ++skipped, ++at) {
      const PhraseTable::Match organ = names_.organs.Longest(tokens_, at, end_);
      if (organ.length > 0) {
        PutOrgan(side, names_.organ_list[organ.values->front()], first, at + organ.length);
        return at + organ.length;
      }
      if (!InSet(at, names_.fillers)) break;
    }
    return 0;
  }

  // "the ministry of defence of Ukraine", "the defence ministry in Moscow".
  std::uint32_t ReadOrganOf(std::uint32_t at) {
    const PhraseTable::Match organ = names_.organs.Longest(tokens_, at, end_);
    if (organ.length == 0) return at;
    const PartyNames::Organ& noun = names_.organ_list[organ.values->front()];
    const std::uint32_t end = at + organ.length;
    const PhraseTable::Match of = names_.of_joins.Longest(tokens_, end, end_);
    const PhraseTable::Match in = names_.in_joins.Longest(tokens_, end, end_);
    const std::uint32_t join = std::max(of.length, in.length);
    if (join == 0 && !bare_of_) return at;
    std::vector<Name>& found = scratch_;
    found.clear();
    if (of.length > 0) {
      const UnlistedParties::Match unlisted = end + join < end_
                                                  ? unlisted_.At(text_, *layer_, end + join, end_)
                                                  : UnlistedParties::Match{};
      if (unlisted.length > 0) {
        PutOrgan(unlisted.party, noun, at, end + join + unlisted.length);
        return end + join + unlisted.length;
      }
    }
    const Found owner = Match(end + join, &found);
    if (!owner.side || found.front().kind == NameKind::kAdjective) return at;
    if (of.length < in.length && (!owner.in_town || noun.elsewhere)) return at;
    PutOrgan(*owner.side, noun, at, owner.end);
    return owner.end;
  }

  std::uint32_t ReadShortName(std::uint32_t at) {
    const auto known = names_.short_names.find(tokens_[at].word);
    if (known == names_.short_names.end() || !(tokens_[at].capital || shouting_)) return at;
    for (const std::uint32_t value : known->second) {
      short_.push_back(layer_->names.size());
      layer_->names.push_back(MakeName(names_.readings[value], at, at + 1));
    }
    return at + 1;
  }

  // Short names of persons whom the text never names in full, nor their side.
  void DropStrangers() {
    if (short_.empty()) return;
    std::unordered_set<std::string> sides;
    for (std::size_t i = 0, next = 0; i < layer_->names.size(); ++i) {
      const bool is_short = next < short_.size() && short_[next] == i;
      next += is_short;
      if (!is_short && layer_->names[i].party)
        sides.insert(Principal(*layer_->names[i].party).text);
    }
    const auto known = [&](const Name& name) {
      if (persons_.contains(*name.person)) return true;
      // "Jo Stepanyan" is another Stepanyan, "Zeid al-Hussein" another Hussein
      const WordId word = tokens_[name.first_token].word;
      const std::uint32_t before = name.first_token - std::min(name.first_token, 1u);
      const bool joined =
          !tokens_[name.first_token].space_before && IsMark(text_, tokens_[before], '-');
      const bool other =
          before < name.first_token && (joined || (tokens_[before].capital && IsFirstName(before)));
      if (other) others_.insert(word);
      return !others_.contains(word) && name.party && sides.contains(Principal(*name.party).text);
    };
    std::vector<Name> kept;
    kept.reserve(layer_->names.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < layer_->names.size(); ++i) {
      const bool is_short = next < short_.size() && short_[next] == i;
      next += is_short;
      Name& name = layer_->names[i];
      if (!is_short || known(name)) kept.push_back(std::move(name));
    }
    layer_->names = std::move(kept);
  }

  // "Lower Tarn": a name of its own.
  bool IsOther(std::uint32_t at) const {
    if (at + 2 < end_ && !tokens_[at + 1].capital && InSet(at + 1, names_.other_after) &&
        tokens_[at + 2].capital)
      return true;
    return at > first_ && tokens_[at - 1].capital && !shouting_ &&
           InSet(at - 1, names_.other_names);
  }
  // A capital that is no title, no name of the rules and no small word.
  bool IsFirstName(std::uint32_t at) const {
    const bool named = std::any_of(
        layer_->names.begin(), layer_->names.end(),
        [&](const Name& name) { return name.first_token <= at && at < name.end_token; });
    const WordId word = tokens_[at].word;
    return tokens_[at].kind == TokenKind::kWord && !named && language_.syntax.ClassOf(word) == 0 &&
           (language_.cues.Word(word) & kTitleWord) == 0;
  }

  bool HyphenAt(std::uint32_t at) const {
    return at < end_ && IsMark(text_, tokens_[at], '-') && !tokens_[at].space_before;
  }
  bool HyphenBefore(std::uint32_t at) const {
    return at > first_ && !tokens_[at].space_before && HyphenAt(at - 1);
  }
  bool InSet(std::uint32_t at, const WordSet& set) const {
    return at < end_ && tokens_[at].word != kUnknownWord && set.contains(tokens_[at].word);
  }
  bool IsPossessive(std::uint32_t at) const {
    const Token& token = tokens_[at];
    return token.kind == TokenKind::kWord && !token.space_before && token.span.size() <= 4 &&
           (text_[token.span.begin] == '\'' ||
            static_cast<signed char>(text_[token.span.begin]) < 0);
  }

  std::string_view text_;
  const Rulebook& rulebook_;
  const PartyNames& names_;
  const Language& language_;
  bool bare_of_;  // the owner of an organ follows it without a word
  TextLayer* layer_;
  const std::vector<Token>& tokens_;
  UnlistedParties unlisted_;
  std::vector<Name> scratch_;
  std::unordered_set<PersonId> persons_;
  WordSet others_;                     // short names that are of somebody else here
  std::vector<std::size_t> short_;     // indexes of the short names found
  std::uint32_t first_ = 0, end_ = 0;  // of the sentence
  bool shouting_ = false, telling_ = true;
};

}  // namespace

void FindNames(std::string_view text, const Rulebook& rulebook, const Language& language,
               TextLayer* layer, std::string_view publisher) {
  layer->names.clear();
  NameFinder(text, rulebook, language, layer).Run(publisher, language);
  FindUnlistedGroups(text, language, layer);
  FindCityNames(text, rulebook, language, layer);
  SettleHomonyms(text, rulebook, layer);
}

}  // namespace counterclaim
