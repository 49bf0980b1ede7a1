// What is checked in below reports/ and claims/ledger is what the program
// makes of claims/articles today. `./dev approve` makes it anew. Hidden from a
// plain run of the tests, for every change of a rule changes it; `./dev test`
// runs it.
#include <set>

#include "call.h"
#include "catch.h"

using namespace counterclaim;
namespace fs = std::filesystem;

namespace {

std::set<std::string> Names(const fs::path& folder) {
  std::set<std::string> names;
  if (!fs::is_directory(folder)) return names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.front() != '.') names.insert(name);  // the index is made anew by whoever needs it
  }
  return names;
}

}  // namespace

TEST_CASE("the checked-in reports and ledger are up to date", "[.][golden]") {
  const TemporaryFolder folder;
  const fs::path sources = SOURCE_DIR;
  const fs::path ledger = folder.path / "ledger";
  if (fs::exists(sources / "claims/ledger"))
    fs::copy(sources / "claims/ledger", ledger, fs::copy_options::recursive);
  INFO("./dev approve makes them anew; read the difference like code");
  const std::string quoted = "'" + folder.path.string();
  const Called made =
      Shell("counterclaim ingest claims/articles --ledger " + quoted +
                "/ledger' && counterclaim report claims/articles --ledger " + quoted +
                "/ledger' -o " + quoted + "/report.md' --output json=" + quoted + "/report.json'",
            sources.string());
  INFO(made.err);
  CHECK(made.code == 0);
  CHECK(ReadBytes((folder.path / "report.md").string()) ==
        ReadBytes((sources / "reports/report.md").string()));
  const bool same_json = ReadBytes((folder.path / "report.json").string()) ==
                         ReadBytes((sources / "reports/report.json").string());
  CHECK(same_json);
  CHECK(Names(ledger) == Names(sources / "claims/ledger"));
  for (const std::string& name : Names(ledger)) {
    INFO(name);
    const bool same = ReadBytes((ledger / name).string()) ==
                      ReadBytes((sources / "claims/ledger" / name).string());
    CHECK(same);
  }
  // One file of the ledger an article, and VERSION: nothing is left of older ones.
  CHECK(Names(ledger).size() == Names(sources / "claims/articles").size() + 1);
}
