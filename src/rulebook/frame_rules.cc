#include "rulebook/frame_rules.h"

#include <algorithm>

#include "rulebook/rulebook.h"

namespace counterclaim {

namespace {

const std::map<std::string, FrameClass>& Classes() {
  static const std::map<std::string, FrameClass> kClasses = {
      {"affect", FrameClass::kAffect},   {"undergo", FrameClass::kUndergo},
      {"lose", FrameClass::kLose},       {"suffer", FrameClass::kSuffer},
      {"inflict", FrameClass::kInflict}, {"act", FrameClass::kAct},
      {"event", FrameClass::kEvent},     {"total", FrameClass::kTotal},
      {"counter", FrameClass::kCounter}, {"state", FrameClass::kState},
      {"tally", FrameClass::kTally}};
  return kClasses;
}

std::vector<std::string> ClassNames() {
  std::vector<std::string> names;
  for (const auto& [name, frame_class] : Classes()) names.push_back(name);
  return names;
}

class FrameReader {
 public:
  FrameReader(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems)
      : reader_(file, file.root, problems), language_(language), rules_(language->frames) {}

  void Read() {
    rule_ = RuleId(reader_.String("id").value_or(""));
    if (const auto metric = reader_.String("metric")) metric_ = MetricId(*metric);
    state_ = reader_.String("state").value_or("");
    for (YamlReader& entry : reader_.Maps("verbs")) ReadVerb(&entry);
    for (YamlReader& entry : reader_.Maps("nouns")) ReadWords(&entry, &rules_.pending_nouns, true);
    for (YamlReader& entry : reader_.Maps("adjectives"))
      ReadWords(&entry, &rules_.pending_states, false);
    for (YamlReader& entry : reader_.Maps("there")) {
      rules_.there = static_cast<std::uint32_t>(rules_.frames.size());
      rules_.frames.push_back(Start(&entry));
      entry.Finish();
    }
    for (YamlReader& entry : reader_.Maps("joins")) ReadJoin(&entry);
    for (YamlReader& entry : reader_.Maps("people")) ReadObject(&entry, true);
    for (YamlReader& entry : reader_.Maps("things")) ReadObject(&entry, false);
    reader_.Finish();
  }

 private:
  std::vector<WordId> Words(const std::string& text) {
    std::vector<WordId> ids;
    for (const std::string& word : SplitWords(text)) ids.push_back(language_->words.Add(word));
    return ids;
  }

  Frame Start(YamlReader* entry) {
    Frame frame;
    frame.rule = rule_;
    frame.metric = metric_;
    frame.state = state_;
    if (const auto name = entry->OneOf("class", ClassNames()))
      frame.frame_class = Classes().at(*name);
    if (frame.frame_class == FrameClass::kTally) {
      frame.metric.reset();
      frame.state.clear();
    }
    if (const auto metric = entry->String("metric")) frame.metric = MetricId(*metric);
    if (const auto state = entry->String("state")) frame.state = *state;
    if (entry->Bool("things").value_or(false)) frame.metric.reset();
    frame.manner = entry->String("manner").value_or("");
    if (const auto after = entry->String("after")) frame.after = MetricId(*after);
    if (const auto of = entry->String("of")) frame.of = MetricId(*of);
    frame.part = entry->Bool("part").value_or(false);
    frame.single = entry->Bool("single").value_or(false);
    frame.known = entry->Bool("known").value_or(false);
    frame.alone = entry->Bool("alone").value_or(false);
    frame.own = entry->Bool("own").value_or(false);
    frame.doer = entry->Bool("doer").value_or(false);
    frame.uncounted = entry->Bool("uncounted").value_or(false);
    frame.care = entry->Bool("care").value_or(false);
    frame.negated = entry->Bool("negated").value_or(false);
    for (const std::string& with : entry->Strings("with")) frame.with.push_back(Words(with));
    for (const std::string& without : entry->Strings("without"))
      frame.without.push_back(Words(without));
    for (const std::string& object : entry->Strings("object")) {
      const std::vector<WordId> words = Words(object);
      if (words.size() == 1)
        frame.objects.push_back(words.front());
      else
        frame.object_names.push_back(words);
    }
    for (const std::string& except : entry->Strings("except")) {
      for (WordId word : Words(except)) frame.except.push_back(word);
    }
    return frame;
  }

  void ReadVerb(YamlReader* entry) {
    const std::vector<std::string> lemmas = entry->Strings("lemma");
    const bool noun = entry->Bool("noun").value_or(false);
    const Frame frame = Start(entry);
    entry->Finish();
    for (const std::string& lemma : lemmas) {
      bool& known = language_->syntax.lemmas[lemma];
      known = known || noun;
      rules_.verbs[language_->words.Add(lemma)].push_back(
          static_cast<std::uint32_t>(rules_.frames.size()));
    }
    rules_.frames.push_back(frame);
  }

  void ReadWords(YamlReader* entry, std::vector<FrameRules::Pending>* pending, bool plural) {
    const auto index = static_cast<std::uint32_t>(rules_.frames.size());
    for (const std::string& word : entry->Strings("word"))
      pending->push_back({word, index, plural});
    rules_.frames.push_back(Start(entry));
    entry->Finish();
  }

  void ReadJoin(YamlReader* entry) {
    FrameRules::Join join;
    join.first = MetricId(entry->RequiredString("first"));
    join.second = MetricId(entry->RequiredString("second"));
    join.gives = MetricId(entry->RequiredString("gives"));
    entry->Finish();
    rules_.joins.push_back(std::move(join));
  }

