#include "quantity/quantity.h"

#include <algorithm>
#include <cmath>

#include "quantity/code_number.h"
#include "quantity/figure.h"
#include "quantity/interval.h"
#include "quantity/number_kind.h"
#include "quantity/numeral.h"
#include "quantity/share.h"

namespace counterclaim {
namespace {

constexpr int kMostModifiers = 4;

// Reads one sentence from left to right: modifiers, a number or a vague word,
// modifiers. Each look-ahead is bounded.
class Scan {
 public:
  Scan(std::string_view text, const TextLayer& layer, const Rulebook& rulebook,
       const Language& language, const std::string& convention, std::uint32_t sentence,
       std::vector<Quantity>* found)
      : text_(text),
        layer_(layer),
        tokens_(layer.tokens),
        rulebook_(rulebook),
        language_(language),
        rules_(language.numbers),
        convention_(convention),
        sentence_(sentence),
        begin_(layer.sentences[sentence].first_token),
        end_(layer.sentences[sentence].end_token),
        reader_(text, layer, language, begin_, end_),
        found_(*found) {}

  void Run() {
    for (std::uint32_t at = begin_; at < end_;)
      at = tokens_[at].bits & kScanQuantity ? Step(at) : at + 1;
  }

 private:
  struct Lead {
    std::uint32_t end = 0;
    NumberModifier modifier;
    bool between = false, from = false;
    std::optional<Span> currency;
    std::uint32_t glued =
        0;  // byte at which the digits start that are glued to a currency: "RM120"
  };

  std::uint32_t Step(std::uint32_t at) {
    const auto idiom = rules_.idioms.Longest(tokens_, at, end_);
    if (idiom.length > rules_.before.Longest(tokens_, at, end_).length) return at + idiom.length;
    if (const std::uint32_t end = ReadCode(at); end > at) return end;
    const Lead lead = ReadLead(at);
    if (const std::uint32_t end = ReadVague(at, lead); end > at) return end;
    if (const std::uint32_t end = ReadNumber(at, lead); end > at) return end;
    return at + 1;
  }

  // Telephone numbers and addresses: every run is an identifier of its own.
  std::uint32_t ReadCode(std::uint32_t at) {
    if (tokens_[at].kind != TokenKind::kNumber) return at;
    const auto runs = FindCodeRuns(text_, tokens_[at].span.begin, tokens_[end_ - 1].span.end);
    for (const Span& run : runs) {
      while (at + 1 < end_ && tokens_[at].span.end <= run.begin) ++at;
      const auto figure = ReadFigure(text_, run.begin, run.end, rules_.decimal, false);
      Quantity quantity;
      Place(at, {.first = at, .end = at + 1, .span = run}, &quantity);
      quantity.span = run;
      quantity.kind = NumberKind::kIdentifier;
      quantity.value = figure->value;
      quantity.hard = quantity.soft = HardInterval(Bound::kExact, figure->value);
      found_.push_back(quantity);
    }
    return runs.empty() ? at : at + 1;
  }

  void Merge(const NumberModifier& more, NumberModifier* modifier) const {
    if (more.bound) modifier->bound = more.bound;
    modifier->increment |= more.increment;
    modifier->others |= more.others;
    modifier->firm |= more.firm;
    modifier->equal |= more.equal;
  }

  // "more than", "at least another", "between", "up to $".
  Lead ReadLead(std::uint32_t at) const {
    Lead lead;
    lead.end = at;
    // "rose to 43" where the word for "to" may be a bound elsewhere
    if (reader_.Is(at, kToRole) && at > begin_ && reader_.Is(at - 1, kChangeRole)) return lead;
    for (int i = 0; i < kMostModifiers && lead.end < end_; ++i) {
      const auto match = rules_.before.Longest(tokens_, lead.end, end_);
      if (match.length > 0) {
        Merge(rules_.modifiers[match.values->front()], &lead.modifier);
        lead.end += match.length;
      } else if (reader_.Is(lead.end, kBetweenRole)) {
        lead.between = true, ++lead.end;
      } else if (reader_.Is(lead.end, kFromRole)) {
        lead.from = true, ++lead.end;
      } else if (reader_.Word(lead.end).currency) {
        lead.currency = tokens_[lead.end++].span;
      } else if (reader_.Is(lead.end, kDefiniteRole) && (lead.modifier.bound || lead.between)) {
        ++lead.end;  // "between the tenth and the fifteenth"
      } else {
        break;
      }
    }
    lead.glued = reader_.GluedDigits(lead.end, lead.currency.has_value());
    if (lead.glued > 0) lead.currency = Span{tokens_[lead.end].span.begin, lead.glued};
    return lead;
  }

