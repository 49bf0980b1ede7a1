#include "quantity/number_kind.h"

#include <algorithm>

namespace counterclaim {
namespace {

class Kinds {
 public:
  Kinds(std::string_view text, const TextLayer& layer, const Language& language,
        const NumeralReader& reader, const Numeral& numeral, std::uint32_t begin, std::uint32_t end)
      : text_(text),
        tokens_(layer.tokens),
        rules_(language.numbers),
        frames_(language.frames),
        syntax_(language.syntax),
        text_rules_(language.text),
        small_months_(language.calendar.small_letters),
        reader_(reader),
        numeral_(numeral),
        begin_(begin),
        end_(end) {}

  void Decide(Quantity* quantity) {
    at_ = quantity->end_token;
    FindUnit(quantity);
    quantity->kind = Kind(*quantity);
  }

 private:
  bool Mark(std::uint32_t at, char mark) const {
    return at >= begin_ && at < end_ && tokens_[at].span.size() == 1 &&
           text_[tokens_[at].span.begin] == mark;
  }
  const Token* Before() const {
    return numeral_.first > begin_ ? &tokens_[numeral_.first - 1] : nullptr;
  }

  // A unit of the rules ("km", "years old"), or else what is counted.
  void FindUnit(Quantity* quantity) {
    std::uint32_t at = at_;
    const bool dash = reader_.Is(at, kDashRole) && at < end_ && !tokens_[at].space_before;
    if (dash) ++at;
    const auto match = rules_.units.Longest(tokens_, at, end_);
    // "one man" is somebody, "a 58-man unit" a strength.
    const bool somebody = match.length > 0 && !dash && numeral_.value == 1 &&
                          static_cast<NumberKind>(match.values->front()) == NumberKind::kStrength;
    if (match.length > 0 && !somebody) {
      unit_ = static_cast<NumberKind>(match.values->front());
      unit_end_ = at + match.length;
      quantity->unit = Span{tokens_[at].span.begin, tokens_[unit_end_ - 1].span.end};
    } else if (at < end_ && tokens_[at].kind == TokenKind::kWord) {
      dashed_ = dash;
      if (!quantity->unit) quantity->unit = tokens_[dash ? at : Head(at)].span;
    }
  }

  // The head of "Pakistani army soldiers killed in": the last word before one
  // that ends a noun group. The first word is always taken.
  std::uint32_t Head(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 6;
    std::uint32_t head = at;
    for (std::uint32_t i = at + 1; i < end_ && i < at + kLongest; ++i) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::kWord || !token.space_before) break;
      if (reader_.Is(i, kEndsUnitRole) || (text_rules_.Bits(token.word) & kScanNumber)) break;
      if (token.capital && !tokens_[i - 1].capital) break;  // "soldiers Tuesday"
      head = i;
    }
    return head;
  }

  NumberKind Kind(const Quantity& quantity) const {
    if (money_ || quantity.kind == NumberKind::kMoney) return NumberKind::kMoney;
    if (reader_.Is(at_, kPercentRole)) return NumberKind::kPercentage;
    if (IsTime()) return NumberKind::kTime;
    if (!quantity.increment && IsDate()) return NumberKind::kDate;
    if (IsScore(quantity) || IsLeftOut()) return NumberKind::kOther;
    if (numeral_.ordinal)
      return reader_.Is(at_, kFormationRole) ? NumberKind::kIdentifier : NumberKind::kOrdinal;
    if (IsIdentifier()) return NumberKind::kIdentifier;
    if (IsAge()) return NumberKind::kAge;
    if (unit_) return *unit_;
    if (numeral_.glued) return NumberKind::kIdentifier;
    if (const auto cue = Cue(quantity)) return *cue;
    if (IsYear(quantity)) return NumberKind::kDate;
    if (dashed_ || numeral_.value < 0 || (numeral_.fraction && numeral_.value < 1))
      return NumberKind::kOther;
    return NumberKind::kCount;
  }

