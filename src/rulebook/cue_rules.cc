#include "rulebook/cue_rules.h"

#include <algorithm>
#include <utility>

#include "rulebook/rulebook.h"

namespace counterclaim {

namespace {

constexpr std::pair<const char*, std::uint64_t> kWords[] = {{"determiner", kDeterminerWord},
                                                            {"possessor", kPossessorWord},
                                                            {"preposition", kPrepositionWord},
                                                            {"that", kThatWord},
                                                            {"opener", kOpenerWord},
                                                            {"turn", kTurnWord},
                                                            {"and", kAndWord},
                                                            {"relative", kRelativeWord},
                                                            {"institution", kInstitutionWord},
                                                            {"be", kBeWord},
                                                            {"have", kHaveWord},
                                                            {"modal", kModalWord},
                                                            {"not", kNotWord},
                                                            {"adverb", kAdverbWord},
                                                            {"time", kTimeWord},
                                                            {"he", kHeWord},
                                                            {"she", kSheWord},
                                                            {"it", kItWord},
                                                            {"they", kTheyWord},
                                                            {"first", kFirstWord},
                                                            {"to", kToWord},
                                                            {"by", kByWord},
                                                            {"from", kFromWord},
                                                            {"of", kOfWord},
                                                            {"as", kAsWord},
                                                            {"at", kAtWord},
                                                            {"title", kTitleWord},
                                                            {"state", kStateWord},
                                                            {"figure", kFigureWord},
                                                            {"such", kSuchWord},
                                                            {"more", kMoreWord},
                                                            {"part", kPartWord},
                                                            {"own", kPersonalWord},
                                                            {"verb", kVerbWord},
                                                            {"share", kShareWord},
                                                            {"ask", kAskWord},
                                                            {"plural", kPluralWord},
                                                            {"object", kObjectWord},
                                                            {"enemy", kEnemyWord},
                                                            {"earlier", kEarlierWord},
                                                            {"untrue", kUntrueWord},
                                                            {"true", kTrueWord},
                                                            {"lead", kLeadWord},
                                                            {"mine", kMineWord},
                                                            {"his", kHisWord},
                                                            {"here", kHereWord},
                                                            {"handle", kHandleWord},
                                                            {"origin", kOriginWord},
                                                            {"mention", kMentionWord},
                                                            {"governmental", kGovernmentalWord},
                                                            {"rebel", kRebelWord},
                                                            {"still", kStillWord}};

constexpr std::pair<const char*, CueTakes> kTakes[] = {
    {"that", kTakesThat},       {"bare", kTakesBare},       {"figure", kTakesFigure},
    {"noun", kTakesNoun},       {"hearer", kTakesHearer},   {"origin", kTakesOrigin},
    {"record", kTakesRecord},   {"passive", kTakesPassive}, {"gerund", kTakesGerund},
    {"quote", kTakesQuoteOnly}, {"change", kTakesChange},   {"losses", kTakesLosses}};

constexpr std::pair<const char*, WordForm> kForms[] = {
    {"third", kThirdPerson}, {"past", kPast}, {"participle", kPastParticiple}, {"gerund", kGerund}};

constexpr Strength kStrengths[] = {Strength::kConfirmed, Strength::kStated, Strength::kClaimed,
                                   Strength::kAlleged, Strength::kUnattributed};
constexpr Stance kStances[] = {Stance::kDenied, Stance::kHypothetical, Stance::kFeared,
                               Stance::kExpected, Stance::kQuestioned};
constexpr std::pair<const char*, SpeakerClass> kSpeakers[] = {
    {"person", SpeakerClass::kPerson},
    {"people", SpeakerClass::kPeople},
    {"body", SpeakerClass::kBody},
    {"document", SpeakerClass::kDocument}};

class Loader {
 public:
  Loader(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems)
      : reader_(file, file.root, problems),
        file_(file),
        language_(*language),
        problems_(problems) {}

  void Load() {
    rule_ = RuleId(reader_.RequiredString("id"));
    reader_.Has("about"), reader_.Has("tests");
    Words();
    Inflection();
    for (YamlReader& entry : maps_ = reader_.Maps("verbs")) Verb(&entry);
    for (YamlReader& entry : maps_ = reader_.Maps("nouns")) Noun(&entry);
    Phrases("before", &cues().before);
    Phrases("after", &cues().after);
    for (YamlReader& entry : maps_ = reader_.Maps("speakers")) Speaker(&entry);
    for (const std::string& phrase : reader_.Strings("carries")) cues().carries.Add(Ids(phrase), 1);
    for (const std::string& phrase : reader_.Strings("breaks")) cues().breaks.Add(Ids(phrase), 1);
    for (const std::string& phrase : reader_.Strings("continues"))
      cues().continues.Add(Ids(phrase), 1);
    for (const std::string& phrase : reader_.Strings("partitives"))
      cues().partitives.Add(Ids(phrase), 1);
    Suffixes();
    Calamity();
    Compile();
    reader_.Finish();
  }

