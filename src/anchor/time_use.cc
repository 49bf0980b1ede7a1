#include "anchor/time_use.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint32_t kReach = 7;  // tokens between a verb of saying and its date
constexpr std::uint32_t kFutureReach = 10;
constexpr std::uint32_t kShortReach = 4;
constexpr std::uint32_t kOpening = 4;
constexpr int kLongestSaying = 7;                              // days
constexpr char kApostrophe = '\'', kCurlyApostrophe = '\xE2';  // first bytes of their UTF-8

class Uses {
 public:
  Uses(std::string_view text, const TextLayer& layer, const CueMasks& cues,
       const Attributions& attributions)
      : text_(text), layer_(layer), cues_(cues), attributions_(attributions) {
    for (std::uint32_t i = 0; i < attributions.attributions.size(); ++i) {
      const auto& cue = attributions.attributions[i].source.cue_span;
      if (cue) by_cue_.emplace_back(SentenceAt(layer, cue->begin), i);
    }
    std::sort(by_cue_.begin(), by_cue_.end());
  }

  TimeUse Of(const TimeExpression& time) const {
    if (IsDateline(time)) return TimeUse::kSaid;
    if (time.value.of_event) return HappeningBehind(time) ? TimeUse::kNamed : TimeUse::kBackground;
    const bool named = IsNamed(time);
    if (named) return NamesStatement(time) ? TimeUse::kSaid : TimeUse::kNamed;
    if (time.value.role == TimeRole::kFuture && !time.value.past) return TimeUse::kPlanned;
    if (CueBefore(time, AnchorCue::kFuture, kFutureReach) || Ahead(time)) return TimeUse::kPlanned;
    if (TellsOfSource(time)) return TimeUse::kBackground;
    if (CueBefore(time, AnchorCue::kFounded, kShortReach)) return TimeUse::kBackground;
    // "The campaign began on 3 May": how far back it reaches, no event of it.
    if (CueBefore(time, AnchorCue::kBegan, kShortReach) &&
        CueBefore(time, AnchorCue::kWhole, kShortReach))
      return TimeUse::kBackground;
    // "after the two days of fighting": which days is known from elsewhere.
    if (time.value.loose && time.first_token > Begin(time) &&
        HasCue(cues_[time.first_token - 1], AnchorCue::kArticle))
      return TimeUse::kBackground;
    if (time.value.role == TimeRole::kWindow && (OfRecord(time) || OfChange(time) || OfThing(time)))
      return TimeUse::kBackground;
    if (time.value.role == TimeRole::kWindow || time.value.role == TimeRole::kUntil)
      return TimeUse::kEvent;
    // Nobody speaks for months: "in 2019 a list of 11 dead was confirmed".
    if (time.value.days.last - time.value.days.first > kLongestSaying)
      return SaidBefore(time) ? TimeUse::kSaid : TimeUse::kEvent;
    if (IsOutsideReport(time) || BeforeContent(time)) return TimeUse::kSaid;
    if (CueBefore(time, AnchorCue::kStatement, kReach)) return TimeUse::kSaid;
    // "The council on Friday condemned the massacre"
    if (time.end_token < End(time) && HasCue(cues_[time.end_token], AnchorCue::kStatement))
      return TimeUse::kSaid;
    if (CueBefore(time, AnchorCue::kOwnAct, kShortReach)) return TimeUse::kSaid;
    return CueBefore(time, AnchorCue::kTally, kReach) ? TimeUse::kSaid : TimeUse::kEvent;
  }

