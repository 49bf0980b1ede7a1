#include "attribution/cue.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestOf = 10;  // items between a noun and its verb

class Finder {
 public:
  Finder(const Text& text, const Passage& passage)
      : text_(text), cues_(text.language.cues), passage_(passage) {}

  std::vector<Cue> Find() {
    const auto size = static_cast<std::uint32_t>(passage_.items.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      const PassageItem& item = At(i);
      if (!item.word() || item.number) continue;
      if (!(text_.layer.tokens[item.first].bits & kScanCue)) continue;
      if (std::uint32_t end = Phrase(cues_.before, Cue::Kind::kBefore, i)) {
        i = end - 1;
        continue;
      }
      Phrase(cues_.after, Cue::Kind::kAfter, i);
      if (Verb(i)) continue;
      Phrase(cues_.nouns, Cue::Kind::kNoun, i);
    }
    return std::move(found_);
  }

 private:
  const PassageItem& At(std::uint32_t at) const { return passage_.items[at]; }

  // The item after a match of `length` tokens at item `at`.
  std::uint32_t EndItem(std::uint32_t at, std::uint32_t length) const {
    const std::uint32_t token = At(at).first + length;
    while (at < passage_.items.size() && At(at).first < token) ++at;
    return at;
  }

  PhraseTable::Match Match(const PhraseTable& table, std::uint32_t at) const {
    return table.Longest(text_.layer.tokens, At(at).first, passage_.items.back().end);
  }

  std::uint32_t Phrase(const PhraseTable& table, Cue::Kind kind, std::uint32_t at) {
    const auto match = Match(table, at);
    if (match.length == 0) return 0;
    Cue cue;
    cue.kind = kind;
    cue.index = match.values->front();
    cue.first = cue.main = at;
    cue.end = EndItem(at, match.length);
    found_.push_back(cue);
    return cue.end;
  }

  // "five dead": a count in words.
  bool CountAt(std::uint32_t token) const {
    const auto& groups = text_.layer.noun_groups;
    const auto group =
        std::lower_bound(groups.begin(), groups.end(), token,
                         [](const NounGroup& g, std::uint32_t at) { return g.first_token < at; });
    return group != groups.end() && group->first_token == token && group->quantity;
  }

  // "spoke in September of 40 dead", "had spoken, on Monday evening, of five": adjuncts stand
  // between a verb and its "of". The item behind "of"; 0: none.
  std::uint32_t Gapped(std::uint32_t at, PhraseTable::Match* match) const {
    constexpr std::uint32_t kWidest = 10, kNearNumber = 4;  // items
    std::uint32_t of = at + 1;
    const auto size = static_cast<std::uint32_t>(passage_.items.size());
    const auto comma = [&](std::uint32_t i) { return At(i).mark == Mark::kComma; };
    while (of < size && of < at + kWidest && (At(of).word() || comma(of)) &&
           !At(of).Is(kOfWord | kThatWord) && !At(of).number)
      ++of;
    if (of == at + 1 || of >= size || !At(of).Is(kOfWord) || !At(of).word()) return 0;
    const std::uint32_t adjunct = comma(at + 1) && comma(of - 1) ? at + 2 : at + 1;
    if (!At(adjunct).Is(kPrepositionWord | kAdverbWord | kTimeWord | kMoreWord)) return 0;
    bool number = false;
    for (std::uint32_t i = of + 1; i < size && i <= of + kNearNumber && At(i).word(); ++i)
      number = number || At(i).number || CountAt(At(i).first);
    if (!number) return 0;
    const std::vector<Token> pair = {text_.layer.tokens[At(at).first],
                                     text_.layer.tokens[At(of).first]};
    const auto found = cues_.verbs.Longest(pair, 0, 2);
    if (found.length < 2) return 0;
    *match = found;
    return of + 1;
  }

