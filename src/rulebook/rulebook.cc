#include "rulebook/rulebook.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <thread>

#include "base/files.h"
#include "base/parallel.h"
#include "rulebook/rule_image.h"

namespace counterclaim {

namespace {

constexpr std::size_t kLargestRuleFile = std::size_t{2} << 20;
constexpr unsigned kMostThreads = 4;  // that read rules

class Loader {
 public:
  explicit Loader(const RuleImage& image) : image_(image) {}

  // What the image does not have is parsed on several threads; files are taken
  // in the order of their paths.
  void ReadFolder(const std::string& folder) {
    auto paths = ListFiles(folder);
    if (!paths.ok()) return Add(paths.problems());
    std::erase_if(*paths, [](const std::string& path) { return !path.ends_with(".yaml"); });
    std::vector<std::optional<Result<YamlFile>>> files(paths->size());
    std::vector<std::pair<std::size_t, std::string>> unknown;  // which file, its text
    for (std::size_t i = 0; i < files.size(); ++i) {
      auto text = ReadFile((*paths)[i], kLargestRuleFile);
      if (!text.ok()) {
        files[i] = text.problems();
      } else if (auto root = image_.Find(*text)) {
        files[i] = YamlFile{(*paths)[i], std::move(*text), std::move(*root)};
      } else {
        unknown.emplace_back(i, std::move(*text));
      }
    }
    ParallelFor(std::min(std::thread::hardware_concurrency(), kMostThreads), unknown.size(),
                [&](std::size_t each) {
                  auto& [i, text] = unknown[each];
                  files[i] = ParseYaml((*paths)[i], std::move(text));
                });
    for (std::size_t i = 0; i < files.size(); ++i) TakeRuleFile(folder, &*files[i]);
  }

  Result<std::shared_ptr<const Rulebook>> Finish() {
    AddStates(&book_->parties);
    AddIsoPlaces(&book_->places);
    for (const auto& [id, file] : files_) AddFile(id, file);
    FinishParties();
    for (auto& language : book_->languages) {
      FinishSyntax(language.get());
      FinishFrames(language.get(), book_->taxonomy, &problems_);
      FinishWordFacts(language.get());
      FinishTextRules(language.get());
    }
    FinishScan(book_->languages);
    std::set<std::string> organs;
    for (const auto& language : book_->languages)
      for (const PartyNames::Organ& organ : language->party_names.organ_list)
        organs.insert(organ.id);
    CheckTaxonomy(book_->taxonomy, organs, &problems_);
    CompileTaxonomy(&book_->taxonomy);
    if (problems_.empty() && files_.empty()) {
      Diagnostic problem;
      problem.code = "R020";
      problem.message = "no rules were found";
      problem.hint = "name a folder of rules with --rules, or set COUNTERCLAIM_RULES";
      problems_.push_back(std::move(problem));
    }
    if (!problems_.empty()) {
      SortDiagnostics(&problems_);
      return problems_;
    }
    book_->hash = "sha256:" + Sha256(hashed_);
    return std::shared_ptr<const Rulebook>(std::move(book_));
  }

 private:
  void Add(const std::vector<Diagnostic>& problems) {
    problems_.insert(problems_.end(), problems.begin(), problems.end());
  }

  void TakeRuleFile(const std::string& folder, Result<YamlFile>* file) {
    if (!file->ok()) return Add(file->problems());
    const std::string below =
        std::filesystem::path((*file)->path).lexically_relative(folder).generic_string();
    files_[below.substr(0, below.size() - 5)] = std::move(**file);
  }

  void AddFile(const std::string& id, const YamlFile& file) {
    hashed_ += id + '\n' + std::to_string(file.text.size()) + '\n' + file.text;
    RuleFile rule;
    rule.id = RuleId(id);
    rule.path = file.path;
    YamlReader reader(file, file.root, &problems_);
    const std::string named = reader.RequiredString("id");
    if (!named.empty() && named != id) {
      reader.Problem("R030", *reader.Node("id"), "`id` must be the file's path below rules/",
                     "write `id: " + id + "`");
    }
    rule.about = reader.RequiredString("about");
    ReadExamples(&reader, &rule);
    book_->files.push_back(std::move(rule));
    Dispatch(id, file, &reader);
  }

  void ReadExamples(YamlReader* reader, RuleFile* rule) {
    const YamlNode* tests = reader->Node("tests");
    if (!tests) return;
    YamlReader lists(reader->file(), *tests, &problems_);
    using List = RuleExample::List;
    for (const auto& [name, list] :
         {std::pair{"flags", List::kFlags}, std::pair{"passes", List::kPasses},
          std::pair{"misses", List::kMisses}}) {
      const YamlNode* node = lists.Node(name);
      if (!node) continue;
      for (const YamlNode& example : node->list) rule->examples.push_back({list, example});
    }
    lists.Finish();
  }

