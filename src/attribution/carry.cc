#include "attribution/carry.h"

#include <algorithm>

namespace counterclaim {

namespace {

constexpr std::uint32_t kBetween = 3;  // sentences that two of one speaker may stand apart
constexpr std::uint32_t kOpening = 8;  // tokens in which a sentence that goes on counts something

class Carrier {
 public:
  Carrier(const Text& text, bool own_statement, std::vector<SpeechRelation>* relations)
      : text_(text),
        layer_(text.layer),
        own_statement_(own_statement),
        relations_(*relations),
        owner_(layer_.quotations.size()) {}

  void Run() {
    for (std::size_t i = 0; i < relations_.size(); ++i) {
      for (const std::uint32_t quotation : relations_[i].quotations) {
        if (!relations_[i].inside) owner_[quotation] = i + 1;
      }
    }
    std::size_t next = 0, quotation = 0;
    for (std::uint32_t s = 0; s < layer_.sentences.size(); ++s) {
      StartSentence(s);
      const std::size_t first = next;
      while (next < relations_.size() && relations_[next].sentence == s) ++next;
      while (quotation < layer_.quotations.size() &&
             layer_.quotations[quotation].span.begin < layer_.sentences[s].span.end) {
        if (layer_.quotations[quotation].depth == 0) Quotation(s, quotation);
        ++quotation;
      }
      const std::size_t own = Speaker(first, next);
      if (own == 0 && !Told(next, s) && speaker_ > 0) GoOn(s);
      if (own > 0) speaker_ = own;
      told_ = own > 0 ? own : told_;
    }
  }

 private:
  // The relation that tells who speaks in this sentence: the last outside
  // quotations that names somebody.
  std::size_t Speaker(std::size_t first, std::size_t end) const {
    std::size_t speaker = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (!relations_[i].inside && !relations_[i].unsourced && !relations_[i].source.empty())
        speaker = i + 1;
    }
    return speaker;
  }

  // "Two are unaccounted for. Twenty are held, he added": who goes on in the next
  // sentence told this one as well.
  bool Told(std::size_t next, std::uint32_t s) {
    if (next >= relations_.size() || !(layer_.sentences[s].bits & kScanQuantity)) return false;
    SpeechRelation& relation = relations_[next];
    if (relation.inside || relation.source.empty() || relation.sentence > s + kBetween ||
        layer_.sentences[s].paragraph != layer_.sentences[relation.sentence].paragraph)
      return false;
    const auto& tokens = layer_.tokens;
    const auto cue = std::lower_bound(
        tokens.begin(), tokens.end(), relation.cue.begin,
        [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    const auto at = static_cast<std::uint32_t>(cue - tokens.begin());
    const bool goes_on =
        relation.sentence == s + 1 &&
        text_.language.cues.continues.Longest(tokens, at, layer_.sentences[s + 1].end_token)
                .length > 0;
    if (!goes_on && !(TellsLosses(layer_.sentences[s]) && SpokeBefore(relation))) return false;
    relation.content.push_back(layer_.sentences[s].span);
    std::sort(relation.content.begin(), relation.content.end());
    relation.carried = true;
    return true;
  }

  // "The general said so. Their losses come to 315. It was over, he concluded": whoever spoke
  // before in the paragraph speaks again.
  bool SpokeBefore(const SpeechRelation& relation) const {
    const std::size_t spoke = speaker_ > 0 ? speaker_ : before_;
    if (spoke == 0) return false;
    const Span before = relations_[spoke - 1].source;
    const Token* last = LastOf(relation.source);
    const Token* other = LastOf(before);
    if (!last || !other) return false;
    const std::uint64_t word = text_.language.cues.Word(last->word);
    const bool pronoun =
        (word & (kHeWord | kSheWord | kItWord)) && relation.source.size() == last->span.size();
    if (speaker_ == 0) return pronoun;  // who spoke at the end of the paragraph before
    // "he said. ... It was over, the general concluded."
    const bool described = Begins(relation.source, kDeterminerWord);
    const bool of_pronoun = (text_.language.cues.Word(other->word) & (kHeWord | kSheWord)) &&
                            before.size() == other->span.size();
    if (described && of_pronoun) return true;
    // "Its minister, Omar Hale, said. ... The minister called it a crime."
    const Sentence& spoken = layer_.sentences[relations_[speaker_ - 1].sentence];
    const bool same_noun =
        described && !last->capital &&
        std::any_of(layer_.tokens.begin() + spoken.first_token,
                    layer_.tokens.begin() + spoken.end_token,
                    [&](const Token& token) { return token.word == last->word; });
    if (same_noun && last->word != kUnknownWord) return true;
    return pronoun || text_.Words(last->span) == text_.Words(other->span);
  }

  bool TellsLosses(const Sentence& sentence) const {
    if (TellsState(sentence)) return true;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at)
      if (text_.language.cues.Word(layer_.tokens[at].word) & kFigureWord) return true;
    return false;
  }

  bool Begins(Span span, std::uint64_t words) const {
    const auto first =
        std::partition_point(layer_.tokens.begin(), layer_.tokens.end(),
                             [&](const Token& t) { return t.span.begin < span.begin; });
    return first != layer_.tokens.end() && (text_.language.cues.Word(first->word) & words);
  }

  const Token* LastOf(Span span) const {
    const auto& tokens = layer_.tokens;
    const auto behind = std::partition_point(
        tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= span.end; });
    return behind == tokens.begin() ? nullptr : &*(behind - 1);
  }