  // "reported 40 dead on Friday, ten days after the quake": the day of the report.
  bool CountedFrom(const TimeExpression& time, const TimeExpression& next) const {
    if (!next.value.of_event || next.sentence != time.sentence ||
        next.first_token != time.end_token + 1)
      return false;
    for (auto at = std::lower_bound(by_cue_.begin(), by_cue_.end(), std::pair{time.sentence, 0u});
         at != by_cue_.end() && at->first == time.sentence; ++at) {
      for (const Span content : attributions_.attributions[at->second].content) {
        if (!content.Contains(time.span)) continue;
        auto verb = std::lower_bound(layer_.verb_groups.begin(), layer_.verb_groups.end(),
                                     content.begin, [&](const VerbGroup& v, std::uint32_t begin) {
                                       return layer_.tokens[v.first_token].span.begin < begin;
                                     });
        // "40 injured on Friday"
        while (verb != layer_.verb_groups.end() && (verb->participle || !verb->finite)) ++verb;
        if (verb == layer_.verb_groups.end() || verb->first_token >= time.first_token) return true;
      }
    }
    return false;
  }

 private:
  char FirstByte(std::uint32_t token) const { return text_[layer_.tokens[token].span.begin]; }
  bool IsPossessive(std::uint32_t token) const {
    const char c = FirstByte(token);
    return (c == kApostrophe || c == kCurlyApostrophe) && !layer_.tokens[token].space_before;
  }
  // "ISLAMABAD, Oct 12 (Wire) -", "Brod, 12 October 2025, 22:00.": the day of the report.
  bool IsDateline(const TimeExpression& time) const {
    constexpr std::uint32_t kPlace = 8, kAgency = 5;  // tokens before and behind it
    const std::uint32_t begin = Begin(time);
    const Paragraph& paragraph = layer_.paragraphs[layer_.sentences[time.sentence].paragraph];
    if (paragraph.first_sentence != time.sentence || time.first_token == begin ||
        time.first_token > begin + kPlace)
      return false;
    const bool capitals = layer_.tokens[begin].all_capitals;
    if (!capitals && !NamesOnly(begin, time.first_token)) return false;
    const std::uint32_t end = std::min(End(time), time.end_token + kAgency);
    for (std::uint32_t at = time.end_token; at < end; ++at) {
      const Span span = layer_.tokens[at].span;
      const std::string_view mark = text_.substr(span.begin, span.size());
      if (mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == ":") return true;
    }
    return !capitals && End(time) <= time.end_token + kAgency && time.sentence == 0;
  }
  // "Brod, Orlen,"
  bool NamesOnly(std::uint32_t begin, std::uint32_t end) const {
    if (layer_.tokens[end - 1].kind != TokenKind::kPunctuation) return false;
    return std::all_of(
        layer_.tokens.begin() + begin, layer_.tokens.begin() + end,
        [](const Token& token) { return token.capital || token.kind == TokenKind::kPunctuation; });
  }
  bool IsWord(std::uint32_t token) const { return layer_.tokens[token].kind == TokenKind::kWord; }

  std::uint32_t Begin(const TimeExpression& time) const {
    return layer_.sentences[time.sentence].first_token;
  }
  std::uint32_t End(const TimeExpression& time) const {
    return layer_.sentences[time.sentence].end_token;
  }

  // "Monday's raid" (the possessive mark follows or ends the expression), "the
  // crash of June 12", "the January 8 bombardment".
  bool IsNamed(const TimeExpression& time) const {
    const std::uint32_t after = time.end_token, end = End(time), before = time.first_token;
    if (after < end && IsPossessive(after)) return true;
    if (after - 1 > before && IsPossessive(after - 1)) return true;
    if (before <= Begin(time)) return false;
    const CueMask lead = cues_[before - 1];
    if (HasCue(lead, AnchorCue::kNameLead) && before - 1 > Begin(time)) return true;
    return HasCue(lead, AnchorCue::kArticle) && after < end && IsWord(after) &&
           !layer_.tokens[after].capital && cues_[after] == 0;
  }

  // "a week after the great earthquake"
  bool HappeningBehind(const TimeExpression& time) const {
    constexpr std::uint32_t kWords = 5;
    const std::uint32_t end = std::min(End(time), time.end_token + kWords);
    for (std::uint32_t i = time.end_token; i < end && IsWord(i); ++i)
      if (HasCue(cues_[i], AnchorCue::kHappening) || HasCue(cues_[i], AnchorCue::kBefell))
        return true;
    return false;
  }