  void ReadObject(YamlReader* entry, bool people) {
    ObjectNoun noun;
    noun.people = people;
    if (const auto category = entry->String("category")) noun.category = CategoryId(*category);
    if (const auto where = entry->String("where")) noun.where = CategoryId(*where);
    if (const auto act = entry->String("act")) noun.act = MetricId(*act);
    noun.family = entry->String("family").value_or("");
    noun.barred = entry->Bool("barred").value_or(false);
    if (const auto never = entry->String("never")) noun.never = MetricId(*never);
    if (const auto first = entry->String("first")) noun.first = MetricId(*first);
    noun.victim = entry->Bool("victim").value_or(false);
    noun.modifier = entry->Bool("modifier").value_or(false);
    noun.head_only = entry->Bool("head-only").value_or(false);
    noun.whole = entry->Bool("union").value_or(false);
    noun.of_groups = entry->Bool("of-groups").value_or(false);
    const auto index = static_cast<std::uint32_t>(rules_.object_nouns.size());
    const bool plural = !noun.modifier && !noun.whole;
    for (const std::string& word : entry->Strings("words"))
      rules_.pending_objects.push_back({word, index, plural});
    entry->Finish();
    rules_.object_nouns.push_back(std::move(noun));
  }

  YamlReader reader_;
  Language* language_;
  FrameRules& rules_;
  RuleId rule_;
  std::optional<MetricId> metric_;
  std::string state_;
};

// The word of a phrase that tells most, which is the longest: no sentence
// without it holds the phrase.
WordId KeyOf(const Language& language, const std::vector<WordId>& words) {
  return *std::max_element(words.begin(), words.end(), [&](WordId a, WordId b) {
    return language.words.Word(a).size() < language.words.Word(b).size();
  });
}

// "man|men" names both forms; otherwise the plural is made. The key of each form
// gets the scan bits.
void AddForms(Language* language, const FrameRules::Pending& pending, std::uint16_t scan_bits,
              PhraseTable* table) {
  std::vector<std::string> forms;
  const std::size_t bar = pending.word.find('|');
  if (bar != std::string::npos) {
    forms = {pending.word.substr(0, bar), pending.word.substr(bar + 1)};
  } else {
    forms = {pending.word};
    if (pending.plural) forms.push_back(PluralOf(language->syntax, pending.word));
  }
  for (const std::string& form : forms) {
    std::vector<WordId> ids;
    for (const std::string& word : SplitWords(form)) ids.push_back(language->words.Add(word));
    if (ids.empty()) continue;
    table->Add(ids, pending.index);
    if (scan_bits != 0) MarkScanWord(language, KeyOf(*language, ids), scan_bits);
  }
}

// How many words a frame asks for.
std::size_t WidthOf(const Frame& frame) {
  std::size_t words = frame.objects.empty() ? 0 : 1;
  for (const auto& with : frame.with) words = std::max(words, with.size());
  return words;
}

void AddVerbForms(const SyntaxRules& syntax, FrameRules* rules) {
  rules->verb_forms.resize(syntax.verbs.size());
  for (WordId word = 1; word < syntax.verbs.size(); ++word) {
    auto& frames = rules->verb_forms[word];
    for (const VerbReading& reading : syntax.verbs[word]) {
      const auto found = rules->verbs.find(reading.lemma);
      if (found != rules->verbs.end())
        frames.insert(frames.end(), found->second.begin(), found->second.end());
    }
    std::stable_sort(frames.begin(), frames.end(), [&](std::uint32_t a, std::uint32_t b) {
      return WidthOf(rules->frames[a]) > WidthOf(rules->frames[b]);
    });
  }
}

void Check(const FrameRules& rules, const Taxonomy& taxonomy, std::vector<Diagnostic>* problems) {
  const auto add = [&](const std::string& message) {
    Diagnostic problem;
    problem.code = "R034";
    problem.message = message;
    problem.notes = {"metrics and categories are listed in rules/taxonomy"};
    problems->push_back(std::move(problem));
  };
  for (const Frame& frame : rules.frames) {
    for (const auto& metric : {frame.metric, frame.after, frame.of}) {
      if (metric && !taxonomy.FindMetric(*metric)) {
        add("`" + frame.rule.text + "` names the metric `" + metric->text +
            "`, which the taxonomy does not have");
      }
    }
  }
  for (const ObjectNoun& noun : rules.object_nouns) {
    if (noun.category && !taxonomy.FindCategory(*noun.category)) {
      add("a noun rule names the category `" + noun.category->text +
          "`, which the taxonomy does not have");
    }
    for (const auto& metric : {noun.act, noun.never, noun.first}) {
      if (metric && !taxonomy.FindMetric(*metric)) {
        add("a noun rule names the metric `" + metric->text +
            "`, which the taxonomy does not have");
      }
    }
  }
}

}  // namespace

std::optional<MetricId> FrameRules::JoinOf(const MetricId& a, const MetricId& b) const {
  for (const Join& join : joins) {
    if ((join.first == a && join.second == b) || (join.first == b && join.second == a))
      return join.gives;
  }
  return std::nullopt;
}

void LoadFrameRules(const YamlFile& file, Language* language, std::vector<Diagnostic>* problems) {
  FrameReader(file, language, problems).Read();
}

void FinishFrames(Language* language, const Taxonomy& taxonomy, std::vector<Diagnostic>* problems) {
  FrameRules& rules = language->frames;
  for (const auto& pending : rules.pending_nouns)
    AddForms(language, pending, kScanTrigger, &rules.nouns);
  for (const auto& pending : rules.pending_states)
    AddForms(language, pending, kScanTrigger, &rules.states);
  for (const auto& pending : rules.pending_objects) {
    const bool victim = rules.object_nouns[pending.index].victim;
    AddForms(language, pending, victim ? kScanPart : 0, &rules.objects);
  }
  AddVerbForms(language->syntax, &rules);
  Check(rules, taxonomy, problems);
}

}  // namespace counterclaim
