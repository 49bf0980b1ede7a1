#include "rulebook/syntax_rules.h"

#include <algorithm>

#include "rulebook/rulebook.h"

namespace counterclaim {

namespace {

const std::map<std::string, WordClasses>& ClassNames() {
  static const std::map<std::string, WordClasses> kNames = {{"determiner", kDeterminer},
                                                            {"indefinite", kIndefinite},
                                                            {"possessive", kPossessive},
                                                            {"none", kNone},
                                                            {"any", kAny},
                                                            {"nobody", kNobody},
                                                            {"preposition", kPreposition},
                                                            {"of", kOf},
                                                            {"by", kBy},
                                                            {"to", kTo},
                                                            {"at", kAt},
                                                            {"from", kFrom},
                                                            {"including", kIncluding},
                                                            {"without", kWithout},
                                                            {"coordinator", kCoordinator},
                                                            {"subordinator", kSubordinator},
                                                            {"conditional", kConditional},
                                                            {"relative", kRelative},
                                                            {"pronoun", kPronoun},
                                                            {"be", kBe},
                                                            {"have", kHave},
                                                            {"do", kDo},
                                                            {"modal", kModal},
                                                            {"negation", kNegation},
                                                            {"adverb", kAdverb},
                                                            {"time", kTime},
                                                            {"feared", kFeared},
                                                            {"hope", kHope},
                                                            {"rest", kRest},
                                                            {"copula", kCopula},
                                                            {"that", kThat},
                                                            {"group", kGroup},
                                                            {"as", kAs},
                                                            {"absolute", kAbsolute},
                                                            {"among", kAmong},
                                                            {"amidst", kAmidst},
                                                            {"there", kThere},
                                                            {"being", kBeing},
                                                            {"them", kThem},
                                                            {"vouch", kVouch},
                                                            {"floating", kFloating},
                                                            {"pair", kPair},
                                                            {"severity", kSeverity},
                                                            {"at-once", kAtOnce},
                                                            {"own", kOwn},
                                                            {"bout", kBout},
                                                            {"remain", kRemain},
                                                            {"belong", kBelong}};
  return kNames;
}

const std::map<std::string, std::uint8_t>& FormNames() {
  static const std::map<std::string, std::uint8_t> kNames = {{"third", kThirdPerson},
                                                             {"past", kPast},
                                                             {"participle", kPastParticiple},
                                                             {"gerund", kGerund},
                                                             {"plural", kPlural}};
  return kNames;
}

void AddClass(Language* language, const std::string& text, WordClasses bit) {
  SyntaxRules& rules = language->syntax;
  const std::vector<std::string> words = SplitWords(text);
  std::vector<WordId> ids;
  ids.reserve(words.size());
  for (const std::string& word : words) ids.push_back(language->words.Add(word));
  if (ids.size() == 1) {
    if (rules.classes.size() <= ids[0]) rules.classes.resize(ids[0] + 1);
    rules.classes[ids[0]] |= bit;
    return;
  }
  if (bit & (kNone | kNobody)) MarkScanWord(language, ids.front(), kScanNone);
  if (bit & (kIndefinite | kNone | kNobody | kAny | kWithout))
    MarkScanWord(language, ids.front(), kScanQuantity);
  if (bit & (kThere | kAbsolute)) MarkScanWord(language, ids.front(), kScanAbsence);
  if (bit & (kIncluding | kAmong)) MarkScanWord(language, ids.front(), kScanPart);
  rules.phrases.Add(ids, static_cast<std::uint32_t>(rules.phrase_classes.size()));
  rules.phrase_classes.push_back(bit);
}

void ReadClasses(YamlReader* reader, Language* language, std::vector<Diagnostic>* problems) {
  const YamlNode* node = reader->Node("classes");
  if (!node) return;
  YamlReader classes(reader->file(), *node, problems);
  for (const auto& [name, bit] : ClassNames()) {
    for (const std::string& text : classes.Strings(name)) AddClass(language, text, bit);
  }
  classes.Finish();
}

void ReadInflection(YamlReader* reader, Language* language, std::vector<Diagnostic>* problems) {
  const YamlNode* node = reader->Node("inflection");
  if (!node) return;
  YamlReader forms(reader->file(), *node, problems);
  for (const auto& [name, bit] : FormNames()) {
    for (YamlReader& entry : forms.Maps(name)) {
      SyntaxRules::Step step;
      step.ends = entry.Strings("ends");
      step.cut = static_cast<std::size_t>(entry.Integer("cut").value_or(0));
      step.add = entry.String("add").value_or("");
      entry.Finish();
      language->syntax.inflection[bit].push_back(std::move(step));
    }
  }
  forms.Finish();
}

void ReadIrregular(YamlReader* reader, Language* language) {
  for (YamlReader& entry : reader->Maps("irregular")) {
    const std::string lemma = entry.RequiredString("lemma");
    SyntaxRules::Irregular forms;
    forms.past = entry.RequiredString("past");
    forms.participle = entry.String("participle").value_or(forms.past);
    forms.gerund = entry.String("gerund").value_or("");
    forms.third = entry.String("third").value_or("");
    entry.Finish();
    language->syntax.irregular[lemma] = forms;
  }
}

void ReadUnknown(YamlReader* reader, Language* language) {
  for (YamlReader& entry : reader->Maps("unknown")) {
    SyntaxRules::Ending ending;
    ending.letters = entry.RequiredString("ends");
    const std::string is = entry.OneOf("is", {"participle", "gerund", "adverb"}).value_or("adverb");
    ending.adverb = is == "adverb";
    if (is == "participle") ending.forms = kPast | kPastParticiple;
    if (is == "gerund") ending.forms = kGerund;
    entry.Finish();
    language->syntax.unknown.push_back(std::move(ending));
  }
}

void ReadPlurals(YamlReader* reader, Language* language, std::vector<Diagnostic>* problems) {
  const YamlNode* node = reader->Node("plurals");
  if (!node) return;
  YamlReader plurals(reader->file(), *node, problems);
  language->syntax.plural_ends = plurals.Strings("ends");
  language->syntax.not_plural_ends = plurals.Strings("except");
  for (const std::string& word : plurals.Strings("words"))
    language->syntax.plural_words.insert(language->words.Add(word));
  plurals.Finish();
}

std::string Apply(const SyntaxRules& rules, std::uint8_t form, const std::string& lemma) {
  const auto steps = rules.inflection.find(form);
  if (steps == rules.inflection.end()) return lemma;
  for (const SyntaxRules::Step& step : steps->second) {
    const bool fits =
        step.ends.empty() || std::any_of(step.ends.begin(), step.ends.end(),
                                         [&](const auto& end) { return lemma.ends_with(end); });
    if (fits && step.cut < lemma.size()) return lemma.substr(0, lemma.size() - step.cut) + step.add;
  }
  return lemma;
}

class Inflector {
 public:
  explicit Inflector(Language* language) : language_(language) {}