  void StartSentence(std::uint32_t s) {
    const std::uint32_t paragraph = layer_.sentences[s].paragraph;
    if (s == 0 || layer_.sentences[s - 1].paragraph != paragraph) {
      before_ = speaker_;
      speaker_ = 0;
      told_ = 0;
    }
  }

  // A quotation nobody introduces belongs to whoever spoke last.
  void Quotation(std::uint32_t s, std::size_t quotation) {
    if (owner_[quotation] > 0) return;
    const Span span = layer_.quotations[quotation].span;
    const Span sentence = layer_.sentences[s].span;
    const bool opens = span.begin <= layer_.tokens[layer_.sentences[s].first_token].span.begin;
    if (!opens) return;
    const bool first = s == layer_.paragraphs[layer_.sentences[s].paragraph].first_sentence;
    const std::size_t speaker = speaker_ > 0 ? speaker_ : first ? before_ : 0;
    if (speaker == 0 || sentence.empty()) return;
    SpeechRelation& relation = relations_[speaker - 1];
    relation.content.push_back(span);
    relation.quotations.push_back(static_cast<std::uint32_t>(quotation));
    relation.carried = true;
    owner_[quotation] = speaker;
    speaker_ = speaker;
  }

  // "Of them, three were children." "A further 17 were wounded."
  void GoOn(std::uint32_t s) {
    const Sentence& sentence = layer_.sentences[s];
    if (speaker_ != told_ || sentence.first_token >= sentence.end_token) return;
    if (relations_[speaker_ - 1].labels) return Extend(s);
    const auto other =
        text_.language.cues.breaks.Longest(layer_.tokens, sentence.first_token, sentence.end_token);
    if (other.length > 0) {
      told_ = 0;
      return;
    }
    const auto match = text_.language.cues.carries.Longest(layer_.tokens, sentence.first_token,
                                                           sentence.end_token);
    // An entry of a live report passes on what one speaker tells, and so does a paragraph of
    // what a party publishes itself.
    const bool entry = own_statement_ || layer_.paragraphs[sentence.paragraph].minute.has_value();
    const bool told = entry && TellsState(sentence);
    if (match.length == 0 && !told && !Partitive(sentence) && !Counts(sentence)) {
      if (!entry) told_ = 0;
      return;
    }
    relations_[speaker_ - 1].content.push_back(sentence.span);
    relations_[speaker_ - 1].carried = true;
  }

