#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/attribution.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;

// What a word does in the sentences that name a source. One word may do several.
enum CueWord : std::uint64_t {
  kDeterminerWord = 1ull << 0,   // the, a, this
  kPossessorWord = 1ull << 1,    // his, its, their
  kPrepositionWord = 1ull << 2,  // of, in, for
  kThatWord = 1ull << 3,         // opens a reported clause
  kOpenerWord = 1ull << 4,       // while, because, when: opens a clause of its own
  kTurnWord = 1ull << 5,         // while, but, and: another speaker may follow
  kAndWord = 1ull << 6,          // joins noun phrases or clauses
  kRelativeWord = 1ull << 7,     // who, which
  kBeWord = 1ull << 8,           // is, was, been
  kHaveWord = 1ull << 9,
  kModalWord = 1ull << 10,  // would, may, did
  kNotWord = 1ull << 11,
  kAdverbWord = 1ull << 12,
  kTimeWord = 1ull << 13,   // Monday, week, last
  kHeWord = 1ull << 14,     // a person
  kItWord = 1ull << 15,     // a body
  kTheyWord = 1ull << 16,   // persons or a body
  kFirstWord = 1ull << 17,  // I, we, you: not to be resolved
  kToWord = 1ull << 18,     // before an infinitive
  kByWord = 1ull << 19,
  kOfWord = 1ull << 20,            // joins a noun to what it is of
  kAsWord = 1ull << 21,            // "as the army said"
  kAtWord = 1ull << 22,            // "put the toll at"
  kTitleWord = 1ull << 23,         // Mr, General: belongs to the name that follows
  kStateWord = 1ull << 24,         // dead, missing: complement of a passive report
  kFigureWord = 1ull << 25,        // toll, number, losses: what a speaker puts at n
  kSuchWord = 1ull << 26,          // "it": an empty subject: it is said
  kMoreWord = 1ull << 27,          // another, a further: goes on with the figures
  kPartWord = 1ull << 28,          // "of them", "among the dead": a breakdown follows
  kPersonalWord = 1ull << 29,      // "this newspaper", "us": the outlet itself
  kVerbWord = 1ull << 30,          // common verbs that end in no known suffix
  kSheWord = 1ull << 31,           // a woman
  kShareWord = 1ull << 32,         // percent, half: who answers a poll vouches for nothing
  kAskWord = 1ull << 33,           // whether, how, what: opens reported content too
  kPluralWord = 1ull << 34,        // people, police: plural without the ending
  kObjectWord = 1ull << 35,        // him, them
  kEnemyWord = 1ull << 36,         // enemy: whoever says it is on the other side
  kEarlierWord = 1ull << 37,       // had, earlier: said before what is reported now
  kLeadWord = 1ull << 39,          // leads, heads: whom one who does so speaks for
  kInstitutionWord = 1ull << 41,   // agency, authority: heads the name of what a state runs
  kMineWord = 1ull << 42,          // my, our: of whoever writes
  kGovernmentalWord = 1ull << 43,  // national, state: with an institution, what a state runs
  kHereWord = 1ull << 46,          // "officials here": where the date line is
  kHisWord = 1ull << 45,           // "his figure": of a person
  kFromWord = 1ull << 44,          // "the toll from the ministry"
  kTrueWord = 1ull << 40,          // "it is not true that"
  kHandleWord = 1ull << 47,        // treated, bodies: who treated 40 counts them
  kOriginWord = 1ull << 48,        // "Source: UNHCR": before a colon, at the end of a text
  kMentionWord = 1ull << 49,       // "spoke of no losses": who gives none has not said zero
  kStillWord = 1ull << 51,    // still: with a verb in the past, said before
  kRebelWord = 1ull << 50,    // breakaway, rebel: whose ministry is no state's
  kUntrueWord = 1ull << 38,        // false, baseless: who says so of a claim denies it
};