  // The word before tells the kind. Under `other` stand words that name a thing
  // only when written with a capital: "Camp 7".
  std::optional<NumberKind> Cue(const Quantity& quantity) const {
    if (quantity.first_token <= begin_) return std::nullopt;
    const std::uint32_t word = quantity.first_token - 1;
    if (word > begin_ && reader_.Is(word, kOfRole) &&
        reader_.Word(word - 1).before == NumberKind::kAge)
      return NumberKind::kAge;  // "at the age of 26"
    const auto cue = reader_.Word(word).before;
    const bool bounded = quantity.bound != Bound::kExact && quantity.bound != Bound::kRange;
    if (bounded && cue != NumberKind::kAge)
      return std::nullopt;  // "the planet more than 300 times"
    if (cue == NumberKind::kIdentifier && IsVerb(quantity.first_token - 1)) return std::nullopt;
    // "in the Tarn sector four soldiers": a number in letters names nothing.
    if (cue == NumberKind::kIdentifier && !numeral_.figure && !tokens_[numeral_.first].capital)
      return std::nullopt;
    if (cue != NumberKind::kOther) return cue;
    const Token& before = tokens_[quantity.first_token - 1];
    if (!before.capital || before.all_capitals || !numeral_.plain) return std::nullopt;
    return NumberKind::kIdentifier;
  }

  // "won 3-1", "voted 52-48", "a 9-2 lead".
  bool IsScore(const Quantity& quantity) const {
    if (!numeral_.plain || numeral_.value >= 1000) return false;
    const std::uint32_t first = quantity.first_token;
    const bool range = quantity.bound == Bound::kRange;
    const auto pair = [&](std::uint32_t dash) {
      return dash > begin_ && dash + 1 < end_ && reader_.Is(dash, kDashRole) &&
             !tokens_[dash].space_before && !tokens_[dash + 1].space_before &&
             tokens_[dash - 1].kind == TokenKind::kNumber &&
             tokens_[dash + 1].kind == TokenKind::kNumber;
    };
    if (!range && (pair(at_) || (first > begin_ && pair(first - 1)))) return true;
    if (!range || first + 3 != quantity.end_token || !pair(first + 1)) return false;
    constexpr std::uint32_t kBack = 3;
    for (std::uint32_t i = first; i-- > begin_ && i + kBack >= first;) {
      if (reader_.Is(i, kScoreRole)) return true;
    }
    return reader_.Is(at_, kScoreRole);
  }

  bool IsMonth(std::uint32_t at) const {
    return reader_.Is(at, kMonthRole) && (small_months_ || tokens_[at].capital);
  }

  bool IsTime() const {
    if (!numeral_.figure) return false;
    if (unit_ == NumberKind::kTime) return true;
    if (Mark(numeral_.end, ':') && numeral_.end + 1 < end_ &&
        !tokens_[numeral_.end + 1].space_before)
      return true;
    return Before() && Mark(numeral_.first - 1, ':') && !tokens_[numeral_.first].space_before;
  }

  bool IsDate() const {
    const double day = numeral_.value;
    if (numeral_.figure &&
        ((Mark(numeral_.end, '/') && !tokens_[numeral_.end].space_before) ||
         (Before() && Mark(numeral_.first - 1, '/') && !tokens_[numeral_.first].space_before))) {
      return true;
    }
    const bool near = day >= 1 && day <= 31 && (numeral_.figure || numeral_.ordinal);
    if (Before() && IsMonth(numeral_.first - 1) && (near || LooksLikeYear())) return true;
    const std::uint32_t month = reader_.Is(at_, kOfRole) ? at_ + 1 : at_;
    if (near && IsMonth(month)) return true;
    if (near && IsFirstOfDays()) return true;
    // "March 13, 2019", "Oct. 5-7"
    const std::uint32_t first = numeral_.first;
    for (std::uint32_t back = 2; back <= 4 && first >= begin_ + back; ++back) {
      if (!reader_.Is(first - back, kMonthRole)) continue;
      if (LooksLikeYear() && tokens_[first - 1].span.size() == 1) return true;
      if (near && back == 2 && Mark(first - 1, '.')) return true;
      if (near && reader_.Is(first - 1, kDashRole)) return true;
      // "October 7 and 8"; not "in May 2016 and 19 soldiers".
      if (near && reader_.Is(first - 1, kAndRole) && back > 2 &&
          tokens_[first - 2].span.size() <= 2 && AloneOrCapital())
        return true;
    }
    return false;
  }

