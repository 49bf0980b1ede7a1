#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/finding.h"
#include "model/id.h"
#include "rulebook/yaml.h"

namespace counterclaim {

// What a rule may ask of a relation before it names its severity and words.
struct RelationTraits {
  bool one_article = false;   // all claims stand in one article
  bool same_source = false;
  bool narrator = false;      // one of the sides is an article's own voice
  bool all_conventions = true;  // holds however vague words are read
};

// rules/compare/*.yaml, one relation a file: the finding's severity and
// sentence. Of the rules whose conditions hold, the one with most conditions
// speaks; ties go to the smaller id.
struct CompareRule {
  RuleId id;
  Kind relation = Kind::kContradiction;
  std::optional<bool> one_article, same_source, narrator, all_conventions;
  Severity severity = Severity::kNote;
  std::string message;        // {a.source} {a.count} {a.metric} {a.object}, the same for b, {count}, {ratio}

  int Conditions() const;
  bool Fits(Kind kind, const RelationTraits& traits) const;
};

struct CompareRules {
  std::vector<CompareRule> rules;            // sorted by id
  std::map<std::string, std::string> hints;  // rules/compare/hints.yaml: id -> sentence

  const CompareRule* Find(Kind kind, const RelationTraits& traits) const;
};

void LoadCompareRules(const YamlFile& file, CompareRules* rules, std::vector<Diagnostic>* problems);

}  // namespace counterclaim