  // One stretch where no other speaker stands between.
  void Extend(std::uint32_t s) {
    SpeechRelation& relation = relations_[speaker_ - 1];
    const Span span = layer_.sentences[s].span;
    const bool beside = s > 0 && relation.content.back().end > layer_.sentences[s - 1].span.begin;
    if (beside) {
      relation.content.back().end = span.end;
    } else {
      relation.content.push_back(span);
    }
    relation.carried = true;
  }

  // "Two doctors are among them."
  bool Partitive(const Sentence& sentence) const {
    for (std::uint32_t at = sentence.first_token; at + 1 < sentence.end_token; ++at) {
      const auto match =
          text_.language.cues.partitives.Longest(layer_.tokens, at, sentence.end_token);
      if (match.length > 0) return true;
    }
    return false;
  }

  // "Wounded: 59."
  bool Cell(const Sentence& sentence) const {
    constexpr std::uint32_t kLongestLabel = 4;  // tokens
    const auto& tokens = layer_.tokens;
    if (!(text_.language.cues.Word(tokens[sentence.first_token].word) & (kStateWord | kFigureWord)))
      return false;
    std::uint32_t at = sentence.first_token + 1;
    const std::uint32_t end = std::min(sentence.end_token, at + kLongestLabel);
    while (at < end && text_.Words(tokens[at].span) != ":") ++at;
    return at < end && at + 1 < sentence.end_token;
  }

  // "Fifty people were hurt." goes on with losses just told, and so does "have
  // been hurt"; "Fifty people had been hurt" looks back.
  bool Counts(const Sentence& sentence) const {
    if (layer_.tokens[sentence.first_token].kind == TokenKind::kNumber || Cell(sentence))
      return true;
    const auto before = static_cast<std::size_t>(&sentence - layer_.sentences.data()) - 1;
    if (!relations_[speaker_ - 1].figures &&
        !TellsState(layer_.sentences[relations_[speaker_ - 1].sentence]) &&
        !TellsState(layer_.sentences[before]))
      return false;
    const auto& groups = layer_.noun_groups;
    auto group =
        std::lower_bound(groups.begin(), groups.end(), sentence.first_token,
                         [](const NounGroup& g, std::uint32_t at) { return g.first_token < at; });
    const bool opens =
        group != groups.end() && group->first_token == sentence.first_token && group->quantity;
    if (!opens && !TellsState(sentence)) return false;
    const auto& verbs = layer_.verb_groups;
    const auto verb =
        std::lower_bound(verbs.begin(), verbs.end(), sentence.first_token,
                         [](const VerbGroup& v, std::uint32_t at) { return v.first_token < at; });
    const bool had =
        verb != verbs.end() && verb->first_token < sentence.end_token && verb->perfect &&
        (text_.language.cues.Word(layer_.tokens[verb->first_token].word) & kEarlierWord);
    if (had) return false;
    const std::uint32_t end = std::min(sentence.end_token, sentence.first_token + kOpening);
    bool counted = opens;
    for (; group != groups.end() && group->first_token < end; ++group) {
      counted = counted || group->quantity || group->one || group->none;
    }
    return counted;
  }

  // "killed", "missing": the sentence is about losses.
  static bool TellsState(const Sentence& sentence) { return (sentence.bits & kScanState) != 0; }

  const Text& text_;
  const TextLayer& layer_;
  bool own_statement_;
  std::vector<SpeechRelation>& relations_;
  std::vector<std::size_t> owner_;                   // by quotation: relation + 1
  std::size_t speaker_ = 0, before_ = 0, told_ = 0;  // relation + 1
};

}  // namespace

void CarrySources(const Text& text, bool own_statement, std::vector<SpeechRelation>* relations) {
  Carrier(text, own_statement, relations).Run();
}

}  // namespace counterclaim