 private:
  CueRules& cues() { return language_.cues; }

  std::vector<WordId> Ids(const std::string& phrase) {
    std::vector<WordId> ids;
    for (const std::string& word : SplitWords(phrase)) ids.push_back(language_.words.Add(word));
    return ids;
  }

  template <typename Value>
  Value& At(const std::string& word, std::vector<Value>* table) {
    const WordId id = language_.words.Add(word);
    if (table->size() <= id) table->resize(id + 1);
    return (*table)[id];
  }

  void Words() {
    const YamlNode* node = reader_.Node("words");
    if (!node) return;
    YamlReader lists(file_, *node, problems_);
    for (const auto& [name, bit] : kWords) {
      for (const std::string& word : lists.Strings(name)) At(word, &cues().words) |= bit;
    }
    lists.Finish();
  }

  void Suffixes() {
    const YamlNode* node = reader_.Node("suffixes");
    if (!node) return;
    YamlReader lists(file_, *node, problems_);
    cues().adverb_ends = lists.Strings("adverb");
    cues().past_ends = lists.Strings("past");
    cues().gerund_ends = lists.Strings("gerund");
    cues().plural_ends = lists.Strings("plural");
    lists.Finish();
  }

  void Calamity() {
    const YamlNode* node = reader_.Node("calamity");
    if (!node) return;
    YamlReader lists(file_, *node, problems_);
    std::uint8_t kind = 0;
    for (const char* each : {"disaster", "war", "forces", "assault", "unrest"}) {
      ++kind;
      for (const std::string& word : lists.Strings(each)) At(word, &cues().calamity) = kind;
    }
    lists.Finish();
  }

  void Inflection() {
    const YamlNode* node = reader_.Node("inflection");
    if (!node) return;
    YamlReader lists(file_, *node, problems_);
    for (const auto& [name, form] : kForms) {
      const YamlNode* endings = lists.Node(name);
      if (!endings) continue;
      for (const auto& [from, to] : endings->map) {
        cues().endings.push_back({from.scalar, to.scalar, static_cast<std::uint8_t>(form)});
      }
    }
    std::stable_sort(cues().endings.begin(), cues().endings.end(),
                     [](const auto& a, const auto& b) { return a.from.size() > b.from.size(); });
    lists.Finish();
  }

  Strength ReadStrength(YamlReader* entry) {
    std::vector<std::string> names;
    for (const Strength each : kStrengths) names.push_back(ToText(each));
    const auto named = entry->OneOf("strength", names);
    for (const Strength each : kStrengths) {
      if (named && *named == ToText(each)) return each;
    }
    return Strength::kStated;
  }

  std::optional<Stance> ReadStance(YamlReader* entry) {
    std::vector<std::string> names;
    for (const Stance each : kStances) names.push_back(ToText(each));
    const auto named = entry->OneOf("stance", names);
    for (const Stance each : kStances) {
      if (named && *named == ToText(each)) return each;
    }
    return std::nullopt;
  }

  std::uint16_t ReadTakes(YamlReader* entry) {
    std::uint16_t takes = 0;
    for (const std::string& name : entry->Strings("takes")) {
      const auto known = std::find_if(std::begin(kTakes), std::end(kTakes),
                                      [&](const auto& each) { return name == each.first; });
      if (known == std::end(kTakes)) {
        entry->Problem("R021", *entry->Node("takes"), "not a way to take content: " + name);
      } else {
        takes = static_cast<std::uint16_t>(takes | known->second);
      }
    }
    return takes;
  }

  void Verb(YamlReader* entry) {
    CueVerb verb;
    verb.rule = rule_;
    verb.strength = ReadStrength(entry);
    verb.stance = ReadStance(entry);
    verb.takes = ReadTakes(entry);
    for (const std::string& word : entry->Strings("except"))
      verb.except.push_back(language_.words.Add(word));
    verb.relays = entry->Bool("relays").value_or(false);
    verb.opens = entry->Bool("opens").value_or(false);
    verb.rejects = entry->Bool("rejects").value_or(false);
    verb.weak = entry->Bool("weak").value_or(false);
    std::map<std::uint8_t, std::string> irregular;
    for (const auto& [name, form] : kForms) {
      if (const auto word = entry->String(name)) irregular[static_cast<std::uint8_t>(form)] = *word;
    }
    if (irregular.contains(kPast) && !irregular.contains(kPastParticiple)) {
      irregular[kPastParticiple] = irregular[kPast];
    }
    for (const std::string& lemma : entry->Strings("verb")) {
      verb.lemma = lemma;
      cues().pending.push_back({static_cast<std::uint32_t>(cues().verb_list.size()), irregular});
      cues().verb_list.push_back(verb);
    }
    entry->Finish();
  }