  bool Verb(std::uint32_t at) {
    auto match = Match(cues_.verbs, at);
    const std::uint32_t gapped = match.length < 2 ? Gapped(at, &match) : 0;
    if (match.length == 0 || At(at).joined) return false;
    if (At(at).capital && at > 0 && At(at - 1).word() && At(at - 1).capital &&
        !At(at - 1).Is(kTimeWord))
      return false;
    bool found = false;
    for (const std::uint32_t value : *match.values) {
      const CueRules::VerbForm& form = cues_.verb_forms[value];
      Cue cue;
      cue.index = form.verb;
      cue.forms = form.forms;
      cue.first = cue.main = at;
      cue.end = gapped > 0 ? gapped : EndItem(at, match.length);
      if (!Auxiliaries(&cue) || Excepted(cue)) continue;
      while (cue.end < passage_.items.size() && At(cue.end).Is(kAdverbWord) &&
             !At(cue.end).Is(kDeterminerWord))
        ++cue.end;
      found_.push_back(cue);
      found = true;
    }
    return found;
  }

  // "claimed more than five lives" reports nothing.
  bool Excepted(const Cue& cue) const {
    const auto& except = cues_.verb_list[cue.index].except;
    if (except.empty()) return false;
    for (std::uint32_t at = cue.end;
         at < passage_.items.size() && at < cue.end + 7 && At(at).word(); ++at) {
      if (At(at).Is(kThatWord | kBeWord | kHaveWord)) return false;
      const WordId word = text_.layer.tokens[At(at).first].word;
      if (std::find(except.begin(), except.end(), word) == except.end()) continue;
      const bool clause =
          at + 1 < passage_.items.size() && At(at + 1).Is(kBeWord | kHaveWord | kModalWord);
      return !clause;
    }
    return false;
  }

  // "had, by Thursday evening, recorded": the comma behind the auxiliary; 0: none.
  std::uint32_t SplitBy(std::uint32_t closing) const {
    constexpr std::uint32_t kLongestAside = 8;
    if (At(closing).mark != Mark::kComma) return 0;
    for (std::uint32_t i = closing; i-- > 1 && closing - i <= kLongestAside;) {
      if (At(i).word()) continue;
      const bool aux = At(i - 1).Is(kHaveWord | kBeWord | kModalWord);
      const bool adjunct = At(i + 1).Is(kPrepositionWord | kAdverbWord | kTimeWord);
      return At(i).mark == Mark::kComma && aux && adjunct ? i : 0;
    }
    return 0;
  }

  // "had in fact announced": the item before `at` is the noun of such an adjunct.
  bool InAdjunct(std::uint32_t at) const {
    if (at < 3) return false;
    const PassageItem &noun = At(at - 1), &lead = At(at - 2), &aux = At(at - 3);
    return noun.words == 0 && !noun.capital && !noun.number && !noun.possessive && lead.word() &&
           lead.Is(kPrepositionWord) && !lead.Is(kOfWord) && aux.word() &&
           aux.Is(kHaveWord | kBeWord | kModalWord);
  }