  // "her figure of Thursday", "Monday's statement".
  bool NamesStatement(const TimeExpression& time) const {
    // "the bombing of October 14 has reached 642"
    const bool led =
        time.first_token > Begin(time) && HasCue(cues_[time.first_token - 1], AnchorCue::kNameLead);
    const std::uint32_t end = led ? time.end_token : std::min(End(time), time.end_token + 4);
    const auto speaks = [&](std::uint32_t token) {
      return HasCue(cues_[token], AnchorCue::kStatement) || HasCue(cues_[token], AnchorCue::kTally);
    };
    // "the toll of Monday's raid" is no toll of Monday
    const bool owns = (time.end_token < End(time) && IsPossessive(time.end_token)) ||
                      IsPossessive(time.end_token - 1);
    // "Wednesday's ferry fire rose to 24" names the fire
    constexpr std::uint32_t kNear = 3;  // tokens from a day to its statement
    for (std::uint32_t i = time.end_token; i < end && (IsWord(i) || IsPossessive(i)); ++i) {
      if (speaks(i) && !(owns && i >= time.end_token + kNear)) return true;
    }
    return !owns && time.first_token >= Begin(time) + 2 &&
           HasCue(cues_[time.first_token - 1], AnchorCue::kNameLead) &&
           speaks(time.first_token - 2);
  }

  // "On Wednesday church bells will ring"
  bool Ahead(const TimeExpression& time) const {
    constexpr std::uint32_t kSubject = 4;  // tokens between the day and the verb
    if (time.first_token > Begin(time) + kFutureReach) return false;
    const std::uint32_t end = std::min(End(time), time.end_token + kSubject);
    for (std::uint32_t i = time.end_token; i < end && IsWord(i); ++i)
      if (HasCue(cues_[i], AnchorCue::kFuture)) return true;
    return false;
  }

  // A cue among the words before it, no comma, colon or semicolon between.
  bool CueBefore(const TimeExpression& time, AnchorCue cue, std::uint32_t reach) const {
    const std::uint32_t begin = cue == AnchorCue::kStatement ? ReportBegin(time) : Begin(time);
    for (std::uint32_t i = time.first_token; i > begin && time.first_token - i < reach;) {
      --i;
      const char c = FirstByte(i);
      if (c == ',' || c == ';' || c == ':') return false;
      if (HasCue(cues_[i], AnchorCue::kEventLead)) return false;
      if (cue == AnchorCue::kStatement && HasCue(cues_[i], AnchorCue::kReported)) return false;
      if (HasCue(cues_[i], cue)) return true;
    }
    return false;
  }

  // "the toll has gone up since the weekend: 70 dead": when it was counted before.
  bool OfChange(const TimeExpression& time) const {
    return CueBefore(time, AnchorCue::kChange, kReach);
  }

  // "In a leaflet that has gone round since Tuesday, they admit three dead": a clause of its own.
  bool OfThing(const TimeExpression& time) const {
    if (time.end_token >= End(time) || FirstByte(time.end_token) != ',') return false;
    for (std::uint32_t i = time.first_token; i > Begin(time) && time.first_token - i < kReach;) {
      if (!IsWord(--i) || i == Begin(time)) return false;
      const CueMask mask = cues_[i];
      if (HasCue(mask, AnchorCue::kReported) || HasCue(mask, AnchorCue::kAside) ||
          HasCue(mask, AnchorCue::kRelative))
        return !HasCue(cues_[i - 1], AnchorCue::kStatement);
    }
    return false;
  }

