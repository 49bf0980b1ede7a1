#include "model/text_layer.h"

#include <algorithm>

namespace counterclaim {

std::vector<Name>::const_iterator FirstName(const TextLayer& layer, std::uint32_t token) {
  return std::lower_bound(layer.names.begin(), layer.names.end(), token,
                          [](const Name& name, std::uint32_t at) { return name.first_token < at; });
}

bool NamedAt(const TextLayer& layer, std::uint32_t token, NameKind kind) {
  for (auto name = FirstName(layer, token); name != layer.names.end() && name->first_token == token;
       ++name)
    if (name->kind == kind) return true;
  return false;
}

bool IsOwnerEnding(const Token& token, std::string_view text) {
  const std::string_view word = text.substr(token.span.begin, token.span.size());
  return token.kind == TokenKind::kWord && !token.space_before &&
         (word.starts_with('\'') || word.starts_with("\xE2\x80\x99"));
}

bool IsInitial(const TextLayer& layer, std::uint32_t token, std::string_view text) {
  const Token& letter = layer.tokens[token];
  if (letter.span.size() != 1 || !letter.capital || token + 2 >= layer.tokens.size()) return false;
  const Token& stop = layer.tokens[token + 1];
  return !stop.space_before && stop.span.size() == 1 && text[stop.span.begin] == '.' &&
         layer.tokens[token + 2].capital;
}

std::string ToText(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return "word";
    case TokenKind::kNumber:
      return "number";
    case TokenKind::kPunctuation:
      return "punctuation";
    case TokenKind::kSymbol:
      return "symbol";
  }
  return "";
}

std::string ToText(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::kBody:
      return "body";
    case ParagraphKind::kHeading:
      return "heading";
    case ParagraphKind::kListItem:
      return "list_item";
    case ParagraphKind::kCaption:
      return "caption";
    case ParagraphKind::kPullQuote:
      return "pull_quote";
    case ParagraphKind::kPost:
      return "post";
    case ParagraphKind::kDateLine:
      return "date_line";
    case ParagraphKind::kFurniture:
      return "furniture";
  }
  return "";
}

std::string ToText(NameKind kind) {
  switch (kind) {
    case NameKind::kParty:
      return "party";
    case NameKind::kAdjective:
      return "adjective";
    case NameKind::kMetonym:
      return "metonym";
    case NameKind::kPerson:
      return "person";
    case NameKind::kPlace:
      return "place";
  }
  return "";
}

std::string ToText(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::kNoun:
      return "noun";
    case ChunkKind::kVerb:
      return "verb";
    case ChunkKind::kPreposition:
      return "preposition";
    case ChunkKind::kCoordinator:
      return "coordinator";
    case ChunkKind::kSubordinator:
      return "subordinator";
    case ChunkKind::kRelative:
      return "relative";
    case ChunkKind::kComma:
      return "comma";
    case ChunkKind::kPunctuation:
      return "punctuation";
    case ChunkKind::kQuote:
      return "quote";
    case ChunkKind::kOther:
      return "other";
    case ChunkKind::kTime:
      return "time";
    case ChunkKind::kState:
      return "state";
  }
  return "";
}

}  // namespace counterclaim
