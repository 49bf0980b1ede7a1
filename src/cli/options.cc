#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/day.h"
#include "base/diagnostic.h"

namespace counterclaim {

namespace {

// Accepts one of `known`; otherwise says which one is near.
CLI::Validator OneOf(const std::vector<std::string>& known) {
  std::string all;
  for (const std::string& word : known) all += (all.empty() ? "" : "|") + word;
  return CLI::Validator(
      [known, all](std::string& word) -> std::string {
        if (std::find(known.begin(), known.end(), word) != known.end()) return "";
        const std::string near = NearestWord(word, known);
        return "unknown value `" + word + "`" +
               (near.empty() ? "" : ", did you mean `" + near + "`?") + " (known: " + all + ")";
      },
      all);
}

CLI::Validator IsoDay() {
  return CLI::Validator(
      [](std::string& word) -> std::string {
        return ParseIsoDay(word) ? "" : "`" + word + "` is not a day such as 2025-10-18";
      },
      "YYYY-MM-DD");
}

void Common(CLI::App* app, Options* o) {
  app->add_option("--rules", o->rule_folders,
                  "Folder with further rules, added to the installed ones (repeatable)")
      ->allow_extra_args(false);
  app->add_flag("--no-default-rules", o->no_default_rules,
                "Use only the folders given with --rules");
  app->add_option("--threads", o->threads,
                  "Threads to use; the output is the same for every number");
  app->add_flag("-q,--quiet", o->quiet, "No summary on standard error");
  app->add_flag("-v,--verbose", o->verbose, "Say more on standard error");
  app->add_option("--color", o->color, "When to colour text output")
      ->check(OneOf({"auto", "always", "never"}));
}

void Format(CLI::App* app, Options* o, const std::string& shown) {
  app->add_option("-f,--format", o->format, "Format of standard output (default: " + shown + ")")
      ->check(OneOf({"text", "markdown", "json", "jsonl"}));
  app->add_option("--output", o->outputs,
                  "FORMAT=PATH: also write this file, atomically (repeatable)")
      ->allow_extra_args(false);
  app->add_option("-o", o->output_file, "Write the result to this file instead of standard output");
}

void Reading(CLI::App* app, Options* o) {
  app->add_option("--date", o->date, "Date of articles that carry none")->check(IsoDay());
  app->add_option("--lang", o->lang, "Language of articles that name none, as a BCP 47 tag");
  app->add_option("--stdin-path", o->stdin_path, "Name under which `-` is reported");
  app->add_option("--convention", o->convention, "How vague words such as \"dozens\" are read");
  app->add_flag("--allow-empty", o->allow_empty, "Nothing to read is no failure");
  app->add_flag("--all", o->all, "Do not cut long lists");
}

void Ledger(CLI::App* app, Options* o) {
  app->add_option("--ledger", o->ledger, "Folder of the ledger");
  app->add_flag("--no-ledger", o->no_ledger, "Compare the inputs with one another only");
}

void FailLevel(CLI::App* app, Options* o, const std::string& shown) {
  app->add_option("--fail-level", o->fail_level,
                  "Exit 1 for a new finding of this severity or above (default: " + shown + ")")
      ->check(OneOf({"none", "note", "warning", "error"}));
}

CLI::App* Command(CLI::App* app, Options* o, const std::string& name, const std::string& about,
                  const std::string& examples) {
  CLI::App* sub = app->add_subcommand(name, about);
  sub->footer("Examples:\n" + examples);
  const std::string parent = app->get_parent() != nullptr ? app->get_name() + " " : "";
  sub->parse_complete_callback([o, full = parent + name] { o->command = full; });
  Common(sub, o);
  return sub;
}

void Articles(CLI::App* app, Options* o) {
  app->add_option("ARTICLES", o->inputs, "Files, folders, or - for standard input");
  Reading(app, o);
}

void DeclareArticleCommands(CLI::App* app, Options* o) {
  CLI::App* sub =
      Command(app, o, "report", "Show where the sources of some articles contradict each other",
              "  counterclaim report articles/\n  counterclaim report a.md b.md -o report.md\n");
  Articles(sub, o), Format(sub, o, "markdown"), Ledger(sub, o), FailLevel(sub, o, "none");
  sub = Command(
      app, o, "check",
      "Compare articles with one another and with the ledger; exit 1 on a new contradiction",
      "  counterclaim check new.md --ledger claims/ledger\n"
      "  counterclaim check articles/ --no-ledger --format json\n");
  Articles(sub, o), Format(sub, o, "text"), Ledger(sub, o), FailLevel(sub, o, "error");
  sub = Command(app, o, "ingest", "Extract the claims of articles and write them into the ledger",
                "  counterclaim ingest articles/ --ledger claims/ledger\n");
  Articles(sub, o),
      sub->add_option("--ledger", o->ledger, "Folder of the ledger (default: claims/ledger)");
  sub = Command(app, o, "extract", "Print the claims of articles, one a line",
                "  counterclaim extract a.md\n  counterclaim extract --refused --format jsonl "
                "corpus.jsonl\n");
  Articles(sub, o), Format(sub, o, "jsonl");
  sub->add_flag("--refused", o->refused, "Also print the numbers that are no claims, and why");
  sub = Command(app, o, "inspect", "Print what one stage sees in every article",
                "  counterclaim inspect --stage quantity a.md\n");
  Articles(sub, o), Format(sub, o, "jsonl");
  sub->add_option("-s,--stage", o->stage, "The stage")
      ->required()
      ->check(OneOf(
          {"text", "sentence", "quantity", "chunk", "name", "mention", "attribution", "anchor"}));
}

// The word of a person on claims of the ledger.
void DeclareReview(CLI::App* app, Options* o) {
  CLI::App* review =
      app->add_subcommand("review", "Accept, reject or correct claims of the ledger");
  review->require_subcommand(1);
  review->footer(
      "Examples:\n  counterclaim review reject a1:120-131:killed --by ana --reason \"a film "
      "title\"\n"
      "  counterclaim review set a1:120-131:killed object.party=pak --by ana\n"
      "  counterclaim review different-event a1:120-131:killed a2:40-42:killed --by ana\n"
      "  counterclaim review list\n");
  const auto verb = [&](const std::string& name, const std::string& about,
                        const std::string& rest) {
    CLI::App* sub =
        Command(review, o, name, about, "  counterclaim review " + name + " " + rest + "\n");
    sub->add_option("--ledger", o->ledger, "Folder of the ledger (default: claims/ledger)");
    if (name == "list") return;
    sub->add_option("CLAIM", o->target, "Id of the claim")->required();
    sub->add_option("--by", o->by, "Who says so")->required();
    sub->add_option("--reason", o->reason, "Why");
    sub->add_option("--date", o->date, "Day of the review (default: today)")->check(IsoDay());
    if (name == "set") {
      sub->add_option("FIELD", o->inputs, "FIELD=VALUE, as in the JSON: object.party=pak")
          ->required();
    }
    if (name.ends_with("-event")) {
      sub->add_option("OTHER", o->inputs, "Ids of the other claims")->required();
    }
  };
  verb("accept", "The claim is right", "a1:120-131:killed --by ana");
  verb("reject", "The claim is wrong: leave it out",
       "a1:120-131:killed --by ana --reason \"an age\"");
  verb("set", "Correct fields of a claim", "a1:120-131:killed scope=day --by ana");
  verb("same-event", "These claims speak of one event", "a1:1-3:killed a2:9-11:killed --by ana");
  verb("different-event", "These claims speak of different events",
       "a1:1-3:killed a2:9-11:killed --by ana");
  verb("list", "Reviews, and those that find their claim no more", "");
}

void DeclareRules(CLI::App* app, Options* o) {
  CLI::App* rules = app->add_subcommand("rules", "List, check and test the rules");
  rules->require_subcommand(1);
  rules->footer(
      "Examples:\n  counterclaim rules test\n  counterclaim rules validate --rules my-rules\n");
  CLI::App* sub = Command(rules, o, "list", "Every rule and what it is about",
                          "  counterclaim rules list\n  counterclaim rules list --format json\n");
  Format(sub, o, "text");
  Command(rules, o, "validate", "Read all rules and report every problem",
          "  counterclaim rules validate --rules my-rules\n");
  sub =
      Command(rules, o, "test", "Run the examples that stand beside the rules",
              "  counterclaim rules test\n  counterclaim rules test languages/en/metrics/killed\n");
  sub->add_option("RULES", o->inputs, "Only rules whose id begins so");
  sub->add_flag("--coverage", o->coverage, "Fail every rule without a firing and a silent example");
  sub = Command(rules, o, "compile", "Write the image of a folder of rules, as the build does",
                "  counterclaim rules compile rules -o build/release/rules.image\n");
  sub->add_option("FOLDER", o->target, "Folder of rules")->required();
  sub->add_option("-o", o->output_file, "The image")->required();
}

void DeclareOtherCommands(CLI::App* app, Options* o) {
  CLI::App* sub = Command(app, o, "compare", "Compare claims that `extract` printed",
                          "  counterclaim extract articles/ | counterclaim compare -\n");
  sub->add_option("CLAIMS", o->inputs, "Files of claims, or -");
  sub->add_flag("--allow-empty", o->allow_empty, "Nothing to read is no failure");
  sub->add_flag("--all", o->all, "Do not cut long lists");
  Format(sub, o, "text"), FailLevel(sub, o, "none");
  sub = Command(
      app, o, "relate", "Relate pairs of texts, each pair taken as two reports of one event",
      "  echo '{\"id\":1,\"a\":\"58 died.\",\"b\":\"23 died.\"}' | counterclaim relate -\n");
  sub->add_option("PAIRS", o->inputs, "Files of {\"id\", \"a\", \"b\"} lines, or -");
  sub->add_flag("--allow-empty", o->allow_empty, "Nothing to read is no failure");
  sub->add_option("--convention", o->convention, "How vague words such as \"dozens\" are read");
  Format(sub, o, "jsonl");
  sub =
      Command(app, o, "explain",
              "Say why: for a claim, a finding, a number, a place FILE:LINE, a rule or a code",
              "  counterclaim explain a.md:7\n  counterclaim explain languages/en/metrics/killed\n"
              "  counterclaim explain R012\n  counterclaim explain a1:120-131:killed a1.md\n"
              "  counterclaim explain a1:120-131:killed --with a2:40-42:killed a1.md a2.md\n");
  sub->add_option("TARGET", o->target,
                  "Claim id, finding id, ARTICLE:BEGIN-END, FILE:LINE, rule id or code")
      ->required();
  sub->add_option("--with", o->with, "A second claim: why the two do or do not make a finding");
  Articles(sub, o), Format(sub, o, "text");
  sub = Command(app, o, "bias",
                "Measure how far each party's figures stand above the others' on the same things",
                "  counterclaim bias --ledger claims/ledger\n"
                "  counterclaim bias articles/ --by-stake --format markdown\n");
  Articles(sub, o), Format(sub, o, "text"), Ledger(sub, o);
  sub->add_flag("--by-stake", o->by_stake,
                "Tell a party's own losses from its enemies' and from all else");
  sub = Command(app, o, "eval", "Precision and recall against claims that a person has read",
                "  counterclaim eval gold.jsonl articles/\n"
                "  counterclaim eval gold.jsonl --ledger claims/ledger\n");
  sub->add_option("GOLD", o->target, "Claims as `extract` prints them, corrected by hand")
      ->required();
  Articles(sub, o);
  sub->add_option("--ledger", o->ledger, "Measure the ledger (default: claims/ledger)");
  sub->add_option("-f,--format", o->format, "Format of standard output (default: text)")
      ->check(OneOf({"text", "json"}));
  sub->add_option("-o", o->output_file, "Write the result to this file");
  DeclareReview(app, o);
  DeclareRules(app, o);
}

}  // namespace

void DeclareOptions(CLI::App* app, Options* options) {
  app->name("counterclaim");
  app->set_version_flag("--version", std::string("counterclaim ") + COUNTERCLAIM_VERSION,
                        "Print the version");
  app->require_subcommand(1);
  DeclareArticleCommands(app, options);
  DeclareOtherCommands(app, options);
  app->footer(
      "First steps:\n"
      "  counterclaim report articles/             read a folder, print the contradictions\n"
      "  counterclaim extract article.md           the claims of one article\n"
      "  counterclaim explain article.md:7         why a claim of line 7 was read so\n\n"
      "Exit codes: 0 clean; 1 a new finding at or above --fail-level; 2 not run (usage,\n"
      "rules, ledger, output file); 3 ran, but an input could not be read or there was\n"
      "none; 70 a bug in the program.");
}

std::string UnknownWord(const CLI::App& app, const std::vector<std::string>& args) {
  const CLI::App* at = &app;
  for (const std::string& arg : args) {
    if (arg == "--") break;
    if (arg.rfind("--", 0) == 0) {
      const std::string name =
          arg.substr(2, arg.find('=') == std::string::npos ? arg.npos : arg.find('=') - 2);
      std::vector<std::string> known;
      for (const CLI::Option* option : at->get_options()) {
        for (const std::string& each : option->get_lnames()) known.push_back(each);
      }
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string near = NearestWord(name, known);
      return "unknown flag `--" + name + "`" +
             (near.empty() ? "" : ", did you mean `--" + near + "`?");
    }
    const auto subs = at->get_subcommands([](const CLI::App*) { return true; });
    if (arg.empty() || arg[0] == '-' || subs.empty()) continue;
    std::vector<std::string> known;
    const CLI::App* next = nullptr;
    for (const CLI::App* sub : subs) {
      known.push_back(sub->get_name());
      if (sub->get_name() == arg) next = sub;
    }
    if (next == nullptr) {
      const std::string near = NearestWord(arg, known);
      return "unknown command `" + arg + "`" +
             (near.empty() ? "" : ", did you mean `" + near + "`?");
    }
    at = next;
  }
  return "";
}

}  // namespace counterclaim