  // "7 and 8 October", "the 3rd, 4th and 5th of May".
  bool IsFirstOfDays() const {
    std::uint32_t at = at_;
    for (int more = 0; more < 4; ++more) {
      if (!reader_.Is(at, kAndRole | kToRole | kDashRole | kOrRole) && !Mark(at, ',') &&
          !Mark(at, '/'))
        return false;
      ++at;
      if (at >= end_ || tokens_[at].kind != TokenKind::kNumber || tokens_[at].span.size() > 2)
        return false;
      ++at;
      if (reader_.Is(at, kOrdinalEndRole)) ++at;
      if (reader_.Is(at, kOfRole)) ++at;
      if (IsMonth(at)) return true;
    }
    return false;
  }

  bool LooksLikeYear() const {
    return numeral_.plain && numeral_.digits == 4 && numeral_.value >= 1500 &&
           numeral_.value <= 2150;
  }

  bool AloneOrCapital() const {
    return at_ >= end_ || tokens_[at_].kind != TokenKind::kWord || tokens_[at_].capital;
  }

  bool IsYear(const Quantity& quantity) const {
    if (!LooksLikeYear()) return false;
    if (quantity.bound == Bound::kRange)
      return *quantity.low_value >= 1500 && (numeral_.value >= 1900 || AloneOrCapital());
    if (quantity.bound != Bound::kExact || quantity.increment) return false;
    if (!Before()) return true;
    if (numeral_.value >= 1900 && static_cast<int>(numeral_.value) % 100 != 0) return true;
    if (reader_.Is(numeral_.first - 1, kYearRole)) return true;
    const bool alone = AloneOrCapital();
    const bool round = static_cast<int>(numeral_.value) % 100 == 0;
    return (reader_.Is(numeral_.first - 1, kMaybeYearRole) ||
            Before()->kind == TokenKind::kPunctuation) &&
           (alone || !round);
  }

  // "The dead now number 265.", "Our martyrs number 28."
  bool IsVerb(std::uint32_t at) const {
    const bool after =
        at > begin_ && ((syntax_.ClassOf(tokens_[at - 1].word) & kAdverb) != 0 ||
                        (tokens_[at - 1].bits & kScanState) != 0 || IsPlural(at - 1));
    // "The dead in Abra number 47."
    const bool placed = at > begin_ + 1 && tokens_[at - 1].capital && !tokens_[at].capital &&
                        (syntax_.ClassOf(tokens_[at - 2].word) & kPreposition) != 0;
    if (placed && syntax_.FindVerb(tokens_[at].word)) return true;
    return after && syntax_.FindVerb(tokens_[at].word) != nullptr;
  }