  void Add(const std::string& lemma, bool noun) {
    const SyntaxRules& rules = language_->syntax;
    const auto irregular = rules.irregular.find(lemma);
    Form(lemma, lemma, kBaseForm, noun);
    if (irregular != rules.irregular.end()) {
      const auto& forms = irregular->second;
      Variants(lemma, forms.past, kPast);
      Variants(lemma, forms.participle, kPastParticiple);
      Form(lemma, forms.gerund.empty() ? Apply(rules, kGerund, lemma) : forms.gerund, kGerund,
           noun);
      Form(lemma, forms.third.empty() ? Apply(rules, kThirdPerson, lemma) : forms.third,
           kThirdPerson, noun);
      return;
    }
    const bool doubles = std::binary_search(rules.doubling.begin(), rules.doubling.end(), lemma);
    const std::string stem = doubles ? lemma + lemma.back() : lemma;
    Form(lemma, Apply(rules, kPast, stem), kPast | kPastParticiple, false);
    Form(lemma, Apply(rules, kGerund, stem), kGerund, noun);
    Form(lemma, Apply(rules, kThirdPerson, lemma), kThirdPerson, noun);
  }

 private:
  // "burned|burnt"
  void Variants(const std::string& lemma, const std::string& words, int forms) {
    for (std::size_t at = 0; at <= words.size();) {
      const std::size_t end = std::min(words.find('|', at), words.size());
      Form(lemma, words.substr(at, end - at), forms, false);
      at = end + 1;
    }
  }