  std::uint32_t ReadNumber(std::uint32_t at, const Lead& lead) {
    const auto numeral = lead.glued > 0 ? reader_.ReadGlued(lead.end, lead.glued)
                                        : reader_.Read(lead.end, lead.currency.has_value());
    if (!numeral || IsPronoun(*numeral)) return ReadOrdinal(at, lead);
    if (IsHalfWord(*numeral)) return numeral->end + 1;
    Quantity quantity;
    const bool led =
        lead.modifier.bound || lead.modifier.increment || lead.modifier.firm || lead.currency;
    Place(led ? at : numeral->first, *numeral, &quantity);
    if (lead.currency) {
      quantity.kind = NumberKind::kMoney;
      quantity.unit = lead.currency;
    }
    NumberModifier modifier = lead.modifier;
    quantity.value = numeral->value;
    quantity.bound = modifier.bound.value_or(Bound::kExact);
    Numeral last = *numeral;
    if (ReadRange(lead, *numeral, &last, &quantity)) {
      quantity.first_token = lead.between || led ? at : quantity.first_token;
      quantity.span.begin = tokens_[quantity.first_token].span.begin;
    } else {
      ReadAfter(&quantity, &modifier);
      if (modifier.equal && quantity.bound == Bound::kExact) MakeEqual(&quantity);
    }
    quantity.increment = modifier.increment;
    quantity.others = modifier.others;
    SetIntervals(*numeral, modifier, &quantity);
    FindKind(text_, layer_, language_, reader_, last, begin_, end_, &quantity);
    if (!JoinBounds(quantity)) {
      if (numeral->ordinal) quantity.value.reset();
      found_.push_back(quantity);
    }
    return std::max(quantity.end_token, at + 1);
  }

  // "half-mast": no number.
  bool IsHalfWord(const Numeral& numeral) const {
    const std::uint32_t dash = numeral.end;
    if (!numeral.fraction || numeral.figure || numeral.end != numeral.first + 1 || dash + 1 >= end_)
      return false;
    return reader_.Is(dash, kDashRole) && !tokens_[dash].space_before &&
           tokens_[dash + 1].kind == TokenKind::kWord;
  }

  static void MakeEqual(Quantity* quantity) {
    quantity->bound = Bound::kRange;
    quantity->low_value = quantity->high_value = quantity->value;
    quantity->value.reset();
  }

  // "fifth" alone.
  std::uint32_t ReadOrdinal(std::uint32_t at, const Lead& lead) {
    if (lead.end != at || lead.glued > 0 || reader_.Word(at).ordinal <= 0) return at;
    Numeral numeral;
    numeral.first = at, numeral.end = at + 1;
    numeral.span = tokens_[at].span;
    numeral.value = reader_.Word(at).ordinal;
    numeral.ordinal = true;
    Quantity quantity;
    Place(at, numeral, &quantity);
    quantity.hard = quantity.soft = HardInterval(Bound::kExact, numeral.value);
    FindKind(text_, layer_, language_, reader_, numeral, begin_, end_, &quantity);
    found_.push_back(quantity);
    return at + 1;
  }

  bool IsPronoun(const Numeral& numeral) const {
    if (numeral.figure || numeral.value != 1 || numeral.first == begin_) return false;
    // "said that one civilian": the word before opens what is said.
    const bool said = numeral.first > begin_ + 1 &&
                      (tokens_[numeral.first - 2].bits & kScanCue) != 0 &&
                      (language_.syntax.ClassOf(tokens_[numeral.first - 1].word) & kThat) != 0;
    // "told the radio that one villager died"
    const bool somebody =
        numeral.end < end_ && language_.frames.objects.StartsWith(tokens_[numeral.end].word);
    // "an operation in which one of them was caught"
    const bool clause =
        numeral.first > begin_ + 1 &&
        (language_.syntax.ClassOf(tokens_[numeral.first - 1].word) & kRelative) != 0 &&
        (language_.syntax.ClassOf(tokens_[numeral.first - 2].word) & kPreposition) != 0;
    return !said && !somebody && !clause && reader_.Is(numeral.first - 1, kPronounBeforeRole) &&
           numeral.end == numeral.first + 1;
  }

