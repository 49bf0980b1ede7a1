#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "model/id.h"
#include "rulebook/calendar_rules.h"
#include "rulebook/compare_rules.h"
#include "rulebook/cue_rules.h"
#include "rulebook/frame_rules.h"
#include "rulebook/number_rules.h"
#include "rulebook/party_rules.h"
#include "rulebook/place_rules.h"
#include "rulebook/syntax_rules.h"
#include "rulebook/taxonomy.h"
#include "rulebook/text_rules.h"
#include "rulebook/vocabulary.h"

namespace counterclaim {

// Everything that the rules say about one language, ready for use.
struct Language {
  std::string tag;  // "en"
  Vocabulary words;
  TextRules text;          // rules/languages/<tag>/text.yaml, words/*.yaml
  SyntaxRules syntax;      // .../syntax/*.yaml
  NumberRules numbers;     // .../numbers/*.yaml
  CalendarRules calendar;  // .../calendar.yaml
  FrameRules frames;       // .../metrics/*.yaml, nouns/*.yaml
  CueRules cues;           // .../cues/*.yaml
  PartyNames party_names;  // rules/parties/** and rules/places in this language's words
};

// One example beside a rule. What the text must give is checked by `rules test`.
struct RuleExample {
  enum class List : std::uint8_t { kFlags, kPasses, kMisses };
  List list = List::kFlags;
  YamlNode node;  // {text, claim: "killed >=58 soldier"} or a bare text
};

struct RuleFile {
  RuleId id;  // the path below rules/ without its extension
  std::string path;
  std::string about;
  std::vector<RuleExample> examples;
};

// All rules, checked and compiled; immutable. `hash` covers the bytes of every
// file in sorted path order.
struct Rulebook {
  std::vector<std::unique_ptr<Language>> languages;
  Taxonomy taxonomy;
  PartyTable parties;
  PlaceTable places;
  CompareRules compare;
  std::vector<RuleFile> files;  // sorted by id
  std::string hash;             // "sha256:..."

  // The pack for a BCP 47 tag or its longest prefix; null when there is none.
  const Language* FindLanguage(std::string_view tag) const;
};

// Reads every *.yaml below the folders (later folders add to, and by the same
// id replace, earlier ones). All problems of all files at once, sorted.
Result<std::shared_ptr<const Rulebook>> LoadRulebook(const std::vector<std::string>& folders);

// The rules folder that belongs to this program: $COUNTERCLAIM_RULES, else
// `rules` beside the executable or in its share/counterclaim. "" when absent.
std::string DefaultRulesFolder(const std::string& executable);

}  // namespace counterclaim