  void Noun(YamlReader* entry) {
    CueNoun noun{rule_, ReadStrength(entry), ReadStance(entry),
                 entry->Bool("document").value_or(false), entry->Bool("count").value_or(false)};
    cues().noun_list.push_back(noun);
    const auto index = static_cast<std::uint32_t>(cues().noun_list.size() - 1);
    for (const std::string& word : entry->Strings("noun")) cues().nouns.Add(Ids(word), index);
    entry->Finish();
  }

  void Phrases(const char* key, PhraseTable* table) {
    for (YamlReader& entry : maps_ = reader_.Maps(key)) {
      cues().phrase_list.push_back({rule_, ReadStrength(&entry), ReadStance(&entry),
                                    entry.Bool("origin").value_or(false),
                                    entry.Bool("unsourced").value_or(false)});
      const auto index = static_cast<std::uint32_t>(cues().phrase_list.size() - 1);
      for (const std::string& phrase : entry.Strings("phrase")) table->Add(Ids(phrase), index);
      entry.Finish();
    }
  }

  void Speaker(YamlReader* entry) {
    SpeakerNoun noun;
    const auto named = entry->OneOf("as", {"person", "people", "body", "document"});
    for (const auto& [name, speaker] : kSpeakers) {
      if (named && *named == name) noun.speaker = speaker;
    }
    const auto alone = entry->OneOf("alone", {"third_party", "unnamed", "party"});
    if (alone && *alone == "unnamed") noun.alone = SourceKind::kUnnamed;
    if (alone && *alone == "party") noun.alone = SourceKind::kParty;
    noun.rebel = entry->Bool("rebel").value_or(false);
    noun.official = entry->Bool("official").value_or(false);
    noun.neutral = entry->Bool("neutral").value_or(false);
    noun.local = entry->Bool("local").value_or(false);
    noun.voice = entry->Bool("voice").value_or(false);
    noun.outlet = entry->Bool("outlet").value_or(false);
    noun.state = entry->Bool("state").value_or(false);
    noun.generic = entry->Bool("generic").value_or(false);
    cues().speaker_list.push_back(noun);
    const auto index = static_cast<std::uint32_t>(cues().speaker_list.size() - 1);
    for (const std::string& word : entry->Strings("noun")) cues().speakers.Add(Ids(word), index);
    entry->Finish();
  }

  // One form of a verb; of a phrase, the first word is the one inflected.
  void AddForm(std::uint32_t verb, const std::string& first, const std::string& rest,
               std::uint8_t forms) {
    cues().verb_forms.push_back({verb, forms});
    cues().verbs.Add(Ids(first + rest), static_cast<std::uint32_t>(cues().verb_forms.size() - 1));
  }

  std::string Inflected(const std::string& word, std::uint8_t form) {
    for (const CueRules::Ending& ending : cues().endings) {
      if (ending.forms == form && word.ends_with(ending.from)) {
        return word.substr(0, word.size() - ending.from.size()) + ending.to;
      }
    }
    return word;
  }

  void Compile() {
    if (cues().endings.empty()) return;
    for (const CueRules::Pending& each : cues().pending) {
      const std::string& lemma = cues().verb_list[each.verb].lemma;
      const std::size_t space = std::min(lemma.find(' '), lemma.size());
      const std::string word = lemma.substr(0, space), rest = lemma.substr(space);
      std::map<std::string, std::uint8_t> forms = {{word, static_cast<std::uint8_t>(kBaseForm)}};
      for (const auto& [name, form] : kForms) {
        const auto bit = static_cast<std::uint8_t>(form);
        const auto irregular = each.irregular.find(bit);
        const std::string made = irregular != each.irregular.end() ? irregular->second
                                 : bit == kPastParticiple          ? Inflected(word, kPast)
                                                                   : Inflected(word, bit);
        forms[made] = static_cast<std::uint8_t>(forms[made] | bit);
      }
      for (const auto& [made, bits] : forms) AddForm(each.verb, made, rest, bits);
    }
    cues().pending.clear();
  }

  YamlReader reader_;
  const YamlFile& file_;
  Language& language_;
  std::vector<Diagnostic>* problems_;
  RuleId rule_;
  std::vector<YamlReader> maps_;
};

}  // namespace

void LoadCueRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  Loader(file, language, problems).Load();
}

}  // namespace counterclaim
