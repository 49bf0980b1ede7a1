#include "quantity/quantity.h"

#include <algorithm>
#include <cmath>

#include "quantity/number_kind.h"
#include "quantity/numeral.h"

namespace counterclaim {
namespace {

constexpr int kMostModifiers = 4;

// Reads one sentence from left to right: modifiers, a number or a vague word,
// modifiers. Each look-ahead is bounded.
class Scan {
 public:
  Scan(std::string_view text, const TextLayer& layer, const Rulebook& rulebook, const Language& language,
       const std::string& convention, std::uint32_t sentence, std::vector<Quantity>* found)
      : text_(text), layer_(layer), tokens_(layer.tokens), rulebook_(rulebook), language_(language),
        rules_(language.numbers), convention_(convention), sentence_(sentence),
        begin_(layer.sentences[sentence].first_token), end_(layer.sentences[sentence].end_token),
        reader_(text, layer, language, begin_, end_), found_(*found) {}

  void Run() {
    for (std::uint32_t at = begin_; at < end_;) at = Step(at);
  }

 private:
  struct Lead {
    std::uint32_t end = 0;
    NumberModifier modifier;
    bool between = false, from = false;
    std::optional<Span> currency;
  };

  std::uint32_t Step(std::uint32_t at) {
    const Lead lead = ReadLead(at);
    if (const std::uint32_t end = ReadVague(at, lead); end > at) return end;
    if (const std::uint32_t end = ReadNumber(at, lead); end > at) return end;
    return at + 1;
  }

  void Merge(const NumberModifier& more, NumberModifier* modifier) const {
    if (more.bound) modifier->bound = more.bound;
    modifier->increment |= more.increment;
    modifier->others |= more.others;
    modifier->firm |= more.firm;
  }

  // "more than", "at least another", "between", "up to $".
  Lead ReadLead(std::uint32_t at) const {
    Lead lead;
    lead.end = at;
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
      } else {
        break;
      }
    }
    return lead;
  }

