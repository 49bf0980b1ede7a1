#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/id.h"

namespace counterclaim {

// Index of a word in the vocabulary of the article's language pack; 0 is any
// word that no rule mentions. Case, curly quotes and compatibility forms are
// folded before the look-up.
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation, kSymbol };

// A word, a run of digits with its separators ("1,200", "4.5", "10/11" is
// three tokens), or one punctuation mark. A possessive ending ("'s", "'") is a
// token of its own; so is a hyphen between words ("five-year-old" is five
// tokens, the later four without `space_before`).
struct Token {
  Span span;
  WordId word = kUnknownWord;
  TokenKind kind = TokenKind::kWord;
  bool space_before = false;
  bool capital = false;       // first letter is upper case
  bool all_capitals = false;  // two letters or more, all upper case
  std::uint16_t bits = 0;     // ScanBit of the word: what may start here

  bool operator==(const Token&) const = default;
};

// Whether a frame may make a claim of a sentence: all that it asks for stands
// there, or what it lacks may stand in a claim before ("... and wounded 30").
enum class Tells : std::uint8_t { kNothing, kAfterOthers, kAlone };

// A sentence of a text in which no sentence may hold a claim has no tokens:
// first_token == end_token.
struct Sentence {
  Span span;
  std::uint32_t paragraph = 0;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint16_t bits = 0;  // ScanBit of its words
  // It, or what the text says of it, may hold a claim, so that its syntax is
  // wanted; of a text read whole every sentence is one.
  bool candidate = false;
  Tells tells = Tells::kNothing;

  bool operator==(const Sentence&) const = default;
};

enum class ParagraphKind : std::uint8_t {
  kBody,
  kHeading,
  kListItem,
  kCaption,
  kPullQuote,
  kPost,
  kDateLine,
  kFurniture,
};

struct Paragraph {
  Span span;
  ParagraphKind kind = ParagraphKind::kBody;
  std::uint32_t first_sentence = 0, end_sentence = 0;
  std::optional<std::uint16_t> minute;  // a live blog's time stamp, from the first midnight on

  bool operator==(const Paragraph&) const = default;
};

// Words between quotation marks, marks included in `span`. One quotation may
// run over paragraphs, each opened anew; `closed` is false where the mark that
// ends it is missing.
struct Quotation {
  Span span;
  Span content;
  std::uint8_t depth = 0;  // 1 for a quotation inside another
  bool closed = true;

  bool operator==(const Quotation&) const = default;
};

enum class NameKind : std::uint8_t {
  kParty,      // "Pakistan", "the Taliban", "ISPR"
  kAdjective,  // "Pakistani", "Taliban" before a noun
  kMetonym,    // "Islamabad", "Rawalpindi", "Kabul": a city that may speak for a government
  kPerson,     // a person of rules/parties: speaks for `party`
  kPlace,      // country, province, town of rules/places; `place` is set
};

// A known name in the text. One stretch of words may have several readings
// ("Islamabad": a metonym and a place); they follow one another with the same
// tokens. The longest match wins.
struct Name {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  NameKind kind = NameKind::kParty;
  std::optional<PartyId> party;
  std::optional<PersonId> person;
  std::optional<PlaceId> place;
  bool town = false;  // of the table of cities: `place` is where it lies

  bool operator==(const Name&) const = default;
};

enum class Voice : std::uint8_t { kActive, kPassive };

// A base noun group: "at least 58 Pakistani soldiers". Post-modifiers ("from
// the 4th brigade", "of the army") are groups of their own.
struct NounGroup {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t head = 0;  // token index of the head noun; the last word of a name
  std::optional<std::uint32_t>
      quantity;             // index into the quantities; the number that counts the head
  bool possessive = false;  // ends in 's: modifies the group after it
  bool pronoun = false;
  bool one = false;        // "a soldier": one of its head
  bool pair = false;       // "both soldiers": two of its head
  bool none = false;       // "no soldiers", "nobody"
  bool any = false;        // "any soldiers": none under a negation
  bool partitive = false;  // "three of the dead": a part of something named
  bool rest = false;       // "the others", "the other three"
  bool plural = false;     // its head has the form of a plural

  bool operator==(const NounGroup&) const = default;
};

// A verb with its auxiliaries: "had not been killed", "to have captured",
// "killing".
struct VerbGroup {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t head = 0;  // token index of the main verb
  Voice voice = Voice::kActive;
  bool finite = true;       // false: to-infinitive, -ing, bare participle
  bool participle = false;  // -ed form that may be a reduced relative
  bool negated = false;
  bool modal = false;  // may, could, would, will
  bool perfect = false;
  bool infinitive = false;  // "to kill"
  bool be = false;          // the main verb is a form of "be"

  bool operator==(const VerbGroup&) const = default;
};

enum class ChunkKind : std::uint8_t {
  kNoun,
  kVerb,
  kPreposition,
  kCoordinator,
  kSubordinator,
  kRelative,
  kComma,
  kPunctuation,
  kQuote,
  kOther,
  kTime,   // "on Monday", "last week": no victim and no actor
  kState,  // a predicate of a metric: "dead", "missing"
};

// A sentence as a row of chunks. `index` points into noun_groups or
// verb_groups for kNoun and kVerb, and is otherwise the token's index.
struct Chunk {
  ChunkKind kind = ChunkKind::kOther;
  std::uint32_t index = 0;
  std::uint32_t first_token = 0, end_token = 0;

  bool operator==(const Chunk&) const = default;
};

struct ChunkedSentence {
  std::uint32_t sentence = 0;
  std::vector<Chunk> chunks;

  bool operator==(const ChunkedSentence&) const = default;
};

// What the text and syntax stages saw in one article (or in its title).
struct TextLayer {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Paragraph> paragraphs;
  std::vector<Quotation> quotations;
  std::vector<Name> names;             // sorted by first token
  std::vector<NounGroup> noun_groups;  // filled by FindChunks
  std::vector<VerbGroup> verb_groups;
  std::vector<ChunkedSentence> chunked;  // sorted by sentence; candidate sentences only

  bool operator==(const TextLayer&) const = default;
};

// The first name that begins at `token` or behind it.
std::vector<Name>::const_iterator FirstName(const TextLayer& layer, std::uint32_t token);
// Of those that begin at `token`, whether one is of the kind.
bool NamedAt(const TextLayer& layer, std::uint32_t token, NameKind kind);
// The "'s" or the bare "'" behind an owner.
bool IsOwnerEnding(const Token& token, std::string_view text);
// The letter of "N. Singh" or "I.K. Singh".
bool IsInitial(const TextLayer& layer, std::uint32_t token, std::string_view text);

std::string ToText(TokenKind kind);
std::string ToText(ParagraphKind kind);
std::string ToText(NameKind kind);
std::string ToText(ChunkKind kind);

}  // namespace counterclaim