  void Place(std::uint32_t first, const Numeral& numeral, Quantity* quantity) const {
    quantity->sentence = sentence_;
    quantity->first_token = first;
    quantity->end_token = numeral.end;
    quantity->number = numeral.span;
    quantity->span = {tokens_[first].span.begin, numeral.span.end};
  }

  // "20 to 25", "between n and m", "14-15", "eight or nine", "5% to 10%".
  bool ReadRange(const Lead& lead, const Numeral& low, Numeral* last, Quantity* quantity) const {
    if (low.ordinal && !lead.between) return false;
    if (lead.modifier.bound && *lead.modifier.bound != Bound::kAbout) return false;
    std::uint32_t at = low.end;
    while (at < end_ && (reader_.Is(at, kPercentRole) || reader_.Word(at).currency)) ++at;
    bool percent = at > low.end && reader_.Is(at - 1, kPercentRole);
    const auto unit = rules_.units.Longest(tokens_, at, end_);
    if (unit.length > 0 &&
        unit.values->front() == static_cast<std::uint32_t>(NumberKind::kPercentage)) {
      at += unit.length;
      percent = true;
    }
    const std::uint32_t wanted = kToRole | kOrRole | kDashRole | (lead.between ? kAndRole : 0u);
    if (!reader_.Is(at, wanted)) return false;
    const bool dash = reader_.Is(at, kDashRole);
    if (dash && at != low.end) return false;
    const bool to = reader_.Is(at, kToRole);
    ++at;
    while (at < end_ &&
           (reader_.Word(at).currency || (low.ordinal && reader_.Is(at, kDefiniteRole))))
      ++at;
    const std::uint32_t glued = reader_.GluedDigits(at, lead.currency.has_value());
    const auto high =
        glued > 0 ? reader_.ReadGlued(at, glued) : ReadEnd(at, low, lead.currency.has_value());
    if (!high || high->ordinal != low.ordinal || high->fraction != low.fraction) return false;
    if (to && IsChange(lead, low, *high)) return false;
    const auto high_unit = rules_.units.Longest(tokens_, high->end, end_);
    if (percent && !reader_.Is(high->end, kPercentRole) &&
        (high_unit.length == 0 ||
         high_unit.values->front() != static_cast<std::uint32_t>(NumberKind::kPercentage))) {
      return false;
    }
    if (dash && (!low.figure || !high->figure || low.value < 0)) return false;
    double from = low.value;
    if (low.scale == 1 && high->scale > 1 && from < high->value / high->scale) from *= high->scale;
    if (!(from < high->value) || from < 0) return false;
    quantity->bound = Bound::kRange;
    quantity->value.reset();
    quantity->low_value = from;
    quantity->high_value = high->value;
    quantity->number.end = quantity->span.end = high->span.end;
    quantity->end_token = high->end;
    quantity->approximate = lead.modifier.bound.has_value();
    *last = *high;
    last->first = low.first;
    return true;
  }

  std::optional<Numeral> ReadEnd(std::uint32_t at, const Numeral& low, bool money) const {
    if (low.ordinal && at < end_ && reader_.Word(at).ordinal > 0) {
      Numeral numeral;
      numeral.first = at, numeral.end = at + 1;
      numeral.span = tokens_[at].span;
      numeral.value = reader_.Word(at).ordinal;
      numeral.ordinal = true;
      return numeral;
    }
    return reader_.Read(at, money);
  }

  // "rose from 41 to 56", "fell by 3 to 41": where it was and where it is.
  bool IsChange(const Lead& lead, const Numeral& low, const Numeral& high) const {
    constexpr std::uint32_t kBack = 6;
    const std::uint32_t first = low.first;
    bool by = false, change = false;
    for (std::uint32_t i = first; i-- > begin_ && i + kBack >= first && !change;) {
      by = by || reader_.Is(i, kByRole);
      change = reader_.Is(i, kChangeRole);
    }
    if (!change) return false;
    return lead.from || (by && high.value > 3 * low.value);
  }

  // "58 or more", "50+", "six others".
  void ReadAfter(Quantity* quantity, NumberModifier* modifier) const {
    for (int i = 0; i < 2 && quantity->end_token < end_; ++i) {
      std::uint32_t at = quantity->end_token;
      const bool dash =
          reader_.Is(at, kDashRole) && !tokens_[at].space_before;  // "50-plus", "50-odd"
      const auto match = rules_.after.Longest(tokens_, dash ? ++at : at, end_);
      if (match.length == 0) return;
      const NumberModifier& more = rules_.modifiers[match.values->front()];
      if (!more.bound && (dash || (!more.increment && !more.others))) return;
      const std::uint32_t next = at + match.length;
      const bool symbol = match.length == 1;
      // "above 1000 and below 1500", "5000 or more than 6000": the words belong to the next number
      if (more.bound && !symbol && reader_.Read(next, false)) return;
      Merge(more, modifier);
      if (more.bound) quantity->bound = *more.bound;
      quantity->end_token = next;
      quantity->span.end = tokens_[next - 1].span.end;
    }
  }

