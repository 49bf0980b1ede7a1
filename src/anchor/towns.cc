#include "anchor/towns.h"

#include <algorithm>

#include "rulebook/vocabulary.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongest = 3;  // words of a name

class TownFinder {
 public:
  TownFinder(std::string_view text, const TextLayer& layer, const CueMasks& cues)
      : text_(text), layer_(layer), cues_(cues) {}

  std::vector<Town> Find() {
    for (std::uint32_t s = 0; s < layer_.sentences.size(); ++s) {
      const Sentence& sentence = layer_.sentences[s];
      for (std::uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i) {
        if (Leads(i, sentence.first_token)) AddAt(i + 1, s);
        if (i > sentence.first_token && HasCue(cues_[i], AnchorCue::kArticle) &&
            Leads(i - 1, sentence.first_token))
          AddAt(i + 1, s, true);
      }
    }
    return std::move(towns_);
  }

 private:
  const Token& At(std::uint32_t token) const { return layer_.tokens[token]; }
  std::string_view Text(std::uint32_t token) const {
    const Span span = At(token).span;
    return text_.substr(span.begin, span.size());
  }

  // "at X", "the village of X"; not "talks in X".
  bool Leads(std::uint32_t at, std::uint32_t begin) const {
    if (HasCue(cues_[at], AnchorCue::kTownBefore))
      return at == begin || !HasCue(cues_[at - 1], AnchorCue::kSeat);
    return at > begin && HasCue(cues_[at], AnchorCue::kNameLead) &&
           (HasCue(cues_[at - 1], AnchorCue::kPlaceKind) ||
            HasCue(cues_[at - 1], AnchorCue::kHappening));
  }

  bool IsPart(std::uint32_t token) const {
    const Token& word = At(token);
    const std::string_view text = Text(token);
    return word.kind == TokenKind::kWord && word.capital && !word.all_capitals &&
           !HasCue(cues_[token], AnchorCue::kNoTown) && !text.ends_with("'s") &&
           !text.ends_with("\u2019s");
  }

  bool IsNamed(std::uint32_t first, std::uint32_t end) {
    while (name_ < layer_.names.size() && layer_.names[name_].end_token <= first) ++name_;
    return name_ < layer_.names.size() && layer_.names[name_].first_token < end;
  }

  // `kind`: that of the place must follow, "in the Namirasse camp".
  void AddAt(std::uint32_t first, std::uint32_t s, bool kind = false) {
    const Sentence& sentence = layer_.sentences[s];
    std::uint32_t end = first;
    bool unknown = false;
    for (; end < sentence.end_token && end - first <= kLongest && IsPart(end); ++end)
      unknown = unknown || At(end).word == kUnknownWord;
    if (end == first || end - first > kLongest || !unknown || IsNamed(first, end)) return;
    if (kind && !(end < sentence.end_token && HasCue(cues_[end], AnchorCue::kPlaceKind))) return;
    const Span span{At(first).span.begin, At(end - 1).span.end};
    const std::string name(text_.substr(span.begin, span.size()));
    towns_.push_back({{name, std::nullopt, TownKey(name), span}, first, end, s});
  }

  std::string_view text_;
  const TextLayer& layer_;
  const CueMasks& cues_;
  std::size_t name_ = 0;  // first that does not end before the place looked at
  std::vector<Town> towns_;
};

}  // namespace

std::string TownKey(std::string_view name) {
  std::string key;
  for (const char c : Vocabulary::Fold(name)) {
    const bool gap = c == ' ' || c == '-' || c == '\'' || c == '\n';
    if (!gap) key += c;
    if (gap && !key.empty() && key.back() != '-') key += '-';
  }
  return key;
}

bool InSamePlace(std::string_view text, const TextLayer& layer, const Sentence& sentence,
                 const CueMasks& cues) {
  constexpr std::uint32_t kPhrase = 4;  // tokens of the words and what follows them
  constexpr std::uint32_t kNamed = 8;
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    if (!HasCue(cues[i], AnchorCue::kSamePlace)) continue;
    bool owns = false;  // "in the city's history"
    for (std::uint32_t k = i; k < std::min(sentence.end_token, i + kPhrase); ++k)
      owns = owns ||
             (!layer.tokens[k].space_before && k > i && layer.tokens[k].kind == TokenKind::kWord &&
              !std::isalnum(static_cast<unsigned char>(text[layer.tokens[k].span.begin])));
    // "in the city and villages of Suwayda": another place, by its name
    const std::uint32_t end = std::min(sentence.end_token, i + kNamed);
    for (std::uint32_t k = i; k + 1 < end; ++k)
      owns = owns || (HasCue(cues[k], AnchorCue::kNameLead) && layer.tokens[k + 1].capital);
    if (!owns) return true;
  }
  return false;
}

std::vector<Town> FindTowns(std::string_view text, const TextLayer& layer, const CueMasks& cues) {
  return TownFinder(text, layer, cues).Find();
}

}  // namespace counterclaim