  Language* FindOrAddLanguage(const std::string& tag) {
    for (auto& language : book_->languages) {
      if (language->tag == tag) return language.get();
    }
    book_->languages.push_back(std::make_unique<Language>());
    book_->languages.back()->tag = tag;
    return book_->languages.back().get();
  }

  std::vector<Language*> Languages() {
    std::vector<Language*> all;
    for (auto& language : book_->languages) all.push_back(language.get());
    return all;
  }

  void Dispatch(const std::string& id, const YamlFile& file, YamlReader* reader) {
    if (id.starts_with("taxonomy/")) return LoadTaxonomy(file, &book_->taxonomy, &problems_);
    if (id.starts_with("compare/")) return LoadCompareRules(file, &book_->compare, &problems_);
    if (id.starts_with("languages/")) {
      const std::string rest = id.substr(10);
      const std::size_t slash = rest.find('/');
      Language* language = FindOrAddLanguage(rest.substr(0, slash));
      const std::string subject = slash == std::string::npos ? "" : rest.substr(slash + 1);
      if (subject == "text") return LoadTextRules(file, language, &problems_);
      if (subject.starts_with("numbers/")) return LoadNumberRules(file, language, &problems_);
      if (subject == "calendar" || subject.starts_with("calendar/"))
        return LoadCalendarRules(file, language, &problems_);
      if (subject == "incidents")
        return LoadIncidentRules(file, language->tag, &book_->compare, &problems_);
      if (subject.starts_with("cues/")) return LoadCueRules(file, language, &problems_);
      if (subject.starts_with("metrics/") || subject.starts_with("nouns/")) {
        return LoadFrameRules(file, language, &problems_);
      }
      if (subject.starts_with("names/")) return LoadNameRules(file, language, &problems_);
      if (subject.starts_with("syntax/")) return LoadSyntaxRules(file, language, &problems_);
    }
    if (id.starts_with("parties/"))
      return LoadParties(file, &book_->parties, Languages(), &problems_);
    if (id.starts_with("places/")) return LoadPlaces(file, &book_->places, Languages(), &problems_);
    reader->Problem("R033", file.root, "no kind of rule lives at `" + id + "`", "",
                    {"folders here: taxonomy, parties, places, compare, "
                     "languages/<tag>/{text,calendar,numbers,names,syntax,nouns,metrics,cues}"});
  }

  void FinishParties() {
    book_->parties.Compile();
    CheckReferences(book_->parties, &book_->parties.references, &problems_);
    CheckReferences(book_->parties, &book_->places.references, &problems_);
    for (auto& language : book_->languages) {
      CheckReferences(book_->parties, &language->party_names.references, &problems_);
      FinishNames(language.get());
      PartyNames& names = language->party_names;
      for (const PartyNames::Reading& reading : names.readings) {
        if (reading.first == kUnknownWord) continue;  // a short name
        const Party* party = reading.party ? book_->parties.Find(*reading.party) : nullptr;
        if (reading.person || (party && party->kind == PartyKind::kGroup))
          names.fighters.insert(reading.first);
      }
    }
  }

  const RuleImage& image_;
  std::map<std::string, YamlFile> files_;  // by id; a later folder replaces an earlier one's file
  std::shared_ptr<Rulebook> book_ = std::make_shared<Rulebook>();
  std::string hashed_;
  std::vector<Diagnostic> problems_;
};

}  // namespace

const Language* Rulebook::FindLanguage(std::string_view tag) const {
  while (true) {
    for (const auto& language : languages) {
      if (language->tag == tag) return language.get();
    }
    const std::size_t dash = tag.rfind('-');
    if (dash == std::string_view::npos) return nullptr;
    tag = tag.substr(0, dash);
  }
}

Result<std::shared_ptr<const Rulebook>> LoadRulebook(const std::vector<std::string>& folders) {
  return LoadRulebook(folders, RuleImage());
}

Result<std::shared_ptr<const Rulebook>> LoadRulebook(const std::vector<std::string>& folders,
                                                     const RuleImage& image) {
  Loader loader(image);
  for (const std::string& folder : folders) loader.ReadFolder(folder);
  return loader.Finish();
}

std::string DefaultRulesFolder(const std::string& executable) {
  namespace fs = std::filesystem;
  if (const char* named = std::getenv("COUNTERCLAIM_RULES"); named && *named) return named;
  std::error_code error;
  const fs::path beside = fs::path(executable).parent_path();
  for (const fs::path& folder :
       {beside / "rules", beside.parent_path() / "share/counterclaim/rules"}) {
    if (fs::is_directory(folder, error)) return folder.string();
  }
  return "";
}

}  // namespace counterclaim
