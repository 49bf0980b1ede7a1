#include "syntax/words.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr WordClasses kFunction = kDeterminer | kIndefinite | kPossessive | kNone | kAny | kNobody |
                                  kPreposition | kCoordinator | kSubordinator | kRelative |
                                  kPronoun | kBe | kHave | kDo | kModal | kNegation | kWithout |
                                  kIncluding;

}  // namespace

void WordReader::Read(const Sentence& sentence) {
  first_ = sentence.first_token;
  words_.assign(sentence.end_token - first_, Word{});
  AddQuantities(sentence);
  AddNames(sentence);
  const bool capitals_tell = CapitalsTell(sentence);
  for (std::uint32_t at = first_; at < sentence.end_token; ++at) {
    ReadWord(at, capitals_tell && at > first_);
    Word& word = words_[at - first_];
    const SyntaxRules::WordFacts& facts = language_.syntax.FactsOf(layer_.tokens[at].word);
    if (facts.phrase) ReadPhrase(at, sentence.end_token);
    if (!facts.state) continue;
    const PhraseTable::Match state =
        language_.frames.states.Longest(layer_.tokens, at, sentence.end_token);
    word.state = static_cast<std::uint8_t>(state.values ? state.length : 0);
  }
}

void WordReader::ReadPhrase(std::uint32_t at, std::uint32_t end) {
  const PhraseTable::Match phrase = language_.syntax.phrases.Longest(layer_.tokens, at, end);
  if (phrase.length <= 1 || !phrase.values) return;
  Word& word = words_[at - first_];
  word.length = phrase.length;
  word.classes = 0;
  for (std::uint32_t value : *phrase.values) word.classes |= language_.syntax.phrase_classes[value];
}

namespace {

// Quantities and names are sorted by their first token.
template <typename Item>
std::size_t FirstFrom(const std::vector<Item>& items, std::uint32_t token) {
  const auto at =
      std::lower_bound(items.begin(), items.end(), token,
                       [](const Item& item, std::uint32_t t) { return item.first_token < t; });
  return static_cast<std::size_t>(at - items.begin());
}

}  // namespace

void WordReader::AddQuantities(const Sentence& sentence) {
  for (std::size_t i = FirstFrom(quantities_, first_); i < quantities_.size(); ++i) {
    const Quantity& quantity = quantities_[i];
    if (quantity.first_token >= sentence.end_token) return;
    if (quantity.implicit) continue;
    words_[quantity.first_token - first_].starts = static_cast<std::int32_t>(i);
    for (std::uint32_t at = quantity.first_token;
         at < quantity.end_token && at < sentence.end_token; ++at) {
      words_[at - first_].covers = static_cast<std::int32_t>(i);
    }
  }
}

void WordReader::AddNames(const Sentence& sentence) {
  for (std::size_t i = FirstFrom(layer_.names, first_); i < layer_.names.size(); ++i) {
    const Name& name = layer_.names[i];
    if (name.first_token >= sentence.end_token) return;
    for (std::uint32_t at = name.first_token; at < name.end_token && at < sentence.end_token; ++at)
      words_[at - first_].name = true;
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
  const SyntaxRules::WordFacts& facts = language_.syntax.FactsOf(token.word);
  Word& word = words_[at - first_];
  // WHO, "I.K. Singh"
  const bool initials =
      (word.name && token.all_capitals) || (token.span.size() == 1 && IsInitial(layer_, at, text_));
  word.classes = initials ? 0 : facts.classes;
  if (token.kind != TokenKind::kWord || (word.name && !token.capital && word.classes == 0)) return;
  const bool proper = capitals_tell && token.capital && !token.all_capitals && token.space_before &&
                      layer_.tokens[at - 1].kind == TokenKind::kWord;
  // "Lynch's staff"
  const bool owner = capitals_tell && token.capital && !token.all_capitals &&
                     at + 1 < layer_.tokens.size() && Possessive(at + 1);
  if (facts.verb && !((proper || owner) && word.classes == 0)) {
    word.forms = facts.forms;
    word.noun_too = facts.noun_too;
    return;
  }
  if (word.classes != 0 || token.span.size() < 5) return;
  if (word.name || (token.capital && !token.all_capitals && at > 0 && token.space_before)) return;
  ReadEnding(at);
}

// Tells an unknown word by its ending.
void WordReader::ReadEnding(std::uint32_t at) {
  const std::string_view text = Text(at);
  const auto same = [](char c, char folded) {
    return c == folded || (c >= 'A' && c <= 'Z' && c + ('a' - 'A') == folded);
  };
  for (const SyntaxRules::Ending& ending : language_.syntax.unknown) {
    const std::string& letters = ending.letters;
    if (text.size() <= letters.size() + 2) continue;
    if (!same(text.back(), letters.back()) && static_cast<signed char>(text.back()) >= 0) continue;
    const std::string_view tail = text.substr(text.size() - letters.size());
    if (!std::equal(tail.begin(), tail.end(), letters.begin(), same) &&
        (static_cast<signed char>(tail.back()) >= 0 || Vocabulary::Fold(tail) != letters)) {
      continue;
    }
    Word& word = words_[at - first_];
    if (ending.adverb) word.classes |= kAdverb;
    word.forms = ending.forms;
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
  const WordId known = layer_.tokens[at].word;
  if (known != kUnknownWord) return language_.syntax.FactsOf(known).plural;
  return language_.syntax.EndsInPlural(Vocabulary::Fold(Text(at)));
}

bool WordReader::Tells(std::uint32_t at) const {
  const WordId word = layer_.tokens[at].word;
  const auto& forms = language_.frames.verb_forms;
  return word < forms.size() && !forms[word].empty();
}

bool WordReader::NounLike(std::uint32_t at) const {
  const Word& word = Of(at);
  if (layer_.tokens[at].kind != TokenKind::kWord || word.covers >= 0) return false;
  if (Possessive(at)) return false;
  if (word.name) return true;
  if (word.classes & (kFunction | kTime)) return false;
  if ((word.classes & kAdverb) && !word.noun_too) return false;
  return word.forms == 0 || word.noun_too || (word.forms & kGerund) != 0;
}

bool WordReader::Opens(std::uint32_t at) const {
  const Word& word = Of(at);
  if (word.starts >= 0) return true;
  if (word.classes &
      (kDeterminer | kIndefinite | kPossessive | kNone | kAny | kNobody | kPronoun)) {
    return true;
  }
  return NounLike(at);
}

}  // namespace counterclaim