  // "greater than 100 and smaller than 300" is one interval.
  bool JoinBounds(const Quantity& high) {
    if (found_.empty() || (high.bound != Bound::kLessThan && high.bound != Bound::kAtMost))
      return false;
    Quantity& low = found_.back();
    if (low.sentence != sentence_ ||
        (low.bound != Bound::kMoreThan && low.bound != Bound::kAtLeast))
      return false;
    if (low.end_token + 1 != high.first_token || !reader_.Is(low.end_token, kAndRole | kButRole))
      return false;
    if (!low.value || !high.value || low.hard.low > high.hard.high) return false;
    low.low_value = low.value;
    low.high_value = high.value;
    low.value.reset();
    low.bound = Bound::kRange;
    low.hard = low.soft = {low.hard.low, high.hard.high};
    low.span.end = high.span.end;
    low.number.end = high.number.end;
    low.end_token = high.end_token;
    return true;
  }

  std::uint32_t ReadVague(std::uint32_t at, const Lead& lead) {
    const auto match = rules_.vague.Longest(tokens_, lead.end, end_);
    if (match.length == 0) return at;
    const VagueWord& word = rules_.vague_words[match.values->front()];
    std::uint32_t end = lead.end + match.length;
    double scale = 1;
    if (word.scales) {  // "several hundred", "tens of thousands"
      std::uint32_t next = reader_.Is(end, kOfRole) ? end + 1 : end;
      while (next < end_ && (reader_.Word(next).scale > 0 || reader_.Word(next).group > 0) &&
             scale < 1e12) {
        scale *= reader_.Word(next).scale > 0 ? reader_.Word(next).scale : reader_.Word(next).group;
        end = ++next;
        if (reader_.Is(next, kOfRole) && reader_.Word(next + 1).scale > 0) ++next;
      }
    }
    Quantity quantity;
    Numeral numeral;
    numeral.first = lead.end, numeral.end = end;
    numeral.span = {tokens_[lead.end].span.begin, tokens_[end - 1].span.end};
    Place(at, numeral, &quantity);
    quantity.bound = Bound::kVague;
    quantity.approximate = true;
    SetReadings(word, scale, lead.modifier, rulebook_.taxonomy, convention_, &quantity);
    NumberModifier modifier = lead.modifier;
    ReadAfter(&quantity, &modifier);
    quantity.bound = Bound::kVague;
    quantity.increment = modifier.increment, quantity.others = modifier.others;
    if (lead.currency) quantity.kind = NumberKind::kMoney;
    FindKind(text_, layer_, language_, reader_, numeral, begin_, end_, &quantity);
    found_.push_back(quantity);
    return quantity.end_token;
  }

  std::string_view text_;
  const TextLayer& layer_;
  const std::vector<Token>& tokens_;
  const Rulebook& rulebook_;
  const Language& language_;
  const NumberRules& rules_;
  const std::string& convention_;
  std::uint32_t sentence_, begin_, end_;
  NumeralReader reader_;
  std::vector<Quantity>& found_;
};

}  // namespace

std::vector<Quantity> FindQuantities(std::string_view text, const TextLayer& layer,
                                     const Rulebook& rulebook, const Language& language,
                                     const std::string& convention, bool all) {
  std::vector<Quantity> found;
  for (std::uint32_t i = 0; i < layer.sentences.size(); ++i) {
    const Sentence& sentence = layer.sentences[i];
    if (all || sentence.candidate)
      FindQuantitiesIn(i, text, layer, rulebook, language, convention, &found);
  }
  return found;
}

void FindQuantitiesIn(std::uint32_t sentence, std::string_view text, const TextLayer& layer,
                      const Rulebook& rulebook, const Language& language,
                      const std::string& convention, std::vector<Quantity>* found) {
  if ((layer.sentences[sentence].bits & kScanQuantity) == 0) return;
  const std::size_t first = found->size();
  Scan(text, layer, rulebook, language, convention, sentence, found).Run();
  ReadShares(layer, language, first, found);
}

}  // namespace counterclaim
