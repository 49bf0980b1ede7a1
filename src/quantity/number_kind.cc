#include "quantity/number_kind.h"

namespace counterclaim {
namespace {

class Kinds {
 public:
  Kinds(std::string_view text, const TextLayer& layer, const Language& language, const NumeralReader& reader,
        const Numeral& numeral, std::uint32_t begin, std::uint32_t end)
      : text_(text), tokens_(layer.tokens), rules_(language.numbers), reader_(reader), numeral_(numeral),
        begin_(begin), end_(end) {}

  void Decide(Quantity* quantity) {
    at_ = quantity->end_token;
    FindUnit(quantity);
    quantity->kind = Kind(*quantity);
  }

 private:
  bool Mark(std::uint32_t at, char mark) const {
    return at >= begin_ && at < end_ && tokens_[at].span.size() == 1 && text_[tokens_[at].span.begin] == mark;
  }
  const Token* Before() const { return numeral_.first > begin_ ? &tokens_[numeral_.first - 1] : nullptr; }

  // A unit of the rules ("km", "years old") or else the next word.
  void FindUnit(Quantity* quantity) {
    std::uint32_t at = at_;
    const bool dash = reader_.Is(at, kDashRole) && at < end_ && !tokens_[at].space_before;
    if (dash) ++at;
    const auto match = rules_.units.Longest(tokens_, at, end_);
    if (match.length > 0) {
      unit_ = static_cast<NumberKind>(match.values->front());
      unit_end_ = at + match.length;
      quantity->unit = Span{tokens_[at].span.begin, tokens_[unit_end_ - 1].span.end};
    } else if (at < end_ && tokens_[at].kind == TokenKind::kWord) {
      dashed_ = dash;
      if (!quantity->unit) quantity->unit = tokens_[at].span;
    }
  }

  NumberKind Kind(const Quantity& quantity) const {
    if (money_ || quantity.kind == NumberKind::kMoney) return NumberKind::kMoney;
    if (reader_.Is(at_, kPercentRole)) return NumberKind::kPercentage;
    if (IsTime()) return NumberKind::kTime;
    if (IsDate()) return NumberKind::kDate;
    if (numeral_.ordinal) return reader_.Is(at_, kFormationRole) ? NumberKind::kIdentifier : NumberKind::kOrdinal;
    if (IsIdentifier()) return NumberKind::kIdentifier;
    if (IsAge()) return NumberKind::kAge;
    if (unit_) return *unit_;
    if (const auto cue = reader_.Word(quantity.first_token - 1).before; quantity.first_token > begin_ && cue) return *cue;
    if (IsYear(quantity)) return NumberKind::kDate;
    if (dashed_ || numeral_.value < 0 || (numeral_.fraction && numeral_.value < 1)) return NumberKind::kOther;
    return NumberKind::kCount;
  }

  bool IsTime() const {
    if (!numeral_.figure) return false;
    if (reader_.Is(at_, kTimeRole)) return true;
    if (Mark(numeral_.end, ':') && numeral_.end + 1 < end_ && !tokens_[numeral_.end + 1].space_before) return true;
    return Before() && Mark(numeral_.first - 1, ':') && !tokens_[numeral_.first].space_before;
  }

  bool IsDate() const {
    const double day = numeral_.value;
    if (numeral_.figure && ((Mark(numeral_.end, '/') && !tokens_[numeral_.end].space_before) ||
                            (Before() && Mark(numeral_.first - 1, '/') && !tokens_[numeral_.first].space_before))) {
      return true;
    }
    const bool near = day >= 1 && day <= 31 && (numeral_.figure || numeral_.ordinal);
    if (Before() && reader_.Is(numeral_.first - 1, kMonthRole) && Before()->capital && (near || LooksLikeYear())) return true;
    const std::uint32_t month = reader_.Is(at_, kOfRole) ? at_ + 1 : at_;
    if (near && reader_.Is(month, kMonthRole) && tokens_[month].capital) return true;
    // "March 13, 2019", "Oct. 5-7"
    const std::uint32_t first = numeral_.first;
    for (std::uint32_t back = 2; back <= 4 && first >= begin_ + back; ++back) {
      if (!reader_.Is(first - back, kMonthRole)) continue;
      if (LooksLikeYear() && tokens_[first - 1].span.size() == 1) return true;
      if (near && back == 2 && Mark(first - 1, '.')) return true;
      if (near && reader_.Is(first - 1, kDashRole | kAndRole)) return true;
    }
    return false;
  }

