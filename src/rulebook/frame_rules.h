#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/id.h"
#include "rulebook/vocabulary.h"
#include "rulebook/yaml.h"

namespace counterclaim {

struct Language;
struct Taxonomy;

// How a word behaves: the few classes that the engine knows.
enum class FrameClass : std::uint8_t {
  kAffect,   // X killed 58; 58 were killed (by X); 58 killed
  kUndergo,  // 58 died
  kLose,     // X lost 58: the object is of X's side
  kSuffer,   // X suffered 58 casualties: tells whose the casualties are
  kInflict,  // X inflicted 58 casualties: tells who did it
  kAct,      // X carried out 12 strikes: the object names the metric
  kEvent,    // noun: 58 deaths; the death of 58
  kTotal,    // noun: the toll rose to 58
  kCounter,  // noun: the number of dead stands at 58
  kState,    // adjective: 58 dead; 58 are missing
  kTally,    // X counted 58 missiles: under the frame's state or the metric counted last
};

// One word of a metric. `metric` counts people (or acts), `state` with the
// object's family gives the metric of things: "post" + "captured".
struct Frame {
  RuleId rule;
  FrameClass frame_class = FrameClass::kAffect;
  std::optional<MetricId> metric;
  std::string state;
  std::vector<std::vector<WordId>> with;  // one of these must follow: shot *down*; empty: nothing
  std::vector<std::vector<WordId>> without;  // none of these may follow: fell *ill*
  std::vector<WordId> objects;               // only these heads: claimed five *lives*; empty: any
  std::vector<std::vector<WordId>> object_names;  // heads of several words: an *F-16*
  std::vector<WordId> except;                     // never these heads: "four gunmen fled"
  std::optional<MetricId> after;  // the metric it takes where the last count was under that metric
  std::optional<MetricId> of;  // "identified 9 people killed": a verb of those another one counts
  bool part = false;           // "among the dead": part of a count before, where there is one
  bool single = false;         // "a jet was shot down" counts one: things are else scenery
  bool known = false;          // only objects that the noun rules know
  bool alone = false;          // a counter that says by itself what it counts: "the army's count"
  std::string manner;          // "execution": what it counts is part of the metric
  bool doer = false;           // counts only what "of" names: "the killers of the six priests"
  bool uncounted = false;      // "two massacres" are no two victims
  bool care = false;           // done for them, "treated 38": whoever does it is no actor
  bool negated = false;        // "12 could not be reached": only with a negated passive
  bool own = false;            // a counter by its own number: "61 names of those killed"
};

// Who or what a noun stands for.
struct ObjectNoun {
  std::optional<CategoryId> category;
  std::optional<CategoryId> where;  // the category in a text that tells of it and of no soldiers
  std::string family;               // of things: "post"; "" for people
  std::optional<MetricId> act;      // "airstrike": the metric it is counted under
  bool people = false;
  std::optional<MetricId> first;  // of them, where several are counted before: victims, killed
  std::optional<MetricId> never;  // a metric they are not counted under: survivors, killed
  bool barred = false;            // never a victim: cattle, shots
  bool victim = false;            // "the dead", "victims": points back to a count
  bool modifier = false;          // an adjective that tells the category: civilian
  bool head_only = false;         // "the official toll" is no toll of officials
  bool whole = false;             // "women and children": a union
  bool of_groups = false;         // what the members of an armed group are
};

struct FrameRules {
  std::vector<Frame> frames;
  std::map<WordId, std::vector<std::uint32_t>> verbs;  // by lemma -> frames
  // By WordId of a form: the same frames, the narrower first ("took 12 hostage"
  // before "took"); short: no frame.
  std::vector<std::vector<std::uint32_t>> verb_forms;
  PhraseTable nouns;    // surface forms of event, total, counter nouns -> frames
  PhraseTable states;   // surface forms of adjectives -> frames
  PhraseTable objects;  // surface forms -> object_nouns
  std::vector<ObjectNoun> object_nouns;
  std::optional<std::uint32_t> there;  // the frame of "there were no attacks"
  // "killed and wounded" with one number.
  struct Join {
    MetricId first, second, gives;
  };
  std::vector<Join> joins;

  // Read before the forms of words are known; made into the tables above by
  // FinishFrames.
  struct Pending {
    std::string word;
    std::uint32_t index = 0;
    bool plural = false;
  };
  std::vector<Pending> pending_nouns, pending_states, pending_objects;

  std::optional<MetricId> JoinOf(const MetricId& a, const MetricId& b) const;
};

// rules/languages/<tag>/metrics/*.yaml and nouns/*.yaml
void LoadFrameRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems);

// Makes the forms of nouns and checks metrics and categories against the
// taxonomy. Called once all files are read, after FinishSyntax.
void FinishFrames(Language* language, const Taxonomy& taxonomy, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
