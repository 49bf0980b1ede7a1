#include "names/unlisted.h"

#include <algorithm>
#include <utility>

#include "names/tokens.h"

namespace counterclaim {

namespace {

constexpr std::size_t kShortest = 3;  // letters of a name
constexpr std::size_t kMostWords = 4096;
constexpr std::size_t kMostAlike = 64;  // words of one beginning that are compared
constexpr std::uint32_t kMostFillers = 2;

bool IsPossessive(std::string_view text, const Token& token) {
  const std::string_view word = TextOf(text, token);
  return !token.space_before && word.size() <= 4 && token.kind == TokenKind::kWord &&
         (word[0] == '\'' || static_cast<signed char>(word[0]) < 0);
}

// "karsovan" of "karsova" and "n": the ending follows the name, or stands for
// its last letter.
bool Ends(std::string_view word, std::string_view base, std::string_view ending) {
  if (word.size() <= ending.size() || !word.ends_with(ending)) return false;
  const std::string_view stem = word.substr(0, word.size() - ending.size());
  return stem.size() >= kShortest &&
         (stem == base || (stem.size() + 1 == base.size() && base.starts_with(stem)));
}

}  // namespace

bool UnlistedParties::Unknown(const Token& token) const {
  return token.word == kUnknownWord && token.kind == TokenKind::kWord && token.capital &&
         token.span.size() >= kShortest;
}

std::string UnlistedParties::Fold(const Token& token) const {
  return Vocabulary::Fold(TextOf(text_, token));
}

void UnlistedParties::Find(std::string_view text, std::string_view publisher,
                           const Language& language, const TextLayer& layer) {
  text_ = text;
  language_ = &language;
  layer_ = &layer;
  ReadPublisher(publisher);
  for (const Sentence& sentence : layer.sentences) {
    ReadOrgans(layer, sentence);
    ReadForces(layer, sentence);
  }
  AddDemonyms();
}

std::map<std::string, UnlistedParties::Known>& UnlistedParties::Words() {
  if (read_) return words_;
  read_ = true;
  for (const Sentence& sentence : layer_->sentences) {
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!Unknown(layer_->tokens[at]) || words_.size() >= kMostWords) continue;
      Known& known = words_[Fold(layer_->tokens[at])];
      known.inner = known.inner || at > sentence.first_token;
    }
  }
  return words_;
}

// "Karsova State Radio" speaks for Karsova.
void UnlistedParties::ReadPublisher(std::string_view publisher) {
  std::vector<Token> tokens;
  std::vector<std::string> folded;
  for (const std::string& word : SplitWords(publisher)) {
    folded.push_back(Vocabulary::Fold(word));
    Token token;
    token.word = language_->words.Find(folded.back());
    token.span = {0, static_cast<std::uint32_t>(word.size())};
    tokens.push_back(token);
  }
  const PartyNames& names = language_->party_names;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = 0; at < size; ++at) {
    if (tokens[at].word == kUnknownWord && folded[at].size() >= kShortest)
      Words()[folded[at]].inner = true;
    const auto organ = names.organs.Longest(tokens, at, size);
    if (organ.length == 0 || at == 0 || tokens[at - 1].word != kUnknownWord) continue;
    if (!names.organ_list[organ.values->front()].state) continue;
    const std::string base = BaseOf(folded[at - 1]);
    names_[base.empty() ? folded[at - 1] : base] = base.empty() ? folded[at - 1] : base;
  }
}

// A state's organ with an unknown name before it or after its "of".
void UnlistedParties::ReadOrgans(const TextLayer& layer, const Sentence& sentence) {
  const PartyNames& names = language_->party_names;
  const auto& tokens = layer.tokens;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (!(tokens[at].bits & kScanName)) continue;
    const auto organ = names.organs.Longest(tokens, at, sentence.end_token);
    if (organ.length == 0 || !names.organ_list[organ.values->front()].state) continue;
    std::uint32_t before = at;
    bool sure = false;
    for (std::uint32_t skipped = 0; skipped < kMostFillers && before > sentence.first_token &&
                                    Contains(names.fillers, tokens[before - 1]);
         ++skipped) {
      --before;
    }
    if (before > sentence.first_token && IsPossessive(text_, tokens[before - 1])) {
      --before;
      sure = true;
    }
    if (before > sentence.first_token && Unknown(tokens[before - 1])) {
      const bool two = before > sentence.first_token + 1 && Unknown(tokens[before - 2]);
      const std::uint32_t first = before - (two ? 2 : 1);
      const bool titled = first > sentence.first_token &&
                          (language_->cues.Word(tokens[first - 1].word) & kTitleWord) != 0;
      if (!titled) Mint(layer, first, before, sure || first > sentence.first_token);
    }
    const std::uint32_t after = at + organ.length;
    const auto of = names.of_joins.Longest(tokens, after, sentence.end_token);
    const std::uint32_t owner = after + of.length;
    if (of.length > 0 && owner < sentence.end_token && Unknown(tokens[owner]))
      Mint(layer, owner, owner + 1, true);
  }
}

