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
using WordClasses = std::uint64_t;  // WordClass bits
enum WordClass : WordClasses {
  kDeterminer = WordClasses{1} << 0,  // the, this
  kIndefinite = WordClasses{1} << 1,  // a: one of its noun
  kPossessive = WordClasses{1} << 2,  // his, their
  kNone = WordClasses{1} << 3,        // no: none of its noun
  kAny = WordClasses{1} << 4,         // any: none of its noun under a negation
  kNobody = WordClasses{1} << 5,      // nobody, none: stands alone
  kPreposition = WordClasses{1} << 6,
  kOf = WordClasses{1} << 7,
  kBy = WordClasses{1} << 8,          // names the actor of a passive
  kTo = WordClasses{1} << 9,          // before an infinitive; where a count rises to
  kAt = WordClasses{1} << 10,         // where a count stands
  kFrom = WordClasses{1} << 11,       // where a count rose from; whose people they are
  kIncluding = WordClasses{1} << 12,  // opens parts of a whole: including, among them
  kWithout = WordClasses{1} << 13,    // none of its noun
  kCoordinator = WordClasses{1} << 14,
  kSubordinator = WordClasses{1} << 15,
  kConditional = WordClasses{1} << 16,  // if, unless
  kRelative = WordClasses{1} << 17,     // who, which
  kPronoun = WordClasses{1} << 18,
  kBe = WordClasses{1} << 19,
  kHave = WordClasses{1} << 20,
  kDo = WordClasses{1} << 21,
  kModal = WordClasses{1} << 22,
  kNegation = WordClasses{1} << 23,
  kAdverb = WordClasses{1} << 24,
  kTime = WordClasses{1} << 25,      // Monday, yesterday, week: no victim, no actor
  kFeared = WordClasses{1} << 26,    // feared, presumed: a guess
  kHope = WordClasses{1} << 27,      // plan, threaten: not yet done
  kRest = WordClasses{1} << 28,      // the others, the rest: part or complement
  kCopula = WordClasses{1} << 29,    // include, comprise, be among: links a whole to its parts
  kThat = WordClasses{1} << 30,      // opens a clause of content
  kGroup = WordClasses{1} << 31,     // a group of five: the noun stands for its members
  kAs = WordClasses{1} << 32,        // listed 79 as killed
  kAbsolute = WordClasses{1} << 33,  // with 373 missing: opens a clause without a verb
  kAmong = WordClasses{1} << 34,     // 12 women among them: closes a list of parts
  kThere = WordClasses{1} << 35,     // there were no attacks
  kBeing = WordClasses{1} << 37,     // men being killed: no verb of its own clause
  kThem = WordClasses{1} << 36,      // them, whom, these: those just counted
  kVouch = WordClasses{1} << 38,     // confirm: what somebody could confirm is so
  kBelong = WordClasses{1} << 40,    // belonged to a militia: tells what some of them were
  kAmidst = WordClasses{1} << 41,    // two were among the 13 killed: the whole stands behind it
  kPair = WordClasses{1} << 42,      // both soldiers: two of its noun
  kRemain = WordClasses{1} << 44,    // remained in hospital: still in the state that follows
  kSeverity = WordClasses{1} << 43,  // ten were hurt, two critically: some of those
  kOwn = WordClasses{1} << 47,       // 14 of their own, 14 of ours: people of one side
  kBout = WordClasses{1} << 46,      // the second blast: one of several acts
  kAtOnce = WordClasses{1} << 45,    // died on the spot: others may have died later
  kFloating = WordClasses{1} << 39,  // were all killed: stands inside a verb group
};

struct VerbReading {
  WordId lemma = kUnknownWord;
  std::uint8_t forms = 0;  // WordForm bits
};

// How sentences of one language are built: word classes, and the forms of
// verbs and nouns. rules/languages/<tag>/syntax/*.yaml.
struct SyntaxRules {
  bool free_order = false;                      // a subject may follow its verb
  bool bare_of = false;                         // what a noun is of follows it without a word
  std::vector<WordClasses> classes;             // by WordId; short: no class
  PhraseTable phrases;                          // words of several tokens: "as well as"
  std::vector<WordClasses> phrase_classes;      // value of `phrases` -> classes
  std::vector<std::vector<VerbReading>> verbs;  // by WordId of a form; short: no verb
  std::vector<std::uint8_t> noun_too;           // by WordId: the form is a noun as well

  // Endings by which words that no list has are told: "ed" -> past participle.
  struct Ending {
    std::string letters;
    std::uint8_t forms = 0;
    bool adverb = false;
  };
  std::vector<Ending> unknown;

  // One way to make a form: if the lemma ends in one of `ends` (empty: always),
  // take `cut` letters away and add `add`.
  struct Step {
    std::vector<std::string> ends;
    std::size_t cut = 0;
    std::string add;
  };
  std::map<std::uint8_t, std::vector<Step>> inflection;  // by WordForm bit; the first that fits
  struct Irregular {
    std::string past, participle, gerund, third;
  };
  std::map<std::string, Irregular> irregular;  // by lemma
  std::vector<std::string> doubling;           // lemmas that double their last letter

  // How a noun in the plural is told from one in the singular.
  std::vector<std::string> plural_ends, not_plural_ends;
  WordSet plural_words;

  // Lemmas that other rules name; their forms are made by FinishSyntax.
  std::map<std::string, bool> lemmas;  // -> also a noun

  // What those who meet every word of a sentence ask, in one place.
  struct WordFacts {
    WordClasses classes = 0;
    std::uint8_t forms = 0;  // WordForm bits of all its readings as a verb
    bool verb = false;
    bool noun_too = false;
    bool plural = false;   // by its ending or the list
    bool phrase = false;   // one of `phrases` starts so
    bool state = false;    // an adjective of a metric starts so
    bool object = false;   // what may be counted starts so
    bool counter = false;  // a noun of counting starts so: "number"
  };
  std::vector<WordFacts> facts = {WordFacts{}};  // by WordId; made by FinishWordFacts
  const WordFacts& FactsOf(WordId word) const { return facts[word < facts.size() ? word : 0]; }
  // Whether a folded word is a plural by its ending.
  bool EndsInPlural(std::string_view word) const;

  WordClasses ClassOf(WordId word) const { return word < classes.size() ? classes[word] : 0; }
  const std::vector<VerbReading>* FindVerb(WordId word) const {
    return word < verbs.size() && word != kUnknownWord && !verbs[word].empty() ? &verbs[word]
                                                                               : nullptr;
  }
  bool NounToo(WordId word) const { return word < noun_too.size() && noun_too[word] != 0; }
};

void LoadSyntaxRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// Makes the forms of every verb that the language's rules name. Called once all
// files are read.
void FinishSyntax(Language* language);

// Fills SyntaxRules::facts; once frames and syntax are finished.
void FinishWordFacts(Language* language);

// "deaths" of "death", "ies" of "y"; irregular plurals are written "man|men".
std::string PluralOf(const SyntaxRules& rules, const std::string& singular);

}  // namespace counterclaim
