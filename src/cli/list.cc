#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "cli/output.h"
#include "model/json.h"
#include "report/escape.h"

namespace counterclaim {

namespace {

using Json = nlohmann::ordered_json;

std::string Value(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "";
  return Line(value);
}

bool IsTable(const Json& value) {
  return value.is_array() && !value.empty() &&
         std::all_of(value.begin(), value.end(), [](const Json& each) { return each.is_object(); });
}

// The keys of all rows in the order in which they first stand.
std::vector<std::string> Columns(const std::vector<Json>& rows) {
  std::vector<std::string> columns;
  for (const Json& row : rows) {
    for (const auto& [key, value] : row.items()) {
      if (std::find(columns.begin(), columns.end(), key) == columns.end()) columns.push_back(key);
    }
  }
  return columns;
}

std::string MarkdownTable(const std::vector<Json>& rows) {
  if (rows.empty()) return "";
  const auto columns = Columns(rows);
  std::string head = "|", line = "|", body;
  for (const std::string& column : columns) {
    head += " " + MarkdownText(column) + " |";
    line += "---|";
  }
  for (const Json& row : rows) {
    body += "|";
    for (const std::string& column : columns)
      body += " " + (row.contains(column) ? MarkdownText(Value(row[column])) : "") + " |";
    body += "\n";
  }
  return head + "\n" + line + "\n" + body + "\n";
}

// Rows of `key=value`, where it is short of a table.
std::string TextRow(const Json& row) {
  std::string text;
  for (const auto& [key, value] : row.items()) {
    if (value.is_null() || (value.is_array() && value.empty())) continue;
    text += (text.empty() ? "" : "  ") + key + "=" +
            (value.is_string() ? "\"" + Value(value) + "\"" : Value(value));
  }
  return TerminalText(text);
}

std::string Nested(const Json& object, bool markdown) {
  const std::string title = object.contains("id") ? Value(object["id"]) : "";
  std::string out = markdown ? "## " + MarkdownText(title) + "\n\n" : TerminalText(title) + "\n";
  for (const auto& [key, value] : object.items()) {
    if (key == "id" || value.is_null()) continue;
    if (!IsTable(value)) {
      if (value.is_array() && value.empty()) continue;
      out += markdown ? MarkdownText(key + ": " + Value(value)) + "\n\n"
                      : "  " + TerminalText(key + ": " + Value(value)) + "\n";
    } else if (markdown) {
      out += "### " + MarkdownText(key) + "\n\n" +
             MarkdownTable(std::vector<Json>(value.begin(), value.end()));
    } else {
      for (const Json& row : value) out += "  " + TextRow(row) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string RenderList(const std::string& name, const std::vector<Json>& objects,
                       const std::string& format) {
  std::string out;
  if (format == "jsonl") {
    for (const Json& object : objects) out += Line(object) + "\n";
    return out;
  }
  if (format == "json") {
    Json json = {{"schema_version", 1},
                 {"tool", {{"name", "counterclaim"}, {"version", COUNTERCLAIM_VERSION}}},
                 {name, Json::array()}};
    for (const Json& object : objects) json[name].push_back(object);
    return SafeJson(json.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
  }
  const bool markdown = format == "markdown";
  if (markdown) out = "# " + MarkdownText(name) + "\n\n";
  const bool nested = std::any_of(objects.begin(), objects.end(), [](const Json& object) {
    return std::any_of(object.begin(), object.end(), IsTable);
  });
  if (markdown && !nested) return out + MarkdownTable(objects);
  for (const Json& object : objects) {
    if (nested) {
      out += Nested(object, markdown);
      continue;
    }
    std::string row;
    for (const auto& [key, value] : object.items())
      row += (row.empty() ? "" : "\t") + TerminalText(Value(value));
    out += row + "\n";
  }
  return out;
}

}  // namespace counterclaim
