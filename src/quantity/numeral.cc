#include "quantity/numeral.h"

#include <cmath>
#include <limits>

#include "quantity/figure.h"

namespace counterclaim {
namespace {

constexpr std::uint32_t kLongest = 24;  // tokens of one numeral
constexpr double kHundreds = 1000;      // what a numeral below a thousand stays under

// Nothing follows the last scale word: "two million", not "two million and six".
bool Multiple(const Numeral& numeral) {
  return std::fmod(numeral.value, numeral.scale) == 0;
}

}  // namespace

void NumeralReader::Close(Numeral* numeral, std::uint32_t end) const {
  numeral->end = end;
  numeral->span.end = tokens_[end - 1].span.end;
}

std::optional<Numeral> NumeralReader::Read(std::uint32_t at, bool money) const {
  if (!Is(at, kMinusRole)) return ReadUnsigned(at, money);
  const bool word = tokens_[at].kind == TokenKind::kWord;
  const bool sign = at + 1 < end_ && !tokens_[at + 1].space_before &&
                    tokens_[at + 1].kind != TokenKind::kWord &&
                    (at == begin_ || tokens_[at].space_before);
  const bool opening = at == begin_ && at + 1 < end_ && tokens_[at + 1].kind != TokenKind::kWord;
  if (!word && !sign && !opening) return std::nullopt;
  auto numeral = ReadUnsigned(word ? SkipDash(at + 1) : at + 1, money);
  if (!numeral || numeral->ordinal) return std::nullopt;
  numeral->first = at;
  numeral->span.begin = tokens_[at].span.begin;
  numeral->value = -numeral->value;
  return numeral;
}

// Most words that lead to numbers are none.
bool NumeralReader::MayStart(std::uint32_t at) const {
  const Token& token = tokens_[at];
  const auto first = static_cast<unsigned char>(text_[token.span.begin]);
  if ((first >= '0' && first <= '9') || first == '.' || first >= 0x80) return true;
  const NumberWord& word = rules_.At(token.word);
  if (word.cardinal >= 0 || word.scale > 0 || word.group > 0 || (word.roles & kHalfRole) != 0)
    return true;
  if (!(word.roles & kArticleRole)) return false;
  const NumberWord& noun = Word(at + 1);  // "a dozen", "a third", "a twentieth"
  return noun.cardinal >= 0 || noun.scale > 0 || noun.group > 0 || noun.denominator > 0;
}

std::optional<Numeral> NumeralReader::ReadUnsigned(std::uint32_t at, bool money) const {
  if (at >= end_) return std::nullopt;
  if (!MayStart(at)) return std::nullopt;
  auto numeral = ReadDigits(at, money);
  if (!numeral) numeral = ReadPortion(at);
  if (!numeral) numeral = ReadWords(at, 0);
  return numeral;
}

std::uint32_t NumeralReader::GluedDigits(std::uint32_t at, bool money) const {
  if (at >= end_ || tokens_[at].kind != TokenKind::kWord) return 0;
  constexpr std::uint32_t kLongestCurrency = 4;
  const Span span = tokens_[at].span;
  std::uint32_t digits = span.begin;
  const auto is_digit = [&](std::uint32_t i) { return text_[i] >= '0' && text_[i] <= '9'; };
  while (digits < span.end && digits <= span.begin + kLongestCurrency && !is_digit(digits))
    ++digits;
  if (digits == span.begin || digits >= span.end || !is_digit(digits)) return 0;
  const std::string_view letters = text_.substr(span.begin, digits - span.begin);
  return money || rules_.At(words_.Find(Vocabulary::Fold(letters))).currency ? digits : 0;
}

std::optional<Numeral> NumeralReader::ReadDigits(std::uint32_t at, bool money,
                                                 std::uint32_t from) const {
  const Token& token = tokens_[at];
  const std::uint32_t start = from > 0 ? from : token.span.begin;
  const auto first = static_cast<unsigned char>(text_[start]);
  if (!(first >= '0' && first <= '9') && first != '.' && first < 0x80) return std::nullopt;
  if (token.kind == TokenKind::kWord && first >= 0x80) return std::nullopt;
  const bool spaces = at == begin_ || !(Word(at - 1).roles & (kMonthRole | kDashRole));
  const auto figure = ReadFigure(text_, start, tokens_[end_ - 1].span.end, rules_.decimal, spaces);
  if (!figure) return std::nullopt;
  Numeral numeral;
  numeral.first = at;
  numeral.span = {start, figure->end};
  numeral.value = figure->value;
  numeral.digits = figure->digits;
  numeral.figure = true;
  numeral.plain = !figure->grouped && !figure->decimal;
  numeral.fraction = figure->decimal && figure->digits == 0;
  std::uint32_t next = at;
  while (next < end_ && tokens_[next].span.begin < figure->end) ++next;
  numeral.end = next;
  // What is glued to the digits: "10k", "5th", "37-year-old" has a dash instead.
  Span glued{figure->end, tokens_[next - 1].span.end};
  if (glued.empty() && next < end_ && !tokens_[next].space_before &&
      tokens_[next].kind == TokenKind::kWord) {
    glued = tokens_[next].span;
    ++next;
  }
  if (!glued.empty()) {
    const std::string suffix(text_.substr(glued.begin, glued.size()));
    // "$2.7m", "2.7m people" against "37m (121ft)", "37m long"
    const bool counted = suffix.size() == 1 && next < end_ &&
                         tokens_[next].kind == TokenKind::kWord && tokens_[next].space_before &&
                         !Is(next, kDimensionRole);
    const auto money_scale =
        money || counted ? rules_.money_suffixes.find(suffix) : rules_.money_suffixes.end();
    const auto scale = rules_.suffixes.find(suffix);
    if (rules_.At(words_.Find(Vocabulary::Fold(suffix))).roles & kOrdinalEndRole) {
      numeral.ordinal = true;
      Close(&numeral, next);
      return numeral;
    }
    if (money_scale != rules_.money_suffixes.end() || scale != rules_.suffixes.end()) {
      numeral.scale = scale != rules_.suffixes.end() ? scale->second : money_scale->second;
      numeral.value *= numeral.scale;
      numeral.plain = false;
      Close(&numeral, next);
      return numeral;
    }
    numeral.glued = true;
  }
  AddSlash(&numeral);
  AddScales(&numeral);
  if (!numeral.fraction) AddTail(&numeral, 0);
  if (!numeral.fraction) AddDenominator(&numeral);
  return numeral;
}

// "3/4", "5 1/2"; dates ("5/17/2018", "9/11") stay apart.
void NumeralReader::AddSlash(Numeral* numeral) const {
  std::uint32_t slash = numeral->end;
  double numerator = numeral->value, whole = 0;
  const auto small = [&](std::uint32_t at) {
    if (at >= end_ || tokens_[at].kind == TokenKind::kWord) return -1.0;
    const auto figure =
        ReadFigure(text_, tokens_[at].span.begin, tokens_[at].span.end, rules_.decimal, false);
    return figure && !figure->decimal && figure->end == tokens_[at].span.end ? figure->value : -1.0;
  };
  const auto is_slash = [&](std::uint32_t at) {
    return at < end_ && tokens_[at].span.size() == 1 && text_[tokens_[at].span.begin] == '/';
  };
  if (!numeral->plain || (numeral->first > begin_ && Is(numeral->first - 1, kMonthRole))) return;
  if (slash + 1 < end_ && is_slash(slash + 1) && small(slash) > 0 && tokens_[slash].space_before) {
    whole = numerator;
    numerator = small(slash++);
  }
  if (!is_slash(slash)) return;
  const double denominator = small(slash + 1);
  const bool usual = (denominator >= 2 && denominator <= 10) || denominator == 12 ||
                     denominator == 16 || denominator == 100;
  if (!usual || numerator >= denominator || is_slash(slash + 2)) return;
  numeral->value = whole + numerator / denominator;
  numeral->fraction = true;
  numeral->plain = false;
  Close(numeral, slash + 2);
}

// "2.5 million", "322 hundred", "3 dozens", "2 lakh crore".
void NumeralReader::AddScales(Numeral* numeral) const {
  for (int i = 0; i < 3; ++i) {
    const std::uint32_t at = Is(numeral->end, kDashRole) && Word(numeral->end + 1).scale > 0
                                 ? numeral->end + 1
                                 : numeral->end;
    const NumberWord& word = Word(at);
    const double by = word.scale > 0 ? word.scale : i == 0 && !numeral->group ? word.group : 0;
    if (by <= 0) return;
    numeral->value *= by;
    numeral->scale = by;
    numeral->group = numeral->group || word.group > 0;
    numeral->plain = false;
    Close(numeral, at + 1);
  }
}

// "a third", "half a million", "a dozen", "a hundred and ten", "quarter million".
std::optional<Numeral> NumeralReader::ReadPortion(std::uint32_t at) const {
  const NumberWord& word = Word(at);
  const bool article = (word.roles & kArticleRole) != 0;
  const std::uint32_t next = article ? at + 1 : at;
  const NumberWord& noun = Word(next);
  Numeral numeral;
  numeral.first = at;
  numeral.span.begin = tokens_[at].span.begin;
  if (article && noun.scale > 0) return ReadWords(at, 0);
  // "the dozen men"; but "the couple", "they score"
  const bool bare = noun.group == 12 && !(noun.roles & kPluralRole);
  if (noun.group > 0 && (article || bare)) {
    numeral.value = noun.group;
    numeral.group = true;
    Close(&numeral, next + 1);
    const std::uint32_t big = Is(next + 1, kOfRole) ? next + 2 : next + 1;  // "a couple of hundred"
    const double by = Word(big).scale > 0 ? Word(big).scale : noun.group == 2 ? Word(big).group : 0;
    if (by > 0 && noun.group == 2) {
      numeral.value *= by;
      numeral.scale = by;
      numeral.group = Word(big).group > 0;
      Close(&numeral, big + 1);
    }
    return numeral;
  }
  if (!(noun.roles & kHalfRole) && !article) return std::nullopt;
  std::uint32_t end = next;
  bool plural = false;
  const double parts = Denominator(next, &end, &plural);
  if (parts <= 0 || plural) return std::nullopt;
  // "a third man" is no fraction: only before "of", a mark or the end.
  const bool open =
      end < end_ && tokens_[end].kind == TokenKind::kWord && !Is(end, kOfRole | kArticleRole);
  numeral.value = 1 / parts;
  numeral.fraction = true;
  std::uint32_t big = Is(end, kOfRole) && Is(end + 1, kArticleRole) ? end + 2
                      : Is(end, kArticleRole)                       ? end + 1
                                                                    : end;
  big = SkipDash(big);
  if (noun.roles & kHalfRole && (Word(big).scale > 0 || Word(big).group > 0)) {
    numeral.value *= Word(big).scale > 0 ? Word(big).scale : Word(big).group;
    numeral.scale = Word(big).scale > 0 ? Word(big).scale : 1;
    numeral.group = Word(big).group > 0;
    numeral.fraction = false;
    Close(&numeral, big + 1);
    return numeral;
  }
  if (open && !(noun.roles & kHalfRole)) return std::nullopt;
  if (!article && parts != 2) return std::nullopt;  // "in the quarter"
  Close(&numeral, end);
  return numeral;
}

// A simple number after what is already there; `room` is what still fits: up to 999 where a
// language has words for hundreds.
bool NumeralReader::AddSmall(std::uint32_t at, Numeral* numeral, double* room) const {
  const double value = Word(at).cardinal;
  if (value < 0 || value >= *room || (value == 0 && *room < 100)) return false;
  numeral->value += value;
  *room = value >= 100 ? 100 : value >= 20 && std::fmod(value, 10) == 0 ? 10 : 0;
  return true;
}

std::optional<Numeral> NumeralReader::ReadWords(std::uint32_t at, int depth) const {
  Numeral numeral;
  numeral.first = at;
  numeral.span.begin = tokens_[at].span.begin;
  std::uint32_t i = at;
  if (Is(i, kArticleRole) && Word(i + 1).scale > 0) ++i;
  double total = 0, room = kHundreds, last_scale = std::numeric_limits<double>::infinity();
  bool any = false, hundred = false;
  for (; i < end_ && i < at + kLongest; ++i) {
    std::uint32_t j = any ? SkipDash(i) : i;
    const NumberWord& word = Word(j);
    if (j > i && word.scale <= 0 && room != 10) break;  // "twenty-one", "five-hundred"
    if (word.scale == 100 && !hundred && numeral.value < 100) {
      numeral.value = (numeral.value > 0 ? numeral.value : 1) * 100;
      hundred = true, room = 100;
    } else if (word.scale > 100 && word.scale < last_scale) {
      if (any && numeral.value == 0) break;
      total += (any ? numeral.value : 1) * word.scale;
      numeral.value = 0, last_scale = numeral.scale = word.scale;
      hundred = false, room = kHundreds;
    } else if (!AddSmall(j, &numeral, &room)) {
      break;
    }
    any = true;
    i = j;
    numeral.end = j + 1;
  }
  if (!any) return std::nullopt;
  if (numeral.value == 0 && total > 0 && Word(numeral.end).scale > 0) {  // "lakh crore"
    total *= Word(numeral.end).scale;
    ++numeral.end;
  }
  if (numeral.value != 0 || total == 0)
    numeral.scale = hundred && std::fmod(numeral.value, 100) == 0 ? 100 : 1;
  numeral.value += total;
  // "two dozen", "three score"; but "two couples"
  if (const double group = Word(numeral.end).group; group > 2 && numeral.value > 0) {
    numeral.value *= group;
    numeral.group = true;
    ++numeral.end;
  }
  Close(&numeral, numeral.end);
  AddPoint(&numeral);
  AddTail(&numeral, depth);
  AddDenominator(&numeral);
  return numeral;
}

void NumeralReader::AddPoint(Numeral* numeral) const {
  if (!Is(numeral->end, kPointRole) || Word(numeral->end + 1).cardinal < 0 ||
      Word(numeral->end + 1).cardinal > 9)
    return;
  std::uint32_t at = numeral->end + 1;
  double place = 0.1;
  for (; at < end_ && place > 1e-12 && Word(at).cardinal >= 0 && Word(at).cardinal <= 9;
       ++at, place /= 10) {
    numeral->value += Word(at).cardinal * place;
  }
  Close(numeral, at);
  AddScales(numeral);
}

// "two hundred and fifty", "4 thousand 3 hundred and 21", "one and a half
// million", "forty two and a third". Not "3 hundred and 2 hundred".
void NumeralReader::AddTail(Numeral* numeral, int depth) const {
  if (depth >= kDeepest || numeral->end >= end_) return;
  const bool with_and = Is(numeral->end, kAndRole);
  const std::uint32_t at = with_and ? numeral->end + 1 : numeral->end;
  if (at >= end_) return;
  if (with_and && Whole(numeral->value)) {
    std::uint32_t end = at + 1;
    bool plural = false;
    double parts = 0, numerator = 1;
    if (Is(at, kArticleRole)) {
      parts = Denominator(at + 1, &end, &plural);
    } else if (Word(at).cardinal > 0 && Word(at).cardinal < 100) {
      numerator = Word(at).cardinal;
      std::uint32_t next = at + 1;
      if (numerator >= 20 && Is(next, kDashRole) && Word(next + 1).cardinal > 0 &&
          Word(next + 1).cardinal < 10) {
        numerator += Word(next + 1).cardinal;
        next += 2;
      }
      parts = Denominator(next, &end, &plural);
      if (parts > 0 && !plural && numerator != 1) parts = 0;
      if (parts > 0 && numerator > 19 && numeral->scale >= 100) {
        // "one hundred and thirty-two fifths": of the whole number
        numeral->value = (numeral->value + numerator) / parts;
        numeral->fraction = true;
        numeral->plain = false;
        Close(numeral, end);
        return;
      }
    }
    if (parts > 0) {
      const double scale = Word(end).scale;
      const bool own = scale > 0 && numeral->value < scale;  // "one and a half million"
      // "a million and a half"; but "a hundred and two thirds"
      const bool of_scale = scale <= 0 && numeral->scale >= 1e6 && Multiple(*numeral);
      const double extra = numerator / parts * (of_scale ? numeral->scale : 1);
      numeral->value =
          own ? (numeral->value + extra) * scale : numeral->value + extra * (scale > 0 ? scale : 1);
      if (own) numeral->scale = scale;
      numeral->plain = false;
      Close(numeral, scale > 0 ? end + 1 : end);
      return;
    }
  }
  if (with_and && AddMixed(at, depth, numeral)) return;
  if (numeral->scale < 100) return;
  auto rest = ReadDigits(at, false);
  if (rest && (rest->ordinal || rest->fraction || !Whole(rest->value))) return;
  if (rest && !with_and && rest->plain) return;
  if (!rest && !Is(at, kArticleRole)) rest = ReadWords(at, depth + 1);
  if (!rest || rest->value <= 0 || rest->value >= numeral->scale || rest->fraction) return;
  numeral->value += rest->value;
  numeral->scale = rest->scale;
  numeral->plain = false;
  Close(numeral, rest->end);
}

}  // namespace counterclaim