  void Form(const std::string& lemma, const std::string& word, int forms, bool noun) {
    SyntaxRules& rules = language_->syntax;
    const WordId id = language_->words.Add(word);
    const WordId lemma_id = language_->words.Add(lemma);
    if (rules.verbs.size() <= id)
      rules.verbs.resize(std::max<std::size_t>(id + 1, language_->words.size()));
    if (rules.noun_too.size() < rules.verbs.size()) rules.noun_too.resize(rules.verbs.size());
    if (noun) rules.noun_too[id] = 1;
    for (VerbReading& reading : rules.verbs[id]) {
      if (reading.lemma != lemma_id) continue;
      reading.forms = static_cast<std::uint8_t>(reading.forms | forms);
      return;
    }
    rules.verbs[id].push_back({lemma_id, static_cast<std::uint8_t>(forms)});
  }

  Language* language_;
};

}  // namespace

void LoadSyntaxRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  YamlReader reader(file, file.root, problems);
  if (reader.Bool("free-order").value_or(false)) language->syntax.free_order = true;
  if (reader.Bool("bare-of").value_or(false)) language->syntax.bare_of = true;
  ReadClasses(&reader, language, problems);
  ReadInflection(&reader, language, problems);
  ReadIrregular(&reader, language);
  ReadUnknown(&reader, language);
  ReadPlurals(&reader, language, problems);
  for (const std::string& lemma : reader.Strings("doubling"))
    language->syntax.doubling.push_back(lemma);
  for (const std::string& lemma : reader.Strings("verbs"))
    language->syntax.lemmas.emplace(lemma, false);
  for (const std::string& lemma : reader.Strings("noun-verbs"))
    language->syntax.lemmas[lemma] = true;
  reader.Finish();
}

void FinishSyntax(Language* language) {
  SyntaxRules& rules = language->syntax;
  std::sort(rules.doubling.begin(), rules.doubling.end());
  Inflector inflector(language);
  for (const auto& [lemma, noun] : rules.lemmas) inflector.Add(lemma, noun);
}

std::string PluralOf(const SyntaxRules& rules, const std::string& singular) {
  return Apply(rules, kPlural, singular);
}

bool SyntaxRules::EndsInPlural(std::string_view word) const {
  const auto ends = [&](const std::string& end) {
    return word.size() > end.size() + 1 && word.ends_with(end);
  };
  return std::any_of(plural_ends.begin(), plural_ends.end(), ends) &&
         std::none_of(not_plural_ends.begin(), not_plural_ends.end(), ends);
}

void FinishWordFacts(Language* language) {
  SyntaxRules& rules = language->syntax;
  rules.facts.resize(language->words.size());
  for (WordId id = 1; id < rules.facts.size(); ++id) {
    SyntaxRules::WordFacts& facts = rules.facts[id];
    facts.classes = rules.ClassOf(id);
    if (const auto* readings = rules.FindVerb(id)) {
      for (const VerbReading& reading : *readings) facts.forms |= reading.forms;
      facts.verb = true;
    }
    facts.noun_too = rules.NounToo(id);
    facts.plural = rules.plural_words.contains(id) || rules.EndsInPlural(language->words.Word(id));
    facts.phrase = rules.phrases.StartsWith(id);
    facts.state = language->frames.states.StartsWith(id);
    facts.object = language->frames.objects.StartsWith(id);
  }
  for (const PhraseTable::Phrase& phrase : language->frames.nouns.Phrases()) {
    for (const std::uint32_t value : *phrase.values) {
      if (language->frames.frames[value].frame_class == FrameClass::kCounter)
        rules.facts[phrase.words.front()].counter = true;
    }
  }
}

}  // namespace counterclaim
