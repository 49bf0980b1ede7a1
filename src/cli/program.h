#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace counterclaim {

// The whole program: `args` without the executable's name. Results go to
// `out`, everything else to `err`; never throws. Returns the exit code.
int RunProgram(const std::string& executable, const std::vector<std::string>& args,
               std::ostream& out, std::ostream& err);

}  // namespace counterclaim
