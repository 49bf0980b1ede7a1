#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// What part a word plays in the build of a sentence; a word may play several.
enum WordClass : std::uint32_t {
  kDeterminer = 1u << 0,     // the, this
  kIndefinite = 1u << 1,     // a: one of its noun
  kPossessive = 1u << 2,     // his, their
  kNone = 1u << 3,           // no: none of its noun
  kAny = 1u << 4,            // any: none of its noun under a negation
  kNobody = 1u << 5,         // nobody, none: stands alone
  kPreposition = 1u << 6,
  kOf = 1u << 7,
  kBy = 1u << 8,             // names the actor of a passive
  kTo = 1u << 9,             // before an infinitive; where a count rises to
  kAt = 1u << 10,            // where a count stands
  kFrom = 1u << 11,          // where a count rose from; whose people they are
  kIncluding = 1u << 12,     // opens parts of a whole: including, among them
  kWithout = 1u << 13,       // none of its noun
  kCoordinator = 1u << 14,
  kSubordinator = 1u << 15,
  kConditional = 1u << 16,   // if, unless
  kRelative = 1u << 17,      // who, which
  kPronoun = 1u << 18,
  kBe = 1u << 19,
  kHave = 1u << 20,
  kDo = 1u << 21,
  kModal = 1u << 22,
  kNegation = 1u << 23,
  kAdverb = 1u << 24,
  kTime = 1u << 25,          // Monday, yesterday, week: no victim, no actor
  kFeared = 1u << 26,        // feared, presumed: a guess
  kHope = 1u << 27,          // plan, threaten: not yet done
  kRest = 1u << 28,          // the others, the rest: part or complement
  kCopula = 1u << 29,        // include, comprise, be among: links a whole to its parts
  kThat = 1u << 30,          // opens a clause of content
  kGroup = 1u << 31,         // a group of five: the noun stands for its members
};

struct VerbReading {
  WordId lemma = kUnknownWord;
  std::uint8_t forms = 0;    // WordForm bits
};

// How sentences of one language are built: word classes, and the forms of
// verbs and nouns. rules/languages/<tag>/syntax/*.yaml.
struct SyntaxRules {
  std::vector<std::uint32_t> classes;              // by WordId; short: no class
  PhraseTable phrases;                             // words of several tokens: "as well as"
  std::vector<std::uint32_t> phrase_classes;       // value of `phrases` -> classes
  std::vector<std::vector<VerbReading>> verbs;     // by WordId of a form; short: no verb
  std::vector<std::uint8_t> noun_too;              // by WordId: the form is a noun as well

  // Endings by which words that no list has are told: "ed" -> past participle.
  struct Ending { std::string letters; std::uint8_t forms = 0; bool adverb = false; };
  std::vector<Ending> unknown;

  // One way to make a form: if the lemma ends in one of `ends` (empty: always),
  // take `cut` letters away and add `add`.
  struct Step { std::vector<std::string> ends; std::size_t cut = 0; std::string add; };
  std::map<std::uint8_t, std::vector<Step>> inflection;  // by WordForm bit; the first that fits
  struct Irregular { std::string past, participle, gerund, third; };
  std::map<std::string, Irregular> irregular;      // by lemma
  std::vector<std::string> doubling;               // lemmas that double their last letter

  // How a noun in the plural is told from one in the singular.
  std::vector<std::string> plural_ends, not_plural_ends;
  std::set<WordId> plural_words;

  // Lemmas that other rules name; their forms are made by FinishSyntax.
  std::map<std::string, bool> lemmas;              // -> also a noun

  std::uint32_t ClassOf(WordId word) const { return word < classes.size() ? classes[word] : 0; }
  const std::vector<VerbReading>* FindVerb(WordId word) const {
    return word < verbs.size() && word != kUnknownWord && !verbs[word].empty() ? &verbs[word] : nullptr;
  }
  bool NounToo(WordId word) const { return word < noun_too.size() && noun_too[word] != 0; }
};

void LoadSyntaxRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// Makes the forms of every verb that the language's rules name. Called once all
// files are read.
void FinishSyntax(Language* language);

// "deaths" of "death", "ies" of "y"; irregular plurals are written "man|men".
std::string PluralOf(const SyntaxRules& rules, const std::string& singular);

}  // namespace counterclaim