  // "the deadliest attack since May": how long there was none like it.
  bool OfRecord(const TimeExpression& time) const {
    for (std::uint32_t i = time.first_token; i > Begin(time) && time.first_token - i < kReach;) {
      --i;
      if (!IsWord(i)) return false;
      const auto verb = std::lower_bound(
          layer_.verb_groups.begin(), layer_.verb_groups.end(), i,
          [](const VerbGroup& v, std::uint32_t token) { return v.end_token <= token; });
      if (verb != layer_.verb_groups.end() && verb->first_token <= i) return false;
      if (HasCue(cues_[i], AnchorCue::kSuperlative)) return true;
    }
    return false;
  }

  // The time stands in what is reported, not at its very beginning: "said on
  // Sunday it had counted 30".
  bool Reports(Span content, const TimeExpression& time) const {
    return content.Contains(time.span) && time.first_token >= Begin(time) + 2 &&
           layer_.tokens[time.first_token - 2].span.begin >= content.begin;
  }

  // The first token of what is reported around the time: "said the shelling
  // began on Tuesday" does not date the saying.
  std::uint32_t ReportBegin(const TimeExpression& time) const {
    std::uint32_t begin = Begin(time);
    for (auto at = std::lower_bound(by_cue_.begin(), by_cue_.end(), std::pair{time.sentence, 0u});
         at != by_cue_.end() && at->first == time.sentence; ++at) {
      for (const Span content : attributions_.attributions[at->second].content) {
        if (!Reports(content, time)) continue;
        while (begin < time.first_token && layer_.tokens[begin].span.begin < content.begin) ++begin;
      }
    }
    return begin;
  }

  static bool Parts(char c) { return c == ',' || c == ';' || c == ':'; }

  // No comma parts the time from the verb of saying, or it opens the sentence.
  bool BesideCue(Span cue, const TimeExpression& time) const {
    if (time.first_token < Begin(time) + kOpening) return true;
    for (std::uint32_t i = time.first_token; i > Begin(time) && !Parts(FirstByte(i - 1));) {
      if (layer_.tokens[--i].span.Overlaps(cue)) return true;
    }
    for (std::uint32_t i = time.end_token; i < End(time) && !Parts(FirstByte(i)); ++i) {
      if (layer_.tokens[i].span.Overlaps(cue)) return true;
    }
    return false;
  }

  // "The mayor, who left in May, said": somebody's past.
  bool TellsOfSource(const TimeExpression& time) const {
    for (auto at = std::lower_bound(by_cue_.begin(), by_cue_.end(), std::pair{time.sentence, 0u});
         at != by_cue_.end() && at->first == time.sentence; ++at) {
      const Source& source = attributions_.attributions[at->second].source;
      if (!source.span || time.span.begin < source.span->begin ||
          time.span.end > source.cue_span->begin)
        continue;
      for (std::uint32_t i = time.first_token;
           i > Begin(time) && layer_.tokens[i - 1].span.begin >= source.span->begin; --i)
        if (HasCue(cues_[i - 1], AnchorCue::kRelative)) return true;
    }
    return false;
  }

  // "The ministry told the radio, also on Tuesday, that 57 died": between the verb and what is
  // said.
  bool BeforeContent(const TimeExpression& time) const {
    constexpr std::uint32_t kNear = 2;  // tokens up to what is said
    for (auto at = std::lower_bound(by_cue_.begin(), by_cue_.end(), std::pair{time.sentence, 0u});
         at != by_cue_.end() && at->first == time.sentence; ++at) {
      const Attribution& each = attributions_.attributions[at->second];
      const std::uint32_t behind = std::min(time.end_token + kNear, End(time) - 1);
      if (each.source.cue_span->end > time.span.begin || each.content.empty()) continue;
      for (const Span content : each.content)
        if (content.begin >= time.span.end && content.begin <= layer_.tokens[behind].span.end)
          return true;
    }
    return false;
  }

  // "In December the committee had spoken of 512": when that was said.
  bool SaidBefore(const TimeExpression& time) const {
    if (time.first_token > Begin(time) + 1) return false;
    for (auto at = std::lower_bound(by_cue_.begin(), by_cue_.end(), std::pair{time.sentence, 0u});
         at != by_cue_.end() && at->first == time.sentence; ++at) {
      const Attribution& each = attributions_.attributions[at->second];
      if (each.earlier && each.source.cue_span->begin > time.span.end && !each.content.empty() &&
          each.content.front().begin > time.span.end)
        return true;
    }
    return false;
  }