  bool IsPlural(std::uint32_t at) const {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::kWord || token.capital) return false;
    const std::string word = Vocabulary::Fold(text_.substr(token.span.begin, token.span.size()));
    const auto& ends = syntax_.plural_ends;
    return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) {
      return word.size() > end.size() + 1 && word.ends_with(end);
    });
  }

  bool IsIdentifier() const {
    const Token* before = Before();
    if (!before) return false;
    if (reader_.Word(numeral_.first - 1).before == NumberKind::kIdentifier &&
        !IsVerb(numeral_.first - 1))
      return numeral_.figure || tokens_[numeral_.first].capital;
    if (Mark(numeral_.first - 1, '.') && numeral_.first >= begin_ + 2) {  // "No. 28"
      return reader_.Word(numeral_.first - 2).before == NumberKind::kIdentifier && numeral_.figure;
    }
    if (!numeral_.figure) return false;
    // "the ID.3": a point and digits glued to a word
    if (text_[numeral_.span.begin] == '.' && !tokens_[numeral_.first].space_before &&
        before->kind == TokenKind::kWord)
      return true;
    const bool tag = before->span.size() == 1 && text_[before->span.begin] == '#';
    const bool note = Mark(numeral_.first - 1, '[') && Mark(numeral_.end, ']') && numeral_.plain;
    const bool phone = Mark(numeral_.first - 1, '+') && !tokens_[numeral_.first].space_before &&
                       numeral_.digits >= 2 && numeral_.plain;
    if (tag || note || phone) return true;
    if (!reader_.Is(numeral_.first - 1, kDashRole)) return false;
    // "MiG-29"
    return numeral_.first >= begin_ + 2 && !before->space_before &&
           !tokens_[numeral_.first].space_before &&
           tokens_[numeral_.first - 2].kind == TokenKind::kWord &&
           tokens_[numeral_.first - 2].capital;
  }

  // "all but six of the bodies"
  bool IsLeftOut() const {
    return numeral_.first >= begin_ + 2 && reader_.Is(numeral_.first - 1, kButRole) &&
           reader_.Is(numeral_.first - 2, kEveryRole);
  }

  bool IsAge() const {
    if (unit_ == NumberKind::kDuration) {
      return reader_.Is(unit_end_, kOldRole) ||
             (reader_.Is(unit_end_, kDashRole) && reader_.Is(unit_end_ + 1, kOldRole));
    }
    if (!Before()) return false;
    if (reader_.Word(numeral_.first - 1).before == NumberKind::kAge) return true;
    if (IsAgeOf()) return true;
    // "Senard, 65, said", "her brother, 12, fled"
    if (!numeral_.plain || numeral_.value < 1 || numeral_.value > 110 ||
        !Mark(numeral_.first - 1, ','))
      return false;
    if (numeral_.first < begin_ + 2 || tokens_[numeral_.first - 2].kind != TokenKind::kWord)
      return false;
    return Mark(at_, ',') ? at_ + 1 < end_ && tokens_[at_ + 1].kind != TokenKind::kNumber
                          : Mark(at_, '.') && tokens_[numeral_.first - 2].capital;
  }

  // "a boy of 17 was", "a widow of 71."; not "a family of six"
  bool IsAgeOf() const {
    const std::uint32_t of = numeral_.first - 1;
    const bool word = tokens_[numeral_.first].kind == TokenKind::kWord;  // "a boy of nine"
    if (!(numeral_.plain || word) || numeral_.value < 1 || numeral_.value > 110 ||
        of < begin_ + 2 || !(Class(of) & kOf))
      return false;
    if (!(Class(of - 2) & kIndefinite) && !(of >= begin_ + 3 && (Class(of - 3) & kIndefinite)))
      return false;
    const auto noun = frames_.objects.Longest(tokens_, of - 1, of);
    if (!noun.values || (Class(of - 1) & kGroup)) return false;
    const ObjectNoun& person = frames_.object_nouns[noun.values->front()];
    if (!person.people || person.whole) return false;
    if (frames_.nouns.Longest(tokens_, of - 1, of).values) return false;  // "a toll of 58"
    return at_ >= end_ || tokens_[at_].kind == TokenKind::kPunctuation || IsParticiple(at_) ||
           (Class(at_) & (kRelative | kPreposition | kCoordinator | kBe | kHave | kModal |
                          kSubordinator | kAdverb)) != 0;
  }
  // "a girl of 13 killed in her own house"
  bool IsParticiple(std::uint32_t at) const {
    const auto* readings = syntax_.FindVerb(tokens_[at].word);
    return readings && std::any_of(readings->begin(), readings->end(), [](const VerbReading& one) {
             return (one.forms & kPastParticiple) != 0;
           });
  }
  WordClasses Class(std::uint32_t at) const { return syntax_.ClassOf(tokens_[at].word); }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const NumberRules& rules_;
  const FrameRules& frames_;
  const SyntaxRules& syntax_;
  const TextRules& text_rules_;
  bool small_months_;
  const NumeralReader& reader_;
  const Numeral& numeral_;
  std::uint32_t begin_, end_, at_ = 0, unit_end_ = 0;
  std::optional<NumberKind> unit_;
  bool dashed_ = false, money_ = false;
};

}  // namespace

void FindKind(std::string_view text, const TextLayer& layer, const Language& language,
              const NumeralReader& reader, const Numeral& numeral, std::uint32_t begin,
              std::uint32_t end, Quantity* quantity) {
  Kinds(text, layer, language, reader, numeral, begin, end).Decide(quantity);
}

}  // namespace counterclaim
