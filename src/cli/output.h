#pragma once
// How a command ends: its result in every format asked for, a summary on
// standard error, and the exit code.
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/session.h"

namespace counterclaim {

// The commands that compare claims, and `extract`. `own_format` is the
// command's own. The fail level decides between kClean and kFindings.
int Finish(Session* session, const std::string& own_format);

// Any other result: `render` gives it in one format. kIncomplete where inputs
// were skipped.
int FinishRendered(Session* session, const std::string& own_format,
                   const std::function<std::string(const std::string&)>& render,
                   const std::string& summary);

// The same for a result that is one text whatever the format, or none.
int FinishText(Session* session, const std::string& result, const std::string& summary);

// A list of JSON objects in each format. JSON names it `name`. Text and
// Markdown print one row an object; a list of objects inside an object is a
// table of its own under the other values of that object.
std::string RenderList(const std::string& name, const std::vector<nlohmann::ordered_json>& objects,
                       const std::string& format);

}  // namespace counterclaim