  // "Moscow confirmed the strike on Monday but not its scale: 63 had died": what is counted
  // stands behind the colon.
  bool BeforeColon(Span content, const TimeExpression& time) const {
    const auto group =
        std::lower_bound(layer_.noun_groups.begin(), layer_.noun_groups.end(), content.begin,
                         [&](const NounGroup& g, std::uint32_t begin) {
                           return layer_.tokens[g.first_token].span.begin < begin;
                         });
    for (auto at = group; at != layer_.noun_groups.end() && at->first_token < time.first_token;
         ++at)
      if (at->quantity) return false;
    for (std::uint32_t at = time.first_token; at > Begin(time); --at) {
      if (layer_.tokens[at - 1].span.begin < content.begin) break;
      if (layer_.tokens[at - 1].kind == TokenKind::kNumber) return false;
    }
    for (std::uint32_t at = time.end_token; at + 1 < End(time); ++at) {
      if (layer_.tokens[at].kind == TokenKind::kNumber) return false;
      if (FirstByte(at) == ':') return true;
    }
    return false;
  }

  // "bombed at dawn on Tuesday a hilltop which Tarn described as": the day is not of what it said.
  bool RelativeBetween(const TimeExpression& time, Span cue) const {
    for (std::uint32_t at = time.end_token; at < End(time); ++at) {
      if (layer_.tokens[at].span.begin >= cue.begin) return false;
      if (HasCue(cues_[at], AnchorCue::kRelative) || HasCue(cues_[at], AnchorCue::kAside))
        return true;
    }
    return false;
  }

  // Beside a verb of saying of its sentence ("likewise today, the aide put": commas or none) and in
  // nobody's words.
  bool IsOutsideReport(const TimeExpression& time) const {
    bool report = false;
    for (auto at = std::lower_bound(by_cue_.begin(), by_cue_.end(), std::pair{time.sentence, 0u});
         at != by_cue_.end() && at->first == time.sentence; ++at) {
      const Attribution& attribution = attributions_.attributions[at->second];
      for (const Span content : attribution.content) {
        if (content.Overlaps(time.span)) {
          if (!BeforeColon(content, time)) return false;
          report = true;
          continue;
        }
        report |= content.Overlaps(layer_.sentences[time.sentence].span) &&
                  (time.value.today || BesideCue(*attribution.source.cue_span, time)) &&
                  !RelativeBetween(time, *attribution.source.cue_span);
      }
    }
    return report;
  }

  std::string_view text_;
  const TextLayer& layer_;
  const CueMasks& cues_;
  const Attributions& attributions_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_cue_;  // sentence, attribution
};

}  // namespace

std::uint32_t SentenceAt(const TextLayer& layer, std::uint32_t position) {
  const auto after =
      std::upper_bound(layer.sentences.begin(), layer.sentences.end(), position,
                       [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  return after == layer.sentences.begin()
             ? static_cast<std::uint32_t>(layer.sentences.size())
             : static_cast<std::uint32_t>(after - layer.sentences.begin()) - 1;
}

std::vector<TimeUse> FindTimeUses(std::string_view text, const TextLayer& layer,
                                  const CueMasks& cues,
                                  const std::vector<TimeExpression>& expressions,
                                  const Attributions& attributions) {
  const Uses uses(text, layer, cues, attributions);
  std::vector<TimeUse> all;
  all.reserve(expressions.size());
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    const bool counted =
        i + 1 < expressions.size() && uses.CountedFrom(expressions[i], expressions[i + 1]);
    all.push_back(counted ? TimeUse::kSaid : uses.Of(expressions[i]));
  }
  return all;
}

}  // namespace counterclaim