// How a verb takes what it reports.
enum CueTakes : std::uint16_t {
  kTakesThat = 1u << 0,       // said that five died; "five died", they said
  kTakesBare = 1u << 1,       // said five died; reported five deaths
  kTakesFigure = 1u << 2,     // put the toll at five
  kTakesNoun = 1u << 3,       // denied the claim; dismissed reports of five dead
  kTakesHearer = 1u << 4,     // told Reuters
  kTakesOrigin = 1u << 5,     // cites, quotes: its object is the source
  kTakesRecord = 1u << 6,     // shows: only of documents and bodies, or with "that"
  kTakesPassive = 1u << 7,    // is said to have
  kTakesGerund = 1u << 8,     // denied having killed five
  kTakesQuoteOnly = 1u << 9,  // warned, joked: beside quotation marks or with "that"
  kTakesChange = 1u << 10,    // raised its count to five
  kTakesLosses = 1u << 11,    // believes five died: only where losses are counted behind it
};

struct CueVerb {
  RuleId rule;
  std::string lemma;
  Strength strength = Strength::kStated;
  std::optional<Stance> stance;
  std::uint16_t takes = 0;
  bool relays = false;         // an outlet's verb: passes on what another said
  bool opens = false;          // in the present at the top of a text: the text is a statement
  bool rejects = false;        // "called it a lie": denies where a word for untrue follows
  bool weak = false;           // a cue only under a subject that can speak
  std::vector<WordId> except;  // objects under which it reports nothing: "claimed five lives"
};

// "the claim that", "its figure of", "reports of": content that a noun names.
struct CueNoun {
  RuleId rule;
  Strength strength = Strength::kStated;
  std::optional<Stance> stance;
  bool document = false;  // may itself be the subject of a verb: the statement said
  bool count = false;     // made by whom it belongs to: "the army's count was five"
};

// A phrase with its source after it ("according to", "in the words of") or, of
// a possessor, before it ("by the ministry's count").
struct CuePhrase {
  RuleId rule;
  Strength strength = Strength::kStated;
  std::optional<Stance> stance;
  bool origin = false;     // citing: what stands around it has the speaker in its chain
  bool unsourced = false;  // reportedly
};

enum class SpeakerClass : std::uint8_t { kPerson, kPeople, kBody, kDocument };

// A noun that names who speaks.
struct SpeakerNoun {
  SpeakerClass speaker = SpeakerClass::kPerson;
  SourceKind alone = SourceKind::kThirdParty;  // where no body or state stands beside it
  bool official = false;                       // speaks for the state or body named beside it
  bool neutral = false;                        // never a party to a war: a hospital, a monitor
  bool rebel = false;                          // of the armed group that was named, of no state
  bool local = false;                          // of the place that was named: a mayor
  bool generic = false;                        // "the group": any body that was named
  bool state = false;                          // of a state, of no armed group: a minister
  bool outlet = false;                         // a newspaper: it publishes what others say
  bool voice = false;  // of who spoke last, whatever the name behind it: a spokesman
};

struct CueRules {
  std::vector<std::uint64_t> words;  // by WordId: CueWord bits
  struct VerbForm {
    std::uint32_t verb = 0;
    std::uint8_t forms = 0;
  };  // WordForm bits
  std::vector<CueVerb> verb_list;
  std::vector<VerbForm> verb_forms;
  PhraseTable verbs;  // value: index into verb_forms
  std::vector<CueNoun> noun_list;
  PhraseTable nouns;
  std::vector<CuePhrase> phrase_list;
  PhraseTable before;  // the source follows: "according to X"
  PhraseTable after;   // the source's genitive precedes: "by X's count"
  std::vector<SpeakerNoun> speaker_list;
  PhraseTable speakers;
  std::vector<std::string> adverb_ends, past_ends, gerund_ends, plural_ends;
  PhraseTable carries;                 // openings of a sentence that goes on with the figures
  PhraseTable breaks;                  // openings of what nobody goes on with: "in a separate"
  PhraseTable continues;               // verbs of one who has spoken before: "added", "went on"
  PhraseTable partitives;              // "among them", anywhere in such a sentence
  std::vector<std::uint8_t> calamity;  // by WordId: disaster, war, forces, assault, unrest from 1

  // Endings for regular forms, the longest fitting ending first; and the verbs
  // read before the endings were known.
  struct Ending {
    std::string from, to;
    std::uint8_t forms = 0;
  };
  std::vector<Ending> endings;
  struct Pending {
    std::uint32_t verb = 0;
    std::map<std::uint8_t, std::string> irregular;
  };
  std::vector<Pending> pending;

  std::uint64_t Word(WordId id) const { return id < words.size() ? words[id] : 0; }
};

// rules/languages/<tag>/cues/*.yaml; the schema is in rules/README.md.
void LoadCueRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
