#include "syntax/single.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr WordClasses kNoneOf = kNone | kNobody | kAny;
// Words at which a noun group ends that has begun, unless they are part of a name or a phrase.
constexpr WordClasses kClosing = kPreposition | kCoordinator | kSubordinator | kRelative |
                                 kPronoun | kBe | kHave | kDo | kModal | kNegation | kWithout |
                                 kIncluding;
constexpr WordClasses kOpen = kDeterminer | kIndefinite | kPossessive | kRest | kTime | kAdverb;

class Finder {
 public:
  Finder(std::string_view text, const Sentence& sentence, const std::vector<Quantity>& quantities,
         const TextLayer& layer, const Language& language)
      : text_(text),
        tokens_(layer.tokens),
        first_(sentence.first_token),
        end_(sentence.end_token),
        quantities_(quantities),
        language_(language) {}

  bool Find() const {
    for (std::uint32_t at = first_; at < end_; ++at) {
      const WordClasses classes = ClassesAt(at) | FactsAt(at).classes;
      if ((classes & (kNoneOf | kPair)) || FactsAt(at).counter) return true;
      if ((classes & kIndefinite) && MayBeKnown(at)) return true;
      if ((classes & kPossessive) && Joined(at)) return true;
    }
    return MayShout();
  }

 private:
  const SyntaxRules::WordFacts& FactsAt(std::uint32_t at) const {
    return language_.syntax.FactsOf(tokens_[at].word);
  }

  // Names need no capitals where most words are all capitals.
  bool MayShout() const {
    std::size_t words = 0, shouted = 0;
    for (std::uint32_t at = first_; at < end_; ++at) {
      const Token& token = tokens_[at];
      if (token.kind != TokenKind::kWord || token.span.size() < 2 || !token.space_before) continue;
      ++words;
      shouted += token.all_capitals;
    }
    return words > 0 && shouted * 5 >= words * 4;
  }

  // As the chunker has them, but that a word in a name may have none.
  WordClasses ClassesAt(std::uint32_t at) const {
    const SyntaxRules& rules = language_.syntax;
    if (!FactsAt(at).phrase) return FactsAt(at).classes;
    const PhraseTable::Match phrase = rules.phrases.Longest(tokens_, at, end_);
    if (phrase.length <= 1) return FactsAt(at).classes;
    WordClasses classes = 0;
    for (const std::uint32_t value : *phrase.values) classes |= rules.phrase_classes[value];
    return classes;
  }

  // "the teacher and his wife": what is joined to its owner is counted with it.
  bool Joined(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 4;  // tokens of a coordinator
    for (std::uint32_t k = at; k > first_ && at - k < kLongest; --k)
      if (ClassesAt(k - 1) & kCoordinator) return true;
    return false;
  }

  // Whether the group that "a" opens may hold a word or a name that tells what it is.
  bool MayBeKnown(std::uint32_t article) const {
    // "another", "a third": of those just told of
    if (ClassesAt(article) & kDeterminer) return true;
    if (article > first_ && (InName(article) || IsOwnerEnding(tokens_[article - 1], text_)))
      return true;
    for (std::uint32_t at = article + 1; at < end_; ++at) {
      const WordClasses classes = ClassesAt(at) | FactsAt(at).classes;
      if (IsObject(at) || (classes & (kGroup | kRest)) || MayBeGroup(at) || Ranks(at)) return true;
      if (Closes(at) && !InName(at)) return false;
    }
    return false;
  }

  bool IsObject(std::uint32_t at) const {
    return FactsAt(at).object && language_.frames.objects.Longest(tokens_, at, end_).length > 0;
  }

  // Names of groups stand for their members; no rule knows how long one with an organ is, or one
  // that the text makes.
  bool MayBeGroup(std::uint32_t at) const {
    const PartyNames& names = language_.party_names;
    const WordId word = tokens_[at].word;
    return names.fighters.contains(word) || names.short_names.contains(word) ||
           names.organs.StartsWith(word) || names.group_heads.contains(word) || EndsInPeople(at);
  }

  // "a Briton was killed": the group may end with the name of a people.
  bool EndsInPeople(std::uint32_t at) const {
    if (!tokens_[at].capital) return false;
    const auto name = language_.party_names.phrases.Longest(tokens_, at, end_);
    const std::uint32_t next = at + static_cast<std::uint32_t>(name.length);
    return name.length > 0 && (next >= end_ || tokens_[next].kind != TokenKind::kWord ||
                               FactsAt(next).verb || (ClassesAt(next) & (kClosing | kAdverb)));
  }

  // Whether a name of the rules may hold the word and one before it.
  bool InName(std::uint32_t at) const {
    const PartyNames& names = language_.party_names;
    std::uint32_t first = at;
    while (first > first_ && names.inner.contains(tokens_[first].word)) {
      --first;
      if (names.phrases.Longest(tokens_, first, end_).length > at - first) return true;
    }
    return false;
  }

  bool Closes(std::uint32_t at) const {
    const Token& token = tokens_[at];
    const char mark = token.span.size() == 1 ? text_[token.span.begin] : '\0';
    if (mark == ',' || mark == ';') return !Covered(at);
    const bool glued = !token.space_before || (at + 1 < end_ && !tokens_[at + 1].space_before);
    if (token.kind != TokenKind::kWord || glued || (token.bits & kScanQuantity) || Covered(at))
      return false;
    const SyntaxRules::WordFacts& facts = FactsAt(at);
    const WordClasses classes = ClassesAt(at);
    const bool verb = facts.verb && !(classes & (kBe | kHave | kDo));
    return (classes & kClosing) && !(classes & kOpen) && !facts.state && !verb;
  }

  bool Ranks(std::uint32_t at) const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity& quantity) {
      return quantity.kind == NumberKind::kOrdinal && quantity.first_token <= at &&
             at < quantity.end_token;
    });
  }

  bool Covered(std::uint32_t at) const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity& quantity) {
      return quantity.first_token <= at && at < quantity.end_token;
    });
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_, end_;
  const std::vector<Quantity>& quantities_;
  const Language& language_;
};

}  // namespace

bool MayBeSingle(std::uint32_t sentence, std::string_view text,
                 const std::vector<Quantity>& quantities, const TextLayer& layer,
                 const Language& language) {
  return Finder(text, layer.sentences[sentence], quantities, layer, language).Find();
}

}  // namespace counterclaim
