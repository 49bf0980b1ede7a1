#include "syntax/words.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr WordClasses kFunction = kDeterminer | kIndefinite | kPossessive | kNone | kAny | kNobody |
                                  kPreposition | kCoordinator | kSubordinator | kRelative |
                                  kPronoun | kBe | kHave | kDo | kModal | kNegation | kWithout |
                                  kIncluding;

}  // namespace

WordReader::WordReader(std::string_view text, const std::vector<Quantity>& quantities,
                       const Language& language, const TextLayer& layer)
    : text_(text), language_(language), layer_(layer) {
  const std::size_t size = layer.tokens.size();
  classes_.resize(size);
  lengths_.assign(size, 1);
  forms_.resize(size);
  noun_too_.resize(size);
  states_.resize(size);
  names_.resize(size);
  starts_.assign(size, -1);
  covers_.assign(size, -1);
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const Quantity& quantity = quantities[i];
    if (quantity.implicit || quantity.first_token >= size) continue;
    starts_[quantity.first_token] = static_cast<std::int32_t>(i);
    for (std::uint32_t at = quantity.first_token; at < quantity.end_token && at < size; ++at) {
      covers_[at] = static_cast<std::int32_t>(i);
    }
  }
  for (const Name& name : layer.names) {
    for (std::uint32_t at = name.first_token; at < name.end_token && at < size; ++at)
      names_[at] = 1;
  }
  for (const Sentence& sentence : layer.sentences) {
    const bool capitals_tell = CapitalsTell(sentence);
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      ReadWord(at, capitals_tell && at > sentence.first_token);
      const PhraseTable::Match phrase =
          language.syntax.phrases.Longest(layer.tokens, at, sentence.end_token);
      if (phrase.length > 1 && phrase.values) {
        lengths_[at] = phrase.length;
        classes_[at] = 0;
        for (std::uint32_t value : *phrase.values)
          classes_[at] |= language.syntax.phrase_classes[value];
      }
      const PhraseTable::Match state =
          language.frames.states.Longest(layer.tokens, at, sentence.end_token);
      states_[at] = static_cast<std::uint8_t>(state.values ? state.length : 0);
    }
  }
}

// False where most words are capitalised: a headline.
bool WordReader::CapitalsTell(const Sentence& sentence) const {
  std::uint32_t words = 0, capitals = 0;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (layer_.tokens[at].kind != TokenKind::kWord || layer_.tokens[at].span.size() < 4) continue;
    ++words;
    if (layer_.tokens[at].capital) ++capitals;
  }
  return capitals * 5 < words * 3;
}

void WordReader::ReadWord(std::uint32_t at, bool capitals_tell) {
  const Token& token = layer_.tokens[at];
  if (token.kind != TokenKind::kWord && token.kind != TokenKind::kPunctuation) return;
  const SyntaxRules& rules = language_.syntax;
  classes_[at] = rules.ClassOf(token.word);
  if (token.kind != TokenKind::kWord) return;
  const bool proper = capitals_tell && token.capital && !token.all_capitals && token.space_before &&
                      layer_.tokens[at - 1].kind == TokenKind::kWord;
  if (const auto* readings = rules.FindVerb(token.word);
      readings && !(proper && classes_[at] == 0)) {
    for (const VerbReading& reading : *readings) forms_[at] |= reading.forms;
    noun_too_[at] = rules.NounToo(token.word);
    return;
  }
  if (classes_[at] != 0 || token.span.size() < 5) return;
  if (names_[at] || (token.capital && !token.all_capitals && at > 0 && token.space_before)) return;
  const std::string_view word = Text(at);
  for (const SyntaxRules::Ending& ending : rules.unknown) {
    if (word.size() <= ending.letters.size() + 2) continue;
    const std::string_view tail = word.substr(word.size() - ending.letters.size());
    if (Vocabulary::Fold(tail) != ending.letters) continue;
    if (ending.adverb) classes_[at] |= kAdverb;
    forms_[at] = ending.forms;
    return;
  }
}

std::string_view WordReader::Text(std::uint32_t at) const {
  const Span span = layer_.tokens[at].span;
  return text_.substr(span.begin, span.size());
}

char WordReader::Mark(std::uint32_t at) const {
  const Token& token = layer_.tokens[at];
  return token.kind == TokenKind::kPunctuation && token.span.size() == 1 ? text_[token.span.begin]
                                                                         : '\0';
}

bool WordReader::Plural(std::uint32_t at) const {
  const SyntaxRules& rules = language_.syntax;
  if (rules.plural_words.count(layer_.tokens[at].word)) return true;
  const std::string word = Vocabulary::Fold(Text(at));
  const auto ends = [&](const std::string& end) {
    return word.size() > end.size() + 1 && word.ends_with(end);
  };
  return std::any_of(rules.plural_ends.begin(), rules.plural_ends.end(), ends) &&
         std::none_of(rules.not_plural_ends.begin(), rules.not_plural_ends.end(), ends);
}

bool WordReader::Possessive(std::uint32_t at) const {
  const Token& token = layer_.tokens[at];
  if (token.kind != TokenKind::kWord || token.space_before) return false;
  const std::string_view text = Text(at);
  return text.front() == '\'' || text.starts_with("\xE2\x80\x99");
}

bool WordReader::NounLike(std::uint32_t at) const {
  const Token& token = layer_.tokens[at];
  if (token.kind != TokenKind::kWord || covers_[at] >= 0) return false;
  if (Possessive(at)) return false;
  if (names_[at]) return true;
  if (classes_[at] & (kFunction | kTime)) return false;
  if ((classes_[at] & kAdverb) && !noun_too_[at]) return false;
  if (lengths_[at] > 1 && (classes_[at] & kFunction)) return false;
  return forms_[at] == 0 || noun_too_[at] || (forms_[at] & kGerund) != 0;
}

bool WordReader::Opens(std::uint32_t at) const {
  if (starts_[at] >= 0) return true;
  if (classes_[at] & (kDeterminer | kIndefinite | kPossessive | kNone | kAny | kNobody | kPronoun))
    return true;
  return NounLike(at);
}

}  // namespace counterclaim
