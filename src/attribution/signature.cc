#include <algorithm>

#include "attribution/relation.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestSignature = 24;  // tokens
constexpr std::uint32_t kLongestBracket = 8;

bool IsDash(std::string_view word) {
  return word == "—" || word == "–" || word == "--";
}

}  // namespace

std::optional<SpeechRelation> ReadSignature(const Text& text, std::uint32_t sentence) {
  const TextLayer& layer = text.layer;
  const Paragraph& paragraph = layer.paragraphs[layer.sentences[sentence].paragraph];
  if (paragraph.kind != ParagraphKind::kPost || sentence + 1 != paragraph.end_sentence ||
      text.text[paragraph.span.begin] == '<')
    return std::nullopt;
  const std::uint32_t end = layer.sentences[sentence].end_token;
  const std::uint32_t start = layer.sentences[sentence].first_token;
  const std::uint32_t first = end - std::min(end - start, 2 * kLongestSignature);
  const auto word = [&](std::uint32_t at) { return text.Words(layer.tokens[at].span); };
  std::uint32_t handle = end;
  while (handle > first && !(word(handle - 1) == "(" && handle < end && word(handle)[0] == '@'))
    --handle;
  if (handle <= first + 1) return std::nullopt;
  const std::uint32_t bracket = handle - 1;
  std::uint32_t dash = bracket;
  while (dash > first && bracket - dash < kLongestSignature && !IsDash(word(dash - 1))) --dash;
  if (dash == first || dash == bracket || !IsDash(word(dash - 1))) return std::nullopt;
  SpeechRelation relation;
  relation.sentence = sentence;
  relation.source = {layer.tokens[dash].span.begin, layer.tokens[bracket - 1].span.end};
  relation.cue = layer.tokens[dash - 1].span;
  relation.content.push_back({paragraph.span.begin, layer.tokens[dash - 1].span.begin});
  if (relation.content.front().empty()) return std::nullopt;
  return relation;
}

std::optional<SpeechRelation> ReadBracket(const Text& text, std::uint32_t sentence) {
  const TextLayer& layer = text.layer;
  const std::uint32_t first = layer.sentences[sentence].first_token;
  std::uint32_t close = layer.sentences[sentence].end_token;
  const auto word = [&](std::uint32_t at) { return text.Words(layer.tokens[at].span); };
  while (close > first && (word(close - 1) == "." || word(close - 1) == ";")) --close;
  if (close < first + 4 || word(close - 1) != ")") return std::nullopt;
  std::uint32_t open = close - 1;
  while (open > first && close - open <= kLongestBracket && word(open) != "(") --open;
  if (open <= first || word(open) != "(" || open + 2 >= close) return std::nullopt;
  // "85,000 displaced (OCHA)", not "the group (Hamas)"
  const Token& before = layer.tokens[open - 1];
  if (!(text.language.cues.Word(before.word) & kStateWord)) return std::nullopt;
  bool body = false;
  for (auto name = FirstName(layer, open + 1); name != layer.names.end(); ++name) {
    if (name->first_token != open + 1) break;
    body = body || (name->kind == NameKind::kParty && name->end_token == close - 1);
  }
  const auto organ = text.language.party_names.organs.Longest(layer.tokens, open + 1, close - 1);
  if (!body && open + 1 + organ.length != close - 1) return std::nullopt;
  SpeechRelation relation;
  relation.sentence = sentence;
  relation.source = {layer.tokens[open + 1].span.begin, layer.tokens[close - 2].span.end};
  relation.cue = layer.tokens[open].span;
  relation.content.push_back({layer.sentences[sentence].span.begin, layer.tokens[open].span.begin});
  return relation;
}

}  // namespace counterclaim
