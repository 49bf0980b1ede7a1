#include "attribution/statement.h"

#include <algorithm>

#include "rulebook/stakes.h"

namespace counterclaim {

namespace {

constexpr std::uint32_t kLongestLine = 20;  // tokens of a letterhead

// A body that speaks for itself: no state, no outlet.
bool IsBody(const PartyId& id, const Rulebook& rulebook) {
  const Party* party = rulebook.parties.Find(id);
  if (!party || party->kind == PartyKind::kOutlet) return false;
  return id.text.find('/') != std::string::npos || party->kind == PartyKind::kGroup ||
         party->kind == PartyKind::kThirdParty;
}

bool HasVerb(const TextLayer& layer, const Sentence& sentence) {
  const auto verb =
      std::lower_bound(layer.verb_groups.begin(), layer.verb_groups.end(), sentence.first_token,
                       [](const VerbGroup& v, std::uint32_t at) { return v.first_token < at; });
  return verb != layer.verb_groups.end() && verb->first_token < sentence.end_token;
}

// The line names a body at its start, or behind its first word and a colon.
std::optional<Span> NamedIn(const Text& text, const Rulebook& rulebook, const Sentence& line,
                            bool labelled) {
  std::uint32_t first = line.first_token;
  if (line.end_token - first > kLongestLine || HasVerb(text.layer, line)) return std::nullopt;
  if (labelled) {
    if (first + 2 >= line.end_token || text.Words(text.layer.tokens[first + 1].span) != ":" ||
        !(text.language.cues.Word(text.layer.tokens[first].word) & kOriginWord))
      return std::nullopt;
    first += 2;
  }
  for (auto name = FirstName(text.layer, first);
       name != text.layer.names.end() && name->first_token == first; ++name) {
    if (name->kind == NameKind::kParty && name->party && IsBody(*name->party, rulebook))
      return name->span;
  }
  return std::nullopt;
}

// The bodies that a title names before its first colon, or anywhere where it calls the text a
// report, a statement, an update.
std::vector<PartyId> StatementOf(const Text& text, const std::string& title,
                                 const Rulebook& rulebook) {
  const CueRules& cues = text.language.cues;
  const PartyNames& names = text.language.party_names;
  const std::size_t colon = title.find(':');
  const auto size_of = [](const std::vector<Token>& tokens) {
    return static_cast<std::uint32_t>(tokens.size());
  };
  const std::vector<Token> all = TokensOf(title, text.language);
  bool report = false;
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    const auto noun = cues.nouns.Longest(all, at, size_of(all));
    report = report || (noun.length > 0 && cues.noun_list[noun.values->front()].document);
  }
  if (colon == title.npos && !report) return {};
  const std::vector<Token> tokens = report ? all : TokensOf(title.substr(0, colon), text.language);
  std::vector<PartyId> bodies;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    const auto match = names.phrases.Longest(tokens, at, size_of(tokens));
    if (match.length == 0) continue;
    for (const std::uint32_t value : *match.values) {
      const auto& party = names.readings[value].party;
      if (party && IsBody(*party, rulebook)) bodies.push_back(*party);
    }
    at += match.length - 1;
  }
  return bodies;
}

}  // namespace

std::optional<Span> Letterhead(const Text& text, const Rulebook& rulebook) {
  const TextLayer& layer = text.layer;
  if (layer.sentences.size() < 2) return std::nullopt;
  const auto dated = [&](const Sentence& line) {
    return std::any_of(layer.tokens.begin() + line.first_token,
                       layer.tokens.begin() + line.end_token,
                       [](const Token& token) { return token.kind == TokenKind::kNumber; });
  };
  const Sentence& top = layer.sentences.front();
  if (dated(top)) {
    if (auto head = NamedIn(text, rulebook, top, false)) return head;
  }
  return NamedIn(text, rulebook, layer.sentences.back(), true);
}

const Source* SoleSpeaker(const Text& text, const std::string& title,
                          const std::vector<Attribution>& all, const Rulebook& rulebook) {
  const Source* sole = nullptr;
  for (const Attribution& each : all) {
    if (!each.source.span) continue;
    if (sole && !(sole->party && sole->party == each.source.party)) return nullptr;
    sole = &each.source;
  }
  if (!sole || !sole->party) return nullptr;
  const Party* speaker = rulebook.parties.Find(Principal(*sole->party));
  const bool state = !speaker || speaker->kind == PartyKind::kState;
  for (const PartyId& body : StatementOf(text, title, rulebook)) {
    if (body == *sole->party || (!state && Principal(body) == Principal(*sole->party))) return sole;
  }
  return nullptr;
}

}  // namespace counterclaim
