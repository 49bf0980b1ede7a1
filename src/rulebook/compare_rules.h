#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "model/finding.h"
#include "model/id.h"
#include "rulebook/yaml.h"

namespace counterclaim {

// What a rule may ask of a relation before it names its severity and words.
struct RelationTraits {
  bool one_article = false;  // all claims stand in one article
  bool same_source = false;
  bool narrator = false;        // one of the sides is an article's own voice
  bool all_conventions = true;  // holds however vague words are read
  bool event_sure = true;       // the claims themselves say that it is one event
  bool opposed = false;         // the sources are parties against one another
  double gap = 1;               // ratio of the nearest ends of what readers take from the figures
};

// rules/compare/*.yaml, one relation a file: the finding's severity and
// sentence. Of the rules whose conditions hold, the one with most conditions
// speaks; ties go to the smaller id. A silent rule drops the finding.
struct CompareRule {
  RuleId id;
  Kind relation = Kind::kContradiction;
  std::optional<bool> one_article, same_source, narrator, all_conventions, event_sure, opposed;
  std::optional<double> gap_at_least;
  std::vector<std::string> metrics;  // of either side; empty: any
  Severity severity = Severity::kNote;
  bool silent = false;
  std::string message;  // {a.source} {a.count} {a.metric} {a.object}, the same for b; {ratio},
                        // {set}, {event}
  std::string alone;    // of a denial: where one claim is rejected; {deniers} as well

  int Conditions() const;
  bool Fits(Kind kind, const RelationTraits& traits, const std::vector<std::string_view>& of) const;
};

// Words that tell what kind of happening a sentence speaks of, in one
// language: an earthquake, an air raid. Kinds are bits; `apart` words say that
// it is another one of its kind ("a second ambush").
struct IncidentWords {
  std::vector<std::string> names;         // by bit
  std::vector<std::uint64_t> compatible;  // by bit: kinds that may be one happening
  std::unordered_map<std::string, std::uint64_t> phrases;  // folded, words joined by one space
  std::unordered_map<std::string, bool> apart;
  std::unordered_map<std::string, bool> alone;  // "in the city itself": not the whole
  std::unordered_map<std::string, bool> areas;  // "on its side", "rebel-held": where one rules
  // "hospital", "residents": who counts what came to them or what they saw.
  std::unordered_set<std::string> witnesses;
  std::unordered_set<std::string> own_people;       // "our colleagues": known to who counts them
  std::unordered_set<std::string> foreigners;       // "26 foreign victims": some of all
  std::unordered_set<std::string> groups;           // prisoners: none of them is not nobody
  std::unordered_map<std::string, bool> elsewhere;  // "elsewhere": not where the text was before
  std::unordered_set<std::string> apart_behind;     // "an ambush of its own, a second one"
  // "by evening": newer than what else the article tells of that day.
  std::unordered_set<std::string> later;
  std::unordered_set<std::string> persists;  // "keeps to": a figure that is not given up
  std::unordered_set<std::string> starts;    // first words of phrases, areas and `later`
  std::size_t longest = 1;                   // words of the longest phrase

  struct Found {
    std::uint64_t kinds = 0;  // named in the sentence
    bool apart = false;       // "another attack": said to be one apart
    bool elsewhere = false;
    bool alone = false;
    bool later = false;
    bool persists = false;
    std::string area;  // the words of `areas` in it; empty: none
  };
  Found Find(std::string_view sentence) const;
  bool IsWitness(std::string_view source) const;          // one of `witnesses` stands in it
  bool AreOwn(std::string_view counted) const;            // a word or two of `own_people`
  bool AreForeign(std::string_view counted) const;        // one of `foreigners` stands in it
  bool AreGroup(std::string_view counted) const;          // one of `groups` stands in it
  bool Conflict(std::uint64_t a, std::uint64_t b) const;  // both name kinds and none may be one
};

struct CompareRules {
  std::vector<CompareRule> rules;            // sorted by id
  std::map<std::string, std::string> hints;  // rules/compare/hints.yaml: id -> sentence
  std::map<std::string, IncidentWords, std::less<>> incidents;  // by language tag

  const CompareRule* Find(Kind kind, const RelationTraits& traits,
                          const std::vector<std::string_view>& of) const;
  // Those of "en" for "en-GB" as well; null: the language has none.
  const IncidentWords* IncidentsOf(std::string_view language) const;
};

void LoadCompareRules(const YamlFile& file, CompareRules* rules, std::vector<Diagnostic>* problems);
// rules/languages/<tag>/incidents.yaml
void LoadIncidentRules(const YamlFile& file, const std::string& tag, CompareRules* rules,
                       std::vector<Diagnostic>* problems);

}  // namespace counterclaim