// "Karsovan gunners": a side, named without the ending where the text has that. "Merkava tanks"
// may be of a make.
void UnlistedParties::ReadForces(const TextLayer& layer, const Sentence& sentence) {
  for (std::uint32_t at = sentence.first_token; at + 1 < sentence.end_token; ++at) {
    if (!Unknown(layer.tokens[at])) continue;
    const bool people = Contains(language_->party_names.forces, layer.tokens[at + 1]);
    if (!(people || Contains(language_->party_names.machines, layer.tokens[at + 1]))) continue;
    const std::string base = BaseOf(Fold(layer.tokens[at]));
    if (!base.empty()) {
      names_[base] = base;
    } else if (people && at > sentence.first_token && !layer.tokens[at].all_capitals &&
               !layer.tokens[at - 1].capital) {
      Mint(layer, at, at + 1, true);
    }
  }
}

void UnlistedParties::Mint(const TextLayer& layer, std::uint32_t first, std::uint32_t end,
                           bool sure) {
  std::string name, id;
  for (std::uint32_t at = first; at < end; ++at) {
    const std::string word = Fold(layer.tokens[at]);
    if (!sure && !Words()[word].inner) return;
    name += (name.empty() ? "" : " ") + word;
    id += (id.empty() ? "" : "-") + word;
  }
  std::string base = end == first + 1 ? BaseOf(name) : "";
  if (base.empty() && end == first + 1) base = LikelyBase(name);
  if (base.empty()) {
    names_[name] = id;
  } else {
    names_[base] = base;
  }
}

// "dastria" of "dastrian", where the text has but the latter.
std::string UnlistedParties::LikelyBase(const std::string& word) const {
  for (const auto& [ending, base] : language_->party_names.demonym_bases) {
    if (word.size() >= ending.size() + kShortest && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size()) + base;
  }
  return "";
}

std::string UnlistedParties::BaseOf(const std::string& word) {
  const auto& words = Words();
  for (const std::string& ending : language_->party_names.demonym_ends) {
    if (word.size() < ending.size() + kShortest || !word.ends_with(ending)) continue;
    const std::string stem = word.substr(0, word.size() - ending.size());
    auto base = words.lower_bound(stem);
    for (std::size_t tried = 0; tried < kMostAlike && base != words.end(); ++tried, ++base) {
      if (!base->first.starts_with(stem)) break;
      if (base->first != word && Ends(word, base->first, ending)) return base->first;
    }
  }
  return "";
}

void UnlistedParties::AddDemonyms() {
  if (names_.empty()) return;
  const auto& words = Words();
  for (const auto& known : names_) {
    const std::string& name = known.first;
    const std::string stem = name.substr(0, name.size() - 1);
    auto word = words.lower_bound(stem);
    for (std::size_t tried = 0; tried < kMostAlike && word != words.end(); ++tried, ++word) {
      if (!word->first.starts_with(stem)) break;
      const std::string& whole = word->first;
      const auto fits = [&](std::string_view form) {
        return std::any_of(language_->party_names.demonym_ends.begin(),
                           language_->party_names.demonym_ends.end(),
                           [&](const std::string& ending) { return Ends(form, name, ending); });
      };
      const std::string_view one = std::string_view(whole).substr(0, whole.size() - 1);
      if (whole != name && (fits(whole) || (whole.back() == 's' && fits(one))))
        demonyms_[whole] = known.second;
    }
  }
}

UnlistedParties::Match UnlistedParties::At(std::string_view text, const TextLayer& layer,
                                           std::uint32_t at, std::uint32_t end) const {
  Match match;
  const Token& token = layer.tokens[at];
  if (names_.empty() || !Unknown(token)) return match;
  const std::string word = Vocabulary::Fold(TextOf(text, token));
  if (at + 1 < end && Unknown(layer.tokens[at + 1])) {
    const auto two = names_.find(word + ' ' + Vocabulary::Fold(TextOf(text, layer.tokens[at + 1])));
    if (two != names_.end()) return {2, NameKind::kParty, PartyId(two->second)};
  }
  if (const auto name = names_.find(word); name != names_.end())
    return {1, NameKind::kParty, PartyId(name->second)};
  if (const auto demonym = demonyms_.find(word); demonym != demonyms_.end())
    return {1, NameKind::kAdjective, PartyId(demonym->second)};
  return match;
}

}  // namespace counterclaim