  // Walks left over auxiliaries, adverbs and dates; false where the word is no
  // verb: "the report", "a noted expert".
  bool Auxiliaries(Cue* cue) const {
    bool be = false, have = false, modal = false, to = false;
    std::uint32_t at = cue->first;
    while (at > 0) {
      const PassageItem& item = At(at - 1);
      if (!item.word()) {
        const std::uint32_t opening = SplitBy(at - 1);
        if (opening == 0) break;
        at = opening;
        continue;
      }
      const bool aux = item.Is(kBeWord | kHaveWord | kModalWord | kNotWord) && !item.capital;
      if (aux) {
        be = be || item.Is(kBeWord);
        have = have || item.Is(kHaveWord);
        modal = modal || item.Is(kModalWord);
        cue->negated = cue->negated || item.Is(kNotWord);
      } else if (item.Is(kToWord)) {
        to = true;
        --at;
        break;
      } else if (item.Is(kOpenerWord) && (item.Is(kAdverbWord) || At(at).Is(kAdverbWord)) &&
                 at > 1 &&
                 At(at - 2).Is(kHaveWord | kBeWord)) {  // "has since published", "has so far"
      } else if (InAdjunct(at)) {
        --at;
      } else if (!(item.Is(kAdverbWord) && !item.Is(kDeterminerWord | kOpenerWord)) &&
                 !item.Is(kTimeWord)) {
        const bool first = at > 1 && item.Is(kEarlierWord) && At(at - 2).Is(kPrepositionWord);
        if (!first &&
            !(item.Is(kPrepositionWord | kDeterminerWord) && At(at).Is(kTimeWord | kEarlierWord)))
          break;
      }
      --at;
    }
    cue->first = at;
    cue->with_be = be;
    const bool base = (cue->forms & kBaseForm) != 0, past = (cue->forms & kPast) != 0;
    const bool participle = (cue->forms & kPastParticiple) != 0;
    if (cue->forms == kGerund) {
      cue->finite = be;
      return at == 0 || be || !At(at - 1).Is(kDeterminerWord | kPossessorWord);
    }
    if (participle && be) cue->passive = true;
    if (to) {
      cue->finite = false;
      cue->infinitive = true;
      return base || cue->passive;
    }
    if (at == 0 && base && !past && !modal) return false;
    if (at > 0 && At(at - 1).Is(kDeterminerWord | kPossessorWord | kOfWord) &&
        !IsPronounLike(at - 1) && !Several(at - 1))
      return false;
    if (at > 0 && At(at - 1).possessive) return false;
    if (be || have || modal) return true;
    if (base && !past && text_.InNoun(At(cue->main).first)) return false;
    if (!past && cues_.verb_list[cue->index].weak && !Agrees(*cue, at)) return false;
    return past || !(participle || (base && at > 0 && At(at - 1).Is(kPrepositionWord)));
  }

  // "records show", "member states": of a noun and a verb of one spelling,
  // the verb agrees with its subject and no verb follows it.
  bool Agrees(const Cue& cue, std::uint32_t at) const {
    if (at > 0 && At(at - 1).word() && !(cue.forms & kGerund)) {
      const bool plural = At(at - 1).plural;
      const bool either = At(at - 1).capital || At(at - 1).Is(kRelativeWord | kThatWord);
      if ((cue.forms & kBaseForm) && !plural && !PluralBeforeOf(at)) return false;
      if ((cue.forms & kThirdPerson) && plural && !either && !PrepositionBefore(at)) return false;
    }
    if (cue.end < passage_.items.size() && Match(cues_.verbs, cue.end).length > 0 &&
        !At(cue.end).gerund)
      return false;
    return cue.end >= passage_.items.size() ||
           !At(cue.end).Is(kVerbWord | kBeWord | kHaveWord | kModalWord) || At(cue.end).capital ||
           At(cue.end).gerund;
  }

  // "doctors of the agency warn", "the Chiefs of Staff in Seoul reckon"
  bool PluralBeforeOf(std::uint32_t at) const {
    for (std::uint32_t i = at; i > 1 && i + kLongestOf > at && At(i - 1).word(); --i) {
      if (!At(i - 1).Is(kPrepositionWord)) continue;
      if (At(i - 2).plural || !At(i).capital) return At(i - 2).plural;
    }
    return false;
  }

  // "an average of polls shows", "a lawyer for their families recalls"
  bool PrepositionBefore(std::uint32_t at) const {
    for (std::uint32_t i = at; i > 1 && i + 6 > at && At(i - 1).word(); --i) {
      if (At(i - 1).Is(kOfWord | kPrepositionWord) && At(i - 2).word()) return true;
    }
    return false;
  }

  // "several put", "and some say": the determiner stands for people.
  bool Several(std::uint32_t at) const {
    return At(at).plural && At(at).Is(kDeterminerWord) &&
           (at == 0 || !At(at - 1).word() || At(at - 1).Is(kTurnWord));
  }

  bool IsPronounLike(std::uint32_t at) const {
    return At(at).Is(kHeWord | kSheWord | kItWord | kTheyWord | kFirstWord) &&
           !At(at).Is(kPossessorWord);
  }

  const Text& text_;
  const CueRules& cues_;
  const Passage& passage_;
  std::vector<Cue> found_;
};

}  // namespace

std::vector<Cue> FindCues(const Text& text, const Passage& passage) {
  if (passage.items.empty()) return {};
  return Finder(text, passage).Find();
}

}  // namespace counterclaim
