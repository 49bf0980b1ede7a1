#include "attribution/untrue.h"

#include <algorithm>
#include <utility>

namespace counterclaim {

namespace {

constexpr std::uint32_t kFarthestBe = 4;    // tokens from "was" to "untrue"
constexpr std::size_t kMostInSentence = 8;  // of such words

// The figure of speech of one sentence: "[reports that ...] were [false]".
struct Rejected {
  Span content;  // what is said to be untrue
  Span word;     // "untrue"
};

class UntrueReader {
 public:
  UntrueReader(const Text& text, std::uint32_t sentence)
      : text_(text),
        tokens_(text.layer.tokens),
        rules_(text.language.cues),
        first_(text.layer.sentences[sentence].first_token),
        end_(text.layer.sentences[sentence].end_token) {}

  std::vector<Rejected> Read() const {
    std::vector<Rejected> found;
    for (std::uint32_t at = first_ + 1; at < end_ && found.size() < kMostInSentence; ++at) {
      const bool negated = Is(at, kTrueWord) && Is(at - 1, kNotWord);
      if (negated || Is(at, kUntrueWord)) {
        if (const auto that = ThatBehind(at)) {
          found.push_back({{Begin(*that), tokens_[end_ - 1].span.begin}, tokens_[at].span});
          continue;
        }
      }
      if (!Is(at, kUntrueWord)) continue;
      const auto be = BeBefore(at);
      if (!be) continue;
      auto claim = ClaimBefore(*be);
      if (!claim) claim = CountBefore(*be);
      if (claim) found.push_back({{Begin(*claim), Begin(*be)}, tokens_[at].span});
    }
    return found;
  }

 private:
  bool Is(std::uint32_t at, std::uint64_t bits) const {
    return (rules_.Word(tokens_[at].word) & bits) != 0;
  }
  std::uint32_t Begin(std::uint32_t at) const { return tokens_[at].span.begin; }

  // "was", "are simply", "had been": none where it is negated.
  std::optional<std::uint32_t> BeBefore(std::uint32_t at) const {
    for (std::uint32_t i = at; i-- > first_ && at - i <= kFarthestBe;) {
      if (Is(i, kNotWord)) return std::nullopt;
      if (Is(i, kBeWord)) return i;
      if (tokens_[i].kind != TokenKind::kWord && !Quotes(tokens_[i].span)) return std::nullopt;
    }
    return std::nullopt;
  }

  bool Quotes(Span mark) const {
    const auto& all = text_.layer.quotations;
    return std::any_of(all.begin(), all.end(), [mark](const Quotation& each) {
      return each.span.begin == mark.end || each.span.end == mark.begin ||
             each.span.begin == mark.begin || each.span.end == mark.end;
    });
  }

  // "It was not true, he told reporters, that"
  std::optional<std::uint32_t> ThatBehind(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 8;
    bool aside = false;
    for (std::uint32_t i = at + 1; i < end_ && i <= at + kReach; ++i) {
      if (Is(i, kThatWord) && (i == at + 1 || aside))
        return i + 1 < end_ ? std::optional(i + 1) : std::nullopt;
      aside = tokens_[i].kind == TokenKind::kPunctuation;
    }
    return std::nullopt;
  }

  // "The 57 deaths in the camp that they peddle are an invention": the count that opens the clause.
  std::optional<std::uint32_t> CountBefore(std::uint32_t be) const {
    std::uint32_t begin = be;
    while (begin > first_ &&
           (tokens_[begin - 1].kind != TokenKind::kPunctuation || !tokens_[begin - 1].space_before))
      --begin;
    if (begin + 2 >= be || !Is(begin, kDeterminerWord)) return std::nullopt;
    const bool number = tokens_[begin + 1].kind == TokenKind::kNumber ||
                        (tokens_[begin + 1].bits & kScanNumber) != 0;
    const bool told =
        std::any_of(tokens_.begin() + begin, tokens_.begin() + be,
                    [&](const Token& token) { return (rules_.Word(token.word) & kThatWord) != 0; });
    return number && told ? std::optional(begin) : std::nullopt;
  }

  // The nearest "claim", "reports" before, with "that" or "of" behind it.
  std::optional<std::uint32_t> ClaimBefore(std::uint32_t be) const {
    for (std::uint32_t i = be; i-- > first_;) {
      if (tokens_[i].kind == TokenKind::kPunctuation) return std::nullopt;
      if (i + 1 < be && Is(i + 1, kThatWord | kOfWord) &&
          rules_.nouns.Longest(tokens_, i, i + 1).length > 0)
        return i;
    }
    return std::nullopt;
  }

  const Text& text_;
  const std::vector<Token>& tokens_;
  const CueRules& rules_;
  std::uint32_t first_, end_;
};

}  // namespace

void DenyUntrue(const Text& text, std::uint32_t sentence, std::size_t first,
                std::vector<Attribution>* all) {
  for (const Rejected& rejected : UntrueReader(text, sentence).Read()) {
    const auto holds = [&](const Attribution& each) {
      const auto& cue = each.source.cue_span;
      return each.source.span && !(cue && rejected.content.Contains(*cue)) &&
             std::any_of(each.content.begin(), each.content.end(),
                         [&](const Span& span) { return span.Contains(rejected.word); });
    };
    const auto speaker =
        std::find_if(all->begin() + static_cast<std::ptrdiff_t>(first), all->end(), holds);
    if (speaker == all->end()) continue;
    Attribution denial = *speaker;
    denial.content = {rejected.content};
    denial.stance = Stance::kDenied;
    denial.carried = false;
    denial.steps.push_back("stance: said to be \"" + std::string(text.Words(rejected.word)) + "\"");
    // The claim is told only to be rejected, whoever made it.
    const auto inside = [&](const Attribution& each) {
      return std::all_of(each.content.begin(), each.content.end(),
                         [&](const Span& span) { return rejected.content.Contains(span); });
    };
    all->erase(
        std::remove_if(all->begin() + static_cast<std::ptrdiff_t>(first), all->end(), inside),
        all->end());
    all->push_back(std::move(denial));
  }
}

void DenyBefore(const Text& text, const Source& publisher, std::vector<Attribution>* all) {
  constexpr std::uint32_t kReach = 5;  // tokens from "that" to "untrue"
  const auto& tokens = text.layer.tokens;
  const auto is = [&](std::uint32_t at, std::uint64_t bits) {
    return (text.language.cues.Word(tokens[at].word) & bits) != 0;
  };
  for (std::uint32_t s = 1; s < text.layer.sentences.size(); ++s) {
    const Sentence& sentence = text.layer.sentences[s];
    const std::uint32_t first = sentence.first_token, end = sentence.end_token;
    if (first + 2 >= end || !is(first, kThatWord | kItWord | kTheyWord | kSuchWord) ||
        !is(first + 1, kBeWord))
      continue;
    for (std::uint32_t at = first + 2; at < std::min(end, first + kReach); ++at) {
      if (is(at, kNotWord) && !(at + 1 < end && is(at + 1, kTrueWord))) break;
      if (!is(at, kUntrueWord | kTrueWord)) continue;
      if (is(at, kTrueWord) && !is(at - 1, kNotWord)) break;
      Attribution denial;
      denial.content.push_back(text.layer.sentences[s - 1].span);
      denial.source = publisher;
      denial.stance = Stance::kDenied;
      denial.steps.push_back("stance: the next sentence says that it is \"" +
                             std::string(text.Words(tokens[at].span)) + '"');
      all->push_back(std::move(denial));
      break;
    }
  }
}

}  // namespace counterclaim
