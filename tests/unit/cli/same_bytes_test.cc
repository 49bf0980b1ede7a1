// The same bytes on a second run, for every number of threads and in every
// locale of the machine.
#include "call.h"
#include "catch.h"

using namespace counterclaim;

TEST_CASE("threads, locale and repetition change no byte") {
  const std::string sources = SOURCE_DIR;
  for (const std::string command :
       {"report claims/articles", "report claims/articles --format json",
        "extract claims/articles --refused", "check claims/articles --no-ledger --fail-level none",
        "inspect --stage attribution claims/articles", "rules list"}) {
    const bool threads = command.find("rules") == std::string::npos;
    const std::string program = "counterclaim " + command + " -q --rules rules --no-default-rules";
    const Called first = Shell("LC_ALL=C " + program + (threads ? " --threads 1" : ""), sources);
    INFO(command << ": " << first.err);
    CHECK(first.code == 0);
    CHECK(first.out.size() > 100);
    CHECK(Shell("LC_ALL=C " + program + " --threads 1", sources).out == first.out);
    CHECK(Shell("LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 " + program + " --threads 4", sources).out ==
          first.out);
    CHECK(Shell("LC_ALL=ar_EG.UTF-8 TZ=Asia/Kabul " + program + " --threads 3", sources).out ==
          first.out);
  }
}