  std::uint32_t ReadNumber(std::uint32_t at, const Lead& lead) {
    const auto numeral = reader_.Read(lead.end, lead.currency.has_value());
    if (!numeral || IsPronoun(*numeral)) return ReadOrdinal(at, lead);
    Quantity quantity;
    const bool led = lead.modifier.bound || lead.modifier.increment || lead.modifier.firm || lead.currency;
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
    }
    quantity.increment = modifier.increment;
    quantity.others = modifier.others;
    SetIntervals(*numeral, modifier, &quantity);
    FindKind(text_, layer_, language_, reader_, last, begin_, end_, &quantity);
    if (numeral->ordinal) quantity.value.reset();
    if (!JoinBounds(quantity)) found_.push_back(quantity);
    return std::max(quantity.end_token, at + 1);
  }

  // "fifth" alone.
  std::uint32_t ReadOrdinal(std::uint32_t at, const Lead& lead) {
    if (lead.end != at || reader_.Word(at).ordinal <= 0) return at;
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
    return reader_.Is(numeral.first - 1, kPronounBeforeRole) && numeral.end == numeral.first + 1;
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
    if (low.ordinal || (lead.modifier.bound && *lead.modifier.bound != Bound::kAbout)) return false;
    std::uint32_t at = low.end;
    while (at < end_ && (reader_.Is(at, kPercentRole) || reader_.Word(at).currency)) ++at;
    bool percent = at > low.end && reader_.Is(at - 1, kPercentRole);
    const auto unit = rules_.units.Longest(tokens_, at, end_);
    if (unit.length > 0 && unit.values->front() == static_cast<std::uint32_t>(NumberKind::kPercentage)) {
      at += unit.length;
      percent = true;
    }
    const std::uint32_t wanted = kToRole | kOrRole | kDashRole | (lead.between ? kAndRole : 0u);
    if (!reader_.Is(at, wanted)) return false;
    const bool dash = reader_.Is(at, kDashRole);
    if (dash && at != low.end) return false;
    ++at;
    while (at < end_ && reader_.Word(at).currency) ++at;
    const auto high = reader_.Read(at, lead.currency.has_value());
    if (!high || high->ordinal || high->fraction != low.fraction) return false;
    const auto high_unit = rules_.units.Longest(tokens_, high->end, end_);
    if (percent && !reader_.Is(high->end, kPercentRole) &&
        (high_unit.length == 0 || high_unit.values->front() != static_cast<std::uint32_t>(NumberKind::kPercentage))) {
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

  // "58 or more", "50+", "six others".
  void ReadAfter(Quantity* quantity, NumberModifier* modifier) const {
    for (int i = 0; i < 2 && quantity->end_token < end_; ++i) {
      const auto match = rules_.after.Longest(tokens_, quantity->end_token, end_);
      if (match.length == 0) return;
      const NumberModifier& more = rules_.modifiers[match.values->front()];
      if (!more.bound && !more.increment && !more.others) return;
      const std::uint32_t next = quantity->end_token + match.length;
      const bool symbol = match.length == 1;
      // "above 1000 and below 1500", "5000 or more than 6000": the words belong to the next number
      if (more.bound && !symbol && reader_.Read(next, false)) return;
      Merge(more, modifier);
      if (more.bound) quantity->bound = *more.bound;
      quantity->end_token += match.length;
      quantity->span.end = tokens_[quantity->end_token - 1].span.end;
    }
  }

  void SetIntervals(const Numeral& numeral, const NumberModifier& modifier, Quantity* quantity) const {
    if (quantity->bound == Bound::kRange) {
      quantity->hard = {HardInterval(Bound::kExact, *quantity->low_value).low,
                        HardInterval(Bound::kExact, *quantity->high_value).high};
      quantity->soft = quantity->hard;
      return;
    }
    const double n = numeral.value;
    quantity->hard = HardInterval(quantity->bound, n);
    quantity->soft = SoftInterval(quantity->bound, n, !modifier.firm);
    if (numeral.group && quantity->bound == Bound::kExact) {  // a dozen: 11..13
      const std::int64_t slack = n >= 6 ? std::max<std::int64_t>(1, static_cast<std::int64_t>(n / 12)) : 0;
      quantity->soft = {quantity->hard.low - slack, quantity->hard.high + slack};
    } else if (numeral.group && quantity->bound == Bound::kMoreThan) {
      quantity->soft.high = std::max(quantity->soft.low, static_cast<std::int64_t>(2 * n) - 1);
    }
    quantity->approximate = quantity->bound == Bound::kAbout || quantity->bound == Bound::kNearly || numeral.group ||
                            (quantity->bound == Bound::kExact && quantity->soft != quantity->hard);
  }

  // "greater than 100 and smaller than 300" is one interval.
  bool JoinBounds(const Quantity& high) {
    if (found_.empty() || (high.bound != Bound::kLessThan && high.bound != Bound::kAtMost)) return false;
    Quantity& low = found_.back();
    if (low.sentence != sentence_ || (low.bound != Bound::kMoreThan && low.bound != Bound::kAtLeast)) return false;
    if (low.end_token + 1 != high.first_token || !reader_.Is(low.end_token, kAndRole | kButRole)) return false;
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
      while (next < end_ && (reader_.Word(next).scale > 0 || reader_.Word(next).group > 0) && scale < 1e12) {
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
    SetReadings(word, scale, lead.modifier, &quantity);
    NumberModifier modifier = lead.modifier;
    ReadAfter(&quantity, &modifier);
    quantity.bound = Bound::kVague;
    quantity.increment = modifier.increment, quantity.others = modifier.others;
    if (lead.currency) quantity.kind = NumberKind::kMoney;
    FindKind(text_, layer_, language_, reader_, numeral, begin_, end_, &quantity);
    found_.push_back(quantity);
    return quantity.end_token;
  }

  static std::int64_t Times(std::int64_t end, double scale, bool high) {
    if (end == kNoLimit) return end;
    const double value = high && scale > 1 ? (static_cast<double>(end) + 1) * scale - 1 : static_cast<double>(end) * scale;
    return value < 9.0e18 ? static_cast<std::int64_t>(value) : kNoLimit;
  }

  static Interval Bounded(Interval interval, double scale, std::optional<Bound> bound) {
    Interval result{Times(interval.low, scale, false), Times(interval.high, scale, true)};
    if (bound == Bound::kAtMost || bound == Bound::kLessThan) result.low = 0;
    if ((bound == Bound::kAtLeast || bound == Bound::kMoreThan) && interval.high != kNoLimit) result.low = std::min(result.low, result.high);
    return result;
  }

  void SetReadings(const VagueWord& word, double scale, const NumberModifier& modifier, Quantity* quantity) const {
    const bool limited = modifier.bound == Bound::kAtMost || modifier.bound == Bound::kLessThan;
    const auto read = [&](const Interval& hard, const Interval& soft, const std::string& name) {
      Reading reading{name, Bounded(hard, scale, modifier.bound), Bounded(soft, scale, modifier.bound)};
      if (limited) reading.hard.high = reading.soft.high;
      return reading;
    };
    const Reading fallback = read(word.hard, word.soft, convention_);
    quantity->hard = fallback.hard, quantity->soft = fallback.soft;
    for (const Convention& convention : rulebook_.taxonomy.conventions) {
      const auto found = convention.readings.find(word.id);
      const Reading reading = found == convention.readings.end() ? read(word.hard, word.soft, convention.id)
                                                                 : read(found->second.hard, found->second.soft, convention.id);
      if (convention.id == convention_) quantity->hard = reading.hard, quantity->soft = reading.soft;
      quantity->readings.push_back(reading);
    }
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

std::vector<Quantity> FindQuantities(std::string_view text, const TextLayer& layer, const Rulebook& rulebook,
                                     const Language& language, const std::string& convention) {
  std::vector<Quantity> found;
  for (std::uint32_t i = 0; i < layer.sentences.size(); ++i) {
    Scan(text, layer, rulebook, language, convention, i, &found).Run();
  }
  return found;
}

}  // namespace counterclaim
