#pragma once
// Two ways to run the program in a test: inside the test, and as a process of
// its own through the shell.
#include <sys/wait.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"
#include "temporary_folder.h"

namespace counterclaim {

struct Called {
  int code = 0;
  std::string out, err;
};

// With the rules of the sources.
inline Called Call(std::vector<std::string> args) {
  for (const char* arg : {"--no-default-rules", "--rules", SOURCE_DIR "/rules"})
    args.emplace_back(arg);
  std::ostringstream out, err;
  Called called;
  called.code = RunProgram("counterclaim", args, out, err);
  called.out = out.str();
  called.err = err.str();
  return called;
}

// A line of shell in `folder`, with the built program first in PATH.
inline Called Shell(const std::string& line, const std::string& folder) {
  const TemporaryFolder outputs;
  const std::string out = (outputs.path / "out").string(), err = (outputs.path / "err").string();
  const std::string command = "cd '" + folder + "' && PATH='" BINARY_DIR "':$PATH && { " + line +
                              "\n} >'" + out + "' 2>'" + err + "' </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, ReadBytes(out), ReadBytes(err)};
}

}  // namespace counterclaim
