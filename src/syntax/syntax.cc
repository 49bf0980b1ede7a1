#include "syntax/syntax.h"

#include <algorithm>

#include "syntax/chunker.h"

namespace counterclaim {

void Chunker::ReadSentence(std::uint32_t index) {
  const Sentence& sentence = layer_.sentences[index];
  if (sentence.first_token >= sentence.end_token) return;
  words_.Read(sentence);
  begin_ = sentence.first_token;
  end_ = sentence.end_token;
  out_ = ChunkedSentence{index, {}};
  out_.chunks.reserve(end_ - begin_);
  for (std::uint32_t at = begin_; at < end_;) at = std::max(ReadChunk(at), at + 1);
  layer_.chunked.push_back(std::move(out_));
}

std::uint32_t Chunker::Add(ChunkKind kind, std::uint32_t index, std::uint32_t first,
                           std::uint32_t end) {
  out_.chunks.push_back({kind, index, first, std::min(end, end_)});
  return end;
}

Span Chunker::SpanOf(std::uint32_t first, std::uint32_t end) const {
  return {layer_.tokens[first].span.begin, layer_.tokens[end - 1].span.end};
}

bool Chunker::IsCount(std::int32_t quantity) const {
  return quantity >= 0 &&
         quantities_[static_cast<std::size_t>(quantity)].kind == NumberKind::kCount;
}

bool Chunker::IsKind(std::int32_t quantity, std::initializer_list<NumberKind> kinds) const {
  return quantity >= 0 &&
         std::find(kinds.begin(), kinds.end(),
                   quantities_[static_cast<std::size_t>(quantity)].kind) != kinds.end();
}

// Dates and times stand beside the clause; they are no noun groups.
bool Chunker::IsWhen(std::int32_t quantity) const {
  return IsKind(quantity, {NumberKind::kDate, NumberKind::kTime, NumberKind::kDuration});
}

std::uint32_t Chunker::ReadChunk(std::uint32_t at) {
  const Token& token = layer_.tokens[at];
  const std::uint32_t length = words_.Length(at);
  if (const std::int32_t quantity = words_.QuantityAt(at); quantity >= 0) {
    if (IsWhen(quantity)) {
      return Add(ChunkKind::kTime, at, at,
                 quantities_[static_cast<std::size_t>(quantity)].end_token);
    }
    return ReadNounGroup(at);
  }
  if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol)
    return ReadMark(at);
  if (Is(at, kNegation) && !Is(at, kAuxiliary)) return ReadNegation(at);
  // "the country's dead"
  if (AfterOwner() && words_.State(at)) return ReadNounGroup(at);
  if (words_.State(at) && !StateIsModifier(at, false)) {
    return Add(ChunkKind::kState, at, at, at + words_.StateLength(at));
  }
  if (StartsVerb(at)) return ReadVerbGroup(at);
  if (Is(at, kNone | kNobody | kAny) && !(Is(at, kPreposition) && length > 1))
    return ReadNounGroup(at);
  if (Is(at, kPossessive | kDeterminer | kIndefinite) && !Is(at, kThat)) return ReadNounGroup(at);
  if (Is(at, kThat)) return ReadThat(at);
  if (Is(at, kRelative)) return Add(ChunkKind::kRelative, at, at, at + length);
  if (Is(at, kCoordinator)) return Add(ChunkKind::kCoordinator, at, at, at + length);
  if (Is(at, kSubordinator | kConditional) && !StartsPreposition(at)) {
    return Add(ChunkKind::kSubordinator, at, at, at + length);
  }
  if (Is(at, kPreposition | kIncluding | kWithout))
    return Add(ChunkKind::kPreposition, at, at, at + length);
  if (Is(at, kPronoun)) return ReadPronoun(at);
  if (Is(at, kTime)) return ReadTime(at);
  const bool modifier =
      IsVerbForm(at) && (words_.Forms(at) & (kPastParticiple | kGerund)) && ModifiesNext(at);
  if (words_.NounLike(at) || modifier || (IsVerbForm(at) && Hyphenated(at)) ||
      token.kind == TokenKind::kNumber)
    return ReadNounGroup(at);
  return Add(ChunkKind::kOther, at, at, at + length);
}

bool Chunker::AfterOwner() const {
  return AfterKind(ChunkKind::kNoun) && layer_.noun_groups[out_.chunks.back().index].possessive;
}

std::uint32_t Chunker::ReadMark(std::uint32_t at) {
  const std::string_view mark = words_.Text(at);
  if (mark == ",") return Add(ChunkKind::kComma, at, at, at + 1);
  if (IsQuote(mark)) return Add(ChunkKind::kQuote, at, at, at + 1);
  if (Is(at, kCoordinator)) return Add(ChunkKind::kCoordinator, at, at, at + 1);
  return Add(ChunkKind::kPunctuation, at, at, at + 1);
}

std::uint32_t Chunker::ReadNegation(std::uint32_t at) {
  if (Has(at + 1) && (StartsVerb(at + 1) || Is(at + 1, kTo))) return ReadVerbGroup(at);
  return Add(ChunkKind::kOther, at, at, at + words_.Length(at));
}

// "that" opens a clause unless a noun follows it at once ("that day").
std::uint32_t Chunker::ReadThat(std::uint32_t at) {
  const bool after_verb = AfterKind(ChunkKind::kVerb);
  const bool clause = !Has(at + 1) || after_verb || Is(at + 1, kPreposition | kSubordinator) ||
                      words_.Opens(at + 1) || StartsVerb(at + 1) || words_.QuantityAt(at + 1) >= 0;
  return Add(clause ? ChunkKind::kRelative : ChunkKind::kOther, at, at, at + 1);
}

std::uint32_t Chunker::ReadPronoun(std::uint32_t at) {
  NounGroup group;
  group.pronoun = true;
  group.first_token = group.head = at;
  group.end_token = at + words_.Length(at);
  return AddGroup(group);
}

std::uint32_t Chunker::ReadTime(std::uint32_t at) {
  std::uint32_t end = at + words_.Length(at);
  while (Has(end) && Is(end, kTime)) ++end;
  if (Has(end) && words_.Possessive(end)) return ReadNounGroup(at);
  return Add(ChunkKind::kTime, at, at, end);
}

void FindChunks(std::string_view text, const std::vector<Quantity>& quantities,
                const Language& language, TextLayer* layer) {
  WordReader words(text, quantities, language, *layer);
  Chunker chunker(&words, quantities, layer);
  for (std::uint32_t i = 0; i < layer->sentences.size(); ++i) {
    if (layer->sentences[i].candidate) chunker.ReadSentence(i);
  }
}

void FindChunksIn(std::uint32_t sentence, std::string_view text,
                  const std::vector<Quantity>& quantities, const Language& language,
                  TextLayer* layer) {
  WordReader words(text, quantities, language, *layer);
  Chunker(&words, quantities, layer).ReadSentence(sentence);
}

}  // namespace counterclaim