  bool LooksLikeYear() const {
    return numeral_.plain && numeral_.digits == 4 && numeral_.value >= 1500 && numeral_.value <= 2100;
  }

  bool AloneOrCapital() const {
    return at_ >= end_ || tokens_[at_].kind != TokenKind::kWord || tokens_[at_].capital;
  }

  bool IsYear(const Quantity& quantity) const {
    if (!LooksLikeYear()) return false;
    if (quantity.bound == Bound::kRange) return *quantity.low_value >= 1500 && (numeral_.value >= 1900 || AloneOrCapital());
    if (quantity.bound != Bound::kExact || quantity.increment) return false;
    if (!Before()) return true;
    if (numeral_.value >= 1900 && static_cast<int>(numeral_.value) % 100 != 0) return true;
    if (reader_.Is(numeral_.first - 1, kYearRole)) return true;
    const bool alone = AloneOrCapital();
    const bool round = static_cast<int>(numeral_.value) % 100 == 0;
    return (reader_.Is(numeral_.first - 1, kMaybeYearRole) || Before()->kind == TokenKind::kPunctuation) && (alone || !round);
  }

  bool IsIdentifier() const {
    const Token* before = Before();
    if (!before) return false;
    if (reader_.Word(numeral_.first - 1).before == NumberKind::kIdentifier) return numeral_.figure || tokens_[numeral_.first].capital;
    if (Mark(numeral_.first - 1, '.') && numeral_.first >= begin_ + 2) {  // "No. 28"
      return reader_.Word(numeral_.first - 2).before == NumberKind::kIdentifier && numeral_.figure;
    }
    if (!numeral_.figure || !reader_.Is(numeral_.first - 1, kDashRole)) return false;
    // "MiG-29"
    return numeral_.first >= begin_ + 2 && !before->space_before && !tokens_[numeral_.first].space_before &&
           tokens_[numeral_.first - 2].kind == TokenKind::kWord && tokens_[numeral_.first - 2].capital;
  }

  bool IsAge() const {
    if (unit_ == NumberKind::kDuration) {
      return reader_.Is(unit_end_, kOldRole) || (reader_.Is(unit_end_, kDashRole) && reader_.Is(unit_end_ + 1, kOldRole));
    }
    if (!Before()) return false;
    if (reader_.Word(numeral_.first - 1).before == NumberKind::kAge) return true;
    // "Senard, 65, said"
    return numeral_.plain && numeral_.value >= 1 && numeral_.value <= 110 && Mark(numeral_.first - 1, ',') &&
           numeral_.first >= begin_ + 2 && tokens_[numeral_.first - 2].capital && (Mark(at_, ',') || Mark(at_, '.')) &&
           !Mark(numeral_.first - 2, '.');
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const NumberRules& rules_;
  const NumeralReader& reader_;
  const Numeral& numeral_;
  std::uint32_t begin_, end_, at_ = 0, unit_end_ = 0;
  std::optional<NumberKind> unit_;
  bool dashed_ = false, money_ = false;
};

}  // namespace

void FindKind(std::string_view text, const TextLayer& layer, const Language& language, const NumeralReader& reader,
              const Numeral& numeral, std::uint32_t begin, std::uint32_t end, Quantity* quantity) {
  Kinds(text, layer, language, reader, numeral, begin, end).Decide(quantity);
}

}  // namespace counterclaim
